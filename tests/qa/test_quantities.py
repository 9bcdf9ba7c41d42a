"""Questions for how many of something are bought, which a table of purchases counts in each row's own counter."""

import pytest
from made_grids import Made, workbook
from made_stores import over

BODY = "江海市森林公园管理处"
PURCHASES = Made(
    [
        ["项目名称", "采购品目", "采购数量", "计量单位", "单价", "采购金额"],
        ["林区巡护", "无人机", "12", "架", "1.20", "14.40"],
        ["林区巡护", "防火服", "320", "套", "0.02", "6.40"],
        ["园区维护", "割草机", "9", "台", "0.80", "7.20"],
        ["园区维护", "工程施工", "", "", "", "90.00"],
        ["合计", "", "", "", "", "118.00"],
    ],
    over=("政府采购预算表", f"部门：{BODY}", "单位：万元"),
)
PROJECTS = Made(
    [
        ["项目名称", "资金性质", "金额"],
        ["园区维护", "一般公共预算", "150.00"],
        ["园区维护", "其他资金", "30.00"],
        ["林区巡护", "一般公共预算", "60.00"],
        ["合计", "", "240.00"],
    ],
    over=("项目支出预算表", f"部门：{BODY}", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(f"{BODY}2031年部门预算", PURCHASES, PROJECTS)
    with over(tmp_path_factory.mktemp("quantities"), "made.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2031年要买多少架无人机", [("12", "架")]),
        ("采购多少台割草机？", [("9", "台")]),
        ("防火服购置多少套", [("320", "套")]),
        ("政府采购预算表里，割草机的数量是多少", [("9", "台")]),
        ("无人机的单价是多少", [("1.20", "万元")]),
        ("无人机多少万元", [("14.40", "万元")]),
        ("要买多少台无人机", []),
        ("工程施工要采购多少台", []),
    ],
)
def test_a_quantity_is_asked_for_in_its_counter(ask, question, values):
    found = ask(question).values
    assert [(f"{value.quantity.number:f}", value.quantity.unit) for value in found] == values


@pytest.mark.parametrize("question", ["园区维护项目多少万元", "园区维护一共安排了多少钱"])
def test_what_is_bought_for_a_project_is_only_a_part_of_it(ask, question):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == ["180.00"]


def test_a_fund_of_a_project_is_its_row(ask):
    assert [f"{v.quantity.number:f}" for v in ask("园区维护项目的其他资金是多少").values] == ["30.00"]


ASSETS = Made(
    [
        ["项目", "数量", "价值（金额单位：万元）"],
        ["资产总额", "—", "180.00"],
        ["1、房屋（平方米）", "960", "90.00"],
        ["其中：办公用房（平方米）", "420", "40.00"],
        ["2、车辆（台、辆）", "8", "60.00"],
        ["3、单价在50万元以上的设备（台）", "1", "5.00"],
        ["4、其他固定资产", "126", "25.00"],
    ],
    over=("固定资产占用情况表", f"部门：{BODY}"),
)


@pytest.fixture(scope="module")
def ask_of_assets(tmp_path_factory):
    content = workbook(f"{BODY}2031年部门预算", ASSETS)
    with over(tmp_path_factory.mktemp("assets"), "made.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("有多少辆车", [("8", "辆")]),
        ("车辆的价值是多少", [("60.00", "万元")]),
        ("办公用房面积有多少平方米", [("420", "平方米")]),
        ("房屋价值多少万元", [("90.00", "万元")]),
        ("其他固定资产多少万元", [("25.00", "万元")]),
        ("固定资产是多少", []),
        ("其他固定资产有多少平方米", []),
    ],
)
def test_assets_are_counted_in_what_their_rows_say_and_worth_money(ask_of_assets, question, values):
    found = ask_of_assets(question).values
    assert [(f"{value.quantity.number:f}", value.quantity.unit) for value in found] == values
