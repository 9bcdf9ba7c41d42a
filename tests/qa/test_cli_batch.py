from __future__ import annotations

import io
import json
import os
import resource
import sys

import pytest
from command_samples import FakeEngine, json_values
from hypothesis import given
from hypothesis import strategies as st

from qa import cli
from qa.cli import main
from qa.commands.batch import answer_line
from qa.commands.lines import open_writer
from qa.commands.terminal import as_line
from qa.errors import FileError


@pytest.fixture(autouse=True)
def engine(monkeypatch):
    fake = FakeEngine()
    monkeypatch.setattr(cli, "open_engine", lambda _: fake)
    return fake


def answers(text):
    return [json.loads(line) for line in text.splitlines()]


def batch(tmp_path, content: bytes):
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_bytes(content)
    assert main(["batch", str(questions), "-o", str(out)]) == 0
    return answers(out.read_text("utf-8"))


def test_answers_come_in_order_with_their_ids(engine, tmp_path):
    lines = [
        {"id": "a", "question": "一", "history": ["零"], "document": "示例", "more": 1},
        {"id": 7, "question": "二", "history": None, "document": None},
        {"question": ""},
    ]
    content = "\ufeff" + "\r\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    got = batch(tmp_path, content.encode())
    assert [answer["id"] for answer in got] == ["a", 7, None]
    assert [answer["status"] for answer in got] == ["answered"] * 3
    assert list(got[0])[:4] == ["id", "question", "status", "text"]
    assert engine.asked == [("一", ("零",), "示例"), ("二", (), None), ("", (), None)]


@pytest.mark.parametrize(
    ("line", "identity", "reason"),
    [
        (b'{"id": 1, "question": ', None, "not JSON"),
        (b'["question"]', None, "not a JSON object"),
        (b'"question"', None, "not a JSON object"),
        (b"\xff\xfe{", None, "not UTF-8"),
        (b"[" * 100_000, None, "nested too deeply"),
        (b'{"id": NaN, "question": "q"}', None, "not a number of JSON"),
        (b'{"id": 1e999, "question": "q"}', None, "not a number of JSON"),
        (b'{"id": ' + b"9" * 5000 + b"}", None, "not JSON"),
        (b'{"id": 1}', 1, "question is missing"),
        (b'{"id": 1, "question": null}', 1, "question is missing"),
        (b'{"id": 1, "question": 5}', 1, "question is not a text"),
        (b'{"id": [2], "question": "q", "history": "h"}', [2], "history is not a list of texts"),
        (b'{"id": "x", "question": "q", "history": [1]}', "x", "history is not a list of texts"),
        (b'{"id": 1, "question": "q", "document": 3}', 1, "document is not a text"),
        ('{"id": 1, "question": "q", "document": "没有"}'.encode(), 1, "no document is called"),
    ],
)
def test_a_bad_line_is_an_invalid_answer_and_the_run_goes_on(tmp_path, line, identity, reason):
    got = batch(tmp_path, b'{"id": 0, "question": "a"}\n' + line + b'\n{"id": 2, "question": "b"}\n')
    assert [answer["status"] for answer in got] == ["answered", "invalid", "answered"]
    assert [answer["id"] for answer in got] == [0, identity, 2]
    assert "第 2 行" in got[1]["text"]
    assert reason in got[1]["text"]
    assert (got[1]["values"], got[1]["items"]) == ([], [])


@given(line=st.binary() | st.text().map(str.encode) | json_values().map(lambda v: json.dumps(v).encode()))
def test_any_line_gives_a_well_formed_answer(line):
    answer = json.loads(as_line(answer_line(FakeEngine().ask, 1, line)))
    assert list(answer)[:3] == ["id", "question", "status"]
    assert answer["status"] in ("answered", "invalid")


def test_a_lone_surrogate_passes_through(engine, tmp_path):
    got = batch(tmp_path, b'{"id": "\\ud800", "question": "q\\udfff"}')
    assert got[0]["id"] == "\ud800"
    assert engine.asked == [("q\udfff", (), None)]


def test_standard_input_and_output(monkeypatch, capsys):
    content = io.BytesIO('{"id": "a", "question": "一"}\n'.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(content))
    assert main(["batch", "-"]) == 0
    out, err = capsys.readouterr()
    assert [answer["id"] for answer in answers(out)] == ["a"]
    assert err == ""


def test_answers_are_written_as_they_come(engine, tmp_path):
    questions, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    questions.write_text('{"id": 1, "question": "a"}\n{"id": 2, "question": "b"}\n', "utf-8")
    answer_one = engine.ask

    def ask(question, history=(), document=None):
        if question == "b":
            assert [answer["id"] for answer in answers(out.read_text("utf-8"))] == [1]
            raise KeyboardInterrupt
        return answer_one(question, history, document)

    engine.ask = ask
    assert main(["batch", str(questions), "-o", str(out)]) == 130
    assert [answer["id"] for answer in answers(out.read_text("utf-8"))] == [1]


def test_an_empty_file_gives_no_answers(tmp_path):
    assert batch(tmp_path, b"") == []


@pytest.mark.parametrize("name", ["missing.jsonl", "."])
def test_questions_that_cannot_be_read_exit_2(tmp_path, name, capsys):
    assert main(["batch", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"budget-qa: error: {tmp_path / name}: cannot be read (")
    assert err.count("\n") == 1


def test_answers_that_cannot_be_written_exit_2(tmp_path, capsys):
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"question": "a"}', "utf-8")
    assert main(["batch", str(questions), "-o", str(tmp_path / "none" / "a.jsonl")]) == 2
    assert "cannot be written (No such file or directory)" in capsys.readouterr().err


def test_the_questions_are_never_overwritten(tmp_path, capsys):
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"question": "a"}', "utf-8")
    os.link(questions, tmp_path / "same.jsonl")
    assert main(["batch", str(questions), "-o", str(tmp_path / "same.jsonl")]) == 2
    assert questions.read_text("utf-8") == '{"question": "a"}'
    assert "holds the questions; give another file" in capsys.readouterr().err


def test_a_line_that_does_not_fit_leaves_no_half(tmp_path):
    path = tmp_path / "a.jsonl"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with open_writer(str(path)) as write:
        write({"id": 1})
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
        try:
            with pytest.raises(FileError, match="no space left for the next answer"):
                write({"id": 2, "text": "x" * 200})
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_text("utf-8") == '{"id": 1}\n'
