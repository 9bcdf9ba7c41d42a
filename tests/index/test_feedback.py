from datetime import UTC, datetime

import pytest
from made_documents import DOCUMENT

from index import Feedback, Opinion, Store, add_feedback, all_feedback, feedback

GIVEN = Feedback(
    question="租赁费是多少",
    history=("会议费", "“三公”"),
    document=None,
    opinion=Opinion.WRONG_FIGURE,
    comment="应为 2 元 <b>",
    answer={"values": [{"value": "1.50", "unit": "元"}], "query": None},
    at=datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC),
)


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path)
    yield opened
    opened.close()


def test_an_opinion_comes_back_as_it_was_given(store):
    number = add_feedback(store, GIVEN)
    assert all_feedback(store) == ((number, GIVEN),)


def test_opinions_stay_when_documents_go_and_are_no_change_of_documents(store):
    store.add(DOCUMENT)
    before = store.revision()
    add_feedback(store, GIVEN)
    assert store.revision() == before
    store.remove(DOCUMENT.name)
    assert [given for _, given in all_feedback(store)] == [GIVEN]


def test_the_oldest_go_when_there_are_too_many(store, monkeypatch):
    monkeypatch.setattr(feedback, "MOST_KEPT", 3)
    numbers = [add_feedback(store, GIVEN) for _ in range(5)]
    assert [number for number, _ in all_feedback(store)] == numbers[2:]
