"""Calculating with operands, exactly: every step is a line to check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from corpus.quantity import Quantity
from qa.answer import Value
from qa.catalogs.readings import show
from qa.refusal import Declined, Missing
from qa.result import Remark, Result
from qa.run.evidence import of_figure
from qa.run.operands import Operand, conversion, in_unit

HUNDREDTH = Decimal("0.01")


def result(
    headline: str, values: Sequence[Value], steps: Sequence[str], operands: Sequence[Operand]
) -> Result:
    """A calculated result that rests on the operands."""
    return Result(
        headline=headline,
        values=tuple(values),
        steps=(*(step for o in operands for step in o.steps), *steps),
        evidence=tuple(dict.fromkeys(of_figure(figure) for o in operands for figure in o.figures)),
        focus=tuple(dict.fromkeys(o.name for o in operands)),
    )


def added(operands: Sequence[Operand]) -> Result:
    """The sum of the operands."""
    total = Quantity(sum((o.amount.number for o in operands), Decimal(0)), operands[0].amount.unit)
    line = f"{' + '.join(f'{o.amount.number:,f}' for o in operands)} = {show(total)}"
    name = " + ".join(o.label for o in operands)
    return result(name, [Value(total, name)], [line], operands)


def remainder(operands: Sequence[Operand]) -> Result:
    """The first operand without the others."""
    whole, *parts = operands
    taken = sum((p.amount.number for p in parts), Decimal(0))
    left = Quantity(whole.amount.number - taken, whole.amount.unit)
    if left.number < 0:  # what is left out is no part of the whole
        raise Declined(Missing.FIGURE, tuple(o.label for o in operands))
    line = f"{' - '.join(f'{o.amount.number:,f}' for o in operands)} = {show(left)}"
    name = f"{whole.label} − {'、'.join(p.label for p in parts)}"
    return result(name, [Value(left, name)], [line], operands)


def difference(left: Operand, right: Operand) -> Result:
    """The distance between two figures; the label says which is larger."""
    more, less = (left, right) if left.amount.number >= right.amount.number else (right, left)
    gap = Quantity(more.amount.number - less.amount.number, more.amount.unit)
    line = f"{more.amount.number:,f} - {less.amount.number:,f} = {show(gap)}"
    name = f"{more.label} − {less.label}"
    made = result(name, [Value(gap, name)], [line], (more, less))
    return made if gap.number else replace(made, remarks=(Remark.EQUAL,))


def excess(left: Operand, right: Operand) -> Result:
    """How far the first figure is from the second, in per cent of the second."""
    more, less = left.amount.number, right.amount.number
    rate = Quantity(abs((divided(left, right) - 1) * 100).quantize(HUNDREDTH, ROUND_HALF_UP), "%")
    line = f"({more:,f} - {less:,f}) ÷ {less:,f} = {'-' if more < less else ''}{show(rate)}"
    name = f"{left.label} 比 {right.label} {'低' if more < less else '高'}"
    return result(name, [Value(rate, name)], [line], (left, right))


def compared(operands: Sequence[Operand], least: bool, unit: str | None) -> Result:
    """The operands in order, the winner first: its figure is the answer, and those it was held against follow."""
    ordered = sorted(operands, key=lambda o: o.amount.base, reverse=not least)
    sign = " < " if least else " > "
    same = ordered[0].amount.base == ordered[-1].amount.base
    line = (" = " if same else sign).join(f"{o.label} {show(o.amount)}" for o in ordered)
    first = ordered[0]
    values = [Value(in_unit(o.amount, unit), o.label) for o in ordered]
    made = result(first.label, values, [line], ordered)
    made = replace(made, steps=(*made.steps, *(step for o in ordered for step in conversion(o.amount, unit))))
    return replace(made, remarks=(Remark.EQUAL,)) if same else made


def ratio(left: Operand, right: Operand) -> Result:
    """How many times the second the first is, to two decimals.

    Raises:
        Declined: the second is zero.
    """
    times = Quantity(divided(left, right).quantize(HUNDREDTH, ROUND_HALF_UP), "倍")
    line = f"{left.amount.number:,f} ÷ {right.amount.number:,f} = {show(times)}"
    name = f"{left.label} ÷ {right.label}"
    return result(name, [Value(times, name)], [line], (left, right))


def share(part: Operand, whole: Operand) -> Result:
    """A part as a percentage of the whole, to two decimals.

    Raises:
        Declined: the whole is zero.
    """
    percent = Quantity((divided(part, whole) * 100).quantize(HUNDREDTH, ROUND_HALF_UP), "%")
    line = f"{part.amount.number:,f} ÷ {whole.amount.number:,f} = {show(percent)}"
    name = f"{part.label} ÷ {whole.label}"
    return result(name, [Value(percent, name)], [line], (part, whole))


def together(operands: Sequence[Operand]) -> Operand:
    """Some operands of one unit as one: their sum, with the step that adds them up."""
    if len(operands) == 1:
        return operands[0]
    made = added(operands)
    figures = tuple(figure for o in operands for figure in o.figures)
    return Operand(made.values[0].quantity, made.headline, figures, made.steps, operands[0].name)


def divided(left: Operand, right: Operand) -> Decimal:
    """The quotient of two amounts in one unit.

    Raises:
        Declined: the divisor is zero.
    """
    if not right.amount.number:
        raise Declined(Missing.FIGURE, (right.label,))
    return left.amount.number / right.amount.number


def average(whole: Operand, parts: int) -> Result:
    """A figure spread evenly over a number of periods, to a hundredth of the unit."""
    each = Quantity((whole.amount.number / parts).quantize(HUNDREDTH, ROUND_HALF_UP), whole.amount.unit)
    line = f"{whole.amount.number:,f} ÷ {parts} = {show(each)}"
    return result(whole.label, [Value(each, f"{whole.label} ÷ {parts}")], [line], (whole,))
