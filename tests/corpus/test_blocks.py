"""Lists of names alone in which heads stand over what adds up to them: units over kinds of spending or projects."""

import pytest
from made_grids import FORMATS, Made, only

HEAD = ["支出项目类别（资金使用单位）", "总计", "财政拨款", "其他资金"]
KINDS = [
    HEAD,
    ["合计", "100.00", "90.00", "10.00"],
    ["江海市种子站", "60.00", "55.00", "5.00"],
    ["工资福利支出", "40.00", "40.00", ""],
    ["商品和服务支出", "20.00", "15.00", "5.00"],
    ["江海市苗木站", "40.00", "35.00", "5.00"],
    ["工资福利支出", "30.00", "25.00", "5.00"],
    ["商品和服务支出", "10.00", "10.00", ""],
]
PROJECTS = [
    HEAD,
    ["合计", "30.00", "20.00", "10.00"],
    ["江海市种子站", "20.00", "20.00", ""],
    ["良种繁育", "15.00", "15.00", ""],
    ["品种试验", "5.00", "5.00", ""],
    ["江海市苗木站", "10.00", "", "10.00"],
    ["苗木检验", "10.00", "", "10.00"],
]
every_format = pytest.mark.parametrize("form", FORMATS)


@every_format
def test_kinds_of_spending_that_every_unit_has_are_items_of_their_units(form):
    table = only(form, Made(KINDS, over=("部门预算基本支出预算表", "单位：万元")))
    assert [row.parent for row in table.rows] == [None, None, 1, 1, None, 4, 4]
    assert [(row.item.unit, row.item.name) for row in table.rows if row.item] == [
        ("江海市种子站", ""),
        ("江海市种子站", "工资福利支出"),
        ("江海市种子站", "商品和服务支出"),
        ("江海市苗木站", ""),
        ("江海市苗木站", "工资福利支出"),
        ("江海市苗木站", "商品和服务支出"),
    ]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_projects_are_parts_of_their_unit_and_need_no_unit_to_be_told(form):
    table = only(form, Made(PROJECTS, over=("部门预算项目支出预算表", "单位：万元")))
    assert [row.parent for row in table.rows] == [None, None, 1, 1, None, 4]
    assert not any(row.item for row in table.rows)


@every_format
@pytest.mark.parametrize("at", [1, 3, 6])
def test_a_list_that_does_not_add_up_has_no_blocks(form, at):
    rows = [[*row] for row in PROJECTS]
    rows[at][1] = "7.00"
    table = only(form, Made(rows, over=("部门预算项目支出预算表", "单位：万元")))
    assert [row.parent for row in table.rows] == [None] * 6


@every_format
def test_coded_rows_are_parts_of_the_account_without_a_code_above_them(form):
    rows = [
        ["科目编码", "科目名称", "金额"],
        ["", "合计", "30.00"],
        ["", "图书馆", "20.00"],
        ["2070104", "图书购置", "15.00"],
        ["2070104", "古籍修复", "5.00"],
        ["", "群众文化", "10.00"],
        ["2070109", "阅读推广", "10.00"],
    ]
    table = only(form, Made(rows, over=("项目支出预算表", "单位：万元")))
    assert [row.parent for row in table.rows] == [None, None, 1, 1, None, 4]
    assert all(cell.certain for cell in table.cells)
