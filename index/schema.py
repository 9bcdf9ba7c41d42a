"""The SQL schema: what was read, one table a kind, in plain portable SQL.

A row of a document is keyed by the document and its position there, as the values of `corpus.document` refer
to each other, so reading a document back is a scan of each table in key order. Decimals are text (exact),
tuples are JSON text, enumerations their values. Everything of a document goes when its row in
`documents` goes.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION = 5
"""Raised whenever a store written by an older program can no longer be read as it is."""

metadata = MetaData()


def _span() -> tuple[Column[str], Column[int], Column[int], Column[int], Column[str]]:
    return (
        Column("file", Text, nullable=False),
        Column("line_first", Integer),
        Column("line_last", Integer),
        Column("page", Integer),
        Column("box", Text),
    )


def _document() -> Column[int]:
    return Column("document", Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _part(name: str, *columns: Column[str] | Column[int] | Column[bool], nested: str | None = None) -> Table:
    """A table of document parts in key order; `nested` names the key between document and position."""
    keys = [_document(), *([_number(nested)] if nested else []), _number("position")]
    return Table(
        name,
        metadata,
        *keys,
        *columns,
        PrimaryKeyConstraint(*(key.name for key in keys)),
        sqlite_with_rowid=False,
    )


meta = Table("meta", metadata, Column("key", Text, primary_key=True), _text("value"))

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("name"),
    _text("title"),
    _text("body"),
    Column("year", Integer),
    _text("stage"),
    _text("level"),
    _text("digest"),
    Column("pages", Integer),
    _number("tables"),
    _number("facts"),
    _number("uncertain"),
    _text("recognised"),
    _text("unread"),
    UniqueConstraint("name"),
    # An id is never given twice, so whatever is remembered by id elsewhere cannot go stale.
    sqlite_autoincrement=True,
)

sources = Table(
    "sources",
    metadata,
    Column("document", Integer, ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The files as they were read, so that a place can be shown on its page and a document opened."""

sections = _part("sections", _text("title"), _number("level"), Column("parent", Integer), *_span())

paragraphs = _part("paragraphs", _text("text"), _number("section"), *_span())

tables = _part(
    "tables", _text("title"), _text("unit"), _number("section"), _text("notes"), _text("number"), *_span()
)

columns = _part("table_columns", _text("path"), _text("role"), nested="table_position")

rows = _part(
    "table_rows",
    Column("code", Text),
    _text("name"),
    _text("role"),
    Column("parent", Integer),
    _text("quote"),
    Column("item", Text),
    *_span(),
    nested="table_position",
)

cells = _part(
    "cells",
    _number("row_position"),
    _number("column_position"),
    _text("text"),
    Column("number", Text),
    Column("certain", Boolean, nullable=False),
    *_span(),
    nested="table_position",
)

facts = _part(
    "facts",
    _text("subject"),
    Column("code", Text),
    _text("measure"),
    Column("year", Integer),
    Column("base_year", Integer),
    _text("number"),
    _text("unit"),
    Column("blank", Boolean, nullable=False),
    Column("certain", Boolean, nullable=False),
    _number("section"),
    Column("cell_table", Integer),
    Column("cell_row", Integer),
    Column("cell_column", Integer),
    Column("reason", Text),
    _text("quote"),
    *_span(),
)

citations = _part(
    "citations",
    _text("title"),
    Column("number", Text),
    Column("issuer", Text),
    Column("year", Integer),
    Column("serial", Integer),
    _text("item"),
    _number("ordinal"),
    _number("section"),
    *_span(),
)

passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    _document(),
    _number("position"),
    _text("kind"),
    _text("heading"),
    _text("text"),
    _number("section"),
    Column("table_position", Integer),
    Column("hash", Text, nullable=False, index=True),
    *_span(),
    UniqueConstraint("document", "position"),
    sqlite_autoincrement=True,
)


class Role(StrEnum):
    """As what a text was embedded: to be found, or as one of the terms that a word may mean."""

    PASSAGE = "passage"
    TERM = "term"


vectors = Table(
    "vectors",
    metadata,
    _text("model"),
    _text("role"),
    _text("hash"),
    Column("vector", LargeBinary, nullable=False),
    PrimaryKeyConstraint("model", "role", "hash"),
    sqlite_with_rowid=False,
)
"""Embeddings by the text's hash, not by its place: the same text and model is never embedded twice."""

feedback = Table(
    "feedback",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("at"),
    _text("opinion"),
    _text("comment"),
    _text("question"),
    _text("history"),
    Column("document", Text),
    _text("answer"),
    sqlite_autoincrement=True,
)
"""What people said of answers; of no document, so that it stays when documents are replaced."""
