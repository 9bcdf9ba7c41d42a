import pytest
from in_process import application

from index import Opinion, all_feedback
from qa.engine import Engine
from qa.serve.service import Service
from qa.serve.settings import Settings


@pytest.fixture
def service(tmp_path):
    """A service over a store of its own, with nothing in it."""
    return Service(Engine.open(tmp_path), Settings.read())


def test_an_opinion_is_kept_with_the_servers_own_answer(service):
    with application(service) as client:
        sent = {
            "question": "租赁费是多少",
            "history": ["会议费"],
            "opinion": "wrong figure",
            "comment": " a\nb ",
            "answer": {"values": [{"value": "1", "unit": "元"}]},
        }
        response = client.post("/api/feedback", json=sent)
    assert (response.status_code, response.json()) == (201, {"id": 1})
    ((_, given),) = all_feedback(service.engine.store)
    assert (given.question, given.history) == ("租赁费是多少", ("会议费",))
    assert (given.opinion, given.comment) == (Opinion.WRONG_FIGURE, "a b")
    assert given.answer["status"] == "not_found"
    assert given.answer["values"] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"opinion": "great"},
        {"comment": "x" * 301},
        {"question": ""},
        {"question": "x" * 501},
        {"history": ["x"] * 9},
        {"history": "x"},
        {"document": "no such document"},
    ],
)
def test_what_cannot_be_kept_is_a_problem(service, wrong):
    with application(service) as client:
        response = client.post("/api/feedback", json={"question": "租赁费", "opinion": "right"} | wrong)
        broken = client.post(
            "/api/feedback",
            content=b'{"question": "\\ud800", "opinion": "right"}',
            headers={"content-type": "application/json"},
        )
    for refused in (response, broken):
        assert (refused.status_code, refused.headers["content-type"]) == (422, "application/problem+json")
    assert all_feedback(service.engine.store) == ()
