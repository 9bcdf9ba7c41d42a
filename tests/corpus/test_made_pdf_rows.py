"""Rows that other readers of budgets get wrong, each in a PDF of its own."""

from decimal import Decimal

import pytest
from made_pdfs import only, read, ruled, text, titled
from made_texts import amounts, certainties, figures

from corpus.document import RowRole


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


def test_rows_of_a_table_without_amounts_are_paragraphs():
    rows = [["序号", "单位名称", "备注"], ["1", "江海市档案馆（本级）", ""], ["2", "江海市档案服务中心", ""]]
    document = read([text("纳入编制范围的单位包括：", 60), ruled(rows, 80)])
    assert document.tables == ()
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "纳入编制范围的单位包括：",
        "序号 单位名称 备注",
        "1. 江海市档案馆（本级）",
        "2. 江海市档案服务中心",
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
