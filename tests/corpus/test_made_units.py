"""Budgets of departments: rows of units, rows of years, lists of indicators, and what prose says of the year before."""

import pytest
from made_grids import FORMATS, Made, read
from made_units import AIMS, BODY, DEPARTMENT, PROJECTS, PROSE, SPENDING, THREE_PUBLIC

from corpus.audit import audit_document
from corpus.document import Measure, RowItem
from corpus.facts import extract_facts
from corpus.read import parse
from corpus.readers.text import read_text


def items(*made: Made | str):
    return [row.item for row in read("xlsx", *made).tables[0].rows if row.item]


def stated(measure: Measure):
    document = parse(read_text("made.txt", PROSE.encode()))
    facts = [fact for fact in extract_facts(document) if fact.measure is measure]
    return {(fact.subject, fact.year): f"{fact.quantity.number}{fact.quantity.unit}" for fact in facts}


@pytest.mark.parametrize("form", FORMATS)
def test_the_figures_of_a_department_are_proven(form):
    document = read(form, *DEPARTMENT)
    assert (document.body, document.year) == (BODY, 2024)
    assert [table.title for table in document.tables] == [made.over[0] for made in DEPARTMENT[3:-1]]
    assert [cell for table in document.tables for cell in table.cells if not cell.certain] == []
    assert audit_document(document) == ()


def test_a_row_of_a_unit_parts_its_account_from_the_unit():
    assert items(SPENDING)[1:3] == [
        RowItem(f"{BODY}本级", "2130301", "行政运行", ()),
        RowItem(f"{BODY}本级", "2130306", "水利工程运行与维护", ()),
    ]
    assert items(SPENDING)[0] == RowItem(f"{BODY}本级", None, "", ())


def test_a_project_is_named_without_its_unit_and_its_kind():
    assert items(PROJECTS) == [
        RowItem(f"{BODY}本级", None, "防洪堤加固", ("31-部门项目",)),
        RowItem("江海市河道管护中心", None, "河道清淤", ("31-部门项目",)),
    ]


def test_a_row_may_be_of_a_year_and_what_is_carried_over_is_of_this_one():
    facts = extract_facts(read("xlsx", f"{BODY}2024年部门预算", THREE_PUBLIC, PROJECTS))
    years = {(fact.subject, str(fact.quantity.number)): fact.year for fact in facts}
    assert years["财政拨款“三公”经费支出表", "9.50"] == 2023
    assert years["财政拨款“三公”经费支出表", "8.20"] == 2024
    assert years["防洪堤加固", "10.00"] == 2024


@pytest.mark.parametrize("form", FORMATS)
def test_a_list_of_indicators_is_a_form_for_each_project(form):
    document = read(form, f"{BODY}2024年部门预算", AIMS)
    lines = {
        section.title: [p.text for p in document.paragraphs if p.section == number]
        for number, section in enumerate(document.sections)
    }
    assert lines["防洪堤加固绩效目标"] == [
        "项目名称：防洪堤加固",
        "年度资金总额：40.00万元",
        "年度绩效目标：加固城区堤防。",
    ]
    assert lines["质量指标"] == ["质量指标 · 验收合格率：＝100%"]
    assert lines["河道清淤绩效目标"][0] == "项目名称：河道清淤"


def test_a_comparison_states_the_amount_of_the_year_before():
    amounts = stated(Measure.AMOUNT)
    assert amounts["支出预算", 2023] == "120.00万元"
    assert amounts["公务接待费预算数", 2024] == "1.20万元"
    assert amounts["公务接待费预算数", 2023] == "1.50万元"
    assert amounts["机关运行经费财政拨款预算", 2024] == "20.00万元"
    assert amounts["机关运行经费财政拨款预算", 2023] == "21.00万元"


def test_the_audit_compares_after_a_list_of_parts_what_is_compared():
    right = parse(read_text("made.txt", PROSE.encode()))
    wrong = parse(read_text("made.txt", PROSE.replace("8.00万元减少1.00", "8.00万元减少2.00").encode()))
    assert audit_document(right) == ()
    assert [finding.figures for finding in audit_document(wrong)] == [
        ("8.00万元", "减少2.00万元", "7.00万元")
    ]


def test_a_comparison_after_a_list_of_parts_is_of_the_whole():
    amounts, changes = stated(Measure.AMOUNT), stated(Measure.CHANGE)
    assert amounts["公务用车维修", 2024] == "3.00万元"
    assert amounts["公务用车运行维护费预算数", 2023] == "8.00万元"
    assert changes["公务用车运行维护费预算数", 2024] == "-1.00万元"
    assert ("公务用车维修", 2023) not in amounts
