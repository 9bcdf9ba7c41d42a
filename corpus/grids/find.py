"""Where the tables of a stream stand: each grid with its title, unit and notes, over all of its pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import ColumnRole, Span
from corpus.figures import parse_figure
from corpus.forms import forms
from corpus.grids.aims import form_lines, is_aims_form
from corpus.grids.captions import (
    MAX_LOOK_BACK,
    NUMBERED,
    caption_above,
    inner_caption,
    is_caption,
    is_drawn_up,
    is_table_title,
    table_number,
    unit_in,
    whole_title,
)
from corpus.grids.continued import continued
from corpus.grids.counts import with_counters
from corpus.grids.headers import GridHeader, header_height, read_grid_header
from corpus.grids.notes import is_note, is_note_of_none, notes_below, notes_inside, whole_notes
from corpus.grids.sheet import Sheet, row_span, sheet, texts, words
from corpus.readers.stream import Block, RowLine, TextLine
from corpus.regions import CAPTION, Place

UNKNOWN_UNIT = "元"
OF_YEAR = re.compile(r"[（(]?\s*20\d\d\s*年度?\s*[)）]?")
MAX_BEGINNING = 12
"""In so many first rows a table of aims says that it is one."""


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table of amounts, and where it stands among the lines.

    `title_line` is the position of its title's line, None where no line is one; `start` and `end` are the positions
    of the first line after the title and of the line after the last note. `states_unit` tells that `unit` is its own,
    and not that of a table before it; `knows_unit` that it is, or that the document has no other.
    """

    title: str
    title_line: int | None
    start: int
    end: int
    unit: str
    header: GridHeader
    sheet: Sheet
    notes: tuple[str, ...]
    span: Span
    states_unit: bool
    knows_unit: bool
    number: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.title_line, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a stream, the rows of tables without amounts among them, and its tables."""

    lines: tuple[TextLine, ...]
    tables: tuple[FoundTable, ...]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A table as far as it is read; `end` is the position after the lines that stand before its last grid."""

    title: str
    title_line: int | None
    start: int
    end: int
    unit: str | None
    sheet: Sheet
    span: Span
    number: str


def find_tables(blocks: Sequence[Block]) -> Found:
    """The tables of amounts; what else is drawn as a table becomes a line for each row."""
    lines: list[TextLine] = []
    tables: list[FoundTable] = []
    draft: _Draft | None = None
    for block in blocks:
        if isinstance(block, TextLine):
            lines.append(block)
            continue
        part = sheet(block)
        between = [line.text.strip() for line in lines[draft.end :] if line.text.strip()] if draft else []
        longer = continued(draft.sheet, draft.title, part, between) if draft else None
        if draft and longer:
            draft = replace(draft, sheet=longer, end=len(lines))
            continue
        first = _close(draft, lines, tables) if draft else 0
        draft = _begun(part, block.span, lines, first)
    if draft:
        _close(draft, lines, tables)
    return Found(tuple(lines), tuple(_with_units(tables, lines)))


def _without_numbers(lines: list[TextLine], first: int) -> str:
    """Empties the lines that only number the table below them (公开01表): they are neither text nor title.

    The number is the last that one of them gives, or the line that says who drew up the table.
    """
    number = ""
    for at in range(max(first, len(lines) - MAX_LOOK_BACK), len(lines)):
        text = lines[at].text.strip()
        number = table_number(text) or number
        if NUMBERED.fullmatch(text):
            lines[at] = replace(lines[at], text="")
    return number


def _begun(part: Sheet, span: Span, lines: list[TextLine], first: int) -> _Draft:
    """A table that begins after these lines, of which those before `first` belong to something else."""
    inside, rest = inner_caption(part)
    lines.extend(inside)
    number = _without_numbers(lines, first)
    caption = caption_above(lines, first)
    if caption.title is None:
        return _Draft("", None, caption.start, len(lines), caption.unit, rest, span, number)
    title_line = whole_title(lines, caption.title)
    title = CAPTION.sub("", lines[title_line].text).strip()
    return _Draft(title, title_line, caption.start, len(lines), caption.unit, rest, span, number)


def _close(draft: _Draft, lines: list[TextLine], tables: list[FoundTable]) -> int:
    """Takes a whole table in; gives the position after what belongs to it."""
    is_form = is_aims_form(draft.sheet, draft.title)
    form = form_lines(draft.sheet, draft.unit, _drawn_up(draft, lines)) if is_form else ()
    if form:
        return _close_form(draft, form, lines)
    height = header_height(draft.sheet.rows)
    draft = replace(draft, sheet=with_counters(draft.sheet, height) if draft.sheet.is_even else draft.sheet)
    header = read_grid_header(draft.sheet, height) if draft.sheet.is_even else None
    if header is None or not _is_of_amounts(draft, header):
        rows = list(_row_lines(draft.sheet))
        lines[draft.end : draft.end] = rows
        return draft.end + len(rows)
    amounts = [column for column, role in enumerate(header.roles) if role is ColumnRole.AMOUNT]
    body, notes = notes_inside(draft.sheet, header.height, amounts)
    has_figures = any(words(row[column]) for row in body.rows[header.height :] for column in amounts)
    end = notes_below(lines, draft.end, is_note if has_figures else is_note_of_none)
    unit = draft.unit or _unit_in_header(header) or ""
    tables.append(
        FoundTable(
            draft.title,
            draft.title_line,
            draft.start,
            end,
            unit,
            header,
            body,
            (*notes, *whole_notes(lines[draft.end : end])),
            draft.span,
            bool(unit),
            bool(unit),
            draft.number,
        )
    )
    return end


def _drawn_up(draft: _Draft, lines: Sequence[TextLine]) -> TextLine | None:
    """The line right over a grid that says who drew it up (编制部门：X) and nothing else."""
    above = lines[draft.start : draft.end]
    return next((line for line in reversed(above) if is_drawn_up(line.text)), None)


def _close_form(draft: _Draft, form: Sequence[TextLine], lines: list[TextLine]) -> int:
    """Takes a form in; the title over its grid goes, with its year, as each form has a name of its own.

    So does what is said again of who drew it up, which would be taken for the end of the form before.
    """
    for at in reversed(range(max(0, draft.end - MAX_LOOK_BACK), draft.end)):
        text = lines[at].text.strip()
        said_again = is_caption(text) and any(line.text.strip() == text for line in lines[:at])
        if is_table_title(text) or OF_YEAR.fullmatch(text) or said_again:
            lines[at] = replace(lines[at], text="")
        elif text and not is_caption(text):
            break
    lines[draft.end : draft.end] = form
    return draft.end + len(form)


def _is_of_amounts(draft: _Draft, header: GridHeader) -> bool:
    """Whether a table has columns of money: by its unit, or by what its header says.

    A list of projects may say in words beside its amounts what they aim at (项目名称 | 预算金额（万元） | 绩效目标).
    """
    if is_aims_form(draft.sheet, draft.title):
        return False
    known = forms()
    told = [column for column, role in enumerate(header.roles) if role is not ColumnRole.TEXT]
    said = "".join((draft.title, *(part for column in told for part in header.paths[column])))
    begins = "".join(words(row[column]) for row in draft.sheet.rows[:MAX_BEGINNING] for column in told)
    if any(word in said or word in begins for word in known.performance_words):
        return False
    amounts = [
        path for path, role in zip(header.paths, header.roles, strict=True) if role is ColumnRole.AMOUNT
    ]
    speaks = any(word in part for path in amounts for part in path for word in known.money_words)
    return bool(amounts) and bool(draft.unit or _unit_in_header(header) or speaks)


def _unit_in_header(header: GridHeader) -> str | None:
    return next((unit for path in header.paths for part in path if (unit := unit_in(part))), None)


def _row_lines(table: Sheet) -> Iterator[TextLine]:
    """The rows of a table without amounts as lines of text, numbered ones as items of a list."""
    for row in table.rows:
        said = texts(row)
        if said:
            numbered = len(said) > 1 and said[0].isdecimal() and parse_figure(said[1]) is None
            text = f"{said[0]}. {' '.join(said[1:])}" if numbered else " ".join(said)
            yield RowLine(text, row_span(row))


def _with_units(tables: Sequence[FoundTable], lines: Sequence[TextLine]) -> Iterator[FoundTable]:
    """Tables that state no unit have that of the table before them, else of the first that states one.

    Where none does, the unit is what captions that no table took say, if they all say the same.
    """
    own = [table.unit for table in tables if table.unit]
    said = {*own} | {unit for line in lines if is_caption(line.text) and (unit := unit_in(line.text))}
    only = len(said) == 1
    unit = next(iter(own or said), UNKNOWN_UNIT) if own or only else UNKNOWN_UNIT
    for table in tables:
        unit = table.unit or unit
        yield replace(table, unit=unit, knows_unit=table.states_unit or only)
