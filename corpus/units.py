"""The unit of a figure in a table: the one of the caption, unless a header or a row's name says another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.document import Cell, Table
from corpus.errors import VocabularyError
from corpus.forms import squeezed
from corpus.quantity import YUAN
from corpus.wording import load, words

FILE = "units.toml"
PERCENT = "%"
BRACKETED = re.compile(r"\s*[（(][^（()）]{1,8}(?:[（(][^（()）]{1,4}[）)])?[）)]\s*$")
MAX_WORDS = 60
"""A longer header cell or name is not looked at."""


@dataclass(frozen=True, slots=True)
class Units:
    """Everything in `units.toml`: units in brackets, endings that say one, the longest first, and counters."""

    printed: re.Pattern[str]
    said: tuple[tuple[str, str], ...]
    counters: frozenset[str]
    count: re.Pattern[str]
    values: tuple[str, ...]

    def stated(self, text: str) -> str | None:
        """The unit in brackets at the end of a header cell or a name, money (金额（元）) or not."""
        found = self.printed.search(_plain(text))
        return found[1] if found else None

    def uncounted(self, text: str) -> str:
        """A name without what its things are counted in, in brackets behind it: 车辆（台、辆） is 车辆."""
        stated = self.stated(text)
        return BRACKETED.sub("", text) if stated and stated not in YUAN else text

    def worth(self, text: str) -> str | None:
        """The money in brackets behind a header cell over what things are worth (价值（万元）)."""
        found = self.printed.search(_plain(text))
        of_value = found is not None and _plain(text)[: found.start()].endswith(self.values)
        return found[1] if found and of_value and found[1] in YUAN else None

    def is_counter(self, text: str) -> bool:
        """Whether a cell says only what a quantity counts in (台)."""
        return _plain(text) in self.counters

    def counted(self, text: str) -> tuple[str, str] | None:
        """The number and the counter of a printed quantity (45台); None where the text is none."""
        found = self.count.fullmatch(_plain(text))
        return (found[1], found[2]) if found else None

    def spoken(self, text: str) -> str | None:
        """The unit that the last words of a header cell say (占比, 车辆数)."""
        return next((unit for ending, unit in self.said if _plain(text).endswith(ending)), None)


def cell_unit(table: Table, cell: Cell) -> str:
    """The unit of a cell's figure: by its own sign or counter, its column's header, its row's name or a row above it.

    A column of ratios or counts, or of what things are worth, has one unit in all rows; else what a row's name says
    goes before the header.
    """
    if _plain(cell.text).endswith(PERCENT):
        return PERCENT
    quantity = units().counted(cell.text)
    if quantity:
        return quantity[1]
    path = table.columns[cell.column].path
    of_column = header_unit(path)
    if of_column and (is_measure(of_column) or units().worth(path[-1])):
        return of_column
    return _row_unit(table, cell.row) or of_column or table.unit


def header_unit(path: Sequence[str]) -> str | None:
    """The unit that a column's header path says, the innermost cell first; None where it says none."""
    stated = (units().stated(part) for part in reversed(path))
    return next((unit for unit in stated if unit), units().spoken(path[-1]) if path else None)


def is_measure(unit: str | None) -> bool:
    """Whether figures of a unit are ratios, counts or prices, which are no amounts of money."""
    return unit is not None and unit not in YUAN


def _row_unit(table: Table, row: int) -> str | None:
    stated = (units().stated(name) for name in _names_above(table, row))
    return next((unit for unit in stated if unit), None)


def _names_above(table: Table, row: int) -> Iterator[str]:
    at: int | None = row
    while at is not None:
        yield table.rows[at].name
        at = table.rows[at].parent


def _plain(text: str) -> str:
    return squeezed(text[-MAX_WORDS:]).replace("％", PERCENT)


@cache
def units() -> Units:
    """The shipped units; read once.

    Raises:
        VocabularyError: the data file is malformed.
    """
    data = load(FILE)
    said = data.get("said")
    if not isinstance(said, dict):
        raise VocabularyError(f"{FILE}: [said] must give a list of words for each unit")
    endings = [(_plain(ending), str(unit)) for unit in said for ending in words(FILE, data, "said", unit)]
    money = "|".join(sorted(map(re.escape, YUAN), key=len, reverse=True))
    counters = frozenset((*words(FILE, data, "printed"), *words(FILE, data, "counters"))) - {PERCENT, "倍"}
    printed = sorted(map(re.escape, words(FILE, data, "printed")), key=len, reverse=True)
    counter = "|".join(sorted(map(re.escape, counters), key=len, reverse=True))
    return Units(
        re.compile(
            rf"\((?:(?:金额)?单位:)?(?:人民币)?((?:{money})(?:/[一-鿿]{{1,4}})?|{'|'.join(printed)})\)$"
        ),
        tuple(sorted(endings, key=lambda pair: len(pair[0]), reverse=True)),
        counters,
        re.compile(rf"([0-9,.]{{1,20}})({counter})"),
        words(FILE, data, "values"),
    )
