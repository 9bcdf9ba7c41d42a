"""What the audit says: figures beside the sum that should hold, and how grave it is that it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.document import Cell, Span
from corpus.quantity import YUAN, Quantity

SIGNS = re.compile(r"[^\d,.]")
MAX_SHOWN = 12
"""A finding about more parts than this names only their number and their sum."""


class Severity(StrEnum):
    """How grave a finding is.

    ROUNDING is explained by the rounding of the printed digits, WARNING may have a reason that the document does not
    give, ERROR is a claim that must hold and does not.
    """

    ROUNDING = "rounding"
    WARNING = "warning"
    ERROR = "error"


class Check(StrEnum):
    """What was held against what."""

    COLUMNS = "columns"
    ROWS = "rows"
    BALANCE = "income and expenditure"
    TABLES = "tables"
    PROSE = "prose and table"
    PARTS = "parts and total"
    RESTATED = "stated twice"
    CHANGE = "change"
    RATE = "growth rate"
    DIRECTION = "direction"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Finding:
    """Figures that do not agree: as printed, with the value or sum that should hold and the places they stand at."""

    check: Check
    severity: Severity
    message: str
    figures: tuple[str, ...]
    expected: str
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed figure: its amount in yuan (in its own unit where that is not money), its rounding and its place.

    `grain` is one unit of the last printed digit, in yuan; a blank cell is nothing at all and has none.
    """

    text: str
    amount: Decimal
    unit: str
    grain: Decimal
    span: Span

    @property
    def printed(self) -> str:
        """The figure with its unit, as the document has it."""
        return f"{self.text}{self.unit}" if self.text else "空白"

    @property
    def digits(self) -> str:
        """The printed digits without a sign, brackets, or words before them (增加19.46)."""
        return SIGNS.sub("", self.text)


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a total is off the sum of its parts, in yuan, and whether rounding explains it."""

    difference: Decimal
    severity: Severity


def figure(text: str, number: Decimal, unit: str, span: Span) -> Figure:
    """A figure that is printed as `text` and means `number` of `unit`."""
    printed = Quantity(number, unit)
    grain = Quantity(Decimal(1).scaleb(-printed.places), unit)
    return Figure(text, printed.base, unit, grain.base, span)


def cell_figure(cell: Cell, unit: str) -> Figure:
    """The figure of a cell of a table in this unit."""
    if cell.number is None:
        return Figure("", Decimal(0), unit, Decimal(0), cell.span)
    return figure(cell.text, cell.number, unit, cell.span)


def gap(total: Figure, parts: Sequence[Figure]) -> Gap | None:
    """How far the total is off; None where the sum holds exactly.

    Each rounded figure may be off by half a unit of its last digit. Figures in one unit are rounded alike: one that
    ends in zeros that were not printed (`32` beside `26,747.36`) is as exact as the others.
    """
    difference = total.amount - sum((part.amount for part in parts), Decimal(0))
    if not difference:
        return None
    finest: dict[str, Decimal] = {}
    rounded = [figure for figure in (total, *parts) if figure.grain]
    for one in rounded:
        finest[one.unit] = min(one.grain, finest.get(one.unit, one.grain))
    slack = sum((finest[one.unit] for one in rounded), Decimal(0)) / 2
    return Gap(difference, Severity.ROUNDING if abs(difference) <= slack else Severity.ERROR)


def agree(one: Figure, other: Figure) -> Severity | None:
    """Whether two figures say the same (None), differ by one last digit (ROUNDING), or by more (ERROR)."""
    difference = abs(one.amount - other.amount)
    coarsest = max(one.grain, other.grain)
    if difference <= coarsest / 2:
        return None
    return Severity.ROUNDING if difference <= coarsest else Severity.ERROR


@dataclass(frozen=True, slots=True)
class Checked:
    """A sum that was looked at, with how far it is off; `at` is the row or column that it was looked at in."""

    at: int
    total: Figure
    parts: tuple[Figure, ...]
    gap: Gap | None

    @property
    def fails(self) -> bool:
        """Whether rounding does not explain it."""
        return self.gap is not None and self.gap.severity is not Severity.ROUNDING

    @property
    def lacks(self) -> bool:
        """Whether the parts fall short of the total."""
        return self.gap is not None and self.gap.difference > 0


def checked(at: int, total: Figure | None, parts: Sequence[Figure | None]) -> Checked | None:
    """A sum whose total is printed and broken down; a blank total, and blank parts alone, claim nothing."""
    known = tuple(part for part in parts if part is not None)
    if total is None or not total.text or len(known) < len(parts) or not any(part.text for part in known):
        return None
    return Checked(at, total, known, gap(total, known))


def amount_text(amount: Decimal, unit: str) -> str:
    """An amount in yuan as it would be printed in this unit, without needless zeros."""
    number = amount / YUAN.get(unit, Decimal(1))
    text = f"{number:,f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}{unit}"


def sum_text(parts: Sequence[Figure], unit: str) -> str:
    """The sum that should hold, written out: `54,724 + 511 = 55,235万元`."""
    whole = amount_text(sum((part.amount for part in parts), Decimal(0)), unit)
    shown = [part for part in parts if part.digits]
    if len(shown) < 2:
        return whole
    if len(shown) > MAX_SHOWN:
        return f"{len(shown)} 项之和 = {whole}"
    same = all(part.unit == unit for part in shown)
    terms = [f"{'-' if part.amount < 0 else '+'} {part.digits}{'' if same else part.unit}" for part in shown]
    return f"{' '.join(terms).removeprefix('+ ')} = {whole}"


def sum_findings(check: Check, one: Checked, compared: str) -> Iterator[Finding]:
    """The finding that a total is not the sum of its parts, `compared` saying which; nothing where it is."""
    if one.gap is None:
        return
    size = amount_text(abs(one.gap.difference), one.total.unit)
    rounding = one.gap.severity is Severity.ROUNDING
    shown = [part for part in one.parts if part.text]
    listed = shown if len(shown) <= MAX_SHOWN else []
    yield Finding(
        check,
        one.gap.severity,
        f"{compared}相差 {size}，属四舍五入的尾差" if rounding else f"{compared}不符，相差 {size}",
        (*(part.printed for part in listed), one.total.printed),
        sum_text(one.parts, one.total.unit),
        places((*listed, one.total)),
    )


def places(figures: Iterable[Figure]) -> tuple[Span, ...]:
    """The places of figures, each once."""
    return tuple(dict.fromkeys(figure.span for figure in figures))
