"""Standard headings against a document's own."""

import pytest

from qa.terms.headings import heading_forms, standard_headings


def test_a_standard_heading_is_found_by_what_it_is_called():
    """District final accounts of Shanghai head 单位构成 as 部门决算单位构成."""
    own = ("主要职能", "部门决算单位构成", "收入决算表")
    found = standard_headings(own)
    assert found["单位构成"] == "部门决算单位构成"
    assert found["主要职能"] == "主要职能"


def test_two_candidates_are_none():
    assert "单位构成" not in standard_headings(("部门预算单位构成", "本级预算单位构成"))


def test_the_printed_standard_comes_first():
    assert standard_headings(("单位构成", "部门预算单位构成"))["单位构成"] == "单位构成"


def test_units_stand_under_the_inner_bodies_where_they_have_no_heading():
    assert standard_headings(("机构设置", "主要职能"))["单位构成"] == "机构设置"
    both = standard_headings(("机构设置", "部门预算单位构成"))
    assert (both["机构设置"], both["单位构成"]) == ("机构设置", "部门预算单位构成")


def test_a_table_title_is_called_without_year_and_department():
    assert "支出预算总表" in heading_forms("2021年部门支出预算总表", "江海市档案馆")


def test_a_table_title_is_called_without_its_number_and_body():
    assert heading_forms("表2:江海大学收入决算表", "江海大学") == (
        "表2:江海大学收入决算表",
        "江海大学收入决算表",
        "收入决算表",
    )


def test_a_table_title_is_called_without_the_accounts_that_it_is_by():
    assert "财政拨款支出预算表" in heading_forms("财政拨款支出预算表功能科目", "江海市档案馆")


def test_the_title_of_the_document_is_no_name_of_a_heading():
    assert heading_forms("2023年度部门决算", "江海大学") == ()


def test_units_and_offices_are_told_apart_where_each_has_its_heading():
    found = standard_headings(("机构设置", "部门预算单位构成"))
    assert (found["机构设置"], found["单位构成"]) == ("机构设置", "部门预算单位构成")
    both = standard_headings(("机构设置及部门预算构成",))
    assert both["机构设置"] == both["单位构成"] == "机构设置及部门预算构成"


def test_a_table_of_income_and_spending_is_called_in_short():
    forms = heading_forms("财政拨款收入支出决算总表", "江海市档案馆")
    assert {"财政拨款收支决算总表", "财政拨款收支总表"} <= {*forms}
    assert "支出总表" not in heading_forms("支出决算总表", "江海市档案馆")


@pytest.mark.parametrize(
    ("title", "called", "not_called"),
    [
        ("一般公共预算三公经费、会议费支出表", "三公经费、会议费支出预算表", "三公经费、会议费支出决算表"),
        ("财政拨款三公经费支出决算表", "三公经费支出决算表", "三公经费支出预算表"),
        ("一般公共预算机关运行经费支出预算表", "机关运行经费支出表", "机关运行经费支出决算表"),
        ("一般公共预算支出表", "一般公共预算支出表", "支出表"),
    ],
)
def test_a_table_that_there_is_one_of_is_called_without_its_fund(title, called, not_called):
    forms = heading_forms(title, "江海市档案馆")
    assert called in forms and not_called not in forms
