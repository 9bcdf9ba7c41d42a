"""Vectors kept in the store by model and text, so that the same text and model is never embedded twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Connection, bindparam, insert, select

from index import schema
from index.errors import StoreError
from index.passages import text_hash
from index.schema import Role

if TYPE_CHECKING:
    from index.encoder import Encoder, Vectors
    from index.store import Store

T = TypeVar("T")

BATCH = 16
"""Texts that are embedded and kept at a time: what a stop may lose, and how often progress is told."""

FEW = 500
"""Values in one `IN (…)`: databases limit them."""

KEPT = select(schema.vectors.c.hash, schema.vectors.c.vector).where(
    schema.vectors.c.model == bindparam("model"),
    schema.vectors.c.role == bindparam("role"),
    schema.vectors.c.hash.in_(bindparam("hashes", expanding=True)),
)


def batches(values: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The values in order, `size` at a time."""
    return (values[at : at + size] for at in range(0, len(values), size))


def matrix(blobs: Sequence[bytes]) -> Vectors:
    """Stored vectors as the rows of an array.

    Raises:
        StoreError: they are not all of one dimension.

    """
    import numpy as np

    if len({len(blob) for blob in blobs}) > 1 or any(len(blob) % 4 for blob in blobs):
        raise StoreError("the stored vectors are damaged: delete the store and ingest the documents again")
    return np.frombuffer(b"".join(blobs), dtype="<f4").reshape(len(blobs), -1)


def kept(connection: Connection, model: str, role: Role, hashes: Sequence[str]) -> dict[str, bytes]:
    """The vectors that the store has of these text hashes under this model."""
    found: dict[str, bytes] = {}
    for some in batches(hashes, FEW):
        wanted = {"model": model, "role": role.value, "hashes": list(some)}
        found |= {row.hash: row.vector for row in connection.execute(KEPT, wanted)}
    return found


def keep(store: Store, model: str, role: Role, vectors: Mapping[str, bytes]) -> None:
    """Keep new vectors by their text hash; what another process kept meanwhile stays."""
    with store.writing() as connection:
        there = kept(connection, model, role, list(vectors))
        fresh = [
            {"model": model, "role": role.value, "hash": key, "vector": blob}
            for key, blob in vectors.items()
            if key not in there
        ]
        if fresh:
            connection.execute(insert(schema.vectors), fresh)


def embed(encoder: Encoder, texts: Sequence[str]) -> dict[str, bytes]:
    """New vectors of some texts, by text hash."""
    rows = encoder.encode_passages(texts).astype("<f4")
    return {text_hash(text): row.tobytes() for text, row in zip(texts, rows, strict=True)}


def embedded(store: Store, encoder: Encoder, role: Role, texts: Sequence[str]) -> Vectors:
    """The vectors of the texts in their order, embedding and keeping those that the store lacks."""
    keys = [text_hash(text) for text in texts]
    with store.reading() as connection:
        found = kept(connection, encoder.id, role, keys)
    missing = list(dict.fromkeys(text for text, key in zip(texts, keys, strict=True) if key not in found))
    for some in batches(missing, BATCH):
        fresh = embed(encoder, some)
        keep(store, encoder.id, role, fresh)
        found.update(fresh)
    return matrix([found[key] for key in keys])
