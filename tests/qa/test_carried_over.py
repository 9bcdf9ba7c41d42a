"""A year's own income and what is carried over, told apart: totals, shares and changes of each."""

import pytest
from made_stores import of_texts, over

ACCOUNT = """江海大学2031年部门预算

一、收支预算情况说明

江海大学2031年收支总预算500.00万元，其中本年收入预算400.00万元，上年结转100.00万元；本年支出预算450.00万元，结转下年50.00万元。与上年部门预算相比，2031年收支总预算增加20.00万元，主要原因是科研经费增加。

二、收入预算情况说明

江海大学2031年收入预算500.00万元（本年预算收入400.00万元），其中：财政拨款收入300.00万元，占总收入的60.00%；事业收入100.00万元，占总收入的20.00%；上年结转100.00万元，占总收入的20.00%。2031年本年预算收入400.00万元，与上年相比减少8.00万元，其中：财政拨款收入减少10.00万元，主要原因是压减公用经费；事业收入增加2.00万元，主要原因是科研事业收入增加。

三、支出预算情况说明

在三公经费中，公务接待费支出预算4.00万元，占25.00%，公务用车购置费及运行维护费支出预算12.00万元，占75.00%。科学技术支出预算数为30.00万元。与上年相比增加6.00万元，主要原因是实验室增加。1.高等教育（2050205），2031年预算数为90.00万元，比2030年预算数增长0.29%。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with over(tmp_path_factory.mktemp("carried"), "江海大学.txt", ACCOUNT.encode()) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("本年收入是多少", "400.00万元"),
        ("收入预算", "500.00万元"),
        ("收支总额是多少", "500.00万元"),
        ("What is the total revenue and expenditure budget?", "500.00万元"),
        ("本年支出", "450.00万元"),
        ("事业收入占总收入的百分之几", "20.00%"),
        ("事业收入占收入的比重", "20.00%"),
        ("事业收入占比", "20.00%"),
        ("财政拨款收入占收入的比例", "60.00%"),
        ("公务接待费占比多少", "25.00%"),
        ("公务用车购置及运行维护费占百分之几", "75.00%"),
        ("公务接待费占本年支出的百分之几", "0.89%"),
        ("本年收入比上年少多少", "8.00万元"),
        ("收支总预算比上年增加多少", "20.00万元"),
        ("2030年收支总预算是多少", "480.00万元"),
        ("2030年科学技术支出", "24.00万元"),
        ("2030年事业收入是多少", "98.00万元"),
        ("事业收入占本年收入的百分之几", "25.00%"),
        ("高等教育比2030年增长多少", "0.29%"),
        ("本年支出比本年收入多多少", "50.00万元"),
        ("支出比收入多多少", "50.00万元"),
    ],
)
def test_the_first_value(ask, question, first):
    values = ask(question).values
    assert values and f"{values[0].quantity.number:f}{values[0].quantity.unit}" == first


@pytest.mark.parametrize("question", ["2031年收入和支出各是多少", "2031年收入多少，支出多少"])
def test_both_sides_are_given(ask, question):
    assert {"400.00", "450.00"} <= {f"{value.quantity.number:f}" for value in ask(question).values}


def test_the_cause_of_what_is_asked_for_inside_its_fund(ask):
    assert "科研事业收入增加" in ask("事业收入为什么增加").text


FINAL = """江海县水文站2031年度部门决算

一、收入支出决算情况说明

2031年度收入总计500.00万元，支出总计500.00万元。

二、支出决算情况说明

2031年度本年支出合计450.00万元，其中：基本支出300.00万元，项目支出150.00万元。
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("支出总计是多少", ["500.00"]),
        ("本年支出合计是多少", ["450.00"]),
        ("2031年一共花了多少钱", ["450.00"]),
        ("How much did it spend in total in 2031?", ["450.00"]),
        ("总支出是多少", ["450.00", "500.00"]),
    ],
)
def test_a_total_by_its_own_name_leaves_nothing_open(tmp_path, question, values):
    with over(tmp_path, "江海县水文站.txt", FINAL.encode()) as engine:
        assert sorted(f"{v.quantity.number:f}" for v in engine.ask(question).values) == values


def test_what_both_sides_come_to_is_told_of_a_budget_by_either(tmp_path):
    budget = "江海县林业局2021年部门预算\n\n一、情况说明\n\n2021年收入预算30.00万元，支出预算30.00万元。\n"
    account = (
        budget.replace("2021年部门预算", "2021年部门决算").replace("预算30", "总计30").replace("2021", "2020")
    )
    with of_texts(tmp_path, budget, account) as engine:
        told, open_ = engine.ask("林业局2021年收支总额多少"), engine.ask("林业局2020年决算的收支总额多少")
    assert [str(value.quantity.number) for value in told.values] == ["30.00"]
    assert open_.values == ()
