"""Headings to a tree of sections, the text between them to paragraphs.

A heading is told by its numbering (`一、` `（一）` `1.`) or by its form: a short line of its own that ends no
sentence, at the top of a page or ending in a word that headings end in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from corpus.document import Paragraph, Section, Span
from corpus.figures import parse_figure
from corpus.numbering import Enumerator, Numbering, enumerator
from corpus.readers.stream import TextLine
from corpus.regions import PAGE_GAP, Place
from corpus.wording import wording
from corpus.wrapping import Line, goes_on, joined, running_lines

NOT_IN_TITLES = re.compile(r"[。；！？，：;:!?]")
MAX_TITLE = 60
MAX_NUMBERED = {
    Numbering.PART: 60,
    Numbering.CHINESE: 45,
    Numbering.CHINESE_BRACKET: 30,
    Numbering.ARABIC: 20,
}
CONTENTS = "目录"
ENTRY_END = re.compile(r"[.…·\-—]*\d{0,3}$")
LEADER = re.compile(r"(?:[.…·]{3,}|\s)\s*\d{1,3}$|[.…·]{6,}")
LEAST_ENTRIES = 0.7
"""So much of a page of contents are entries; the rest are lines that go on with one."""
KIN = 4
"""How many last characters titles of one kind share (…项目情况说明)."""


class Rank(IntEnum):
    """How headings nest, whatever they are numbered by; the outermost first."""

    PART = 0
    TITLE = 1
    SUBTITLE = 2
    CHINESE = 3
    CHINESE_BRACKET = 4
    ARABIC = 5
    GROUP = 6


RANKS = {
    Numbering.PART: Rank.PART,
    Numbering.CHINESE: Rank.CHINESE,
    Numbering.CHINESE_BRACKET: Rank.CHINESE_BRACKET,
    Numbering.ARABIC: Rank.ARABIC,
}
NUMBERED_RANKS = frozenset({Rank.PART, Rank.CHINESE})
"""Numbered headings that have tables below them: their tables end where the next such heading begins."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections and paragraphs in reading order, and for each table of the text its section."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[int, ...]


def read_outline(lines: Sequence[TextLine], places: Sequence[Place]) -> Outline:
    """The outline of a text whose tables are found; text before the first heading is in a section without title."""
    running = running_lines(lines, places)
    builder = _Builder(running)
    for at in range(len(running)):
        builder.read(at)
    return builder.outline(places)


def _contents(lines: Sequence[Line]) -> frozenset[int]:
    """The entries of a table of contents: lines below the heading 目录 that stand again further down."""
    keys = [
        ENTRY_END.sub("", "".join(line.text.split())) if len(line.text) <= MAX_TITLE else "" for line in lines
    ]
    last = {key: at for at, key in enumerate(keys) if key}
    start = next((at for at, key in enumerate(keys) if key == CONTENTS), len(lines))
    entries: dict[str, int] = {}
    for at in range(start + 1, len(lines)):
        if keys[at] in entries or last.get(keys[at], at) == at:
            break
        entries[keys[at]] = at
    return frozenset(entries.values()) | _contents_pages(lines, start)


def _contents_pages(lines: Sequence[Line], start: int) -> frozenset[int]:
    """The entries below the heading 目录 of a format with pages: whole pages of numbered or dotted lines."""
    entries: set[int] = set()
    page: list[int] = []
    for at in range(start + 1, len(lines)):
        if lines[at].span.page is None:
            return frozenset()
        if page and lines[at].span.page != lines[page[-1]].span.page:
            if not _is_contents(lines, page):
                return frozenset(entries)
            entries.update(page)
            page = []
        page.append(at)
    return frozenset(entries)


def _is_contents(lines: Sequence[Line], page: Sequence[int]) -> bool:
    """Whether these lines are entries of a table of contents: no sentences, and nearly all numbered or dotted."""
    texts = [lines[at].text for at in page]
    entries = sum(enumerator(text) is not None or LEADER.search(text) is not None for text in texts)
    sentences = sum(any(mark in text for mark in "。；") for text in texts)
    return not sentences and entries >= LEAST_ENTRIES * len(texts)


class _Builder:
    """Reads lines in order; holds the open headings, the open paragraph and the list item that was last begun."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._sections: list[Section] = []
        self._starts: list[int] = []
        self._paragraphs: list[Paragraph] = []
        self._tables: dict[int, int] = {}
        self._open: list[tuple[Rank, int]] = []
        self._kin: Line | None = None
        self._item: Enumerator | None = None
        self._begun: list[Line] = []
        self._heading_above: Line | None = None
        self._contents = _contents(lines)

    def outline(self, places: Sequence[Place]) -> Outline:
        """What was read; a table without a title of its own is in the section that is open where it stands."""
        self._close_paragraph()
        if places and not self._sections:
            self._sections.append(Section("", 1, None, self._lines[0].span if self._lines else Span("")))
            self._starts.append(0)
        tables = (
            self._tables[number] if number in self._tables else self._section_at(place.start)
            for number, place in enumerate(places)
        )
        return Outline(tuple(self._sections), tuple(self._paragraphs), tuple(tables))

    def _section_at(self, line: int) -> int:
        return max(0, bisect_right(self._starts, line) - 1)

    def read(self, at: int) -> None:
        line = self._lines[at]
        is_entry = at in self._contents and line.span.page is not None
        if is_entry:
            self._close_paragraph()
        rank = None if at in self._contents else self._rank(at)
        if rank is not None:
            self._close_paragraph()
            self._open_section(line, rank)
            return
        if not (self._begun and goes_on(self._begun[-1], line, self._item)):
            self._close_paragraph()
            self._item = line.ordinal or self._item
        self._begun.append(line)
        self._heading_above = None
        if is_entry:
            self._close_paragraph()

    def _rank(self, at: int) -> Rank | None:
        """The rank of a line as a heading; None for running text."""
        line = self._lines[at]
        if line.opens_form or line.opens_group:
            return Rank.ARABIC if line.opens_form else Rank.GROUP
        following = self._lines[at + 1] if at + 1 < len(self._lines) else None
        ordinal = line.ordinal
        if (
            ordinal
            and ordinal.kind in RANKS
            and (line.table is not None or _is_numbered(line, ordinal, following))
            and not self._goes_on_listing(ordinal)
        ):
            return RANKS[ordinal.kind]
        if line.table is None and not self._is_title(line, following):
            return None
        above = self._heading_above
        titled = above is not None and above.ordinal is None and not self._is_subtitle(above)
        if titled and line.gap < PAGE_GAP:
            self._kin = line
            return Rank.SUBTITLE
        return Rank.SUBTITLE if self._kin is not None and _are_kin(self._kin, line) else Rank.TITLE

    def _goes_on_listing(self, ordinal: Enumerator) -> bool:
        """Whether the line before is the point of a list before this one, and no heading: 3.丙站 before 4.丁站."""
        before = self._begun[0].ordinal if len(self._begun) == 1 else None
        if before is None or not before.kind is ordinal.kind is Numbering.ARABIC:
            return False
        return ordinal.value == before.value + 1

    def _is_subtitle(self, line: Line) -> bool:
        return self._kin is not None and _are_kin(self._kin, line)

    def _is_title(self, line: Line, following: Line | None) -> bool:
        """Whether a line without enumerator has the form of a heading."""
        if following is None or following.gap >= PAGE_GAP or not _has_form(line.text, MAX_TITLE):
            return False
        if line.ordinal or line.text.startswith(("《", "—", "-")):
            return False
        before = self._begun[-1] if self._begun else None
        if before and before.full and not before.ends_sentence:
            return False
        if line.box and not line.centred:
            return line.gap > 0 and line.text.endswith(wording().heading_endings)
        if line.gap >= PAGE_GAP:
            return True
        after_text = line.box is not None and before is not None and before.ends_sentence
        return (line.gap > 0 or self._heading_above is not None or after_text) and line.text.endswith(
            wording().heading_endings
        )

    def _open_section(self, line: Line, rank: Rank) -> None:
        if line.table is not None and self._open and self._open[0][0] in NUMBERED_RANKS:
            rank = Rank(self._open[0][0] + 1)
        while self._open and (self._open[-1][0] >= rank or self._is_contents(self._open[-1][1])):
            self._open.pop()
        if rank <= Rank.TITLE:
            self._kin = None
        parent = self._open[-1][1] if self._open else None
        level = self._sections[parent].level + 1 if parent is not None else 1
        self._open.append((rank, len(self._sections)))
        if line.table is not None:
            self._tables[line.table] = len(self._sections)
        self._sections.append(Section(line.text, level, parent, line.span))
        self._starts.append(line.at)
        self._item = None
        is_form = line.opens_form or line.opens_group
        self._heading_above = None if line.table is not None or is_form else line

    def _is_contents(self, section: int) -> bool:
        return "".join(self._sections[section].title.split()) == CONTENTS

    def _close_paragraph(self) -> None:
        if not self._begun:
            return
        lines, self._begun = self._begun, []
        if not self._sections:
            self._sections.append(Section("", 1, None, lines[0].span))
            self._starts.append(lines[0].at)
        text = joined(line.text for line in lines)
        self._paragraphs.append(
            Paragraph(text, len(self._sections) - 1, _around([line.span for line in lines]))
        )


def _is_numbered(line: Line, ordinal: Enumerator, following: Line | None) -> bool:
    """Whether a numbered line is a heading: short, no sentence, and for the inner kinds with text of its own below."""
    words = line.text[ordinal.length :].removesuffix("：").removesuffix(":")
    if ordinal.kind is Numbering.CHINESE_BRACKET:
        words = words.removesuffix("。")  # （一）职能职责。 on a line of its own
    if not _has_form(words, MAX_NUMBERED[ordinal.kind]):
        return False
    if ordinal.kind in (Numbering.PART, Numbering.CHINESE):
        return True
    if following is None or following.gap >= PAGE_GAP or any(mark in words for mark in "《》"):
        return False
    if line.box and line.full and not words.endswith(wording().heading_endings):  # a sentence that goes on
        return False
    below = following.ordinal
    if below is not None and below.kind <= ordinal.kind:
        return False
    return ordinal.kind is Numbering.CHINESE_BRACKET or following.full or following.indent >= 2


def _has_form(text: str, longest: int) -> bool:
    cells = text.split()
    return bool(
        cells
        and 2 <= len(text) <= longest
        and not NOT_IN_TITLES.search(text)
        and (len(cells) == 1 or parse_figure(cells[-1]) is None)
        and not text.isascii()
    )


def _are_kin(one: Line, other: Line) -> bool:
    """Whether two titles are of one kind: both of tables, or ending alike."""
    if one.table is not None or other.table is not None:
        return one.table is not None and other.table is not None
    return len(one.text) >= KIN and one.text[-KIN:] == other.text[-KIN:]


def _around(spans: Sequence[Span]) -> Span:
    """All of these lines, or the part of them that stands on the first one's page."""
    first, last = spans[0], spans[-1]
    if first.lines and last.lines:
        return replace(first, lines=(first.lines[0], last.lines[1]))
    boxes = [span.box for span in spans if span.box and span.page == first.page]
    if not boxes:
        return first
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return replace(first, box=(min(lefts), min(tops), max(rights), max(bottoms)))
