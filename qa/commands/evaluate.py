"""`evaluate`: answer a gold file, or take another system's answers to it, and report the score."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from qa.answer import as_json
from qa.commands.lines import parse_object, read_lines
from qa.commands.terminal import console, printable, progress, show, tell
from qa.errors import DocumentError, GoldError, LineError
from qa.evaluation import Given, Gold, Verdict, judge, parse_given, parse_gold
from qa.tally import Tally, by_category, excerpt, failures, tally

if TYPE_CHECKING:
    from qa.commands.asking import Ask

MOST_FAILURES = 20
"""Failures that are listed for a person; the JSON report has them all."""


def read_gold(path: str) -> tuple[Gold, ...]:
    """The questions of a gold file; a line whose `expect` is null waits for a person, and is left out.

    Raises:
        FileError: the file cannot be read.
        GoldError: it holds no question, or a line cannot be scored against; names the line.

    """
    gold = tuple(_gold_lines(path))
    if not gold:
        raise GoldError(f"{path}: holds no question; give a gold file of JSON objects, one a line")
    return gold


def _gold_lines(path: str) -> Iterator[Gold]:
    waiting = 0
    for number, line in read_lines(path):
        try:
            said = parse_object(line)
            if "expect" in said and said["expect"] is None:
                waiting += 1
            else:
                yield parse_gold(said)
        except LineError as error:
            raise GoldError(f"{path} line {number}: {error}") from error
    if waiting:
        tell(f"{path}: {waiting} lines left out, whose expect is null; say there what the answer is to be")


def judge_engine(ask: Ask, gold: Sequence[Gold]) -> tuple[Verdict, ...]:
    """The verdicts on the program's own answers; a question about an unknown document has none."""
    verdicts: list[Verdict] = []
    with progress("评测 evaluate") as tick:
        for one in gold:
            try:
                given = parse_given(as_json(ask(one.question, one.history, one.document)))
            except DocumentError as error:
                tell(f"{one.id}: {error}")
                given = None
            verdicts.append(judge(one, given))
            tick(len(verdicts), len(gold))
    return tuple(verdicts)


def judge_answers(path: str, gold: Sequence[Gold]) -> tuple[Verdict, ...]:
    """The verdicts on a file of answer objects, matched by `id`; of two with one id the later counts.

    Raises:
        FileError: the file cannot be read.
        LineError: a line is not a JSON object; names the line.

    """
    given: dict[str, Given] = {}
    for number, line in read_lines(path):
        try:
            answer = parse_object(line)
        except LineError as error:
            raise LineError(f"{path} line {number}: {error}") from error
        given[str(answer.get("id"))] = parse_given(answer)
    missing = sum(one.id not in given for one in gold)
    if missing:
        tell(f"{path}: {missing} of {len(gold)} questions have no answer; they count as declined")
    return tuple(judge(one, given.get(one.id)) for one in gold)


def show_report(verdicts: Sequence[Verdict]) -> None:
    """The score for a person: a table by category, then what failed."""
    from rich.table import Table

    table = Table(title="评测结果")
    for heading in ("类别", "题数", "答对", "答错", "拒答", "错数", "正确率", "依据", "p50 ms", "p95 ms"):
        table.add_column(heading, justify="left" if heading == "类别" else "right")
    for category, counted in by_category(verdicts).items():
        table.add_row(printable(category), *_row(counted))
    table.add_section()
    table.add_row("全部", *_row(tally(verdicts)))
    console().print(table)
    failed = failures(verdicts)
    for verdict in failed[:MOST_FAILURES]:
        given = "no answer" if verdict.given is None else f"{verdict.given.status}：{excerpt(verdict)}"
        mark = "错数" if verdict.wrong_number else "答错" if verdict.outcome == "wrong" else "拒答"
        show(
            f"{mark} {verdict.gold.id} [{verdict.gold.category}] {verdict.gold.question[:80]}\n     → {given}"
        )
    if len(failed) > MOST_FAILURES:
        show(f"… 另有 {len(failed) - MOST_FAILURES} 题未答对，用 --json 看全部")


def _row(counted: Tally) -> tuple[str, ...]:
    numbers = (counted.total, counted.right, counted.wrong, counted.declined, counted.wrong_numbers)
    times = ("" if time is None else f"{time:.1f}" for time in (counted.p50, counted.p95))
    return (*map(str, numbers), f"{counted.accuracy:.1%}", f"{counted.backed}/{counted.asked}", *times)
