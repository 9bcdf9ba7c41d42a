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
