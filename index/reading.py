"""Rows of the schema back to the document that they came from: the mirror of `rows.py`.

This is on the way of every question: each kind is read with one ordered scan, and equal places are shared.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from sqlalchemy import Connection, Executable, Table, bindparam, select

from corpus.document import (
    Cell,
    CellPlace,
    Citation,
    Column,
    ColumnRole,
    Document,
    Fact,
    Level,
    Measure,
    Paragraph,
    Row,
    RowItem,
    RowRole,
    Section,
    Span,
    Stage,
)
from corpus.document import Table as DocumentTable
from corpus.quantity import Quantity
from index import schema
from index.passages import Passage, PassageKind

Place = Callable[[str, int | None, int | None, int | None, str | None], Span]


def _scan(table: Table) -> Executable:
    wanted = [column for column in table.columns if column.name != "document"]
    keys = [column for column in table.primary_key.columns if column.name != "document"]
    return select(*wanted).where(table.c.document == bindparam("key")).order_by(*keys)


SECTIONS = _scan(schema.sections)
PARAGRAPHS = _scan(schema.paragraphs)
TABLES = _scan(schema.tables)
COLUMNS = _scan(schema.columns)
ROWS = _scan(schema.rows)
CELLS = _scan(schema.cells)
FACTS = _scan(schema.facts)
CITATIONS = _scan(schema.citations)
PASSAGES = select(schema.passages).where(schema.passages.c.id.in_(bindparam("ids", expanding=True)))
HEAD = select(schema.documents).where(schema.documents.c.id == bindparam("key"))


def span(file: str, first: int | None, last: int | None, page: int | None, box: str | None) -> Span:
    """The place that five columns hold."""
    lines = None if first is None or last is None else (first, last)
    if box is None:
        return Span(file, lines, page)
    left, top, right, bottom = json.loads(box)
    return Span(file, lines, page, (left, top, right, bottom))


def _item(text: str | None) -> RowItem | None:
    if text is None:
        return None
    unit, code, name, kinds = json.loads(text)
    return RowItem(unit, code, name, tuple(kinds))


@dataclass(frozen=True, slots=True)
class _Reader:
    """One document's scans; `place` gives equal places as one object, as the cells of a row share theirs."""

    connection: Connection
    key: int
    place: Place

    def sections(self) -> tuple[Section, ...]:
        found = self.connection.execute(SECTIONS, {"key": self.key})
        return tuple(Section(title, level, parent, self.place(*at)) for _, title, level, parent, *at in found)

    def paragraphs(self) -> tuple[Paragraph, ...]:
        found = self.connection.execute(PARAGRAPHS, {"key": self.key})
        return tuple(Paragraph(text, section, self.place(*at)) for _, text, section, *at in found)

    def columns(self) -> dict[int, list[Column]]:
        columns: dict[int, list[Column]] = defaultdict(list)
        for table, _, path, role in self.connection.execute(COLUMNS, {"key": self.key}):
            columns[table].append(Column(tuple(json.loads(path)), ColumnRole(role)))
        return columns

    def rows(self) -> dict[int, list[Row]]:
        rows: dict[int, list[Row]] = defaultdict(list)
        found = self.connection.execute(ROWS, {"key": self.key})
        for table, _, code, name, role, parent, quote, item, file, first, last, page, box in found:
            at = self.place(file, first, last, page, box)
            rows[table].append(Row(code, name, RowRole(role), parent, at, quote, _item(item)))
        return rows

    def cells(self) -> dict[int, list[Cell]]:
        cells: dict[int, list[Cell]] = defaultdict(list)
        found = self.connection.execute(CELLS, {"key": self.key})
        for table, _, row, column, text, number, certain, file, first, last, page, box in found:
            exact = None if number is None else Decimal(number)
            at = self.place(file, first, last, page, box)
            cells[table].append(Cell(row, column, text, exact, certain, at))
        return cells

    def tables(self) -> tuple[DocumentTable, ...]:
        columns, rows, cells = self.columns(), self.rows(), self.cells()
        found = self.connection.execute(TABLES, {"key": self.key})
        return tuple(
            DocumentTable(
                title=title,
                unit=unit,
                section=section,
                columns=tuple(columns[position]),
                rows=tuple(rows[position]),
                cells=tuple(cells[position]),
                notes=tuple(json.loads(notes)),
                span=self.place(*at),
                number=number,
            )
            for position, title, unit, section, notes, number, *at in found
        )

    def facts(self) -> tuple[Fact, ...]:
        facts: list[Fact] = []
        found = self.connection.execute(FACTS, {"key": self.key})
        for _, subject, code, measure, year, base_year, number, unit, *rest in found:
            blank, certain, section, table, row, column, reason, quote, *at = rest
            facts.append(
                Fact(
                    subject=subject,
                    code=code,
                    measure=Measure(measure),
                    year=year,
                    base_year=base_year,
                    quantity=Quantity(Decimal(number), unit),
                    blank=blank,
                    certain=certain,
                    section=section,
                    cell=None if table is None else CellPlace(table, row, column),
                    reason=reason,
                    quote=quote,
                    span=self.place(*at),
                )
            )
        return tuple(facts)

    def citations(self) -> tuple[Citation, ...]:
        found = self.connection.execute(CITATIONS, {"key": self.key})
        return tuple(
            Citation(title, number, issuer, year, serial, item, ordinal, section, self.place(*at))
            for _, title, number, issuer, year, serial, item, ordinal, section, *at in found
        )


def read_document(connection: Connection, key: int) -> Document | None:
    """The document whose row has this id, equal to the one that was written; None where there is none."""
    head = connection.execute(HEAD, {"key": key}).one_or_none()
    if head is None:
        return None
    reader = _Reader(connection, key, cache(span))
    return Document(
        name=head.name,
        title=head.title,
        body=head.body,
        year=head.year,
        stage=Stage(head.stage),
        level=Level(head.level),
        digest=head.digest,
        pages=head.pages,
        sections=reader.sections(),
        paragraphs=reader.paragraphs(),
        tables=reader.tables(),
        facts=reader.facts(),
        citations=reader.citations(),
        recognised=tuple(json.loads(head.recognised)),
        unread=tuple(json.loads(head.unread)),
    )


def read_passages(connection: Connection, ids: Collection[int]) -> dict[int, tuple[int, Passage]]:
    """The passages of these ids, each with its document's id; ids that are gone are left out."""
    return {
        row.id: (
            row.document,
            Passage(
                text=row.text,
                heading=tuple(json.loads(row.heading)),
                section=row.section,
                span=span(row.file, row.line_first, row.line_last, row.page, row.box),
                kind=PassageKind(row.kind),
                table=row.table_position,
            ),
        )
        for row in connection.execute(PASSAGES, {"ids": list(ids)})
    }
