"""Follow-up questions: what a question leaves out is taken from the ones before it.

A turn keeps how its question was read and what its answer was about, so that 它 may mean the winner of a ranking.
Nothing else is remembered; the turns of a conversation are a plain tuple that any front end can carry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from qa.binding.targets import joined_slots
from qa.catalogs.book import Book
from qa.drafting.draft import Draft, Thing
from qa.linking.mentions import Kind
from qa.shapes.figures import INCOME, TOTAL
from qa.terms.stages import COMPLETION, outcome

TRAILING = re.compile(r"(?:呢|又如何|怎么样)[?？。!！]*$")
INSIDE = re.compile(r"^(?:那么?)?(?:(?P<contained>其中|里面|当中)|它的?|其)")
ADDING = re.compile(r"^(?:如果|要是)?(?:再|还|另外)?(?:加上|加|把.+(?:加|算))")
AGAINST = re.compile(r"^(?:那么?)?(?:跟|和|与|同|比|较|占)")
ADDED_UP = re.compile(r"^\W*(?:那么?)?(?:一共|总共|共|合计|总计|共计|加起来|加一起|相加)(?:是|有)?多少")
"""A follow-up that adds up what was asked for one by one."""
THEIR_AMOUNT = re.compile(r"^\W*(?:那么?)?(?:总金额|总额|金额|资金)(?:一共|总共|合计|总计)?(?:是|为|有)?多少")
"""A follow-up for what those that were counted come to: 一共有几个项目 … 总金额多少."""
TRAILING_ALSO = re.compile(r"^那|呢[?？]?$")
LEADING = re.compile(
    r"^(?:那|那么|占|是|比|它|其|里面|当中|再|又|还有|如果再|跟|换算|折合|and |what about|how about|as a|in )"
)
OPERATIONS = frozenset(
    [
        "share",
        "ratio",
        "difference",
        "compare",
        "up",
        "down",
        "change",
        "growth",
        "average",
        "monthly",
        "quarterly",
        "daily",
        "sum",
        "except",
        "most",
        "least",
        "order",
        "ascending",
        "second",
        "third",
        "fourth",
        "second_least",
        "over",
        "under",
        "count",
        "list",
        "cite",
        "cited_by",
        "doc_number",
        "doc_title",
        "issuer",
        "where",
        "why",
        "define",
        "rank_of",
        "percent",
        "respectively",
        "belongs",
    ]
)
PAIRED = frozenset({"share", "ratio", "difference", "compare"})
PLACES = frozenset({"most", "least", "second", "third", "fourth", "second_least"})
MOVES = frozenset({"up", "down", "change", "growth", "percent", "why", "previous"})


@dataclass(frozen=True, slots=True)
class Turn:
    """An earlier question as it was completed, and the standard names that its answer was about; None: it had none."""

    draft: Draft
    focus: tuple[str, ...] | None

    def carrying_on(self, draft: Draft) -> Draft:
        """A question that goes on about this one, which has no answer either where words left this one without one."""
        if self.focus is not None:
            return draft
        earlier = self.draft
        return replace(draft, open=(*earlier.open, *draft.open), absent=(*earlier.absent, *draft.absent))


def complete(draft: Draft, turns: Sequence[Turn], book: Book) -> Draft:
    """The draft with what it leaves out filled in from the turns; the draft itself where it stands alone."""
    if turns and THEIR_AMOUNT.match(draft.text) and {"count", "projects"} <= turns[-1].draft.cues:
        counted = turns[-1].draft
        return replace(counted, cues=counted.cues - {"count"} | {"sum", "amount"}, unit=draft.unit)
    if not turns or not _leans(draft):
        return draft
    last = _without_budget(turns[-1]) if _says_outcome(draft) else turns[-1]
    if not draft.things and (other := _other_side(draft, last)):
        return _replaced(replace(draft, things=(other,)), last.draft, book)
    if not draft.things:
        several = (
            draft.has("both")
            or (ADDED_UP.match(draft.text) and not draft.has("count"))
            or _counts_things(draft)
            or (draft.cues & PAIRED and not last.draft.cues & PLACES)
        )
        recent = [thing for turn in turns[-2:] for thing in _topics(turn)]
        if several and len(recent) > 1 and not draft.has("share"):
            return _with_things(draft, recent, apart=True)
        return last.carrying_on(_continued(draft, last))
    if ADDING.match(draft.text):
        added = replace(draft, cues=draft.cues | {"sum"})
        return _with_things(added, [*last.draft.things, *draft.things], apart=True)
    if leading := INSIDE.match(draft.text):
        within = leading["contained"] is not None
        inside = (replace(thing, joined=True, inside=within) for thing in draft.things)
        return _with_things(last.carrying_on(draft), [*_topics(last), *inside], apart=False)
    if AGAINST.search(draft.text) and last.draft.cues & PAIRED and len(last.draft.things) > 1:
        return _with_things(
            replace(draft, cues=draft.cues | last.draft.cues),
            [last.draft.things[0], *draft.things],
            apart=True,
        )
    again = draft.cues & last.draft.cues & PAIRED and len(last.draft.things) > 1
    if (again and TRAILING_ALSO.search(draft.text)) or not draft.cues & OPERATIONS or draft.has("correction"):
        return _replaced(draft, last.draft, book)
    if draft.cues & MOVES and all(thing.is_stage for thing in draft.things):  # 比年初预算少了吗
        about = [thing for thing in _topics(last) if not thing.is_stage]
        return _with_things(draft, [*about, *draft.things], apart=False)
    if draft.cues & PAIRED and len(draft.things) == 1:
        return _with_things(draft, [*_first_of(last), *draft.things], apart=False)
    return draft


def _says_outcome(draft: Draft) -> bool:
    """Whether a question is about the outcome, which is no thing where no budget is named with it (决算呢)."""
    return draft.has("final") or any(m.kind is Kind.NAME and m.values == (outcome(),) for m in draft.mentions)


def _without_budget(turn: Turn) -> Turn:
    """The turn about the outcome of what it asked the budget of: 会议费预算数是多少 … 决算呢."""
    things = tuple(thing for thing in turn.draft.things if not thing.is_stage)
    return replace(turn, draft=replace(turn.draft, things=things)) if things else turn


def _other_side(draft: Draft, last: Turn) -> Thing | None:
    """All spending, where that is the word which a question adds to one about all income: 收入多少，支出多少."""
    of_income = [{*thing.names} for thing in last.draft.things] == [{INCOME}]
    at = draft.text.find("支出") if of_income else -1
    return Thing((TOTAL,), "支出", at, at + 2, joined=False, inside=False) if at >= 0 else None


def _counts_things(draft: Draft) -> bool:
    """Whether a sum is asked of some number of things that are not named (两个合计)."""
    return draft.has("sum") and any(n.use == "cardinal" and n.value > 1 for n in draft.numerals)


def _leans(draft: Draft) -> bool:
    """Whether a question leans on the one before: by a pronoun, by its form, or by naming nothing."""
    formed = any(pattern.search(draft.text) for pattern in (TRAILING, LEADING, ADDING))
    pointing = draft.has("pronoun", "both", "correction") or formed
    named = draft.things or draft.cited or draft.numbers or draft.absent or draft.open or draft.terms
    nothing = not (named or (draft.headings and draft.bodies))
    whole_set = draft.has("projects") and not draft.has("pronoun", "both")
    return pointing or (nothing and not whole_set) or _is_bare_rate(draft)


def _is_bare_rate(draft: Draft) -> bool:
    """Whether a question is for a rate of completion and says of nothing what of: 完成年初预算的百分之几."""
    rates = all(thing.names == (COMPLETION,) for thing in draft.things)
    return bool(draft.things) and rates and not (draft.bodies or draft.years or draft.open)


def _topics(turn: Turn) -> tuple[Thing, ...]:
    """What a turn was about: its answer's names, else its question's things."""
    named = turn.draft.things
    if turn.focus and not any(set(turn.focus) & set(thing.names) for thing in named):
        return tuple(Thing((name,), name, -1, -1, joined=False, inside=False) for name in turn.focus)
    return named


def _first_of(turn: Turn) -> tuple[Thing, ...]:
    """The first thing that a turn was about, with what is said to be within it or a column of it."""
    first, *others = _topics(turn) or (None,)
    return (first, *takewhile(lambda thing: thing.joined, others)) if first else ()


def _continued(draft: Draft, last: Turn) -> Draft:
    """A question that names nothing: another operation, year, unit or place on what the last one was about."""
    cues, earlier = draft.cues, last.draft
    if draft.base is not None and not cues & OPERATIONS:
        cues = cues | {"change"}  # 跟2020年比呢
    operations = cues & OPERATIONS
    silent = not operations and not draft.headings and not draft.has("amount")
    if silent or (operations and operations <= PLACES and earlier.cues & PLACES):
        cues = cues | (
            earlier.cues
            - (PLACES if operations & PLACES else frozenset())
            - (MOVES if draft.years else frozenset())
        )
    # 接待了几批次 … 花了多少钱 asks what the counted costs, which has a name of its own.
    costs = draft.has("amount") and earlier.has("count") and earlier.things
    as_asked = costs or (operations & PLACES and earlier.cues & PLACES)
    things = earlier.things if as_asked else _topics(last)
    return replace(
        _with_things(replace(draft, cues=cues), list(things), apart=False),
        headings=draft.headings or (() if operations or draft.years else earlier.headings),
        cited=draft.cited or (earlier.cited if _of_document(draft) else ()),
        numbers=draft.numbers or (earlier.numbers if _of_document(draft) else ()),
        numerals=draft.numerals or (earlier.numerals if not operations else ()),
        limits=draft.limits or (earlier.limits if not operations else ()),
        years=draft.years
        or (earlier.years if not (draft.base or draft.headings or draft.has("cite")) else ()),
        unit=draft.unit or (earlier.unit if not draft.has("share", "ratio", "percent") else None),
        open=draft.open
        or (earlier.open if not operations and not draft.years and not draft.headings else ()),
        terms=draft.terms or earlier.terms,
        absent=draft.absent or (earlier.absent if silent else ()),
        counter=draft.counter or (earlier.counter if silent else None),
    )


def _of_document(draft: Draft) -> bool:
    """Whether a question goes on about a cited document and not about what cites it."""
    return draft.has("doc_number", "doc_title", "issuer", "cited_by") or not draft.has(
        "amount", "cite", "projects"
    )


def _replaced(draft: Draft, earlier: Draft, book: Book) -> Draft:
    """那公务接待费呢: the last question's operation on other things; of two things the first is replaced."""
    things = list(draft.things)
    within = next((whole for whole, part in pairwise(earlier.things) if part.inside or part.joined), None)
    if all(thing.is_stage for thing in things):  # 会议费预算数是多少 … 决算呢
        about = [thing for thing in earlier.things if not thing.is_stage]
        things = [*about, *(replace(thing, joined=bool(about)) for thing in things)]
    elif things[0].unit and len(things) == 1:  # 河湖管护中心的支出是多少 … 那工程服务中心呢
        things = [*things, *(thing for thing in earlier.things if not thing.unit)]
    elif within and not earlier.cues & PAIRED:  # 三公经费中出国费是多少 … 那公务接待费呢
        things = _in_one_place(draft, earlier, book) or [
            within,
            *(replace(thing, joined=True) for thing in things),
        ]
    if earlier.cues & PAIRED and len(earlier.things) > 1:
        things = [*things, *earlier.things[1:]]
    return replace(
        _with_things(
            replace(draft, cues=draft.cues | earlier.cues), things, apart=bool(earlier.cues & PAIRED)
        ),
        headings=draft.headings or earlier.headings,
        years=draft.years or earlier.years,
        base=draft.base if draft.base is not None else earlier.base,
        unit=draft.unit or earlier.unit,
        numerals=draft.numerals or earlier.numerals,
        counter=draft.counter or earlier.counter,
    )


def _in_one_place(draft: Draft, earlier: Draft, book: Book) -> list[Thing] | None:
    """The earlier things, the new one in the place of that which it has a figure without, the last one first.

    三公经费中出国费是多少 … 公务接待费呢 names another column, 高中教育的财政拨款收入 … 换成小学教育呢 another row.
    """
    if len(draft.things) != 1:
        return None
    (new,) = draft.things
    years = draft.years or earlier.years or (book.year,)
    for at, old in reversed([*enumerate(earlier.things)]):
        put = replace(new, joined=old.joined, inside=old.inside)
        things = [*earlier.things[:at], put, *earlier.things[at + 1 :]]
        asked = replace(draft, headings=draft.headings or earlier.headings)
        found = joined_slots(_with_things(asked, things, apart=False), book, years[0])
        named = {name for slot in found for target in slot.readings for name in target.names}
        if len(found) == 1 and all(named.intersection(thing.names) for thing in things):
            return things
    return None


def _with_things(draft: Draft, things: Sequence[Thing], apart: bool) -> Draft:
    """The draft with other things, in this order; the ones taken over stand before all its own words."""
    placed = [
        replace(
            thing, start=-len(things) + at, end=-len(things) + at, joined=False if apart else thing.joined
        )
        if thing not in draft.things
        else thing
        for at, thing in enumerate(things)
    ]
    return replace(draft, things=tuple(placed))
