"""Hostile files cost a process of their own and get one line."""

import io
import os
import signal
import struct
import subprocess
import sys
import threading
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from made_forms import report, report_bytes, workbook_bytes

from corpus import ReadError, guarded_reader, read_document
from corpus.limits import Limits
from corpus.readers.markup import MAX_ENTRIES, MAX_PART

ROOT = Path(__file__).parents[2]
NEEDS_LIMITS = pytest.mark.skipif(sys.platform != "linux", reason="needs the limits of Linux on a process")
ENTITIES = "".join(f'<!ENTITY e{at + 1} "' + f"&e{at};" * 10 + '">' for at in range(9))
LAUGHS = f'<!DOCTYPE a [<!ENTITY e0 "哈">{ENTITIES}]>'
BIFF_ENCRYPTED = (
    struct.pack("<HHHHHHLL", 0x809, 16, 0x600, 5, 0, 0, 0, 0)
    + struct.pack("<HH", 0x2F, 6)
    + bytes(6)
    + struct.pack("<HH", 0x0A, 0)
)


def package(**parts: str | bytes) -> bytes:
    """A zip of parts, packed as tightly as can be."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


def replaced(data: bytes, part: str, old: str, new: str) -> bytes:
    """An Office file with other words in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
    return out.getvalue()


def small_workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["科目", "金额"])
    book.active.merge_cells("D1:E1")
    return workbook_bytes(book)


def endless() -> bytes:
    """A workbook with one merged cell over the whole sheet, which the library goes through place by place."""
    return replaced(small_workbook(), "xl/worksheets/sheet1.xml", "D1:E1", "D1:XFD1048576")


HOSTILE = {
    "zip bomb.docx": (lambda: package(word__document_xml=b" " * (MAX_PART + 1)), "far too large"),
    "many parts.xlsx": (lambda: package(**{f"a{at}": b"" for at in range(MAX_ENTRIES + 1)}), "far too large"),
    "entities.docx": (lambda: package(word__document_xml=f"{LAUGHS}<a>&e9;</a>"), "declares entities"),
    "entities.xlsx": (lambda: package(xl__workbook_xml=f"{LAUGHS}<a>&e9;</a>"), "declares entities"),
    "locked.docx": (lambda: b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password"),
    "locked.xls": (lambda: BIFF_ENCRYPTED, "password"),
    "old.docx": (lambda: b"\xd0\xcf\x11\xe0 old", "name it .doc or .xls"),
    "no zip.docx": (lambda: b"PK\x03\x04 broken", "broken"),
    "no package.docx": (lambda: package(a_xml="<a/>"), "broken"),
    "no workbook.xlsx": (lambda: package(a_xml="<a/>"), "broken"),
    "text.xlsx": (lambda: b"one,two", "no Office file"),
    "text.xls": (lambda: b"one,two", "no workbook"),
    "empty.html": (lambda: b"", "empty"),
    "script.html": (lambda: b"<script>alert(1)</script>", "shows no text"),
}


@pytest.fixture(scope="module")
def read():
    with guarded_reader() as reader:
        yield reader


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_get_one_line(tmp_path, read, name):
    make, words = HOSTILE[name]
    (tmp_path / name).write_bytes(make())
    began = time.perf_counter()
    with pytest.raises(ReadError, match=words) as refusal:
        read(tmp_path / name)
    assert str(refusal.value).startswith(f"{name}: ") and "\n" not in str(refusal.value)
    assert time.perf_counter() - began < 10


def test_a_guarded_document_is_the_same(tmp_path, read, shipped_path):
    assert read(shipped_path) == read_document(shipped_path)
    (tmp_path / "made.docx").write_bytes(report_bytes(report()))
    assert read(tmp_path / "made.docx") == read_document(tmp_path / "made.docx")


def test_many_dimensions_are_no_trouble(tmp_path, read):
    book = openpyxl.Workbook()
    for row in (["支出表"], ["单位：元"], ["科目名称", "金额"], ["办公费", 5], ["差旅费", 7]):
        book.active.append(row)
    book.active.cell(1_048_576, 16_384).number_format = "0.00"
    (tmp_path / "wide.xlsx").write_bytes(workbook_bytes(book))
    (table,) = read(tmp_path / "wide.xlsx").tables
    assert [(table.rows[cell.row].name, cell.text) for cell in table.cells] == [
        ("办公费", "5"),
        ("差旅费", "7"),
    ]


@NEEDS_LIMITS
@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(seconds=1), "more than 1 seconds"),
        (Limits(memory=300 * 1024**2), "more than 300 MB of memory"),
    ],
)
def test_a_file_that_takes_too_much_is_given_up(tmp_path, shipped_path, limits, words):
    (tmp_path / "endless.xlsx").write_bytes(endless())
    with guarded_reader(limits) as read:
        with pytest.raises(ReadError, match=words):
            read(tmp_path / "endless.xlsx")
        assert read(shipped_path).tables


def test_a_process_that_dies_is_replaced(tmp_path, shipped_path):
    (tmp_path / "endless.xlsx").write_bytes(endless())
    with guarded_reader() as read:
        read(shipped_path)
        worker = read.__self__.process
        threading.Timer(0.3, worker.kill).start()
        with pytest.raises(ReadError, match=r"endless\.xlsx: reading breaks down"):
            read(tmp_path / "endless.xlsx")
        assert read(shipped_path).tables


PARENT = """
import sys, threading, time
from pathlib import Path
from corpus import guarded_reader

with guarded_reader() as read:
    read(Path(sys.argv[1]))
    print(read.__self__.process.pid, flush=True)
    read(Path(sys.argv[2]))
"""


@NEEDS_LIMITS
def test_a_killed_program_leaves_no_process_behind(tmp_path, shipped_path):
    (tmp_path / "endless.xlsx").write_bytes(endless())
    command = [sys.executable, "-c", PARENT, shipped_path, tmp_path / "endless.xlsx"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as parent:
        worker = int(parent.stdout.readline())
        assert is_running(worker)
        parent.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 10
    while is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_running(worker)


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("delay", [0.0, 0.05, 0.5])
def test_a_block_that_ends_gives_up_what_another_thread_reads(tmp_path: Path, delay: float) -> None:
    file = tmp_path / "endless.xlsx"
    file.write_bytes(endless())
    refused: list[ReadError] = []

    def reading() -> None:
        try:
            read(file)
        except ReadError as error:
            refused.append(error)

    with guarded_reader() as read:
        thread = threading.Thread(target=reading)
        thread.start()
        time.sleep(delay)
    thread.join(10)
    assert [str(error) for error in refused] == ["endless.xlsx: reading was given up"]
    assert not thread.is_alive()
