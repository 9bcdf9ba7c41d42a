"""Automatic list numbers: what Word prints in front of a paragraph and keeps out of its text.

Where the rules come from: ECMA-376 part 1, 17.9 (Numbering) and 17.18.59 (ST_NumberFormat).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.readers.docx.names import W, number, value
from corpus.readers.markup import Element

PLACE = re.compile(r"%([1-9])")
DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
MAX_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it begins to count, how it writes its number, and the text around it."""

    start: int
    kind: str
    text: str
    is_spaced: bool
    style: str | None


@dataclass(slots=True)
class Lists:
    """The lists of a document, and how far each has counted in the paragraphs read so far."""

    levels: Mapping[str, Mapping[int, Level]]
    abstract: Mapping[str, str]
    restarts: Mapping[str, Mapping[int, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def label(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph of this list and depth, with what stands around it."""
        own = self.abstract.get(list_id, "")
        levels = self.levels.get(own, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(own, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            counts.update({at: start - 1 for at, start in self.restarts.get(list_id, {}).items()})
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        return self._written(levels, counts, depth)

    def depth_of(self, list_id: str, style: str) -> int:
        """The depth that a paragraph style has in this list; 0 where the list does not say."""
        levels = self.levels.get(self.abstract.get(list_id, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def _written(self, levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
        if levels[depth].kind in ("bullet", "none"):
            return ""

        def counted(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            level = levels.get(at)
            return written(counts.get(at, level.start), level.kind) if level else ""

        text = PLACE.sub(counted, levels[depth].text)
        return f"{text} " if levels[depth].is_spaced and text[-1:].isascii() and text[-1:] else text


def read_lists(numbering: Element | None) -> Lists:
    """The lists of a numbering part; none where a document has no such part."""
    levels: dict[str, Mapping[int, Level]] = {}
    abstract: dict[str, str] = {}
    restarts: dict[str, Mapping[int, int]] = {}
    for entry in numbering if numbering is not None else ():
        if entry.tag == f"{W}abstractNum":
            levels[entry.get(f"{W}abstractNumId") or ""] = dict(map(_level, entry.findall(f"{W}lvl")))
        elif entry.tag == f"{W}num":
            own = entry.get(f"{W}numId") or ""
            abstract[own] = value(entry.find(f"{W}abstractNumId")) or ""
            restarts[own] = {
                number(over.get(f"{W}ilvl"), 0): number(value(over.find(f"{W}startOverride")), 1)
                for over in entry.findall(f"{W}lvlOverride")
                if over.find(f"{W}startOverride") is not None
            }
    return Lists(levels, abstract, restarts)


def _level(entry: Element) -> tuple[int, Level]:
    kind = value(entry.find(f"{W}numFmt")) or "decimal"
    level = Level(
        number(value(entry.find(f"{W}start")), 1),
        kind,
        value(entry.find(f"{W}lvlText")) or "",
        value(entry.find(f"{W}suff")) != "nothing",
        value(entry.find(f"{W}pStyle")),
    )
    return number(entry.get(f"{W}ilvl"), 0), level


def written(count: int, kind: str) -> str:
    """A count as a list of this kind writes it; in Arabic digits where the kind is rare."""
    if count < 1:
        return str(count)
    match kind:
        case "chineseCounting" | "chineseCountingThousand" | "japaneseCounting" | "taiwaneseCounting":
            return _chinese(count, DIGITS, "十")
        case "taiwaneseCountingThousand" | "ideographTraditional" | "koreanCounting":
            return _chinese(count, DIGITS, "十")
        case "chineseLegalSimplified" | "ideographLegalTraditional":
            return _chinese(count, LEGAL, "拾")
        case "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital":
            return "".join(DIGITS[int(digit)] for digit in str(count))
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if count <= len(CIRCLES):
            return CIRCLES[count - 1]
        case "decimalZero":
            return f"{count:02}"
        case "decimalEnclosedParen":
            return f"({count})"
        case "decimalEnclosedFullstop":
            return f"{count}."
        case "upperLetter":
            return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "lowerLetter":
            return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        case "upperRoman":
            return _roman(count).upper()
        case "lowerRoman":
            return _roman(count)
        case _:
            return str(count)


def _chinese(count: int, digits: str, ten: str) -> str:
    """A count up to 99 in Chinese numerals; larger ones digit by digit."""
    if count > 99:
        return "".join(digits[int(digit)] for digit in str(count))
    tens, units = divmod(count, 10)
    head = ("" if tens == 1 and ten == "十" else digits[tens]) + ten if tens else ""
    return head + (digits[units] if units else "")


def _roman(count: int) -> str:
    """A count up to 39 in Roman numerals, which is as far as lists of headings go."""
    if count > 39:
        return str(count)
    text = ""
    for worth, sign in ROMAN:
        while count >= worth:
            text += sign
            count -= worth
    return text
