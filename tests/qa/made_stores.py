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
