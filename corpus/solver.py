"""Which column each printed figure stands in, where the blanks between them are lost.

A row prints its figures from left to right and leaves blank cells out. Where it may have put them is settled by
what must add up: columns to their total column within each row, rows to the row above them within each column.
The sums of rows form a forest, so passing what is possible up the forest and down again leaves for each row exactly
those placements which take part in some solution of the whole table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

Placement = tuple[int | None, ...]
"""For each column, which of the row's printed figures stands in it; None where it is blank."""

Amounts = tuple[int, ...]
Known = dict[int, int]

MAX_PLACEMENTS = 4_000
"""A row that could be placed in more ways than this is left open."""

MAX_SUMS = 20_000
"""A sum whose parts can add up to more different amounts than this on the way is not looked at."""


@dataclass(frozen=True, slots=True)
class Sum:
    """`total` is the sum of `parts`: positions of columns, or of rows."""

    total: int
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A table whose figures are to be placed, all in one whole unit.

    `rows` holds each row's printed figures in order (None for a printed dash); no row is a part of two row sums.
    `slack` is how far a sum may be off for each of its parts: 0 where figures are exact, 1 where they are rounded.
    `known` gives amounts that a row's columns must have, from outside the table.
    """

    width: int
    rows: tuple[tuple[int | None, ...], ...]
    column_sums: tuple[Sum, ...] = ()
    row_sums: tuple[Sum, ...] = ()
    slack: int = 0
    known: tuple[tuple[int, Known], ...] = ()


@dataclass(frozen=True, slots=True)
class Solution:
    """A placement for each row, whether each of its columns is proven, and which totals of rows can not hold.

    `unfit` are rows whose columns do not add up however they are placed, or that have more figures than columns.
    """

    placements: tuple[Placement, ...]
    certain: tuple[tuple[bool, ...], ...]
    broken: tuple[int, ...]
    unfit: tuple[int, ...]


def solve(problem: Problem) -> Solution:
    """The placements on which all solutions agree, the rest marked; never an exception, never a long search."""
    fitting = [_fitting(problem, figures) for figures in problem.rows]
    domains = [
        fit or _all_placements(problem.width, len(row))
        for fit, row in zip(fitting, problem.rows, strict=True)
    ]
    _apply_known(problem, domains)
    order = _outermost_first(problem.row_sums)
    _pass_down(problem, domains, order)
    broken = _pass_up(problem, domains, order)
    _pass_down(problem, domains, order)
    return Solution(
        tuple(_chosen(domain, problem, row) for row, domain in enumerate(domains)),
        tuple(_agreed(domain, problem.width) for domain in domains),
        tuple(sorted(problem.row_sums[at].total for at in broken)),
        tuple(row for row, fit in enumerate(fitting) if not fit),
    )


def _all_placements(width: int, count: int) -> list[Placement]:
    """Every way to print `count` figures into `width` columns in order; none where there are too many ways."""
    if count > width or comb(width, count) > MAX_PLACEMENTS:
        return []
    return [_placement(width, columns) for columns in combinations(range(width), count)]


def _placement(width: int, columns: Sequence[int]) -> Placement:
    figures: list[int | None] = [None] * width
    for figure, column in enumerate(columns):
        figures[column] = figure
    return tuple(figures)


def _fitting(problem: Problem, figures: tuple[int | None, ...]) -> list[Placement]:
    """The placements of a row whose columns add up: exactly, or within the slack where none does exactly."""
    ways = _all_placements(problem.width, len(figures))
    for slack in dict.fromkeys((0, problem.slack)):
        fit = [way for way in ways if _adds_up(problem, _amounts(way, figures), slack)]
        if fit:
            return fit
    return []


def _adds_up(problem: Problem, amounts: Amounts, slack: int) -> bool:
    return all(
        abs(amounts[check.total] - sum(amounts[part] for part in check.parts)) <= slack * len(check.parts)
        for check in problem.column_sums
    )


def _amounts(way: Placement, figures: tuple[int | None, ...]) -> Amounts:
    """The amounts of a row placed so; blank cells and dashes count as nothing."""
    return tuple(0 if figure is None else figures[figure] or 0 for figure in way)


def _apply_known(problem: Problem, domains: list[list[Placement]]) -> None:
    for row, known in problem.known:
        agreeing = [
            way
            for way in domains[row]
            if all(_amounts(way, problem.rows[row])[column] == amount for column, amount in known.items())
        ]
        domains[row] = agreeing or domains[row]


def _outermost_first(sums: tuple[Sum, ...]) -> list[int]:
    """The sums in an order in which every total comes before the totals among its parts."""
    by_total = {check.total: at for at, check in enumerate(sums)}
    inner = {part for check in sums for part in check.parts}
    stack = [at for at, check in enumerate(sums) if check.total not in inner]
    order: list[int] = []
    while stack:
        at = stack.pop()
        order.append(at)
        stack.extend(by_total[part] for part in sums[at].parts if part in by_total)
    return order


def _pass_up(problem: Problem, domains: list[list[Placement]], order: list[int]) -> set[int]:
    """Leaves each total the placements that its parts can add up to; gives the sums that can not hold."""
    broken: set[int] = set()
    for at in reversed(order):
        check = problem.row_sums[at]
        reached = _reached_sums(problem, domains, check)
        if not reached:
            continue
        matches = _matches(problem, check, domains[check.total], reached[-1])
        domains[check.total] = list(matches) or domains[check.total]
        if not matches:
            broken.add(at)
    return broken


def _pass_down(problem: Problem, domains: list[list[Placement]], order: list[int]) -> None:
    """Leaves each part the placements with which its total can be reached; a sum that can not hold leaves all."""
    for at in order:
        check = problem.row_sums[at]
        reached = _reached_sums(problem, domains, check)
        matches = _matches(problem, check, domains[check.total], reached[-1]) if reached else {}
        if not matches:
            continue
        needed: set[Amounts] = set().union(*matches.values())
        for part, before in zip(reversed(check.parts), reversed(reached[:-1]), strict=True):
            figures = problem.rows[part]
            rests = {
                way: {_minus(need, _amounts(way, figures)) for need in needed} & before
                for way in domains[part]
            }
            domains[part] = [way for way in domains[part] if rests[way]]
            needed = set().union(*rests.values())


def _reached_sums(problem: Problem, domains: list[list[Placement]], check: Sum) -> list[set[Amounts]]:
    """After each part, the amounts that the parts so far can add up to without passing the total.

    Nothing where a part is open or the amounts are too many.
    """
    limit = _limit(problem, domains, check)
    reached = [{(0,) * problem.width}]
    count = 0
    for part in check.parts:
        ways = {_amounts(way, problem.rows[part]) for way in domains[part]}
        following: set[Amounts] = set()
        for so_far in reached[-1]:
            sums = (_plus(so_far, way) for way in ways)
            following.update(amounts for amounts in sums if limit is None or _within(amounts, limit))
            if count + len(following) > MAX_SUMS:
                return []
        if not ways:
            return []
        count += len(following)
        reached.append(following)
    return reached


def _limit(problem: Problem, domains: list[list[Placement]], check: Sum) -> Amounts | None:
    """The most that each column's sum may reach on its way to the total; None where figures are negative."""
    if any((figure or 0) < 0 for part in check.parts for figure in problem.rows[part]):
        return None
    totals = [_amounts(way, problem.rows[check.total]) for way in domains[check.total]]
    slack = problem.slack * len(check.parts)
    return tuple(max(column) + slack for column in zip(*totals, strict=True)) if totals else None


def _within(amounts: Amounts, limit: Amounts) -> bool:
    return all(amount <= most for amount, most in zip(amounts, limit, strict=True))


def _plus(one: Amounts, other: Amounts) -> Amounts:
    return tuple(a + b for a, b in zip(one, other, strict=True))


def _minus(one: Amounts, other: Amounts) -> Amounts:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _matches(
    problem: Problem, check: Sum, ways: list[Placement], sums: set[Amounts]
) -> dict[Placement, set[Amounts]]:
    """For each placement of the total that can hold, the sums of the parts that it holds with.

    That is the exact one, or those within the rounding of the parts where no placement holds exactly.
    """
    targets = {way: _amounts(way, problem.rows[check.total]) for way in ways}
    exact = {way: {target} for way, target in targets.items() if target in sums}
    if exact or not problem.slack:
        return exact
    slack = problem.slack * len(check.parts)
    near = {
        way: {reached for reached in sums if _near(reached, target, slack)} for way, target in targets.items()
    }
    return {way: reached for way, reached in near.items() if reached}


def _near(one: Amounts, other: Amounts, slack: int) -> bool:
    return all(abs(a - b) <= slack for a, b in zip(one, other, strict=True))


def _chosen(domain: list[Placement], problem: Problem, row: int) -> Placement:
    """The first placement that is left; an open row's figures go into the first columns."""
    if domain:
        return domain[0]
    return _placement(problem.width, range(min(problem.width, len(problem.rows[row]))))


def _agreed(domain: list[Placement], width: int) -> tuple[bool, ...]:
    """For each column, whether all placements that are left agree on it."""
    if not domain:
        return (False,) * width
    return tuple(len({way[column] for way in domain}) == 1 for column in range(width))
