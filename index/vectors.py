"""Nearest passages by meaning: a FAISS index over the vectors in the store, kept in a file beside it.

The file is derived data. It is named after the model and the store's revision and carries a checksum, so an
old, foreign or damaged one is never searched: it is made again from the vectors in the store. FAISS and numpy
are imported where vectors are touched, never on the way of a figure.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy import Connection, and_, bindparam, func, select

from index import schema
from index.embeddings import BATCH, batches, embed, keep, matrix
from index.reading import read_passages
from index.schema import Role
from index.store import read_revision

if TYPE_CHECKING:
    from faiss import Index

    from index.encoder import Encoder, Vectors
    from index.store import Store

MAGIC = b"budget-qa vectors 1\n"

_passages, _vectors = schema.passages.c, schema.vectors.c
_EMBEDDED = schema.passages.outerjoin(
    schema.vectors,
    and_(
        _vectors.hash == _passages.hash,
        _vectors.model == bindparam("model"),
        _vectors.role == Role.PASSAGE.value,
    ),
)
STORED = select(_passages.id, _vectors.vector).select_from(_EMBEDDED).order_by(_passages.id)
MISSING = (
    select(func.min(_passages.id))
    .select_from(_EMBEDDED)
    .where(_vectors.hash.is_(None))
    .group_by(_passages.hash)
    .order_by(func.min(_passages.id))
)
OF_DOCUMENTS = select(_passages.id).where(_passages.document.in_(bindparam("documents", expanding=True)))


@dataclass(frozen=True, slots=True)
class VectorIndex:
    """The vectors of every passage of one revision of a store under one model, ready to be searched."""

    model: str
    revision: str
    index: Index

    def nearest(
        self, query: Vectors, k: int, within: Collection[int] | None
    ) -> tuple[tuple[int, float], ...]:
        """The k passages nearest to the query's vector (d,), best first: passage id and cosine.

        `within` limits the search to these passage ids; fewer than k are found where there are no more.
        """
        import faiss
        import numpy as np

        if (within is not None and not within) or k < 1:
            return ()
        # One query is one thread's work: more would spin idly beside the encoder's. OpenMP keeps the number
        # by thread, so each caller's sets it.
        faiss.omp_set_num_threads(1)
        options = None
        if within is not None:
            chosen = faiss.IDSelectorBatch(np.fromiter(within, dtype=np.int64, count=len(within)))
            options = faiss.SearchParameters()
            options.sel = chosen
        wanted = min(k, self.index.ntotal)
        similarities, ids = self.index.search(query.reshape(1, -1), wanted, params=options)
        found = zip(ids[0].tolist(), similarities[0].tolist(), strict=True)
        return tuple((key, similarity) for key, similarity in found if key >= 0)


def ensure_vectors(store: Store, encoder: Encoder, progress: Callable[[int, int], None]) -> None:
    """Embed the passages that have no vector of this model yet, and make the index file.

    `progress` is told how many are done and how many there are to do; it is not called when there are none.
    Vectors are kept as they come, so a stopped run goes on where it was.
    """
    with store.reading() as connection:
        missing = list(connection.execute(MISSING, {"model": encoder.id}).scalars())
    done = 0
    for some in batches(missing, BATCH):
        progress(done, len(missing))
        with store.reading() as connection:
            texts = [passage.content for _, passage in read_passages(connection, some).values()]
        if texts:
            keep(store, encoder.id, Role.PASSAGE, embed(encoder, texts))
        done += len(some)
        progress(done, len(missing))
    with store.reading() as connection:
        open_vectors(connection, store.folder, encoder.id)


def open_vectors(connection: Connection, folder: Path, model: str) -> VectorIndex | None:
    """The index of the store as the connection sees it, from its file or from the stored vectors.

    None where some passage has no vector of this model yet, or there is no passage: see `ensure_vectors`.
    """
    revision = read_revision(connection)
    file = _file(folder, model, revision)
    index = _read(file)
    if index is not None:
        return VectorIndex(model, revision, index)
    index = _build(connection, model)
    if index is None:
        return None
    # The index serves without its file, which only saves time: a full disk must not stop an answer.
    with suppress(OSError):
        _write(index, file)
    return VectorIndex(model, revision, index)


def passages_of(connection: Connection, documents: Collection[int]) -> tuple[int, ...]:
    """The ids of all passages of these documents."""
    return tuple(connection.execute(OF_DOCUMENTS, {"documents": list(documents)}).scalars())


def _build(connection: Connection, model: str) -> Index | None:
    if connection.execute(MISSING.limit(1), {"model": model}).first() is not None:
        return None
    stored = [(key, blob) for key, blob in connection.execute(STORED, {"model": model})]
    if not stored:
        return None
    import faiss
    import numpy as np

    vectors = matrix([blob for _, blob in stored])
    index = faiss.IndexIDMap2(faiss.IndexFlatIP(vectors.shape[1]))
    index.add_with_ids(vectors, np.array([key for key, _ in stored], dtype=np.int64))
    return index


def _file(folder: Path, model: str, revision: str) -> Path:
    return folder / f"vectors-{_short(model)}-{_short(revision)}.faiss"


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def _read(file: Path) -> Index | None:
    """The index of a whole file; None where there is none, or it is not what was written."""
    try:
        content = file.read_bytes()
    except OSError:
        return None
    start = len(MAGIC) + 32
    payload = memoryview(content)[start:]
    if content[: len(MAGIC)] != MAGIC or content[len(MAGIC) : start] != sha256(payload).digest():
        return None
    import faiss
    import numpy as np

    return faiss.deserialize_index(np.frombuffer(payload, dtype=np.uint8))


def _write(index: Index, file: Path) -> None:
    """Put the file in place in one step, then drop this model's earlier ones, unfinished ones among them."""
    import faiss

    payload = faiss.serialize_index(index).tobytes()
    whole = file.with_suffix(f".{uuid4().hex}.tmp")
    try:
        whole.write_bytes(MAGIC + sha256(payload).digest() + payload)
        whole.replace(file)
    finally:
        whole.unlink(missing_ok=True)
    model = file.name.rpartition("-")[0]
    for old in file.parent.glob(f"{model}-*"):
        if old != file:
            old.unlink(missing_ok=True)
