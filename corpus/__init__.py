"""Reading published budgets and final accounts into typed sections, tables, facts and citations.

The reader is imported when it is first used: questions over what a store holds need only the document model.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.document_numbers import parse_number
    from corpus.errors import ReadError
    from corpus.guarded import guarded_reader
    from corpus.read import read_document

HOMES = {
    "ReadError": "errors",
    "guarded_reader": "guarded",
    "parse_number": "document_numbers",
    "read_document": "read",
}

__all__ = ["ReadError", "guarded_reader", "parse_number", "read_document"]


def __getattr__(name: str) -> object:
    """The public name from the module that holds it."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
