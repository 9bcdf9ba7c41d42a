"""Lists in sentences (内设办公室、财务处和机关党委), with the words that say what is listed and how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.clauses import SENTENCE_END
from corpus.numerals import numeral

MARK = re.compile(r"[，,]")
LETTERS = r"\d两二三四五六七八九十"
NUMERAL = rf"(?<![{LETTERS}])(?:\d{{1,3}}|[两二三四五六七八九]?十[一二三四五六七八九]?|[两二三四五六七八九])"
"""A number that counts something; 两三个 says none."""
COUNTER = "[个家大所项名]"
LEAD = re.compile(
    r"^.{0,60}?(?:(?:分别|具体)[为是有]|包括|包含|[：:]|^即|(?:机构|部门|单位|科室|处室|股室)(?:为|有|是)"
    r"|(?:内设|下设|设置|设有|设立|下辖|^设)(?!机构|部门|单位|科室|处室|股室|职能|\d|.{0,15}(?:分别|包括|[：:])))[了：:]?"
)
"""What leads to the first of the listed: 内设|办公室、…, 单位包括：|甲局、…."""
TAIL = re.compile(rf"(?P<more>等)?共?(?P<number>{NUMERAL}){COUNTER}(?P<kind>[^、，。；]{{0,15}})$")
"""What counts the listed behind the last of them: …、监测科|13个科室."""
COUNTED = re.compile(rf"(?P<number>{NUMERAL}){COUNTER}[^，,、]{{0,12}}$")
"""The same before the first: 下属3个预算单位，分别为…."""
EACH_KIND = re.compile(rf"(?P<number>{NUMERAL}){COUNTER}(?=、|$)")
"""The kinds of what is listed, each with its number: 行政单位1家、财政补助事业单位4家，分别是：…."""
ENCLOSED = re.compile(
    rf"(?P<said>[^，。；（()）]{{0,40}}?(?P<number>{NUMERAL}){COUNTER}(?P<kind>[^，。；、（()）]{{0,12}}))[（(](?P<items>[^（()）]*、[^（()）]*)[）)]"
)
"""A list in parentheses behind what counts it: 下设5个内设机构（党建办、经济办、…）."""
LINK = re.compile(r"(?:主要|分别|具体|包括|包含|即|[为是有：:])+$")
WITHIN = re.compile(rf"[{LETTERS}]{COUNTER}|[，。；：:①-⑳]")
"""What no name holds: a list of two kinds (…、丙学院三大学院以及丁室、…) is not read."""
LAST = re.compile(r"(?<=[一-鿿）)”])(?:以及|和|及|与)(?=[^和及与、]{2,20}$)")
OPEN_END = re.compile(r"等(?:单位|机构|部门|科室|处室)?$")
SEVERAL = re.compile(r"、(?![^（(]{0,40}[）)])")
AMONG = "其中"
MOST_SENTENCE, LONGEST_NAME = 1000, 40


@dataclass(frozen=True, slots=True)
class SentenceList:
    """The items that a sentence lists, the words around them that say what they are, and their number if it says it.

    A list that breaks off (…等8个科室) has no number: its items are fewer.
    """

    items: tuple[str, ...]
    said: str
    size: int | None


def lists(text: str) -> Iterator[SentenceList]:
    """The lists of a text's sentences; one whose items are not as many as its sentence says is not read."""
    for sentence in SENTENCE_END.split(text):
        if len(sentence) <= MOST_SENTENCE:
            yield from _in_sentence(sentence.rstrip("。；;"))


def _in_sentence(sentence: str) -> Iterator[SentenceList]:
    for found in ENCLOSED.finditer(sentence):
        names = tuple(item.strip() for item in found["items"].split("、"))
        if _are_names(names) and numeral(found["number"]) == len(names):
            yield SentenceList(names, found["said"], len(names))
    before = ""
    for clause in MARK.split(sentence):
        lead = LEAD.match(clause.strip())
        items = SEVERAL.split(clause.strip()[lead.end() :]) if lead else []
        if lead and len(items) > 1:
            names, size, kind = _names(items)
            own = LINK.sub("", lead[0])
            sizes = {size} if size else _sizes(own or before)
            if _are_names(names) and (not sizes or len(names) in sizes):
                yield SentenceList(names, f"{own or before}{kind}", len(names) if sizes else None)
        before = f"{before}，{clause}" if clause.startswith(AMONG) else clause


def _sizes(said: str) -> set[int]:
    """How many are listed, by the last number before the list or those of the kinds together; none if none is said."""
    counted = COUNTED.search(said)
    kinds = EACH_KIND.findall(MARK.split(said)[-1])
    return {numeral(counted["number"]), sum(map(numeral, kinds))} - {0} if counted else set()


def _names(items: Sequence[str]) -> tuple[tuple[str, ...], int | None, str]:
    """The names, without what counts them or breaks off behind the last, the number, and what they are."""
    *first, last = items
    tail = TAIL.search(last)
    last = last[: tail.start()] if tail else OPEN_END.sub("", last)
    size = numeral(tail["number"]) if tail and not tail["more"] else None
    return tuple(item.strip() for item in (*first, *LAST.split(last))), size, tail["kind"] if tail else ""


def _are_names(names: Iterable[str]) -> bool:
    return all(2 <= len(name) <= LONGEST_NAME and not WITHIN.search(name) for name in names)
