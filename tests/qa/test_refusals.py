"""Questions that must be declined: nothing is given, and the text says what is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qa.answer import Status, as_json

LINES = (Path(__file__).parent / "refusals.txt").read_text("utf-8").splitlines()
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
TIMES = re.compile(r"^(.*)×(\d+)$")


def written_out(line: str) -> str:
    """`\\u0000` as the letter, `\\n` and `\\t` as white space, `多×5000` as five thousand letters."""
    text = ESCAPE.sub(lambda found: chr(int(found[1], 16)), line).replace("\\n", "\n").replace("\\t", "\t")
    repeated = TIMES.match(text)
    return repeated[1] * int(repeated[2]) if repeated else text


QUESTIONS = ["", " ", "　 \t", *(written_out(line) for line in LINES if line and not line.startswith("#"))]


def test_there_are_many_kinds():
    assert len(QUESTIONS) >= 120
    assert len(set(QUESTIONS)) == len(QUESTIONS)
    assert max(map(len, QUESTIONS)) == 5000
    assert sum(line.startswith("# ---") for line in LINES) >= 9


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: ascii(question[:30]))
def test_a_question_without_an_answer_is_declined(answer_to, question):
    answer = answer_to(question)
    assert answer.status in (Status.NOT_FOUND, Status.INVALID), answer.text
    assert (answer.values, answer.items, answer.derivation, answer.evidence) == ((), (), (), ())
    assert answer.text.strip()
    assert "“”" not in answer.text
    assert as_json(answer)["question"] == question
