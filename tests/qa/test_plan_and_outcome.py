"""The budget and the final account of one body and year: each is asked for by what is said of it."""

import pytest
from made_stores import of_texts

from qa.answer import Status

BUDGET = """江海市档案馆2023年度部门预算

一、收支预算情况说明

2023年支出预算1,600.00万元。其中：库房维修300.00万元，志愿服务8.00万元。
"""
LATER = BUDGET.replace("2023", "2024").replace("300.00", "310.00")
ACCOUNT = """江海市档案馆2023年度部门决算

第一部分 情况说明

一、主要职责

收集、整理和保管本市的档案资料。

二、支出决算情况说明

库房维修年初预算为300.00万元，支出决算为281.50万元，完成年初预算的93.83%，决算数小于年初预算数的主要原因是压缩工程规模。
2023年末，公务用车保有量为7辆。
培训费比上年减少0.15万元。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("both"), BUDGET, LATER, ACCOUNT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("档案馆2023年库房维修预算是多少", ["300.00万元"]),
        ("档案馆2023年库房维修决算是多少", ["281.50万元"]),
        ("档案馆2023年库房维修花了多少钱", ["281.50万元"]),
        ("档案馆2023年库房维修打算花多少钱", ["300.00万元"]),
        ("档案馆2023年库房维修完成年初预算的百分之几", ["93.83%"]),
        ("档案馆2023年库房维修预算和决算分别是多少", ["300.00万元", "281.50万元"]),
        ("档案馆2024年库房维修预算比2023年决算多多少", ["28.50万元"]),
        ("档案馆2023年公务用车保有量是多少辆", ["7辆"]),
        ("档案馆2023年志愿服务是多少", ["8.00万元"]),
    ],
)
def test_plan_and_outcome_of_one_year(ask, question, values):
    answer = ask(question)
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == values


def test_a_share_of_what_is_only_said_to_have_moved_is_declined(ask):
    assert ask("档案馆2023年培训费完成预算的百分之几").status is Status.NOT_FOUND


def test_what_only_one_account_tells_needs_no_asking_back(ask):
    assert "保管本市的档案资料" in ask("档案馆的主要职责是什么").text
    assert "压缩工程规模" in ask("档案馆2023年库房维修决算为什么小于年初预算").text


def test_what_both_tell_is_asked_back(ask):
    answer = ask("档案馆2023年库房维修是多少")
    assert (answer.status, answer.values) == (Status.AMBIGUOUS, ())
    assert len(answer.choices) == 2


FLEET = """江海市档案馆2023年度部门决算

第一部分 情况说明

一、三公经费支出决算情况说明

公务用车购置及运行费支出61.29万元。其中：公务用车购置支出0万元；公务用车运行支出61.29万元，主要用于库房检查所需车辆的燃料费、维修费。2023年末，局机关及所属单位公务用车保有量为24辆。

二、国有资产占用情况说明

截至2023年12月31日，本部门共有车辆24辆，其中，一般公务用车6辆、特种专业技术用车15辆、其他用车3辆。
"""


@pytest.mark.parametrize(
    ("question", "number"),
    [("2023年底有几辆公务用车", "24"), ("一般公务用车有几辆", "6"), ("公务用车保有量是多少辆", "24")],
)
def test_all_vehicles_are_meant_where_no_kind_is_named(tmp_path, question, number):
    with of_texts(tmp_path, FLEET) as engine:
        assert str(engine.ask(question).values[0].quantity.number) == number


def test_what_only_one_body_speaks_of_needs_no_body(tmp_path):
    other = "江海市图书馆2023年度部门预算\n\n一、情况说明\n\n古籍数字化工程300.00万元，已扫描古籍21套。\n"
    with of_texts(tmp_path, BUDGET, other) as engine:
        assert "已扫描古籍21套" in engine.ask("江海市古籍数字化工程是做什么的").text
        assert engine.ask("去年三公经费是多少").status is Status.AMBIGUOUS


def test_the_year_before_is_derived_from_the_outcome_and_not_from_the_budget(tmp_path):
    spent = (
        "公务接待费支出预算为6.00万元，支出决算为3.86万元，完成预算的64.3%，较预算减少2.14万元，主要是厉行节约；"
        "较2022年度增加0.36万元，增长10.3%。"
    )
    with of_texts(tmp_path, f"{ACCOUNT}{spent}\n") as engine:
        values = engine.ask("档案馆2022年公务接待费支出是多少").values
    assert [f"{value.quantity.number}{value.quantity.unit}" for value in values] == ["3.50万元"]
