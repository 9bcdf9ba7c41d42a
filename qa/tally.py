"""Verdicts counted: a report of one run over a gold file, whole and by category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.evaluation import Outcome, Verdict

P95 = 0.95
LONGEST_EXCERPT = 120


@dataclass(frozen=True, slots=True)
class Tally:
    """Some verdicts in numbers: `right + wrong + declined == total`, and `wrong_numbers` are among the wrong.

    `backed` of the `asked` right answers for which the gold file names evidence quote it. `p50` and `p95` are
    latencies in milliseconds, by nearest rank; None without any answer.
    """

    total: int
    right: int
    wrong: int
    declined: int
    wrong_numbers: int
    backed: int
    asked: int
    p50: float | None
    p95: float | None

    @property
    def accuracy(self) -> float:
        """The share that is right, from 0 to 1; 0 where nothing was asked."""
        return self.right / self.total if self.total else 0.0

    @property
    def wrong_number_rate(self) -> float:
        """The share answered with a figure that is not the one, from 0 to 1."""
        return self.wrong_numbers / self.total if self.total else 0.0


def tally(verdicts: Sequence[Verdict]) -> Tally:
    """The verdicts counted."""
    outcomes = [verdict.outcome for verdict in verdicts]
    backed = [v.backed for v in verdicts if v.outcome is Outcome.RIGHT and v.backed is not None]
    times = sorted(verdict.given.elapsed_ms for verdict in verdicts if verdict.given is not None)
    return Tally(
        total=len(verdicts),
        right=outcomes.count(Outcome.RIGHT),
        wrong=outcomes.count(Outcome.WRONG),
        declined=outcomes.count(Outcome.DECLINED),
        wrong_numbers=sum(verdict.wrong_number for verdict in verdicts),
        backed=sum(backed),
        asked=len(backed),
        p50=times[len(times) // 2] if times else None,
        p95=times[int(len(times) * P95)] if times else None,
    )


def by_category(verdicts: Sequence[Verdict]) -> dict[str, Tally]:
    """A tally for each category, in alphabetical order."""
    grouped: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        grouped.setdefault(verdict.gold.category, []).append(verdict)
    return {category: tally(grouped[category]) for category in sorted(grouped)}


def report(verdicts: Sequence[Verdict]) -> dict[str, object]:
    """The whole report as a JSON object: the tally of all, `categories`, and `failures`, one entry each."""
    return {
        **_tally_json(tally(verdicts)),
        "categories": {category: _tally_json(counted) for category, counted in by_category(verdicts).items()},
        "failures": [_failure_json(verdict) for verdict in failures(verdicts)],
    }


def failures(verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """What is not right, wrong numbers first, then the other wrong answers, then the declined ones."""
    failed = [verdict for verdict in verdicts if verdict.outcome is not Outcome.RIGHT]
    return tuple(sorted(failed, key=lambda v: (not v.wrong_number, v.outcome is Outcome.DECLINED)))


def excerpt(verdict: Verdict) -> str:
    """What was answered, in short."""
    if verdict.given is None:
        return ""
    return verdict.given.text[:LONGEST_EXCERPT]


def _tally_json(counted: Tally) -> dict[str, object]:
    return {
        "total": counted.total,
        "right": counted.right,
        "wrong": counted.wrong,
        "declined": counted.declined,
        "wrong_numbers": counted.wrong_numbers,
        "accuracy": round(counted.accuracy, 4),
        "wrong_number_rate": round(counted.wrong_number_rate, 4),
        "evidence": {"hits": counted.backed, "asked": counted.asked},
        "elapsed_ms": {"p50": counted.p50, "p95": counted.p95},
    }


def _failure_json(verdict: Verdict) -> dict[str, object]:
    return {
        "id": verdict.gold.id,
        "category": verdict.gold.category,
        "question": verdict.gold.question,
        "outcome": str(verdict.outcome),
        "wrong_number": verdict.wrong_number,
        "status": None if verdict.given is None else verdict.given.status,
        "text": excerpt(verdict),
    }
