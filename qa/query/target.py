"""What queries are about: one figure, a set of figures, the way that a question supposes a figure to have moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Target:
    """One figure: the standard names that single it out together (a row, a column, rows above), and the year.

    `said` is how the question named it, to tell which of two equal statements of one figure it quotes. `documents`
    are the ids of those it is to be found in, where a question names several bodies; none: all in scope.
    """

    names: tuple[str, ...]
    year: int
    said: str = field(default="", compare=False)
    documents: tuple[int, ...] = ()


class Axis(StrEnum):
    """What a set of figures ranges over."""

    PROJECTS = "projects"
    ROWS = "rows"
    UNITS = "units"
    NAMESAKES = "namesakes"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Members:
    """A set of figures: the described projects, or the lowest rows that have a figure in a column or below a row.

    Or the units of a department, each by its own row in a column; or the rows of one name below several rows of a
    table (一般行政管理事务 of 组织事务 and of 宣传事务).

    `within` are the names of that column or row (none: the whole expenditure), `level` the account level asked for
    (类 1, 款 2, 项 3; None: the lowest), `size` how many the question says there are (None: it says nothing), with
    or without those of `besides`.
    """

    axis: Axis
    within: tuple[str, ...]
    year: int
    level: int | None = None
    besides: tuple[str, ...] = ()
    size: int | None = field(default=None, compare=False)


class Direction(StrEnum):
    """The way that a question supposes a figure to have moved."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"
    EITHER = "either"


Term = tuple[Target, ...] | Members
"""One side of a relation: some figures added up, or all members of a set."""
