"""What a page holds, in points from its upper left corner as it is read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import cos, radians, sin

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character; white space is a glyph too."""

    text: str
    box: Box

    @property
    def x(self) -> float:
        """The middle between its left and right edge."""
        return (self.box[0] + self.box[2]) / 2

    @property
    def y(self) -> float:
        """The middle between its upper and lower edge."""
        return (self.box[1] + self.box[3]) / 2

    @property
    def height(self) -> float:
        """The size of its type, about."""
        return self.box[3] - self.box[1]


class Source(StrEnum):
    """Where the glyphs of a page are from."""

    TEXT = "text"
    IMAGE = "image"
    """It is an image that was not read: there are none."""
    RECOGNISED = "recognised"
    """It is an image, and they are what was recognised on it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page turned so that its text runs from left to right.

    `turns` is by how many quarters it was turned clockwise for that, and `skew` by how many degrees anticlockwise it
    was straightened then; `width` and `height` are those of the turned page.
    """

    number: int
    width: float
    height: float
    turns: int
    glyphs: tuple[Glyph, ...]
    rules: tuple[Box, ...]
    source: Source = Source.TEXT
    skew: float = 0.0

    def as_printed(self, box: Box) -> Box:
        """A box of the turned page where it stands on the page as it is shown."""
        if self.skew:
            box = _slanted(box, (self.width / 2, self.height / 2), self.skew)
        return turned(box, self.width, self.height, -self.turns % 4)


def turned(box: Box, width: float, height: float, turns: int) -> Box:
    """A box after its page of this width and height is turned clockwise by so many quarters."""
    left, top, right, bottom = box
    match turns:
        case 1:
            return height - bottom, left, height - top, right
        case 2:
            return width - right, height - bottom, width - left, height - top
        case 3:
            return top, width - right, bottom, width - left
        case _:
            return box


def _slanted(box: Box, middle: tuple[float, float], angle: float) -> Box:
    """The box around this one after its page is turned clockwise about its middle by some degrees."""
    along, across = cos(radians(angle)), sin(radians(angle))
    left, top, right, bottom = box
    corners = [(x - middle[0], y - middle[1]) for x in (left, right) for y in (top, bottom)]
    xs = [middle[0] + along * x - across * y for x, y in corners]
    ys = [middle[1] + across * x + along * y for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of these, of which there is at least one."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def lines_of(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs that stand beside each other, from top to bottom, each line from left to right."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.y):
        if lines and _is_beside(lines[-1], glyph):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [sorted(line, key=lambda glyph: glyph.box[0]) for line in lines]


def _is_beside(line: Sequence[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph is on the line of these: its middle is nearer to theirs than half of the smaller type."""
    other = line[-1]
    return abs(glyph.y - other.y) <= min(glyph.height, other.height) / 2
