"""Questions as long as they may be, made to have as many readings as they can: answered or declined, and soon."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from qa.engine import LONGEST_QUESTION

ROOT = Path(__file__).parents[2]
SECONDS = 30
"""For one question; the first that is asked by its meaning waits for the embeddings."""

ASK = f"""
import json, resource, signal, sys
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
from qa.engine import Engine
engine = Engine.open(sys.argv[1])
for kind, question in json.load(sys.stdin).items():
    print(kind, end=": ", flush=True)
    signal.alarm({SECONDS})
    print(engine.ask(question).status, flush=True)
"""
"""In a process of its own: a question that fills the memory is not to end the tests."""

QUESTIONS = {
    "one word of two meanings": "养老保险" * 125,
    "words of two meanings added up": "、".join(["一网通办"] * 90) + "一共多少",
    "words of two meanings in a share": "、".join(["工资"] * 150) + "占总额的比例",
    "unknown letters": "".join(chr(0x4E00 + 37 * at % 20000) for at in range(500)),
    "pinyin": "shujuyunying" * 41,
    "codes": "208 05 " * 70,
    "document numbers": "国办发2018 45号" * 40,
    "letters that become many": "\ufdfa" * 500,
    "many clauses": "租赁费多少，" * 80,
    "many quantities": "超过5000万元" * 60,
}


@pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are Unix's")
def test_a_long_question_takes_neither_the_memory_nor_the_time(shipped_store):
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(shipped_store.folder)],
        input=json.dumps({kind: question[:LONGEST_QUESTION] for kind, question in QUESTIONS.items()}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=SECONDS * len(QUESTIONS),
        check=False,
    )
    assert done.returncode == 0, f"{done.stdout} {done.stderr[-300:]}"
    ended = dict(line.split(": ") for line in done.stdout.splitlines())
    assert ended.keys() == QUESTIONS.keys()
    assert set(ended.values()) <= {"answered", "ambiguous", "not_found", "invalid"}
