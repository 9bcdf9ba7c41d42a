"""A linked question by its parts: the things that it names, what it wants done, years, units, numbers, open words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.quantity import Quantity
from qa.drafting.asked import asked
from qa.drafting.bodies import Place, bodies_named
from qa.lexicon import lexicon
from qa.linking.mentions import JOINERS, OWN_REGION, Kind, Mention
from qa.linking.rules import BY_HOW_MANY, PEOPLE
from qa.terms.stages import COMPLETION, outcome, planned
from qa.terms.subjects import fund_of
from qa.text import HAN

THINGS = frozenset({Kind.NAME, Kind.CODE})
OVER_SENTENCE = frozenset({"、", ";", "；", "/"})
SPLITTING_CUES = frozenset({"share", "difference", "compare", "ratio", "sum", "except"})
BASE_LEAD = re.compile(
    r"(?:比|较|相比|相较于?|对比|than|over|from|compared (?:with|to)|against|versus|vs)\s*$"
)
YEAR_ON_YEAR = "同比"
"""What compares with the year before without saying 比 or its name."""
BASE_BETWEEN = (re.compile(r"(?:跟|与|同|和)\s*$"), re.compile(r"(?:的?预算|的)?(?:相比|比|持平|对比|相较)"))
"""What stands before and after a year that is compared with: 跟2020年比, 与2020年持平."""
HELD_AGAINST = SPLITTING_CUES | {"up", "down", "change", "percent", "respectively", "why", "over", "under"}
"""Cues with which an outcome may be held against its budget."""
INSIDE = re.compile(r"[中里内]|^的$")
MOVING = ("up", "down", "change", "growth", "ratio", "monthly", "quarterly", "daily")
MONEY_WORDS = ("预算", "支出", "钱", "经费", "资金", "花", "budget", "spend", "expenditure", "cost")
LIMITING = ("以上", "以下")
"""What stands behind a unit that no amount is asked for in: 亿元以上项目."""
COUNTER = re.compile(r"^(?P<named>批次|人次|人(?=数))|(?:几|多少)(?:个(?=方面))?(?P<asked>台(?=套)|[一-鿿]+)")
PERSONS = "人"
COUNTED_PEOPLE = re.compile(PEOPLE)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that the question names: the standard names it may stand for, and how it was said.

    `joined` tells that it belongs to the thing before (租赁费 in 公用经费), not beside it (租赁费和培训费);
    `inside` that it is said to be a part of it (会议费中的场地费, and what a fund pays: 防汛财政拨款预算), `unit` that
    it is a unit whose rows are set out.
    """

    names: tuple[str, ...]
    said: str
    start: int
    end: int
    joined: bool
    inside: bool
    unit: bool = False

    @property
    def is_stage(self) -> bool:
        """Whether it is only an account of the year, of something else that is named: 年初预算, 决算数."""
        return {*self.names} <= planned() | {outcome()}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A small number of the question with its counter; `use` is ordinal (第三条), cardinal (三个) or first (前三)."""

    value: int
    counter: str
    use: str
    start: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What a question says, before it is known what it asks."""

    text: str
    mentions: tuple[Mention, ...]
    things: tuple[Thing, ...]
    bodies: tuple[Place, ...]
    cues: frozenset[str]
    years: tuple[int, ...]
    base: int | None
    unit: str | None
    limits: tuple[Quantity, ...]
    numerals: tuple[Numeral, ...]
    headings: tuple[str, ...]
    terms: tuple[str, ...]
    cited: tuple[str, ...]
    numbers: tuple[str, ...]
    absent: tuple[str, ...]
    open: tuple[str, ...]
    counter: str | None

    def has(self, *cues: str) -> bool:
        """Whether the question holds one of these cues."""
        return not self.cues.isdisjoint(cues)

    @property
    def names_stage(self) -> bool:
        """Whether the question names an account of the year that stands beside the outcome."""
        return any(thing.is_stage for thing in self.things)

    @property
    def asks_amount(self) -> bool:
        """Whether a question that names nothing asks for money at all, and points at nothing said before."""
        speaks_of_money = self.has("amount", *MOVING) or any(word in self.text for word in MONEY_WORDS)
        of_region = any(m.rule == OWN_REGION for m in self.mentions) and not self.bodies  # 上海市的预算
        return speaks_of_money and not of_region and not self.has("pronoun", "both")

    @property
    def _around_names(self) -> str:
        """The question without the names in it, which an English one gives in Chinese."""
        letters = list(self.text)
        for mention in self.mentions:
            if mention.kind in (Kind.BODY, Kind.NAME):
                letters[mention.start : mention.end] = " " * (mention.end - mention.start)
        return "".join(letters)

    @property
    def wordy(self) -> bool:
        """Whether the question asks for words (what, who, when, which) and not for an amount."""
        if self.unit is not None or self.has("amount", "sum", "count", "share", "percent"):
            return False
        if self.things and (not HAN.search(self.text) or self._asks_in_english):
            return self.has("who", "when", "why", "where")
        return self.has("what", "who", "when", "yes_no", "list", "define", "why", "where")

    @property
    def _asks_in_english(self) -> bool:
        """Whether it is English that asks what or which, also of a thing or a body that is named in Chinese."""
        asking = [
            m for m in self.mentions if m.kind is Kind.CUE and not {"what", "list"}.isdisjoint(m.values)
        ]
        return bool(asking) and all(m.text.isascii() for m in asking)

    def at(self, *cues: str) -> int | None:
        """Where the first of these cues stands."""
        return next(
            (m.start for m in self.mentions if m.kind is Kind.CUE and not {*m.values}.isdisjoint(cues)), None
        )


def draft(
    text: str,
    mentions: Sequence[Mention],
    gaps: Sequence[tuple[int, int]],
    year: int,
    units: frozenset[str] = frozenset(),
) -> Draft:
    """The parts of a linked question.

    `year` is the documents' own, which 今年 and 去年 are counted from, `units` are the units whose rows they set out.
    """
    cues = asked(mentions)
    units_said = [m for m in mentions if m.kind is Kind.UNIT and not text.startswith(LIMITING, m.end)]
    unit = units_said[-1].values[0] if units_said else None
    if unit:
        cues -= {"share"}  # 其中项目支出占了多少万元 asks for an amount
    years, base = _years(text, mentions, year)
    quantities = [Quantity(Decimal(m.values[0]), m.values[1]) for m in mentions if m.kind is Kind.QUANTITY]
    open_words = [(m.start, m.values[0]) for m in mentions if m.kind in (Kind.WORD, Kind.REGION)]
    open_words += [(start, text[start:end].strip()) for start, end in gaps]
    counted = (m for m in mentions if "count" in m.values or m.rule == BY_HOW_MANY)
    counters = [counter for m in counted if (counter := _counter(text, m))]
    named = (replace(thing, unit=units.issuperset(thing.names)) for thing in _things(text, mentions))
    things = _without_outcome(tuple(named), text, cues)
    return Draft(
        text=text,
        mentions=tuple(mentions),
        things=things,
        bodies=tuple(bodies_named(mentions)),
        cues=cues,
        years=years,
        base=base,
        unit=unit,
        limits=tuple(quantities),
        numerals=tuple(_numerals(mentions)),
        headings=_values(mentions, Kind.HEADING),
        terms=_values(mentions, Kind.TERM),
        cited=_values(mentions, Kind.CITED),
        numbers=_values(mentions, Kind.NUMBER),
        absent=_values(mentions, Kind.ABSENT),
        open=tuple(word for _, word in sorted(open_words) if not _within(word, things)),
        counter=counters[0] if counters else None,
    )


def _counter(text: str, asked: Mention) -> str | None:
    """What a question counts in: as it says, else people where it asks for them alone (有多少编制)."""
    found = COUNTER.search(asked.text)
    if found:
        return found["named"] or found["asked"]
    return PERSONS if COUNTED_PEOPLE.match(text, asked.end) else None


def _within(word: str, things: Sequence[Thing]) -> bool:
    """Whether a word says no more than a name that the question gives in full as well (property 物业管理费).

    A general word is asked of the name: 数据服务费项目提供哪几项服务.
    """
    if word in lexicon().body_general:
        return False
    return any(word in name for thing in things for name in (thing.said, *thing.names))


def _values(mentions: Sequence[Mention], kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for m in mentions if m.kind is kind for value in m.values))


def _numerals(mentions: Sequence[Mention]) -> Iterator[Numeral]:
    for m in mentions:
        if m.kind is Kind.NUMERAL:
            yield Numeral(int(m.values[0]), m.values[1], m.values[2], m.start)


def _things(text: str, mentions: Sequence[Mention]) -> Iterator[Thing]:
    """The named things in order; joining words, lists and comparing cues between two set them side by side."""
    apart, end, said = True, 0, ""
    for m in mentions:
        if m.kind in THINGS:
            between = text[end : m.start]
            of_fund = not between and bool(fund_of(m.text)) and not fund_of(said)
            inside = not apart and (of_fund or bool(INSIDE.search(between)))
            yield Thing(m.values, m.text, m.start, m.end, not apart, inside)
            apart, end, said = False, m.end, m.text
        elif m.text in JOINERS or m.text in OVER_SENTENCE or not SPLITTING_CUES.isdisjoint(m.values):
            apart = True


def _without_outcome(things: tuple[Thing, ...], text: str, cues: Set[str]) -> tuple[Thing, ...]:
    """The things, the outcome among them only where a budget is named too: else it is what is meant anyway.

    The outcome in the title of a table (三公经费支出决算表) is none, nor the one that only says whose account is meant
    (2016年决算，公务接待费的预算数).
    """
    things = tuple(t for t in things if t.names != (outcome(),) or not text.startswith("表", t.end))
    if things[:1] and things[0].names == (outcome(),) and cues.isdisjoint(HELD_AGAINST):
        things = things[1:] if any(not thing.is_stage for thing in things) else things
    if any(thing.is_stage and thing.names not in ((outcome(),), (COMPLETION,)) for thing in things):
        return things
    return tuple(thing for thing in things if thing.names != (outcome(),))


def _is_base(text: str, year: Mention) -> bool:
    """Whether a year is the one that is compared with."""
    before, after = BASE_BETWEEN
    between = before.search(text[: year.start]) and after.match(text[year.end :])
    return year.text == YEAR_ON_YEAR or bool(BASE_LEAD.search(text[: year.start]) or between)


def _years(text: str, mentions: Sequence[Mention], year: int) -> tuple[tuple[int, ...], int | None]:
    """The years asked for, and another one that they are compared with (比2020年, 比去年)."""
    asked: list[int] = []
    base: int | None = None
    for m in mentions:
        if m.kind is Kind.YEAR:
            stated = int(m.values[0])
        elif m.kind is Kind.CUE and "previous" in m.values:
            stated = year - 1
        elif m.kind is Kind.CUE and "this_year" in m.values:
            stated = year
        else:
            continue
        if base is None and _is_base(text, m):
            base = stated
        elif stated not in asked:
            asked.append(stated)
    return tuple(asked), None if asked == [base] else base  # 2023年决算比2023年预算少多少
