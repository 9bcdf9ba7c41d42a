"""Figures that prose states, read clause by clause.

The wording is that of the notes which every budget carries (编制说明, 情况说明):
`三公经费预算数为122.20万元，比2020年预算增加19.46万元，主要原因是…`. A clause that states an amount names the
subject; a change or a rate in a later clause of the sentence is about the subject named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.aims import form_name, in_form
from corpus.clauses import BRACKETED, MONEY, NUMBER, account_above, amounts, clauses, name_in, sentences
from corpus.document import Document, Fact, Measure, Paragraph
from corpus.quantity import Quantity

AGAINST = (
    r"(?:比|较|与|同)(?P<base>(?:20\d\d)年度?|上年度?|去年|上一年度?)"
    r"(?:年初|执行|部门|单位|当年)?(?:预算|决算)?(?:执行数|数|支出|安排)?(?:相比|相较|同期)?"
)
CHANGE = re.compile(
    rf"(?:{AGAINST})?(?:同口径|有所|共|各|略有)?(?P<way>增加|增长|提高|上升|上涨|减少|下降|降低|下调)(?:了|额|数|为|约|[（(](?:减少|增加|下降|增长)[）)])?\s*"
    rf"(?P<number>{NUMBER})\s*(?P<unit>{MONEY}|%|％)"
)
LEVEL_WITH = re.compile(rf"{AGAINST}(?:基本)?(?:持平|一致|相同|无变化|无增减)")
COMPARED = re.compile(AGAINST)
BASE = re.compile(
    rf"^(?:比|较|与|同)(?P<base>20\d\d年度?|上年度?|去年|上一年度?)(?P<what>[^\d，。]{{0,30}}?)(?={NUMBER})"
)
"""An earlier year's amount that is compared with: 比2023年年初预算数19,562.30万元."""
AGAINST_PLAN = re.compile(r"(?:比|较|与)(?:年初|全年|调整)?预算数?")
"""What compares an outcome with the year's own budget: 比年初预算减少4.13万元."""
COMPARISON = re.compile(rf"(?:{AGAINST}|同比)")
CAUSE = re.compile(r"原因|由于|因为|经(?![费营济])|主要")
LONGEST_MOVER = 20
"""Letters within which the words before 增加 are what has increased, and not a whole clause."""
ACCOUNT = re.compile(
    r"^[^。；]*?[（(]\d{0,3}款[）)](?P<name>[^。；]{2,40}?)[（(]\d{0,3}项[）)]"
    r"|^(?:\d{1,3}[.、．]|[（(]\d{1,2}[）)])\s*(?P<coded>[^（()）。；，\d]{2,40})[（(]\d{3,7}[）)]"
)
LABEL = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]+\s*)(?P<label>[^，。；：:\d]{2,30})[：:]"
)
"""What a point is about that goes on with its stage alone: 2.公务接待费：2024年预算数为….."""
HEADED = re.compile(
    r"^(?:\d{1,3}[.、．]|[（(][一二三四五六七八九十]+[）)])\s*(?P<name>[^。；，：\d]{2,30})。$"
)
"""A sentence that only names an account, which the following ones speak of by 预算数 and the like alone."""
STAGE = re.compile(r"(?:支出)?(?P<stage>(?:年初预算|全年预算|调整预算|预算|决算)数?)$")
"""What a final account calls the budget and the outcome: after the first of them it leaves out what they are of."""
FALLING = frozenset({"减少", "下降", "降低", "下调"})
REASON = re.compile(
    r"(?:主要(?:原因)?|原因)(?:是|为|系|：|:|在于)+(?:由于)?(?P<why>.+?)[。；]?$|(?:主要)?由于(?P<because>.+?)[。；]?$"
)
HEADING_LEFT = re.compile(r"(?:[^，。；：]{0,20}(?:情况|概况|构成|设置|职责)\s+)?")
"""A heading on the line of its text, before the body: 机构设置情况 X局现有编制5名."""
PROJECT_HEADING = re.compile(r"^(?P<name>.+?)项目(?:经费|支出)?情况说明$")
PROJECT_AMOUNT_HEADING = re.compile(r"年度预算|预算安排|项目预算|资金安排")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with the document and paragraph that it stands in."""

    text: str
    paragraph: Paragraph
    document: Document


def prose_facts(document: Document) -> Iterator[Fact]:
    """The figures stated in the paragraphs, in reading order; legal bases and what forms aim at are left out."""
    left_out = {citation.section for citation in document.citations}
    left_out |= {at for at in range(len(document.sections)) if in_form(document, at)}
    above = ""
    for paragraph in document.paragraphs:
        if paragraph.section not in left_out:
            heads = (above, document.sections[paragraph.section].title)
            yield from _paragraph_facts(document, paragraph, account_above(paragraph.text, heads))
        above = paragraph.text


def reason_in(sentence: str) -> str | None:
    """The cause that a sentence gives (`主要原因是厉行节约`), without its closing mark; None where it gives none."""
    found = REASON.search(sentence)
    return (found["why"] or found["because"]).strip() if found else None


def project_name(document: Document, section: int) -> str | None:
    """The project whose description this section belongs to, or whose form of aims it is, or None.

    `X项目情况说明` and `X绩效目标` name X.
    """
    for title in reversed(document.heading_path(section)):
        heading = PROJECT_HEADING.match(title)
        if heading:
            return heading["name"]
    return form_name(document, section)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What the clauses so far speak of: the subject named last, its money unit, the year compared with.

    `staged` is the subject named last by its stage (X预算数): what a comparison with another 预算数 is about, whatever
    parts of it were listed between.
    """

    subject: str = ""
    unit: str = "元"
    base: int | None = None
    staged: str = ""


def _paragraph_facts(document: Document, paragraph: Paragraph, account: str) -> Iterator[Fact]:
    """The facts of a paragraph; a sentence that only gives a reason explains the sentence before it.

    `account` is what they are of where the paragraph above names it alone.
    A sentence that begins with a comparison (`与上年相比增加…`) speaks of the subject of the one before, one that
    begins with 其中 compares with the same year, as do the parts of a list (…；…；…).
    """
    facts: list[Fact] = []
    spoken, headed, listed = _Spoken(), "", False
    for text in sentences(paragraph.text):
        opening, heading = ACCOUNT.search(text.strip()), HEADED.match(text.strip())
        account = (opening["name"] or opening["coded"]).strip() if opening else account
        headed = heading["name"].strip() if heading else headed
        sentence = _Sentence(text.strip(), paragraph, document)
        if sentence.text.startswith("其中"):
            spoken = replace(spoken, subject="")
        elif not (COMPARISON.match(sentence.text) or AGAINST_PLAN.match(sentence.text)):
            spoken = _Spoken(unit=spoken.unit, base=spoken.base if listed else None)
        listed = sentence.text.endswith("；")
        found, spoken = _sentence_facts(sentence, spoken)
        label = None if opening else LABEL.match(sentence.text)
        named = label["label"] if label else headed
        found = [_of_heading(_of_account(fact, account), named) for fact in found]
        why = reason_in(text)
        facts = facts if found or not why else _explained(facts, why)
        facts.extend(_explained(found, why) if why else found)
    yield from facts


def _of_account(fact: Fact, account: str) -> Fact:
    """The fact of sentences after one that opens with an account (…（项）), which only say 支出决算 or 全年预算."""
    return fact if account in fact.subject else replace(fact, subject=f"{account}{fact.subject}")


def _of_heading(fact: Fact, headed: str) -> Fact:
    """The fact that leaves out what its point begins with (公务接待费：) or its paragraph (因公出国（境）费用。)."""
    return replace(fact, subject=f"{headed}{fact.subject}") if STAGE.fullmatch(fact.subject) else fact


def _explained(facts: list[Fact], why: str) -> list[Fact]:
    """The same facts, those about the subject named last with their reason."""
    subjects = [fact.subject for fact in facts if fact.measure is not Measure.AMOUNT]
    return [
        replace(fact, reason=why) if subjects and fact.subject == subjects[-1] else fact for fact in facts
    ]


def _sentence_facts(sentence: _Sentence, spoken: _Spoken) -> tuple[list[Fact], _Spoken]:
    facts: list[Fact] = []
    counted = ""
    for clause, is_aside in clauses(sentence.text):
        if is_aside:
            facts.extend(_parts(sentence, spoken, clause))
            continue
        change, level = CHANGE.search(clause), LEVEL_WITH.search(clause)
        turn = change or level
        before = clause[: turn.start()] if turn else clause
        stated, whole_of_parts = list(amounts(before, spoken.unit)), spoken.subject
        if spoken.subject and change and BASE.match(before):
            spoken = _compared(sentence, spoken, before)
            facts.extend(_of_base(sentence, spoken, stated))
            stated = []
        for name, quantity in stated:
            # A count without words of its own counts the same again: 接待14批次，112人次（不含陪同人员）.
            name = name if quantity.is_money or BRACKETED.sub("", name) else counted
            whole = _subject(sentence, _whole_name(spoken.subject, name))
            counted = counted if quantity.is_money else whole
            if quantity.is_money or not spoken.subject:
                unit = quantity.unit if quantity.is_money else spoken.unit
                staged = whole if STAGE.search(whole) else spoken.staged
                spoken = replace(spoken, subject=whole, unit=unit, staged=staged)
            facts.append(_fact(sentence, whole, Measure.AMOUNT, quantity, _stated_year(sentence, clause)))
        if clause.startswith("其中") and len(stated) > 1 and whole_of_parts:
            spoken = replace(spoken, subject=whole_of_parts)  # what follows a list of parts is of their whole
        spoken = _moved_on(sentence, spoken, before if turn and not stated else "", clause)
        if turn and spoken.subject:
            measure, quantity = _turn(change, spoken.unit)
            moved = _fact(sentence, spoken.subject, measure, quantity, sentence.document.year)
            facts.append(replace(moved, base_year=None if AGAINST_PLAN.search(before) else spoken.base))
    return facts, spoken


def _parts(sentence: _Sentence, spoken: _Spoken, clause: str) -> Iterator[Fact]:
    """What an aside's clause states: money is a part of what was spoken of and named after it, a count by itself."""
    for name, quantity in amounts(clause, spoken.unit):
        whole = spoken.subject and f"{spoken.subject}{name}" if quantity.is_money else name
        if whole:
            yield _fact(sentence, whole, Measure.AMOUNT, quantity, sentence.document.year)


def _compared(sentence: _Sentence, spoken: _Spoken, before: str) -> _Spoken:
    """What is spoken of after 比2023年预算数…万元: the year, and what has a 预算数 itself."""
    against = BASE.match(before)
    base = _base_year(sentence.document, against["base"]) if against else None
    is_stage = against is not None and STAGE.fullmatch(against["what"]) is not None
    subject = spoken.staged if is_stage and spoken.staged else spoken.subject
    return replace(spoken, subject=subject, base=base or spoken.base)


def _of_base(sentence: _Sentence, spoken: _Spoken, stated: Sequence[tuple[str, Quantity]]) -> Iterator[Fact]:
    """The amount of the earlier year that a comparison states (比2023年预算数30.12万元减少…)."""
    for _, quantity in stated[:1]:
        if quantity.is_money:
            yield _fact(sentence, spoken.subject, Measure.AMOUNT, quantity, spoken.base)


def _whole_name(spoken: str, name: str) -> str:
    """What a clause's words name after what was spoken of: 支出决算 after X支出年初预算 is X支出决算."""
    if name.startswith(("占", "完成")):
        return f"{spoken}{name}"
    before, own = STAGE.search(spoken), STAGE.fullmatch(name)
    if not (before and own):
        return name
    # 支出 stays with what is spoken of where the clause does not say it again.
    return f"{spoken[: before.start('stage' if own.start('stage') == 0 else 0)]}{name}"


def _moved_on(sentence: _Sentence, spoken: _Spoken, mover: str, clause: str) -> _Spoken:
    """What is spoken of after a clause: the year that it compares with, and what it says has moved."""
    against = COMPARED.search(clause)
    if against:
        spoken = replace(spoken, base=_base_year(sentence.document, against["base"]) or spoken.base)
    name = name_in(mover)
    compares = COMPARED.search(mover) or AGAINST_PLAN.match(mover.strip())
    if name and len(name) <= LONGEST_MOVER and not compares and not CAUSE.search(name):
        spoken = replace(spoken, subject=_subject(sentence, name))
    return spoken


def _turn(change: re.Match[str] | None, unit: str) -> tuple[Measure, Quantity]:
    """The signed change or rate that a clause states; 持平 is a change of zero."""
    if change is None:
        return Measure.CHANGE, Quantity(Decimal(0), unit)
    number = Decimal(change["number"].replace(",", ""))
    signed = -number if change["way"] in FALLING else number
    if change["unit"] in ("%", "％"):
        return Measure.RATE, Quantity(signed, "%")
    return Measure.CHANGE, Quantity(signed, change["unit"])


def _base_year(document: Document, words: str | None) -> int | None:
    """The year that a change is against: stated, or the year before the document's own (上年)."""
    if words is None:
        return None
    if words.startswith("20"):
        return int(words[:4])
    return document.year - 1 if document.year is not None else None


def _stated_year(sentence: _Sentence, clause: str) -> int | None:
    stated = re.findall(r"(20\d\d)年", clause)
    return int(stated[-1]) if stated else sentence.document.year


def _subject(sentence: _Sentence, name: str) -> str:
    """The project's name for the amount of a project description, else the clause's own words."""
    section = sentence.paragraph.section
    if PROJECT_AMOUNT_HEADING.search(sentence.document.sections[section].title):
        name = project_name(sentence.document, section) or name
    body = sentence.document.body
    before, own, rest = name.partition(body) if body else (name, "", "")
    return name_in(rest) if own and HEADING_LEFT.fullmatch(before) else name


def _fact(sentence: _Sentence, subject: str, measure: Measure, quantity: Quantity, year: int | None) -> Fact:
    return Fact(
        subject=subject,
        code=None,
        measure=measure,
        year=year,
        base_year=None,
        quantity=quantity,
        blank=False,
        certain=True,
        section=sentence.paragraph.section,
        cell=None,
        reason=None,
        quote=sentence.text,
        span=sentence.paragraph.span,
    )
