"""The header of a table without rules: which names stand over one column, and which over several."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.readers.pdf.geometry import Box, around
from corpus.readers.pdf.layout import PrintedCell
from corpus.readers.pdf.pieces import Band, Piece, bands, columns_of

LEVEL = 0.5
"""A name that is nearer to one edge of the header than to the other by so many heights of its type is off centre."""

OFF = 0.75
"""The middle of a name over several columns misses theirs by at most so many times the width of one."""


@dataclass(frozen=True, slots=True)
class _Head:
    """A name over some columns, with the names below it."""

    text: str
    box: Box | None
    columns: range
    below: tuple[_Head, ...] = ()

    @property
    def depth(self) -> int:
        """How many names stand over each other, at most."""
        return 1 + max((head.depth for head in self.below), default=0)


def with_blank_columns(header: Sequence[Piece], body: Sequence[Band]) -> list[Band]:
    """The columns of the rows as wide as their names, and those that have a name but nothing below it.

    A name in the middle of its column may end before the figures at the right edge begin, and so may the last line of
    one that wraps.
    """
    extra = [piece for piece in header if not any(_share(piece.box, band) for band in body)]
    columns = list(body)
    for band in bands(extra):
        if not _is_leaf(band, extra, header):
            continue
        own = next((at for at in _beside(band, columns) if _is_named_by(at, columns, band, header)), None)
        if own is None:
            columns = sorted([*columns, band])
        else:
            columns[own] = min(columns[own][0], band[0]), max(columns[own][1], band[1])
    return columns


def _beside(band: Band, columns: Sequence[Band]) -> Iterator[int]:
    """The columns next to a stretch: the one on the right, the one on the left."""
    right = sum(left < band[0] for left, _ in columns)
    yield from (at for at in (right, right - 1) if 0 <= at < len(columns))


def _is_named_by(at: int, columns: Sequence[Band], band: Band, header: Sequence[Piece]) -> bool:
    """Whether names in a stretch beside a column are its own: it has none, or they go on with the last of its own.

    What stands over the next column as well is not its own.
    """
    names = [piece.box for piece in header if [at] == _sharing(piece.box, columns)]
    return not names or _share(max(names, key=lambda box: box[1]), band)


def _sharing(box: Box, columns: Sequence[Band]) -> list[int]:
    return [at for at, band in enumerate(columns) if _share(box, band)]


def _is_leaf(band: Band, extra: Sequence[Piece], header: Sequence[Piece]) -> bool:
    """Whether names that stand beside all columns are a column's, and not above names on both sides."""
    own = [piece for piece in extra if _share(piece.box, band)]
    return not _is_raised(around(piece.box for piece in own), around(piece.box for piece in header))


def header_cells(header: Sequence[Piece], columns: Sequence[Band]) -> tuple[list[PrintedCell], int]:
    """The cells of a header, and how many rows they take: none where two of its names stand in each other's way.

    Names set beside each other over one column are those of two, of which one was not found.
    """
    stacks = _stacks(header, range(len(columns)), columns).values()
    if any(_is_beside(above, below) for stack in stacks for above, below in pairwise(stack)):
        return [], 0
    heads = _heads(header, range(len(columns)), columns)
    depth = max(head.depth for head in heads)
    return list(_cells(heads, 0, depth)), depth


def _is_beside(one: Piece, other: Piece) -> bool:
    """Whether two names are beside each other, so that none is above the other."""
    return other.box[1] < one.box[3] and not _share(one.box, (other.box[0], other.box[2]))


def _cells(heads: Sequence[_Head], row: int, depth: int) -> Iterator[PrintedCell]:
    for head in heads:
        span = 1 if head.below else depth - row
        box = head.box or (0.0, 0.0, 0.0, 0.0)
        yield PrintedCell(row, head.columns.start, span, len(head.columns), head.text, box)
        yield from _cells(head.below, row + 1, depth)


def _heads(header: Sequence[Piece], over: range, columns: Sequence[Band]) -> list[_Head]:
    """The names over a run of columns, from left to right."""
    stacks = _stacks(header, over, columns)
    if not header or not any(stacks.values()):
        return [_leaf(at, stacks) for at in over]
    whole = around(piece.box for piece in header)
    found: list[_Head] = []
    at = over.start
    for run, groups in _runs(stacks, over, whole):
        found.extend(_leaf(column, stacks) for column in range(at, run.start))
        found.extend(_grouped(run, groups, stacks, columns))
        at = run.stop
    found.extend(_leaf(column, stacks) for column in range(at, over.stop))
    return found


def _stacks(header: Sequence[Piece], over: range, columns: Sequence[Band]) -> dict[int, list[Piece]]:
    """For each column the names over it, from top to bottom; a name over several is with the nearest."""
    stacks: dict[int, list[Piece]] = {at: [] for at in over}
    among = [columns[at] for at in over]
    for piece in sorted(header, key=lambda piece: piece.box[1]):
        middle = (piece.middle, 0.0, piece.middle, 0.0)
        stacks[over.start + columns_of(middle, among).start].append(piece)
    return stacks


def _leaf(at: int, stacks: Mapping[int, Sequence[Piece]]) -> _Head:
    stack = stacks[at]
    box = around(piece.box for piece in stack) if stack else None
    return _Head("\n".join(piece.text for piece in stack), box, range(at, at + 1))


def _runs(
    stacks: Mapping[int, Sequence[Piece]], over: range, whole: Box
) -> Iterator[tuple[range, list[Piece]]]:
    """Runs of columns whose names hang below others, with those others."""
    start = over.start
    while start < over.stop:
        stop = start
        while stop < over.stop and _hangs(stacks[stop], whole):
            stop += 1
        run = range(start, stop)
        alone = any(not _is_raised(stacks[at][0].box, whole) for at in run)
        groups = [piece for at in run for piece in stacks[at] if _is_raised(piece.box, whole)]
        if len(run) > 1 and alone and groups:
            yield run, sorted(groups, key=lambda piece: piece.middle)
        start = max(stop, start + 1)


def _hangs(stack: Sequence[Piece], whole: Box) -> bool:
    """Whether the names of a column, without those at the top, are nearer to the lower edge of the header."""
    rest = [piece.box for piece in stack if not _is_raised(piece.box, whole)]
    if not rest:
        return False
    _, top, _, bottom = around(rest)
    return (top - whole[1]) - (whole[3] - bottom) > LEVEL * (rest[0][3] - rest[0][1])


def _is_raised(box: Box, whole: Box) -> bool:
    return (whole[3] - box[3]) - (box[1] - whole[1]) > LEVEL * (box[3] - box[1]) and box[1] - whole[1] < (
        box[3] - box[1]
    )


def _grouped(
    run: range, groups: Sequence[Piece], stacks: Mapping[int, Sequence[Piece]], columns: Sequence[Band]
) -> Iterator[_Head]:
    """The names over several columns of a run, each over those that it stands in the middle of.

    One that stands in the middle of none is left out: it can not be told which columns it is over.
    """
    start = run.start
    for count, group in enumerate(groups, start=1):
        last = run.stop - (len(groups) - count)
        stop = last if count == len(groups) else _end(group, range(start, last), columns)
        over = range(start, stop)
        below = [piece for at in over for piece in stacks[at] if piece is not group]
        if len(over) == 1:
            yield _leaf(start, stacks)
        elif _is_off(group, over, columns):
            yield from _heads(below, over, columns)
        else:
            yield _Head(group.text, group.box, over, tuple(_heads(below, over, columns)))
        start = stop


def _end(group: Piece, within: range, columns: Sequence[Band]) -> int:
    """Behind which of these columns those end that a name stands over, beginning with the first."""
    ends = range(within.start + 1, max(within.stop, within.start + 1) + 1)
    return min(ends, key=lambda end: abs(_middle(range(within.start, end), columns) - group.middle))


def _is_off(group: Piece, over: range, columns: Sequence[Band]) -> bool:
    width = columns[over.stop - 1][1] - columns[over.start][0]
    return abs(_middle(over, columns) - group.middle) > OFF * width / len(over)


def _middle(over: range, columns: Sequence[Band]) -> float:
    return (columns[over.start][0] + columns[over.stop - 1][1]) / 2


def _share(box: Box, band: Band) -> bool:
    return min(box[2], band[1]) > max(box[0], band[0])
