"""What can be asked for as a figure: every amount cell of every table, and every figure that prose states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.aims import aim_facts
from corpus.document import CellPlace, Document, Fact, Measure, Row, Table
from corpus.prose import prose_facts
from corpus.quantity import Quantity
from corpus.units import cell_unit

ROW_YEAR = re.compile(r"(20\d\d)年度?(?:年初)?(?:预算|决算|执行)?数?")
"""The name of a row that is of a year and of nothing else, in a table that sets years below each other."""
YEAR_IN_HEADER = re.compile(r"(20\d\d)年")
LAST_YEAR = re.compile(r"(?:上年|去年|上一年)(?!度?.{0,6}(?:结转|结余))")
"""What a column of the year before is called; what is carried over from it (上年结转) is of this year."""


def extract_facts(document: Document) -> tuple[Fact, ...]:
    """The facts of a document whose sections, paragraphs and tables are read, in reading order.

    A project's budget stated in prose (`年度财政资金预算安排18,050.50万元` under `六、年度预算安排`) has the
    project's name as its subject, all other prose facts the words of their own clause.
    """
    facts = [
        fact for number, table in enumerate(document.tables) for fact in table_facts(document, number, table)
    ]
    facts.extend(prose_facts(document))
    facts.extend(aim_facts(document))
    return tuple(sorted(facts, key=_reading_order))


def _reading_order(fact: Fact) -> tuple[int, int]:
    return fact.span.page or 0, fact.span.lines[0] if fact.span.lines else 0


def table_facts(document: Document, number: int, table: Table) -> Iterator[Fact]:
    """A fact for each cell of a figure, blank ones with quantity zero; `number` is the table's position."""
    for cell in table.cells:
        row = table.rows[cell.row]
        yield Fact(
            subject=_row_subject(table, row),
            code=row.item.code if row.item else row.code,
            measure=Measure.AMOUNT,
            year=row_year(row.name) or _column_year(document, table, cell.column),
            base_year=None,
            quantity=Quantity(cell.number if cell.number is not None else Decimal(0), cell_unit(table, cell)),
            blank=cell.number is None,
            certain=cell.certain,
            section=table.section,
            cell=CellPlace(number, cell.row, cell.column),
            reason=None,
            quote=row.quote,
            span=cell.span,
        )


def row_year(name: str) -> int | None:
    """The year that a row is of by its name, where that says nothing else (2023年预算数)."""
    stated = ROW_YEAR.fullmatch(name.strip())
    return int(stated[1]) if stated else None


def _row_subject(table: Table, row: Row) -> str:
    """The row's own name, without its unit's; an unnamed row and one of a year are about what the title says."""
    name = (row.item and row.item.name) or row.name
    return table.title if row_year(name) else name or table.title


def _column_year(document: Document, table: Table, column: int) -> int | None:
    header = "".join(table.columns[column].path)
    stated = YEAR_IN_HEADER.search(header)
    if stated:
        return int(stated[1])
    if document.year is not None and LAST_YEAR.search(header):
        return document.year - 1
    return document.year
