"""Captions and headers that other readers of budgets get wrong, each in a PDF of its own."""

from decimal import Decimal

from made_pdfs import SPENDING, SPENDING_SPANS, centred, only, read, ruled, text, titled
from made_texts import amounts, figures

from corpus.document import RowRole


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


def test_a_title_over_two_lines_and_a_unit_over_two_lines():
    rows = [["科目名称", "金额"], ["办公费", "7"]]
    draws = [centred("江海市档案馆一般公共预算基本支出", 60), centred("部门预算经济分类预算表", 80)]
    of = only(
        read(
            [
                *draws,
                text("单位：万", 100, 460),
                text("部门：江海市档案馆", 112),
                text("元", 112, 500),
                ruled(rows, 120),
            ]
        )
    )
    assert (of.title, of.unit) == ("江海市档案馆一般公共预算基本支出部门预算经济分类预算表", "万元")


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


def test_an_empty_table_keeps_its_total_and_its_note():
    rows = [*SPENDING, ["", "", "", "", "", "", ""], ["合计", "", "", "", "", "", ""]]
    draws = [*titled("政府性基金预算支出表", "元"), ruled(rows, 100, [*SPENDING_SPANS, (0, 4, 3, 4)])]
    of = only(read([*draws, text("注：本单位无政府性基金预算，故本表为空表。", 210)]))
    assert [(row.name, row.role) for row in of.rows] == [("合计", RowRole.TOTAL)]
    assert [cell.number for cell in of.cells] == [None, None, None]
    assert of.notes == ("注：本单位无政府性基金预算，故本表为空表。",)
