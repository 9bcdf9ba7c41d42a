"""What stands under a table or in its last rows to explain it: notes, and that there is nothing to show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from corpus.grids.captions import is_caption, is_table_title
from corpus.grids.sheet import Sheet, SheetRow, texts
from corpus.numbering import Enumerator, enumerator
from corpus.readers.stream import TextLine
from corpus.regions import MAX_TITLE, NOTE
from corpus.wording import wording
from corpus.wrapping import joined


def notes_below(lines: Sequence[TextLine], start: int, begins: Callable[[str], bool]) -> int:
    """The position after the notes that stand right under a table: from the one that begins so to the next empty line.

    Where every paragraph has an empty line before it, the next number goes on with a numbered note. The title of a
    further table on the page ends them as well.
    """
    at = _next_line(lines, start)
    if at == len(lines) or not begins(lines[at].text.strip()):
        return start
    last: Enumerator | None = None
    while at < len(lines):
        last = enumerator(NOTE.sub("", lines[at].text.strip())) or last
        at += 1
        if _is_next_title(lines, at):
            break
        if at < len(lines) and not lines[at].text.strip():
            below = _next_line(lines, at)
            if below == len(lines) or not _follows(last, lines[below].text.strip()):
                break
            at = below
    return at


def _is_next_title(lines: Sequence[TextLine], at: int) -> bool:
    """Whether a line is the title of the table that the last of these lines stands over, with its caption between."""
    if at == len(lines) or not is_table_title(lines[at].text.strip()):
        return False
    between = (line.text.strip() for line in lines[at + 1 :])
    return all(is_caption(text) for text in between if text)


def _follows(last: Enumerator | None, text: str) -> bool:
    following = enumerator(text)
    return (
        last is not None
        and following is not None
        and (following.kind, following.value) == (last.kind, last.value + 1)
    )


def _next_line(lines: Sequence[TextLine], start: int) -> int:
    """The position of the next line with a text, as far as it is on the same page."""
    at = start
    while at < len(lines) and not lines[at].text.strip() and lines[at].span.page == lines[start].span.page:
        at += 1
    return at


def notes_inside(sheet: Sheet, height: int, amounts: Sequence[int]) -> tuple[Sheet, tuple[str, ...]]:
    """A sheet without the rows below its header that are notes, and what these say.

    Such a row has one text: it begins a note or says that there is nothing, or it follows such a row and is numbered
    or drawn over the places of all amounts.
    """
    kept: list[SheetRow] = list(sheet.rows[:height])
    notes: list[str] = []
    is_below_note = False
    for row in sheet.rows[height:]:
        said = texts(row)
        begins = len(said) == 1 and is_note_of_none(said[0])
        goes_on = is_below_note and len(said) == 1 and (_is_over(row, amounts) or bool(enumerator(said[0])))
        if begins or goes_on:
            notes.append(said[0])
        else:
            kept.append(row)
        is_below_note = begins or goes_on or (is_below_note and not said)
    return Sheet(tuple(kept), sheet.edges), tuple(notes)


def _is_over(row: SheetRow, amounts: Sequence[int]) -> bool:
    """Whether a cell that begins in front of the amounts is drawn over the places of all of them."""
    return all(row[column].column < column for column in amounts)


def is_note(text: str) -> bool:
    """Whether a text begins as a note does (注：)."""
    return NOTE.match(text) is not None


def is_note_of_none(text: str) -> bool:
    """Whether a text begins as a note, or says that a table has nothing to show (空表, 本单位无政府性基金)."""
    bare = text.strip("（）()【】 ")
    return is_note(text) or (len(bare) <= MAX_TITLE and _nothing().fullmatch(bare) is not None)


@cache
def _nothing() -> re.Pattern[str]:
    known = wording()
    alone, subjects, nothing = (
        "|".join(re.escape(word) for word in words)
        for words in (known.empty_tables, known.empty_subjects, known.nothing)
    )
    return re.compile(rf"(?:{alone})|(?:{subjects}).*?(?:{nothing}).*")


def whole_notes(lines: Iterable[TextLine]) -> tuple[str, ...]:
    """The notes under a table; a line that begins no note of its own goes on with the one before."""
    notes: list[str] = []
    for text in (line.text.strip() for line in lines):
        if text and (not notes or is_note(text) or enumerator(text)):
            notes.append(text)
        elif text:
            notes[-1] = joined([notes[-1], text])
    return tuple(notes)
