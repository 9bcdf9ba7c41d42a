"""One made-up table in every format with cells: drawn into a PDF, a workbook and a Word document."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import docx
import made_pdfs
import openpyxl
from openpyxl.styles import Border, Side

from corpus.document import Document, Table
from corpus.read import parse
from corpus.readers import Stream
from corpus.readers.docx import read_docx
from corpus.readers.pdf import read_pdf
from corpus.readers.sheets import read_xlsx

FORMATS = ("pdf", "xlsx", "docx")
THIN = Side(style="thin")
RULED = Border(THIN, THIN, THIN, THIN)
ROW, TABLE, GAP = 18, 60, 40

Rows = Sequence[Sequence[str | float | None]]


@dataclass(frozen=True)
class Made:
    """A table with what stands over and under it.

    A span is the first column and row and the last column and row of a merged cell; `widths` are a PDF's.
    """

    rows: Rows
    spans: Sequence[tuple[int, int, int, int]] = ()
    over: Sequence[str] = ("甲表", "单位：万元")
    under: Sequence[str] = ()
    widths: Sequence[float] = ()


def read(form: str, *made: Made | str) -> Document:
    """A document of these tables and lines of text in one format, read."""
    readers = {"pdf": (pdf, read_pdf), "xlsx": (workbook, read_xlsx), "docx": (word, read_docx)}
    write, reader = readers[form]
    stream: Stream = reader(f"made.{form}", write(*made))
    return parse(stream)


def only(form: str, *made: Made | str) -> Table:
    """The one table of such a document."""
    document = read(form, *made)
    assert len(document.tables) == 1, [table.title for table in document.tables]
    return document.tables[0]


def _text(value: str | float | None) -> str:
    return "" if value is None else str(value)


def pdf(*made: Made | str) -> bytes:
    """As many to a page as it holds."""
    pages: list[list[made_pdfs.Draw]] = [[]]
    top = float(TABLE)
    for item in made:
        if isinstance(item, str):
            pages[-1].append(made_pdfs.text(item, top))
            top += ROW
            continue
        height = (len(item.over) + len(item.rows) + len(item.under)) * ROW + GAP
        if top + height > made_pdfs.HEIGHT and pages[-1]:
            pages.append([])
            top = TABLE
        for line in item.over:
            pages[-1].append(made_pdfs.centred(line, top, made_pdfs.SIZE))
            top += ROW
        rows = [[_text(value) for value in row] for row in item.rows]
        pages[-1].append(made_pdfs.ruled(rows, top, item.spans, item.widths))
        top += len(rows) * ROW + ROW
        for line in item.under:
            pages[-1].append(made_pdfs.text(line, top))
            top += ROW
        top += GAP
    return made_pdfs.pdf(*pages)


def workbook(*made: Made | str) -> bytes:
    """One after the other on one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    row = 1
    for item in made:
        if isinstance(item, str):
            sheet.cell(row, 1, item)
            row += 2
            continue
        width = max(map(len, item.rows))
        for line in item.over:
            sheet.cell(row, 1, line)
            sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=width)
            row += 1
        for at, values in enumerate(item.rows):
            for column, value in enumerate(values):
                sheet.cell(row + at, column + 1, value or None).border = RULED
        for left, top, right, bottom in item.spans:
            sheet.merge_cells(
                start_row=row + top, start_column=left + 1, end_row=row + bottom, end_column=right + 1
            )
        row += len(item.rows)
        for line in item.under:
            sheet.cell(row, 1, line)
            row += 1
        row += 2
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def word(*made: Made | str) -> bytes:
    document = docx.Document()
    for item in made:
        if isinstance(item, str):
            document.add_paragraph(item)
            continue
        for line in item.over:
            document.add_paragraph(line)
        table = document.add_table(len(item.rows), max(map(len, item.rows)))
        for at, values in enumerate(item.rows):
            for column, value in enumerate(values):
                table.cell(at, column).text = _text(value)
        for left, top, right, bottom in item.spans:
            whole = table.cell(top, left).merge(table.cell(bottom, right))
            for paragraph in whole.paragraphs[1:]:
                if not paragraph.text:
                    paragraph._p.getparent().remove(paragraph._p)
        for line in item.under:
            document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
