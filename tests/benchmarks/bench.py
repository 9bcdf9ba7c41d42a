"""How fast the program is, as shares of what the same machine does in the same run.

`python tests/benchmarks/bench.py [REPEATS]` prints one table: what was measured, its time, the share of the
yardstick (`import sentence_transformers`), and the bar that it is held to. It fails on no time.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import plain_bm25
import processes
from rich.console import Console
from rich.table import Table

from qa.commands.evaluate import judge_engine, read_gold
from qa.engine import Engine
from qa.evaluation import Gold, Number, Wording
from qa.tally import tally

DOCUMENTS = sorted((processes.ROOT / "corpus" / "documents").glob("*.txt"))
GOLD = processes.ROOT / "tests" / "gold" / "examples.jsonl"
REPEATS = 7

FIGURE = "租赁费一年要花多少钱"
EVERYDAY = "房租一年多少钱"
PASSAGE = "数据中心归哪个部门管"

Line = tuple[str, str, str, str]
"""What was measured, the measure, its share of the yardstick, the bar."""


def whole_processes(repeats: int, home: Path) -> Iterator[Line]:
    """One question each, the process from start to end, on a store that is there."""
    yardstick = processes.median_seconds(processes.YARDSTICK, home, repeats)
    yield "python -c 'import sentence_transformers'", f"{yardstick:.2f} s", "1.00", ""
    for name, question, bar in (
        ("figure", FIGURE, "0.12"),
        ("everyday word", EVERYDAY, "0.3"),
        ("passage", PASSAGE, "0.3"),
    ):
        took = processes.median_seconds(processes.ask(question), home, repeats)
        yield f"ask, {name}", f"{took:.2f} s", f"{took / yardstick:.3f}", f"at most {bar}"
    for name, question, most in (("figure", FIGURE, 4), ("passage", PASSAGE, 20)):
        took = processes.first_seconds(question)
        yield f"first ask, {name}", f"{took:.2f} s", f"{took / yardstick:.3f}", f"under {most} s"


def batches(gold: Sequence[Gold], home: Path) -> Iterator[Line]:
    """All examples in one process, by the kind of what they ask for."""
    done = processes.batch(gold, home)
    kinds = (("figure", Number, "median 3 ms, p95 20 ms"), ("passage", Wording, "median 40 ms"))
    for name, kind, bar in kinds:
        times = [
            took for one, took in zip(gold, done.milliseconds, strict=True) if isinstance(one.expected, kind)
        ]
        yield f"batch, warm, {name} ({len(times)})", spread(times), "", bar
    yield f"batch, warm, all ({len(gold)})", spread(done.milliseconds), "", ""
    yield "batch, most memory", f"{done.megabytes:.0f} MB", "", "under 700 MB"


def evidence(gold: Sequence[Gold], store: Path) -> Iterator[Line]:
    """How often the source is found, beside a plain search for it."""
    plain = plain_bm25.search(DOCUMENTS, gold)
    times = [took * 1000 for took in plain.seconds]
    yield "plain BM25, 512 characters: time", spread(times), "", ""
    yield "plain BM25: evidence in the first piece", f"{plain.hits}/{plain.asked}", "", ""
    engine = Engine.open(store)
    verdicts = judge_engine(engine.ask, gold)
    engine.store.close()
    counted = tally(verdicts)
    yield "budget-qa: right", f"{counted.right}/{counted.total}", "", ""
    yield "budget-qa: evidence of the right", f"{counted.backed}/{counted.asked}", "", "99 %"


def spread(milliseconds: Sequence[float]) -> str:
    """The median and the 95th percentile, by interpolation."""
    p95 = statistics.quantiles(milliseconds, n=20, method="inclusive")[-1]
    return f"{statistics.median(milliseconds):.2g} ms, p95 {p95:.2g} ms"


def lines(repeats: int, home: Path) -> Iterator[Line]:
    """Every line of the table, measured as it is taken."""
    gold = read_gold(str(GOLD))
    store = home / "store"
    processes.seconds(("-m", "qa", "--store", str(store), "ingest", *map(str, DOCUMENTS)), home)
    yield from whole_processes(repeats, home)
    yield from batches(gold, home)
    yield from evidence(gold, store)


def main(arguments: Sequence[str]) -> None:
    """Measure, and print the table."""
    repeats = int(arguments[0]) if arguments else REPEATS
    table = Table("measured", "", "share", "bar")
    with tempfile.TemporaryDirectory() as home:
        for line in lines(repeats, Path(home)):
            table.add_row(*line)
    Console(width=120).print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
