"""Pages that other readers of budgets get wrong, each in a PDF of its own."""

import pytest
from made_pdfs import centred, only, pdf, read, read_bytes, ruled, text, titled
from made_texts import amounts, figures

from corpus.document import RowRole

LEFT_INDENT = 80


def test_header_on_one_page_and_rows_on_the_next():
    head, rows = (
        [["科目编码", "科目名称", "金额"]],
        [["301", "工资福利支出", "5"], ["302", "商品和服务支出", "6"]],
    )
    of = only(read([*titled("基本支出表", "万元"), ruled(head, 700)], [ruled(rows, 60)]))
    assert [(row.code, row.name, row.span.page) for row in of.rows] == [
        ("301", "工资福利支出", 2),
        ("302", "商品和服务支出", 2),
    ]
    assert figures(of, "商品和服务支出") == {"金额": 6}


@pytest.mark.parametrize("repeated", [[], [["科目编码", "科目名称", "金额"]]])
def test_a_table_over_two_pages_is_one_with_or_without_its_header_again(repeated):
    first = [["科目编码", "科目名称", "金额"], ["301", "工资福利支出", "5"]]
    rest = [*repeated, ["302", "商品和服务支出", "6"], ["合计", "", "11"]]
    spans = [(0, len(rest) - 1, 1, len(rest) - 1)]
    of = only(
        read(
            [*titled("基本支出表", "万元"), ruled(first, 700)],
            [ruled(rest, 60, spans), text("注：含离休人员。", 140)],
        )
    )
    assert [row.name for row in of.rows] == ["工资福利支出", "商品和服务支出", "合计"]
    assert of.notes == ("注：含离休人员。",)
    assert figures(of, "合计") == {"金额": 11}


def test_a_header_said_again_without_a_head_of_no_amounts_goes_on_with_its_table():
    first = [["科目编码", "科目名称", "合计", "基本支出"], ["301", "工资福利支出", "5", "5"]]
    rest = [["", "科目名称", "合计", "基本支出"], ["302", "商品和服务支出", "6", "6"]]
    of = only(read([*titled("支出表", "万元"), ruled(first, 700)], [ruled(rest, 60)]))
    assert [row.name for row in of.rows] == ["工资福利支出", "商品和服务支出"]


def test_a_header_with_other_heads_of_amounts_begins_another_table():
    first = [["科目编码", "科目名称", "合计", "基本支出"], ["301", "工资福利支出", "5", "5"]]
    rest = [["科目编码", "科目名称", "合计", "项目支出"], ["302", "商品和服务支出", "6", "6"]]
    read_tables = read([*titled("支出表", "万元"), ruled(first, 700)], [ruled(rest, 60)]).tables
    assert [[row.name for row in of.rows] for of in read_tables] == [["工资福利支出"], ["商品和服务支出"]]


def test_the_last_page_has_only_the_total_and_fewer_columns():
    first = [["科目编码", "科目名称", "金额"], ["301", "工资福利支出", "5"]]
    of = only(
        read(
            [*titled("基本支出表", "万元"), ruled(first, 700, widths=[100, 200, 160])],
            [ruled([["合计", "5"]], 60, widths=[300, 160])],
        )
    )
    assert [(row.name, row.role) for row in of.rows] == [
        ("工资福利支出", RowRole.ITEM),
        ("合计", RowRole.TOTAL),
    ]
    assert figures(of, "合计") == {"金额": 5}


def test_a_name_cut_by_the_end_of_a_page_is_whole():
    first = [["科目编码", "科目名称", "金额"], ["2080505", "机关事业单位基本养老", "5"]]
    rest = [["", "保险缴费支出", ""], ["2080506", "职业年金", "6"]]
    of = only(read([*titled("支出表", "万元"), ruled(first, 700)], [ruled(rest, 60)]))
    assert [row.name for row in of.rows] == ["机关事业单位基本养老保险缴费支出", "职业年金"]


def test_a_document_without_tables():
    document = read([centred("江海市档案馆主要职能", 60), text("收集和保管档案。", 100)])
    assert document.tables == () and document.pages == 1
    assert [paragraph.text for paragraph in document.paragraphs] == ["收集和保管档案。"]


def _sideways(draws):
    def draw(canvas):
        canvas.translate(595, 0)
        canvas.rotate(90)
        canvas.translate(0, -250)
        for each in draws:
            each(canvas)

    return [draw]


def test_a_page_printed_sideways_is_read_upright_and_placed_as_printed():
    rows = [["科目编码", "科目名称", "金额"], ["301", "工资福利支出", "5"], ["302", "商品和服务支出", "6"]]
    of = only(read(_sideways([*titled("基本支出表", "万元"), ruled(rows, 100)])))
    assert (of.title, of.unit) == ("基本支出表", "万元")
    assert [(row.code, row.name) for row in of.rows] == [("301", "工资福利支出"), ("302", "商品和服务支出")]
    left, top, right, bottom = of.cells[0].span.box
    assert bottom - top > right - left
    assert of.cells[1].span.box[0] > left


def test_lines_joined_to_paragraphs_and_page_numbers_left_out():
    long = "江海市档案馆收集保管整理和利用各种门类和载体的档案并为社会提供查阅服务"
    pages = [
        [
            text(f"　　{long}", 100),
            text(f"并{long}。", 120),
            text("第二段。", 140, LEFT_INDENT),
            text(f"- {n} -", 810, 280),
        ]
        for n in (1, 2)
    ]
    document = read(*pages)
    assert [paragraph.text for paragraph in document.paragraphs] == [f"{long}并{long}。", "第二段。"] * 2
    assert document.paragraphs[0].span.page == 1 and document.paragraphs[0].span.box is not None


def test_a_table_without_rules_is_set_into_columns_by_where_its_figures_stand():
    def line(top, code, name, *figures):
        ends = zip((360, 440, 520), figures, strict=False)
        return [
            text(code, top),
            text(name, top, 120),
            *(text(figure, top, right - 5 * len(figure)) for right, figure in ends if figure),
        ]

    draws = [
        *titled("支出表", "万元"),
        *(text(words, 110, left) for words, left in (("科目编码", 60), ("科目名称", 120))),
        *(text(words, 110, left) for words, left in (("合计", 335), ("基本支出", 400), ("项目支出", 480))),
        *line(130, "201", "一般公共服务支出", "30.00", "10.00", "20.00"),
        *line(150, "20106", "财政事务", "30.00", "10.00", "20.00"),
        *line(170, "2010601", "行政运行", "10.00", "10.00"),
        *line(190, "2010602", "一般行政管理事务", "20.00", "", "20.00"),
        text("注：本表自制。", 210),
    ]
    of = only(read(draws))
    assert amounts(of) == [("合计",), ("基本支出",), ("项目支出",)]
    assert [(row.code, row.name) for row in of.rows][2:] == [
        ("2010601", "行政运行"),
        ("2010602", "一般行政管理事务"),
    ]
    assert figures(of, "一般行政管理事务") == {"合计": 20, "基本支出": None, "项目支出": 20}
    assert figures(of, "行政运行") == {"合计": 10, "基本支出": 10, "项目支出": None}
    assert all(cell.certain for cell in of.cells) and of.notes == ("注：本表自制。",)


def test_radicals_that_some_programs_write_are_the_common_characters():
    made = read([text("江海局2030年部⻔预算", 100), text("公务用⻋三辆。", 130)])
    assert (made.body, made.year) == ("江海局", 2030)
    assert [paragraph.text for paragraph in made.paragraphs] == ["公务用车三辆。"]


def test_no_field_of_a_made_pdf_depends_on_when_it_was_read():
    data = pdf([text("收集和保管档案。", 100)])
    assert read_bytes(data) == read_bytes(data)
