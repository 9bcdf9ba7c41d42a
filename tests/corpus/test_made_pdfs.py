"""What other readers of budgets get wrong, each in a PDF of its own."""

from decimal import Decimal

import pytest
from made_pdfs import centred, pdf, read, read_bytes, ruled, text, titled
from made_texts import amounts, certainties, figures

from corpus.document import RowRole

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


def only(document):
    assert len(document.tables) == 1
    return document.tables[0]


def test_a_header_of_three_rows_names_each_column_by_its_whole_path():
    rows = [
        *SPENDING,
        ["201", "", "", "一般公共服务支出", "30", "10", "20"],
        ["201", "06", "", "财政事务", "30", "10", "20"],
        ["201", "06", "01", "行政运行", "10", "10", ""],
        ["201", "06", "02", "一般行政管理事务", "20", "", "20"],
        ["合计", "", "", "", "30", "10", "20"],
    ]
    of = only(
        read([*titled("2030年部门支出预算总表", "元"), ruled(rows, 100, [*SPENDING_SPANS, (0, 7, 3, 7)])])
    )
    assert (of.title, of.unit) == ("2030年部门支出预算总表", "元")
    assert amounts(of) == [("支出预算", "合计"), ("支出预算", "基本支出"), ("支出预算", "项目支出")]
    assert [(row.code, row.parent) for row in of.rows] == [
        ("201", None),
        ("20106", 0),
        ("2010601", 1),
        ("2010602", 1),
        (None, None),
    ]
    assert figures(of, "行政运行") == {"合计": 10, "基本支出": 10, "项目支出": None}
    assert figures(of, "一般行政管理事务") == {"合计": 20, "基本支出": None, "项目支出": 20}
    assert all(cell.certain for cell in of.cells)


def test_title_and_unit_in_rows_above_the_header():
    rows = [
        ["江海市档案馆支出预算表", "", ""],
        ["编制部门：江海市档案馆", "", "单位：万元"],
        ["科目名称", "2029年", "2030年"],
        ["办公费", "1,234.50", "0.5"],
    ]
    of = only(read([ruled(rows, 60, [(0, 0, 2, 0), (0, 1, 1, 1)])]))
    assert (of.title, of.unit) == ("江海市档案馆支出预算表", "万元")
    assert figures(of, "办公费") == {"2029年": Decimal("1234.50"), "2030年": Decimal("0.5")}


def test_a_whole_caption_in_the_first_cell():
    rows = [["江海市档案馆支出预算表\n单位：千元", ""], ["科目名称", "金额"], ["办公费", "7"]]
    of = only(read([ruled(rows, 60, [(0, 0, 1, 0)])]))
    assert (of.title, of.unit, figures(of, "办公费")) == ("江海市档案馆支出预算表", "千元", {"金额": 7})


def test_heads_merged_over_two_years_keep_their_columns_apart():
    rows = [
        ["科目名称", "2029年", "", "2030年", ""],
        ["", "预算数", "决算数", "预算数", "决算数"],
        ["办公费", "1", "2", "3", "4"],
    ]
    of = only(
        read([*titled("经费对比表", "万元"), ruled(rows, 100, [(0, 0, 0, 1), (1, 0, 2, 0), (3, 0, 4, 0)])])
    )
    assert amounts(of) == [
        ("2029年", "预算数"),
        ("2029年", "决算数"),
        ("2030年", "预算数"),
        ("2030年", "决算数"),
    ]
    assert [cell.number for cell in of.cells] == [1, 2, 3, 4]


def test_two_columns_of_one_name_stay_two():
    rows = [["科目名称", "预算数", "预算数"], ["办公费", "1", "2"]]
    of = only(read([*titled("经费表", "万元"), ruled(rows, 100)]))
    assert amounts(of) == [("预算数",), ("预算数",)]
    assert [(cell.column, cell.number) for cell in of.cells] == [(1, 1), (2, 2)]


def test_a_blank_between_name_and_number_shifts_nothing():
    rows = [["科目名称", "合计", "基本支出", "项目支出"], ["办公费", "", "", "5"], ["差旅费", "6", "", "6"]]
    of = only(read([*titled("支出表", "万元"), ruled(rows, 100)]))
    assert figures(of, "办公费") == {"合计": None, "基本支出": None, "项目支出": 5}
    assert figures(of, "差旅费") == {"合计": 6, "基本支出": None, "项目支出": 6}


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


def test_a_body_merged_over_five_rows():
    rows = [
        ["单位名称", "项目名称", "金额"],
        *[["江海市档案馆", f"项目{name}", "2"] for name in "甲乙丙丁戊"],
    ]
    of = only(read([*titled("项目支出表", "万元"), ruled(rows, 100, [(0, 1, 0, 5)])]))
    assert [row.name for row in of.rows] == ["项目甲", "项目乙", "项目丙", "项目丁", "项目戊"]
    assert [cell.number for cell in of.cells] == [2] * 5


def test_the_same_name_under_two_merged_bodies():
    rows = [
        ["单位名称", "科目名称", "金额"],
        ["档案馆", "小计", "3"],
        ["", "办公费", "3"],
        ["图书馆", "小计", "4"],
        ["", "办公费", "4"],
    ]
    of = only(read([*titled("支出表", "万元"), ruled(rows, 100, [(0, 1, 0, 2), (0, 3, 0, 4)])]))
    assert [(row.name, row.role, row.parent) for row in of.rows] == [
        ("档案馆 小计", RowRole.ITEM, None),
        ("档案馆 办公费", RowRole.ITEM, 0),
        ("图书馆 小计", RowRole.ITEM, None),
        ("图书馆 办公费", RowRole.ITEM, 2),
    ]


def test_two_tables_with_other_columns_one_after_the_other():
    one = [["科目名称", "金额"], ["办公费", "1"]]
    two = [["科目名称", "合计", "人员经费"], ["基本工资", "2", "2"]]
    tables = read(
        [*titled("甲表", "元"), ruled(one, 100), *titled("乙表", "万元", 200), ruled(two, 240)],
    ).tables
    assert [(of.title, of.unit, len(amounts(of))) for of in tables] == [
        ("甲表", "元", 1),
        ("乙表", "万元", 2),
    ]


def test_two_sides_with_totals_and_what_comes_after_them():
    rows = [
        ["收入", "", "支出", ""],
        ["项目", "决算数", "项目", "决算数"],
        ["栏次", "1", "栏次", "2"],
        ["一、财政拨款收入", "8", "一、教育支出", "9"],
        ["二、事业收入", "", "二、卫生健康支出", ""],
        ["本年收入合计", "8", "本年支出合计", "9"],
        ["上年结转", "3", "年末结转", "2"],
        ["总计", "11", "总计", "11"],
    ]
    of = only(read([*titled("收支决算总表", "万元"), ruled(rows, 100, [(0, 0, 1, 0), (2, 0, 3, 0)])]))
    assert amounts(of) == [("收入", "决算数"), ("支出", "决算数")]
    assert [row.name for row in of.rows if row.role is RowRole.TOTAL] == [
        "本年收入合计",
        "本年支出合计",
        "总计",
        "总计",
    ]
    assert figures(of, "上年结转") == {"决算数": 3} and figures(of, "年末结转") == {"决算数": 2}
    assert all(cell.certain for cell in of.cells)


def test_numbers_of_rows_and_columns_are_no_amounts():
    rows = [
        ["收入", "", "", "支出", "", ""],
        ["项目", "行次", "金额", "项目（按功能分类）", "行次", "金额"],
        ["栏次", "", "1", "栏次", "", "2"],
        ["一、财政拨款收入", "1", "8.00", "一、一般公共服务支出", "9", "8.00"],
        ["二、上级补助收入", "2", "", "二、外交支出", "10", ""],
        ["本年收入合计", "3", "8.00", "本年支出合计", "11", "8.00"],
    ]
    of = only(read([*titled("收入支出决算总表", "元"), ruled(rows, 100, [(0, 0, 2, 0), (3, 0, 5, 0)])]))
    assert amounts(of) == [("收入", "金额"), ("支出", "金额")]
    assert [cell.text for cell in of.cells] == ["8.00", "8.00", "", "", "8.00", "8.00"]


def test_the_row_of_totals_may_be_the_last_row_of_the_header():
    rows = [
        ["项目", "", "年初结转", "本年支出", "", "年末结转"],
        ["科目编码", "科目名称", "", "", "", ""],
        ["合计", "", "", "合计", "基本支出", ""],
        ["", "", "", "", "", ""],
    ]
    spans = [(0, 0, 1, 0), (2, 0, 2, 1), (3, 0, 4, 1), (5, 0, 5, 1), (0, 2, 1, 2)]
    of = only(read([*titled("政府性基金预算收支表", "万元"), ruled(rows, 100, spans)]))
    assert amounts(of) == [("年初结转",), ("本年支出", "合计"), ("本年支出", "基本支出"), ("年末结转",)]
    assert [(row.name, row.role) for row in of.rows] == [("合计", RowRole.TOTAL)]


def test_figures_as_they_are_printed():
    printed = ["1,234.50", "0.5", "15%", "—", "-", "(12.3)", "１２３", "", "无", "12.5 13.5"]
    rows = [["科目名称", "金额"], *[[f"项目{at}", figure] for at, figure in enumerate(printed)]]
    of = only(read([*titled("支出表", "万元"), ruled(rows, 100)]))
    assert [cell.text for cell in of.cells] == printed
    assert [cell.number for cell in of.cells[:8]] == [
        Decimal("1234.50"),
        Decimal("0.5"),
        15,
        None,
        None,
        Decimal("-12.3"),
        123,
        None,
    ]
    assert [cell.certain for cell in of.cells] == [True] * 9 + [False]


def test_a_code_keeps_its_leading_zero():
    rows = [["编码", "名称", "金额"], ["0201", "档案保管", "5"]]
    of = only(read([*titled("项目表", "万元"), ruled(rows, 100)]))
    assert [(row.code, row.name) for row in of.rows] == [("0201", "档案保管")]


@pytest.mark.parametrize(
    "codes",
    [
        [("201", "", ""), ("201", "06", ""), ("201", "06", "01")],
        [("201", "", ""), ("", "06", ""), ("", "", "01")],
        [("201", "", ""), ("201", "6", ""), ("201", "6", "1")],
        [("201", "", ""), ("201", "20106", ""), ("201", "20106", "2010601")],
    ],
)
def test_a_code_in_three_columns_is_one(codes):
    rows = [
        ["类", "款", "项", "科目名称", "金额"],
        *[[*code, f"科目{at}", "5"] for at, code in enumerate(codes)],
    ]
    of = only(read([*titled("支出表", "万元"), ruled(rows, 100)]))
    assert [row.code for row in of.rows] == ["201", "20106", "2010601"]
    assert [row.parent for row in of.rows] == [None, 0, 1]


def test_a_code_before_its_name_in_one_cell():
    rows = [["项目", "金额"], ["301工资福利支出", "5"], ["30101 基本工资", "5"]]
    of = only(read([*titled("支出表", "万元"), ruled(rows, 100)]))
    assert [(row.code, row.name) for row in of.rows] == [("301", "工资福利支出"), ("30101", "基本工资")]


def test_a_total_in_the_middle():
    rows = [
        ["科目名称", "金额"],
        ["办公费", "1"],
        ["差旅费", "2"],
        ["小计", "3"],
        ["奖金", "4"],
        ["合计", "7"],
    ]
    of = only(read([*titled("支出表", "万元"), ruled(rows, 100)]))
    assert [row.name for row in of.rows if row.role is RowRole.TOTAL] == ["小计", "合计"]
    assert all(cell.certain for cell in of.cells)


def test_a_sum_that_fails_leaves_its_figures_uncertain():
    rows = [["科目名称", "金额"], ["办公费", "1"], ["差旅费", "2"], ["合计", "9"]]
    of = only(read([*titled("支出表", "万元"), ruled(rows, 100)]))
    assert certainties(of, "办公费") == certainties(of, "合计") == {"金额": False}


def test_a_table_of_two_rows_without_names():
    rows = [["合计", "因公出国（境）费", "公务接待费"], ["3.0", "1.0", "2.0"]]
    of = only(read([*titled("“三公”经费预算表", "万元"), ruled(rows, 100)]))
    assert [(row.name, row.code) for row in of.rows] == [("", None)]
    assert [cell.number for cell in of.cells] == [3, 1, 2]


def test_an_empty_table_keeps_its_total_and_its_note():
    rows = [*SPENDING, ["", "", "", "", "", "", ""], ["合计", "", "", "", "", "", ""]]
    draws = [*titled("政府性基金预算支出表", "元"), ruled(rows, 100, [*SPENDING_SPANS, (0, 4, 3, 4)])]
    of = only(read([*draws, text("注：本单位无政府性基金预算，故本表为空表。", 210)]))
    assert [(row.name, row.role) for row in of.rows] == [("合计", RowRole.TOTAL)]
    assert [cell.number for cell in of.cells] == [None, None, None]
    assert of.notes == ("注：本单位无政府性基金预算，故本表为空表。",)


def test_rows_of_a_table_without_amounts_are_paragraphs():
    rows = [["序号", "单位名称", "备注"], ["1", "江海市档案馆（本级）", ""], ["2", "江海市档案服务中心", ""]]
    document = read([text("纳入编制范围的单位包括：", 60), ruled(rows, 80)])
    assert document.tables == ()
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "纳入编制范围的单位包括：",
        "序号 单位名称 备注",
        "1 江海市档案馆（本级）",
        "2 江海市档案服务中心",
    ]


def test_a_table_of_aims_has_no_amounts():
    rows = [
        ["一级指标", "二级指标", "指标值", "权重"],
        ["产出\n指\n标", "数量", "100", "20"],
        ["", "质量", "95%", "30"],
    ]
    document = read([*titled("项目绩效目标表", "万元"), ruled(rows, 100, [(0, 1, 0, 2)])])
    assert document.tables == ()
    assert [paragraph.text for paragraph in document.paragraphs][-2:] == [
        "产出指标 数量 100 20",
        "产出指标 质量 95% 30",
    ]


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


LEFT_INDENT = 80


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


def test_no_field_of_a_made_pdf_depends_on_when_it_was_read():
    data = pdf([text("收集和保管档案。", 100)])
    assert read_bytes(data) == read_bytes(data)
