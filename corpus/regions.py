"""Where the flattened tables of a text stand: title, unit, header and rows, over page breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.figures import parse_figure
from corpus.forms import forms, squeezed
from corpus.headers import Header, plain_header, read_header
from corpus.numbering import enumerator
from corpus.quantity import YUAN
from corpus.readers.stream import TextLine

UNITS = "|".join(sorted(YUAN, key=len, reverse=True))
CAPTION = re.compile(rf"[（(]?(?:金额)?单位\s*[：:]\s*(?:人民币)?({UNITS})\s*[)）]?\s*$")
NOTE = re.compile(r"(?:备?注|说明)\s*[0-9]?\s*[：:]")
SENTENCE = re.compile(r"[。；！？]")
CODE = re.compile(r"\d{3}(?:\s?\d{2}){0,3}(?=\s|[^\d,.%\s])")
BAR = "|"
MAX_TITLE = 80
MAX_LINE = 2_000
MAX_HEADER = 20
PAGE_GAP = 2
"""How many blank lines stand where a page ends; inside a page one separates rows or paragraphs."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands among the lines of a text.

    `title` is the position of its title line, None where no line is one; `start` and `end` are the positions of the
    first line after the title (or of its grid) and of the line after its last row or note.
    """

    title: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Region:
    """A flattened table: `title` is the position of its title line, `lines` the rows and notes in order.

    `start` and `end` are the positions of the first line after the title and of the line after the last row.
    """

    title: int
    unit: str
    header: Header
    lines: tuple[TextLine, ...]
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.title, self.start, self.end)


def find_regions(lines: Sequence[TextLine]) -> tuple[Region, ...]:
    """The tables of a text, told by the line that states their unit under a title."""
    captions = [
        at for at, line in enumerate(lines) if len(line.text) <= MAX_LINE and CAPTION.search(line.text)
    ]
    titles = {caption: title for caption in captions if (title := _title(lines, caption)) is not None}
    limits = [*list(titles.values())[1:], len(lines)]
    found = (
        _region(lines, title, caption, limit)
        for (caption, title), limit in zip(titles.items(), limits, strict=False)
    )
    return tuple(region for region in found if region)


def is_data(text: str) -> bool:
    """Whether a line is a row of figures, or the blank total row of an empty table."""
    cells = text.split()
    if not cells:
        return False
    return parse_figure(cells[-1]) is not None or (len(cells) == 1 and cells[0].endswith(forms().total_rows))


def _title(lines: Sequence[TextLine], caption: int) -> int | None:
    """The title's position: the words before the unit on the same line, or the line above."""
    alone = CAPTION.sub("", lines[caption].text).strip()
    if alone.endswith("表"):
        return caption
    above = [at for at in range(max(0, caption - 4), caption) if lines[at].text.strip()]
    if (
        not above
        or len(text := lines[above[-1]].text.strip()) > MAX_TITLE
        or SENTENCE.search(text)
        or is_data(text)
    ):
        return None
    return above[-1]


def _region(lines: Sequence[TextLine], title: int, caption: int, limit: int) -> Region | None:
    unit = CAPTION.search(lines[caption].text)
    body = [at for at in range(caption + 1, limit) if lines[at].text.strip()]
    found = _header([lines[at].text for at in body[:MAX_HEADER]])
    if unit is None or found is None:
        return None
    count, header = found
    rows = _rows(lines, body, count)
    end = max([caption, *body[:count], *rows]) + 1
    return Region(title, unit[1], header, tuple(lines[at] for at in rows), title + 1, end)


def _header(texts: list[str]) -> tuple[int, Header] | None:
    """How many lines the header takes, and the header: the longest start that a standard form fills.

    Bars between cells (项目 | 预算数 |) are no words of a header: such a table is not one whose blanks have been lost.
    """
    first_figure = next(
        (at for at, text in enumerate(texts) if parse_figure(text.split()[-1]) is not None), len(texts)
    )
    if any(BAR in text for text in texts[:first_figure]):
        return None
    for count in range(first_figure, 0, -1):
        header = read_header(texts[:count])
        if header:
            return count, header
    first_row = next((at for at, text in enumerate(texts) if _begins_rows(text)), len(texts))
    return (first_row, plain_header(texts[:first_row])) if 0 < first_row < len(texts) else None


def _begins_rows(text: str) -> bool:
    return is_data(text) or CODE.match(text) is not None or enumerator(text) is not None


def _rows(lines: Sequence[TextLine], body: list[int], count: int) -> list[int]:
    """The positions of the rows: up to the first line that belongs to something else, repeated headers left out."""
    header = [squeezed(lines[at].text) for at in body[:count]]
    rows: list[int] = []
    skip = 0
    previous = body[count - 1]
    totalled = False
    for number, at in enumerate(body[count:], start=count):
        text = lines[at].text
        if skip:
            skip -= 1
        elif squeezed(text) == header[0] and _is_repeated(lines, body[number : number + count], header):
            skip = count - 1
        elif _ends(text, at - previous, totalled and not _has_row_below(lines, body, number)):
            break
        else:
            rows.append(at)
            totalled = len(rows) > 1 and text.split()[0].endswith(forms().total_rows)
        previous = at
    return rows


def _is_repeated(lines: Sequence[TextLine], places: list[int], header: list[str]) -> bool:
    """Whether the lines at these places are the header again, as at the top of a table's next page."""
    return [squeezed(lines[at].text) for at in places] == header


def _has_row_below(lines: Sequence[TextLine], body: list[int], number: int) -> bool:
    """Whether the next line is a row of figures on the same page."""
    below = body[number + 1] if number + 1 < len(body) else None
    return below is not None and below - body[number] <= PAGE_GAP and is_data(lines[below].text)


def _ends(text: str, distance: int, totalled: bool) -> bool:
    """Whether a line that stands so far below the last row is no row any more.

    At the top of a page only a row of figures goes on with the table; under the last total only a note does.
    """
    if NOTE.match(text.strip()):
        return False
    if distance > PAGE_GAP:
        return not (CODE.match(text) or (is_data(text) and parse_figure(text.split()[0]) is None))
    if is_data(text):
        return False
    return totalled or len(text) > MAX_LINE or SENTENCE.search(text) is not None
