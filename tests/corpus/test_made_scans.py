"""Pages that are images: read as if they had been printed, and certain only where sums prove them."""

import subprocess
import sys
from decimal import Decimal
from io import BytesIO

import pytest
from made_pdfs import HEIGHT, WIDTH, centred, only, pdf, read, read_bytes, ruled, text, titled
from made_scans import add_image, askew, joined, noisy, scanned, straight, turned
from made_texts import figures
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from corpus import ReadError
from corpus.facts import extract_facts
from corpus.guarded import guarded_reader
from corpus.readers.pdf import geometry, pages

ROWS = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["201", "一般公共服务支出", "1,834.50", "1,234.50", "600.00"],
    ["20101", "行政运行", "1,234.50", "1,234.50", ""],
    ["20102", "一般行政管理事务", "600.00", "", "600.00"],
    ["208", "社会保障和就业支出", "96.78", "96.78", ""],
    ["", "合计", "1,931.28", "1,331.28", "600.00"],
]
WIDTHS = (70, 150, 80, 80, 80)


def page(rows=ROWS, unit="万元"):
    return [*titled("2024年支出预算表", unit), ruled(rows, 100, widths=WIDTHS)]


def cells(table):
    return {(table.rows[c.row].name, table.columns[c.column].path[-1]): c for c in table.cells}


def unproven(table):
    return {place for place, cell in cells(table).items() if not cell.certain}


def shown(box, quarters):
    """Where a box of the page as it was printed is shown after its page was put in turned."""
    return geometry.turned(box, WIDTH, HEIGHT, -quarters % 4)


@pytest.mark.parametrize(
    ("change", "quarters"),
    [
        pytest.param(straight, 0, id="straight"),
        pytest.param(turned(1), 1, id="turned by a quarter"),
        pytest.param(turned(2), 2, id="upside down"),
        pytest.param(turned(3), 3, id="turned the other way"),
        pytest.param(askew(0.5), 0, id="askew"),
        pytest.param(askew(-0.5), 0, id="askew the other way"),
        pytest.param(noisy, 0, id="noisy"),
    ],
)
def test_a_scan_reads_as_its_page_does(change, quarters):
    printed, document = only(read(page())), read_bytes(scanned(pdf(page()), change))
    assert (document.recognised, document.unread) == ((1,), ())
    of = only(document)
    assert (of.title, of.unit, of.columns) == (printed.title, printed.unit, printed.columns)
    assert [(row.code, row.name, row.role, row.parent) for row in of.rows] == [
        (row.code, row.name, row.role, row.parent) for row in printed.rows
    ]
    assert [cell.number for cell in of.cells] == [cell.number for cell in printed.cells]
    for cell, other in zip(of.cells, printed.cells, strict=True):
        assert cell.span.box == pytest.approx(shown(other.span.box, quarters), abs=5)
    assert unproven(of) == set()


def test_a_misprinted_figure_leaves_nothing_in_its_sums_proven():
    rows = [list(row) for row in ROWS]
    rows[4][2] = "69.78"
    of = only(read_bytes(scanned(pdf(page(rows)))))
    assert cells(of)["社会保障和就业支出", "合计"].number == Decimal("69.78")
    in_its_row = {("社会保障和就业支出", name) for name in ("合计", "基本支出", "项目支出")}
    in_its_column = {(name, "合计") for name in ("合计", "一般公共服务支出")}
    assert unproven(of) == in_its_row | in_its_column


def test_a_column_that_no_sum_reaches_is_not_certain():
    rows = [
        [*row, more]
        for row, more in zip(ROWS, ("上年数", "1.00", "2.00", "3.00", "4.00", "5.00"), strict=True)
    ]
    of = only(
        read_bytes(
            scanned(pdf([*titled("2024年支出预算表", "万元"), ruled(rows, 100, widths=(*WIDTHS, 40))]))
        )
    )
    assert figures(of, "行政运行") == {
        "合计": Decimal("1234.50"),
        "基本支出": Decimal("1234.50"),
        "项目支出": None,
        "上年数": Decimal("2.00"),
    }
    assert {name for _, name in unproven(of)} >= {"上年数"}
    assert not {name for _, name in unproven(of)} & {"合计", "基本支出"}


def test_what_is_no_well_formed_amount_is_no_figure():
    rows = [list(row) for row in ROWS]
    rows[1][2], rows[2][3], rows[4][2] = "1.834.50", "1,23450", "96,78"
    found = cells(only(read_bytes(scanned(pdf(page(rows))))))
    for place, said in {
        ("一般公共服务支出", "合计"): "1.834.50",
        ("行政运行", "基本支出"): "1,23450",
        ("社会保障和就业支出", "合计"): "96,78",
    }.items():
        assert (found[place].text, found[place].number, found[place].certain) == (said, None, False)
    assert not found["行政运行", "合计"].certain and found["合计", "合计"].certain


def test_figures_of_a_table_without_its_unit_are_not_certain():
    draws = [centred("2024年支出预算表", 60), ruled(ROWS, 100, widths=WIDTHS)]
    of = only(read_bytes(scanned(pdf(draws))))
    assert figures(of, "行政运行")["合计"] == Decimal("1234.50")
    assert not any(cell.certain for cell in of.cells)


def test_an_image_among_printed_pages():
    image = scanned(pdf(page()))
    words = [text("江海市档案馆2024年部门预算", 100), text("本单位基本支出1,234.50万元。", 130)]
    document = read_bytes(joined(pdf(words), image, pdf(words)))
    assert (document.pages, document.recognised) == (3, (2,))
    assert {cell.span.page for cell in only(document).cells} == {2}


def test_figures_in_words_on_an_image_are_not_certain():
    words = [text("一、预算安排", 100), text("2024年基本支出1,234.50万元。", 130)]
    document = read_bytes(joined(pdf(words), scanned(pdf(words))))
    found = [(fact.span.page, fact.quantity.number, fact.certain) for fact in extract_facts(document)]
    assert found == [(1, Decimal("1234.50"), True), (2, Decimal("1234.50"), False)]


def test_without_the_extra_a_scan_is_refused_in_one_line(monkeypatch):
    monkeypatch.setattr(pages, "RECOGNISERS", ("no_such_module",))
    with pytest.raises(ReadError) as refusal:
        read_bytes(scanned(pdf(page(), page())))
    assert str(refusal.value) == (
        "made.pdf: pages 1-2 are images without text; "
        "install budget-qa[ocr] to have them read, or give a file with text"
    )


def test_without_the_extra_the_pages_that_are_images_are_named(monkeypatch):
    monkeypatch.setattr(pages, "RECOGNISERS", ("no_such_module",))
    document = read_bytes(joined(pdf([text("第一部分", 100)]), scanned(pdf(page()))))
    assert (document.recognised, document.unread, document.tables) == ((), (2,), ())


def test_a_huge_image_is_refused_in_one_line():
    out = BytesIO()
    canvas = Canvas(out)
    add_image(canvas, Image.new("1", (12_000, 12_000), 1))
    canvas.save()
    with pytest.raises(ReadError) as refusal:
        read_bytes(out.getvalue())
    assert str(refusal.value) == (
        "made.pdf: the image on page 1 has 12000 x 12000 pixels, "
        "more than the limit of 100000000; give one of fewer"
    )


def test_a_scan_is_read_within_the_limits_of_a_file(tmp_path):
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned(pdf(page())))
    with guarded_reader() as read_guarded:
        assert figures(only(read_guarded(file)), "行政运行")["合计"] == Decimal("1234.50")


def test_nothing_is_loaded_for_a_printed_page(tmp_path):
    file = tmp_path / "printed.pdf"
    file.write_bytes(pdf(page()))
    script = (
        "import sys, pathlib, corpus\n"
        "corpus.read_document(pathlib.Path(sys.argv[1]))\n"
        "print([name for name in ('cv2', 'onnxruntime', 'rapidocr') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(file)], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"
