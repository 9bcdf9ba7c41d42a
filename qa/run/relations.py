"""Figures set against each other, and added up: a sum, a remainder, a difference, a share, a multiple, an average."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from corpus.document import Measure
from corpus.quantity import Quantity
from qa.catalogs.book import Book
from qa.catalogs.extents import NAMED_EXTENT, OF_YEAR, WHOLE_BUDGET
from qa.catalogs.readings import agree
from qa.query import (
    PERCENT,
    Average,
    Compare,
    Difference,
    Members,
    PerOne,
    Ratio,
    Remainder,
    Share,
    Spread,
    Sum,
    Target,
    Term,
)
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.arithmetic import (
    added,
    average,
    compared,
    difference,
    divided,
    excess,
    ratio,
    remainder,
    share,
    together,
)
from qa.run.members import each
from qa.run.one_table import operands, statements
from qa.run.operands import Operand, in_one_unit, operands_of, prose_of
from qa.run.per_one import per_one
from qa.terms.stages import outcome, planned

Relation = Sum | Remainder | Difference | Compare | Ratio | Share | Average | PerOne | Spread


def related(query: Relation, book: Book) -> Result:
    """The result of one arithmetic query, with its steps and every operand's place.

    Raises:
        Declined: an operand is not stated, or would be divided by zero.
    """
    match query:
        case Sum(targets, unit):
            return added(in_one_unit(_as_precise(targets, book), unit))
        case Remainder(whole, parts, unit):
            return remainder(in_one_unit(operands(book, (whole, *parts)), unit))
        case Difference(left, right, unit):
            told = _told_together(book, left, right) or _side_by_side(book, left, right)
            if told and unit == "元":
                told = _to_the_cent(book, left, right, told)
            if unit == PERCENT:
                return excess(*(told or _in_one_unit(book, left, right, None)))
            return difference(*(in_one_unit(told, unit) if told else _in_one_unit(book, left, right, unit)))
        case Compare(targets, least, unit):
            return compared(operands(book, targets), least, unit)
        case Ratio(left, right):
            return ratio(*_in_one_unit(book, left, right, None))
        case Share(part, whole):
            return share(
                *_not_itself(*(_as_stated(book, part, whole) or _in_one_unit(book, part, whole, None)))
            )
        case Average(targets, parts, unit):
            return average(together(in_one_unit(operands(book, targets), unit)), parts)
        case PerOne():
            return per_one(query, book)
        case Spread(among, unit):
            ordered = in_one_unit(sorted(each(among, book), key=lambda o: o.amount.base), unit)
            return difference(ordered[-1], ordered[0])


def _to_the_cent(book: Book, left: Term, right: Term, told: list[Operand]) -> list[Operand]:
    """Both sides as tables give them in yuan, where what gives them together rounds them; else as it gives them.

    The outcome is what a table without a budget beside it gives, and need not be named there.
    """
    if isinstance(left, Members) or isinstance(right, Members):
        return told
    ours, theirs = (tuple(_without_outcome(target) for target in term) for term in (left, right))
    try:
        exact = _in_one_unit(book, ours, theirs, "元")
    except Declined:  # no table gives one of them
        return told
    alike = all(agree(one.amount, other.amount) for one, other in zip(told, exact, strict=True))
    return [*exact] if alike else told


def _without_outcome(target: Target) -> Target:
    names = tuple(name for name in target.names if name != outcome())
    return replace(target, names=names or target.names)


def _as_precise(targets: Sequence[Target], book: Book) -> list[Operand]:
    """The figures to be added; beside one derived from prose the others as prose rounds them, where it states them."""
    found = operands(book, targets)
    derived = {o.amount.unit for o in found if o.steps}
    for at, (target, own) in enumerate(zip(targets, found, strict=True)):
        if derived and not own.steps and own.amount.unit not in derived:
            rounded = (o for o in prose_of(book, target) if o.amount.unit in derived)
            found[at] = next(rounded, own)
    return found


def _in_one_unit(book: Book, left: Term, right: Term, unit: str | None) -> tuple[Operand, Operand]:
    """Both sides added up, in one unit."""
    if isinstance(left, Members) or isinstance(right, Members):
        one, other = each(left, book), each(right, book)
    else:
        found = operands(book, (*left, *right))
        one, other = found[: len(left)], found[len(left) :]
    same = in_one_unit([*one, *other], unit)
    return together(same[: len(one)]), together(same[len(one) :])


def _as_stated(book: Book, part: Term, whole: Term) -> list[Operand]:
    """Of all that part and whole may mean, the two whose share a sentence states (事业收入…占总收入的25.27%)."""
    if isinstance(part, Members) or isinstance(whole, Members) or (len(part), len(whole)) != (1, 1):
        return []
    stated = list(_shares(book, part[0], whole[0]))
    wholes = operands_of(book, whole[0])
    if NAMED_EXTENT.search(whole[0].said):  # 占本年支出合计 is not the share of 总支出 that is stated
        wholes = wholes[:1]
    for pair in product(operands_of(book, part[0]), wholes) if stated else ():
        ours, theirs = in_one_unit(pair, None)
        if theirs.amount.number and any(agree(_percent(ours, theirs), share) for share in stated):
            return [ours, theirs]
    return []


def _not_itself(part: Operand, whole: Operand) -> tuple[Operand, Operand]:
    """Both as they are.

    Raises:
        Declined: they are one figure, so that what the part is held against was not found.
    """
    if part.figures == whole.figures:
        raise Declined(Missing.FIGURE, (part.label,))
    return part, whole


def _percent(part: Operand, whole: Operand) -> Quantity:
    return Quantity(divided(part, whole) * 100, "%")


def _shares(book: Book, part: Target, whole: Target) -> Iterator[Quantity]:
    """What sentences state a part to be of a whole, in per cent."""
    for catalog in book.catalogs:
        for figure in catalog.by_name.get(part.names[0], ()):
            share = figure.fact.quantity.unit == "%" and figure.fact.measure is Measure.AMOUNT
            if share and figure.fact.year == part.year and {*whole.names} <= figure.around:
                yield figure.fact.quantity


def _side_by_side(book: Book, left: Term, right: Term) -> list[Operand]:
    """The whole income and the whole spending as one table or one part of the text gives both.

    What a table totals holds what is carried over, what its explanation calls a total may not.
    """
    if isinstance(left, Members) or isinstance(right, Members) or (len(left), len(right)) != (1, 1):
        return []
    if {frozenset(left[0].names), frozenset(right[0].names)} != {frozenset({name}) for name in WHOLE_BUDGET}:
        return []
    ours, theirs = ([o for own in statements(book, side[0]) for o in own] for side in (left, right))
    pairs = product(ours, theirs)
    beside = [
        list(in_one_unit(pair, None))
        for pair in pairs
        if _place(pair[0]) == _place(pair[1]) and _is_of_year(pair[0]) is _is_of_year(pair[1])
    ]
    differing = (pair for pair in beside if pair[0].amount.number != pair[1].amount.number)
    return next(differing, next(iter(beside), []))


def _is_of_year(operand: Operand) -> bool:
    """Whether an operand is of the year alone, which is not held against a total with what is carried over."""
    return bool(OF_YEAR.search(operand.figures[0].own))


def _place(operand: Operand) -> tuple[int, int | None]:
    """The section that an operand stands in, and its table."""
    fact = operand.figures[0].fact
    return fact.section, fact.cell.table if fact.cell else None


def _told_together(book: Book, left: Term, right: Term) -> list[Operand]:
    """The amounts of two accounts of the year as one sentence gives both: 年初预算为…，支出决算为….

    Tables may give the outcome of all funds and the budget of one of them, which are not held against each other.
    """
    if isinstance(left, Members) or isinstance(right, Members) or (len(left), len(right)) != (1, 1):
        return []
    one, other = left[0], right[0]
    if not {*one.names} ^ {*other.names} <= planned() | {outcome()}:
        return []
    for ours in prose_of(book, one):
        for theirs in prose_of(book, other):
            if ours.figures[0].fact.quote == theirs.figures[0].fact.quote:
                return [ours, theirs]
    return []
