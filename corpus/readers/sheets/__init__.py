"""Workbooks: their visible sheets to lines and grids."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.errors import ReadError
from corpus.readers.html import read_html
from corpus.readers.sheets.flow import sheet_blocks
from corpus.readers.sheets.model import ShownSheet
from corpus.readers.sheets.xls import xls_sheets
from corpus.readers.sheets.xlsx import xlsx_sheets
from corpus.readers.stream import Block, Stream, whole_stream

__all__ = ["read_xls", "read_xlsx"]

MAX_CELLS = 400_000
"""Cells with a text or a rule, of all sheets that are shown."""


def read_xlsx(name: str, data: bytes) -> Stream:
    """The lines and grids of a workbook as it is shown: values by their formats, nothing that is hidden.

    The pages of a workbook are its visible sheets: `page` of a place is the sheet's position among them from 1, and
    `lines` are the numbers of its rows as the program shows them.

    Raises:
        ReadError: the bytes are no such file, broken, encrypted, without text, or beyond the limits.
    """
    return _stream(name, data, xlsx_sheets(name, data))


def read_xls(name: str, data: bytes) -> Stream:
    """The same for an old workbook; a workbook of today or a web page under the old name is read as what it is.

    Raises:
        ReadError: see `read_xlsx`.
    """
    if data.startswith(b"PK"):
        return read_xlsx(name, data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        return read_html(name, data)
    return _stream(name, data, xls_sheets(name, data))


def _stream(name: str, data: bytes, sheets: Iterable[ShownSheet]) -> Stream:
    blocks: list[Block] = []
    number = count = 0
    for number, sheet in enumerate(sheets, start=1):
        count += len(sheet.cells)
        if count > MAX_CELLS:
            raise ReadError(f"{name}: more than {MAX_CELLS} cells; split the file")
        blocks.extend(sheet_blocks(name, number, sheet))
    return whole_stream(name, data, number, tuple(blocks))
