"""Lines of a table without rules to its rows: a row is printed on more than one where a name of it wraps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.figures import parse_figure
from corpus.readers.pdf.layout import PrintedLine
from corpus.readers.pdf.rivers import pieces

YEAR = re.compile(r"20\d\d")
OVERLAP = 0.15
"""Lines that share so much of their height are of one row: a name of two lines, and its figures in their middle."""
NEAR = 0.6
"""A line without figures goes on with a row that is nearer than so much of the least gap between two rows."""

LineRow = tuple[PrintedLine, ...]
"""The lines that one row is printed on, from the top down."""


def has_figure(line: PrintedLine) -> bool:
    """Whether a line has a figure behind other words; a year alone is none."""
    behind = (piece.text for piece in pieces(line)[1:])
    return any(parse_figure(text) is not None and not YEAR.fullmatch(text) for text in behind)


def rows_of(lines: Sequence[PrintedLine]) -> list[LineRow]:
    """The rows that lines make."""
    rows: list[LineRow] = []
    for line in lines:
        if rows and overlap(rows[-1], line) and not (_figured(rows[-1]) and has_figure(line)):
            rows[-1] = (*rows[-1], line)
        else:
            rows.append((line,))
    between = [_gap(above, below) for above, below in pairwise(rows) if _figured(above) and _figured(below)]
    return _with_rests(rows, NEAR * min(between, default=0.0))


def _with_rests(rows: Sequence[LineRow], near: float) -> list[LineRow]:
    """The rows, one without figures joined to the nearer of its neighbours where that is near."""
    found: list[LineRow] = []
    lead: LineRow = ()
    for at, row in enumerate(rows):
        above = _gap(found[-1], row) if found else float("inf")
        below = _gap(row, rows[at + 1]) if at + 1 < len(rows) else float("inf")
        if _figured(row) or min(above, below) >= near:
            found.append((*lead, *row))
            lead = ()
        elif above <= below:
            found[-1] = (*found[-1], *row)
        else:
            lead = (*lead, *row)
    return found


def _figured(row: LineRow) -> bool:
    return any(has_figure(line) for line in row)


def overlap(row: LineRow, line: PrintedLine) -> bool:
    """Whether a line shares so much of its height with one of a row that it is of that row."""
    height = line.box[3] - line.box[1]
    return any(
        min(above.box[3], line.box[3]) - max(above.box[1], line.box[1]) > OVERLAP * height for above in row
    )


def _gap(above: LineRow, below: LineRow) -> float:
    return min(line.box[1] for line in below) - max(line.box[3] for line in above)
