"""Excel of today (.xlsx, .xlsm): the workbook to the sheets that it shows."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING

from corpus.errors import ReadError
from corpus.readers.markup import check_office_file
from corpus.readers.sheets.formats import shown
from corpus.readers.sheets.formulas import gives
from corpus.readers.sheets.model import Place, ShownCell, ShownSheet

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SHEETS = "xl/worksheets/"
FORMULA = b"<f"
MALFORMED = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the library meets broken structures with, besides its own errors; it reads from memory only."""


def xlsx_sheets(name: str, data: bytes) -> Iterator[ShownSheet]:
    """The visible sheets of a workbook in order.

    Raises:
        ReadError: the bytes are no such file, broken or encrypted.
    """
    check_office_file(name, data)
    from openpyxl import load_workbook

    with _reading(name):
        # Without formulas there are the values that they gave when the workbook was saved.
        values = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(data), keep_links=False) if _has_formulas(data) else None
    for sheet in values.worksheets:
        if sheet.sheet_state != "visible":
            continue
        with _reading(name):
            found = _sheet(sheet, formulas[sheet.title] if formulas else None)
        yield found


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turns what the library raises into one line."""
    from xml.etree.ElementTree import ParseError

    from lxml.etree import XMLSyntaxError
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        yield
    except (*MALFORMED, ParseError, XMLSyntaxError, InvalidFileException) as error:
        raise ReadError(f"{name}: the workbook is broken and can not be read; give the original") from error


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [part for part in archive.namelist() if part.startswith(SHEETS) and part.endswith(".xml")]
        return any(FORMULA in archive.read(part) for part in sheets)


def _sheet(sheet: Worksheet, formulas: Worksheet | None) -> ShownSheet:
    # The cells that the file has: going through the sheet's dimensions would make each of up to 2**34.
    cells = sheet._cells
    written = _formulas(formulas) if formulas else {}
    numbers = {
        place: Decimal(f"{cell.value:.15g}")
        for place, cell in cells.items()
        if written and isinstance(cell.value, int | float) and not isinstance(cell.value, bool)
    }
    shows_zeros = sheet.sheet_view.showZeros is not False
    found = {}
    for place, cell in cells.items():
        value = getattr(cell, "value", None)
        text = "" if value == 0 and not shows_zeros and not isinstance(value, str) else _text(value, cell)
        border = cell.border
        left, right = (bool(side and side.style) for side in (border.left, border.right))
        certain = place not in written or _is_given(written[place], place, numbers, value)
        if text or left or right or not certain:
            found[place] = ShownCell(text, left, right, certain)
    return ShownSheet(
        sheet.title,
        found,
        tuple((each.min_row, each.min_col, each.max_row, each.max_col) for each in sheet.merged_cells.ranges),
        frozenset(row for row, size in sheet.row_dimensions.items() if size.hidden),
        frozenset(_hidden_columns(sheet)),
    )


def _text(value: object, cell: object) -> str:
    return shown(value, getattr(cell, "number_format", "General")) if value is not None else ""


def _formulas(sheet: Worksheet) -> dict[Place, str]:
    """The formulas by place; one over several cells is text enough to say that it is one."""
    return {
        place: str(cell.value)
        for place, cell in sheet._cells.items()
        if getattr(cell, "data_type", None) == "f"
    }


def _is_given(formula: str, place: Place, numbers: Mapping[Place, Decimal], value: object) -> bool:
    """Whether a formula's stored value is there and, where it can be computed, is what the formula gives."""
    if value is None:
        return False
    return place not in numbers or gives(formula, numbers[place], numbers)


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    for size in sheet.column_dimensions.values():
        if size.hidden and size.min and size.max:
            yield from range(size.min, size.max + 1)
