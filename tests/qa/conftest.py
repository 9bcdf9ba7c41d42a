from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from index import Store
from qa.catalog import Catalog
from qa.engine import Engine

DOCUMENTS = sorted((Path(corpus.__file__).parent / "documents").iterdir())


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory):
    """A store of the documents that ship; tests only read it."""
    store = Store.open(tmp_path_factory.mktemp("shipped"))
    for document in DOCUMENTS:
        store.add(corpus.read_document(document))
    yield store
    store.close()


@pytest.fixture(scope="session")
def shipped(shipped_store):
    """The engine over the documents that ship."""
    return Engine(shipped_store)


@pytest.fixture(scope="session")
def shipped_book(shipped, shipped_store):
    """The same documents as the engine's parts see them: with what finds by meaning."""
    from qa.book import Book

    (record,) = shipped_store.records()
    return Book((Catalog(shipped_store.load(record.id), record.id),), shipped._meaning)
