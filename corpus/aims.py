"""The words of forms of aims and indicators (绩效目标表), read from `aims.toml` and checked once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from corpus.wording import load, words

FILE = "aims.toml"


@dataclass(frozen=True, slots=True)
class AimWords:
    """Everything in `aims.toml`; see there."""

    forms: tuple[str, ...]
    heads: frozenset[str]
    groups: frozenset[str]


@cache
def aim_words() -> AimWords:
    """The shipped words; read once.

    Raises:
        VocabularyError: the data file is malformed.
    """
    data = load(FILE)
    return AimWords(
        words(FILE, data, "kinds", "forms"),
        frozenset(words(FILE, data, "kinds", "heads")),
        frozenset(words(FILE, data, "kinds", "groups")),
    )
