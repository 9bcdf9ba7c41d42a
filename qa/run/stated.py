"""Figures that prose states in a clause, found by the words of the clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.document import Measure
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.catalogs.figures import Figure
from qa.linking.partial import is_kind
from qa.query import Stated
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.evidence import of_figure
from qa.run.operands import conversion, in_unit
from qa.terms.counters import HOW_MANY, LOOSE, counts_alike
from qa.text import flatten

CLAUSE_HOLDS = 0.4
"""How much of the question the words of the figure's own clause must hold."""
LONE_CLAUSE_HOLDS = 0.15
"""The same where the sentence states no other figure that could be meant."""
SENTENCE_HOLDS = 0.7
"""How much of it the clause, its sentence and its headings must hold together."""
VISITS_HOLD = 0.5
"""The same of visits, whose paragraph may go on from one that says whose they are: 公务接待费…。其中：."""
QUESTION_HOLDS = 0.15
"""How much of the clause the question must hold in turn: 企业 alone does not ask for 面向中小企业预留的采购预算."""
YEAR = re.compile(r"20\d\d年?度?|一共|总共")
"""It has told which figures are looked at, and tells nothing of what they are; nor does what counts them."""
CERTAINLY_HOLDS = 0.9
RETIRED = re.compile(r"(?P<both>离退休)|(?P<one>离休|退休)")
"""离退休人员 are those of both kinds, 退休人员 those of one."""
COUNTED_KIND = 0.2
"""What a figure gains whose words end in one that is asked for: 编报绩效目标的项目21个 counts 项目."""
CLOSELY = 0.05
"""What a figure gains whose clause says little besides: 公务接待 is 国内公务接待 before 国（境）外公务接待."""
MARGIN = 0.08
MOVE = re.compile(r"增加|新增|增长|减少|下降|追加|压减|购置|更新|买|报废")
SHARE = re.compile(r"完成|占|比重|比例")
UNASKED = frozenset({"%", "分"})
"""The units besides money that a question need not say: a share, a score."""
VEHICLES = frozenset({"辆", "台"})
BOUGHT = re.compile(r"购置|采购|购买|新购|更新|买")
"""What says of cars that they are bought, which are not all those that a body has."""
WITHOUT = re.compile(r"[（(](?:不含|不包括|除)[^（()）]*[）)]")
"""What a count is not of: 单价100万元以上设备（不含车辆）3台."""
VISITED, VISITS = "接待", frozenset({"批", "批次", "人次", "人"})
VISITORS = re.compile(r"接待|来访|来宾")
FOREIGN, HOME = re.compile(r"外事|外宾|境外|国外"), "国内"
"""Whose visits are counted; of both where neither is said."""
GROUPS = ("团组", "批次")
"""What visitors that are counted in 批次 come in: 接待国内来访团组38个."""
BESIDE_OWN = re.compile(r"(?:本部|本级|机关|[局委厅部院])(?:以及|及|和|与|、)(?:其)?(?:下属|所属)")
"""What counts the bodies under a body beside itself: 本部以及下属1家预算单位 are two."""
BODIES = "家"
UNDER = re.compile(r"下属|所属|下辖|二级|直属")
OFFICIAL_CAR = re.compile("公务用?车|公车")
CARS = ("公务用车", "车辆")
"""What prose calls the cars that a body has: by the first, where it counts them so."""
VEHICLE_USE = re.compile(r"一般公务|执法执勤|特种专业|机要通信|应急保障|离退休|领导干部|其他用车|其他")


@dataclass(frozen=True, slots=True)
class Scored:
    """A figure or paragraph with how much of the question it holds."""

    score: float
    figure: Figure


def stated(query: Stated, book: Book) -> Result:
    """The figure whose clause says the question's words; several where clauses say them equally well.

    Raises:
        Declined: no clause holds enough of the words.
    """
    asked = [_of_cars(query, name) for name in CARS] if query.counter in VEHICLES else [query]
    found = (
        sorted(_clauses(one, book), key=lambda scored: _rank(scored, query)) for one in dict.fromkeys(asked)
    )
    ranked = next(filter(None, found), None)
    if not ranked:
        raise Declined(Missing.WORDS, query.words)
    best = [s for s in ranked if s.score > ranked[0].score - MARGIN]
    differing: dict[tuple[Decimal, str], Figure] = {}
    for scored in best:
        quantity = scored.figure.fact.quantity
        differing.setdefault((quantity.base, quantity.unit), scored.figure)
    chosen = list(differing.values())
    if len(chosen) > 1 and len({f.fact.quote for f in chosen}) > 1:
        chosen = [ranked[0].figure] if ranked[0].score - best[-1].score > MARGIN / 2 else chosen
    return Result(
        headline="、".join(f.fact.subject for f in chosen[:1]),
        values=tuple(Value(in_unit(f.fact.quantity, query.unit), f.fact.subject) for f in chosen[:3]),
        steps=tuple(step for f in chosen[:3] for step in conversion(f.fact.quantity, query.unit)),
        evidence=tuple(dict.fromkeys(of_figure(f) for f in chosen[:3])),
        focus=tuple(f.row for f in chosen[:1]),
    )


def _rank(scored: Scored, query: Stated) -> tuple[bool, bool, float]:
    """The order of clauses: by score, but visits that there were before those that there were none of.

    Visitors from abroad stand behind the others where the question does not say them.
    """
    figure = scored.figure
    none = VISITED in figure.own and not figure.fact.quantity.number
    abroad = _of_visits(figure, query) and FOREIGN.search(figure.own) and not FOREIGN.search(query.said)
    return none, bool(abroad), -scored.score


def _of_cars(query: Stated, name: str) -> Stated:
    """The question with this name for the cars of the body."""
    words = tuple(OFFICIAL_CAR.sub(name, word) for word in query.words)
    return replace(query, words=words, said=OFFICIAL_CAR.sub(name, query.said))


def _clauses(query: Stated, book: Book) -> Iterator[Scored]:
    for catalog in book.catalogs:
        for figure, clause, around in catalog.clauses:
            if figure.fact.measure is not Measure.AMOUNT or not _counts(query.counter, figure):
                continue
            if query.year and figure.fact.year != query.year and f"{query.year}年" not in figure.fact.quote:
                continue
            unasked = _moved_unasked(figure, query.said) or _of_one_use(figure, query)
            unasked = unasked or _share_unasked(figure, query.said) or _under_alone(figure, query.said)
            unasked = unasked or _not_bought(figure, query) or _of_other_visitors(figure, query)
            unasked = unasked or _of_a_kind(figure, query) or _of_another_kind(figure, query)
            unasked = unasked or _retired(figure.own) != _retired(query.said)
            if unasked or not catalog.overlap.holds_each(query.words, clause | around):
                continue
            known = catalog.overlap.spoken(HOW_MANY.sub(" ", YEAR.sub(" ", query.said)))
            own = catalog.overlap.held((*query.words, *known), clause)
            whole = catalog.overlap.held(query.words, clause | around)
            asked = catalog.overlap.shared(clause, "。".join((query.said, *query.words)))
            told = own >= CERTAINLY_HOLDS and _is_telling(query.counter)
            visits = _of_visits(figure, query)
            if asked < QUESTION_HOLDS and not (told or visits):
                continue
            enough = LONE_CLAUSE_HOLDS if visits or _alone(catalog, figure, query.counter) else CLAUSE_HOLDS
            if own >= enough and whole >= (VISITS_HOLD if visits else SENTENCE_HOLDS):
                of_kind = COUNTED_KIND if figure.own.endswith(query.words) else 0
                yield Scored(own + whole / 2 + of_kind + asked * CLOSELY, figure)


def _is_telling(counter: str | None) -> bool:
    """Whether a counter is of few things (辆, 人次): what is counted in it is told by less of a long clause."""
    return counter is not None and counter not in LOOSE | UNASKED


def _moved_unasked(figure: Figure, said: str) -> bool:
    """Whether the clause tells of a change (增加1辆) that the question does not ask for (有几辆)."""
    return bool(MOVE.search(figure.own)) and not MOVE.search(said)


def _of_visits(figure: Figure, query: Stated) -> bool:
    """Whether visits are asked for and counted, whatever else the clause says: 接待国内来访团组38个."""
    return query.counter in VISITS and bool(VISITORS.search(figure.own)) and VISITED in query.said


def _of_other_visitors(figure: Figure, query: Stated) -> bool:
    """Whether the clause counts visitors from abroad and the question those from the country, or the other way."""
    if not _of_visits(figure, query):
        return False
    abroad, asked = FOREIGN.search(figure.own), FOREIGN.search(query.said)
    return bool(abroad and HOME in query.said) or bool(asked and not abroad)


def _not_bought(figure: Figure, query: Stated) -> bool:
    """Whether cars that are bought are asked for and the clause does not say so of those that it counts."""
    of_cars = query.counter in VEHICLES and bool(BOUGHT.search(query.said))
    return of_cars and not BOUGHT.search(figure.own)


def _of_a_kind(figure: Figure, query: Stated) -> bool:
    """Whether the clause counts a kind of what is asked for, which one letter before it names (留学生 for 学生)."""
    counted = query.words[-1:]  # what is said before it tells of it: 批准增加多少辆公务用车
    heads = ((figure.own[: len(word) + 1], word) for word in counted)
    return any(is_kind(head, word) and head not in query.said for head, word in heads)


def _of_another_kind(figure: Figure, query: Stated) -> bool:
    """Whether the clause counts another kind than a word's first letter names: 硕士研究生 for 博士研究生."""
    kinds = ((word, word[1:]) for word in query.words if len(word) > 2)
    own = figure.own
    return any(is_kind(one, rest) and own.endswith(rest) and not own.endswith(one) for one, rest in kinds)


def _under_alone(figure: Figure, said: str) -> bool:
    """Whether the clause counts the bodies under a body beside that itself, and the question all of them."""
    counts_bodies = figure.fact.quantity.unit == BODIES
    return counts_bodies and bool(BESIDE_OWN.search(figure.own)) and not UNDER.search(said)


def _share_unasked(figure: Figure, said: str) -> bool:
    """Whether the clause tells what is complete or what part (完成预算的100%) where growth is asked for."""
    return bool(SHARE.search(figure.own) and MOVE.search(said)) and not SHARE.search(said)


def _retired(text: str) -> frozenset[str]:
    """Of which kinds of retired people a text speaks."""
    return frozenset(found.lastgroup or "" for found in RETIRED.finditer(text))


def _of_one_use(figure: Figure, query: Stated) -> bool:
    """Whether the clause counts vehicles of a use that the question does not say (一般公务用车 for 公务用车)."""
    use = VEHICLE_USE.search(figure.own) if query.counter in VEHICLES else None
    return use is not None and use[0] not in query.said


def _alone(catalog: Catalog, figure: Figure, counter: str | None) -> bool:
    """Whether the sentence states no other figure that answers the counter; without one, no other of its kind."""
    same = (f for f, _, _ in catalog.clauses if f.fact.quote == figure.fact.quote)
    if counter is None:
        return sum(f.fact.quantity.is_money is figure.fact.quantity.is_money for f in same) == 1
    return sum(_counts(counter, f) for f in same) == 1


def _counts(counter: str | None, figure: Figure) -> bool:
    """Whether a quantity answers the counter asked with: 几家 wants 家, 几个 or 几项 any general counter.

    Vehicles are counted by 辆 and by 台.
    """
    quantity, own = figure.fact.quantity, figure.own
    if WITHOUT.search(figure.fact.subject):
        own = flatten(WITHOUT.sub("", figure.fact.subject))
    if counter in VEHICLES and "车" in own:
        return quantity.unit in VEHICLES
    if counter is None:
        return quantity.is_money or quantity.unit in UNASKED
    if quantity.is_money:
        return False
    if counts_alike(counter, GROUPS[-1]) and own.endswith(GROUPS):  # 接待批次为16个
        return True
    return own.endswith(counter) or counts_alike(counter, quantity.unit)
