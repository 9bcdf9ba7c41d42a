"""Questions for the budget of two years, over the final accounts that state it beside the outcome."""

import pytest
from made_grids import Made, workbook
from made_stores import Store, read_document

from qa.answer import Status
from qa.engine import Engine

BODY = "江海市档案馆"


def account(year, *amounts):
    parts = ["合计", "公务用车运行费", "公务接待费"]
    table = Made(
        [["预算数", "", "", "决算数", "", ""], [*parts, *parts], [*amounts]],
        [(0, 0, 2, 0), (3, 0, 5, 0)],
        over=("财政拨款“三公”经费支出决算表", f"部门：{BODY}", "单位：万元"),
    )
    return workbook(f"{BODY}{year}年度部门决算", table)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("years")
    store = Store.open(folder / "store")
    for year, amounts in (
        (2027, ("46.00", "31.00", "15.00", "40.00", "28.00", "12.00")),
        (2028, ("43.00", "26.00", "17.00", "41.00", "25.00", "16.00")),
    ):
        path = folder / f"{BODY}{year}年度部门决算.xlsx"
        path.write_bytes(account(year, *amounts))
        store.add(read_document(path))
    yield Engine(store).ask
    store.close()


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("三公经费预算数，2028年比2027年少多少", "3.00"),
        ("2028年公务接待费预算数比2027年增加多少万元", "2.00"),
        ("2028年三公经费年初预算比2027年减少多少", "3.00"),
        ("2028年三公经费决算比2027年增加多少", "1.00"),
        ("2028年三公经费决算比预算少多少", "2.00"),
        ("2027年公务接待费预算数比2028年少多少万元", "2.00"),
        ("2027年三公经费决算比2028年少多少", "1.00"),
        ("2028年三公经费决算比2027年高百分之几", "2.50"),
    ],
)
def test_the_stage_that_is_named_is_that_of_both_years(ask, question, amount):
    (value,) = ask(question).values
    assert f"{value.quantity.number:f}" == amount


def test_the_outcome_of_one_year_is_not_held_against_the_budget_of_another(ask):
    assert ask("2028年公务接待费决算比2027年预算少多少").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["本级比部门三公经费少多少", "2028年三公经费和会务费相差多少"])
def test_what_is_held_against_no_year_is_no_change_against_the_year_before(ask, question):
    assert not ask(question).values


def test_a_year_is_not_held_against_itself(ask):
    assert ask("三公经费决算比2028年多多少").status is Status.NOT_FOUND
