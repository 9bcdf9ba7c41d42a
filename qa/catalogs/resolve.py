"""A target to the figures that state it, agreeing statements together, and to the figure derived for an earlier year.

An exact name beats every similar one, a total column every partial one. Statements of one amount that differ only by
rounding (55,596万元 in prose, 555,962,355元 in the table) are one reading; others are several, and all are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from corpus.document import Measure
from corpus.quantity import Quantity
from qa.catalogs.catalog import Catalog
from qa.catalogs.extents import NAMED_EXTENT, WHOLE_BUDGET, asks_all, of_other_extent
from qa.catalogs.figures import Figure, heading_key
from qa.catalogs.places import (
    INCOME,
    PURCHASES,
    head_of_column,
    is_across,
    is_income,
    is_of_purchases,
    is_unsaid_part,
    table_or_heading,
)
from qa.catalogs.readings import Reading, agree, label, show, told_by
from qa.catalogs.several import of_several, whole_of
from qa.query import Target
from qa.terms.stages import planned
from qa.terms.subjects import THREE_PUBLIC, WHOLE_OF_BOTH

UNDATED = 0
"""The year of a target where the documents state none."""
GRAND_TOTALS = ("支出总计", "收入总计", THREE_PUBLIC)
FIRST_TABLES = frozenset(GRAND_TOTALS)
"""The tables whose columns are asked for by their own names: the whole budget's, and that of 三公."""
TABLE_ORDER = ("支出总计", "三公经费", "一般公共预算基本支出", "一般公共预算支出", "收入总计")


def amounts(catalogs: Sequence[Catalog], target: Target) -> tuple[Reading, ...]:
    """The readings of a target, best first; none where the documents do not state it."""
    own = [catalog for catalog in catalogs if not target.documents or catalog.key in target.documents]
    readings = _stated(own, target)
    readings = readings or tuple(reading for catalog in own if (reading := _derived(catalog, target)))
    if len({c.document.title for c in catalogs}) < 2:
        return readings
    accounts = {(c.document.body, c.document.year) for c in catalogs}
    return tuple(map(_with_document if len(accounts) > 1 else _with_stage, readings))


def _stated(catalogs: Iterable[Catalog], target: Target) -> tuple[Reading, ...]:
    """The readings of what is stated; of all spending, where only the year's own is, the total of both sides."""
    catalogs = tuple(catalogs)
    readings = _readings(
        _best(found for catalog in catalogs for found in _candidates(catalog, target)), target
    )
    named = {*target.names} <= WHOLE_BUDGET and asks_all(target.said)
    if not (named and readings and all(of_other_extent(r.figures[0], target.said) for r in readings)):
        return readings
    return _stated(catalogs, replace(target, names=(WHOLE_OF_BOTH,), said=WHOLE_OF_BOTH)) or readings


def _with_document(reading: Reading) -> Reading:
    """The reading, its label with body and year, where documents of several accounts are in scope."""
    figure = reading.figures[0]
    lead = f"{figure.fact.year}年" if figure.fact.year and not reading.steps else ""
    return replace(reading, label=f"{figure.document.body}{lead}{reading.label}")


def _with_stage(reading: Reading) -> Reading:
    """The reading, its label with the account of the year that tells it, where budget and outcome are in scope."""
    return replace(reading, label=told_by(reading.figures[0].document.stage, reading.label))


def _candidates(catalog: Catalog, target: Target) -> list[tuple[int, Figure]]:
    """The amounts of the target's year that all its names fit, with how much of each the question left unsaid."""
    names = set(target.names)
    telling = names - planned()  # 预算数 alone names nothing
    found: list[tuple[int, Figure]] = []
    for figure in _named(catalog, target.names):
        own = figure.names
        if figure.fact.measure is not Measure.AMOUNT or (figure.fact.year or UNDATED) != target.year:
            continue
        named = own & telling or (figure.total and figure.columns & telling)
        of_title = figure.total and not figure.columns and names <= catalog.headings.keys()
        if not (named or of_title) or is_unsaid_part(figure, names):  # of_title: its total
            continue
        unsaid = 2 * len(figure.columns - names) + len(names - own - figure.columns)
        # 本年支出 over the columns of a fund's table makes it no table of the whole.
        first = figure.row in FIRST_TABLES or THREE_PUBLIC in figure.around - figure.columns
        unsaid += 0 if own & names or first else 1
        found.append((unsaid, figure))
    return found


def _named(catalog: Catalog, names: Sequence[str]) -> Iterable[Figure]:
    if not names:
        return ()
    rest = [{id(figure) for figure in catalog.by_name.get(name, ())} for name in names[1:]]
    return [f for f in catalog.by_name.get(names[0], ()) if all(id(f) in other for other in rest)]


def _best(found: Iterable[tuple[int, Figure]]) -> list[Figure]:
    ranked = list(found)
    least = min((unsaid for unsaid, _ in ranked), default=0)
    return [figure for unsaid, figure in ranked if unsaid == least]


def _readings(figures: Sequence[Figure], target: Target) -> tuple[Reading, ...]:
    # Of what is stated in money and in per cent (教育支出占15.28%), the money is the amount.
    in_money = [figure for figure in figures if figure.fact.quantity.is_money] or figures
    of_side = [figure for figure in in_money if not is_across(figure, target.said)] or in_money
    if not any(INCOME in name for name in (target.said, *target.names)):
        of_side = [figure for figure in of_side if not is_income(figure)] or of_side
    if not any(PURCHASES in name for name in (target.said, *target.names)):
        of_side = [figure for figure in of_side if not is_of_purchases(figure)] or of_side
    if NAMED_EXTENT.search(target.said):
        of_side = [figure for figure in of_side if not of_other_extent(figure, target.said)] or of_side
    ordered = sorted(of_side, key=lambda figure: _preference(figure, target))
    groups: list[list[Figure]] = []
    for figure in ordered:
        group = next((g for g in groups if agree(g[0].fact.quantity, figure.fact.quantity)), [])
        if not group:
            groups.append(group)
        group.append(figure)
    # What a sentence says proves a doubtful cell.
    proven = (sorted(group, key=lambda figure: not figure.fact.certain) for group in groups)
    readings = [Reading(group[0].fact.quantity, label(group[0]), tuple(group)) for group in proven]
    of_one = len({reading.label for reading in readings}) == 1
    whole = whole_of([reading.quantity for reading in readings]) if of_one else None
    return _told_apart(readings if whole is None else readings[whole : whole + 1])


def _told_apart(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, those of one label told apart by the table or section that they stand in, then by their column."""
    for where in (table_or_heading, head_of_column):
        labels = Counter(reading.label for reading in readings)
        readings = [
            replace(reading, label=f"{reading.label}（{place}）")
            if labels[reading.label] > 1 and (place := where(reading.figures[0]))
            else reading
            for reading in readings
        ]
    return tuple(readings)


def _preference(figure: Figure, target: Target) -> tuple[bool, bool, bool, bool, int, bool]:
    """How statements are ordered: as named, then by their table; a grand total from prose, a row from its cell.

    A cell that is left empty comes behind what is printed.
    """
    prose_first = figure.row in GRAND_TOTALS[:1]
    own = figure.around if _is_of_its_place(figure) else frozenset()
    near = next((at for at, name in enumerate(TABLE_ORDER) if name in own), len(TABLE_ORDER))
    is_whole = figure.row in TABLE_ORDER
    subject = TABLE_ORDER.index(figure.row) if is_whole else len(TABLE_ORDER) + near
    return (
        target.said != figure.own and not _of_title(figure, target),
        of_other_extent(figure, target.said),
        not figure.fact.certain,
        figure.fact.blank,
        subject,
        (figure.fact.cell is None) is not prose_first,
    )


def _is_of_its_place(figure: Figure) -> bool:
    """Whether a figure is of what its table or heading is about; of prose only what the heading names (会议费)."""
    return figure.fact.cell is not None or figure.row in heading_key(figure.document, figure.fact.section)


def _of_title(figure: Figure, target: Target) -> bool:
    """Whether a figure is the column of a table that is about it: 会议费 and 公务接待费 in 三公经费、会议费支出表."""
    is_about = target.said in figure.row or THREE_PUBLIC in figure.around
    return figure.total and is_about and not figure.columns.isdisjoint({target.said, *target.names})


def _derived(catalog: Catalog, target: Target) -> Reading | None:
    """An earlier year's amount from a later year's and the change that the document states against it."""
    for moved in _moves(catalog, target, Measure.CHANGE, target.year):
        fact = moved.fact
        now = _moved(catalog, moved) or _stated_alone(catalog, replace(target, year=fact.year or UNDATED))
        if now is None:
            continue
        change = fact.quantity.to(now.fact.quantity.unit)
        earlier = Quantity(now.fact.quantity.number - change.number, change.unit)
        sign = "-" if change.number >= 0 else "+"
        step = f"{now.fact.quantity.number:,f} {sign} {abs(change.number):,f} = {show(earlier)}"
        return Reading(earlier, f"{target.year}年{label(now)}", (now, moved), (step,))
    return None


def _stated_alone(catalog: Catalog, target: Target) -> Figure | None:
    """The figure that a target means where the document states one amount only, whatever it says beside it."""
    readings = _stated([catalog], target)
    return readings[0].figures[0] if len(readings) == 1 else None


def in_year(catalogs: Sequence[Catalog], target: Target, year: int) -> Target:
    """The same figure of another year, without the title of a table that only this year's document has."""
    titles = {title for catalog in catalogs for title in catalog.headings}
    theirs = {title for c in catalogs if c.document.year == year for title in c.headings}
    names = tuple(name for name in target.names if name not in titles or name in theirs)
    return Target(names, year, target.said)


def change(catalogs: Sequence[Catalog], target: Target, base: int, measure: Measure) -> Figure | None:
    """The change (or rate) against `base` that a document states for the target in the target's year."""
    own = [catalog for catalog in catalogs if not target.documents or catalog.key in target.documents]
    found = [f for c in own for f in _moves(c, target, measure, base) if f.fact.year == target.year]
    return found[0] if found and not of_several(found) else None


def _moves(catalog: Catalog, target: Target, measure: Measure, base: int) -> Iterator[Figure]:
    """The changes against `base` of what is asked for, then of a part that the same sentence gives as all of it.

    `预算支出总额为55,596万元，其中：财政拨款支出预算55,596万元，比2020年预算增加19,977万元` states the total's change.
    """
    names = {*target.names}
    all_moves = [f for f in catalog.moves if f.fact.measure is measure and f.fact.base_year == base]
    own = [f for f in all_moves if f.names & names and names <= f.names | f.around]
    if names <= WHOLE_BUDGET:
        own += [f for f in all_moves if f.row == WHOLE_OF_BOTH]
    yield from (moved for moved in own if _of_same_extent(catalog, moved, target))
    for moved in all_moves if len(names) == 1 else ():
        part, whole = _beside(catalog, moved, moved.names), _beside(catalog, moved, names)
        if part and whole and part is not whole and part.fact.quantity == whole.fact.quantity:
            yield moved


def _of_same_extent(catalog: Catalog, moved: Figure, target: Target) -> bool:
    """Whether a change is of what is asked for: that of 收支总预算 is of 本年收入 only where both are the same."""
    if not of_other_extent(moved, target.said):
        return True
    now = _moved(catalog, moved)
    asked = _stated([catalog], replace(target, year=moved.fact.year or target.year))[:1]
    return now is not None and any(agree(reading.quantity, now.fact.quantity) for reading in asked)


def _moved(catalog: Catalog, moved: Figure) -> Figure | None:
    """The amount that has changed: stated in the sentence of the change, else before it (X为…。与上年相比增加…)."""
    before = (f for f in catalog.by_name.get(moved.own, ()) if f.fact.span == moved.fact.span)
    same = (f for f in before if f.own == moved.own and f.fact.year == moved.fact.year)
    return _beside(catalog, moved, moved.names) or next((f for f in same if _is_moved_amount(f, moved)), None)


def _beside(catalog: Catalog, moved: Figure, names: Set[str]) -> Figure | None:
    """The amount that the sentence of a change states under one of these names."""
    said = (f for name in names for f in catalog.by_name.get(name, ()) if f.fact.quote == moved.fact.quote)
    return next((f for f in said if _is_moved_amount(f, moved)), None)


def _is_moved_amount(figure: Figure, moved: Figure) -> bool:
    """Whether a figure is an amount of the account of the year that a change is of.

    支出预算为18.50万元，支出决算为13.51万元，较上年增加0.86万元 is the outcome's change and not the budget's.
    """
    return figure.fact.measure is Measure.AMOUNT and figure.columns & planned() == moved.columns & planned()
