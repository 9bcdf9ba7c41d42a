"""What simple formulas give: sums, differences and products of cells of their own sheet.

Only what a budget's tables add up is computed, to hold the stored value against it; any other formula is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, DivisionByZero, InvalidOperation

from corpus.readers.sheets.model import Place

CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
TOKEN = re.compile(
    rf"\s*(?:(?P<range>{CELL}:{CELL})|(?P<cell>{CELL})(?![\w(!:])|(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<sum>SUM\()|(?P<sign>[-+*/(),]))"
)
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
MAX_PLACES = 20_000
MAX_DEPTH = 40
TOLERANCE = Decimal("0.000001")
"""Stored values carry noise of their binary form, in the last of fifteen digits."""


class _UnknownFormula(Exception):
    """The formula says something that is not computed here."""


def gives(formula: str, stored: Decimal, numbers: Mapping[Place, Decimal]) -> bool:
    """Whether a formula gives its stored value with the numbers of its sheet; True where it can not be told."""
    try:
        result = _Formula(_tokens(formula.removeprefix("=")), numbers).value()
    except (_UnknownFormula, DivisionByZero, InvalidOperation):
        return True
    return abs(result - stored) <= TOLERANCE * max(Decimal(1), abs(stored))


def _tokens(formula: str) -> list[tuple[str, str]]:
    found, at = [], 0
    text = formula.strip().upper()
    while at < len(text):
        token = TOKEN.match(text, at)
        if token is None or token.lastgroup is None:
            raise _UnknownFormula
        found.append((token.lastgroup, token[token.lastgroup]))
        at = token.end()
    return found


@dataclass(slots=True)
class _Formula:
    """Reads tokens from left to right by the usual precedence."""

    tokens: list[tuple[str, str]]
    numbers: Mapping[Place, Decimal]
    at: int = 0
    depth: int = 0

    def value(self) -> Decimal:
        """The value of the whole formula."""
        result = self._added()
        if self.at < len(self.tokens):
            raise _UnknownFormula
        return result

    def _take(self, *texts: str) -> str | None:
        if self.at < len(self.tokens) and self.tokens[self.at][1] in texts:
            self.at += 1
            return self.tokens[self.at - 1][1]
        return None

    def _added(self) -> Decimal:
        result = self._multiplied()
        while sign := self._take("+", "-"):
            part = self._multiplied()
            result = result + part if sign == "+" else result - part
        return result

    def _multiplied(self) -> Decimal:
        result = self._single()
        while sign := self._take("*", "/"):
            part = self._single()
            result = result * part if sign == "*" else result / part
        return result

    def _single(self) -> Decimal:
        if self.at >= len(self.tokens) or self.depth > MAX_DEPTH:
            raise _UnknownFormula
        kind, text = self.tokens[self.at]
        self.at += 1
        self.depth += 1
        try:
            return self._read(kind, text)
        finally:
            self.depth -= 1

    def _read(self, kind: str, text: str) -> Decimal:
        match kind, text:
            case "number", _:
                return Decimal(text)
            case "cell", _:
                return self.numbers.get(_place(text), Decimal(0))
            case "sum", _:
                return self._sum()
            case "sign", "-":
                return -self._single()
            case "sign", "+":
                return self._single()
            case "sign", "(":
                result = self._added()
                if self._take(")"):
                    return result
        raise _UnknownFormula

    def _sum(self) -> Decimal:
        total = Decimal(0)
        while True:
            if self.at < len(self.tokens) and self.tokens[self.at][0] == "range":
                total += _range_sum(self.tokens[self.at][1], self.numbers)
                self.at += 1
            else:
                total += self._added()
            if self._take(")"):
                return total
            if not self._take(","):
                raise _UnknownFormula


def _place(reference: str) -> Place:
    found = REFERENCE.fullmatch(reference)
    if found is None:
        raise _UnknownFormula
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column


def _range_sum(reference: str, numbers: Mapping[Place, Decimal]) -> Decimal:
    one, _, other = reference.partition(":")
    (top, left), (bottom, right) = _place(one), _place(other)
    if (bottom - top + 1) * (right - left + 1) > MAX_PLACES:
        raise _UnknownFormula
    places = ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))
    return sum((numbers[place] for place in places if place in numbers), Decimal(0))
