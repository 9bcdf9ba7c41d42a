"""A query as the plain question that it answers: shown as a choice to click, and read back to the same query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from corpus.quantity import Quantity
from qa.query import (
    PERCENT,
    AgainstPlan,
    Aiming,
    Average,
    AverageOf,
    Axis,
    Belonging,
    Change,
    Cited,
    CitedBy,
    Compare,
    Define,
    Difference,
    Direction,
    Enumeration,
    Filter,
    Growth,
    Identify,
    Listing,
    Locate,
    Lookup,
    Members,
    Organs,
    Part,
    Passage,
    PerOne,
    Portion,
    Query,
    Rank,
    RankOf,
    Ratio,
    Reason,
    Remainder,
    Share,
    Shortfall,
    Spread,
    Stated,
    StatedChange,
    StatedEach,
    Sum,
    SumOf,
    Target,
    Term,
)

NUMERALS = "零一二三四五六七八九十"
MOVED = {
    Direction.UP: "增加",
    Direction.DOWN: "减少",
    Direction.LEVEL: "持平",
    Direction.EITHER: "变动",
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """What goes without saying: the documents' own year; and whose each document is, where they are several bodies'."""

    year: int
    bodies: Mapping[int, str] = field(default_factory=dict)

    def lead(self, target: Target) -> str:
        """What has to be said before a target's names."""
        body = next((self.bodies[key] for key in target.documents if key in self.bodies), "")
        return f"{body}{target.year}年" if body or target.year != self.year else ""


def restate(query: Query, spoken: Spoken) -> str:
    """The query as a question."""
    if isinstance(query, Enumeration | Organs | Stated | Passage):
        return query.said  # the words as they were asked are part of the query
    if isinstance(query, StatedEach | StatedChange):
        return query.asked.said
    return f"{_figures(query, spoken) or _sets(query, spoken) or _words(query, spoken)}？"


def _named(target: Target, spoken: Spoken) -> str:
    return spoken.lead(target) + "的".join(target.names)


def _term(term: Term, spoken: Spoken) -> str:
    return (
        _members(term) if isinstance(term, Members) else "与".join(_named(target, spoken) for target in term)
    )


def _years(term: Term) -> frozenset[int]:
    return frozenset({term.year} if isinstance(term, Members) else (target.year for target in term))


def _members(members: Members) -> str:
    if members.axis is Axis.PROJECTS:
        return f"除了{'、'.join(members.besides)}以外的项目" if members.besides else "全部项目"
    if members.axis is Axis.UNITS:
        return f"{'的'.join(members.within)}各单位"
    return "的".join(members.within) or "功能分类科目"


def _how_much(unit: str | None) -> str:
    return f"多少{unit or ''}"


def _share(query: Share | Portion, spoken: Spoken) -> str:
    whole = _term(query.whole, spoken) + "的" if isinstance(query, Share) else ""
    part = _term(query.part, spoken) if isinstance(query, Share) else _named(query.part, spoken)
    return f"{part}占{whole}百分之几"


def _figures(query: Query, spoken: Spoken) -> str | None:
    match query:
        case Lookup((target,), unit):
            return f"{_named(target, spoken)}是{_how_much(unit)}"
        case Lookup(targets, unit):
            return f"{'、'.join(_named(t, spoken) for t in targets)}分别是{_how_much(unit)}"
        case Locate(target):
            return f"{_named(target, spoken)}在哪张表"
        case Sum(targets, unit):
            return f"{'、'.join(_named(t, spoken) for t in targets)}一共是{_how_much(unit)}"
        case Remainder(whole, parts, unit):
            return f"{_named(whole, spoken)}扣除{'、'.join(_named(p, spoken) for p in parts)}还有{_how_much(unit)}"
        case Difference(left, right, unit):
            both = "之和" if isinstance(right, tuple) and len(right) > 1 else ""
            if unit == PERCENT:
                return f"{_term(left, spoken)}比{_term(right, spoken)}{both}多百分之几"
            return f"{_term(left, spoken)}比{_term(right, spoken)}{both}相差{_how_much(unit)}"
        case Compare(targets, least, unit):
            return (
                f"{'、'.join(_named(t, spoken) for t in targets)}哪个最{'低' if least else '高'}{unit or ''}"
            )
        case Ratio(left, right):
            same = _years(left) == _years(right)
            said = spoken if same else replace(spoken, year=0)  # of two years neither goes without saying
            return f"{_term(left, said)}是{_term(right, said)}的几倍"
        case Share() | Portion():
            return _share(query, spoken)
        case Change(target, base, supposed, unit):
            return f"{_named(target, spoken)}比{base}年{MOVED[supposed]}{_how_much(unit)}"
        case Growth(target, base, supposed):
            return f"{_named(target, spoken)}比{base}年{MOVED[supposed]}百分之几"
        case Average(targets, 12, unit):
            return f"{'、'.join(_named(t, spoken) for t in targets)}平均每月{_how_much(unit)}"
        case Average(targets, parts, unit):
            period = {4: "每季度", 365: "每天"}[parts]
            return f"{'、'.join(_named(t, spoken) for t in targets)}平均{period}{_how_much(unit)}"
        case Spread(among, unit):
            return f"{_term(among, spoken)}最高的和最低的相差{_how_much(unit)}"
    return None


def _sets(query: Query, spoken: Spoken) -> str | None:
    match query:
        case SumOf(members, unit):
            return f"{_members(members)}一共是{_how_much(unit)}"
        case PerOne(target, counter, unit):
            return f"{_named(target, spoken)}平均每{counter}{_how_much(unit)}"
        case AverageOf(members, unit):
            return f"{_members(members)}平均是{_how_much(unit)}"
        case Rank(members, start, 1, least, unit) if start > 1:
            return (
                f"{_term(members, spoken)}第{NUMERALS[start]}{'低' if least else '高'}的是{_how_much(unit)}"
            )
        case Rank(members, _, 0, least, unit):
            return f"{_term(members, spoken)}{'从低到高' if least else '从高到低'}各是{_how_much(unit)}"
        case Rank(members, _, top, least, unit):
            few = f"的前{NUMERALS[top]}个" if top > 1 else "的"
            return f"{_term(members, spoken)}最{'低' if least else '高'}{few}是{_how_much(unit)}"
        case RankOf(target, members):
            return f"{_named(target, spoken)}在{_members(members)}中排第几"
        case Filter(members, over, under, inclusive, counted):
            words = ("不低于", "不超过") if inclusive else ("超过", "低于")
            limits = "，".join(part for part in (_limit(words[0], over), _limit(words[1], under)) if part)
            return f"{_members(members)}中{limits}的{'有多少个' if counted else '有哪些'}"
        case Listing(members, counted):
            return f"{_members(members)}{'有多少个' if counted else '有哪些'}"
    return None


def _limit(word: str, amount: Decimal | None) -> str:
    return f"{word}{Quantity(amount, '元').to('万元').number.normalize():f}万元" if amount is not None else ""


def _words(query: Query, spoken: Spoken) -> str:
    match query:
        case Cited(projects, common, cited_year, topic, position, counted):
            parts = (f"{cited_year}年" if cited_year else "", f"关于{'、'.join(topic)}" if topic else "")
            place = "" if position is None else f"{'' if position > 0 else '倒数'}第{abs(position)}条"
            which = f"{'、'.join(projects)}{'共同' if common else ''}的立项依据{place}{''.join(parts)}"
            return f"{which}{'有多少条' if counted else '有哪些'}"
        case CitedBy(number, title, counted):
            document = number or f"《{title}》"
            return f"有几个项目引用了{document}" if counted else f"{document}被哪些项目引用"
        case Identify(number, title, numbered):
            return f"{number or f'《{title}》'}{'的文号是什么' if numbered else '是什么文件'}"
        case Part(heading=heading, project=project):
            return f"{project or ''}{'的' if project else ''}{heading}是什么"
        case Belonging():
            return "归哪个部门管"
        case Aiming(indicator, None):
            return f"哪个项目有{indicator}这一指标"
        case Aiming(indicator, project):
            return f"{project}的{indicator}是什么"
        case Define(term):
            return f"什么是{term}"
        case AgainstPlan(target, supposed, unit):
            return f"{_named(target, spoken)}比年初预算{MOVED[supposed]}{_how_much(unit)}"
        case Reason(target, supposed):
            return f"{_named(target, spoken)}为什么{MOVED[supposed]}"
        case Shortfall(target):
            return f"{_named(target, spoken)}的决算数与预算数为什么有差异"
        case _:
            raise TypeError(f"{type(query).__name__} has no question")
