"""Questions over a department's budget: its units, its projects, the year before, one document among several."""

from decimal import Decimal

import pytest
from made_grids import word, workbook
from made_units import BODY, DEPARTMENT, PROSE

from corpus import read_document
from index import Store
from qa.answer import Status
from qa.engine import Engine

OTHER = ("海东市林业局2024年部门预算", "一、主要职责", "海东市林业局负责全市林业工作。")


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    folder = tmp_path_factory.mktemp("units")
    store = Store.open(folder / "store")
    for name, content in (
        ("tables.xlsx", workbook(*DEPARTMENT)),
        ("prose.txt", PROSE.encode()),
        ("other.docx", word(*OTHER)),
    ):
        path = folder / name
        path.write_bytes(content)
        store.add(read_document(path))
    yield Engine(store)
    store.close()


def figures(answer):
    return [(value.quantity.number, value.quantity.unit) for value in answer.values]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (f"{BODY}2024年水利工程运行与维护支出多少万元", "80.00"),
        ("江海市河道管护中心2024年水利工程运行与维护支出多少万元", "40.00"),
        ("2024年江海市河道管护中心的水利工程运行与维护支出多少万元", "40.00"),
        (f"{BODY}机关2024年支出合计多少万元", "90.00"),
        ("河道管护中心2024年项目支出是多少", "25.00"),
        ("管护中心2024年项目支出是多少", "25.00"),
        (f"{BODY}2024年收入总计多少万元", "130.00"),
        ("防洪堤加固安排了多少钱", "40.00"),
        ("防洪堤加固用了多少上年结转资金", "10.00"),
        (f"{BODY}哪个项目花钱最多", "40.00"),
        (f"{BODY}哪个单位2024年支出最多", "90.00"),
        (f"{BODY}2023年公务接待费预算是多少万元", "1.50"),
        (f"{BODY}2023年项目支出预算是多少万元", "60.00"),
        (f"{BODY}2024年机关运行经费预算", "20.00"),
        (f"{BODY}2024年公务接待费比2023年减少多少万元", "0.30"),
        (f"{BODY}部门和本级2024年的项目支出相差多少万元", "25.00"),
        (f"{BODY}2024年政府采购货物中一般公共预算资金多少万元", "4.00"),
    ],
)
def test_a_figure_is_found(engine, question, number):
    assert figures(engine.ask(question))[:1] == [(Decimal(number), "万元")]


def test_what_a_unit_does_not_have_is_not_looked_up_without_it(engine):
    answer = engine.ask("江海市河道管护中心2024年行政运行支出多少万元")
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("before", "question", "number"),
    [
        (f"{BODY}2024年公务用车加油预算多少", "那维修呢", "3.00"),
        ("江海市河道管护中心2024年支出合计多少万元", "那本级呢", "90.00"),
    ],
)
def test_a_follow_up_is_about_what_is_named_like_the_last_thing(engine, before, question, number):
    assert figures(engine.ask(question, [before]))[:1] == [(Decimal(number), "万元")]


def test_a_cause_in_the_next_sentence_is_told(engine):
    assert "新增防洪堤加固项目" in engine.ask(f"{BODY}2024年项目支出增加的原因是什么").text


@pytest.mark.parametrize(
    ("question", "count"),
    [(f"{BODY}有多少辆车", "17台"), (f"{BODY}机关行政编制多少人", "45人")],
)
def test_what_is_counted_is_asked_for_in_other_words(engine, question, count):
    (value,) = engine.ask(question).values
    assert f"{value.quantity.number}{value.quantity.unit}" == count


def test_a_list_in_a_sentence_is_listed(engine):
    assert engine.ask(f"{BODY}下属有哪些事业单位").items == ("河道管护中心", "水文服务站")


def test_the_value_of_an_indicator_is_told_in_its_words(engine):
    assert "≥12公里" in engine.ask("河道清淤的清淤长度指标值是多少").text


def test_what_a_project_aims_at_is_in_its_form(engine):
    assert "3.6公里" in engine.ask("防洪堤加固的数量指标是什么").text
