"""What can be asked for as a figure: every amount cell of every table, and every figure that prose states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from corpus.aims import aim_facts
from corpus.document import CellPlace, Document, Fact, Measure, Row, Table
from corpus.prose import prose_facts
from corpus.quantity import Quantity
from corpus.units import PERCENT, cell_unit

ROW_YEAR = re.compile(r"(20\d\d)年度?(?:年初)?(?:预算|决算|执行)?数?")
"""The name of a row that is of a year and of nothing else, in a table that sets years below each other."""
YEAR_IN_HEADER = re.compile(r"(20\d\d)年")
LAST_YEAR = re.compile(r"(?:上年|去年|上一年)(?!度?.{0,6}(?:结转|结余))")
"""What a column of the year before is called; what is carried over from it (上年结转) is of this year."""
MOVED = re.compile(
    r"增减(?!原因|说明)|变动(?:额|数|率)|增长(?:率|%|％)|(?:比|较)(?:上年|去年|20\d\d年).{0,8}(?:增|减)"
)
"""A column of changes: 比2023年执行数增减额, 增减变化情况."""


def extract_facts(document: Document) -> tuple[Fact, ...]:
    """The facts of a document whose sections, paragraphs and tables are read, in reading order.

    A project's budget stated in prose (`年度财政资金预算安排18,050.50万元` under `六、年度预算安排`) has the
    project's name as its subject, all other prose facts the words of their own clause. No sum proves that a figure
    in words on a recognised page was read right.
    """
    facts = [
        fact for number, table in enumerate(document.tables) for fact in table_facts(document, number, table)
    ]
    facts.extend(
        replace(fact, certain=False) if document.is_recognised(fact.span) else fact
        for fact in (*prose_facts(document), *aim_facts(document))
    )
    return tuple(sorted(facts, key=_reading_order))


def _reading_order(fact: Fact) -> tuple[int, int]:
    return fact.span.page or 0, fact.span.lines[0] if fact.span.lines else 0


def table_facts(document: Document, number: int, table: Table) -> Iterator[Fact]:
    """A fact for each cell of a figure, blank ones with quantity zero; `number` is the table's position."""
    for cell in table.cells:
        row = table.rows[cell.row]
        unit = cell_unit(table, cell)
        measure = _measure(table, cell.column, unit)
        year = document.year if measure is not Measure.AMOUNT else _column_year(document, table, cell.column)
        yield Fact(
            subject=_row_subject(table, row),
            code=row.item.code if row.item else row.code,
            measure=measure,
            year=row_year(row.name) or year,
            base_year=None if measure is Measure.AMOUNT or year is None else year - 1,
            quantity=Quantity(cell.number if cell.number is not None else Decimal(0), unit),
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


def _measure(table: Table, column: int, unit: str) -> Measure:
    """What a column gives of its rows: amounts, or how much they have moved against the year before."""
    if not MOVED.search("".join(table.columns[column].path)):
        return Measure.AMOUNT
    return Measure.RATE if unit == PERCENT else Measure.CHANGE


def _column_year(document: Document, table: Table, column: int) -> int | None:
    header = "".join(table.columns[column].path)
    stated = YEAR_IN_HEADER.search(header)
    if stated:
        return int(stated[1])
    if document.year is not None and LAST_YEAR.search(header):
        return document.year - 1
    return document.year
