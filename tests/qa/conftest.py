from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from shipped import DOCUMENTS

import corpus
import qa.linking.meaning
from index import Store
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.engine import Engine, no_progress


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
def answer_to(shipped):
    """The shipped documents' answer to a question on its own; the same question is not answered twice."""
    return cache(shipped.ask)


@pytest.fixture(scope="session")
def book(shipped_store):
    """The shipped document as the parts of the program see it, without anything found by meaning."""
    return Book(
        tuple(Catalog(shipped_store.load(record.id), record.id) for record in shipped_store.records())
    )


class LetterEncoder:
    """Texts are near each other by the letters that they share: for tests that ask much and not what it means."""

    id = "letters"
    dimension = 64

    def encode_query(self, text: str) -> np.ndarray:
        counts = np.full(self.dimension, 0.01, dtype=np.float32)
        for letter in text:
            counts[ord(letter) % self.dimension] += 1
        return counts / np.linalg.norm(counts)

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self.encode_query(text) for text in texts])


@pytest.fixture(scope="session")
def quick(tmp_path_factory):
    """An engine over the same documents that finds by letters where the shipped one finds by meaning."""
    store = Store.open(tmp_path_factory.mktemp("quick"))
    for document in DOCUMENTS:
        store.add(corpus.read_document(document))
    engine = Engine(store)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(qa.linking.meaning, "default_encoder", LetterEncoder)
        engine.prepare(no_progress)  # the encoder is chosen here, and kept
    yield engine
    store.close()
