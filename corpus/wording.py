"""The vocabularies of this package, read from its data files and checked once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.errors import VocabularyError

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by what they tell: see `wording.toml`, whose entries these are."""

    heading_endings: tuple[str, ...]
    body_endings: tuple[str, ...]
    citation_sections: tuple[str, ...]
    citation_titles: tuple[str, ...]
    issuing_words: tuple[str, ...]
    citing_words: tuple[str, ...]
    empty_tables: tuple[str, ...]
    empty_subjects: tuple[str, ...]
    nothing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Issuers:
    """Short forms of issuing bodies: see `issuers.toml`, whose entries these are."""

    provinces: dict[str, str]
    bodies: dict[str, str]
    before: tuple[str, ...]
    joining: tuple[str, ...]
    endings: tuple[str, ...]


@cache
def wording() -> Wording:
    """The shipped words; read once.

    Raises:
        VocabularyError: the data file is malformed.
    """
    file = "wording.toml"
    data = load(file)
    return Wording(
        words(file, data, "headings", "endings"),
        words(file, data, "bodies", "endings"),
        words(file, data, "citations", "sections"),
        words(file, data, "citations", "titles"),
        words(file, data, "citations", "issuing"),
        words(file, data, "citations", "lead_in"),
        words(file, data, "notes", "empty"),
        words(file, data, "notes", "subjects"),
        words(file, data, "notes", "nothing"),
    )


@cache
def issuers() -> Issuers:
    """The shipped short forms; read once.

    Raises:
        VocabularyError: the data file is malformed.
    """
    file = "issuers.toml"
    data = load(file)
    return Issuers(
        _pairs(file, data, "provinces"),
        _pairs(file, data, "bodies"),
        words(file, data, "before", "words"),
        words(file, data, "before", "joining"),
        words(file, data, "short_forms", "endings"),
    )


def load(file: str) -> dict[str, object]:
    """A data file of this package as the plain values of TOML.

    Raises:
        VocabularyError: it is not TOML.
    """
    try:
        return tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"{file}: {error}") from error


def words(file: str, data: dict[str, object], *place: str) -> tuple[str, ...]:
    """The list of words at a place in a data file.

    Raises:
        VocabularyError: there is no list of non-empty words there.
    """
    entry: object = data
    for key in place:
        entry = entry.get(key) if isinstance(entry, dict) else None
    if not isinstance(entry, list) or not all(isinstance(word, str) and word for word in entry):
        raise VocabularyError(f"{file}: {'.'.join(place)} must be a list of words")
    return tuple(entry)


def _pairs(file: str, data: dict[str, object], key: str) -> dict[str, str]:
    entry = data.get(key)
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise VocabularyError(f"{file}: [{key}] must give a word for each name")
    return {str(name): str(value) for name, value in entry.items()}
