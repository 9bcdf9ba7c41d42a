"""How much of a question's words a text holds, by its pairs of letters, the rare ones counting most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
        """How telling a pair is: most where no text holds it; all the same where there are none (tables alone)."""
        return math.log(1 + max(len(self.texts), 1) / (0.5 + self._spread.get(pair, 0)))

    def spoken(self, text: str) -> tuple[str, ...]:
        """The pairs of a flattened text that some of the texts hold."""
        return tuple(pair for pair in pairs(text) if pair in self._spread)

    def knows(self, word: str) -> bool:
        """Whether some text holds all pairs of a word, so that the texts use it themselves."""
        wanted = set(pairs(flatten(word)))
        return bool(wanted) and any(wanted <= text for text in self.texts)

    def holds_each(self, words: Iterable[str], text: frozenset[str]) -> bool:
        """Whether the text holds at least half of every single word."""
        return all(self.held((word,), text) >= HALF for word in words)

    def shared(self, text: frozenset[str], said: str) -> float:
        """The part of a text's pairs that a question holds, from 0 to 1."""
        return len(text & set(pairs(said))) / len(text) if text else 0.0

    def held(self, words: Iterable[str], text: frozenset[str]) -> float:
        """The part of the words' letters that a text holds in pairs, from 0 to 1, the telling ones weighing more.

        A letter counts as held where any of its pairs is: 政务外网运维 is held by 政务外网的主要运维内容.
        """
        total = found = 0.0
        for run in {run for word in words for run in WORD.findall(flatten(word))}:
            for weight, is_held in self._letters(run, text):
                total += weight
                found += weight if is_held else 0.0
        return found / total if total else 0.0

    def _letters(self, run: str, text: frozenset[str]) -> Iterator[tuple[float, bool]]:
        """Each letter of a run (a Latin word as one) with its weight, and whether the text holds a pair with it."""
        parts = pairs(run)
        if run[0].isascii() or len(run) == 1:
            yield self.weight(parts[0]), parts[0] in text
            return
        for at in range(len(run)):
            around = parts[max(0, at - 1) : at + 1]
            known = [pair for pair in around if pair in self._spread] or around
            yield min(map(self.weight, known)), any(pair in text for pair in around)
