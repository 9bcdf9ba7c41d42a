"""The example questions, through the whole program over the documents that ship, scored as `evaluate` does."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus
from index import Store
from qa.commands.evaluate import judge_engine, read_gold
from qa.engine import Engine
from qa.tally import report, tally

FOLDER = Path(__file__).parents[1] / "gold"
DOCUMENTS = sorted((Path(corpus.__file__).parent / "documents").iterdir())
MISSED = {
    "examples": (0, 0, 0),
    "public": (0, 0, 2),
    "staff": (3, 0, 2),
    "readers": (5, 0, 2),
    "voices": (44, 1, 2),
}
"""For each file how many questions may be missed at most, how many of them with a wrong number, and how many right
answers may rest on another place than the file names.

`examples` are the ones that the program was first written for; `public`, `staff` and `readers` are further questions
of the same kinds, `voices` are asked as differently as people can. The numbers only ever go down.
"""


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    store = Store.open(tmp_path_factory.mktemp("gold"))
    for document in DOCUMENTS:
        store.add(corpus.read_document(document))
    yield Engine(store)
    store.close()


@pytest.mark.parametrize("name", MISSED)
def test_the_questions_are_answered_right_and_from_the_document(engine, name):
    missed, wrong, unbacked = MISSED[name]
    verdicts = judge_engine(engine.ask, read_gold(str(FOLDER / f"{name}.jsonl")))
    counted = tally(verdicts)
    assert counted.right >= counted.total - missed, report(verdicts)["failures"]
    assert counted.wrong_numbers <= wrong, report(verdicts)["failures"]
    assert counted.backed >= counted.asked - unbacked, [v.gold.id for v in verdicts if v.backed is False]


def test_every_file_of_questions_is_scored():
    assert {path.stem for path in FOLDER.glob("*.jsonl")} == MISSED.keys()
    assert len(read_gold(str(FOLDER / "examples.jsonl"))) == 72
