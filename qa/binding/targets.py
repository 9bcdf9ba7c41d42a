"""The things that a question names, to targets that the documents have figures for.

Things that belong together (`其他行政事业单位养老支出的基本支出`) are one target where some figure has all their
names, else a target each. A thing that may stand for several names keeps each of them that has a figure: these are
the readings of its slot, the same amount only once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from corpus.document import Measure
from corpus.quantity import Quantity
from qa.binding.by_body import by_body
from qa.catalogs.book import Book
from qa.catalogs.extents import WHOLE_BUDGET
from qa.catalogs.figures import QUANTITY, Figure
from qa.catalogs.readings import agree
from qa.catalogs.resolve import amounts, change
from qa.drafting.draft import Draft, Thing
from qa.query import Target
from qa.terms.bodies import BODY_END
from qa.terms.stages import outcome
from qa.terms.subjects import ALWAYS_WITHIN, KINDS, whole_of_fund

MOST_READINGS = 6
APART = ("share", "percent", "difference", "ratio", "except", "compare", "most", "least", "order", "rank_of")
"""Cues that set a part against its whole; without one a part is only asked for together with what it is in."""
LISTING = frozenset({"、", "和", "与", "及", "以及", "跟", "and"})
"""What stands between the members of a list that share what is named behind the last one."""
Group = tuple[Thing, ...]
"""Things that belong together: a row, the rows above it, a column."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One place of a question that a figure goes into: what it may mean, and where the question names it."""

    readings: tuple[Target, ...]
    start: int
    end: int


def single(book: Book, names: Sequence[str], year: int, said: str) -> Target | None:
    """The target of these names, or None where no amount or change is stated for all of them together."""
    wanted = Target(tuple(dict.fromkeys(names)), year, said, book.keys)
    moves = (change(book.catalogs, wanted, year - 1, measure) for measure in (Measure.CHANGE, Measure.RATE))
    return wanted if amounts(book.catalogs, wanted) or any(moves) else None


def joined_slots(draft: Draft, book: Book, year: int) -> tuple[Slot, ...]:
    """A slot for each run of things that belong together and have a figure together, the longest runs first.

    Where the question names several bodies, the same for each of them and the year named with it.
    """
    found = [_joined(part, own, of_year) for part, own, of_year in by_body(draft, book, year)]
    slots = tuple(slot for slots in found for slot in slots) if all(found) else ()
    named = {name for slot in slots for target in slot.readings for name in target.names}
    used = all(named & {*thing.names} for thing in draft.things if thing.is_stage)
    return slots if used and not _stage_alone(draft, slots) else ()


def _stage_alone(draft: Draft, slots: Sequence[Slot]) -> bool:
    """Whether the outcome is looked up by itself beside what the question asks it of, which states none.

    三公经费…实际花了多少 is not the plan of 三公经费 and the outcome of whatever has one.
    """
    if all(thing.is_stage for thing in draft.things):
        return False
    stages = {name for thing in draft.things if thing.is_stage for name in thing.names}
    return any(stages.issuperset(target.names) for slot in slots for target in slot.readings)


def _joined(draft: Draft, book: Book, year: int) -> tuple[Slot, ...]:
    found: list[Slot] = []
    for group in _shared(_groups(draft.things), draft.text, book, year):
        rest = list(group)
        while rest:
            length, slot = _longest(rest, draft, book, year)
            found.extend([slot] if slot else [])
            rest = rest[length:]
    return tuple(found)


def _longest(things: Sequence[Thing], draft: Draft, book: Book, year: int) -> tuple[int, Slot | None]:
    """The first things that have a figure together, as many as have, and how many they are; at least one is taken."""
    of_unit = len(things) > 1 and any(thing.unit for thing in things)
    projects = [thing for thing in things if not book.projects.keys().isdisjoint(thing.names)]
    of_project = len(things) > 1 and projects == [things[0]]
    together = of_unit or (of_project and not draft.has(*APART))
    for length in range(len(things), 1 if together else 0, -1):
        group = things[:length]
        if of_unit and not any(thing.unit for thing in group):
            break
        if any(thing.inside for thing in things[length:]) and not draft.has(*APART):
            continue
        slot = _slot(group, draft, book, year) or _slot(_without_total(group), draft, book, year)
        if slot:
            return len(things) if of_unit else length, slot
    if together:  # what a unit or a project does not have is not looked up without it
        return len(things), None
    if (
        len(things) > 1
        and things[1].inside
        and (slot := _told_beside(things[0], things[1], draft, book, year))
    ):
        return 2, slot
    return next((n for n in range(1, len(things)) if not things[n].inside), len(things)), None


def _told_beside(whole: Thing, part: Thing, draft: Draft, book: Book, year: int) -> Slot | None:
    """A part as the sentence gives it that gives its whole: 职工306人，其中：在编89人."""
    slots = [_slot((thing,), draft, book, year) for thing in (whole, part)]
    quotes = [
        {figure.fact.quote for target in slot.readings[:1] for figure in _in_prose(target, book)}
        if slot
        else set()
        for slot in slots
    ]
    return slots[1] if not quotes[0].isdisjoint(quotes[1]) else None


def _in_prose(target: Target, book: Book) -> Iterator[Figure]:
    for reading in amounts(book.catalogs, target)[:1]:
        yield from (figure for figure in reading.figures if figure.fact.cell is None)


def apart_slots(draft: Draft, book: Book, year: int) -> tuple[Slot, ...]:
    """A slot for each thing alone, as a part and its whole are named in one breath (公用经费中租赁费占多少)."""
    found = [tuple(_each(part.things, part, own, of)) for part, own, of in by_body(draft, book, year)]
    return tuple(slot for slots in found for slot in slots) if all(found) else ()


def _each(things: Sequence[Thing], draft: Draft, book: Book, year: int) -> Iterator[Slot]:
    others = tuple(thing for thing in things if not thing.unit)
    for thing in things:
        # A unit is no figure: beside what else is named it is the unit's own (部门和本级的三公经费).
        slot = _slot((thing, *others) if thing.unit else (thing,), draft, book, year)
        if slot:
            yield slot


def _groups(things: Sequence[Thing]) -> list[Group]:
    groups: list[Group] = []
    for thing in things:
        if thing.joined and groups:
            groups[-1] = (*groups[-1], thing)
        else:
            groups.append((thing,))
    return groups


def _shared(groups: Sequence[Group], text: str, book: Book, year: int) -> list[Group]:
    """The groups of a list, each with the row or the column that it shares with its neighbour.

    教育支出的基本支出和项目支出 names two columns of one row, 教育支出、城乡社区支出的项目支出 one column of two rows.
    Where the row has no such column, there is no figure: not that of the whole column.
    """
    made = list(groups)
    for at in range(1, len(made)):
        before, (first, *more) = made[at - 1], made[at]
        # Of a row without a column it may still be said what its budget is.
        row = before if first.is_stage and not before[-1].is_stage else before[:-1]
        if row and not more and _has_column(row, first, before[-1], book, year):
            made[at] = (*_moved(row, first), first)
        elif row and not more and _are_kinds(before[-1], first) and _has_figure(before, book, year):
            made[at] = (*_moved(row, first), replace(first, inside=True))
    for at in range(len(made) - 2, -1, -1):
        (first, *more), after = made[at], made[at + 1]
        listed = text[first.end : after[0].start].strip() in LISTING
        if listed and not more and len(after) > 1 and _has_column((first,), after[-1], first, book, year):
            made[at] = (first, replace(after[-1], start=first.end, end=first.end))
    return made


def _moved(row: Group, column: Thing) -> Iterator[Thing]:
    """What names a row, as if it were said again with another column of it."""
    return (replace(thing, start=column.start, end=column.start) for thing in row)


def _are_kinds(one: Thing, other: Thing) -> bool:
    """Whether both name what spending is split into: 基本支出和项目支出 of one row, and never of all spending."""
    return not KINDS.isdisjoint(one.names) and not KINDS.isdisjoint(other.names)


def _has_figure(group: Group, book: Book, year: int) -> bool:
    choices = islice(product(*(thing.names for thing in group)), MOST_READINGS**2)
    return any(single(book, names, year, "") for names in choices)


def _has_column(row: Group, column: Thing, besides: Thing, book: Book, year: int) -> bool:
    """Whether a thing, which is not the same as another, names a column of the row that some things name."""
    choices = islice(product(*(thing.names for thing in row), column.names), MOST_READINGS**2)
    readings = (amounts(book.catalogs, Target(names, year, "", book.keys))[:1] for names in choices)
    figures = [reading.figures[0] for found in readings for reading in found]
    columns = {name for figure in figures for name in figure.columns | figure.around & {outcome()}}
    return column.names != besides.names and not columns.isdisjoint(column.names)


def _without_total(group: Sequence[Thing]) -> Sequence[Thing]:
    """The group without a word for the whole that only says the total of the others is meant (政府采购预算总额).

    Nor with what the others are always a part of: 基本支出里的人员经费.
    """
    spare = WHOLE_BUDGET | {
        ALWAYS_WITHIN[name] for thing in group for name in thing.names if name in ALWAYS_WITHIN
    }
    rest = [thing for thing in group if not set(thing.names) & spare]
    return rest if len(rest) < len(group) else ()


def _slot(group: Sequence[Thing], draft: Draft, book: Book, year: int) -> Slot | None:
    """The readings of some things as one figure; where a heading is named too, the figure that stands below it.

    What is counted (几台) is looked for among the quantities of what is bought first.
    A table that is named by its title is where the figure stands, or there is none; so is a heading that names
    another body than the document's own (一、徐水法院): what is not told below it is not that one's.
    """
    if not group:
        return None
    said = group[0].said
    choices = list(islice(product(*(thing.names for thing in group)), MOST_READINGS**2))
    found: list[Target] = []
    anywhere = [] if any(_holds_its_own(heading, book) for heading in draft.headings) else [()]
    of_quantity = [(QUANTITY,)] if draft.counter or QUANTITY in draft.text else []
    for heads in (*of_quantity, *_headed(draft.headings), *anywhere):
        below = [(*(whole_of_fund(name, "".join(heads)) for name in names), *heads) for names in choices]
        found = found or [t for names in below if (t := single(book, names, year, said))]
    if not found:
        return None
    return Slot(tuple(_distinct(found, book))[:MOST_READINGS], group[0].start, group[-1].end)


def _holds_its_own(heading: str, book: Book) -> bool:
    """Whether what is told below a heading is told nowhere else: it is a table's title, or names another body."""
    if heading in book.titles:
        return True
    return bool(BODY_END.search(heading)) and all(heading not in catalog.bodies for catalog in book.catalogs)


def _headed(headings: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The headings that a figure may stand below: all that are named, else one of them, the last named first."""
    if len(headings) > 1:
        yield tuple(headings)
    yield from ((heading,) for heading in reversed(headings))


def _distinct(targets: Sequence[Target], book: Book) -> Iterator[Target]:
    """The targets whose first reading is not that of one before: two names of one amount are one."""
    seen: list[Quantity] = []
    for wanted in targets:
        readings = amounts(book.catalogs, wanted)
        if readings and any(agree(readings[0].quantity, quantity) for quantity in seen):
            continue
        seen.extend(reading.quantity for reading in readings[:1])
        yield wanted
