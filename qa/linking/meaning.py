"""What the question's words cannot find, by meaning: an everyday word's account, a passage worded otherwise.

The encoder and the vectors are loaded by the first question that needs them; figures named as the documents or the
lexicon name them are answered without.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from threading import Lock
from typing import Protocol

from index import Encoder, Hit, Searcher, Store, default_encoder, ensure_vectors

Progress = Callable[[int, int], None]

MARGIN = 0.03
"""How much nearer the nearest name must be than the second to be meant.

Of 249 everyday words of the lexicon this takes 48, all rightly, and none of 45 words for what the document lacks
(员工, 广告费, …); a third of it takes 8 of those.
"""
NEAR = 0.85
DEPTH = 8


class Meaning(Protocol):
    """Finds by meaning within one store."""

    def name(self, word: str, names: Sequence[str]) -> str | None:
        """The name that an everyday word means, where one is clearly nearest."""

    def passages(self, question: str, documents: Sequence[int]) -> Sequence[Hit]:
        """The passages of some documents nearest to a question, by words and meaning together."""


class StoreMeaning:
    """Meaning by the encoder of the settings, over a store whose passages are embedded when they are first needed.

    While `prepare` runs, nothing is found by meaning: a question does not wait for a whole store to be embedded.
    """

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress
        self._lock = Lock()
        self._embedded = ""
        self._preparing = False

    @cached_property
    def _encoder(self) -> Encoder:
        return default_encoder()

    @cached_property
    def _searcher(self) -> Searcher:
        return Searcher(self._store, self._encoder)

    def prepare(self, names: Sequence[str], progress: Progress) -> None:
        """Embed what questions are held against: the store's passages, and the names of rows and columns."""
        with self._lock:
            self._preparing = True
            try:
                ensure_vectors(self._store, self._encoder, progress)
                self._searcher.nearest_terms(names[0], names)
            finally:
                self._preparing = False

    def name(self, word: str, names: Sequence[str]) -> str | None:
        """The name that an everyday word means, where one is clearly nearest."""
        if self._preparing:
            return None
        ranked = self._searcher.nearest_terms(word, names)[:2]
        if len(ranked) < 2 or ranked[0][1] < NEAR or ranked[0][1] - ranked[1][1] < MARGIN:
            return None
        return ranked[0][0]

    def passages(self, question: str, documents: Sequence[int], most: int = DEPTH) -> Sequence[Hit]:
        """The passages of some documents nearest to a question, by words and meaning together."""
        if not self._preparing:
            self._ensure()
        return self._searcher.search(question, most, documents)

    def _ensure(self) -> None:
        with self._lock:
            revision = self._store.revision()
            if revision != self._embedded:
                ensure_vectors(self._store, self._encoder, self._progress)
                self._embedded = revision
