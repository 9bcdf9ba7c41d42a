"""How much of a question's words a text holds, by its pairs of letters, the rare ones counting most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from qa.text import flatten

HALF = 0.5
WORD = re.compile(r"[a-z0-9][a-z0-9.\-/]*|[㐀-鿿]+")


def pairs(text: str) -> list[str]:
    """The text's Latin words and numbers, and the overlapping pairs of its Chinese letters (a lone letter as it is)."""
    found: list[str] = []
    for run in WORD.findall(text):
        if run[0].isascii() or len(run) == 1:
            found.append(run)
        else:
            found.extend(run[at : at + 2] for at in range(len(run) - 1))
    return found


class Overlap:
    """The pairs of many texts, and how telling each pair is among them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = [frozenset(pairs(flatten(text))) for text in texts]
        self._spread: Mapping[str, int] = Counter(pair for text in self.texts for pair in text)

    def weight(self, pair: str) -> float:
        """How telling a pair is: most where no text holds it."""
        return math.log(1 + len(self.texts) / (0.5 + self._spread.get(pair, 0)))

    def known(self, pair: str) -> bool:
        """Whether any text holds the pair."""
        return pair in self._spread

    def knows(self, word: str) -> bool:
        """Whether some text holds all pairs of a word, so that the texts use it themselves."""
        wanted = set(pairs(flatten(word)))
        return bool(wanted) and any(wanted <= text for text in self.texts)

    def holds_each(self, words: Iterable[str], text: frozenset[str]) -> bool:
        """Whether the text holds at least half of every single word."""
        return all(self.held((word,), text) >= HALF for word in words)

    def held(self, words: Iterable[str], text: frozenset[str]) -> float:
        """The part of the words that a text holds, from 0 to 1, weighted."""
        wanted = {pair for word in words for pair in pairs(flatten(word))}
        total = sum(map(self.weight, wanted))
        return sum(self.weight(pair) for pair in wanted & text) / total if total else 0.0
