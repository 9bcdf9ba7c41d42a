"""A project that a table sets out in several rows: by fund, by account or by unit. What it costs is all of them."""

from __future__ import annotations

from corpus.document import RowItem
from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.catalogs.resolve import amounts
from qa.query import Target
from qa.text import flatten


def every_row(target: Target, book: Book) -> tuple[Target, ...]:
    """A target for each row of the one project that a target names, all in one column of one table.

    None where it is told in one row, elsewhere as well, or where its rows are not told apart by what is beside it.
    """
    figures = [figure for reading in amounts(book.catalogs, target) for figure in reading.figures]
    places = {(f.document.name, f.fact.cell.table, f.fact.cell.column) for f in figures if f.fact.cell}
    if len(figures) < 2 or len(places) != 1 or not all(_is_project(figure) for figure in figures):
        return ()
    found = tuple(_alone(target, figure, book) for figure in figures)
    return tuple(one for one in found if one) if all(found) else ()


def _item(figure: Figure) -> RowItem | None:
    table, cell = figure.table, figure.fact.cell
    return table.rows[cell.row].item if table and cell else None


def _is_project(figure: Figure) -> bool:
    """Whether a row is of a project, which has no code: an account of several units is asked for with its unit."""
    item = _item(figure)
    return item is not None and bool(item.name) and figure.fact.code is None


def _alone(target: Target, figure: Figure, book: Book) -> Target | None:
    """The target with what is beside the project in a row, where that leaves the row alone."""
    item = _item(figure)
    beside = [flatten(text) for text in (item.unit, *item.kinds) if text] if item else []
    own = Target(tuple(dict.fromkeys((*target.names, *beside))), target.year, target.said, target.documents)
    readings = amounts(book.catalogs, own)
    return own if len(readings) == 1 and readings[0].figures[0] is figure else None
