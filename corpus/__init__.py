"""Reading published budgets and final accounts into typed sections, tables, facts and citations."""

from __future__ import annotations

from corpus.document_numbers import parse_number
from corpus.errors import ReadError
from corpus.read import read_document

__all__ = ["ReadError", "parse_number", "read_document"]
