"""Passages for a question, by words and by meaning together; and the terms that an everyday word may mean.

Words find the exact name, meaning finds the other wording of it. The two rankings are fused by their ranks
alone (reciprocal rank fusion), since a BM25 score and a cosine have no common scale.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from index import lexical
from index.embeddings import embedded
from index.passages import Passage
from index.reading import read_passages
from index.schema import Role
from index.store import read_revision
from index.vectors import VectorIndex, open_vectors, passages_of

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from index.encoder import Encoder, Vectors
    from index.store import Store

FUSION = 60
"""The constant of reciprocal rank fusion, 1 / (FUSION + rank): the value of Cormack, Clarke and Büttcher
(SIGIR 2009), at which one ranking's first place does not outweigh good places in both."""

DEPTH = 50
"""How deep each ranking is read before they are fused, at least."""

Ranking = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, its document's id, and why: its 1-based rank by words and by meaning, and its cosine.

    A rank is None where that ranking did not find it, `similarity` where it was not found by meaning. `score`
    is the fused one: it orders the hits of one search and means nothing beside another search's.
    """

    passage: Passage
    document: int
    score: float
    lexical_rank: int | None
    vector_rank: int | None
    similarity: float | None


class Searcher:
    """Searches one store; with no encoder, or as long as passages are not all embedded, by words alone."""

    def __init__(self, store: Store, encoder: Encoder | None) -> None:
        self._store = store
        self._encoder = encoder
        self._lock = Lock()
        self._vectors: VectorIndex | None = None
        self._terms = lru_cache(maxsize=8)(self._embedded_terms)

    def search(self, query: str, k: int, documents: Collection[int] | None = None) -> tuple[Hit, ...]:
        """The k best passages for the query, best first; `documents` limits the search to those ids.

        Both rankings are read to the depth of max(`DEPTH`, 2 k) before they are fused. Any text is a query.
        """
        depth = max(DEPTH, 2 * k)
        with self._store.reading() as connection:
            by_words = lexical.ranked(connection, query, depth, documents)
            by_meaning = self._nearest(connection, query, depth, documents)
            scores = fused(by_words, by_meaning)
            best = sorted(scores, key=lambda key: (-scores[key], key))[:k]
            passages = read_passages(connection, best)
        words = {key: rank for rank, (key, _) in enumerate(by_words, 1)}
        meaning = {key: (rank, similarity) for rank, (key, similarity) in enumerate(by_meaning, 1)}
        hits: list[Hit] = []
        for key in best:
            document, passage = passages[key]
            rank, similarity = meaning.get(key, (None, None))
            hits.append(Hit(passage, document, scores[key], words.get(key), rank, similarity))
        return tuple(hits)

    def nearest_terms(self, text: str, terms: Sequence[str]) -> tuple[tuple[str, float], ...]:
        """The terms by how near their meaning is to the text's, nearest first, with the cosine.

        The terms' vectors are kept in the store, so only a model's first use of a vocabulary takes time (5 ms
        a term). Nothing without an encoder. Cosines of e5 models lie between 0.7 and 1: the margin between
        the first two tells more than the first.
        """
        if self._encoder is None or not terms or not text.strip():
            return ()
        similarities = self._terms(tuple(terms)) @ self._encoder.encode_query(text)
        ranked = sorted(zip(terms, similarities.tolist(), strict=True), key=lambda pair: -pair[1])
        return tuple(ranked)

    def _embedded_terms(self, terms: tuple[str, ...]) -> Vectors:
        assert self._encoder is not None
        return embedded(self._store, self._encoder, Role.TERM, terms)

    def _nearest(
        self, connection: Connection, query: str, depth: int, documents: Collection[int] | None
    ) -> Ranking:
        index = self._current(connection)
        if index is None or self._encoder is None or not query.strip():
            return ()
        within = None if documents is None else passages_of(connection, documents)
        return index.nearest(self._encoder.encode_query(query), depth, within)

    def _current(self, connection: Connection) -> VectorIndex | None:
        """The vectors of the revision that the connection sees; one of an earlier revision is let go."""
        if self._encoder is None:
            return None
        with self._lock:
            if self._vectors is None or self._vectors.revision != read_revision(connection):
                self._vectors = open_vectors(connection, self._store.folder, self._encoder.id)
            return self._vectors


def fused(*rankings: Ranking) -> dict[int, float]:
    """Each passage that a ranking found, with the sum of 1 / (`FUSION` + its rank) over the rankings."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, (key, _) in enumerate(ranking, 1):
            scores[key] = scores.get(key, 0.0) + 1 / (FUSION + rank)
    return scores
