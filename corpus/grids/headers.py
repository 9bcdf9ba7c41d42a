"""The header rows of a table: how many there are, and what they say of each column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from corpus.document import ColumnRole, RowRole
from corpus.figures import is_dash, parse_figure
from corpus.forms import forms, squeezed
from corpus.grids.sheet import Sheet, SheetRow, origins, texts, words
from corpus.numbering import enumerator
from corpus.readers.stream import GridCell
from corpus.rows import role
from corpus.units import header_unit, is_measure, units

MAX_HEADER = 8
YEAR = re.compile(r"20\d\d(?:年度?)?")
ORDINAL_ROW = re.compile(r"[0-9]{1,3}|[A-Za-z]|[—–-]+|[0-9]{1,3}\s*[=＝].*|[甲乙丙丁]")
UNIT_CODE = re.compile(r"(?:单位|部门)(?:编码|代码)$")
CODE_ENDING = re.compile(r"(?:编码|代码)(?:[（(].*[)）])?$")


@dataclass(frozen=True, slots=True)
class GridHeader:
    """A table's columns: for each its header path and its role; `height` is how many rows the header takes."""

    height: int
    paths: tuple[tuple[str, ...], ...]
    roles: tuple[ColumnRole, ...]


def header_height(rows: Sequence[SheetRow]) -> int:
    """How many rows the header takes; 0 where the first row is one of figures or names."""
    height = 0
    for at, row in enumerate(rows[:MAX_HEADER]):
        above = rows[at - 1] if at else None
        if is_ordinals(row):
            height = at + 1
        elif _is_data(row) or (above is not None and not _goes_on(above, row)):
            break
        else:
            height = at + 1
    return height


def is_ordinals(row: SheetRow) -> bool:
    """Whether a row numbers the columns (栏次 1 2 3)."""
    found = texts(row)
    labels = [text for text in found if squeezed(text) in forms().ordinal_words]
    numbers = [text for text in found if text not in labels]
    if labels:
        return all(ORDINAL_ROW.fullmatch(text) or text in ("类", "款", "项") for text in numbers)
    values = [int(text) for text in found if text.isdecimal() and len(text) < 3]
    return len(values) == len(found) >= 3 and values == list(range(values[0], values[0] + len(values)))


def _is_data(row: SheetRow) -> bool:
    cells = [(cell, words(cell)) for cell in origins(row)]
    said = [text for _, text in cells if text]
    if not said:
        return True
    if any(is_figure(text) and not YEAR.fullmatch(text) for text in said):
        return True
    first = said[0]
    rest = said[1:]
    if enumerator(first) is not None:
        return True
    return role(first) is RowRole.TOTAL and (not rest or all(is_figure(text) for text in rest))


def is_figure(text: str) -> bool:
    """Whether a cell prints a figure or a dash for none."""
    return parse_figure(text) is not None or is_dash(text)


def _goes_on(above: SheetRow, row: SheetRow) -> bool:
    """Whether a row of words below a header row is one too: it parts a cell above it, or stands beside merged ones."""
    for column, cell in enumerate(row):
        over = above[column]
        if over is cell:
            return True
        if words(cell) and over.column_span > cell.column_span:
            return True
    return not words(row[0]) and len(texts(row)) > 1


def total_label(rows: Sequence[SheetRow]) -> GridCell | None:
    """The cell 合计 below the heads of code and name where the last header row is the total row as well.

    Its other cells name columns, so that the row is both.
    """
    if len(rows) < 2:
        return None
    label, above = rows[-1][0], rows[-2][: rows[-1][0].column_span]
    is_total = role(words(label)) is RowRole.TOTAL and len({cell for cell in above if words(cell)}) > 1
    return label if is_total else None


def column_path(rows: Sequence[SheetRow], column: int) -> tuple[str, ...]:
    """What the header says of a column, outermost part first."""
    parts: list[str] = []
    before = total_label(rows)
    for at, row in enumerate(rows):
        cell = row[column]
        if cell is before or cell is total_label(rows) or is_ordinals(row):
            continue
        before = cell
        text = words(cell) or _head_beside(rows, at, column)
        if text and parts[-1:] != [text]:
            parts.append(text)
    return tuple(parts)


def _head_beside(rows: Sequence[SheetRow], at: int, column: int) -> str:
    """The head to the left that stands over an unmerged empty place as well: both have words of their own below.

    It does not reach under another head's words, nor over a row that only numbers the columns.
    """
    if at + 1 >= len(rows) or not column or not words(rows[at + 1][column]) or is_ordinals(rows[at + 1]):
        return ""
    if at and words(rows[at - 1][column]) and rows[at - 1][column] is not rows[at - 1][column - 1]:
        return ""
    left = rows[at][column - 1]
    below = rows[at + 1][column - 1]
    if below is left or not words(below):
        return ""
    return words(left) or _head_beside(rows, at, column - 1)


def column_role(path: Sequence[str], contents: Iterable[str]) -> ColumnRole:
    """What a column holds, by the last part of its header, then by its cells."""
    known = forms()
    last = squeezed(path[-1]) if path else ""
    said = [text for text in contents if text]
    figures = sum(is_figure(text) for text in said)
    if last in known.ordinal_words:
        return ColumnRole.ORDINAL
    if last in known.code_words or CODE_ENDING.search(last):
        return ColumnRole.CODE
    if is_measure(header_unit(path)):
        return ColumnRole.MEASURE if figures * 2 >= len(said) else ColumnRole.TEXT
    if last.endswith(known.quantity_endings) and said:
        counts = sum(units().counted(text) is not None for text in said)
        return ColumnRole.MEASURE if counts * 2 > sum(not is_dash(text) for text in said) else ColumnRole.TEXT
    if last.endswith(known.counter_endings) and all(units().is_counter(text) for text in said):
        return ColumnRole.TEXT
    if last.endswith(known.text_endings):  # 支出用途 is a remark, or a list of its own: 一、基本支出
        numbered = sum(enumerator(text) is not None for text in said)
        return ColumnRole.NAME if numbered > 1 and numbered * 2 > len(said) else ColumnRole.TEXT
    if last in known.name_words or (
        last.endswith(known.name_endings) and not last.startswith(known.of_which)
    ):
        return ColumnRole.NAME if figures * 2 <= len(said) else ColumnRole.AMOUNT
    if not said:
        return ColumnRole.AMOUNT if last else ColumnRole.TEXT
    return ColumnRole.AMOUNT if figures * 2 >= len(said) else ColumnRole.NAME


def read_grid_header(sheet: Sheet, height: int) -> GridHeader:
    """The columns of a sheet whose header takes so many rows."""
    head, body = sheet.rows[:height], sheet.rows[height:]
    paths, roles = [], []
    for column in range(sheet.width):
        contents = (
            words(cell)
            for at, row in enumerate(body)
            if (cell := row[column]).column_span == 1 and (at == 0 or body[at - 1][column] is not cell)
        )
        path = column_path(head, column)
        paths.append(path)
        roles.append(column_role(path, contents))
    return GridHeader(height, tuple(paths), _of_one_classification(paths, roles))


def _of_one_classification(
    paths: Sequence[tuple[str, ...]], roles: Sequence[ColumnRole]
) -> tuple[ColumnRole, ...]:
    """The roles, the codes that classify a named row once more as words: with them the names beside them.

    部门经济科目 and its 政府经济科目 stand beside each other, as does an account with the unit that it is budgeted at;
    a row that begins with its unit is named by both.
    """
    found = list(roles)
    codes = [at for at, role in enumerate(roles) if role is ColumnRole.CODE]
    accounts = [at for at in codes if not UNIT_CODE.search(squeezed(paths[at][-1]))]
    for at in codes:
        if at not in accounts and at - 1 in accounts:
            found[at] = ColumnRole.TEXT
    for before, at in pairwise(accounts):
        between = roles[before + 1 : at]
        if ColumnRole.NAME in between and ColumnRole.AMOUNT not in between:
            names = takewhile(lambda place: roles[place] is ColumnRole.NAME, range(at + 1, len(roles)))
            for place in (at, *names):
                found[place] = ColumnRole.TEXT
    return tuple(found)
