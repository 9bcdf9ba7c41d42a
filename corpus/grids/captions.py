"""The lines and rows over a table that say what it is: its title, its unit, who drew it up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.grids.sheet import Sheet, origins, texts
from corpus.identity import PREPARED_BY
from corpus.numbering import enumerator
from corpus.readers.stream import TextLine
from corpus.regions import MAX_TITLE, SENTENCE

UNIT = re.compile(
    r"单位\s*[：:]\s*(?:人民币)?\s*(亿元|百万元|万元|千元|元|亿|百万|万|千)(?![一-鿿])|[（(]\s*(?:单位\s*[：:]?)?\s*(亿元|百万元|万元|千元|元)\s*[)）]"
)
ENDS_AS_TABLE = re.compile(r"表(?:\s*[（(][^（）()]{1,20}[)）])?$")
NUMBERED = re.compile(
    r"(?:公开|附件|附|表|预算|决算|财决|部门|单位)*\s*(?:[A-Z]{1,3}(?=\d))?[0-9０-９一二三四五六七八九十-]{0,6}\s*表?(?:[-－]\d)?[：:]?"
)
LABEL = re.compile(r"^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?(?:（[^）]*）)?\s*[：:]")
CAPTION_REST = re.compile(r"[（(]?(?:金额)?单位\s*[：:].*$")
TABLE_NUMBER = re.compile(
    r"(?:公开|附|财决|预算|决算)*\s*[0-9０-９]{1,2}(?:[-－]\d)?\s*表(?![一-鿿])|附?表\s*[0-9０-９一二三四五六七八九十]{1,3}(?:[-－]\d)?$"
)
"""What numbers a table, in a line over its title that says no more or who drew it up: 公开01表."""
MAX_LOOK_BACK = 8
FRAGMENT = 2
"""A line of no more characters above a table is the rest of a wrapped caption."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands over a table: `title` and `start` are positions of lines, `unit` None where none is stated."""

    title: int | None
    start: int
    unit: str | None


def unit_in(text: str) -> str | None:
    """The money unit that a caption or a header cell states, in full (万 is 万元)."""
    found = UNIT.search(text)
    unit = (found[1] or found[2]) if found else None
    return unit if unit is None or unit.endswith("元") else f"{unit}元"


def is_caption(text: str) -> bool:
    """Whether a line says only who drew up a table, its unit or its number."""
    return bool(unit_in(text) or PREPARED_BY.search(text) or NUMBERED.fullmatch(text) or LABEL.match(text))


def is_drawn_up(text: str) -> bool:
    """Whether a line says who drew a table up, and nothing else."""
    found = LABEL.match(text.strip())
    return found is not None and bool(text.strip()[found.end() :].strip()) and unit_in(text) is None


def table_number(text: str) -> str:
    """The number of the table that a line of its caption gives, empty where it gives none."""
    found = TABLE_NUMBER.search(text) if is_caption(text) else None
    return "".join(found[0].split()) if found else ""


def is_title(text: str) -> bool:
    """Whether a line is the title of a table by its form."""
    return len(text) <= MAX_TITLE and not SENTENCE.search(text) and ENDS_AS_TABLE.search(text) is not None


def is_table_title(text: str) -> bool:
    """Whether a line is a title, and not only the number of a table (公开01表)."""
    return is_title(text) and not NUMBERED.fullmatch(text)


def caption_above(lines: Sequence[TextLine], first: int) -> Caption:
    """The caption of a table whose grid follows the last of these lines; nothing before `first` belongs to it."""
    unit: str | None = None
    start = len(lines)
    above = [at for at in range(first, len(lines)) if lines[at].text.strip()][-MAX_LOOK_BACK:]
    for at in reversed(above):
        text = lines[at].text.strip()
        if is_table_title(CAPTION_REST.sub("", text).strip() if unit_in(text) else text):
            return Caption(at, at + 1, unit or unit_in(text))
        if is_caption(text) or len(text) <= FRAGMENT:
            unit = unit or unit_in(text)
            start = at
            continue
        is_words = start < len(lines) and len(text) <= MAX_TITLE and not SENTENCE.search(text)
        return (
            Caption(at, at + 1, unit)
            if is_words and not text.endswith(("：", ":"))
            else Caption(None, start, unit)
        )
    return Caption(None, start, unit)


def whole_title(lines: list[TextLine], at: int) -> int:
    """Joins a title that is broken over two lines of one type; gives the position of the joined one."""
    lower, upper = lines[at], lines[at - 1] if at else lines[at]
    if not lower.box or not upper.box or upper is lower or lower.span.page != upper.span.page:
        return at
    height = lower.box[3] - lower.box[1]
    same_type = abs(height - (upper.box[3] - upper.box[1])) <= 1
    is_near = lower.box[1] - upper.box[3] <= height
    middles = [(line.box[0] + line.box[2]) / 2 for line in (lower, upper) if line.box]
    text = upper.text.strip()
    is_words = len(text) <= MAX_TITLE and not SENTENCE.search(text) and enumerator(text) is None
    if not (same_type and is_near and is_words and abs(middles[0] - middles[1]) <= height):
        return at
    if is_caption(text) or ENDS_AS_TABLE.search(text) or text.endswith(("：", ":")):
        return at
    lines[at - 1] = replace(upper, text=text + lower.text.strip())
    lines[at] = replace(lower, text="", box=None)
    return at - 1


def inner_caption(sheet: Sheet) -> tuple[tuple[TextLine, ...], Sheet]:
    """The lines of the first rows of a table that are its caption, and the rest of the table."""
    found: list[TextLine] = []
    count = 0
    for row in sheet.rows:
        lines = [
            TextLine(text.strip(), cell.span)
            for cell in origins(row)
            for text in cell.text.splitlines()
            if text.strip()
        ]
        titles = [line for line in lines if is_table_title(line.text)]
        if not lines or not all(is_caption(line.text) or line in titles for line in lines):
            break
        if len(titles) > 1 or (titles and len(texts(row)) > 2):
            break
        found.extend(lines)
        count += 1
    return tuple(found), Sheet(sheet.rows[count:], sheet.edges)
