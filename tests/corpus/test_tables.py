from decimal import Decimal

import pytest
from made_texts import amounts, document, figures

from corpus.document import ColumnRole, RowRole
from corpus.headers import column_sums

SPENDING = "2021年部门支出预算总表"
INCOME = "2021年部门收入预算总表"
BALANCE = "2021年部门财务收支预算总表"
GRANTS = "2021年部门财政拨款收支预算总表"
FUND = "2021年部门政府性基金预算支出功能分类预算表"
ECONOMIC = "2021年部门一般公共预算基本支出部门预算经济分类预算表"
RECEPTIONS = "部门“三公”经费和机关运行经费预算表"


@pytest.fixture
def tables(shipped):
    return {of.title: of for of in shipped.tables}


def numbers(of):
    return {(cell.row, cell.column): cell.number or Decimal(0) for cell in of.cells}


def test_every_cell_of_the_shipped_tables_is_there_and_proven(shipped):
    assert [len(of.cells) for of in shipped.tables] == [12, 75, 45, 18, 45, 3, 84, 7]
    assert all(cell.certain for of in shipped.tables for cell in of.cells)


def test_units_and_places(tables):
    assert {title: of.unit for title, of in tables.items() if of.unit != "元"} == {RECEPTIONS: "万元"}
    assert {title: of.span.lines for title, of in tables.items()} == {
        BALANCE: (56, 76),
        INCOME: (80, 122),
        SPENDING: (126, 164),
        GRANTS: (168, 184),
        "2021年部门一般公共预算支出功能分类预算表": (188, 226),
        FUND: (230, 241),
        ECONOMIC: (245, 319),
        RECEPTIONS: (323, 336),
    }


def test_items_add_up_to_the_row_above_them(shipped):
    for of in shipped.tables:
        cells = numbers(of)
        for parent in {row.parent for row in of.rows} - {None}:
            children = [at for at, row in enumerate(of.rows) if row.parent == parent]
            for column in {column for row, column in cells if row == parent}:
                assert cells[parent, column] == sum(cells[child, column] for child in children)


def test_top_items_add_up_to_the_total(shipped):
    for of in shipped.tables:
        cells = numbers(of)
        for total in (at for at, row in enumerate(of.rows) if row.role is RowRole.TOTAL):
            for column in {column for row, column in cells if row == total}:
                tops = [
                    at for at, row in enumerate(of.rows) if row.parent is None and row.role is RowRole.ITEM
                ]
                assert cells[total, column] == sum(cells.get((top, column), Decimal(0)) for top in tops)


def test_columns_add_up_to_their_total_column(shipped):
    for of in shipped.tables:
        cells = numbers(of)
        sums = column_sums([column.path for column in of.columns])
        amounts = {column for _, column in cells}
        for check in sums:
            parts = amounts.intersection(check.parts)
            for row in (row for row, column in cells if column == check.total):
                assert cells[row, check.total] == sum(cells[row, part] for part in parts)


def test_spending_columns_and_hand_checked_rows(tables):
    of = tables[SPENDING]
    assert amounts(of) == [("支出预算", "合计"), ("支出预算", "基本支出"), ("支出预算", "项目支出")]
    assert of.columns[0].role is ColumnRole.CODE and of.columns[1].path == ("项目", "功能分类科目名称")
    assert figures(of, "其他行政事业单位养老支出") == {"合计": 3600, "基本支出": None, "项目支出": 3600}
    assert figures(of, "机关事业单位职业年金缴费支出") == {
        "合计": 1700879,
        "基本支出": 1700879,
        "项目支出": None,
    }
    assert figures(of, "合计") == {"合计": 555962355, "基本支出": 61922807, "项目支出": 494039548}


def test_a_row_keeps_its_code_line_and_quote(tables):
    (row,) = [row for row in tables[SPENDING].rows if row.name == "其他行政事业单位养老支出"]
    assert (row.code, row.role, row.span.lines) == ("2080599", RowRole.ITEM, (150, 150))
    assert row.quote == "208 05 99 其他行政事业单位养老支出 3,600 3,600"
    assert tables[SPENDING].rows[row.parent].code == "20805"


def test_income_blanks_are_settled_by_what_other_tables_say(tables):
    of = tables[INCOME]
    assert amounts(of) == [
        ("收入预算", "合计"),
        ("收入预算", "财政拨款收入"),
        ("收入预算", "事业收入"),
        ("收入预算", "事业单位经营收入"),
        ("收入预算", "其他收入"),
    ]
    for row in of.rows:
        got = figures(of, row.name)
        assert got["财政拨款收入"] == got["合计"] is not None
        assert got["事业收入"] is got["事业单位经营收入"] is got["其他收入"] is None


def test_both_sides_of_the_balance(tables):
    of = tables[BALANCE]
    assert amounts(of) == [("本年收入", "预算数"), ("本年支出", "预算数")]
    left = [(row.name, row.parent) for at, row in enumerate(of.rows) if (at, 1) in numbers(of)]
    right = [row.name for at, row in enumerate(of.rows) if (at, 3) in numbers(of)]
    assert left == [
        ("一、财政拨款收入", None),
        ("1. 一般公共预算资金", 0),
        ("2. 政府性基金", 0),
        ("二、事业收入", None),
        ("三、事业单位经营收入", None),
        ("四、其他收入", None),
        ("收入总计", None),
    ]
    assert right == [
        "一、一般公共服务支出",
        "二、社会保障和就业支出",
        "三、卫生健康支出",
        "四、住房保障支出",
        "支出总计",
    ]
    assert figures(of, "四、其他收入") == {"预算数": None}
    assert figures(of, "四、住房保障支出") == {"预算数": 1488269}


def test_grants_by_fund(tables):
    of = tables[GRANTS]
    assert figures(of, "三、卫生健康支出") == {
        "合计": 2126099,
        "一般公共预算": 2126099,
        "政府性基金预算": None,
    }
    assert figures(of, "二、 政府性基金") == {"预算数": None}
    assert figures(of, "支出总计") == {"合计": 555962355, "一般公共预算": 555962355, "政府性基金预算": None}


def test_an_empty_table_keeps_its_blank_total(tables):
    of = tables[FUND]
    assert [row.role for row in of.rows] == [RowRole.TOTAL]
    assert figures(of, "合计") == {"合计": None, "基本支出": None, "项目支出": None}


def test_a_table_over_two_pages_is_one(tables):
    of = tables[ECONOMIC]
    assert len(of.rows) == 28
    assert amounts(of)[1] == ("一般公共预算基本支出", "人员经费")
    assert figures(of, "邮电费") == {"合计": 360000, "人员经费": None, "公用经费": 360000}
    assert figures(of, "物业管理费") == {"合计": 7171788, "人员经费": None, "公用经费": 7171788}
    assert figures(of, "绩效工资") == {"合计": 17425000, "人员经费": 17425000, "公用经费": None}


def test_receptions_travel_and_cars(tables):
    of = tables[RECEPTIONS]
    head = "2021年“三公”经费预算数"
    got = {of.columns[cell.column].path: cell.text for cell in of.cells}
    assert got == {
        (head, "合计"): "122.20",
        (head, "因公出国(境)费"): "50.00",
        (head, "公务接待费"): "25.00",
        (head, "公务用车购置及运行费", "小计"): "47.20",
        (head, "公务用车购置及运行费", "购置费"): "28.00",
        (head, "公务用车购置及运行费", "运行费"): "19.20",
        ("2021年机关运行经费预算数",): "",
    }
    assert [(row.name, row.role, row.code) for row in of.rows] == [("", RowRole.ITEM, None)]


def test_a_table_drawn_with_bars_is_not_read_as_one_that_lost_its_blanks():
    rows = (
        ("项 目", "预 算 数", "决 算 数"),
        ("合 计", "310", "205.40"),
        ("公务接待费", "5", "4.00"),
        ("会议费", "7", "5"),
    )
    drawn = "".join("|\n" + "".join(f"{cell} |\n" for cell in row) for row in rows)
    assert document(f"江海县水利局决算说明\n一、2030年三公经费支出决算表\n单位:万元\n{drawn}").tables == ()


def test_a_plain_header_with_a_column_of_names_that_no_form_knows():
    rows = "项目名称 金额\n修缮工程 30.00\n系统运维 20.00\n合计 50.00\n"
    text = f"江海县水利局2030年部门预算\n\n2030年部门项目表\n\n单位：万元\n{rows}"
    (of,) = document(text).tables
    assert [column.path for column in of.columns] == [("项目",), ("金额",)]
    assert [(cell.text, cell.certain) for cell in of.cells if cell.number] == [
        ("30.00", True),
        ("20.00", True),
        ("50.00", True),
    ]
