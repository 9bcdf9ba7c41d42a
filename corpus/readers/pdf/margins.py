"""What is printed on every page: page numbers, headers and footers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from corpus.readers.pdf.layout import Layout, PrintedLine

PAGE_NUMBER = re.compile(
    r"[-—–─~·.\s]*(?:第?\s*[0-9]{1,4}\s*页?|[ivxIVX]{1,5})(?:\s*[/,，共]\s*(?:共|第)?\s*[0-9]{1,4}\s*页?)?[-—–─~·.\s]*"
)
OUTER = 0.12
"""A page number stands within this part of a page's height from its upper or lower edge."""

HEADER = 0.1
"""So does a header or footer, which is also the outermost line."""

LEAST_PAGES = 3
"""A line is a header or footer where at least so many pages have it, and at least half of those that have text."""

KEPT = ("单位", "部门", "表")
"""Words of captions and titles of tables, which are alike from page to page but belong to their table."""


def without_margins(layouts: Sequence[Layout]) -> list[Layout]:
    """The pages without their page numbers and without the headers and footers that most of them have."""
    pages = [_without_numbers(layout) for layout in layouts]
    counted = Counter(key for layout in pages for key in {_key(line) for line in _outermost(layout)})
    least = max(LEAST_PAGES, sum(bool(layout.lines or layout.tables) for layout in pages) / 2)
    repeated = {key for key, count in counted.items() if count >= least}
    return [_without(layout, repeated) for layout in pages]


def _without_numbers(layout: Layout) -> Layout:
    kept = (
        line
        for line in layout.lines
        if not (_is_outer(layout, line, OUTER) and PAGE_NUMBER.fullmatch(line.text))
    )
    return replace(layout, lines=tuple(kept))


def _without(layout: Layout, repeated: set[str]) -> Layout:
    dropped = [line for line in _outermost(layout) if _key(line) in repeated]
    return replace(layout, lines=tuple(line for line in layout.lines if line not in dropped))


def _outermost(layout: Layout) -> list[PrintedLine]:
    """The first and the last line of a page where they are near its edges and no caption."""
    lines = layout.lines
    ends = (lines[0], lines[-1]) if lines else ()
    return [
        line
        for line in ends
        if _is_outer(layout, line, HEADER) and not any(word in line.text for word in KEPT)
    ]


def _is_outer(layout: Layout, line: PrintedLine, part: float) -> bool:
    height = layout.page.height
    return line.box[3] <= part * height or line.box[1] >= (1 - part) * height


def _key(line: PrintedLine) -> str:
    """A line without its digits, which count pages."""
    return re.sub(r"[\d\s]+", "", line.text)
