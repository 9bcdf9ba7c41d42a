"""Changes against an earlier year: amounts, change, rate and direction held against each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.audit.findings import (
    Check,
    Figure,
    Finding,
    Severity,
    amount_text,
    checked,
    gap,
    places,
    sum_findings,
)
from corpus.audit.statements import Stated, Statement
from corpus.audit.vocabulary import vocabulary
from corpus.document import Document, Measure
from corpus.moves import COMPARED
from corpus.spoken import STAGE

HUNDRED = Decimal(100)
CENT = Decimal("0.01")
STEADY = Decimal(5)
"""What is called 基本持平 may have changed by this many percent."""

ROUGHLY = "基本"

Reach = tuple[Decimal, Decimal]
"""The rates, in percent, that rounded figures allow."""


@dataclass(frozen=True, slots=True)
class _Basis:
    """What a change is held against: the figures that it follows from, said in words."""

    words: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class _Course:
    """What a paragraph has said so far of one account: its amounts in two years, and the change between them.

    `staged` is the amount that was last named by its stage (X预算数): what is compared with another 预算数 after its
    parts are listed.
    """

    current: Stated | None = None
    earlier: Stated | None = None
    change: Stated | None = None
    staged: Stated | None = None

    def after(self, one: Stated, own_year: int | None) -> _Course:
        """The course with one more figure; an amount begins anew unless the other year's was just given."""
        if one.measure is Measure.RATE:
            return replace(self, change=None)
        if one.measure is Measure.CHANGE:
            return replace(self, change=one) if self.is_about(one) else _Course(staged=self.staged)
        if one.year is not None and own_year is not None and one.year < own_year:
            current = self.staged if self._compares_stages(one) else self.current
            near = self.earlier is None and current is not None and current.sentence == one.sentence
            return _Course(current=current if near else None, earlier=one, staged=self.staged)
        near = self.current is None and self.earlier is not None and self.earlier.sentence == one.sentence
        staged = one if STAGE.search(one.name) else self.staged
        return _Course(current=one, earlier=self.earlier if near else None, staged=staged)

    def _compares_stages(self, earlier: Stated) -> bool:
        """Whether an earlier amount is given as a stage alone (比2023年预算数), and one of this year so before it."""
        of_stage = STAGE.search(earlier.name) and COMPARED.match(earlier.name)
        return bool(of_stage) and self.staged is not None and self.staged.sentence == earlier.sentence

    def is_about(self, one: Stated) -> bool:
        """Whether a change is one of the current amount: it names no other account, and no other basis."""
        if self.current is None or any(word in one.clause for word in vocabulary().adjusted):
            return False
        own = one.name
        return not own or own in self.current.name or self.current.name.endswith(own)


def growth_findings(document: Document, statement: Statement) -> Iterator[Finding]:
    """What a paragraph says of changes that does not follow from its own figures."""
    course = _Course()
    for one in statement.figures:
        if one.measure is not Measure.AMOUNT and course.current and course.is_about(one):
            yield from _turn(course, course.current.figure, one)
        course = course.after(one, document.year)


def _turn(course: _Course, current: Figure, one: Stated) -> Iterator[Finding]:
    if course.earlier:
        earlier = course.earlier.figure
        basis = _Basis(f"由 {earlier.printed} 到 {current.printed}", (earlier, current))
        if one.measure is Measure.RATE:
            yield from _rate(one.figure, basis, _reach(current, earlier))
        else:
            yield from _change(one, basis, current, earlier)
    elif one.measure is Measure.RATE and course.change:
        change = course.change.figure
        basis = _Basis(f"现为 {current.printed}，比上年{change.printed}", (current, change))
        yield from _rate(one.figure, basis, _reach_of_change(current, change))
    elif one.measure is Measure.CHANGE:
        yield from _excess(one.figure, current)


def _change(one: Stated, basis: _Basis, current: Figure, earlier: Figure) -> Iterator[Finding]:
    """Current = earlier + change; no change (持平) has no unit and is another way than any change."""
    difference = current.amount - earlier.amount
    if ROUGHLY in one.clause and abs(difference) * HUNDRED <= STEADY * earlier.amount:
        return
    level = not one.figure.unit
    if (level and gap(current, [earlier])) or one.figure.amount * difference < 0:
        size = amount_text(abs(difference), current.unit)
        yield _direction(one.figure, basis, f"{_way(difference)} {size}")
    elif not level and (whole := checked(0, current, [earlier, one.figure])):
        message = f"{basis.words}，与文中“{one.figure.printed}”"
        yield from sum_findings(Check.CHANGE, whole, message)


def _excess(change: Figure, current: Figure) -> Iterator[Finding]:
    """An amount can not have grown by more than it is."""
    if change.amount > current.amount + max(change.grain, current.grain):
        yield Finding(
            Check.CHANGE,
            Severity.ERROR,
            f"现为 {current.printed}，文中却称“{change.printed}”，增加额大于现额",
            (current.printed, change.printed),
            f"增加额不超过 {current.printed}",
            places((current, change)),
        )


def _rate(stated: Figure, basis: _Basis, reach: Reach | None) -> Iterator[Finding]:
    """A stated rate against those that the printed amounts allow."""
    if reach is None:
        return
    low, high = reach
    off = max(low - stated.amount, stated.amount - high, Decimal(0))
    if off <= stated.grain / 2:
        return
    middle = ((low + high) / 2).quantize(min(stated.grain, CENT))
    right = f"{_way(middle)} {abs(middle)}%"
    if stated.amount * middle < 0:
        yield _direction(stated, basis, right)
        return
    yield Finding(
        Check.RATE,
        Severity.ROUNDING if off < stated.grain else Severity.ERROR,
        f"{basis.words}，应为{right}，文中写作“{stated.printed}”",
        (*(figure.printed for figure in basis.figures), stated.printed),
        right,
        places((*basis.figures, stated)),
    )


def _direction(stated: Figure, basis: _Basis, right: str) -> Finding:
    return Finding(
        Check.DIRECTION,
        Severity.ERROR,
        f"{basis.words}，是{right}，文中却写作“{stated.printed}”",
        (*(figure.printed for figure in basis.figures), stated.printed),
        right,
        places((*basis.figures, stated)),
    )


def _way(change: Decimal) -> str:
    return "增加" if change > 0 else "减少"


def _reach(current: Figure, earlier: Figure) -> Reach | None:
    """The rates of change between two rounded amounts; None where the earlier one may be nothing."""
    if earlier.amount <= earlier.grain / 2:
        return None
    rates = [
        ((current.amount + c * current.grain / 2) / (earlier.amount + e * earlier.grain / 2) - 1) * HUNDRED
        for c in (-1, 1)
        for e in (-1, 1)
    ]
    return min(rates), max(rates)


def _reach_of_change(current: Figure, change: Figure) -> Reach | None:
    """The rates that a rounded amount and its rounded change allow; None where there may have been nothing before."""
    pairs = [
        (current.amount + c * current.grain / 2, change.amount + d * change.grain / 2)
        for c in (-1, 1)
        for d in (-1, 1)
    ]
    if not change.unit or any(now - moved <= 0 for now, moved in pairs):
        return None
    rates = [moved / (now - moved) * HUNDRED for now, moved in pairs]
    return min(rates), max(rates)
