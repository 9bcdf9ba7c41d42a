"""The standard forms of budget tables, read from `forms.toml` and checked once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.errors import VocabularyError
from corpus.wording import load, words

FILE = "forms.toml"
YEAR = r"(?:20\d\d年度?)?"
WIDTHS = str.maketrans("（）：，“”‘’＂　", '():,""\'\'" ')

Path = tuple[str, ...]
"""Header cells from the outermost down, each as a pattern of what may be printed in it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One list of rows of a form: its text columns (None where it has none) and its amount columns in order."""

    code: Path | None
    name: Path | None
    parts: tuple[str, ...]
    columns: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A standard form: one side, or two that are printed beside each other."""

    title: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Forms:
    """Everything in `forms.toml`; see there."""

    forms: tuple[Form, ...]
    total_columns: tuple[str, ...]
    total_rows: tuple[str, ...]
    of_which: tuple[str, ...]
    name_words: frozenset[str]
    code_words: frozenset[str]
    ordinal_words: frozenset[str]
    name_endings: tuple[str, ...]
    unit_names: tuple[str, ...]
    unit_codes: tuple[str, ...]
    kind_names: tuple[str, ...]
    project_names: tuple[str, ...]
    class_names: tuple[str, ...]
    text_endings: tuple[str, ...]
    quantity_endings: tuple[str, ...]
    counter_endings: tuple[str, ...]
    performance_words: tuple[str, ...]
    money_words: tuple[str, ...]
    left_endings: tuple[str, ...]
    right_endings: tuple[str, ...]
    accounts: dict[str, str]

    def account(self, name: str) -> str:
        """One name for all names of the same account; other names as they are."""
        return self.accounts.get(name, name)


def squeezed(text: str) -> str:
    """Header text as it is compared: no white space, one width of brackets and quotation marks."""
    return re.sub(r"\s+", "", text.translate(WIDTHS))


@cache
def forms() -> Forms:
    """The shipped forms; read once.

    Raises:
        VocabularyError: the data file is malformed.
    """
    data = load(FILE)
    return Forms(
        tuple(_form(entry) for entry in _tables(data, "form")),
        words(FILE, data, "totals", "columns"),
        words(FILE, data, "totals", "rows"),
        words(FILE, data, "totals", "of_which"),
        frozenset(words(FILE, data, "header_words", "name")),
        frozenset(words(FILE, data, "header_words", "code")),
        frozenset(words(FILE, data, "header_words", "ordinal")),
        words(FILE, data, "header_words", "name_endings"),
        words(FILE, data, "header_words", "units"),
        words(FILE, data, "header_words", "unit_codes"),
        words(FILE, data, "header_words", "kinds"),
        words(FILE, data, "header_words", "projects"),
        words(FILE, data, "header_words", "classes"),
        words(FILE, data, "header_words", "text_endings"),
        words(FILE, data, "header_words", "quantities"),
        words(FILE, data, "header_words", "counters"),
        words(FILE, data, "header_words", "performance"),
        words(FILE, data, "header_words", "money"),
        words(FILE, data, "sides", "left"),
        words(FILE, data, "sides", "right"),
        _accounts(data),
    )


def _form(entry: dict[str, object]) -> Form:
    sides = tuple(_side(side) for side in _tables(entry, "side"))
    if len(sides) not in (1, 2):
        raise VocabularyError(f"{FILE}: form {entry.get('title')} must have one side or two")
    return Form(str(entry.get("title", "")), sides)


def _side(entry: dict[str, object]) -> Side:
    columns = tuple(
        head + _path(cell)
        for group in _tables(entry, "group")
        for head in [_path(group["head"]) if group.get("head") else ()]
        for cell in _list(group, "columns")
    )
    code, name = entry.get("code"), entry.get("name")
    parts = words(FILE, entry, "parts") if "parts" in entry else ()
    return Side(_path(code) if code else None, _path(name) if name else None, parts, columns)


def _path(cells: object) -> Path:
    path = [cells] if isinstance(cells, str) else cells
    if not isinstance(path, list) or not path:
        raise VocabularyError(f"{FILE}: a column must be a header cell or a list of them, not {cells!r}")
    return tuple(_pattern(cell) for cell in path)


def _pattern(cell: object) -> str:
    """The regular expression of a header cell as it is squeezed; longer alternatives are tried first."""
    if not isinstance(cell, str) or not cell:
        raise VocabularyError(f"{FILE}: a header cell must be words, not {cell!r}")
    choices = sorted(cell.split("|"), key=len, reverse=True)
    return "|".join((YEAR if choice[0] == "*" else "") + re.escape(choice.lstrip("*")) for choice in choices)


def _tables(entry: dict[str, object], key: str) -> list[dict[str, object]]:
    tables = _list(entry, key)
    if not all(isinstance(table, dict) for table in tables):
        raise VocabularyError(f"{FILE}: {key} must be tables")
    return [table for table in tables if isinstance(table, dict)]


def _list(entry: dict[str, object], key: str) -> list[object]:
    value = entry.get(key)
    if not isinstance(value, list) or not value:
        raise VocabularyError(f"{FILE}: {key} is missing")
    return value


def _accounts(data: dict[str, object]) -> dict[str, str]:
    same = data.get("same")
    groups = _list(same, "accounts") if isinstance(same, dict) else []
    checked = [words(FILE, {"accounts": group}, "accounts") for group in groups]
    return {name: names[0] for names in checked for name in names}
