"""Questions that words answer: a definition, a cause, a heading's text, a passage; and figures that prose states."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import reduce

from corpus.aims import aim_words
from qa.binding.targets import joined_slots
from qa.catalogs.book import Book
from qa.drafting.draft import PERSONS, Draft
from qa.linking.mentions import Kind, Mention
from qa.linking.partial import PART_OF_NAME
from qa.query import PERCENT, Belonging, Define, Enumeration, Part, Passage, Query, Reason, Shortfall, Stated
from qa.shapes.figures import total
from qa.shapes.legal import project_names
from qa.shapes.moves import direction
from qa.terms.stages import outcome, planned
from qa.text import HAN, flatten

Queries = tuple[Query, ...]
EMPTY_TABLE = "空表"
WORD = re.compile(r"[a-z]{3}")
MEMBERS = ("科目", "明细", "项目", "哪些费", "哪几项", "哪些项")
"""Words that ask for the rows of an account and not for what it is made of (基本支出包括哪两部分)."""
PROJECT = "项目"
PERSON = re.compile(
    r"(?:主席|主任|局长|处长|书记|院长|校长|部长|厅长|会长|秘书长|负责人|领导|法定代表人)(?:的?(?:名字|姓名))?(?:是|叫|为)?谁"
    r"|谁(?:是|担任|当)"
)
"""Who holds an office: budgets name nobody, and a passage about the office is no answer."""
OF_PEOPLE = re.compile(r"(?<=退休|离休|在职|在编|聘用|编外)(?:人员|人数|职工)")
DOING = frozenset("办建修开搞招买设")
"""What is done with what is counted, in one letter: 办多少期培训班 asks for 培训班14期."""
PEOPLE_ALONE = re.compile("人员|人数|人")
"""What says no more than the counter does where people are counted: 退休人员有多少人 asks for 退休11人."""
FROM_PLAN = re.compile(r"决算|执行|实际|支出数|[小大低高少多]于|差异|超")
"""What tells that a plan is named to hold its outcome against."""
UNSPENT = re.compile(r"[没未](?:有|能)?(?:用|花|执行|使用|支出)?完")
NOT = frozenset({"没", "未", "没有", "没能", "未能"})
"""What makes 完成年初预算 its contrary."""
GLOSSARY = "名词解释"
"""What the headings of glossaries end in."""
CONTENT = frozenset(
    {Kind.NAME, Kind.WORD, Kind.HEADING, Kind.TERM, Kind.ABSENT, Kind.CITED, Kind.CODE, Kind.BODY}
)


def shortfall(draft: Draft, book: Book) -> Queries | None:
    """Why an outcome differs from its plan: 决算数小于预算数的原因, 为什么决算比年初预算少."""
    stages = [thing for thing in draft.things if thing.is_stage]
    of_both = any(planned() & set(thing.names) for thing in stages) and FROM_PLAN.search(draft.text)
    unspent = UNSPENT.search(draft.text)
    unread = [word for word in draft.open if not (unspent and word in NOT)]
    if not draft.has("why") or unread or not (of_both or unspent):
        return None
    plain = tuple(thing for thing in draft.things if not thing.is_stage)
    found = joined_slots(replace(draft, things=plain, open=()), book, book.year)
    return tuple(Shortfall(target) for slot in found[:1] for target in slot.readings)


def reason(draft: Draft, book: Book) -> Queries | None:
    """Why a figure moved; why a table is empty its notes say."""
    if not draft.has("why") or draft.open or draft.has("empty"):
        return None
    found = joined_slots(draft, book, book.year)
    if not found and draft.names_stage:  # 决算为什么小于年初预算 names both
        plain = tuple(thing for thing in draft.things if not thing.is_stage)
        found = joined_slots(replace(draft, things=plain), book, book.year)
    if found:
        return tuple(Reason(target, direction(draft)) for slot in found[:1] for target in slot.readings)
    whole = total(book, book.year)
    return (Reason(whole, direction(draft)),) if whole and not draft.things and not draft.absent else None


def emptiness(draft: Draft, book: Book) -> Queries | None:
    """Which tables are empty, and why, where none is named: what the document says of empty tables."""
    if not draft.has("empty") or draft.headings or draft.things:
        return None
    return (Passage((EMPTY_TABLE,), f"{draft.text}{EMPTY_TABLE}", None, None),)


def belonging(draft: Draft, book: Book) -> Queries | None:
    """Whose the body is: 归哪个部门管, 是谁的下属单位; what a project needs is asked for by its headings."""
    named = any(m.kind is Kind.NAME and m.rule != PART_OF_NAME for m in draft.mentions)
    if not draft.has("belongs") or named:  # what holds a part of its name may be the body
        return None
    return (Belonging(),)


def definition(draft: Draft, book: Book) -> Queries | None:
    """What a term of the glossary means."""
    plainly = (
        draft.wordy
        and draft.has("what")
        and not draft.has("which", "list", "most", "least")
        and not draft.headings
    )
    ranked = draft.has("most", "least", "order") or any(n.use == "first" for n in draft.numerals)
    made_of = draft.has("list") and not ranked and not any(word in draft.text for word in MEMBERS)
    glossed = draft.has("define") or any(heading.endswith(GLOSSARY) for heading in draft.headings)
    if draft.open or not (glossed or ((plainly or made_of) and len(draft.things) <= 1)):
        return None
    said = [flatten(thing.said) for thing in draft.things] + [
        n for thing in draft.things for n in thing.names
    ]
    for term in (*draft.terms, *said, *draft.absent):
        for catalog in book.catalogs:
            found = next((key for key in (term, f"{term}预算") if key in catalog.glossary), None)
            if found:
                return (Define(found),)
    return None


def heading(draft: Draft, book: Book) -> Queries | None:
    """What stands under a heading: of the named project, else of the document; not where an amount is asked for."""
    if not draft.headings or draft.open or any(numeral.use == "first" for numeral in draft.numerals):
        return None
    # What indicators aim at is words (≥95%), also where it is asked for as an amount.
    of_indicators = aim_words().groups.issuperset(draft.headings)
    if not of_indicators and (
        draft.has("amount", "count", "percent", "difference") or draft.unit is not None
    ):
        return None
    if any(heading in catalog.amount_headings for catalog in book.catalogs for heading in draft.headings):
        return None
    projects = project_names(draft, book)
    if projects:
        return tuple(Part(draft.headings[-1], name, draft.text) for name in projects)
    return (Part(draft.headings[-1], None, draft.text),) if not draft.things else None


def enumeration(draft: Draft, book: Book) -> Queries | None:
    """The points of a list: which they are, or how many."""
    if not draft.has("list") and not (draft.has("count") and draft.headings):
        return None
    projects = project_names(draft, book)
    size = next((n.value for n in draft.numerals if n.use == "cardinal"), None)
    about = tuple(word for word in content(draft) if word not in projects)
    counted = draft.has("count") and not draft.has("list")
    return (Enumeration(about, draft.text, projects[0] if len(projects) == 1 else None, size, counted),)


def stated(draft: Draft, book: Book) -> Queries | None:
    """A figure that prose states in words of its own."""
    asked = draft.has("count", "amount", "sum", "percent") or draft.unit is not None
    if not asked and not _ends_in_name(draft):
        return None
    other = draft.years[0] if draft.years and book.year not in draft.years else None
    if draft.things and other and not draft.has("count"):
        return None  # the figure of another year has a name to be found by
    counter = PERCENT if draft.has("percent", "share") else draft.counter
    bodies = [m.text for m in draft.mentions if m.kind is Kind.BODY]
    said = reduce(lambda text, body: text.replace(body, " "), bodies, draft.text)
    taken_over = tuple(thing.said for thing in draft.things if thing.start < 0)
    words = (*taken_over, *(_typed(draft) if draft.has("count") else content(draft)))
    if counter == PERSONS:
        said = OF_PEOPLE.sub(" ", said)
        words = tuple(word for word in words if not PEOPLE_ALONE.fullmatch(word)) or words
    words = tuple(word for word in words if word not in DOING) or words if draft.has("count") else words
    kind = (PROJECT,) if draft.has("count") and draft.has("projects") else ()
    return (Stated((*words, *kind), said, counter, draft.unit, other),)


def _ends_in_name(draft: Draft) -> bool:
    """Whether nothing is asked for but a figure by its name, which ends the question (整体支出绩效自评得分)."""
    return draft.cues <= {"projects"} and any(
        thing.end == len(draft.text.rstrip(" ?。")) for thing in draft.things
    )


def _typed(draft: Draft) -> tuple[str, ...]:
    """The words of the question's content, names as they are typed: what is counted is no account (公务用车)."""
    typed = {m.values[0]: m.text for m in draft.mentions if m.kind is Kind.NAME}
    return tuple(typed.get(word, word) for word in content(draft))


def passage(draft: Draft, book: Book) -> Queries | None:
    """What the document says about the question's words; a question for an amount has no answer in a passage."""
    if not draft.wordy and (draft.has("amount", "count") or draft.unit is not None or draft.asks_amount):
        return None
    if PERSON.search(draft.text):
        return None
    projects = project_names(draft, book)
    project = projects[0] if len(projects) == 1 else None
    about = (
        tuple(word for word in content(draft) if word not in _heading_words(draft))
        if draft.open
        else content(draft)
    )
    if not any(HAN.search(word) or WORD.search(word) for word in about):
        return None
    return (Passage(about, draft.text, project, draft.headings[-1] if draft.headings else None),)


def _heading_words(draft: Draft) -> frozenset[str]:
    return frozenset(m.text for m in draft.mentions if m.kind is Kind.HEADING)


def content(draft: Draft) -> tuple[str, ...]:
    """The words of the question that carry its content, in order: open words, names, headings, terms.

    The body is content only where nothing else is: every document is about its body, as a final account is about
    the outcome.
    """
    telling = [m for m in draft.mentions if m.kind in CONTENT and m.values != (outcome(),)]
    others = draft.open or any(m.kind is not Kind.BODY for m in telling)
    found = [(m.start, _meant(m)) for m in telling if m.kind is not Kind.BODY or not others]
    covered = {word for _, word in found}
    found += [(draft.text.find(word), word) for word in draft.open if word not in covered]
    return tuple(dict.fromkeys(word for _, word in sorted(found)))


def _meant(mention: Mention) -> str:
    """The words to look for: the standard name of a word of the lexicon, else the words as typed."""
    standard = mention.kind in (Kind.WORD, Kind.BODY) or (
        mention.kind is Kind.NAME and mention.rule == "lexicon"
    )
    return mention.values[0] if standard else mention.text
