"""Tables that rules are drawn around: the rules of a page to cells with their spans.

Rules that meet make one table. Its vertical and horizontal rules give columns and rows; where the rule between two
places is missing, they are one merged cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.readers.pdf.geometry import Box

SNAP = 2.5
"""Rules at most so many points apart are one."""

MEET = 3.0
"""Rules that miss each other by at most so many points meet."""

COVERED = 0.5
"""A rule parts two places where it runs along so much of their common edge."""

LEAST = 2.0
"""A rule that runs over no more points than this is a corner or a dot."""

MAX_PLACES = 40_000
"""Rows times columns of one table; what has more is a drawing."""


MAX_PAIRS = 4_000_000
"""Horizontal times vertical rules of one page; what has more is a drawing."""


@dataclass(frozen=True, slots=True)
class Line:
    """A horizontal or vertical rule: where it stands, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A cell without its text: its place in the table and on the page."""

    row: int
    column: int
    row_span: int
    column_span: int
    box: Box


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table: the edges of its columns and rows, its cells, and for each place (row, column) its cell."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    frames: tuple[Frame, ...]
    places: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """All of the table."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]

    def frame_at(self, x: float, y: float) -> int | None:
        """The position of the cell at a point, or None outside of the table."""
        column, row = bisect_right(self.columns, x) - 1, bisect_right(self.rows, y) - 1
        if 0 <= column < len(self.columns) - 1 and 0 <= row < len(self.rows) - 1:
            return self.places[row][column]
        return None


def lattices(rules: Sequence[Box]) -> list[Lattice]:
    """The tables that the rules of a page make, from top to bottom; a frame around one column is none."""
    across, down = [], []
    for left, top, right, bottom in rules:
        if right - left > max(bottom - top, LEAST):
            across.append(Line((top + bottom) / 2, left, right))
        elif bottom - top > LEAST:
            down.append(Line((left + right) / 2, top, bottom))
    across, down = _merged(across), _merged(down)
    if len(across) * len(down) > MAX_PAIRS:
        return []
    found = (_lattice(*group) for group in _meeting(across, down))
    return sorted((each for each in found if each), key=lambda lattice: (lattice.box[1], lattice.box[0]))


def _merged(lines: Iterable[Line]) -> list[Line]:
    """Parallel rules with those of one place at one `at`, and those that touch as one."""
    groups: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.at):
        if groups and line.at - _middle(groups[-1]) <= SNAP:
            groups[-1].append(line)
        else:
            groups.append([line])
    return [line for group in groups for line in _touching(group)]


def _middle(group: Sequence[Line]) -> float:
    return sum(line.at for line in group) / len(group)


def _touching(group: Sequence[Line]) -> Iterator[Line]:
    at = _middle(group)
    start = end = None
    for line in sorted(group, key=lambda line: line.start):
        if start is None or end is None:
            start, end = line.start, line.end
        elif line.start <= end + MEET:
            end = max(end, line.end)
        else:
            yield Line(at, start, end)
            start, end = line.start, line.end
    if start is not None and end is not None:
        yield Line(at, start, end)


def _meeting(across: Sequence[Line], down: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """The horizontal and vertical rules of each table: those that meet, over any number of others."""
    open_across, open_down = set(range(len(across))), set(range(len(down)))
    while open_down:
        group_across: list[int] = []
        group_down = [open_down.pop()]
        begun = [(True, group_down[0])]
        while begun:
            vertical, at = begun.pop()
            if vertical:
                met = [other for other in open_across if _meet(across[other], down[at])]
                open_across.difference_update(met)
                group_across.extend(met)
            else:
                met = [other for other in open_down if _meet(across[at], down[other])]
                open_down.difference_update(met)
                group_down.extend(met)
            begun.extend((not vertical, other) for other in met)
        yield [across[at] for at in group_across], [down[at] for at in group_down]


def _meet(across: Line, down: Line) -> bool:
    return (
        across.start - MEET <= down.at <= across.end + MEET
        and down.start - MEET <= across.at <= down.end + MEET
    )


def _lattice(across: Sequence[Line], down: Sequence[Line]) -> Lattice | None:
    columns, rows = _edges(down, across), _edges(across, down)
    width, height = len(columns) - 1, len(rows) - 1
    if width < 2 or height < 1 or width * height > MAX_PLACES:
        return None
    verticals, horizontals = _by_place(down), _by_place(across)
    beside = [
        [_runs(verticals, columns[column + 1], rows[row], rows[row + 1]) for column in range(width - 1)]
        for row in range(height)
    ]
    below = [
        [_runs(horizontals, rows[row + 1], columns[column], columns[column + 1]) for column in range(width)]
        for row in range(height - 1)
    ]
    places = _joined(beside, below, width, height)
    return Lattice(columns, rows, tuple(_frames(places, columns, rows)), places)


def _edges(lines: Sequence[Line], crossing: Sequence[Line]) -> tuple[float, ...]:
    """Where these rules stand, and the ends of the crossing ones where they run out on an open side."""
    found = sorted({line.at for line in lines})
    first = sorted(line.start for line in crossing)
    last = sorted((line.end for line in crossing), reverse=True)
    if len(crossing) > 1 and found:
        if first[1] < found[0] - MEET:
            found.insert(0, first[1])
        if last[1] > found[-1] + MEET:
            found.append(last[1])
    return tuple(found)


def _by_place(lines: Sequence[Line]) -> dict[float, list[Line]]:
    found: dict[float, list[Line]] = {}
    for line in lines:
        found.setdefault(line.at, []).append(line)
    return found


def _runs(lines: Mapping[float, Sequence[Line]], at: float, start: float, end: float) -> bool:
    """Whether a rule stands there and runs along enough of an edge."""
    covered = sum(max(0.0, min(line.end, end) - max(line.start, start)) for line in lines.get(at, ()))
    return covered >= COVERED * (end - start)


def _joined(
    beside: Sequence[Sequence[bool]], below: Sequence[Sequence[bool]], width: int, height: int
) -> tuple[tuple[int, ...], ...]:
    """For each place the number of its cell: places that no rule parts are one, if they make a rectangle."""
    cells = [[-1] * width for _ in range(height)]
    count = 0
    for row in range(height):
        for column in range(width):
            if cells[row][column] < 0:
                for place in _rectangle(cells, beside, below, (row, column)):
                    cells[place[0]][place[1]] = count
                count += 1
    return tuple(map(tuple, cells))


def _rectangle(
    cells: Sequence[Sequence[int]],
    beside: Sequence[Sequence[bool]],
    below: Sequence[Sequence[bool]],
    start: tuple[int, int],
) -> list[tuple[int, int]]:
    """The places from this one to the right and down that no rule parts and that are still free."""
    top, left = start
    right = left
    while right < len(cells[0]) - 1 and not beside[top][right] and cells[top][right + 1] < 0:
        right += 1
    bottom = top
    while (
        bottom < len(cells) - 1
        and not any(below[bottom][left : right + 1])
        and not any(beside[bottom + 1][left:right])
        and all(cell < 0 for cell in cells[bottom + 1][left : right + 1])
    ):
        bottom += 1
    return [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]


def _frames(
    places: Sequence[Sequence[int]], columns: Sequence[float], rows: Sequence[float]
) -> Iterator[Frame]:
    held: dict[int, list[tuple[int, int]]] = {}
    for row, cells in enumerate(places):
        for column, cell in enumerate(cells):
            held.setdefault(cell, []).append((row, column))
    for within in held.values():
        (top, left), (bottom, right) = within[0], within[-1]
        box = columns[left], rows[top], columns[right + 1], rows[bottom + 1]
        yield Frame(top, left, bottom - top + 1, right - left + 1, box)
