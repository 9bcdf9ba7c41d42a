"""What was read, kept and found again: the store, and search by words and by meaning.

A store is filled and read without any model; vectors are made when a search first needs them. Importing this
loads no model and neither numpy, FAISS nor torch.
"""

from __future__ import annotations

from index.encoder import (
    Encoder,
    NanoEncoder,
    SentenceTransformerEncoder,
    as_sentence_transformer,
    default_encoder,
)
from index.errors import EncoderError, StoreBusy, StoreError, UnknownDocument
from index.feedback import Feedback, Opinion, add_feedback, all_feedback
from index.passages import Passage, PassageKind
from index.search import Hit, Searcher
from index.store import DocumentRecord, Store
from index.vectors import ensure_vectors

__all__ = [
    "DocumentRecord",
    "Encoder",
    "EncoderError",
    "Feedback",
    "Hit",
    "NanoEncoder",
    "Opinion",
    "Passage",
    "PassageKind",
    "Searcher",
    "SentenceTransformerEncoder",
    "Store",
    "StoreBusy",
    "StoreError",
    "UnknownDocument",
    "add_feedback",
    "all_feedback",
    "as_sentence_transformer",
    "default_encoder",
    "ensure_vectors",
]
