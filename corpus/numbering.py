"""Enumerators at the start of a line: `一、` `（一）` `1.` `（1）` `①` `第一部分`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from corpus.numerals import DIGITS

NUMERAL = "[一二三四五六七八九十]{1,3}"


class Numbering(IntEnum):
    """The kinds of enumerators, the outermost first: the order in which they nest in public documents."""

    PART = 0
    CHINESE = 1
    CHINESE_BRACKET = 2
    ARABIC = 3
    ARABIC_BRACKET = 4
    CIRCLE = 5


@dataclass(frozen=True, slots=True)
class Enumerator:
    """An enumerator: its kind, its number, and how many characters of the text it takes."""

    kind: Numbering
    value: int
    length: int


PATTERNS: tuple[tuple[Numbering, re.Pattern[str]], ...] = (
    (Numbering.PART, re.compile(rf"第({NUMERAL})(?:部分|章|篇)\s*")),
    (Numbering.CHINESE, re.compile(rf"({NUMERAL})\s?[、．.]\s*")),
    (Numbering.CHINESE_BRACKET, re.compile(rf"[（(]({NUMERAL})[）)][、.]?\s*")),
    (Numbering.ARABIC, re.compile(r"([0-9０-９]{1,3})\s?(?:、|[.．](?![0-9０-９])|[.．](?=20\d\d年))\s*")),
    (Numbering.ARABIC_BRACKET, re.compile(r"[（(]([0-9０-９]{1,3})[）)][、.]?\s*")),
    (Numbering.CIRCLE, re.compile(r"([①-⑳])\s*")),
)


def enumerator(text: str, start: int = 0) -> Enumerator | None:
    """The enumerator that stands at `start`, or None. `1.5` and `2021年` are none."""
    for kind, pattern in PATTERNS:
        found = pattern.match(text, start)
        if found:
            return Enumerator(kind, _value(found[1]), found.end() - start)
    return None


def without_enumerator(text: str) -> str:
    """The text after its enumerator, or the text as it is where it has none."""
    found = enumerator(text)
    return text[found.length :] if found else text


def _value(digits: str) -> int:
    if digits.isdecimal():
        return int(digits)
    if "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    tens, ten, units = digits.rpartition("十")
    if not ten:
        return DIGITS[digits[-1]]
    return DIGITS.get(tens, 1) * 10 + DIGITS.get(units, 0)
