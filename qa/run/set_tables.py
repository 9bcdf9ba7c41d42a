"""The figures of one table that a set ranges over: rows below a row or of a column, units, columns side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from corpus.document import Measure, RowRole
from qa.catalogs.catalog import Catalog
from qa.catalogs.figures import TOTAL_WORDS, Figure, ancestors
from qa.catalogs.resolve import TABLE_ORDER
from qa.query import Members
from qa.terms.labels import canonical
from qa.terms.stages import header_stage, planned
from qa.terms.subjects import table_subject
from qa.text import flatten

BY_USE = frozenset({"人员经费", "公用经费"})
"""What is told by its use: its items are economic accounts (办公费), also where a table has it by function."""
ECONOMIC_CODE = "3"
"""What the codes of economic accounts begin with; those of functional ones begin with 2."""
LEVEL_LENGTH = {1: 3, 2: 5, 3: 7}
"""How many digits an account code of each level has: 类 3, 款 5, 项 7."""


def cells(catalog: Catalog, wanted: Members) -> Iterator[Figure]:
    """The figures of the year, and the blanks on images that may be figures which were not seen."""
    for figure in catalog.figures:
        fact = figure.fact
        if not fact.cell or fact.measure is not Measure.AMOUNT or fact.year != wanted.year:
            continue
        if not fact.blank or (not fact.certain and figure.document.is_recognised(fact.span)):
            yield figure


def rows(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The rows of one table that a set ranges over: of a column, or below a row; of the level asked for."""
    within = frozenset(wanted.within or ("支出总计",))
    level = wanted.level if wanted.level or wanted.within else 1
    found = [
        f
        for f in cells(catalog, wanted)
        if _is_item(f) and within <= f.columns | f.around and f.columns <= within and _of_level(f, level)
    ]
    tables = {f.fact.cell.table for f in found if f.fact.cell}
    best = min(
        tables,
        key=lambda at: (
            _subject(catalog, at) not in within,
            _detail(found, at, within),
            _table_rank(found, at),
        ),
        default=None,
    )
    own = [f for f in found if f.fact.cell and f.fact.cell.table == best and not _is_none(f)]
    if parts := _parts_of_named(own, within):
        return parts
    parents = {row.parent for f in own[:1] if f.table for row in f.table.rows}
    if level:
        return own
    return [f for f in own if f.fact.cell and f.fact.cell.row not in parents]


def _parts_of_named(own: Sequence[Figure], within: Set[str]) -> list[Figure]:
    """The rows without codes that are the parts of a row which the set is named after, as the table's title is too.

    In a table of 行政经费及“三公”经费 the row 行政经费 is none of the three expenses.
    """
    heads = {f.fact.cell.row for f in own if f.fact.cell and f.row in within}
    return [
        f
        for f in own
        if f.table and f.fact.cell and not f.fact.code and f.table.rows[f.fact.cell.row].parent in heads
    ]


def _detail(found: Sequence[Figure], table: int, within: Set[str]) -> tuple[bool, bool]:
    """How a table sets out what a set is of, the best first: by codes, and what is told by its use by economic ones."""
    codes = [f.fact.code for f in found if f.fact.cell and f.fact.cell.table == table and f.fact.code]
    economic = any(code.startswith(ECONOMIC_CODE) for code in codes)
    return not codes, not within.isdisjoint(BY_USE) and not economic


def _is_none(figure: Figure) -> bool:
    """Whether a row surely has nothing in a column that is a part of its total: a zero is printed there for a blank."""
    return figure.fact.certain and bool(figure.columns) and not figure.fact.quantity.number


def _is_item(figure: Figure) -> bool:
    """Whether a figure is of one row among others, and not of a total of some of them: 公用经费合计."""
    if figure.total or figure.table is None or figure.fact.cell is None:
        return False
    return figure.table.rows[figure.fact.cell.row].role is not RowRole.TOTAL


def units(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The units' own rows in one table, in the column that the set's names are of."""
    within = frozenset(wanted.within)
    found = [
        f
        for f in cells(catalog, wanted)
        if f.row in catalog.units and within <= f.columns | f.around and f.columns <= within
    ]
    tables = {f.fact.cell.table for f in found if f.fact.cell}
    best = min(tables, key=lambda at: _table_rank(found, at), default=None)
    return [f for f in found if f.fact.cell and f.fact.cell.table == best]


def namesakes(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The rows of one table that all have the set's name, each below another row; none below one that has it too."""
    within = frozenset(wanted.within)
    named = (f for f in cells(catalog, wanted) if _is_item(f) and not f.names.isdisjoint(within))
    found = [f for f in named if f.columns <= within <= f.names | f.columns | f.around]
    tables = {f.fact.cell.table for f in found if f.fact.cell}
    best = min(tables, key=lambda at: _table_rank(found, at), default=None)
    if best is None:
        return []
    rows = catalog.document.tables[best].rows
    own = {f.fact.cell.row: f for f in found if f.fact.cell and f.fact.cell.table == best}
    lowest = [at for at in own if own.keys().isdisjoint(ancestors(rows, at))]
    parents = {rows[at].parent for at in lowest}
    each_below_one = None not in parents and len(parents) == len(lowest)
    return [own[at] for at in lowest] if each_below_one and len(lowest) > 1 else []


def _of_level(figure: Figure, level: int | None) -> bool:
    return level is None or (figure.fact.code is not None and len(figure.fact.code) == LEVEL_LENGTH[level])


def _table_rank(found: Sequence[Figure], table: int) -> tuple[int, int]:
    figure = next(f for f in found if f.fact.cell and f.fact.cell.table == table)
    return next(
        (TABLE_ORDER.index(name) for name in TABLE_ORDER if name in figure.around), len(TABLE_ORDER)
    ), table


def columns(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The columns side by side in a table of one row (三公): those right below the set's own name.

    Beside the budget they are those of the outcome.
    """
    within = set(wanted.within)
    found = [
        f
        for f in cells(catalog, wanted)
        if f.total and within and within <= f.around and not f.columns & (within | planned())
    ]
    paths = [(f, path) for f in found if (path := _path_of_unnamed(f))]
    # Over 预算数 and 决算数 nothing says once more what the table is of.
    below = 1 + any(canonical(flatten(path[0])) in within for _, path in paths)
    return [figure for figure, path in paths if len(path) == below and figure.columns]


def _path_of_unnamed(figure: Figure) -> list[str]:
    """What stands over a figure of the row without a name, without totals and accounts; empty for any other."""
    table, cell = figure.table, figure.fact.cell
    if table is None or cell is None or table.rows[cell.row].name:
        return []
    path = table.columns[cell.column].path
    return [part for part in path if flatten(part) not in TOTAL_WORDS and not header_stage((part,))]


def sources(catalog: Catalog, wanted: Members) -> list[Figure]:
    """What the income comes from: the columns of the total row of a table of income, none of them a part of another."""
    totals = [f for f in cells(catalog, wanted) if f.total and f.row in wanted.within and f.columns]
    tables = {f.fact.cell.table for f in totals if f.fact.cell}
    of = next((at for at in sorted(tables) if _subject(catalog, at) in wanted.within), None)
    own = [f for f in totals if f.fact.cell and f.fact.cell.table == of]
    named = {name for f in own for name in f.columns}
    return [f for f in own if not (named & _heads_over(f) or _is_none(f))]


def _subject(catalog: Catalog, table: int) -> str:
    return table_subject(catalog.document.tables[table].title)


def _heads_over(figure: Figure) -> frozenset[str]:
    """The standard names of the heads over a figure's column, without the column's own."""
    table, cell = figure.table, figure.fact.cell
    heads = table.columns[cell.column].path if table and cell else ()
    return frozenset(map(canonical, heads)) - figure.columns
