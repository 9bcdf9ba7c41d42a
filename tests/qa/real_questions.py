"""Questions that people may ask: the examples, the phrasings, the refusals."""

from __future__ import annotations

import json
from pathlib import Path

from phrasing import blocks

EXAMPLES = Path(__file__).parents[1] / "gold" / "examples.jsonl"


def examples() -> list[tuple[tuple[str, ...], str]]:
    """History and question of each example."""
    lines = map(json.loads, EXAMPLES.read_text("utf-8").splitlines())
    return [(tuple(line["history"]), line["question"]) for line in lines]


def phrased() -> list[str]:
    return [question for block in blocks() for question in block.questions + block.not_yet]
