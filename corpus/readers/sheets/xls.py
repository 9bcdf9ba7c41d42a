"""Excel of old (.xls): the workbook to the sheets that it shows."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from corpus.errors import ReadError
from corpus.readers.sheets.formats import shown
from corpus.readers.sheets.model import ShownCell, ShownSheet

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet

VISIBLE = 0
GENERAL = "General"
MALFORMED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    TypeError,
    ValueError,
    struct.error,
)
"""What the library meets broken structures with, besides its own errors."""


def xls_sheets(name: str, data: bytes) -> Iterator[ShownSheet]:
    """The visible sheets of a workbook in order. The formulas of such a file are not kept: its values are taken.

    Raises:
        ReadError: the bytes are no such file, broken or encrypted.
    """
    with _reading(name):
        book = _opened(data)
    for sheet in book.sheets():
        if sheet.visibility != VISIBLE:
            continue
        with _reading(name):
            found = _sheet(book, sheet)
        yield found


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turns what the library raises into one line."""
    from xlrd import XLRDError
    from xlrd.compdoc import CompDocError

    try:
        yield
    except XLRDError as error:
        if "encrypted" in str(error).lower():
            raise ReadError(f"{name}: the file asks for a password; give one without") from error
        raise ReadError(f"{name}: this is no workbook whatever its name says; give the original") from error
    except (*MALFORMED, CompDocError) as error:
        raise ReadError(f"{name}: the workbook is broken and can not be read; give the original") from error


def _opened(data: bytes) -> Book:
    import xlrd

    log = io.StringIO()
    return xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=log)


def _sheet(book: Book, sheet: Sheet) -> ShownSheet:
    cells = {}
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            cell = sheet.cell(row, column)
            text = _text(book, sheet, cell)
            border = book.xf_list[cell.xf_index].border if cell.xf_index is not None else None
            left = border is not None and border.left_line_style != 0
            right = border is not None and border.right_line_style != 0
            if text or left or right:
                cells[row + 1, column + 1] = ShownCell(text, left, right)
    return ShownSheet(
        sheet.name,
        cells,
        tuple((top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells),
        frozenset(row + 1 for row, info in sheet.rowinfo_map.items() if info.hidden),
        frozenset(column + 1 for column, info in sheet.colinfo_map.items() if info.hidden),
    )


def _text(book: Book, sheet: Sheet, cell: Cell) -> str:
    import xlrd

    number_format = GENERAL
    if cell.xf_index is not None:
        found = book.format_map.get(book.xf_list[cell.xf_index].format_key)
        number_format = found.format_str if found else GENERAL
    match cell.ctype:
        case xlrd.XL_CELL_NUMBER:
            is_hidden = cell.value == 0 and not sheet.show_zero_values
            return "" if is_hidden else shown(float(cell.value), number_format)
        case xlrd.XL_CELL_DATE:
            return shown(_moment(book, float(cell.value)), number_format)
        case xlrd.XL_CELL_BOOLEAN:
            return shown(bool(cell.value), number_format)
        case xlrd.XL_CELL_ERROR:
            return str(xlrd.error_text_from_code.get(cell.value, ""))
        case _:
            return shown(str(cell.value), number_format)


def _moment(book: Book, value: float) -> datetime | float:
    """The date that a number stands for; the number where it is none."""
    import xlrd

    try:
        moment: datetime = xlrd.xldate_as_datetime(value, book.datemode)
    except (xlrd.xldate.XLDateError, ValueError, OverflowError):
        return value
    return moment
