"""The account words that the audit knows, read from `audit.toml` and checked once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.errors import VocabularyError
from corpus.forms import squeezed
from corpus.numbering import without_enumerator
from corpus.wording import load, words

FILE = "audit.toml"
MAX_NAME = 200

Aliases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Partition:
    """An account that is the sum of others."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything in `audit.toml`; see there."""

    ratios: tuple[str, ...]
    others: tuple[str, ...]
    whole: tuple[str, ...]
    plans: tuple[str, ...]
    carried: tuple[str, ...]
    selected: tuple[str, ...]
    funds: Aliases
    natures: Aliases
    rest: re.Pattern[str]
    definitions: tuple[str, ...]
    reasons: re.Pattern[str]
    adjusted: tuple[str, ...]
    restated: re.Pattern[str]
    listed: str
    fillers: re.Pattern[str]
    partitions: tuple[Partition, ...]
    names: tuple[tuple[str, re.Pattern[str]], ...]

    def name(self, words: str) -> str | None:
        """The one name of an account of the partitions, or None for other accounts; `words` are plain."""
        return next((name for name, pattern in self.names if pattern.fullmatch(words)), None)

    def is_of_accounts(self, words: str) -> bool:
        """Whether a name is made of nothing but the words of whole accounts."""
        return not self.rest.sub("", words)


@cache
def vocabulary() -> Vocabulary:
    """The shipped words; read once.

    Raises:
        VocabularyError: the data file is malformed.
    """
    data = load(FILE)
    funds, natures = _aliases(data, "funds"), _aliases(data, "natures")
    known = [alias for group in (*funds, *natures) for alias in group]
    return Vocabulary(
        words(FILE, data, "columns", "ratios"),
        words(FILE, data, "columns", "others"),
        words(FILE, data, "columns", "whole"),
        words(FILE, data, "columns", "plans"),
        words(FILE, data, "rows", "carried"),
        words(FILE, data, "accounts", "selected"),
        funds,
        natures,
        _any_of([*known, *words(FILE, data, "accounts", "rest")]),
        words(FILE, data, "prose", "definitions"),
        _any_of(words(FILE, data, "prose", "reasons")),
        words(FILE, data, "prose", "adjusted"),
        re.compile(_text(data, "prose", "restated")),
        _text(data, "prose", "listed"),
        re.compile(
            f"[{re.escape(_text(data, 'prose', 'quotes'))}]|{_any_of(words(FILE, data, 'prose', 'fillers')).pattern}"
        ),
        _partitions(data),
        _names(data),
    )


def plain(name: str) -> str:
    """A name as names are compared: one width, without white space, enumerator, quotation marks and fillers."""
    bare = without_enumerator(name.strip()[:MAX_NAME])
    return vocabulary().fillers.sub("", squeezed(bare))


def alias_in(words: str, aliases: Aliases) -> str | None:
    """The first account whose words a name holds."""
    return next((group[0] for group in aliases if any(alias in words for alias in group)), None)


def _any_of(choices: list[str] | tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(choices, key=len, reverse=True)))


def _aliases(data: dict[str, object], key: str) -> Aliases:
    section = data.get("accounts")
    groups = section.get(key) if isinstance(section, dict) else None
    if not isinstance(groups, list):
        raise VocabularyError(f"{FILE}: accounts.{key} must be lists of words")
    return tuple(words(FILE, {key: group}, key) for group in groups)


def _text(data: dict[str, object], *place: str) -> str:
    entry: object = data
    for key in place:
        entry = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(entry, str) or not entry:
        raise VocabularyError(f"{FILE}: {'.'.join(place)} must be a text")
    return entry


def _partitions(data: dict[str, object]) -> tuple[Partition, ...]:
    entries = data.get("partition")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise VocabularyError(f"{FILE}: partition must be tables")
    return tuple(Partition(_text(entry, "whole"), words(FILE, entry, "parts")) for entry in entries)


def _names(data: dict[str, object]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    entry = data.get("name")
    if not isinstance(entry, dict):
        raise VocabularyError(f"{FILE}: [name] must give a pattern for each name")
    return tuple((str(name), re.compile(str(pattern))) for name, pattern in entry.items())
