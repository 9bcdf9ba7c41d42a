from __future__ import annotations

import json
from dataclasses import replace

import pytest
from command_samples import ANSWER, NAME, QUOTE, FakeEngine

from qa import cli
from qa.answer import Answer, Status, as_json
from qa.cli import main


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    fake = FakeEngine()
    monkeypatch.setattr(cli, "open_engine", lambda _: fake)
    return fake


def test_json_is_the_answer_object_on_one_line(engine, capsys):
    assert main(["ask", "租赁费多少", "--json"]) == 0
    out, err = capsys.readouterr()
    assert (json.loads(out), err) == (as_json(ANSWER), "")
    assert out.count("\n") == 1
    assert engine.asked == [("租赁费多少", (), None)]


def test_json_with_explain_has_the_links(capsys):
    assert main(["ask", "租赁费多少", "--json", "--explain"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["links"] == ["租赁费 → name 租赁费 (row)"]
    assert answer["query"] == {"operation": "lookup"}


def test_words_without_quotation_marks_are_one_question(engine):
    assert main(["ask", "budget", "of", "2021", "--document", "示例"]) == 0
    assert engine.asked == [("budget of 2021", (), "示例")]


def test_a_person_sees_text_derivation_sources_and_choices(capsys):
    assert main(["ask", "租赁费多少"]) == 0
    assert capsys.readouterr().out == (
        "**租赁费** 1,200.50 万元\n"
        "\n推导\n  1,000.50 + 200.00 = 1,200.50 万元\n"
        f"\n来源\n  {NAME}  第 8 行\n    支出预算表 › 租赁费 › 合计\n    “{QUOTE}”\n"
        "\n可以接着问\n  物业管理费多少\n"
    )


def test_labels_follow_the_question_and_a_page_is_named(engine, capsys):
    evidence = replace(ANSWER.evidence[0], lines=None, page=3, section=(), table=None, row=None, column=None)
    engine.answer = replace(ANSWER, question="rent?", evidence=(evidence,), choices=(), derivation=())
    assert main(["ask", "rent?"]) == 0
    assert (
        capsys.readouterr().out == f"**租赁费** 1,200.50 万元\n\nSources\n  {NAME}  page 3\n    “{QUOTE}”\n"
    )


def test_many_sources_are_cut_for_a_person(engine, capsys):
    engine.answer = replace(ANSWER, evidence=ANSWER.evidence * 13)
    assert main(["ask", "租赁费多少"]) == 0
    out = capsys.readouterr().out
    assert out.count(QUOTE) == 10
    assert "… 另有 3 处，用 --json 看全部" in out


def test_explain_prints_links_and_query(capsys):
    assert main(["ask", "租赁费多少", "--explain"]) == 0
    out = capsys.readouterr().out
    assert out.endswith('\n词语\n  租赁费 → name 租赁费 (row)\n\n查询\n{\n  "operation": "lookup"\n}\n')


def test_a_declined_question_exits_0(engine, capsys):
    engine.answer = Answer("天气", Status.NOT_FOUND, "文中没有。")
    assert main(["ask", "天气"]) == 0
    assert capsys.readouterr() == ("文中没有。\n", "")


def test_an_unknown_document_exits_2(capsys):
    assert main(["ask", "租赁费", "--document", "没有"]) == 2
    assert capsys.readouterr() == ("", "budget-qa: error: no document is called '没有'; list them\n")


def test_the_text_cannot_steer_the_terminal_and_lone_surrogates_are_written(engine, capsys):
    engine.answer = replace(ANSWER, text="a\x1b]0;title\x07\ud800", evidence=(), derivation=(), choices=())
    assert main(["ask", "租赁费"]) == 0
    mark = "\N{REPLACEMENT CHARACTER}"
    assert capsys.readouterr().out == f"a{mark}]0;title{mark}\\ud800\n"
    assert main(["ask", "租赁费", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == engine.answer.text


def test_a_terminal_gets_rendered_markdown(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert main(["ask", "租赁费多少"]) == 0
    assert "\x1b[1m租赁费\x1b[0m 1,200.50 万元" in capsys.readouterr().out


def test_no_color_is_heeded(engine, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    engine.answer = replace(ANSWER, text="`code` 文")
    assert main(["ask", "租赁费多少"]) == 0
    assert "\x1b[3" not in capsys.readouterr().out
