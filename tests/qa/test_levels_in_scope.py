"""Whose account is meant where a body has its own beside that of its department: 单位预算, 部门预算."""

import pytest
from made_stores import of_texts

BODY = "江海市民政局"


def account(body, level, amount):
    return (
        f"{body}2028年{level}预算\n一、“三公”经费\n"
        f"2028年{body}“三公”经费预算{amount}万元，比2027年预算增加1.50万元。\n"
    )


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    texts = account(BODY, "部门", "35.40"), account(f"{BODY}（本级）", "单位", "12.80")
    with of_texts(tmp_path_factory.mktemp("levels"), *texts) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("江海市民政局2028年单位预算的三公经费", ["12.80"]),
        ("江海市民政局2028年部门预算的三公经费", ["35.40"]),
        ("江海市民政局2028年部门预算和民政局本级单位预算，三公经费相差多少万元", ["22.60"]),
    ],
)
def test_the_level_that_is_named_is_the_accounts(ask, question, amounts):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == amounts


def test_a_level_does_not_choose_between_plan_and_outcome(tmp_path):
    plan = account(BODY, "单位", "35.40")
    outcome = account(BODY, "部门", "31.20").replace("预算", "决算")
    with of_texts(tmp_path, plan, outcome) as engine:
        (value,) = engine.ask("江海市民政局2028年部门预算的三公经费").values
    assert f"{value.quantity.number:f}" == "35.40"


def test_two_levels_are_no_two_years(ask):
    assert "1.50" not in ask("江海市民政局2028年单位预算和部门预算的三公经费相差多少").text


@pytest.mark.parametrize("then", ["那本级呢", "本级是多少"])
def test_a_follow_up_goes_on_with_the_body_itself(ask, then):
    answer = ask(then, history=("江海市民政局2028年三公经费预算是多少",))
    assert [f"{value.quantity.number:f}" for value in answer.values] == ["12.80"]
