"""Questions over the forms in which projects state what they aim at."""

import pytest
from made_aims import SCANS, TERM, UPKEEP, made_form
from made_grids import Made, pdf
from made_stores import over

from qa.answer import Status


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with over(
        tmp_path_factory.mktemp("aims"), "made.pdf", pdf("江海市档案馆2025年度部门预算", UPKEEP, SCANS)
    ) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("系统运行维护项目的年度资金总额是多少", "1200.00"),
        ("系统运行维护项目的预算是多少", "1200.00"),
        ("系统运行维护项目的财政拨款是多少", "1000.00"),
        ("馆藏数字化项目的预算是多少", "350.5"),
    ],
)
def test_the_money_of_a_form(ask, question, amount):
    values = ask(question).values
    assert [(f"{value.quantity.number:f}", value.quantity.unit) for value in values] == [(amount, "万元")]


FUNDS = Made(
    [
        ["收入", "", "支出", ""],
        ["项目", "预算数", "项目", "预算数"],
        ["一、财政拨款", "9000.00", "一、文化旅游体育与传媒支出", "9300.00"],
        ["二、其他资金", "300.00", "", ""],
        ["收入总计", "9300.00", "支出总计", "9300.00"],
    ],
    [(0, 0, 1, 0), (2, 0, 3, 0)],
    over=("收支总表", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask_beside_funds(tmp_path_factory):
    with over(
        tmp_path_factory.mktemp("funds"),
        "made.pdf",
        pdf("江海市档案馆2025年度部门预算", FUNDS, UPKEEP, SCANS),
    ) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("系统运行维护的财政拨款是多少", "1000.00万元"),
        ("系统运行维护的资金里财政拨款占百分之几", "83.33%"),
        ("财政拨款收入是多少", "9000.00万元"),
    ],
)
def test_the_money_of_a_form_beside_that_of_the_body(ask_beside_funds, question, first):
    values = ask_beside_funds(question).values
    assert [f"{value.quantity.number:f}{value.quantity.unit}" for value in values] == [first]


def test_the_aims_of_one_project_are_its_own_form(ask):
    answer = ask("馆藏数字化项目的绩效目标是什么")
    assert "质量指标 · 扫描差错率：≤2%（权重20）" in answer.text
    assert "系统运行维护" not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "馆藏数字化项目的满意度指标值是多少",
        "馆藏数字化项目的其他资金是多少",
        "馆藏数字化项目的数量指标值是多少",
        "馆藏数字化项目的数量指标是什么",
    ],
)
def test_what_a_form_does_not_state_is_declined(ask, question):
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("系统运行维护项目的数量指标有哪些", ["维护系统数量：≥12个", "巡检成本：≤50万元"]),
        ("系统运行维护项目的数量指标值是多少", ["维护系统数量：≥12个", "巡检成本：≤50万元"]),
        ("馆藏数字化项目的质量指标是什么", ["扫描差错率：≤2%"]),
    ],
)
def test_the_indicators_of_a_group(ask, question, told):
    answer = ask(question)
    assert [f"{indicator}（" in answer.text for indicator in told] == [True] * len(told)
    assert answer.text.count("· ") == len(told)
    assert answer.values == ()


@pytest.mark.parametrize(
    ("question", "project", "line", "aim"),
    [
        ("哪个项目有扫描差错率这个指标", "馆藏数字化", "质量指标 · 扫描差错率：≤2%", (2, "%")),
        ("维护系统数量的目标值是多少", "系统运行维护", "数量指标 · 维护系统数量：≥12个", (12, "个")),
    ],
)
def test_an_indicator_tells_its_project_and_its_figure(ask, question, project, line, aim):
    answer = ask(question)
    (value,) = answer.values
    assert (answer.items, (value.quantity.number, value.quantity.unit)) == ((project,), aim)
    assert line in answer.text


def test_a_group_of_the_first_level_holds_those_of_the_second(ask):
    text = ask("系统运行维护项目的产出指标有哪些").text
    assert "维护系统数量：≥12个" in text and "巡检成本：≤50万元" in text


def test_the_kind_of_a_project_is_no_other_project(ask):
    assert not ask("系统运行维护属于什么类别的项目").values


@pytest.fixture(scope="module")
def ask_over_years(tmp_path_factory):
    with over(
        tmp_path_factory.mktemp("term"), "made.pdf", pdf("江海市河道管理局2025年度部门预算", TERM)
    ) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("河道保洁项目的中期资金总额是多少", "900.00"),
        ("河道保洁项目年度资金里的财政拨款是多少", "280.00"),
        ("河道保洁项目的其他资金有多少万元", "20.00"),
    ],
)
def test_the_money_of_all_years_and_that_of_the_year(ask_over_years, question, amount):
    values = ask_over_years(question).values
    assert [(f"{value.quantity.number:f}", value.quantity.unit) for value in values] == [(amount, "万元")]


def test_a_label_is_also_said_without_its_project(ask_over_years):
    assert "项目负责人：周江" in ask_over_years("河道保洁项目的负责人是谁").text


def test_what_a_project_does_not_have_is_not_looked_up_without_it(ask_beside_funds):
    assert not ask_beside_funds("系统运行维护项目的文化旅游体育与传媒支出是多少").values


def test_the_label_of_the_money_alone_is_no_question_for_all_spending(ask):
    assert not ask("年度资金总额是多少").values


PATROLS = made_form(
    "水土保持监管经费",
    "80.00",
    "80.00",
    [
        ["", "产出指标", "数量指标", "现场检查建设项目", "≥80个", "15"],
        ["", "", "", "举办防汛演练", "2场", "10"],
        ["", "", "时效指标", "年度投资完成率", "≥95%", "10"],
    ],
)


@pytest.fixture(scope="module")
def ask_of_two(tmp_path_factory):
    with over(
        tmp_path_factory.mktemp("two"), "made.pdf", pdf("江海市档案馆2025年度部门预算", UPKEEP, PATROLS)
    ) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "line", "aims"),
    [
        ("水土保持监管经费要检查多少个建设项目", "现场检查建设项目：≥80个", ["80个"]),
        ("水土保持监管经费计划举办几场演练", "举办防汛演练：2场", ["2场"]),
        ("水土保持监管经费的年度投资完成率指标值是多少", "年度投资完成率：≥95%", ["95%"]),
        ("水土保持监管经费的实施单位是哪家", "实施单位：江海市档案馆", []),
        ("水土保持监管经费的总体目标是什么", "年度总体目标：保障档案安全。", []),
    ],
)
def test_what_one_project_states_in_the_words_of_the_question(ask_of_two, question, line, aims):
    answer = ask_of_two(question)
    assert line in answer.text
    assert [f"{value.quantity.number:f}{value.quantity.unit}" for value in answer.values] == aims
    assert len(answer.evidence) == 1


def test_the_words_are_looked_for_with_the_project_of_the_question_before(ask_of_two):
    answer = ask_of_two("它要检查多少个建设项目", ["水土保持监管经费的预算是多少"])
    assert "现场检查建设项目：≥80个" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "系统运行维护要检查多少个建设项目",
        "系统运行维护的现场检查建设项目是多少",
        "水土保持监管经费要检查多少个在建铁路项目",
    ],
)
def test_an_indicator_of_another_project_is_not_told_of_this_one(ask_of_two, question):
    answer = ask_of_two(question)
    assert "80" not in answer.text and answer.status is Status.NOT_FOUND
