"""The source of a figure or sentence: the table with the cell marked, or the text with the sentence marked."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import CellPlace, ColumnRole, Document, Paragraph, RowRole, Span, Table
from qa.commands.places import place
from qa.errors import PlaceError
from qa.serve.page.markup import render
from qa.serve.places import Place
from qa.wording import Language

AROUND = 3
"""Paragraphs that are shown before and after the marked one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell of the table as it is shown; `link` is its address, None for one that was not published."""

    text: str
    certain: bool
    marked: bool
    lit: bool
    link: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: code, name, and the cells of its amount columns in order."""

    code: str
    name: str
    total: bool
    lit: bool
    cells: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph as the words before, in and after the mark."""

    before: str
    marked: str
    after: str


def source(document: Document, key: int, at: Place, language: Language) -> str:
    """The place as HTML; `key` is the document's id in the store.

    Raises:
        PlaceError: the document has no such place.
    """
    if at.cell:
        return _table(document, key, at, language)
    return _text(document, key, at, language)


def _table(document: Document, key: int, at: Place, language: Language) -> str:
    assert at.cell
    if not (
        at.cell.table < len(document.tables)
        and at.cell.row < len(document.tables[at.cell.table].rows)
        and at.cell.column < len(document.tables[at.cell.table].columns)
    ):
        raise PlaceError(f"{document.name} has no such cell")
    table = document.tables[at.cell.table]
    row = table.rows[at.cell.row]
    return render(
        "table.html",
        language,
        document=document,
        key=key,
        at=at,
        where=_where(row.span, language),
        path=tuple(dict.fromkeys((*document.heading_path(table.section), table.title))),
        table=table,
        heads=_heads(table),
        coded=any(row.code for row in table.rows),
        lines=_lines(document.name, table, at),
    )


def _amounts(table: Table) -> list[int]:
    return [at for at, column in enumerate(table.columns) if column.role is ColumnRole.AMOUNT]


def _heads(table: Table) -> list[tuple[int, str]]:
    """The amount columns with their header paths."""
    return [(at, " / ".join(table.columns[at].path)) for at in _amounts(table)]


def _lines(name: str, table: Table, at: Place) -> list[Line]:
    assert at.cell
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    lines = []
    for number, row in enumerate(table.rows):
        shown = []
        for column in _amounts(table):
            cell = cells.get((number, column))
            here = (number, column) == (at.cell.row, at.cell.column)
            address = Place(name, CellPlace(at.cell.table, number, column)).query
            shown.append(
                Shown(
                    cell.text if cell else "",
                    cell is None or cell.certain,
                    here,
                    column == at.cell.column,
                    address if cell and cell.text else None,
                )
            )
        lines.append(
            Line(row.code or "", row.name, row.role is RowRole.TOTAL, number == at.cell.row, tuple(shown))
        )
    return lines


def _text(document: Document, key: int, at: Place, language: Language) -> str:
    found = _paragraph(document, at)
    if found is None:
        raise PlaceError(f"{document.name} has no such place")
    chosen = document.paragraphs[found]
    first = max(0, found - AROUND)
    near = [
        (paragraph is chosen, _marked(paragraph, at.quote if paragraph is chosen else ""))
        for paragraph in document.paragraphs[first : found + AROUND + 1]
        if paragraph.section == chosen.section
    ]
    return render(
        "text.html",
        language,
        document=document,
        key=key,
        at=at,
        where=_where(chosen.span, language),
        path=document.heading_path(chosen.section),
        paragraphs=near,
    )


def _paragraph(document: Document, at: Place) -> int | None:
    """The paragraph at a place: of those there, the one that holds the quote, else the first."""
    there = [n for n, p in enumerate(document.paragraphs) if _is_at(p.span, at)]
    holding = [n for n in there if at.quote and at.quote in document.paragraphs[n].text]
    return next(iter([*holding, *there]), None)


def _is_at(span: Span, at: Place) -> bool:
    if at.lines and span.lines:
        return span.lines[0] <= at.lines[1] and at.lines[0] <= span.lines[1]
    return at.page is not None and span.page == at.page


def _marked(paragraph: Paragraph, quote: str) -> Text:
    """The paragraph with its quote marked, to the end of the sentence where the address carries only its start."""
    start = paragraph.text.find(quote) if quote else -1
    if start < 0:
        return Text(paragraph.text, "", "")
    end = start + len(quote)
    if not quote.endswith(("。", "；", "！", "？")):
        stop = paragraph.text.find("。", end)
        end = len(paragraph.text) if stop < 0 else stop + 1
    return Text(paragraph.text[:start], paragraph.text[start:end], paragraph.text[end:])


def _where(span: Span, language: Language) -> str:
    return place(span.page, span.lines, language)


def nothing(reason: str, language: Language) -> str:
    """The panel where there is nothing to show, with what to do."""
    return render("nothing.html", language, reason=reason)
