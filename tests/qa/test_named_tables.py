"""Questions that name the table which they want a figure of."""

from decimal import Decimal

import pytest
from made_grids import Made, workbook
from made_stores import over

from corpus import read_document
from index import Store
from qa.answer import Status
from qa.engine import Engine

BODY = "江海市粮食局"
ALL = Made(
    [
        ["收入", "", "支出", ""],
        ["项目", "预算数", "项目", "预算数"],
        ["一、财政拨款收入", "400.00", "一、农林水支出", "450.00"],
        ["二、事业收入", "60.00", "二、住房保障支出", "20.00"],
        ["本年收入合计", "460.00", "本年支出合计", "470.00"],
        ["上年结转", "30.00", "结转下年", "20.00"],
        ["收入总计", "490.00", "支出总计", "490.00"],
    ],
    spans=[(0, 0, 1, 0), (2, 0, 3, 0)],
    over=("2031年部门收支总表", "单位：万元"),
)
FUND = Made(
    [
        ["收入", "", "支出", "", ""],
        ["项目", "预算数", "项目", "合计", "一般公共预算财政拨款"],
        ["一、一般公共预算财政拨款", "400.00", "一、农林水支出", "395.00", "395.00"],
        ["二、政府性基金预算财政拨款", "", "二、住房保障支出", "18.00", "18.00"],
        ["本年收入合计", "400.00", "本年支出合计", "413.00", "413.00"],
        ["年初财政拨款结转和结余", "25.00", "年末财政拨款结转和结余", "12.00", "12.00"],
        ["一般公共预算财政拨款", "25.00", "", "", ""],
        ["总计", "425.00", "总计", "425.00", "425.00"],
    ],
    spans=[(0, 0, 1, 0), (2, 0, 4, 0)],
    over=("2031年财政拨款收支总表", "单位：万元"),
)
CHANGES = Made(
    [
        ["科目名称", "2030年执行数", "2031年预算数", "增减额", "增减%"],
        ["农林水支出", "380.00", "395.00", "15.00", "3.95"],
        ["住房保障支出", "20.00", "18.00", "-2.00", "-10.00"],
        ["合计", "400.00", "413.00", "13.00", "3.25"],
    ],
    over=("2031年一般公共预算支出表", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(f"{BODY}2031年部门预算", ALL, FUND, CHANGES)
    with over(tmp_path_factory.mktemp("named"), f"{BODY}2031年部门预算.xlsx", content) as engine:
        yield engine.ask


def figures(answer):
    return [f"{value.quantity.number}{value.quantity.unit}" for value in answer.values]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("财政拨款收支总表里本年收入合计是多少", "400.00万元"),
        ("《财政拨款收支总表》里本年支出合计是多少", "413.00万元"),
        ("《财政拨款收支总表》的支出总计", "425.00万元"),
        ("收支总表里本年支出合计是多少", "470.00万元"),
        ("《部门收支总表》的支出总计", "490.00万元"),
        ("财政拨款收入总计是多少", "425.00万元"),
        ("《财政拨款收支总表》里住房保障支出是多少", "18.00万元"),
        ("一般公共预算财政拨款收入是多少", "400.00万元"),
        ("年初财政拨款结转和结余里一般公共预算财政拨款是多少", "25.00万元"),
        ("《一般公共预算支出表》里住房保障支出的增减%是多少", "10.00%"),
        ("农林水支出增减百分比", "3.95%"),
    ],
)
def test_the_figure_is_the_tables_own(ask, question, number):
    assert figures(ask(question))[:1] == [number]


def test_what_a_named_table_does_not_have_is_not_taken_from_another(ask):
    answer = ask("《财政拨款收支总表》里事业收入是多少")
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())


def test_a_table_that_one_of_two_documents_has_tells_which_is_meant(tmp_path):
    outcome = Made(
        [["项目", "决算数"], ["农林水支出", "440.00"], ["合计", "440.00"]],
        over=("支出决算表", "单位：万元"),
    )
    store = Store.open(tmp_path / "store")
    for stage, made in (("预算", ALL), ("决算", outcome)):
        path = tmp_path / f"{BODY}2031年部门{stage}.xlsx"
        path.write_bytes(workbook(f"{BODY}2031年部门{stage}", made))
        store.add(read_document(path))
    answer = Engine(store).ask(f"{BODY}2031年部门收支总表里农林水支出是多少")
    store.close()
    assert [value.quantity.number for value in answer.values] == [Decimal("450.00")]


NUMBERED = (
    Made(
        [["项目", "合计"], ["办公费", "30.00"], ["培训费", "12.00"], ["合计", "42.00"]],
        over=("公开06表", "财政拨款基本支出预算表", "单位：万元"),
    ),
    Made(
        [["项目", "合计"], ["办公费", "28.00"], ["培训费", "9.00"], ["合计", "37.00"]],
        over=("公开08表", "一般公共预算基本支出预算表", "单位：万元"),
    ),
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("公开06表里培训费是多少", ["12.00万元"]),
        ("公开08表里培训费是多少", ["9.00万元"]),
        ("公开8表中的办公费", ["28.00万元"]),
        ("培训费（公开06表）是多少万元", ["12.00万元"]),
        ("公开07表里培训费是多少", []),
    ],
)
def test_a_table_is_named_by_its_number(tmp_path, question, number):
    content = workbook(f"{BODY}2031年部门预算", *NUMBERED)
    with over(tmp_path, f"{BODY}2031年部门预算.xlsx", content) as engine:
        assert figures(engine.ask(question)) == number
