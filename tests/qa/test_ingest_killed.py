"""`ingest` killed at any moment: each document is in the store whole or not at all, and the next ingest completes."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import docx
import openpyxl
import pytest

from corpus import read_document
from index import Store

ROOT = Path(__file__).parents[2]
ROWS = [["支出决算表"], ["单位：元"], ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]
KILLS = 8
COUNT = 12
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Workbooks and Word documents that take a moment each."""
    made = tmp_path_factory.mktemp("documents")
    for number in range(COUNT // 2):
        book, document = openpyxl.Workbook(), docx.Document()
        rows = [[f"{20101 + at}", f"支出{at}", at + number + 3, 3, at + number] for at in range(150)]
        for row in (*ROWS, *rows):
            book.active.append(row)
        for at in range(150):
            document.add_paragraph(
                f"{at + 1}.项目{at}年度预算安排{at + number}.50万元，比2015年增加{at}万元。"
            )
        book.save(made / f"account{number}.xlsx")
        document.save(made / f"report{number}.docx")
    return made


@pytest.fixture(scope="module")
def whole(folder):
    """The documents as they are read without a store."""
    return {path.name: read_document(path) for path in sorted(folder.iterdir())}


def ingest(store: Path, folder: Path) -> subprocess.Popen[bytes]:
    """The program as it is called."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "qa", "--store", store, "ingest", folder]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def complete(store: Path, folder: Path) -> float:
    """Ingests all documents; gives how long they took. The embeddings, which come after them, are cut off."""
    began = time.monotonic()
    process = ingest(store, folder)
    told(process, COUNT)
    took = time.monotonic() - began
    kill(process)
    return took


def told(process: subprocess.Popen[bytes], count: int) -> None:
    """Waits until so many documents are told of: by the clock alone a busy machine is killed before its first."""
    assert process.stdout is not None
    for _ in range(count):
        assert process.stdout.readline()


def kill(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=10)


def held(store: Path) -> dict[str, object]:
    """What is in a store, read back."""
    opened = Store.open(store)
    try:
        return {record.name: opened.load(record.id) for record in opened.records()}
    finally:
        opened.close()


def test_a_killed_ingest_leaves_whole_documents_or_none(tmp_path, folder, whole):
    took = complete(tmp_path / "first", folder)
    assert held(tmp_path / "first") == whole
    chance = random.Random(20161231)
    counts = []
    for number in range(KILLS):
        store = tmp_path / f"store{number // 2}"
        process = ingest(store, folder)
        told(process, chance.randrange(COUNT))
        time.sleep(chance.uniform(0, 1.5) * took / COUNT)
        kill(process)
        found = held(store)
        assert found == {name: whole[name] for name in found}
        counts.append(len(found))
    assert any(0 < count < COUNT for count in counts), "no kill came in the middle"
    complete(store, folder)
    assert held(store) == whole
