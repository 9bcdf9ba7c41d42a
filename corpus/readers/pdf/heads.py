"""The header of a table without rules: the labels over its columns, and which of them are heads over several.

Lines of one label stand close under each other; a head stands apart from the labels below it, in their middle.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.readers.pdf.geometry import Box, around
from corpus.readers.pdf.layout import PrintedCell
from corpus.readers.pdf.rivers import Band, Piece, covered, joined, reaches

CLOSE = 0.5
"""Lines of one label are at most so many heights of the type apart."""
CENTRED = 3
"""A head is less than so many heights of its type from the middle of its columns, whose edges are only estimated."""
MIDDLE = 0.25
"""A label at most so many of its heights from half-way between two others is there."""


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one header cell, and the columns that they stand over."""

    text: str
    box: Box
    columns: range

    @property
    def height(self) -> float:
        """From its first line to its last."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> float:
        """Half-way down."""
        return (self.box[1] + self.box[3]) / 2

    def above(self, other: Label) -> bool:
        """Whether this stands wholly over another."""
        return self.box[3] <= other.middle and self.box[1] < other.box[1]


def header_cells(lines: Sequence[Sequence[Piece]], bands: Sequence[Band]) -> tuple[PrintedCell, ...]:
    """The cells of a header that some lines of pieces print over these columns, heads spanning theirs."""
    labels = _labels(lines, bands)
    paths = [_path(column, labels) for column in range(len(bands))]
    heads = [_widened(label, paths, bands) if _is_head(label, labels) else label for label in labels]
    paths = [_path(column, heads) for column in range(len(bands))]
    return tuple(_cells(paths, max(map(len, paths)), bands)) if labels else ()


def with_header(lines: Sequence[Sequence[Piece]], bands: Sequence[Band]) -> tuple[Band, ...]:
    """The columns of some rows with the words that a header has over them, and those that no row prints anything in.

    Words over no column are of the one beside them that has none of its own, or a head in the middle over two; else
    their column is blank.
    """
    own = _labels(_over(lines, bands), bands)
    outside = [piece for line in lines for piece in line if not _is_over(piece, bands)]
    beside = [piece for piece in outside if not any(_is_rest(label, piece) for label in own)]
    boxes = [around(p.box for p in beside if reaches(p.box, band)) for band in joined(_lowest(beside))]
    every = [piece.box for line in lines for piece in line]
    last = [label for label in own if not any(_is_below(box, label.box) for box in every)]
    bare = [at for at in range(len(bands)) if not _path(at, last)]
    taken = {at: box for at in bare if (box := _words_of(at, bands, boxes))}
    wide = [_holding(band, taken[at]) if at in taken else band for at, band in enumerate(bands)]
    labels = _labels(_over(lines, wide), wide)
    paths = [_path(at, labels) for at in range(len(wide))]
    blank = [box for box in boxes if box not in taken.values() and not _is_between(box, paths, wide)]
    return tuple(sorted((*wide, *(Band(box[0], box[2]) for box in blank))))


def _over(lines: Sequence[Sequence[Piece]], bands: Sequence[Band]) -> list[list[Piece]]:
    """The pieces of lines that are over some column."""
    return [[piece for piece in line if _is_over(piece, bands)] for line in lines]


def _is_over(piece: Piece, bands: Sequence[Band]) -> bool:
    return any(reaches(piece.box, band) for band in bands)


def _lowest(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that no other stands below of."""
    return [piece for piece in pieces if not any(_is_below(other.box, piece.box) for other in pieces)]


def _is_below(box: Box, upper: Box) -> bool:
    return box[1] >= upper[3] and box[0] < upper[2] and upper[0] < box[2]


def _words_of(at: int, bands: Sequence[Band], boxes: Sequence[Box]) -> Box | None:
    """A header's words beside a column that are its own, the lowest of those that are no other column's.

    Figures stand under the right end of their column's words, other words under the left one.
    """
    left = bands[at - 1].right if at else float("-inf")
    right = bands[at + 1].left if at + 1 < len(bands) else float("inf")
    near = [box for box in boxes if left < box[0] and box[2] < right]
    lowest = max((box[3] for box in near), default=0.0)
    near = [box for box in near if box[3] > lowest - (box[3] - box[1]) / 2]
    before = [box for box in near if box[2] < bands[at].right]
    after = [box for box in near if box[0] > bands[at].left]
    sides = (before[-1:], after[:1]) if bands[at].figures else (after[:1], before[-1:])
    return next((box for side in sides for box in side), None)


def _holding(band: Band, box: Box) -> Band:
    return Band(min(band.left, box[0]), max(band.right, box[2]), band.figures)


def _is_between(box: Box, paths: Sequence[Sequence[Label]], bands: Sequence[Band]) -> bool:
    """Whether words stand in the middle over the columns on both sides of them."""
    after = next((at for at, band in enumerate(bands) if band.left > box[0]), len(bands))
    if not 0 < after < len(bands):
        return False
    head = _widened(Label("", box, range(after - 1, after + 1)), paths, bands)
    free = all(paths[at] and all(head.above(label) for label in paths[at]) for at in (after - 1, after))
    return free and _off(head, paths, bands) < CENTRED * head.height


def _labels(lines: Sequence[Sequence[Piece]], bands: Sequence[Band]) -> list[Label]:
    """The labels, each with its lines joined."""
    labels: list[Label] = []
    for line in lines:
        for piece in line:
            columns = covered(piece.box, bands)
            at = next((n for n, label in enumerate(labels) if _goes_on(label, piece, columns)), None)
            if at is None:
                labels.append(Label(piece.text, piece.box, columns))
            else:
                label = labels[at]
                labels[at] = Label(f"{label.text}\n{piece.text}", around((label.box, piece.box)), columns)
    return labels


def _goes_on(label: Label, piece: Piece, columns: range) -> bool:
    """Whether a piece is the next line of a label."""
    return label.columns == columns and _is_near(label, piece)


def _is_rest(label: Label, piece: Piece) -> bool:
    """Whether a piece is the short last line of a label, in its middle."""
    return label.box[0] <= piece.box[0] and piece.box[2] <= label.box[2] and _is_near(label, piece)


def _is_near(label: Label, piece: Piece) -> bool:
    return piece.box[1] - label.box[3] < CLOSE * (piece.box[3] - piece.box[1])


def _is_head(label: Label, labels: Sequence[Label]) -> bool:
    return any(label.above(other) and set(label.columns) & set(other.columns) for other in labels)


def _path(column: int, labels: Sequence[Label]) -> list[Label]:
    """The labels over a column, from the top down."""
    return sorted((label for label in labels if column in label.columns), key=lambda label: label.box[1])


def _widened(head: Label, paths: Sequence[Sequence[Label]], bands: Sequence[Band]) -> Label:
    """A head over as many columns beside it as it is in the middle of: those with labels below it and none beside.

    A column's only label that is half-way between the head and the last label below it is merged over the rows of
    both, and has another head or none.
    """
    under = [label.middle for column in head.columns for label in paths[column] if head.above(label)]
    halfway = (head.middle + max(under, default=head.middle)) / 2

    def is_free(column: int) -> bool:
        below = [label for label in paths[column] if head.above(label)]
        beside = [label for label in paths[column] if not (head.above(label) or label.above(head))]
        is_merged = len(below) == 1 and abs(below[0].middle - halfway) <= MIDDLE * below[0].height
        return bool(below) and not beside and not is_merged

    starts = [head.columns.start]
    while starts[-1] > 0 and is_free(starts[-1] - 1):
        starts.append(starts[-1] - 1)
    stops = [head.columns.stop]
    while stops[-1] < len(bands) and is_free(stops[-1]):
        stops.append(stops[-1] + 1)
    wide = (Label(head.text, head.box, range(start, stop)) for start in starts for stop in stops)
    return min(wide, key=lambda label: (int(_off(label, paths, bands) / label.height), -len(label.columns)))


def _off(head: Label, paths: Sequence[Sequence[Label]], bands: Sequence[Band]) -> float:
    """How far a head is from the middle of its columns."""
    first, last = head.columns[0], head.columns[-1]
    left, right = _reach(bands[first], paths[first]).left, _reach(bands[last], paths[last]).right
    return abs((left + right) / 2 - (head.box[0] + head.box[2]) / 2)


def _reach(band: Band, path: Sequence[Label]) -> Band:
    """From where to where a column reaches: as far to both sides of its own label as its words do to one."""
    if not path:
        return band
    middle = (path[-1].box[0] + path[-1].box[2]) / 2
    half = max(middle - band.left, band.right - middle)
    return Band(middle - half, middle + half)


def _cells(paths: Sequence[Sequence[Label]], depth: int, bands: Sequence[Band]) -> Iterator[PrintedCell]:
    """A cell for each label at its depth; the last one over a column reaches down to the rows."""
    boxes = [label.box for path in paths for label in path]
    top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
    for row in range(depth):
        at = 0
        for (label, is_last), columns in groupby(paths, key=lambda path: _label_at(path, row)):
            width = len(list(columns))
            if label is not None:
                yield PrintedCell(row, at, depth - row if is_last else 1, width, label.text, label.box)
            elif row == 0:
                yield from (
                    PrintedCell(
                        0, column, depth, 1, "", (bands[column].left, top, bands[column].right, bottom)
                    )
                    for column in range(at, at + width)
                )
            at += width


def _label_at(path: Sequence[Label], row: int) -> tuple[Label | None, bool]:
    """The label of a column at a depth, and whether it is the column's last."""
    return (path[row], row == len(path) - 1) if row < len(path) else (None, False)
