"""Questions over a set of figures: its members, in order, over an amount, added up, averaged, counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.document import ColumnRole, RowRole
from corpus.quantity import Quantity
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.figures import PROJECT_SPENDING, Figure
from qa.catalogs.readings import Reading, show
from qa.query import AverageOf, Axis, Filter, Listing, Members, Rank, RankOf, SumOf, Target, Term
from qa.refusal import Declined, Missing
from qa.result import Remark, Result
from qa.run.arithmetic import HUNDREDTH, added
from qa.run.evidence import of_figure
from qa.run.operands import Operand, conversion, doubt, in_one_unit, in_unit, operand, proven
from qa.run.set_tables import cells, columns, namesakes, rows, sources, units
from qa.run.told_parts import told_parts
from qa.terms.labels import accounts
from qa.text import flatten

PROJECT_HEAD = re.compile(r"项目\)?名称$")
"""What stands over the names in a table of projects: 项目名称, 单位（项目）名称."""

WAYS = {Axis.ROWS: (columns, rows, told_parts), Axis.NAMESAKES: (namesakes,), Axis.SOURCES: (sources,)}
"""Where the members of a set are looked for, the most telling way first."""


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
            return [Operand(f.fact.quantity, _name(f), (f,), (), f.row) for f in units(catalog, wanted)]
        stated = (way(catalog, wanted) for way in WAYS[wanted.axis])
        found = next((own for own in stated if own and _as_many(wanted, len(own))), [])
        if not all(figure.fact.certain for figure in found):
            raise Declined(doubt(found), wanted.within or tuple(figure.row for figure in found[:1]))
        if found:
            name = _name_below if wanted.axis is Axis.NAMESAKES else _name
            return [Operand(f.fact.quantity, name(f), (f,), (), f.row) for f in found]
    return []


def _in_tables(wanted: Members, book: Book) -> list[Operand]:
    """The projects that a table lists with their totals."""
    for catalog in book.catalogs:
        found = [
            f
            for f in cells(catalog, wanted)
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
    """Whether the rows of a figure's table are projects: by the head over their names, or its title and the names.

    A table of spending on projects lists projects where most of its lowest rows are no accounts.
    """
    table = figure.table
    if table is None:
        return False
    named = (c.path[-1] for c in table.columns if c.role is ColumnRole.NAME and c.path)
    by_head = any(PROJECT_HEAD.search(flatten(head)) for head in named)
    over = {row.parent for row in table.rows}
    lowest = (row for at, row in enumerate(table.rows) if row.role is RowRole.ITEM and at not in over)
    names = [flatten(row.name) for row in lowest]
    known = sum(name in accounts() for name in names)
    return by_head or (PROJECT_SPENDING in flatten(table.title) and 2 * known < len(names))


def _name(figure: Figure) -> str:
    table = figure.table
    if table is None or figure.fact.cell is None or figure.total:
        return next(iter(figure.columns), figure.row)
    return table.rows[figure.fact.cell.row].name


def _name_below(figure: Figure) -> str:
    """The name of one of several rows of that name, with the row that it stands below."""
    table, cell = figure.table, figure.fact.cell
    above = table.rows[cell.row].parent if table and cell else None
    return f"{_name(figure)}（{table.rows[above].name}）" if table and above is not None else _name(figure)


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
