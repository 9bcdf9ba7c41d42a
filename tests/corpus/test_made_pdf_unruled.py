"""Tables without rules read as the same tables with rules are."""

import pytest
from made_pdfs import only, read, ruled, titled, unruled

CODED = [
    ["项目", "", "支出预算", "", ""],
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["201", "一般公共服务支出", "30.00", "10.00", "20.00"],
    ["20106", "财政事务", "30.00", "10.00", "20.00"],
    ["2010601", "行政运行", "10.00", "10.00", ""],
    ["2010602", "一般行政管理\n事务", "20.00", "", "20.00"],
    ["", "合计", "30.00", "10.00", "20.00"],
]
EXPENSES = [
    ["“三公”经费预算数", "", "", "", "", "", "机关运行经\n费预算数"],
    ["合计", "因公出国(境)费", "公务接待费", "公务用车购置及运行费", "", "", ""],
    ["", "", "", "小计", "购置费", "运行费", ""],
    ["37.91", "0.00", "1.35", "36.56", "15.00", "21.56", "464.64"],
]
EXPENSES_SPANS = [(0, 0, 5, 0), (6, 0, 6, 2), (3, 1, 5, 1), *((at, 1, at, 2) for at in range(3))]
BLANK = [
    ["科目编码", "科目名称", "合计", "上缴上级支出", "经营支出", "基本支出"],
    ["205", "教育支出", "9.00", "", "", "9.00"],
    ["20502", "普通教育", "7.00", "", "", "7.00"],
    ["20503", "职业教育", "2.00", "", "", "2.00"],
    ["", "合计", "9.00", "", "", "9.00"],
]
SIDES = [
    ["收入", "", "支出", ""],
    ["项目", "预算数", "项目", "预算数"],
    ["一、财政拨款收入", "30.00", "一、教育支出", "20.00"],
    ["二、事业收入", "", "二、住房保障支出", "10.00"],
    ["收入总计", "30.00", "支出总计", "30.00"],
]


def told(of):
    """A table without its places on the page."""
    cells = [(cell.row, cell.column, cell.text, cell.number, cell.certain) for cell in of.cells]
    return of.title, of.unit, of.columns, [(row.code, row.name, row.role) for row in of.rows], cells


@pytest.mark.parametrize(
    ("rows", "spans", "header", "words"),
    [
        (CODED, [(0, 0, 1, 0), (2, 0, 4, 0)], 2, 2),
        (EXPENSES, EXPENSES_SPANS, 3, 0),
        (BLANK, (), 1, 2),
        (SIDES, [(0, 0, 1, 0), (2, 0, 3, 0)], 2, 1),
    ],
    ids=["a name on two lines", "heads over heads", "blank columns", "two sides"],
)
def test_a_table_is_read_alike_without_its_rules(rows, spans, header, words):
    with_rules = only(read([*titled("2030年部门支出预算总表", "万元"), ruled(rows, 110, spans)]))
    without = only(
        read([*titled("2030年部门支出预算总表", "万元"), unruled(rows, 110, spans, header, words)])
    )
    assert told(without) == told(with_rules)
    assert all(cell.certain for cell in without.cells)


@pytest.mark.parametrize("repeated", [True, False], ids=["header repeated", "rows only"])
def test_a_table_without_rules_goes_on_over_a_page(repeated):
    first = [*titled("2030年部门支出预算总表", "万元"), unruled(BLANK[:3], 110, header=1, words=2)]
    more = [BLANK[0], *BLANK[3:]] if repeated else BLANK[3:]
    rest = [unruled(more, 60, header=1 if repeated else 0, words=2)]
    whole = only(read([*titled("2030年部门支出预算总表", "万元"), ruled(BLANK, 110)]))
    assert told(only(read(first, rest))) == told(whole)


def test_prose_on_the_next_page_is_no_part_of_a_table():
    first = [*titled("2030年部门支出预算总表", "万元"), unruled(BLANK, 110, header=1, words=2)]
    rest = [*titled("2030年部门收入预算总表", "万元"), unruled(BLANK, 110, header=1, words=2)]
    assert [len(of.rows) for of in read(first, rest).tables] == [4, 4]
