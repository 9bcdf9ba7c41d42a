"""The figures of printed rows set into their columns, proven where the table's sums prove them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.document import RowRole
from corpus.figures import parse_figure
from corpus.forms import forms
from corpus.headers import HeaderSide
from corpus.numbering import without_enumerator
from corpus.quantity import YUAN
from corpus.rows import PrintedRow
from corpus.solver import Problem, Solution, Sum, solve

MAX_DECIMALS = 6

Balances = Mapping[str, Decimal]
"""What the document says elsewhere an account amounts to in yuan."""


@dataclass(frozen=True, slots=True)
class Placed:
    """For each row of a side, and each of its columns, the printed figure ("" where blank) and whether it is proven."""

    texts: tuple[tuple[str, ...], ...]
    certain: tuple[tuple[bool, ...], ...]

    @property
    def is_proven(self) -> bool:
        """Whether every cell's column is proven."""
        return all(all(row) for row in self.certain)


@dataclass(frozen=True, slots=True)
class SideRows:
    """The rows of one side with their roles, and the sums among them by their positions in `rows`."""

    columns: HeaderSide
    rows: tuple[PrintedRow, ...]
    roles: tuple[RowRole, ...]
    sums: tuple[Sum, ...]
    unit: str


def place(side: SideRows, balances: Balances) -> Placed:
    """Settles the blanks of a side.

    Figures go from left to right in the form's order, or in the order that the header prints: whichever adds up,
    and where both do, what they agree on. What the table leaves open is settled by `balances` where they fit.
    """
    width = len(side.columns.columns)
    orders = dict.fromkeys((tuple(range(width)), side.columns.printed))
    tried = [(order, *_solved(side, order, balances)) for order in orders]
    fewest = min(_faults(solution) for _, _, solution in tried)
    kept = [_placed(side, order, solution) for order, _, solution in tried if _faults(solution) == fewest]
    return kept[0] if len(kept) == 1 else _agreement(kept)


def _solved(side: SideRows, order: tuple[int, ...], balances: Balances) -> tuple[Problem, Solution]:
    problem = _problem(side, order)
    solution = solve(problem)
    known = _known(side, order, balances) if not all(all(row) for row in solution.certain) else ()
    if known:
        informed = replace(problem, known=known)
        settled = solve(informed)
        if _faults(settled) <= _faults(solution):
            return informed, settled
    return problem, solution


def _faults(solution: Solution) -> int:
    return len(solution.broken) + len(solution.unfit)


def _problem(side: SideRows, order: tuple[int, ...]) -> Problem:
    """The side as whole numbers, its columns in the order in which figures are printed."""
    rank = {column: at for at, column in enumerate(order)}
    scale = _scale(side.rows)
    return Problem(
        len(order),
        tuple(tuple(_whole(text, scale) for text in row.figures) for row in side.rows),
        tuple(
            Sum(rank[check.total], tuple(rank[part] for part in check.parts)) for check in side.columns.sums
        ),
        side.sums,
        0 if side.unit == "元" else 1,
    )


def _scale(rows: Iterable[PrintedRow]) -> int:
    """The most decimals that a figure has."""
    decimals = (len(text.rstrip("%)").partition(".")[2]) for row in rows for text in row.figures)
    return min(max(decimals, default=0), MAX_DECIMALS)


def _whole(text: str, scale: int) -> int | None:
    number = parse_figure(text)
    return None if number is None else int(number.scaleb(scale))


def _known(
    side: SideRows, order: tuple[int, ...], balances: Balances
) -> tuple[tuple[int, dict[int, int]], ...]:
    """What the columns of the top total must amount to, by the accounts that they are named after."""
    inner = {part for check in side.sums for part in check.parts}
    scale, factor = _scale(side.rows), YUAN.get(side.unit, Decimal(1))
    amounts: dict[int, int] = {}
    for at, column in enumerate(order):
        balance = balances.get(account(side.columns.columns[column][-1]))
        if balance is not None:
            amounts[at] = int((balance / factor).scaleb(scale))
    tops = [at for at, role in enumerate(side.roles) if role is RowRole.TOTAL and at not in inner]
    return tuple((top, amounts) for top in tops) if amounts else ()


def account(name: str) -> str:
    """An account's one name: without its ordinal, and the same for all that forms call it."""
    return forms().account("".join(without_enumerator(name).split()))


def _placed(side: SideRows, order: tuple[int, ...], solution: Solution) -> Placed:
    texts, certain = [], []
    unfit = set(solution.unfit)
    for at, row in enumerate(side.rows):
        cells, proven = [""] * len(order), [False] * len(order)
        for rank, column in enumerate(order):
            figure = solution.placements[at][rank]
            cells[column] = "" if figure is None else row.figures[figure]
            proven[column] = solution.certain[at][rank] and at not in unfit
        texts.append(tuple(cells))
        certain.append(tuple(proven))
    return Placed(tuple(texts), tuple(certain))


def _agreement(placed: Sequence[Placed]) -> Placed:
    """The first of several possible placements, certain only where all are and say the same."""
    certain = []
    for row, texts in enumerate(placed[0].texts):
        agreed = (
            all(other.certain[row][column] and other.texts[row][column] == text for other in placed)
            for column, text in enumerate(texts)
        )
        certain.append(tuple(agreed))
    return Placed(placed[0].texts, tuple(certain))
