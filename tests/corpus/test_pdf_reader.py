"""What the PDF reader refuses, each with one line; and how glyphs and rules are put together."""

import random
from io import BytesIO

import pytest
from made_pdfs import pdf, ruled, text, titled
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import ReadError
from corpus.readers import read_stream
from corpus.readers.pdf import pages, read_pdf
from corpus.readers.pdf.geometry import Glyph, Page, turned
from corpus.readers.pdf.ruled import lattices
from corpus.readers.stream import Grid, TextLine

NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
    b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n100\n%%EOF"
)


def refusal(data):
    with pytest.raises(ReadError) as error:
        read_pdf("made.pdf", data)
    message = str(error.value)
    assert message.startswith("made.pdf: ") and "\n" not in message
    return message


def encrypted():
    out = BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(100, 100, "secret")
    canvas.save()
    return out.getvalue()


def test_refusals_say_what_to_do():
    assert "password" in refusal(encrypted())
    assert "no pages" in refusal(NO_PAGES)
    assert "no PDF" in refusal(b"PK\x03\x04 a zip")
    assert "no PDF" in refusal(b"")
    assert "broken" in refusal(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    assert "hold no text" in refusal(pdf([ruled([["", ""]], 100)]))


def test_limits(monkeypatch):
    monkeypatch.setattr(pages, "MAX_PAGES", 1)
    assert "limit of 1" in refusal(pdf([text("甲", 100)], [text("乙", 100)]))
    monkeypatch.setattr(pages, "MAX_GLYPHS", 3)
    assert "more than 3 characters" in refusal(pdf([text("甲乙丙丁", 100)]))
    monkeypatch.setattr(pages, "MAX_SECONDS", -1.0)
    assert "seconds" in refusal(pdf([text("甲", 100)]))


def test_damaged_files_are_read_or_refused(tmp_path):
    whole = bytearray(pdf([*titled("支出表", "万元"), ruled([["科目名称", "金额"], ["办公费", "5"]], 100)]))
    chance = random.Random(7)
    for _ in range(60):
        damaged = bytearray(whole[: chance.randrange(20, len(whole))])
        for _ in range(20):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path = tmp_path / "made.pdf"
        path.write_bytes(bytes(damaged))
        try:
            read_stream(path)
        except ReadError as error:
            assert "\n" not in str(error)


def test_lines_and_grids_come_in_reading_order_with_their_places():
    data = pdf([text("上文", 60), ruled([["科目名称", "金额"], ["办公费", "5"]], 100), text("下文", 200)])
    stream = read_pdf("made.pdf", data)
    kinds = [type(block) for block in stream.blocks if not isinstance(block, TextLine) or block.text]
    assert kinds == [TextLine, Grid, TextLine] and stream.pages == 1
    (grid,) = [block for block in stream.blocks if isinstance(block, Grid)]
    assert [(cell.row, cell.column, cell.text) for cell in grid.cells] == [
        (0, 0, "科目名称"),
        (0, 1, "金额"),
        (1, 0, "办公费"),
        (1, 1, "5"),
    ]
    assert grid.span.page == 1 and grid.span.box == pytest.approx((60, 100, 520, 133.6), abs=1)


def test_a_missing_rule_merges_two_places():
    across = [(0, y, 100, y) for y in (0, 20, 40)]
    down = [(0, 0, 0, 40), (100, 0, 100, 40), (50, 20, 50, 40)]
    (lattice,) = lattices([*across, *down])
    spans = [(frame.row, frame.column, frame.row_span, frame.column_span) for frame in lattice.frames]
    assert spans == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_a_table_open_at_the_top_of_a_page_keeps_its_first_row():
    across = [(0, y, 100, y) for y in (20, 40)]
    down = [(x, 5, x, 40) for x in (0, 50, 100)]
    (lattice,) = lattices([*across, *down])
    assert lattice.rows == (5, 20, 40) and len(lattice.frames) == 4


def test_rules_drawn_twice_a_little_apart_make_no_row_between_them():
    down = [(at, 10, at, 50) for at in (10, 60, 110)]
    across = [(10, at, 110, at) for at in (10, 28.4, 29.8, 31.0, 50)]
    (lattice,) = lattices([*across, *down])
    assert [round(edge, 1) for edge in lattice.rows] == [10, 29.7, 50]


def test_a_frame_and_a_line_are_no_table():
    assert lattices([(0, 0, 100, 0), (0, 50, 100, 50), (0, 0, 0, 50), (100, 0, 100, 50)]) == []
    assert lattices([(0, 0, 100, 0)]) == []


@pytest.mark.parametrize("turns", range(4))
def test_a_box_turned_and_turned_back_is_the_same(turns):
    box = (10.0, 20.0, 30.0, 25.0)
    width, height = (200.0, 100.0) if turns % 2 else (100.0, 200.0)
    page = Page(1, width, height, turns, (), ())
    assert page.as_printed(turned(box, 100, 200, turns)) == box


def test_bold_type_printed_twice_is_read_once():
    twice = (Glyph("费", (10, 10, 20, 20)), Glyph("费", (10.4, 10, 20.4, 20)), Glyph("费", (20, 10, 30, 20)))
    assert [glyph.box[0] for glyph in pages._without_doubles(twice)] == [10, 20]


def test_look_alikes_become_the_common_characters():
    assert pages._text("⽅") == "方" and pages._text("　") == " " and pages._text("\u200b") == ""


def test_radicals_of_simplified_characters_are_the_characters():
    assert pages._text("⻔") + pages._text("⻋") + pages._text("⼾") + pages._text("⽔") == "门车户水"
