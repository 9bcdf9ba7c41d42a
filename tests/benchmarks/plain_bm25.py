"""What the program is held against: BM25 over pieces of 512 characters, tokens being pairs of characters."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s

from qa.evaluation import Gold

SIZE = 512
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Found:
    """How many first pieces held the evidence, of how many questions that have any, and each one's seconds."""

    hits: int
    asked: int
    seconds: tuple[float, ...]


def search(documents: Sequence[Path], gold: Sequence[Gold]) -> Found:
    """Ask every question that names evidence; the evidence counts where the first piece holds a quote whole.

    A follow-up is asked together with the questions before it.
    """
    pieces = [piece for path in documents for piece in _pieces(path.read_text("utf-8"))]
    index = bm25s.BM25()
    index.index([_pairs(piece) for piece in pieces], show_progress=False)
    asked = [one for one in gold if one.evidence]
    hits, seconds = 0, []
    for one in asked:
        start = time.perf_counter()
        places, _ = index.retrieve([_pairs("".join((*one.history, one.question)))], k=1, show_progress=False)
        seconds.append(time.perf_counter() - start)
        hits += any(quote in pieces[places[0, 0]] for quote in one.evidence)
    return Found(hits, len(asked), tuple(seconds))


def _pieces(text: str) -> list[str]:
    plain = SPACE.sub("", text)
    return [plain[at : at + SIZE] for at in range(0, len(plain), SIZE)]


def _pairs(text: str) -> list[str]:
    plain = SPACE.sub("", text)
    return [plain[at : at + 2] for at in range(max(1, len(plain) - 1))]
