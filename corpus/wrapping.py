"""Hard-wrapped lines: where each stands on its page, and whether the next one goes on with it."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.document import Span
from corpus.margins import page_margins
from corpus.numbering import Enumerator, Numbering, enumerator
from corpus.readers.stream import FormGroup, FormTitle, RowLine, TextLine
from corpus.regions import NOTE, PAGE_GAP, Place

SENTENCE_END = "。；！？;"
CLOSING = f"{SENTENCE_END}：:）)》>”」』、"
PAGE_BREAK = "\f"
POINT = re.compile("[一二三四五六七八九十]{1,2}是")
UNBREAKABLE = re.compile(r"[0-9A-Za-z.,%/+-]+|.[。，、；：）》”！？]*")
GLUED = re.compile(r"(?<=[》）)。；”])\s*(?=[（(]?[一二三四五六七八九十\d]{1,3}[）)]?[、．.《]?)")
SLACK = 4
LEAST_FULL = 0.85
"""A page's widest line is taken for wrapped only where it is this much of the document's widest."""

NARROWEST = 50
"""No running text is wrapped to fewer columns (25 Chinese characters): shorter lines are whole."""

WIDEST = 200
"""No page is wider than so many columns (100 Chinese characters)."""

MAX_UNIT = 80
CENTRED = 6
"""A line in the middle of its page leaves more than so many columns before it; two characters are an indentation."""

TINY = 0.5
MAX_REST = 15
"""The rest of a heading on its second line has at most so many characters."""

MAX_LINE = 5_000
"""A longer line is no line of a page: it is a paragraph as it stands."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text, as it stands on its page.

    `at` is its position among the lines that were read, `gap` counts the blank lines above it, `indent` its leading
    columns beyond the document's margin, `table` is the table whose title it is, `box` its place on its page turned
    upright, `full` says that it uses up the width of its page, `centred` that it stands in the middle of it, and
    `is_row` that it is a row of a table. `opens_form` and `opens_group` say that it is the name of a form, and of a
    group in it.
    """

    text: str
    span: Span
    at: int
    gap: int
    indent: int
    table: int | None = None
    box: tuple[float, float, float, float] | None = None
    full: bool = False
    centred: bool = False
    is_row: bool = False
    opens_form: bool = False
    opens_group: bool = False

    @property
    def ordinal(self) -> Enumerator | None:
        """The enumerator that the line begins with."""
        return enumerator(self.text)

    @property
    def ends_sentence(self) -> bool:
        """Whether a sentence ends with this line."""
        return self.text.endswith(tuple(SENTENCE_END))


def running_lines(lines: Sequence[TextLine], places: Sequence[Place]) -> list[Line]:
    """The lines outside of tables, blank ones counted; items glued to one line are split, each keeping its line."""
    covered = {at for place in places for at in range(place.start, place.end)}
    titles = {place.title: number for number, place in enumerate(places) if place.title is not None}
    ends = {place.end for place in places}
    found: list[Line] = []
    gap = PAGE_GAP
    for at, line in enumerate(lines):
        text = line.text.strip()
        gap = max(gap, PAGE_GAP) if at in ends else gap
        if at in covered:
            gap = PAGE_GAP
        elif not text:
            gap += 1
        else:
            indent = _width(line.text[: len(line.text) - len(line.text.lstrip())])
            above = max(gap, PAGE_GAP) if PAGE_BREAK in line.text else gap
            found.append(
                Line(
                    text,
                    line.span,
                    at,
                    above,
                    indent,
                    titles.get(at),
                    line.box,
                    is_row=isinstance(line, RowLine),
                    opens_form=isinstance(line, FormTitle),
                    opens_group=isinstance(line, FormGroup),
                )
            )
            gap = 0
    if any(line.box for line in found):
        return _split(set_on_pages(found))
    margin = min((line.indent for line in found), default=0)
    return _split(_with_fullness([replace(line, indent=line.indent - margin) for line in found]))


def _split(lines: Iterable[Line]) -> list[Line]:
    """Splits a line where the item after the last one begins in it: `…（沪府办〔2020〕55号）18.《…`."""
    found: list[Line] = []
    last: dict[Numbering, int] = {}
    for line in lines:
        start = 0
        if first := line.ordinal:
            last[first.kind] = first.value
        if line.table is None and len(line.text) <= MAX_LINE:
            for place in GLUED.finditer(line.text):
                begun = enumerator(line.text, place.end()) if place.end() else None
                if begun and begun.kind in last and begun.value == last[begun.kind] + 1:
                    head = replace(line, text=line.text[start : place.start()], full=False)
                    found.append(replace(head, gap=0, indent=0) if start else head)
                    start = place.end()
                    last[begun.kind] = begun.value
        found.append(replace(line, text=line.text[start:], gap=0, indent=0) if start else line)
    return found


def _with_fullness(lines: Sequence[Line]) -> list[Line]:
    """Marks the lines that use up the width of their page, so that their text goes on below."""
    widths = [_width(line.text) + line.indent if len(line.text) <= MAX_LINE else 0 for line in lines]
    floor = max(NARROWEST, LEAST_FULL * max(widths, default=0))
    limits: list[float] = []
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or lines[end].gap >= PAGE_GAP:
            limits.extend([max(floor, _measure(widths[start:end]))] * (end - start))
            start = end
    return [
        replace(line, full=widths[at] + _first_unit(lines, at + 1) + SLACK > limits[at])
        for at, line in enumerate(lines)
    ]


def _measure(widths: Sequence[int]) -> float:
    """The width that a page's lines are broken at: the widest that two more come near to, else the widest.

    A lone wider line may be a title, which is not broken. Where a line is wider than any page, none is broken.
    """
    falling = sorted(widths, reverse=True)
    if falling[0] > WIDEST:
        return math.inf
    thirds = zip(falling, falling[2:], strict=False)
    return next((wide for wide, third in thirds if wide - third <= SLACK), falling[0])


def set_on_pages(lines: Sequence[Line]) -> list[Line]:
    """Lines of a format with geometry: indentation, fullness and place by the margins of their page."""
    margins = page_margins(lines)
    found = [
        _set_on_page(line, margins[line.span.page], _first_unit(lines, at + 1))
        if line.box and line.span.page
        else line
        for at, line in enumerate(lines)
    ]
    return _with_whole_headings(found)


def _set_on_page(line: Line, margins: tuple[float, float], following: int) -> Line:
    """A line by its page's margins; `following` is how many columns what begins the next line takes."""
    left, top, right, bottom = line.box or (0.0, 0.0, 0.0, 0.0)
    column = max((bottom - top) / 2, TINY)
    before, after = (left - margins[0]) / column, (margins[1] - right) / column
    return replace(
        line,
        indent=max(0, round(before)),
        full=following + SLACK > after,
        centred=before > CENTRED and abs(before - after) <= SLACK,
    )


def _with_whole_headings(lines: Sequence[Line]) -> list[Line]:
    """Numbered headings that are broken over two lines as one."""
    found: list[Line] = []
    for line in lines:
        if found and _is_rest_of_heading(found[-1], line):
            found[-1] = replace(found[-1], text=found[-1].text + line.text, full=False)
        else:
            found.append(line)
    return found


def _is_rest_of_heading(heading: Line, line: Line) -> bool:
    """Whether a short line of the same type goes on with the numbered heading above it, which is full."""
    ordinal = heading.ordinal
    if ordinal is None or ordinal.kind > Numbering.CHINESE_BRACKET or not heading.full or line.ordinal:
        return False
    if any(mark in heading.text + line.text for mark in f"{SENTENCE_END}，,：:") or line.gap >= PAGE_GAP:
        return False
    one, other = heading.box, line.box
    same_type = one and other and abs((one[3] - one[1]) - (other[3] - other[1])) <= 1
    return bool(same_type) and len(line.text) <= MAX_REST and line.table is None


def _first_unit(lines: Sequence[Line], at: int) -> int:
    """The width of what could not be broken off the next line to fill this one."""
    found = UNBREAKABLE.match(lines[at].text[:MAX_UNIT]) if at < len(lines) else None
    return _width(found[0]) if found else 0


def _width(text: str) -> int:
    """Columns that a text takes in a fixed-width font."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def goes_on(before: Line, line: Line, last: Enumerator | None) -> bool:
    """Whether a line continues the paragraph whose last line is `before` and whose list item last begun is `last`.

    A page may end inside a paragraph; a blank line inside a page, an indentation, an enumerator in its place, or a
    line that leaves room for more ends one.
    """
    if before.is_row or line.is_row or not before.full or line.indent >= 2 or 0 < line.gap < PAGE_GAP:
        return False
    if line.gap and before.ends_sentence:
        return False
    if line.text.startswith("《") and before.text.endswith(("》", "号", "号)", "号）")):
        return False
    if NOTE.match(line.text) or (POINT.match(line.text) and before.ends_sentence):
        return False
    ordinal = line.ordinal
    if ordinal is None:
        return True
    in_place = last is not None and last.kind is ordinal.kind and ordinal.value == last.value + 1
    return not (in_place or before.text.endswith(tuple(CLOSING)))


def joined(parts: Iterable[str]) -> str:
    """Lines as one text: Chinese closes up, words of other scripts keep a space between them."""
    text = ""
    for part in parts:
        apart = text[-1:].isascii() and part[:1].isascii() and text[-1:].isalpha() and part[:1].isalpha()
        text = f"{text} {part}" if apart else text + part
    return text
