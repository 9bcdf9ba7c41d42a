"""Questions over a final account in the ministry's forms, where the plan and funds stand beside the outcome."""

import pytest
from made_forms import workbook, workbook_bytes
from made_stores import over


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with over(tmp_path_factory.mktemp("account"), "account.xlsx", workbook_bytes(workbook())) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("2016年决算支出合计是多少", "6146701.05"),
        ("本年支出合计", "6146701.05"),
        ("收入总计", "6390324.05"),
        ("本年收入合计", "5590123.60"),
        ("收入合计", "5590123.60"),
        ("支出总计", "6390324.05"),
        ("财政拨款支出", "5579623.55"),
        ("财政拨款支出总计", "5579723.55"),
        ("年末结转和结余", "243623.00"),
        ("2016年年末还剩多少元", "243623.00"),
        ("年初结转和结余是多少", "800200.45"),
        ("一般公共服务支出决算数", "5321480.20"),
        ("人员经费多少", "3600000.00"),
        ("公用经费多少", "710720.35"),
        ("项目支出决算", "1298903.20"),
        ("基本支出决算", "4847797.85"),
        ("三公经费是多少", "71250.50"),
        ("三公经费决算数是多少", "71250.50"),
        ("三公经费预算数", "80000.00"),
        ("三公经费中哪项花得最多", "53150.50"),
        ("三公经费里哪一项最少", "18100.00"),
        ("2016年三公经费年初预算", "80000.00"),
        ("公务接待费预算数是多少", "20000.00"),
        ("公务接待费决算数", "18100.00"),
        ("公务用车运行费决算", "53150.50"),
        ("三公经费决算数和预算数相差多少", "8749.50"),
        ("公务接待费决算比预算节约了多少", "1900.00"),
        ("公务接待费的预算执行率", "90.50"),
        ("公务接待费比公务用车运行费少百分之几", "65.95"),
        ("公务接待费决算完成预算的百分之几", "90.50"),
        ("一般公共预算财政拨款支出是多少", "5559623.55"),
        ("政府性基金支出多少", "20000.00"),
        ("2016年年末结转结余多少万元", "24.3623"),
        ("办公费比邮电费多多少", "149280.35"),
        ("教育支出占总支出多少", "0.20"),
        ("基本支出中公用经费占百分之几", "16.49"),
        ("公用经费占基本支出的比例", "16.49"),
    ],
)
def test_the_first_value_of_an_answer(ask, question, first):
    values = ask(question).values
    assert values and f"{values[0].quantity.number:f}" == first


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("一般公共服务支出决算是多少", ["5321480.20", "5148903.20"]),
        ("收入决算表里一般公共服务支出的合计", ["5179403.25"]),
        ("行政运行的收入是多少", ["3500000.00"]),
    ],
)
def test_an_account_is_what_is_spent_on_it_unless_income_is_said(ask, question, numbers):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == numbers


def test_the_total_of_a_group_is_none_of_its_members(ask):
    assert "公用经费合计" not in ask("公用经费里花钱最多的三项是什么").items
