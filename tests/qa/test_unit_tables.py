"""Tables over the units of a body: a row of a unit is asked for by its name, the body's own row names the body."""

import pytest
from made_grids import Made, workbook
from made_stores import over

from corpus import read_document
from index import Store
from qa.answer import Status
from qa.engine import Engine

TITLE = "江海市水文中心2024年单位预算"
OVER = ("单位名称：江海市水文中心", "单位：万元")
INCOME = Made(
    [
        ["单位编码", "单位名称", "合计", "本年收入", "上年结转"],
        ["", "合计", "1300.00", "1200.00", "100.00"],
        ["126", "江海市水利局", "1300.00", "1200.00", "100.00"],
        ["126017", "江海市水文中心", "900.00", "850.00", "50.00"],
        ["126018", "江海市水文站", "400.00", "350.00", "50.00"],
    ],
    over=("2024年单位收入预算总表", *OVER),
)
BASIC = Made(
    [
        ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
        ["", "合计", "560.00", "500.00", "60.00"],
        ["301", "工资福利支出", "500.00", "500.00", ""],
        ["302", "商品和服务支出", "60.00", "", "60.00"],
        ["30206", "电费", "56.00", "", "56.00"],
        ["30201", "办公费", "4.00", "", "4.00"],
    ],
    over=("2024年单位一般公共预算基本支出表", *OVER),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with over(tmp_path_factory.mktemp("units"), "units.xlsx", workbook(TITLE, INCOME, BASIC)) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("江海市水文中心2024年电费预算多少", ["56.00万元"]),
        ("江海市水文中心2024年办公费和电费合计", ["60.00万元"]),
        ("江海市水文中心2024年电费比办公费多多少", ["52.00万元"]),
        ("江海市水文中心2024年江海市水文站的上年结转", ["50.00万元"]),
    ],
)
def test_the_own_row_names_the_body(ask, question, values):
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in ask(question).values] == values


FUNDS = Made(
    [
        ["单位编码", "单位名称", "合计", "一般公共预算", "政府性基金预算", "其他收入"],
        ["", "合计", "1330.00", "1000.00", "300.00", "30.00"],
        ["127001", "江海市河道站", "930.00", "600.00", "300.00", "30.00"],
        ["127002", "江海市水闸站", "400.00", "400.00", "", ""],
    ],
    over=("2024年部门收入预算总表", "单位：万元"),
)
PUBLIC = Made(
    [
        ["单位编码", "单位名称", "合计", "因公出国（境）费", "公务接待费", "公务用车运行维护费"],
        ["", "合计", "12.00", "0.00", "3.00", "9.00"],
        ["127001", "江海市河道站", "8.00", "0.00", "2.00", "6.00"],
        ["127003", "江海市泵站", "4.00", "0.00", "1.00", "3.00"],
    ],
    over=("2024年“三公”经费支出预算表", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask_over_units(tmp_path_factory):
    title = "江海市河湖局2024年部门预算"
    with over(tmp_path_factory.mktemp("parts"), "parts.xlsx", workbook(title, FUNDS, PUBLIC)) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("江海市河道站2024年政府性基金预算收入是多少", "300.00万元"),
        ("江海市水闸站2024年一般公共预算收入是多少", "400.00万元"),
        ("江海市泵站2024年三公经费预算是多少", "4.00万元"),
        ("江海市泵站2024年公务接待费是多少", "1.00万元"),
    ],
)
def test_the_funds_and_the_three_public_expenses_of_a_unit(ask_over_units, question, value):
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in ask_over_units(question).values] == [value]


@pytest.mark.parametrize("asked", ["支出预算总额是多少", "收入总额是多少", "预算多少"])
def test_what_a_unit_spends_on_three_public_expenses_is_not_its_budget(ask_over_units, asked):
    assert ask_over_units(f"江海市泵站2024年{asked}").values == ()


def test_a_unit_is_asked_for_among_documents_of_other_bodies(tmp_path):
    store = Store.open(tmp_path / "store")
    other = [[cell.replace("江海市", "山城市") for cell in row] for row in INCOME.rows]
    for name, title, table in (
        ("one", TITLE, INCOME),
        ("two", TITLE.replace("江海市", "山城市"), Made(other, over=INCOME.over[:1])),
    ):
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(workbook(title, table))
        store.add(read_document(path))
    answer = Engine(store).ask("江海市水文站2024年合计多少万元")
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in answer.values][:1] == ["400.00万元"]
    assert Engine(store).ask("江海市气象站2024年合计多少万元").status is Status.NOT_FOUND
