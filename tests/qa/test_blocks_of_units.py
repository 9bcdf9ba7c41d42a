"""A department's tables that set out its units as blocks: each unit with its kinds of spending and its projects."""

import pytest
from made_grids import Made, workbook
from made_stores import over

BODY = "江海市农业局"
SPENDING = Made(
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["213", "农林水支出", "130.00", "100.00", "30.00"],
        ["2130101", "行政运行", "130.00", "100.00", "30.00"],
        ["", "合计", "130.00", "100.00", "30.00"],
    ],
    over=("支出总体情况表", "单位：万元"),
)
ECONOMIC = Made(
    [
        ["科目编码", "科目名称", "基本支出"],
        ["301", "工资福利支出", "65.00"],
        ["302", "商品和服务支出", "25.00"],
        ["", "合计", "90.00"],
    ],
    over=("一般公共预算基本支出情况表", "单位：万元"),
)
HEAD = ["支出项目类别（资金使用单位）", "总计", "财政拨款", "其他资金"]
KINDS = Made(
    [
        HEAD,
        ["合计", "100.00", "90.00", "10.00"],
        [f"{BODY}（本级）", "60.00", "55.00", "5.00"],
        ["工资福利支出", "40.00", "40.00", ""],
        ["商品和服务支出", "20.00", "15.00", "5.00"],
        ["江海市种子站", "40.00", "35.00", "5.00"],
        ["工资福利支出", "30.00", "25.00", "5.00"],
        ["商品和服务支出", "10.00", "10.00", ""],
    ],
    over=("部门预算基本支出预算表", "单位：万元"),
)
PROJECTS = Made(
    [
        HEAD,
        ["合计", "30.00", "20.00", "10.00"],
        [f"{BODY}（本级）", "10.00", "", "10.00"],
        ["农田保护", "10.00", "", "10.00"],
        ["江海市种子站", "20.00", "20.00", ""],
        ["良种繁育", "15.00", "15.00", ""],
        ["品种试验", "5.00", "5.00", ""],
    ],
    over=("部门预算项目支出预算表", "单位：万元"),
)
FUND = Made(
    [
        ["科目编码", "科目名称", "本年政府性基金支出", "", ""],
        ["", "", "合计", "基本支出", "项目支出"],
        ["212", "城乡社区支出", "4.00", "1.00", "3.00"],
        ["", "合计", "4.00", "1.00", "3.00"],
    ],
    [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 4, 0)],
    over=("政府性基金支出情况表", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(f"{BODY}2031年部门预算", SPENDING, ECONOMIC, KINDS, PROJECTS, FUND)
    with over(tmp_path_factory.mktemp("blocks"), f"{BODY}2031年部门预算.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("工资福利支出是多少", "65.00"),
        ("江海市种子站的工资福利支出", "30.00"),
        ("江海市种子站基本支出预算里商品和服务支出多少", "10.00"),
        ("本级基本支出多少", "60.00"),
        ("农业局本级项目支出多少", "10.00"),
        ("种子站基本支出的财政拨款", "35.00"),
        ("良种繁育多少钱", "15.00"),
        ("基本支出是多少", "100.00"),
        ("项目支出是多少", "30.00"),
        ("支出总计是多少", "130.00"),
        ("政府性基金支出是多少", "4.00"),
    ],
)
def test_the_figure_is_the_units_own_or_that_of_all(ask, question, number):
    assert [str(value.quantity.number) for value in ask(question).values] == [number], ask(question).text


@pytest.mark.parametrize(
    ("question", "projects"),
    [
        ("江海市种子站有哪些项目", ["良种繁育", "品种试验"]),
        ("有哪些项目", ["农田保护", "良种繁育", "品种试验"]),
        ("项目支出超过8万元的项目有哪些", ["农田保护", "良种繁育"]),
    ],
)
def test_projects_are_those_that_the_table_of_projects_lists(ask, question, projects):
    assert list(ask(question).items) == projects, ask(question).text
