"""A table as a workbook: its header with merged cells, its figures as numbers, its source under its title."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from corpus.document import Cell, ColumnRole, Row, Table
from corpus.units import cell_unit
from qa.commands.places import place
from qa.commands.tables import joined
from qa.commands.terminal import printable
from qa.serve.exports.spreadsheet import is_formula_like
from qa.serve.heads import Head, header
from qa.telling.wording import Language

MOST_DIGITS = 15
"""Significant digits that a spreadsheet program keeps of a number; one with more of them is written as text."""

UNCERTAIN = "?：该数属于哪一列，或在扫描页上有没有认错，表内的加总关系不足以证明"
CODES, NAMES = "编码", "项目"
WIDTHS = {ColumnRole.CODE: 14, ColumnRole.NAME: 36}
FIGURE_WIDTH = 18
FIRST = 4
"""The line of the sheet that the header begins in."""
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)
BOLD = Font(bold=True)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the sheet; `source` is its position in the table, None where the table has none for it."""

    path: tuple[str, ...]
    role: ColumnRole
    source: int | None


def table_workbook(table: Table, document: str) -> bytes:
    """The table as the bytes of an .xlsx file; `document` is the file name of its source."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    columns = _columns(table)
    where = place(table.span.page, table.span.lines, Language.CHINESE, document)
    _write(sheet.cell(1, 1), joined(table.title)).font = BOLD
    _write(sheet.cell(2, 1), f"单位：{table.unit}")
    _write(sheet.cell(3, 1), f"来源：{document}　{where}")
    if len(columns) > 1:
        for line in (1, 2, 3):
            sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=len(columns))
    heads = header({at: column.path for at, column in enumerate(columns)})
    _write_header(sheet, heads, FIRST)
    _write_body(sheet, table, columns, FIRST + len(heads))
    sheet.freeze_panes = sheet.cell(FIRST + len(heads), 1)
    for at, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = WIDTHS.get(column.role, FIGURE_WIDTH)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _columns(table: Table) -> list[_Column]:
    """The columns that hold something, and one for codes or names where the table has no column for them."""
    found = [
        _Column(tuple(map(joined, column.path)), column.role, at)
        for at, column in enumerate(table.columns)
        if column.role in WIDTHS or column.role.holds_figures
    ]
    roles = {column.role for column in found}
    added = [
        _Column((title,), role, None)
        for title, role, needed in (
            (CODES, ColumnRole.CODE, any(row.code for row in table.rows)),
            (NAMES, ColumnRole.NAME, any(row.name for row in table.rows)),
        )
        if needed and role not in roles
    ]
    return added + found


def _write_header(sheet: Worksheet, heads: Sequence[Sequence[Head]], first: int) -> None:
    """The header's lines; a heading over several columns is one cell, and so is one over several lines."""
    for line, row in enumerate(heads, start=first):
        for head in row:
            cell = _write(sheet.cell(line, head.columns[0] + 1), head.text)
            cell.font, cell.alignment = BOLD, CENTRED
            if len(head.columns) > 1 or head.rows > 1:
                sheet.merge_cells(
                    start_row=line,
                    end_row=line + head.rows - 1,
                    start_column=head.columns[0] + 1,
                    end_column=head.columns[-1] + 1,
                )


def _write_body(sheet: Worksheet, table: Table, columns: Sequence[_Column], first: int) -> None:
    at_column = {column.source: at for at, column in enumerate(columns, start=1) if column.source is not None}
    cells: dict[int, list[Cell]] = {}
    for cell in table.cells:
        cells.setdefault(cell.row, []).append(cell)
    for number, row in enumerate(table.rows):
        own = cells.get(number, [])
        for column, text in _labels(row, own, columns):
            _write(sheet.cell(first + number, column), text)
        for cell in own:
            _write_figure(sheet.cell(first + number, at_column[cell.column]), table, cell)
    notes = [*table.notes]
    if any(cell.number is not None and not cell.certain for cell in table.cells):
        notes.append(UNCERTAIN)
    for number, note in enumerate(notes, start=first + len(table.rows)):
        _write(sheet.cell(number, 1), note)


def _labels(row: Row, own: Sequence[Cell], columns: Sequence[_Column]) -> list[tuple[int, str]]:
    """The row's code and name with their columns of the sheet: in a table of two sides, on the row's own side."""
    start = min((cell.column for cell in own), default=0)
    said = []
    for role, text in ((ColumnRole.CODE, row.code or ""), (ColumnRole.NAME, joined(row.name))):
        places = [(at, column) for at, column in enumerate(columns, start=1) if column.role is role]
        before = [at for at, column in places if column.source is None or column.source < start]
        if text and places:
            said.append((before[-1] if before else places[0][0], text))
    return said


def _write_figure(target: SheetCell, table: Table, cell: Cell) -> None:
    """A number with its printed decimals and its mark, exactly; what is no number, or too long a one, as text."""
    number = cell.number
    if number is None or len(number.as_tuple().digits) > MOST_DIGITS:
        _write(target, cell.text)
        return
    target.value = number
    decimals = max(0, -int(number.as_tuple().exponent))
    marks = ("%" if cell_unit(table, cell) == "%" else "") + ("" if cell.certain else "?")
    shown = "#,##0" + ("." + "0" * decimals if decimals else "")
    target.number_format = shown + (f'"{marks}"' if marks else "")


def _write(target: SheetCell, text: str) -> SheetCell:
    """A text as text, whatever it begins with, also when somebody edits the cell later."""
    target.value = printable(text).encode("utf-8", "replace").decode("utf-8")
    target.data_type = "s"
    target.quotePrefix = is_formula_like(text)
    return target
