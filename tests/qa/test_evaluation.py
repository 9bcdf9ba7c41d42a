from __future__ import annotations

import importlib.util
import itertools
from decimal import Decimal
from pathlib import Path

import pytest
from command_samples import json_values
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import GoldError
from qa.evaluation import Amount, Outcome, judge, parse_amount, parse_given, parse_gold

SCORER = Path(__file__).parents[3] / "shared" / "eval" / "score.py"

NUMBER = {"kind": "number", "values": [{"value": "55596", "unit": "万元"}], "tolerance": "0"}
NEAR = {"kind": "number", "values": [{"value": "1.5", "unit": "万元"}], "tolerance": "0.1"}
TWO = {"kind": "number", "values": [{"value": "3", "unit": "个"}, {"value": "20", "unit": "%"}]}
ANY_ORDER = {**TWO, "any_order": True}
LISTING = {"kind": "list", "items": ["办法", "条 例"], "forbidden": ["通知"]}
WORDING = {"kind": "text", "must_include": ["一网 通办"], "any_of": ["下降", "减少"]}
PLAIN_WORDING = {"kind": "text", "must_include": ["减少"]}
REFUSAL = {"kind": "refuse"}
EXPECTS = (NUMBER, NEAR, TWO, ANY_ORDER, LISTING, WORDING, PLAIN_WORDING, REFUSAL)

VALUES = (
    [],
    [{"value": "55596", "unit": "万元"}],
    [{"value": "555,960,000", "unit": "元"}],
    [{"value": 55596, "unit": "万元"}],
    [{"value": "5.5596", "unit": "亿元"}],
    [{"value": "55597", "unit": "万元"}],
    [{"value": "55596", "unit": "个"}],
    [{"value": "15999", "unit": "元"}],
    [{"value": "16001", "unit": "元"}],
    [{"value": "3", "unit": ""}, {"value": "20.0", "unit": "%"}],
    [{"value": "20", "unit": "%"}, {"value": "3", "unit": "项"}],
    [{"value": "3", "unit": "个"}, {"value": "20", "unit": "倍"}],
    [{"value": "3", "unit": "个"}] * 6 + [{"value": "20", "unit": "%"}],
    [{"value": "3"}, {"value": "20", "unit": "%"}, {"value": "many", "unit": "元"}],
    [{"unit": "万元"}],
    [{"value": None, "unit": "万元"}, {"value": "55596", "unit": "万元"}],
)
ITEMS = ([], ["管理办法", "某条例"], ["管理办 法", "某条例", "一个通知"], ["办法"])
TEXTS = (
    "",
    "一网通办\n减少了",
    "一网通办",
    "减 少",
    "一网通办减少" + "长" * 1494,
    "一网通办减少" + "长" * 1495,
)
QUOTES = ([], ["一网通办"], ["甲", "乙", "丙", "减少"], ["预算总额为 55,596万元", "减少"])
STATUSES = ("answered", "ambiguous", "not_found", "invalid", None)
EVIDENCE = ([], ["55,596 万元", "减少"], ["没有"])


def made_answers():
    """Answers over each field's values, the other fields in a sample of combinations."""
    fields = itertools.product(STATUSES, VALUES, ITEMS, TEXTS, QUOTES)
    for number, (status, values, items, text, quotes) in enumerate(fields):
        if number % 7 == 0:
            evidence = [{"quote": quote} for quote in quotes]
            yield {"status": status, "values": values, "items": items, "text": text, "evidence": evidence}


def gold(expect, evidence=()):
    return {"id": "g", "category": "c", "question": "q", "expect": expect, "evidence": list(evidence)}


def verdict(expect, answer, evidence=()):
    return judge(parse_gold(gold(expect, evidence)), parse_given(answer))


def outcome(expect, **answer):
    return verdict(expect, {"status": "answered", **answer}).outcome


def test_the_scorer_of_the_contract_agrees():
    if not SCORER.is_file():
        pytest.skip("the scorer of the contract is not beside the repository")
    spec = importlib.util.spec_from_file_location("score", SCORER)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    answers = list(made_answers())
    rights = 0
    for expect, evidence in itertools.product(EXPECTS, EVIDENCE):
        line = gold(expect, evidence)
        parsed = parse_gold(line)
        for answer in answers:
            mine = judge(parsed, parse_given(answer))
            theirs = score.judge(answer, line)
            assert (mine.outcome is Outcome.RIGHT, mine.wrong_number, mine.backed) == theirs, (line, answer)
            rights += theirs[0]
    assert 1000 < rights < len(answers) * len(EXPECTS) * len(EVIDENCE)


@pytest.mark.parametrize(
    ("expect", "values", "right"),
    [
        (NUMBER, [("55596", "万元")], True),
        (NUMBER, [("555960000.00", "元")], True),
        (NUMBER, [("55597", "万元")], False),
        (NUMBER, [("55596", "元")], False),
        (NUMBER, [("1", "万元"), ("55596", "万元")], False),
        (NUMBER, [("55596", "万元"), ("1", "元"), ("2", "元"), ("3", "元")], True),
        (NUMBER, [("55596", "万元"), ("1", "元"), ("2", "元"), ("3", "元"), ("4", "元")], False),
        (NEAR, [("1.6", "万元")], True),
        (NEAR, [("1.61", "万元")], False),
        (TWO, [("3", "项"), ("20", "%")], True),
        (TWO, [("20", "%"), ("3", "项")], False),
        (ANY_ORDER, [("20", "%"), ("3", "项")], True),
        (TWO, [("3", "项")], False),
    ],
)
def test_numbers(expect, values, right):
    given = [{"value": value, "unit": unit} for value, unit in values]
    assert (outcome(expect, values=given) is Outcome.RIGHT) is right


def test_lists():
    assert outcome(LISTING, items=["管理办\n法", "条例"]) is Outcome.RIGHT
    assert outcome(LISTING, items=["管理办法"]) is Outcome.WRONG
    assert outcome(LISTING, items=["管理办法", "条例", "通知"]) is Outcome.WRONG


def test_texts_and_their_quotes():
    assert outcome(WORDING, text="一网通办减少") is Outcome.RIGHT
    assert outcome(WORDING, text="一网通办", evidence=[{"quote": "下降"}]) is Outcome.RIGHT
    assert (
        outcome(WORDING, text="一网通办", evidence=[{"quote": "无"}] * 3 + [{"quote": "下降"}])
        is Outcome.WRONG
    )
    assert outcome(WORDING, text="一网通办减少" + "长" * 1494) is Outcome.RIGHT
    assert outcome(WORDING, text="一网通办减少" + "长" * 1495) is Outcome.WRONG


def test_right_wrong_and_declined_are_apart():
    wrong = verdict(NUMBER, {"status": "answered", "values": [{"value": "1", "unit": "万元"}]})
    assert (wrong.outcome, wrong.wrong_number) == (Outcome.WRONG, True)
    wordy = verdict(NUMBER, {"status": "answered", "text": "很多"})
    assert (wordy.outcome, wordy.wrong_number) == (Outcome.WRONG, False)
    declined = verdict(NUMBER, {"status": "not_found"})
    assert (declined.outcome, declined.wrong_number) == (Outcome.DECLINED, False)
    unanswered = judge(parse_gold(gold(REFUSAL)), None)
    assert (unanswered.outcome, unanswered.backed) == (Outcome.DECLINED, None)


def test_refusals():
    assert outcome(REFUSAL, status="not_found") is Outcome.RIGHT
    assert outcome(REFUSAL, status="invalid") is Outcome.RIGHT
    assert outcome(REFUSAL, status="not_found", items=["x"]) is Outcome.WRONG
    made_up = verdict(REFUSAL, {"status": "answered", "values": [{"value": "1", "unit": "元"}]})
    assert (made_up.outcome, made_up.wrong_number) == (Outcome.WRONG, True)


def test_evidence_is_one_of_the_strings_in_a_quote():
    answer = {"status": "answered", "text": "减少", "evidence": [{"quote": "总额为\n55,596 万元"}]}
    assert verdict(PLAIN_WORDING, answer, ["无", "55,596万元"]).backed is True
    assert verdict(PLAIN_WORDING, answer, ["无"]).backed is False
    assert verdict(PLAIN_WORDING, answer).backed is None


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ({"value": "1,234.5", "unit": "万元"}, Amount("money", Decimal(12345000))),
        ({"value": "2", "unit": "人次"}, Amount("count", Decimal(2))),
        ({"value": "2"}, Amount("count", Decimal(2))),
        ({"value": "2", "unit": "%"}, Amount("%", Decimal(2))),
        ({"value": "NaN", "unit": "元"}, None),
        ({"value": "-Infinity"}, None),
        ({"value": "1e999999999999", "unit": "亿元"}, None),
        ({"value": "-1e-999999999999", "unit": "元"}, None),
        ({"value": [1]}, None),
        ({}, None),
        ("55596", None),
    ],
)
def test_amounts_of_any_input(value, amount):
    assert parse_amount(value) == amount


@pytest.mark.parametrize("broken", [None, 5, "x", {"a": 1}, [None, 5, "x", {}], [[]]])
@pytest.mark.parametrize("field", ["status", "text", "values", "items", "evidence", "elapsed_ms"])
def test_broken_answers_are_scored_and_never_right(field, broken):
    answer = {"status": "answered", "values": [{"value": "1", "unit": "万元"}], field: broken}
    for expect in (NUMBER, LISTING, WORDING, REFUSAL):
        assert verdict(expect, answer, ["a"]).outcome is not Outcome.RIGHT


@given(answer=json_values().filter(lambda value: isinstance(value, dict)), expect=st.sampled_from(EXPECTS))
def test_any_answer_is_scored(answer, expect):
    scored = verdict(expect, answer, ["a"])
    assert not (scored.wrong_number and scored.outcome is not Outcome.WRONG)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({}, "id or question is missing"),
        ({"id": 1, "question": 2, "expect": NUMBER}, "id or question is missing"),
        ({"id": 1, "question": "q"}, "expect is not an object"),
        (gold({"kind": "poem"}), "expect.kind is 'poem'"),
        (gold({"kind": "number", "values": []}), "expect.values or expect.tolerance cannot be read"),
        (gold({**NUMBER, "tolerance": "some"}), "expect.values or expect.tolerance cannot be read"),
        (gold({"kind": "number", "values": [{"value": "x"}]}), "expect.values has no number"),
    ],
)
def test_gold_that_cannot_be_scored_names_the_field(line, message):
    with pytest.raises(GoldError, match=message):
        parse_gold(line)
