"""Everyday words right behind a part of a name, and years of which the documents state only one."""

import pytest
from made_grids import Made, workbook
from made_stores import over

from qa.answer import Status

BODY = "江海市交通运输局"
SPENDING = Made(
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["21404", "成品油价格改革补贴", "58.00", "", "58.00"],
        ["2140401", "对城市公交的补贴", "58.00", "", "58.00"],
        ["204", "公共安全支出", "13.00", "", "13.00"],
        ["20405", "法院", "13.00", "", "13.00"],
        ["2040503", "机关服务", "9.00", "", "9.00"],
        ["2040599", "江海法院云平台租赁费", "4.00", "", "4.00"],
        ["221", "住房保障支出", "12.00", "12.00", ""],
        ["合计", "", "83.00", "12.00", "71.00"],
    ],
    over=("支出预算表", f"部门：{BODY}", "单位：万元"),
)
BASIC = Made(
    [
        ["科目编码", "科目名称", "合计"],
        ["30102", "津贴补贴", "9.00"],
        ["30113", "住房公积金", "3.00"],
        ["合计", "", "12.00"],
    ],
    over=("一般公共预算基本支出表", f"部门：{BODY}", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(f"{BODY}2031年部门预算", SPENDING, BASIC)
    with over(tmp_path_factory.mktemp("words"), "made.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("城市公交补贴多少万元", ["58.00"]),
        ("公交补贴有多少", ["58.00"]),
        ("补贴多少万元", ["9.00"]),
        ("津贴补贴是多少", ["9.00"]),
        ("法院云平台要花多少", ["4.00"]),
        ("法院要花多少", ["13.00"]),
    ],
)
def test_a_word_that_goes_on_with_a_name_stands_for_no_other(ask, question, amounts):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == amounts


def test_of_two_years_asked_for_respectively_both_must_be_stated(ask):
    answer = ask("2030年和2031年津贴补贴分别是多少万元")
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())
