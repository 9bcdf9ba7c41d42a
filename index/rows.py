"""Documents to rows of the schema: each kind of part with its values, in the document's order.

`reading.py` is the mirror. A value is written under its column's name; Decimals and tuples become text that
reads back to the same value.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, Table, insert, select

from corpus.document import CellPlace, Document, RowItem, Span
from index import schema
from index.passages import Passage

Values = dict[str, str | int | bool | None]


def span_values(span: Span) -> Values:
    """A span as the five columns that every placed row has."""
    first, last = span.lines or (None, None)
    return {
        "file": span.file,
        "line_first": first,
        "line_last": last,
        "page": span.page,
        "box": None if span.box is None else json.dumps(span.box),
    }


def strings(values: tuple[str, ...]) -> str:
    """A tuple of strings as one column's text."""
    return json.dumps(values, ensure_ascii=False)


def _cell_values(cell: CellPlace | None) -> Values:
    if cell is None:
        return {"cell_table": None, "cell_row": None, "cell_column": None}
    return {"cell_table": cell.table, "cell_row": cell.row, "cell_column": cell.column}


def _sections(document: Document) -> Iterator[Values]:
    for position, section in enumerate(document.sections):
        yield {
            "position": position,
            "title": section.title,
            "level": section.level,
            "parent": section.parent,
            **span_values(section.span),
        }


def _paragraphs(document: Document) -> Iterator[Values]:
    for position, paragraph in enumerate(document.paragraphs):
        yield {
            "position": position,
            "text": paragraph.text,
            "section": paragraph.section,
            **span_values(paragraph.span),
        }


def _tables(document: Document) -> Iterator[Values]:
    for position, table in enumerate(document.tables):
        yield {
            "position": position,
            "title": table.title,
            "unit": table.unit,
            "section": table.section,
            "notes": strings(table.notes),
            "number": table.number,
            **span_values(table.span),
        }


def _columns(document: Document) -> Iterator[Values]:
    for at, table in enumerate(document.tables):
        for position, column in enumerate(table.columns):
            yield {
                "table_position": at,
                "position": position,
                "path": strings(column.path),
                "role": column.role.value,
            }


def _rows(document: Document) -> Iterator[Values]:
    for at, table in enumerate(document.tables):
        for position, row in enumerate(table.rows):
            yield {
                "table_position": at,
                "position": position,
                "code": row.code,
                "name": row.name,
                "role": row.role.value,
                "parent": row.parent,
                "quote": row.quote,
                "item": _item(row.item) if row.item else None,
                **span_values(row.span),
            }


def _item(item: RowItem) -> str:
    return json.dumps([item.unit, item.code, item.name, item.kinds], ensure_ascii=False)


def _cells(document: Document) -> Iterator[Values]:
    for at, table in enumerate(document.tables):
        for position, cell in enumerate(table.cells):
            yield {
                "table_position": at,
                "position": position,
                "row_position": cell.row,
                "column_position": cell.column,
                "text": cell.text,
                "number": None if cell.number is None else str(cell.number),
                "certain": cell.certain,
                **span_values(cell.span),
            }


def _facts(document: Document) -> Iterator[Values]:
    for position, fact in enumerate(document.facts):
        yield {
            "position": position,
            "subject": fact.subject,
            "code": fact.code,
            "measure": fact.measure.value,
            "year": fact.year,
            "base_year": fact.base_year,
            "number": str(fact.quantity.number),
            "unit": fact.quantity.unit,
            "blank": fact.blank,
            "certain": fact.certain,
            "section": fact.section,
            **_cell_values(fact.cell),
            "reason": fact.reason,
            "quote": fact.quote,
            **span_values(fact.span),
        }


def _citations(document: Document) -> Iterator[Values]:
    for position, citation in enumerate(document.citations):
        yield {
            "position": position,
            "title": citation.title,
            "number": citation.number,
            "issuer": citation.issuer,
            "year": citation.year,
            "serial": citation.serial,
            "item": citation.item,
            "ordinal": citation.ordinal,
            "section": citation.section,
            **span_values(citation.span),
        }


PARTS: tuple[tuple[Table, Callable[[Document], Iterator[Values]]], ...] = (
    (schema.sections, _sections),
    (schema.paragraphs, _paragraphs),
    (schema.tables, _tables),
    (schema.columns, _columns),
    (schema.rows, _rows),
    (schema.cells, _cells),
    (schema.facts, _facts),
    (schema.citations, _citations),
)


def head(document: Document) -> Values:
    """The document's own row: what it is, and counts that a listing shows without reading its parts."""
    return {
        "name": document.name,
        "title": document.title,
        "body": document.body,
        "year": document.year,
        "stage": document.stage.value,
        "level": document.level.value,
        "digest": document.digest,
        "pages": document.pages,
        "tables": len(document.tables),
        "facts": len(document.facts),
        "uncertain": sum(not cell.certain for table in document.tables for cell in table.cells),
        "recognised": json.dumps(document.recognised),
        "unread": json.dumps(document.unread),
    }


def write_parts(connection: Connection, key: int, document: Document) -> None:
    """Insert every part of the document under the id of its own row."""
    for table, values in PARTS:
        if records := [{"document": key, **record} for record in values(document)]:
            connection.execute(insert(table), records)


def write_passages(
    connection: Connection, key: int, passages: Sequence[Passage]
) -> tuple[tuple[int, str], ...]:
    """Insert a document's passages; gives each one's new id with its content, in their order."""
    records: list[Values] = [
        {
            "document": key,
            "position": position,
            "kind": passage.kind.value,
            "heading": strings(passage.heading),
            "text": passage.text,
            "section": passage.section,
            "table_position": passage.table,
            "hash": passage.hash,
            **span_values(passage.span),
        }
        for position, passage in enumerate(passages)
    ]
    if records:
        connection.execute(insert(schema.passages), records)
    columns = schema.passages.c
    ids = select(columns.id).where(columns.document == key).order_by(columns.position)
    return tuple(
        (number, passage.content)
        for number, passage in zip(connection.execute(ids).scalars(), passages, strict=True)
    )
