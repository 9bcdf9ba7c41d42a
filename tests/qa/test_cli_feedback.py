import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from index import Feedback, Opinion, Store, add_feedback
from qa.answer import as_json
from qa.cli import main
from qa.commands.evaluate import judge_engine, read_gold
from qa.commands.feedback import gold_line
from qa.evaluation import Outcome

AT = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)
QUESTIONS = (
    "一网通办 budget?",
    "租赁费是多少",
    "数据中心归哪个部门管",
    "北京市教育局的预算是多少",
    "一网通办运营服务费的立项依据有哪些",
    "今天天气怎么样",
)


@pytest.fixture
def judged(answer_to):
    """Gives an opinion of the program's answer to a question."""

    def of(question, opinion=Opinion.RIGHT, comment=""):
        return Feedback(question, (), None, opinion, comment, as_json(answer_to(question)), AT)

    return of


def test_what_was_judged_right_is_right_when_it_is_evaluated(judged, shipped, tmp_path, capsys):
    file = tmp_path / "gold.jsonl"
    lines = [gold_line(number, judged(question)) for number, question in enumerate(QUESTIONS)]
    lines.append(gold_line(9, judged("会议费", Opinion.WRONG_FIGURE, "应为 3 万元")))
    file.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    verdicts = judge_engine(shipped.ask, read_gold(str(file)))
    assert [(v.gold.id, v.outcome) for v in verdicts] == [(f"f{n}", Outcome.RIGHT) for n in range(6)]
    assert {type(verdict.gold.expected).__name__ for verdict in verdicts} >= {"Number", "Wording", "Refusal"}
    assert "1 lines left out, whose expect is null" in capsys.readouterr().err


def test_what_was_judged_wrong_waits_for_a_person(judged):
    line = gold_line(7, replace(judged("会议费", Opinion.WRONG_SOURCE, "见第3行"), document="中心"))
    assert (line["expect"], line["comment"], line["document"]) == (None, "见第3行", "中心")
    assert line["given"] == [{"value": "27040", "unit": "元", "label": "会议费"}]


def test_the_command_lists_and_exports(judged, tmp_path, capsys):
    store = Store.open(tmp_path)
    add_feedback(store, judged("租赁费是多少", comment="对\x1b[31m"))
    add_feedback(store, judged("会议费", Opinion.WRONG_FIGURE))
    store.close()
    assert main(["--store", str(tmp_path), "feedback"]) == 0
    shown = capsys.readouterr().out
    assert "19902679元" in shown
    assert "\x1b" not in shown
    assert main(["--store", str(tmp_path), "feedback", "--json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["opinion"], first["at"]) == ("right", "2026-05-04T03:02:01+00:00")
    assert second["answer"]["query"]["op"] == "lookup"
    assert main(["--store", str(tmp_path), "feedback", "--gold"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0]["expect"]["values"] == [{"value": "19902679", "unit": "元"}]
    assert lines[1]["expect"] is None
    assert main(["--store", str(tmp_path), "feedback", "--gold", "--json"]) == 2


def test_a_store_that_nobody_judged(tmp_path, capsys):
    assert main(["--store", str(tmp_path), "feedback"]) == 0
    assert "nobody has judged" in capsys.readouterr().err
