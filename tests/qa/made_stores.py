"""Engines over one made document."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import read_document
from index import Store
from qa.engine import Engine


@contextmanager
def over(folder: Path, name: str, content: bytes) -> Iterator[Engine]:
    """An engine over a file of this name and content, with its store in the folder."""
    path = folder / name
    path.write_bytes(content)
    store = Store.open(folder / "store")
    store.add(read_document(path))
    yield Engine(store)
    store.close()


@contextmanager
def of_texts(folder: Path, *texts: str) -> Iterator[Engine]:
    """An engine over some documents in plain text, with its store in the folder."""
    store = Store.open(folder / "store")
    for number, text in enumerate(texts):
        path = folder / f"{number}.txt"
        path.write_text(text, encoding="utf-8")
        store.add(read_document(path))
    yield Engine(store)
    store.close()
