"""Whole processes, timed from outside: the program of this checkout, and what its times are held against."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.evaluation import Gold

ROOT = Path(__file__).parents[2]
YARDSTICK = ("-c", "import sentence_transformers")


@dataclass(frozen=True, slots=True)
class Batch:
    """One run of `batch`: milliseconds of each question once everything is loaded, and the most memory in MB."""

    milliseconds: tuple[float, ...]
    megabytes: float


def seconds(arguments: Sequence[str], home: Path) -> float:
    """The wall time of one run of Python with these arguments.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], **_surroundings(home), check=True, capture_output=True)
    return time.perf_counter() - start


def median_seconds(arguments: Sequence[str], home: Path, repeats: int) -> float:
    """The median of several runs, after one that fills the caches."""
    seconds(arguments, home)
    return statistics.median(seconds(arguments, home) for _ in range(repeats))


def ask(question: str) -> tuple[str, ...]:
    """The arguments of one question."""
    return "-m", "qa", "ask", question


def first_seconds(question: str) -> float:
    """The wall time of the very first question of a user: the store is made before it is answered."""
    with tempfile.TemporaryDirectory() as home:
        return seconds(ask(question), Path(home))


def batch(gold: Sequence[Gold], home: Path) -> Batch:
    """All questions, twice over in one run; the second time counts, since the first loads what it needs."""
    asked = [{"id": one.id, "question": one.question, "history": one.history} for one in gold]
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in asked * 2)
    command = [sys.executable, "-m", "qa", "batch", "-"]
    with tempfile.TemporaryFile() as questions, tempfile.TemporaryFile() as answers:
        questions.write(lines.encode())
        questions.seek(0)
        process = subprocess.Popen(
            command, **_surroundings(home), stdin=questions, stdout=answers, stderr=subprocess.DEVNULL
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        answers.seek(0)
        given = [json.loads(line)["elapsed_ms"] for line in answers.read().splitlines()]
    kilobyte = 1 if sys.platform == "darwin" else 1024
    return Batch(tuple(given[len(gold) :]), used.ru_maxrss * kilobyte / 1e6)


def _surroundings(home: Path) -> dict[str, object]:
    variables = {name: value for name, value in os.environ.items() if not name.startswith("BUDGET_QA_")}
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), str(home))
    return {"cwd": ROOT, "env": variables | homes}
