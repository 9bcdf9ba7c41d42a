"""One engine, many threads: the same answers as one thread gives."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from real_questions import examples, phrased

from qa.engine import Engine

THREADS, EACH = 8, 50


def test_eight_threads_get_the_answers_of_one(shipped_store, answer_to):
    questions = ([question for _, question in examples()] + phrased()[:: max(1, len(phrased()) // 330)])[
        : THREADS * EACH
    ]
    assert len(questions) == THREADS * EACH
    engine, start = Engine(shipped_store), Barrier(THREADS)

    def ask(first):
        start.wait(30)
        return [engine.ask(question) for question in questions[first::THREADS]]

    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(ask, range(THREADS)))
    for first, given in enumerate(answers):
        assert given == [answer_to(question) for question in questions[first::THREADS]]
