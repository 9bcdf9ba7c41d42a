"""An amount that the documents state, by its statements; how it is shown, and which statements agree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from corpus.document import Stage
from corpus.quantity import YUAN, Quantity
from qa.catalogs.figures import Figure
from qa.terms.labels import SHARE


@dataclass(frozen=True, slots=True)
class Reading:
    """One amount that a target may mean: its statements, the headline's first, and the steps that derived it."""

    quantity: Quantity
    label: str
    figures: tuple[Figure, ...]
    steps: tuple[str, ...] = ()

    @property
    def others(self) -> tuple[Figure, ...]:
        """Statements of the same amount that differ from the headline by rounding."""
        if self.steps:
            return ()
        return tuple(figure for figure in self.figures[1:] if figure.fact.quantity.base != self.quantity.base)


def show(quantity: Quantity) -> str:
    """A quantity for people: `18,050.50万元`, `32.47%`."""
    return f"{quantity.number:,f}{quantity.unit}"


def label(figure: Figure) -> str:
    """What a figure is, in the document's words: `租赁费`, `其他行政事业单位养老支出 · 基本支出`."""
    table, cell = figure.table, figure.fact.cell
    if table is None or cell is None:
        is_share = figure.fact.subject.endswith(SHARE)
        return f"{figure.fact.subject}{'比' if is_share else ' · 年度预算' if figure.project else ''}"
    name = figure.row if figure.total else table.rows[cell.row].name
    return " · ".join(part for part in (name, *sorted(figure.columns - {figure.row})) if part)


def told_by(stage: Stage, label: str) -> str:
    """A label with the account of the year that tells it, where its budget and its outcome are both in scope."""
    return f"{stage}中的{label}"


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two statements give the same amount as far as the coarser one is printed; nothing is no rounding."""
    if one.is_money is not other.is_money or (not one.is_money and one.unit != other.unit):
        return False
    is_near = abs(one.base - other.base) < max(_last_digit(one), _last_digit(other))
    return one.base == other.base or (is_near and bool(one.base and other.base))


def _last_digit(quantity: Quantity) -> Decimal:
    """What one unit of the last printed digit is worth; an exact yuan counts nothing."""
    step = Decimal(1).scaleb(-quantity.places)
    return step * YUAN.get(quantity.unit, Decimal(1)) if quantity.unit != "元" else Decimal(0)
