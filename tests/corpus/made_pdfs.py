"""Small made-up PDFs: lines of text and ruled tables, page by page."""

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table as DrawnTable

from corpus.document import Document, Table
from corpus.read import parse
from corpus.readers.pdf import read_pdf

FONT = "STSong-Light"
WIDTH, HEIGHT = A4
LEFT = 60
SIZE = 10
registerFont(UnicodeCIDFont(FONT))

SPENDING = [
    ["项目", "", "", "", "支出预算", "", ""],
    ["功能分类科目编码", "", "", "功能分类科目名称", "合计", "基本支出", "项目支出"],
    ["类", "款", "项", "", "", "", ""],
]
SPENDING_SPANS = [
    (0, 0, 3, 0),
    (4, 0, 6, 0),
    (0, 1, 2, 1),
    (3, 1, 3, 2),
    (4, 1, 4, 2),
    (5, 1, 5, 2),
    (6, 1, 6, 2),
]

Draw = Callable[[Canvas], None]
Rows = Sequence[Sequence[str]]


def pdf(*pages: Sequence[Draw]) -> bytes:
    """A PDF whose pages are drawn one after the other."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=0)
    for draws in pages:
        canvas.setFont(FONT, SIZE)
        for draw in draws:
            draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def text(words: str, top: float, left: float = LEFT, size: float = SIZE) -> Draw:
    """A line of text that begins so far from the left and the upper edge."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        canvas.drawString(left, HEIGHT - top, words)

    return draw


def centred(words: str, top: float, size: float = 16) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - top, words)

    return draw


def ruled(
    rows: Rows, top: float, spans: Sequence[tuple[int, int, int, int]] = (), widths: Sequence[float] = ()
) -> Draw:
    """A table with rules; a span is the first column and row and the last column and row of a merged cell."""

    def draw(canvas: Canvas) -> None:
        columns = list(widths) or [460 / len(rows[0])] * len(rows[0])
        style = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), FONT, 9)]
        style.extend(("SPAN", (left, upper), (right, lower)) for left, upper, right, lower in spans)
        table = DrawnTable([list(row) for row in rows], colWidths=columns, style=style)
        table.wrapOn(canvas, WIDTH, HEIGHT)
        table.drawOn(canvas, LEFT, HEIGHT - top - sum(table._rowHeights))

    return draw


def unruled(
    rows: Rows, top: float, spans: Sequence[tuple[int, int, int, int]] = (), header: int = 1, words: int = 1
) -> Draw:
    """The same table without rules: its header centred, words on the left, figures on the right."""

    def draw(canvas: Canvas) -> None:
        style = [
            ("FONT", (0, 0), (-1, -1), FONT, 9),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("ALIGN", (words, 0), (-1, -1), "RIGHT"),
        ]
        if header:
            style.append(("ALIGN", (0, 0), (-1, header - 1), "CENTER"))
        style.extend(("SPAN", (left, upper), (right, lower)) for left, upper, right, lower in spans)
        table = DrawnTable(
            [list(row) for row in rows], colWidths=[460 / len(rows[0])] * len(rows[0]), style=style
        )
        table.wrapOn(canvas, WIDTH, HEIGHT)
        table.drawOn(canvas, LEFT, HEIGHT - top - sum(table._rowHeights))

    return draw


def titled(title: str, unit: str, top: float = 60) -> list[Draw]:
    """A title and the line under it."""
    return [
        centred(title, top),
        text("编制部门：江海市档案馆", top + 25),
        text(f"单位：{unit}", top + 25, 460),
    ]


def read(*pages: Sequence[Draw]) -> Document:
    return read_bytes(pdf(*pages))


def read_bytes(data: bytes) -> Document:
    return parse(read_pdf("made.pdf", data))


def only(document: Document) -> Table:
    """The one table of a document."""
    assert len(document.tables) == 1
    return document.tables[0]
