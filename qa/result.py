"""What running a query gives: figures, items, steps and their places, before they are put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from qa.answer import Evidence, Value


class Remark(StrEnum):
    """Something that the answer must say besides its figures; worded by `word`."""

    BLANK = "blank"
    """The table has the cell and leaves it empty: nothing is budgeted there."""
    FELL = "fell"
    """The question supposes a rise, but the figure fell."""
    ROSE = "rose"
    LEVEL = "level"
    """The question supposes a move, but the figure stayed, or there is none of it."""
    ROSE_NOT_LEVEL = "rose, not level"
    FELL_NOT_LEVEL = "fell, not level"
    EQUAL = "equal"
    ROUNDED = "rounded"
    """The same amount is also stated rounded, or exactly."""
    ITEMS_HOLD_SEVERAL = "items hold several"
    REPEATED = "repeated"
    RECOGNISED = "recognised"
    """A source is an image, and what it says was recognised."""
    FEWER = "fewer"
    """Fewer members exist than were asked for."""


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome of one query.

    `headline` says what the values are (a label, the winner's name); `passages` are texts to show verbatim; `focus`
    are the standard names that a follow-up question may mean by 它.
    """

    headline: str
    values: tuple[Value, ...] = ()
    items: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    remarks: tuple[Remark, ...] = ()
    passages: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
