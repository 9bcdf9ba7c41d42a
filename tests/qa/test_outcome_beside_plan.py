"""A year's outcome held against its budget, told by one document or by two; causes, shares and plans in prose."""

import pytest
from made_stores import of_texts

from qa.answer import Status

BUDGET = """江海市气象局2028年部门预算

一、三公经费预算情况说明

2028年“三公”经费财政拨款预算数8.00万元，其中：公务接待费3.00万元。
公务接待费较2027年预算增长50%。主要原因是来访增多。

二、机关运行经费

2028年，江海市气象局机关和参公管理的事业单位1家的机关运行经费财政拨款预算为40.00万元。

三、一般公共预算当年拨款

江海市气象局2028年一般公共预算当年拨款500.00万元。
"""
FINAL = """江海市气象局2028年度部门决算

一、支出决算情况说明

2028年度支出合计600.00万元，其中：基本支出400.00万元，占66.7%；项目支出200.00万元，占33.3%。

二、三公经费支出决算情况说明

公务接待费预算为3.00万元，支出决算为2.40万元，完成预算的80%。其中：国内公务接待12批次，96人次，支出2.40万元。
公务用车运行维护费支出5.00万元，主要用于气象观测。费用支出较年初预算数减少0.50万元，下降9.09%，主要原因是合理调度车辆。较上年支出数增加0.40万元，增长8.7%，主要原因是新设观测站。

三、机关运行经费

2028年度，江海市气象局机关运行经费支出38.50万元。
"""
NEXT = """江海市气象局2029年部门预算

一、三公经费预算情况说明

2029年“三公”经费财政拨款预算数7.00万元，其中：公务接待费2.00万元。
公务接待费较2028年预算下降33.33%，因为2029年不再承办会议。

二、一般公共预算当年拨款

江海市气象局2029年一般公共预算当年拨款550.00万元。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("beside"), BUDGET, FINAL, NEXT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("市气象局2028年决算的公务接待费比2028年预算少多少万元", "0.60万元"),
        ("市气象局2028年机关运行经费，决算比年初部门预算少多少万元", "1.50万元"),
        ("市气象局2028年机关运行经费预算和决算分别是多少", "40.00万元"),
        ("市气象局2028年机关运行经费决算比预算超了多少万元", "1.50万元"),
        ("市气象局2028年机关运行经费决算是年初预算的几倍", "0.96倍"),
        ("市气象局2028年机关运行经费决算和预算差多少万元", "1.50万元"),
        ("市气象局2028年决算公务接待费多少", "2.40万元"),
        ("市气象局2028年决算项目支出占支出合计的百分之几", "33.33%"),
        ("市气象局一般公共预算当年拨款2029年比2028年增长百分之几", "10.00%"),
        ("市气象局2028年公务用车运行维护费比年初预算少了多少", "0.50万元"),
        ("市气象局2028年公务用车运行维护费比年初预算减少了百分之几", "9.09%"),
        ("市气象局2028年公务用车运行维护费比上年增加了百分之几", "8.7%"),
    ],
)
def test_figures(ask, question, first):
    values = ask(question).values
    assert values and f"{values[0].quantity.number:f}{values[0].quantity.unit}" == first


def test_each_clause_is_of_the_account_that_it_names(ask):
    values = ask("市气象局2028年机关运行经费预算多少，决算多少").values
    assert [f"{value.quantity.number:f}" for value in values] == ["40.00", "38.50"]
    assert [value.label[:2] for value in values] == ["预算", "决算"]


def test_why_something_moved_is_told_by_the_year_that_it_moved_in(ask):
    text = ask("市气象局2029年公务接待费为什么比2028年下降").text
    assert "不再承办会议" in text and "来访增多" not in text


def test_a_cause_is_of_the_change_whose_way_is_asked_for(ask):
    answer = ask("市气象局2028年公务用车运行维护费为什么比上年增加")
    assert "新设观测站" in answer.text and "合理调度车辆" not in answer.text and not answer.remarks


def test_what_follows_a_question_about_the_plan_is_of_what_that_was_about(ask):
    history = ["市气象局2028年决算公务用车运行维护费多少", "比年初预算少了吗"]
    assert "合理调度车辆" in ask("原因呢", history).text


def test_what_neither_account_tells_is_not_held_against_the_other(ask):
    assert ask("市气象局2028年决算的会议费比预算少多少").status is Status.NOT_FOUND
