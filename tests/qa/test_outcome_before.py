"""A budget held against the outcome of the year before, which a column beside it states."""

import pytest
from made_grids import Made, workbook
from made_stores import over

THREE = Made(
    [
        ["项目", "2030年预算数", "2030年执行数", "2031年预算数"],
        ["合计", "92.80", "78.46", "84.50"],
        ["1．公务接待费", "22.80", "15.26", "18.20"],
        ["2．公务用车费", "70.00", "63.20", "66.30"],
    ],
    over=("2031年“三公”经费预算表", "部门：江海市档案馆", "单位：万元"),
)
NOTES = (
    "2031年“三公”经费预算84.50万元，比2030年预算减少8.30万元。",
    "2031年会议费预算12.00万元，比2030年预算增加2.00万元。",
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook("江海市档案馆2031年度部门预算", THREE, *NOTES)
    with over(tmp_path_factory.mktemp("before"), "made.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2031年三公经费预算比2030年执行数高多少万元", ["6.04万元"]),
        ("2031年公务接待费预算比2030年执行数增加百分之几", ["19.27%"]),
        ("2031年三公经费预算比2030年预算减少多少", ["8.30万元"]),
        # only its change from the budget is told
        ("2031年会议费预算比2030年执行数增加多少", []),
        ("2031年会议费预算比2030年增加多少", ["2.00万元"]),
    ],
)
def test_a_budget_against_the_outcome_of_the_year_before(ask, question, values):
    answer = ask(f"江海市档案馆{question}")
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == values, answer.text
