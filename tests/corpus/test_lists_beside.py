"""A list that goes on beside itself is one list, read one part after the other, each part with its own total."""

from decimal import Decimal

import pytest
from made_grids import FORMATS, Made, only, read

from corpus.audit import audit_document

BASIC = Made(
    [
        ["科目编码", "科目名称", "决算数", "科目编码", "科目名称", "决算数"],
        ["301", "工资福利支出", "95.36", "302", "商品和服务支出", "10.23"],
        ["30101", "基本工资", "95.36", "30201", "办公费", "10.23"],
        ["303", "对个人和家庭的补助", "4.64", "310", "资本性支出", "1.00"],
        ["30301", "离休费", "4.64", "31002", "办公设备购置", "1.00"],
        ["人员经费合计", None, "100.00", "公用经费合计", None, "11.23"],
    ],
    [(0, 5, 1, 5), (3, 5, 4, 5)],
    ("一般公共预算财政拨款基本支出决算表", "单位：万元"),
)
LEFT = ["工资福利支出", "基本工资", "对个人和家庭的补助", "离休费", "人员经费合计"]
RIGHT = ["商品和服务支出", "办公费", "资本性支出", "办公设备购置", "公用经费合计"]


@pytest.mark.parametrize("form", FORMATS)
def test_each_part_adds_up_to_its_own_total(form):
    table = only(form, BASIC)
    assert [row.name for row in table.rows] == [*LEFT, *RIGHT]
    assert [cell.number for cell in table.cells if table.rows[cell.row].name.endswith("合计")] == [
        Decimal("100.00"),
        Decimal("11.23"),
    ]
    assert all(cell.certain for cell in table.cells)
    assert audit_document(read(form, BASIC)) == ()


@pytest.mark.parametrize("form", FORMATS)
def test_a_total_over_two_parts_has_its_amount_at_the_end_of_the_second(form):
    rows = [
        ["科目编码", "科目名称", "决算数"] * 3,
        ["301", "工资福利支出", "90.00", "302", "商品和服务支出", "14.50", "310", "资本性支出", "1.30"],
        ["30101", "基本工资", "90.00", "30201", "办公费", "14.50", "31002", "办公设备购置", "1.30"],
        ["人员经费合计", "", "90.00", "公用经费合计", "", "", "", "", "15.80"],
    ]
    table = only(form, Made(rows, over=BASIC.over, widths=(68, 76, 40) * 3))
    named = {cell: table.rows[cell.row] for cell in table.cells}
    totals = {row.name: cell.text for cell, row in named.items() if row.code is None}
    assert totals == {"人员经费合计": "90.00", "公用经费合计": "15.80"}


def test_a_total_that_its_part_does_not_reach_is_found():
    rows = [*BASIC.rows[:-1], [*BASIC.rows[-1][:-1], "12.23"]]
    found = audit_document(read("xlsx", Made(rows, BASIC.spans, BASIC.over)))
    assert [(one.figures, one.message) for one in found] == [
        (
            ("12.23万元",),
            "《一般公共预算财政拨款基本支出决算表》：无论空格落在哪一栏，下级各项都加不到“公用经费合计”",
        )
    ]


def test_a_total_above_all_rows_is_not_counted_again_where_a_page_repeats_it():
    rows = [
        ["科目名称", "合计", "基本支出", "项目支出"],
        ["合计", "30.00", "20.00", "10.00"],
        ["教育支出", "18.00", "12.00", "6.00"],
        ["合计", "30.00", "20.00", "10.00"],
        ["卫生健康支出", "12.00", "8.00", "4.00"],
    ]
    table = only("xlsx", Made(rows))
    assert [row.name for row in table.rows] == ["合计", "教育支出", "卫生健康支出"]


def test_columns_that_go_on_on_the_next_pages_are_of_one_table():
    over = ("财政拨款支出决算明细表", "单位：万元")
    first = Made(
        [
            ["科目编码", "科目名称", "合计", "工资福利支出", ""],
            ["", "", "", "小计", "基本工资"],
            ["208", "社会保障和就业支出", "30.00", "20.00", "20.00"],
            ["20805", "行政事业单位养老支出", "30.00", "20.00", "20.00"],
        ],
        [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 2, 1), (3, 0, 4, 0)],
        over,
    )
    second = Made(
        [
            ["科目编码", "科目名称", "商品和服务支出", ""],
            ["", "", "小计", "办公费"],
            ["208", "社会保障和就业支出", "10.00", "10.00"],
            ["20805", "行政事业单位养老支出", "10.00", "10.00"],
        ],
        [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 3, 0)],
        over,
    )
    document = read("docx", first, second)
    (table,) = document.tables
    assert ["/".join(column.path) for column in table.columns] == [
        "科目编码",
        "科目名称",
        "合计",
        "工资福利支出/小计",
        "工资福利支出/基本工资",
        "商品和服务支出/小计",
        "商品和服务支出/办公费",
    ]
    assert [cell.number for cell in table.cells if cell.row == 1] == [30, 20, 20, 10, 10]
    assert audit_document(document) == ()
