"""Values as their number formats show them.

Where the rules come from: ECMA-376 part 1, 18.8.31 (numFmts). What money tables have no use for (fractions, powers
of ten) is shown as a plain number. A currency sign, which only says the unit again, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import lru_cache

GENERAL = "general"
TOKEN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|AM/PM|上午/下午|E[+-]|[0#?]+|y+|m+|d+|h+|s+|a{3,4}|.',
    re.IGNORECASE | re.DOTALL,
)
CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]")
CURRENCY = frozenset("¥￥$€")
WEEKDAYS = "一二三四五六日"
PRECISE = 15
"""Significant digits that the programs keep of a number: the rest is noise of its binary form."""

SMALLEST = Decimal("0.0001")
"""A smaller number is shown as a power of ten where its format does not say how."""

MAX_DECIMALS = 30


@dataclass(frozen=True, slots=True)
class _Section:
    """One of the up to four parts of a format; `condition` is the comparison that chooses it."""

    tokens: tuple[str, ...]
    condition: tuple[str, Decimal] | None


def shown(value: object, number_format: str) -> str:
    """What a cell with this value and format shows; white space around it left out."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _number(_exact(value), number_format).strip()
        case datetime() | date() | time():
            return _moment(value, number_format).strip()
        case _:
            return str(value).strip()


def _exact(value: float) -> Decimal | None:
    """The decimal number that a binary one stands for; None for what is none."""
    try:
        number = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{PRECISE}g}")
    except (InvalidOperation, OverflowError):
        return None
    return number if number.is_finite() else None


def _number(number: Decimal | None, number_format: str) -> str:
    if number is None:
        return ""
    sections = _sections(number_format.strip().lower() if _is_general(number_format) else number_format)
    chosen, takes_sign = _chosen(sections, number)
    if chosen is None:
        return plain(number)
    return _filled(chosen.tokens, number if takes_sign else abs(number))


def _is_general(number_format: str) -> bool:
    return number_format.strip().lower() in ("", GENERAL)


@lru_cache(maxsize=512)
def _sections(number_format: str) -> tuple[_Section, ...]:
    sections: list[list[str]] = [[]]
    for token in TOKEN.findall(number_format or GENERAL):
        if token == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(_section(tokens) for tokens in sections)


def _section(tokens: Sequence[str]) -> _Section:
    conditions = [found for token in tokens if (found := CONDITION.fullmatch(token))]
    condition = (conditions[0][1], Decimal(conditions[0][2])) if conditions else None
    return _Section(tuple(tokens), condition)


def _chosen(sections: Sequence[_Section], number: Decimal) -> tuple[_Section | None, bool]:
    """The section that shows a number, and whether its sign is to be shown as well."""
    if any(section.condition for section in sections):
        for section in sections[:3]:
            if section.condition is None or _holds(number, *section.condition):
                return section, True
        return None, True
    if number > 0 or len(sections) == 1:
        return sections[0], True
    if number < 0:
        return sections[1], False
    return sections[2] if len(sections) > 2 else sections[0], True


def _holds(number: Decimal, comparison: str, other: Decimal) -> bool:
    match comparison:
        case "<":
            return number < other
        case "<=":
            return number <= other
        case ">":
            return number > other
        case ">=":
            return number >= other
        case "=":
            return number == other
        case _:
            return number != other


def _filled(tokens: Sequence[str], number: Decimal) -> str:
    """A section's tokens with the number in the place of its digits."""
    bare = [token for token in tokens if token[0] not in "_*[" and token not in CURRENCY]
    if any(token[:1] in "eE" and len(token) == 2 for token in bare):
        return plain(number)
    places = [at for at, token in enumerate(bare) if token[0] in "0#?"]
    percents = bare.count("%")
    if not places:
        return "".join(plain(number) if token.lower() == GENERAL else _literal(token) for token in bare)
    first, last = places[0], places[-1]
    if "/" in bare[first:last]:
        return plain(number)
    end = last + 1
    while end < len(bare) and bare[end] == ",":
        end += 1
    scaled = number * 100**percents / Decimal(1000) ** (end - last - 1)
    digits = _digits(bare[first : last + 1], abs(scaled))
    sign = "-" if number < 0 and any(digit in digits for digit in "123456789") else ""
    return f"{sign}{''.join(map(_literal, bare[:first]))}{digits}{''.join(map(_literal, bare[end:]))}"


def _digits(picture: Sequence[str], number: Decimal) -> str:
    """A number without sign by a picture of its digits, `#,##0.00` say."""
    whole, _, part = "".join(token for token in picture if token[0] in "0#?.,").partition(".")
    most = min(sum(each in "0#?" for each in part), MAX_DECIMALS)
    least = sum(each == "0" for each in part)
    rounded = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP) if number else Decimal(0)
    integer, _, decimals = f"{rounded:.{most}f}".partition(".")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    integer = integer.lstrip("0").rjust(sum(each == "0" for each in whole), "0")
    if "," in whole and integer:
        padding = len(integer) - len(integer.lstrip("0"))
        integer = f"{int(integer):,}" if not padding or int(integer) == 0 else integer
    point = "." if decimals or ("." in "".join(picture) and least) else ""
    return f"{integer}{point}{decimals}"


def _literal(token: str) -> str:
    if token.startswith('"'):
        return token[1:-1]
    return token[1:] if token.startswith("\\") else token


def plain(number: Decimal) -> str:
    """A number as a cell without format shows it: as many decimals as it has, never a digit of noise."""
    if number and abs(number) < SMALLEST:
        return f"{number:.5E}"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _moment(value: datetime | date | time, number_format: str) -> str:
    """A date or time as its format shows it."""
    tokens = list(_sections(number_format)[0].tokens) if not _is_general(number_format) else []
    if not any(token[0] in "ymdhsYMDHS" for token in tokens) or number_format.lower() in (
        "mm-dd-yy",
        "m/d/yy",
    ):
        # These stand for the date as the country writes it.
        return _as_usual(value)
    said = []
    for at, token in enumerate(tokens):
        if token[0] in "[_*":
            continue
        letter = token[0].lower()
        if letter in "hs" or (letter == "m" and _is_beside_hours(tokens, at)):
            said.append(_of_clock(value, token))
        else:
            said.append(_of_calendar(value, token) if letter in "ymda" else _literal(token))
    return "".join(said)


def _as_usual(value: datetime | date | time) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M:%S}"
    day = f"{value.year}/{value.month}/{value.day}"
    has_time = isinstance(value, datetime) and (value.hour, value.minute, value.second) != (0, 0, 0)
    return f"{day} {value:%H:%M:%S}" if has_time else day


def _is_beside_hours(tokens: Sequence[str], at: int) -> bool:
    letters = [token[0].lower() for token in tokens[:at] if token[0] in "ymdhsYMDHS"]
    following = [token[0].lower() for token in tokens[at + 1 :] if token[0] in "ymdhsYMDHS"]
    return letters[-1:] == ["h"] or following[:1] == ["s"]


def _of_clock(value: datetime | date | time, token: str) -> str:
    """Hours, minutes or seconds."""
    counts = {"h": "hour", "m": "minute", "s": "second"}
    return str(getattr(value, counts[token[0].lower()], 0)).rjust(min(len(token), 2), "0")


def _of_calendar(value: datetime | date | time, token: str) -> str:
    """A year, month, day or day of the week."""
    letter, width = token[0].lower(), min(len(token), 2)
    if isinstance(value, time):
        return ""
    match letter:
        case "y":
            return f"{value.year:04}"[-2 if len(token) < 3 else -4 :]
        case "m":
            return str(value.month).rjust(width, "0")
        case "d" if len(token) > 2:
            return f"星期{WEEKDAYS[value.weekday()]}"
        case "d":
            return str(value.day).rjust(width, "0")
        case "a" if len(token) in (3, 4) and token.isalpha():
            return ("星期" if len(token) == 4 else "") + WEEKDAYS[value.weekday()]
        case _:
            return ""
