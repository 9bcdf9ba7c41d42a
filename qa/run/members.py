"""Questions over a set of figures: its members, in order, over an amount, added up, averaged, counted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.document import ColumnRole, Measure, RowRole
from corpus.quantity import Quantity
from qa.answer import Value
from qa.book import Book
from qa.catalog import Catalog
from qa.figures import TOTAL_WORDS, Figure
from qa.query import AverageOf, Axis, Filter, Listing, Members, Rank, RankOf, SumOf, Target, Term
from qa.refusal import Declined, Missing
from qa.resolve import TABLE_ORDER, Reading, show
from qa.result import Remark, Result
from qa.run.arithmetic import (
    HUNDREDTH,
    Operand,
    added,
    conversion,
    doubt,
    in_one_unit,
    in_unit,
    operand,
    proven,
)
from qa.run.evidence import of_figure
from qa.text import flatten

PROJECT_HEAD = re.compile(r"项目\)?名称$")
"""What stands over the names in a table of projects: 项目名称, 单位（项目）名称."""
LEVEL_LENGTH = {1: 3, 2: 5, 3: 7}
"""How many digits an account code of each level has: 类 3, 款 5, 项 7."""


def over(query: SumOf | AverageOf | Rank | RankOf | Filter | Listing, book: Book) -> Result:
    """The result of a query over a set.

    Raises:
        Declined: the documents have no such set, or not the place asked for.
    """
    found = each(query.members, book)
    match query:
        case SumOf(_, unit):
            return added(in_one_unit(found, unit))
        case AverageOf(_, unit):
            return _averaged(in_one_unit(found, unit))
        case Rank():
            return _ranked(query, found)
        case RankOf(target, _):
            return _place(proven(book, target), found)
        case Filter():
            return _filtered(query, found)
        case Listing(_, counted):
            return _listed(found, counted)


def each(term: Term, book: Book) -> list[Operand]:
    """The figures of one side of a relation, one by one.

    Raises:
        Declined: the documents have no such set, or one of another size, or do not state one of the figures.
    """
    found = members(term, book) if isinstance(term, Members) else [operand(book, target) for target in term]
    if not found or (isinstance(term, Members) and not _as_many(term, len(found))):
        raise Declined(Missing.FIGURE, term.within if isinstance(term, Members) else ())
    return found


def _as_many(wanted: Members, found: int) -> bool:
    """Whether there are as many members as the question says, if it does (七个项目合计)."""
    return wanted.size in (None, found, found + len(wanted.besides))


def members(wanted: Members, book: Book) -> list[Operand]:
    """The members of a set with their figures, in the document's order; blank cells are not members.

    Raises:
        Declined: one of them could not be proven, which may be the largest.
    """
    if wanted.axis is Axis.PROJECTS:
        names = [name for name in book.projects if name not in wanted.besides]
        described = [operand(book, Target((name,), wanted.year)) for name in names]
        listed = _in_tables(wanted, book)
        return listed if len(listed) > len(described) else described
    for catalog in book.catalogs:
        if wanted.axis is Axis.UNITS:
            return [Operand(f.fact.quantity, _name(f), (f,), (), f.row) for f in _units(catalog, wanted)]
        found = _columns(catalog, wanted) or _rows(catalog, wanted)
        if not all(figure.fact.certain for figure in found):
            raise Declined(doubt(found), wanted.within or tuple(figure.row for figure in found[:1]))
        if found:
            return [Operand(f.fact.quantity, _name(f), (f,), (), f.row) for f in found]
    return []


def _in_tables(wanted: Members, book: Book) -> list[Operand]:
    """The projects that a table lists with their totals."""
    for catalog in book.catalogs:
        found = [
            f
            for f in _cells(catalog, wanted)
            if not f.total and f.columns <= catalog.units and _of_projects(f)
        ]
        first = found[0].fact.cell.table if found and found[0].fact.cell else None
        own = [f for f in found if f.fact.cell and f.fact.cell.table == first and f.row not in wanted.besides]
        parents = {row.parent for f in own[:1] if f.table for row in f.table.rows}
        if own:
            return [
                Operand(f.fact.quantity, _name(f), (f,), (), f.row)
                for f in own
                if f.fact.cell and f.fact.cell.row not in parents
            ]
    return []


def _of_projects(figure: Figure) -> bool:
    """Whether the rows of a figure's table are projects, by the head over their names."""
    columns = figure.table.columns if figure.table else ()
    heads = (flatten(column.path[-1]) for column in columns if column.role is ColumnRole.NAME and column.path)
    return any(PROJECT_HEAD.search(head) for head in heads)


def _name(figure: Figure) -> str:
    table = figure.table
    if table is None or figure.fact.cell is None or figure.total:
        return next(iter(figure.columns), figure.row)
    return table.rows[figure.fact.cell.row].name


def _cells(catalog: Catalog, wanted: Members) -> Iterator[Figure]:
    """The figures of the year, and the blanks on images that may be figures which were not seen."""
    for figure in catalog.figures:
        fact = figure.fact
        if not fact.cell or fact.measure is not Measure.AMOUNT or fact.year != wanted.year:
            continue
        if not fact.blank or (not fact.certain and figure.document.is_recognised(fact.span)):
            yield figure


def _rows(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The rows of one table that a set ranges over: of a column, or below a row; of the level asked for."""
    within = frozenset(wanted.within or ("支出总计",))
    level = wanted.level if wanted.level or wanted.within else 1
    cells = [
        f
        for f in _cells(catalog, wanted)
        if _is_item(f) and within <= f.columns | f.around and f.columns <= within and _of_level(f, level)
    ]
    tables = {f.fact.cell.table for f in cells if f.fact.cell}
    best = min(tables, key=lambda at: _table_rank(cells, at), default=None)
    rows = [f for f in cells if f.fact.cell and f.fact.cell.table == best]
    parents = {row.parent for f in rows[:1] if f.table for row in f.table.rows}
    if level:
        return rows
    return [f for f in rows if f.fact.cell and f.fact.cell.row not in parents]


def _is_item(figure: Figure) -> bool:
    """Whether a figure is of one row among others, and not of a total of some of them: 公用经费合计."""
    if figure.total or figure.table is None or figure.fact.cell is None:
        return False
    return figure.table.rows[figure.fact.cell.row].role is not RowRole.TOTAL


def _units(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The units' own rows in one table, in the column that the set's names are of."""
    within = frozenset(wanted.within)
    cells = [
        f
        for f in _cells(catalog, wanted)
        if f.row in catalog.units and within <= f.columns | f.around and f.columns <= within
    ]
    tables = {f.fact.cell.table for f in cells if f.fact.cell}
    best = min(tables, key=lambda at: _table_rank(cells, at), default=None)
    return [f for f in cells if f.fact.cell and f.fact.cell.table == best]


def _of_level(figure: Figure, level: int | None) -> bool:
    return level is None or (figure.fact.code is not None and len(figure.fact.code) == LEVEL_LENGTH[level])


def _table_rank(cells: Sequence[Figure], table: int) -> tuple[int, int]:
    figure = next(f for f in cells if f.fact.cell and f.fact.cell.table == table)
    return next(
        (TABLE_ORDER.index(name) for name in TABLE_ORDER if name in figure.around), len(TABLE_ORDER)
    ), table


def _columns(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The columns side by side in a table of one row (三公): those right below the set's own name."""
    within = set(wanted.within)
    cells = [
        f
        for f in _cells(catalog, wanted)
        if f.total and within and within <= f.around and not f.columns & within
    ]
    direct: list[Figure] = []
    for figure in cells:
        table = figure.table
        if table and figure.fact.cell and not table.rows[figure.fact.cell.row].name:
            path = [
                part
                for part in table.columns[figure.fact.cell.column].path
                if flatten(part) not in TOTAL_WORDS
            ]
            direct += [figure] if len(path) == 2 else []
    return direct


def _result(headline: str, values: Sequence[Value], steps: Sequence[str], found: Sequence[Operand]) -> Result:
    return Result(
        headline=headline,
        values=tuple(values),
        items=tuple(o.label for o in found),
        steps=tuple(steps),
        evidence=tuple(dict.fromkeys(of_figure(figure) for o in found for figure in o.figures)),
        focus=tuple(o.name for o in found[:1]),
    )


def _averaged(found: Sequence[Operand]) -> Result:
    total = sum((o.amount.number for o in found), Decimal(0))
    each = Quantity((total / len(found)).quantize(HUNDREDTH, ROUND_HALF_UP), found[0].amount.unit)
    whole = Quantity(total, each.unit)
    steps = (
        f"{' + '.join(f'{o.amount.number:,f}' for o in found)} = {show(whole)}",
        f"{total:,f} ÷ {len(found)} = {show(each)}",
    )
    return _result("平均", [Value(each, f"{len(found)}项平均")], steps, found)


def _ranked(query: Rank, found: Sequence[Operand]) -> Result:
    ordered = sorted(found, key=lambda o: o.amount.base, reverse=not query.least)
    if query.start > len(ordered):
        raise Declined(Missing.FIGURE, tuple(o.label for o in found))
    top = query.top or len(ordered)
    chosen = ordered[query.start - 1 : query.start - 1 + top]
    sign = " < " if query.least else " > "
    line = sign.join(f"{o.label} {show(o.amount)}" for o in ordered[: query.start + top])
    values = [Value(in_unit(o.amount, query.unit), o.label) for o in chosen]
    steps = [line, *(step for o in chosen for step in conversion(o.amount, query.unit))]
    made = _result("、".join(o.label for o in chosen), values, steps, chosen)
    if len(chosen) < top:
        return Result(
            made.headline, made.values, made.items, made.steps, made.evidence, (Remark.FEWER,), (), made.focus
        )
    return made


def _place(readings: Sequence[Reading], found: Sequence[Operand]) -> Result:
    """The place of the reading that is one of the set: 公务接待费 of its own table, or of the rows of 公用经费."""
    rows = {figure.row: o for o in found for figure in o.figures}
    wanted = next((rows[f.row] for reading in readings for f in reading.figures if f.row in rows), None)
    if wanted is None:
        raise Declined(Missing.FIGURE, (readings[0].label,))
    ordered = sorted(found, key=lambda o: o.amount.base, reverse=True)
    place = 1 + sum(o.amount.base > wanted.amount.base for o in found)
    line = " > ".join(f"{o.label} {show(o.amount)}" for o in ordered[: place + 1])
    rank = Quantity(Decimal(place), "名")
    steps = [line, f"{wanted.label}：第{show(rank)}"]
    return _result(wanted.label, [Value(rank, wanted.label)], steps, ordered[: place + 1])


def _filtered(query: Filter, found: Sequence[Operand]) -> Result:
    chosen = [o for o in found if _within(o.amount.base, query)]
    unit = "个" if query.members.axis is Axis.PROJECTS else "项"
    count = Value(Quantity(Decimal(len(chosen)), unit), "个数")
    line = f"{'、'.join(f'{o.label} {show(o.amount)}' for o in chosen) or '无'}：{show(count.quantity)}"
    values = [count] if query.counted else [Value(o.amount, o.label) for o in chosen]
    if chosen:
        return _result(line, values, [line], chosen)
    return replace(_result("", [count], [line], found), items=())


def _within(amount: Decimal, query: Filter) -> bool:
    if amount in (query.over, query.under):
        return query.inclusive
    return (query.over is None or amount > query.over) and (query.under is None or amount < query.under)


def _listed(found: Sequence[Operand], counted: bool) -> Result:
    count = [Value(Quantity(Decimal(len(found)), "个"), "个数")] if counted else []
    line = f"{'、'.join(f'{o.label} {show(o.amount)}' for o in found)}：{len(found)}个"
    return _result(line, count, [line], found)
