"""Where the running text of each page begins and ends, by the lines that are set on it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corpus.wrapping import Line

LONG = 0.6
"""A line of at least this much of the widest line's width tells where the margins of its page are."""

UPRIGHT = 0.4
"""An upright page is at least so much of the width of one set sideways, without its margins."""

FULL_LINES = 3
"""So many full lines tell where the text of a page ends."""

ALIKE = 3.0
"""Edges at most so many points apart are of lines, or of pages, that are set alike."""

DEEP = 48.0
"""An indentation is no deeper than so many points."""


def page_margins(lines: Sequence[Line]) -> dict[int, tuple[float, float]]:
    """The left and right edge of the text of each page; without a long line, as on the page before.

    Pages whose text ends at the same place on the right begin at the same place on the left: one of them may have
    only lines that are indented.
    """
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.span.page and line.box:
            pages.setdefault(line.span.page, []).append(line)
    widest = max((_reach(line) for page in pages.values() for line in page), default=0.0)
    own = {
        page: _own_margins(on_page, LONG * min(widest, max(map(_reach, on_page))))
        for page, on_page in pages.items()
        if any(_reach(line) >= LONG * widest for line in on_page) or _is_set_full(on_page, widest)
    }
    found: dict[int, tuple[float, float]] = {}
    before = next(iter(own.values()), (0.0, widest))
    for page in pages:
        if page in own:
            left, right = own[page]
            alike = (
                other for other, end in own.values() if abs(end - right) <= ALIKE and other > left - DEEP
            )
            before = min(left, *alike), right
        found[page] = before
    return found


def _is_set_full(lines: Sequence[Line], widest: float) -> bool:
    """Whether several lines of a page end where its rightmost one does: upright text beside pages set sideways."""
    right = max(line.box[2] for line in lines if line.box)
    ends = [line.box for line in lines if line.box and not line.is_row and _reach(line) >= UPRIGHT * widest]
    return sum(right - box[2] <= box[3] - box[1] for box in ends) >= FULL_LINES


def _reach(line: Line) -> float:
    return line.box[2] - line.box[0] if line.box else 0.0


def _own_margins(lines: Sequence[Line], long: float) -> tuple[float, float]:
    """Where the text of a page begins on the left, and where its longest line ends.

    It begins where a long line does, or two lines do: a single short one may be the label of a picture.
    """
    boxes = [line.box for line in lines if line.box and not line.is_row]
    lefts = sorted(box[0] for box in boxes)
    begins = [box[0] for box in boxes if box[2] - box[0] >= long]
    begins.extend(one for one, other in pairwise(lefts) if other - one <= ALIKE)
    return min(begins, default=0.0), max((box[2] for box in boxes), default=0.0)
