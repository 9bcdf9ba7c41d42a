"""The source of a figure or sentence: the table with the cell marked, or the text with the sentence marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Cell, CellPlace, Document, Paragraph, RowRole, Span, Table
from corpus.readers import Places, places_in
from qa.commands.places import RECOGNISED, place
from qa.errors import PlaceError
from qa.serve.addresses import Place
from qa.serve.heads import header
from qa.serve.page.markup import render
from qa.telling.wording import Language

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
    template, span, values = _table(document, at.cell) if at.cell else _text(document, at)
    where = place(span.page, span.lines, language, span.file)
    if document.is_recognised(span):
        where += RECOGNISED[language]
    image = _image(key, span)
    return render(template, language, document=document, key=key, at=at, where=where, image=image, **values)


def _image(key: int, span: Span) -> str | None:
    """The address of the page's image with the place marked; only pages that are laid out have one."""
    if span.page is None or span.box is None or places_in(span.file) is not Places.PAGES:
        return None
    box = ",".join(f"{max(edge, 0):.1f}" for edge in span.box)
    return f"api/documents/{key}/pages/{span.page}.png?box={box}"


def _table(document: Document, at: CellPlace) -> tuple[str, Span, dict[str, object]]:
    """The template of a table, the place of the cell (of its row where it is blank), and the template's values."""
    if at.table >= len(document.tables):
        raise PlaceError(f"{document.name} has no such cell")
    table = document.tables[at.table]
    if at.row >= len(table.rows) or at.column >= len(table.columns):
        raise PlaceError(f"{document.name} has no such cell")
    columns = [number for number, each in enumerate(table.columns) if each.role.holds_figures]
    values: dict[str, object] = {
        "path": tuple(dict.fromkeys((*document.heading_path(table.section), table.title))),
        "table": table,
        "header": header({number: table.columns[number].path for number in columns}),
        "coded": any(row.code for row in table.rows),
        "lines": list(_lines(document.name, table, at, columns)),
    }
    marked = (
        cell.span for cell in table.cells if (cell.row, cell.column) == (at.row, at.column) and cell.text
    )
    return "table.html", next(marked, table.rows[at.row].span), values


def _lines(name: str, table: Table, at: CellPlace, columns: Sequence[int]) -> Iterator[Line]:
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    for number, row in enumerate(table.rows):
        shown = (_shown(name, CellPlace(at.table, number, c), cells.get((number, c)), at) for c in columns)
        yield Line(row.code or "", row.name, row.role is RowRole.TOTAL, number == at.row, tuple(shown))


def _shown(name: str, own: CellPlace, cell: Cell | None, at: CellPlace) -> Shown:
    lit = own.column == at.column
    if cell is None:
        return Shown("", True, own == at, lit, None)
    return Shown(cell.text, cell.certain, own == at, lit, Place(name, own).query if cell.text else None)


def _text(document: Document, at: Place) -> tuple[str, Span, dict[str, object]]:
    """The template of running text, the place of the marked paragraph, and the template's values."""
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
    return "text.html", chosen.span, {"path": document.heading_path(chosen.section), "paragraphs": near}


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


def nothing(reason: str, language: Language) -> str:
    """The panel where there is nothing to show, with what to do."""
    return render("nothing.html", language, reason=reason)
