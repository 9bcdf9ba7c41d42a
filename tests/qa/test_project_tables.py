"""Questions over tables of a body's projects that name no unit: the project is the row, its account is not."""

import pytest
from made_grids import Made, workbook
from made_stores import over

BODY = "江海市档案馆"
SPENDING = Made(
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["2012604", "档案馆", "100.00", "60.00", "40.00"],
        ["2012699", "其他档案事务支出", "30.00", "", "30.00"],
        ["合计", "", "130.00", "60.00", "70.00"],
    ],
    over=("支出预算表", f"部门：{BODY}", "单位：万元"),
)
PROJECTS = Made(
    [
        ["项目分类", "项目名称", "科目编码", "科目名称", "合计", "上年结转"],
        ["事业发展类", "江海古档修复专项资金", "2012604", "档案馆", "25.00", "5.00"],
        ["事业发展类", "库房维护经费", "2012604", "档案馆", "15.00", ""],
        ["专项业务类", "展览经费", "2012699", "其他档案事务支出", "18.00", ""],
        ["专项业务类", "展览经费", "2012604", "档案馆", "12.00", ""],
        ["合计", "", "", "", "70.00", "5.00"],
    ],
    over=("项目支出预算表", f"部门：{BODY}", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(f"{BODY}2031年部门预算", SPENDING, PROJECTS)
    with over(tmp_path_factory.mktemp("projects"), "made.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("江海古档修复专项资金合计多少万元", ["25.00"]),
        ("江海古档修复专项资金的上年结转是多少", ["5.00"]),
        ("2012604的项目支出是多少", ["40.00"]),
        ("档案馆的基本支出多少万元", ["60.00"]),
    ],
)
def test_a_row_is_called_by_its_project_and_no_code_is_of_one(ask, question, amounts):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == amounts


@pytest.mark.parametrize("question", ["展览经费是多少万元", "展览经费项目一共安排了多少万元"])
def test_a_project_of_several_accounts_is_all_of_them(ask, question):
    answer = ask(question)
    assert [f"{value.quantity.number:f}" for value in answer.values] == ["30.00"]
    assert answer.derivation == ("18.00 + 12.00 = 30.00万元",)
