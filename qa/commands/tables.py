"""`tables`: the parsed tables of a document, as CSV and JSON for scripts and as Markdown for people."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from corpus.document import Cell, ColumnRole, Document, Row, Table
from corpus.units import cell_unit
from qa.answer import plain
from qa.commands.terminal import show, show_json

CSV_COLUMNS = ("table", "row", "column", "value", "unit", "page", "line", "certain")


def write_csv(tables: Iterable[Table], out: TextIO) -> None:
    """A heading, and a line for each cell of the tables that holds a number; blank cells have none."""
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(CSV_COLUMNS)
    for table in tables:
        lines.writerows(csv_rows(table))


def csv_rows(table: Table) -> Iterator[tuple[str | int | None, ...]]:
    """The cells that hold a number, each as the values of `CSV_COLUMNS`."""
    return (_csv_row(table, cell) for cell in table.cells if cell.number is not None)


def write_json(document: Document) -> None:
    """The tables as one JSON array, blank cells included."""
    show_json([_table_json(document, table) for table in document.tables])


def write_markdown(document: Document) -> None:
    """The tables for a person; `?` marks a number that could not be proven."""
    show("\n\n".join("\n".join(_markdown(table)) for table in document.tables) or "（没有表格）")


def _csv_row(table: Table, cell: Cell) -> tuple[str | int | None, ...]:
    return (
        table.title,
        _row_label(table.rows[cell.row]),
        _column_label(table, cell.column),
        _value(cell),
        cell_unit(table, cell),
        cell.span.page,
        cell.span.lines[0] if cell.span.lines else None,
        "true" if cell.certain else "false",
    )


def _table_json(document: Document, table: Table) -> dict[str, object]:
    cells: dict[int, list[dict[str, object]]] = {}
    for cell in table.cells:
        cells.setdefault(cell.row, []).append(_cell_json(table, cell))
    return {
        "title": table.title,
        "unit": table.unit,
        "section": list(document.heading_path(table.section)),
        "page": table.span.page,
        "lines": table.span.lines,
        "columns": [{"path": list(column.path), "role": str(column.role)} for column in table.columns],
        "rows": [_row_json(row, cells.get(number, [])) for number, row in enumerate(table.rows)],
        "notes": list(table.notes),
    }


def _row_json(row: Row, cells: list[dict[str, object]]) -> dict[str, object]:
    return {
        "code": row.code,
        "name": joined(row.name),
        "role": str(row.role),
        "parent": row.parent,
        "page": row.span.page,
        "lines": row.span.lines,
        "cells": cells,
    }


def _cell_json(table: Table, cell: Cell) -> dict[str, object]:
    return {
        "column": cell.column,
        "text": cell.text,
        "value": None if cell.number is None else _value(cell),
        "unit": cell_unit(table, cell),
        "certain": cell.certain,
    }


def _markdown(table: Table) -> Iterator[str]:
    figures = [number for number, column in enumerate(table.columns) if column.role.holds_figures]
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    names = [" / ".join(column.path) for column in table.columns if column.role is ColumnRole.NAME]
    head = ["编码", names[0] if names else "项目", *(_column_label(table, number) for number in figures)]
    body = [
        [row.code or "", joined(row.name), *(_shown(cells.get((number, column))) for column in figures)]
        for number, row in enumerate(table.rows)
    ]
    if not any(row.code for row in table.rows):
        head, body = head[1:], [line[1:] for line in body]
    yield f"## {joined(table.title)}"
    yield f"\n单位：{table.unit}\n"
    yield from _grid([[_escaped(text) for text in line] for line in (head, *body)], len(figures))
    yield from (f"\n{note}" for note in table.notes)
    if any(cell.number is not None and not cell.certain for cell in table.cells):
        yield "\n?：该数属于哪一列，或在扫描页上有没有认错，表内的加总关系不足以证明"


def _grid(lines: Sequence[Sequence[str]], figures: int) -> Iterator[str]:
    """The lines of a Markdown table, padded so that it reads as a table in a terminal too."""
    widths = [max(3, *(_width(text) for text in column)) for column in zip(*lines, strict=True)]
    left = len(widths) - figures
    rules = ["-" * width if at < left else "-" * (width - 1) + ":" for at, width in enumerate(widths)]
    for line in (lines[0], rules, *lines[1:]):
        padding = [" " * (width - _width(text)) for text, width in zip(line, widths, strict=True)]
        padded = [t + p if at < left else p + t for at, (t, p) in enumerate(zip(line, padding, strict=True))]
        yield f"| {' | '.join(padded)} |"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def _shown(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell.text if cell.certain or cell.number is None else f"{cell.text}?"


def _row_label(row: Row) -> str:
    return " ".join(part for part in (row.code, joined(row.name)) if part)


def _column_label(table: Table, column: int) -> str:
    return " / ".join(joined(part) for part in table.columns[column].path)


def _value(cell: Cell) -> str:
    """The digits as printed, decimals and all, without separators; the number keeps the printed decimals."""
    return "" if cell.number is None else plain(cell.number)


def joined(text: str) -> str:
    """A name whose line was broken in the cell, on one line."""
    return "".join(part.strip() for part in text.splitlines())
