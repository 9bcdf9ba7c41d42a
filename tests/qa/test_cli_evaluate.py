from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from command_samples import ANSWER, QUOTE, FakeEngine

from qa import cli
from qa.answer import Answer, Status
from qa.cli import main

EXAMPLES = Path(__file__).parents[1] / "gold" / "examples.jsonl"


def number(identity, value, **more):
    expect = {"kind": "number", "values": [{"value": value, "unit": "万元"}]}
    return {"id": identity, "category": "lookup", "question": f"问{identity}", "expect": expect, **more}


GOLD = (
    number("right", "1200.5", evidence=["1,200.50"], history=["前"]),
    number("unbacked", "1200.5", evidence=["没有"]),
    number("wrong", "7"),
    number("declined", "7"),
    {"id": "refused", "category": "refuse", "question": "问refused", "expect": {"kind": "refuse"}},
    number("lost", "7", document="没有"),
)
DECLINED = Answer("q", Status.NOT_FOUND, "文中没有。", elapsed_ms=9.0)


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    fake = FakeEngine()
    ask = fake.ask

    def varied(question, history=(), document=None):
        ask(question, history, document)
        return DECLINED if question in ("问declined", "问refused") else ANSWER

    fake.ask = varied
    monkeypatch.setattr(cli, "open_engine", lambda _: fake)
    return fake


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in GOLD), "utf-8")
    return path


def test_the_report_as_json(engine, gold, capsys):
    assert main(["evaluate", str(gold), "--json"]) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert {key: report[key] for key in ("total", "right", "wrong", "declined", "wrong_numbers")} == {
        "total": 6,
        "right": 3,
        "wrong": 1,
        "declined": 2,
        "wrong_numbers": 1,
    }
    assert (report["accuracy"], report["wrong_number_rate"]) == (0.5, 0.1667)
    assert report["evidence"] == {"hits": 1, "asked": 2}
    assert report["elapsed_ms"] == {"p50": 1.25, "p95": 9.0}
    assert list(report["categories"]) == ["lookup", "refuse"]
    assert report["categories"]["refuse"] == {
        "total": 1,
        "right": 1,
        "wrong": 0,
        "declined": 0,
        "wrong_numbers": 0,
        "accuracy": 1.0,
        "wrong_number_rate": 0.0,
        "evidence": {"hits": 0, "asked": 0},
        "elapsed_ms": {"p50": 9.0, "p95": 9.0},
    }
    assert [failure["id"] for failure in report["failures"]] == ["wrong", "declined", "lost"]
    assert err == "budget-qa: lost: no document is called '没有'; list them\n"
    assert engine.asked[0] == ("问right", ("前",), None)


def test_the_report_for_a_person(gold, capsys):
    assert main(["evaluate", str(gold)]) == 0
    out = capsys.readouterr().out
    rows = [[part.strip() for part in line.split("│")[1:-1]] for line in out.splitlines() if "│" in line]
    assert rows == [
        ["lookup", "5", "2", "1", "2", "1", "40.0%", "1/2", "1.2", "9.0"],
        ["refuse", "1", "1", "0", "0", "0", "100.0%", "0/0", "9.0", "9.0"],
        ["全部", "6", "3", "1", "2", "1", "50.0%", "1/2", "1.2", "9.0"],
    ]
    assert "错数 wrong [lookup] 问wrong\n     → answered：**租赁费**1,200.50万元\n" in out
    assert "拒答 lost [lookup] 问lost\n     → no answer\n" in out


def test_another_systems_answers(gold, tmp_path, capsys, monkeypatch):
    def no_engine(_):
        raise AssertionError("the engine is not needed")

    monkeypatch.setattr(cli, "open_engine", no_engine)
    answers = tmp_path / "answers.jsonl"
    given = [
        {"id": "right", "status": "answered", "values": [{"value": "9", "unit": "万元"}]},
        {"id": "right", "status": "answered", "values": [{"value": 1200.5, "unit": "万元"}]},
        {"id": "refused", "status": "invalid", "elapsed_ms": 3},
        {"id": "nobody asked"},
    ]
    answers.write_text("\ufeff" + "\n".join(map(json.dumps, given)), "utf-8")
    assert main(["evaluate", str(gold), "--answers", str(answers), "--json"]) == 0
    out, err = capsys.readouterr()
    report = json.loads(out)
    assert (report["right"], report["wrong"], report["declined"]) == (2, 0, 4)
    assert report["elapsed_ms"] == {"p50": 3.0, "p95": 3.0}
    assert err == f"budget-qa: {answers}: 4 of 6 questions have no answer; they count as declined\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "holds no question"),
        ("{", "line 1: not JSON"),
        ('{"id": 1}', "line 1: id or question is missing"),
        ("[]", "line 1: not a JSON object"),
    ],
)
def test_a_gold_file_that_cannot_be_scored_exits_2(content, message, tmp_path, capsys):
    path = tmp_path / "gold.jsonl"
    path.write_text(content, "utf-8")
    assert main(["evaluate", str(path)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert message in err


def test_answers_that_are_no_objects_exit_2(gold, tmp_path, capsys):
    answers = tmp_path / "answers.jsonl"
    answers.write_text('{"id": 1}\nnonsense\n', "utf-8")
    assert main(["evaluate", str(gold), "--answers", str(answers)]) == 2
    assert "answers.jsonl line 2: not JSON" in capsys.readouterr().err


def test_a_missing_file_exits_2(gold, tmp_path, capsys):
    assert main(["evaluate", str(tmp_path / "none")]) == 2
    assert main(["evaluate", str(gold), "--answers", str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err.count("cannot be read (No such file or directory)") == 2


def test_many_failures_are_cut_for_a_person(tmp_path, capsys):
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(number(str(n), "7")) for n in range(23)), "utf-8")
    assert main(["evaluate", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.count("\n错数 ") == 20
    assert "… 另有 3 题未答对，用 --json 看全部" in out


def test_the_examples_are_gold(engine, capsys):
    engine.ask = lambda question, *_: replace(DECLINED, question=question)
    assert main(["evaluate", str(EXAMPLES), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert (report["total"], report["right"], report["wrong"], report["declined"]) == (72, 12, 0, 60)
    assert QUOTE not in json.dumps(report)
