"""Ratios, counts and prices beside money: each in its own unit, and part of no sum."""

from decimal import Decimal

import pytest
from made_grids import FORMATS, Made, only, read

from corpus.audit import audit_document
from corpus.document import ColumnRole
from corpus.facts import extract_facts
from corpus.grids.captions import unit_in
from corpus.units import header_unit

every_format = pytest.mark.parametrize("form", FORMATS)


def facts(form: str, *made: Made) -> dict[tuple[str, str], tuple[Decimal, str]]:
    """Number and unit of each fact by its row and its column's last header cell."""
    document = read(form, *made)
    return {
        (fact.subject, document.tables[fact.cell.table].columns[fact.cell.column].path[-1]): (
            fact.quantity.number,
            fact.quantity.unit,
        )
        for fact in extract_facts(document)
        if fact.cell
    }


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        (("占比",), "%"),
        (("增减%",), "%"),
        (("增长率（％）",), "%"),
        (("比上年增减", "增减幅度"), "%"),
        (("编制人数",), "人"),
        (("国内公务接待人次（人）",), "人"),
        (("车辆数（辆）", "年末数"), "辆"),
        (("公务用车保有量",), "辆"),
        (("团组数（个）",), "个"),
        (("人均公用经费（元/人）",), "元/人"),
        (("金额（元）",), "元"),
        (("预算数（单位：万元）",), "万元"),
        (("预算数",), None),
        (("人员经费",), None),
        (("项目个数情况",), None),
        ((), None),
    ],
)
def test_what_a_header_says(path, unit):
    assert header_unit(path) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("金额单位：元", "元"),
        ("单位：人民币万元", "万元"),
        ("单位:万元(保留两位小数)", "万元"),
        ("单位：万元（保留两位小数）", "万元"),
        ("计量单位：人民币元", "元"),
        ("货币单位：万元", "万元"),
        ("单位：千元 ", "千元"),
        ("（单位：亿元）", "亿元"),
        ("单位 ： 万", "万元"),
        ("编制单位：江海市人民政府", None),
        ("单位：元宝山区档案馆", None),
    ],
)
def test_what_a_caption_says(text, unit):
    assert unit_in(text) == unit


@every_format
def test_a_table_without_a_unit_is_read_in_the_one_unit_of_the_document_or_not_proven(form):
    rows = [["项目", "预算数"], ["教育支出", "10"], ["科学技术支出", "6"], ["合计", "16"]]
    bare = Made(rows, over=("丙表",))
    yuan = Made(rows, over=("乙表", "单位：元"))
    assert [table.unit for table in read(form, Made(rows), bare).tables] == ["万元", "万元"]
    assert all(cell.certain for cell in read(form, Made(rows), bare).tables[1].cells)
    assert not any(cell.certain for cell in read(form, Made(rows), yuan, bare).tables[2].cells)
    assert not any(cell.certain for cell in only(form, bare).cells)


@every_format
def test_ratios_beside_money(form):
    rows = [
        ["项目", "上年预算数", "本年预算数", "增减%", "占比"],
        ["教育支出", "8", "10", "25.00", "62.5"],
        ["科学技术支出", "6", "6", "", "37.5"],
        ["合计", "14", "16", "14.29", "100"],
    ]
    table = only(form, Made(rows))
    assert [column.role for column in table.columns[3:]] == [ColumnRole.MEASURE] * 2
    assert all(cell.certain for cell in table.cells)
    found = facts(form, Made(rows))
    assert found["教育支出", "本年预算数"] == (10, "万元")
    assert found["教育支出", "增减%"] == (Decimal("25.00"), "%")
    assert found["科学技术支出", "占比"] == (Decimal("37.5"), "%")


@every_format
def test_a_ratio_is_no_part_of_its_neighbours_total(form):
    rows = [
        ["项目", "合计", "基本支出", "项目支出", "占比（%）"],
        ["教育支出", "10", "6", "4", "62.5"],
        ["科学技术支出", "6", "6", "", "37.5"],
        ["合计", "16", "12", "4", "100"],
    ]
    document = read(form, Made(rows))
    assert all(cell.certain for cell in document.tables[0].cells)
    assert audit_document(document) == ()


@every_format
def test_persons_and_vehicles_in_front_of_names_make_no_second_side(form):
    rows = [
        ["单位名称", "人数", "车辆数（辆）", "项目名称", "金额"],
        ["江海市档案馆", "32", "2", "档案整理", "10"],
        ["江海市图书馆", "18", "1", "图书购置", "6"],
        ["合计", "50", "3", "", "16"],
    ]
    found = facts(form, Made(rows))
    assert found["档案整理", "人数"] == (32, "人")
    assert found["档案整理", "车辆数（辆）"] == (2, "辆")
    assert found["档案整理", "金额"] == (10, "万元")


@every_format
def test_a_ratio_in_a_column_of_money(form):
    found = facts(form, Made([["项目", "金额"], ["办公费", "8"], ["执行情况", "95%"]]))
    assert found["办公费", "金额"] == (8, "万元")
    assert found["执行情况", "金额"] == (95, "%")


@every_format
def test_a_column_of_money_in_a_unit_of_its_own(form):
    rows = [["项目", "预算数", "人均（元/人）", "其中：专户（元）"], ["办公费", "8", "2,500", "300"]]
    found = facts(form, Made(rows))
    assert found["办公费", "预算数"] == (8, "万元")
    assert found["办公费", "人均（元/人）"] == (2500, "元/人")
    assert found["办公费", "其中：专户（元）"] == (300, "元")


@every_format
def test_yuan_and_ten_thousands_in_one_document(form):
    rows = [["项目", "金额"], ["办公费", "8"], ["合计", "8"]]
    other = [["项目", "金额"], ["差旅费", "80000.50"], ["合计", "80000.50"]]
    found = facts(form, Made(rows), Made(other, over=("乙表", "金额单位：元")))
    assert found["办公费", "金额"] == (8, "万元")
    assert found["差旅费", "金额"] == (Decimal("80000.50"), "元")


@every_format
def test_rows_that_count(form):
    rows = [
        ["项目", "决算数"],
        ["一、“三公”经费支出", "3.10"],
        ["公务接待费", "3.10"],
        ["二、国有资产占用情况", "—"],
        ["（一）车辆数合计（辆）", "6"],
        ["1．机要通信用车", "2"],
        ["2．执法执勤用车", "4"],
        ["（二）单价50万元（含）以上设备（台，套）", "1"],
    ]
    found = facts(form, Made(rows))
    assert found["公务接待费", "决算数"] == (Decimal("3.10"), "万元")
    assert found["（一）车辆数合计（辆）", "决算数"] == (6, "辆")
    assert found["1．机要通信用车", "决算数"] == (2, "辆")
    assert found["（二）单价50万元（含）以上设备（台，套）", "决算数"] == (1, "台,套")
    assert audit_document(read(form, Made(rows))) == ()
