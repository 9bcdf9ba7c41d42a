"""Whatever is typed: a well-formed answer, every figure with its source, every step right, every quote verbatim."""

from __future__ import annotations

import pytest
from checks import broken_contract, false_quotes, known_form, loose_figures, problems, wrong_steps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from real_questions import examples, phrased
from shipped import DOCUMENTS

from qa.answer import Answer, Evidence, Status

REAL = [question for _, question in examples()] + phrased()
SHARED = settings(
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
FEW = settings(SHARED, max_examples=150)


class Source(tuple):
    """The lines of the document; a failing example does not print them."""

    def __repr__(self):
        return f"{len(self)} lines"


@pytest.fixture(scope="session")
def source():
    (path,) = DOCUMENTS
    return Source(path.read_text("utf-8").splitlines())


def test_every_real_question(answer_to, source):
    found = {question: problems(answer_to(question), source) for question in REAL}
    assert {question: wrong for question, wrong in found.items() if wrong} == {}


def test_every_example_in_its_conversation(shipped, source):
    found = {question: problems(shipped.ask(question, past), source) for past, question in examples()}
    assert {question: wrong for question, wrong in found.items() if wrong} == {}


def test_every_step_that_reckons_can_be_recomputed(answer_to):
    """Lines with a sign of arithmetic are all of a form that the checks recompute."""
    lines = {line for question in REAL for line in answer_to(question).derivation}
    reckoning = {line for line in lines if any(sign in line for sign in (" + ", " - ", " ÷ "))}
    assert len(reckoning) > 30
    assert {line for line in reckoning if not known_form(line)} == set()


@FEW
@given(st.text(max_size=80))
def test_any_text(quick, source, text):
    assert problems(quick.ask(text), source) == []


LETTERS = st.text(
    st.sampled_from(
        "预算支出收入项目经费多少哪个占比例2021年万元元和的比一二三上海市大数据中心第几？，、%+-12305 aе\ud800\u200b"
    ),
    max_size=30,
)


@FEW
@given(LETTERS)
def test_any_words_of_the_field(quick, source, text):
    assert problems(quick.ask(text), source) == []


@st.composite
def misspelt(draw):
    """A real question with a few letters dropped, doubled, swapped or replaced."""
    letters = list(draw(st.sampled_from(REAL)))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, max(0, len(letters) - 1)))
        slip = draw(st.sampled_from(["drop", "double", "swap", "replace"]))
        if not letters:
            break
        if slip == "drop":
            del letters[at]
        elif slip == "double":
            letters.insert(at, letters[at])
        elif slip == "swap":
            letters[at : at + 2] = letters[at : at + 2][::-1]
        else:
            letters[at] = draw(st.sampled_from("费金项目元了吗12年"))
    return "".join(letters)


@FEW
@given(misspelt())
def test_real_questions_with_slips(quick, source, question):
    assert problems(quick.ask(question), source) == []


@st.composite
def spliced(draw):
    """The beginning of one real question and the end of another."""
    first, second = draw(st.sampled_from(REAL)), draw(st.sampled_from(REAL))
    return first[: draw(st.integers(0, len(first)))] + second[draw(st.integers(0, len(second))) :]


@FEW
@given(spliced())
def test_two_questions_spliced(quick, source, question):
    assert problems(quick.ask(question), source) == []


@FEW
@given(st.lists(st.sampled_from(REAL) | st.text(max_size=20), max_size=4), st.sampled_from(REAL) | spliced())
def test_any_conversation(quick, source, past, question):
    assert problems(quick.ask(question, past), source) == []


@settings(FEW, max_examples=60)
@given(st.sampled_from(REAL), st.sampled_from(["", "？", "。", "!!", " ", "谢谢", "\u200b", "\n"]))
def test_what_adds_nothing_changes_nothing(quick, question, tail):
    """Punctuation, thanks and white space at the end leave the values as they are."""
    assert quick.ask(question + tail).values == quick.ask(question).values


def made(text, derivation=(), quote="租赁费 19,902,679", status=Status.ANSWERED):
    place = Evidence("a.txt", (), (2, 2), None, None, None, None, quote)
    return Answer("问", status, text, derivation=derivation, evidence=(place,), query={"op": "lookup"})


def test_the_checks_themselves_see_what_is_wrong():
    assert loose_figures(made("**19,902,679元** 租赁费")) == []
    assert loose_figures(made("**19,902,678元** 租赁费")) == ["19,902,678元"]
    assert wrong_steps(["1,200.50 + 0.50 = 1,201.00元", "3 - 1 = 2万元", "1 ÷ 3 = 33.33%"]) == []
    assert wrong_steps(["(30 - 20) ÷ 20 = 50.00%", "10,000元 = 1万元", "甲 3元 > 乙 2万元"]) == [
        "甲 3元 > 乙 2万元"
    ]
    assert wrong_steps(["1 + 1 = 3元", "2 ÷ 3 = 0.66倍", "10元 = 1万元"]) == [
        "1 + 1 = 3元",
        "2 ÷ 3 = 0.66倍",
        "10元 = 1万元",
    ]
    assert false_quotes(made(""), ["甲", "租赁费　19,902,679 19,902,679"]) == []
    assert false_quotes(made(""), ["租赁费 19,902,679", "乙"]) == ["(2, 2): 租赁费 19,902,679"]
    assert broken_contract(made("", status=Status.NOT_FOUND)) == ["no text", "evidence of a refusal"]
