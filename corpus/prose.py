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
from corpus.amounts import BRACKETED, MONEY, NUMBER, amounts
from corpus.causes import cause_in, explained, reason_in
from corpus.clauses import clauses, readable, sentences
from corpus.document import Document, Fact, Measure, Paragraph
from corpus.moves import (
    BASE,
    BASE_PLAN,
    CHANGE,
    LEVEL_AFTER,
    LEVEL_WITH,
    LEVEL_WITH_PLAN,
    moved_by,
)
from corpus.naming import account_above, unit_counted, without_body
from corpus.quantity import Quantity
from corpus.spoken import STAGE, Spoken, compared, mover, named_alone, whole_name

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
EVALUATED = re.compile(
    r"^[^。；，：]{0,8}?(?P<name>[^。；，：、.]{2,40}?项目)(?:支出)?(?:绩效)?(?:自评|评价)(?:综述|情况|结果)?："
    r"|^(?:\d{1,3}[.、．]|[（(][一二三四五六七八九十\d]{1,3}[）)])(?P<headed>[^。；，：、.]{2,40}?项目)。"
)
"""A project whose own evaluation a paragraph gives: X项目绩效自评综述：项目全年预算数为…, 1.X项目。项目全年预算数…."""
QUOTED = re.compile(r"“(?P<name>[^“”。；，]{2,40})”项目")
"""A project that a sentence names, and what follows tells of: “X”项目由Y实施，全年预算数…，自评得分…."""
COMPLETED = re.compile(
    rf"^(?:完成|为|占)(?P<plan>(?:全年|年初|调整后?)?预算数?)(?P<number>{NUMBER})(?P<unit>{MONEY})"
    rf"的(?:(?P<rate>{NUMBER})|[-—]+)[%％]"
)
"""How much of its plan an outcome is, with the plan beside it: 完成全年预算48.20万元的52.3%."""
RATED = ("分", "%")
PROJECT_HEADING = re.compile(r"^(?P<name>.+?)项目(?:经费|支出)?情况说明$")
PROJECT_AMOUNT_HEADING = re.compile(r"年度预算|预算安排|项目预算|资金安排")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, as it stands and as it is read, with the document and paragraph that it stands in."""

    quote: str
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


def project_name(document: Document, section: int) -> str | None:
    """The project whose description this section belongs to, or whose form of aims it is, or None.

    `X项目情况说明` and `X绩效目标` name X; a form behind another project's description is its own project's.
    """
    own = form_name(document, section)
    named = (PROJECT_HEADING.match(title) for title in reversed(document.heading_path(section)))
    return own or next((heading["name"] for heading in named if heading), None)


def _paragraph_facts(document: Document, paragraph: Paragraph, account: str) -> Iterator[Fact]:
    """The facts of a paragraph; a sentence that only gives a reason explains the sentence before it.

    `account` is what they are of where the paragraph above names it alone.
    """
    facts: list[Fact] = []
    spoken, headed, listed = Spoken(), "", False
    evaluated = EVALUATED.match(readable(paragraph.text))
    project = (evaluated["name"] or evaluated["headed"]) if evaluated else ""
    for quote in sentences(paragraph.text):
        sentence = _Sentence(quote.strip(), readable(quote.strip()), paragraph, document)
        opening, heading = ACCOUNT.search(sentence.text), HEADED.match(sentence.text)
        account = (opening["name"] or opening["coded"]).strip() if opening else account
        headed = heading["name"].strip() if heading else headed
        cause = cause_in(sentence.text)
        told = replace(sentence, text=cause.told) if cause and cause.apart else sentence
        if told.text.strip():  # a sentence of a reason alone leaves what is spoken of
            spoken = spoken.next(sentence.text, listed)
        listed = sentence.text.endswith("；")
        found, spoken = _sentence_facts(told, spoken)
        label = None if opening else LABEL.match(sentence.text)
        named = label["label"] if label else headed
        found = [_of_heading(_of_account(fact, account), named) for fact in found]
        if cause:
            why = reason_in(sentence.quote) or cause.words
            facts = facts if found else explained(facts, why, told.text)
            found = explained(found, why, told.text)
        quoted = QUOTED.findall(sentence.text)
        project = f"{quoted[0]}项目" if len(quoted) == 1 else "" if quoted else project
        facts.extend(_of_project(fact, project) for fact in found)
        if cause and cause.apart:
            # A reason has figures of its own, of what it names itself: 主要原因是人员经费增加2万元.
            inside = replace(sentence, text=cause.words)
            facts.extend(_sentence_facts(inside, Spoken(unit=spoken.unit, base=spoken.base))[0])
    unit = unit_counted(readable(paragraph.text))
    yield from (_of_unit(fact, unit) for fact in facts)


def _of_unit(fact: Fact, unit: str) -> Fact:
    """The count of what tells of a unit's staff; money names itself."""
    own = not fact.quantity.is_money and unit not in fact.subject
    return replace(fact, subject=f"{unit}{fact.subject}") if own else fact


def _of_project(fact: Fact, project: str) -> Fact:
    """The fact of what tells of a project and calls it 项目 or nothing (自评得分96分); other counts name themselves."""
    told = fact.quantity.is_money or fact.quantity.unit in RATED
    if not project or not told or project.removesuffix("项目") in fact.subject:
        return fact
    return replace(fact, subject=f"{project}{fact.subject.removeprefix('项目')}")


def _of_account(fact: Fact, account: str) -> Fact:
    """The fact of sentences after one that opens with an account (…（项）), which only say 支出决算 or 全年预算."""
    return fact if account in fact.subject else replace(fact, subject=f"{account}{fact.subject}")


def _of_heading(fact: Fact, headed: str) -> Fact:
    """The fact that leaves out what its point begins with (公务接待费：) or its paragraph (因公出国（境）费用。)."""
    return replace(fact, subject=f"{headed}{fact.subject}") if STAGE.fullmatch(fact.subject) else fact


def _sentence_facts(sentence: _Sentence, spoken: Spoken) -> tuple[list[Fact], Spoken]:
    facts: list[Fact] = []
    for clause, is_aside in clauses(sentence.text):
        if is_aside:
            facts.extend(_parts(sentence, spoken, clause))
            continue
        completed = COMPLETED.match(clause) if spoken.subject else None
        if completed:
            facts.extend(_of_plan(sentence, spoken, completed))
            continue
        found, spoken = _clause_facts(sentence, spoken, clause)
        facts.extend(found)
    return facts, spoken


def _clause_facts(sentence: _Sentence, spoken: Spoken, clause: str) -> tuple[list[Fact], Spoken]:
    """What a clause states: amounts, how what is spoken of has moved, and the amount that this is held against."""
    change, held = CHANGE.search(clause), None
    turn = change or LEVEL_WITH.search(clause) or LEVEL_WITH_PLAN.search(clause) or LEVEL_AFTER.search(clause)
    before = clause[: turn.start()] if turn else clause
    if turn:
        held = BASE.search(before) or BASE_PLAN.search(before)
    words = before[: held.start()] if held else before
    stated, whole_of_parts = list(amounts(words, spoken.unit)), spoken.subject
    if clause.startswith("其中"):
        spoken = spoken.listing()
    facts, spoken = _amount_facts(sentence, spoken, words if held else clause, stated)
    if clause.startswith("其中") and len(stated) > 1 and whole_of_parts:
        spoken = replace(spoken, subject=whole_of_parts)  # what follows a list of parts is of their whole
    spoken = spoken.against(sentence.document, clause)
    moved = "" if stated else mover(words) if turn else compared(clause)
    moved = moved or (spoken.ahead if held and not spoken.subject else moved)
    if moved:  # 决算数较上年减少, after X年初预算数为…，决算数为…, is of X
        spoken = spoken.moving(_subject(sentence, whole_name(spoken.subject, moved)))
    if held and spoken.subject:
        found, spoken = _held_against(sentence, spoken, held, before[held.start() :])
        facts.extend(found)
    if turn and moved is not None and spoken.subject:
        facts.append(_change(sentence, spoken, *moved_by(change, spoken.unit)))
    return facts, replace(spoken, ahead="" if stated or turn else named_alone(clause))


def _amount_facts(
    sentence: _Sentence, spoken: Spoken, clause: str, stated: Sequence[tuple[str, Quantity]]
) -> tuple[list[Fact], Spoken]:
    """The amounts and counts that a clause states, each by what the clause calls it."""
    facts: list[Fact] = []
    year = _stated_year(sentence, clause)
    for name, quantity in stated:
        if quantity.is_money and not name:
            name = spoken.ahead or ("" if spoken.subject else spoken.counted)
        if quantity.is_money and not name and spoken.subject and year != sentence.document.year:
            # The same in another year, and what is spoken of goes on: 2024年为107.89万元.
            facts.append(_fact(sentence, spoken.subject, Measure.AMOUNT, quantity, year))
            continue
        # A count without words of its own counts the same again: 接待14批次，112人次（不含陪同人员）.
        name = name if quantity.is_money or BRACKETED.sub("", name) else spoken.counted
        whole = _subject(sentence, whole_name(spoken.subject, name))
        spoken = spoken if quantity.is_money else replace(spoken, counted=whole)
        if quantity.is_money or not spoken.subject:
            spoken = spoken.on(whole, quantity.unit if quantity.is_money else spoken.unit)
        facts.append(_fact(sentence, whole, Measure.AMOUNT, quantity, year))
    return facts, spoken


def _change(sentence: _Sentence, spoken: Spoken, measure: Measure, quantity: Quantity) -> Fact:
    """A change of what is spoken of; one against the plan of the document's own year is against no year."""
    year = sentence.document.year
    fact = _fact(sentence, spoken.subject, measure, quantity, year)
    return replace(fact, base_year=None if spoken.base == year else spoken.base)


def _parts(sentence: _Sentence, spoken: Spoken, clause: str) -> Iterator[Fact]:
    """What an aside's clause states: money is a part of what was spoken of and named after it, a count by itself."""
    for name, quantity in amounts(clause, spoken.unit):
        whole = spoken.subject and f"{spoken.subject}{name}" if quantity.is_money else name
        if whole:
            yield _fact(sentence, whole, Measure.AMOUNT, quantity, sentence.document.year)


def _held_against(
    sentence: _Sentence, spoken: Spoken, held: re.Match[str], words: str
) -> tuple[list[Fact], Spoken]:
    """The amount of an earlier year (比2023年预算数30.12万元减少…) or of the year's budget that a change is against."""
    against = [quantity for _, quantity in amounts(words, spoken.unit)][:1]
    if held.re is BASE:
        spoken = spoken.compared(sentence.document, held)
        name, year = spoken.subject, spoken.base
    else:
        plan = whole_name(spoken.subject, held["plan"])
        name = plan if plan != held["plan"] else f"{spoken.subject}{plan}"
        year = sentence.document.year
    money = (quantity for quantity in against if quantity.is_money)
    return [_fact(sentence, name, Measure.AMOUNT, quantity, year) for quantity in money], spoken


def _of_plan(sentence: _Sentence, spoken: Spoken, completed: re.Match[str]) -> Iterator[Fact]:
    """The plan of what was spoken of and how much of it the outcome is; this goes on to be what is spoken of."""
    plan, year = completed["plan"], sentence.document.year
    planned = Quantity(Decimal(completed["number"].replace(",", "")), completed["unit"])
    named = whole_name(spoken.subject, plan)
    named = named if named != plan else f"{spoken.subject}{plan}"
    yield _fact(sentence, named, Measure.AMOUNT, planned, year)
    if completed["rate"]:
        rate = Quantity(Decimal(completed["rate"].replace(",", "")), "%")
        yield _fact(sentence, whole_name(spoken.subject, f"完成{plan}的"), Measure.AMOUNT, rate, year)


def _stated_year(sentence: _Sentence, clause: str) -> int | None:
    stated = re.findall(r"(20\d\d)年", clause)
    return int(stated[-1]) if stated else sentence.document.year


def _subject(sentence: _Sentence, name: str) -> str:
    """The project's name for the amount of a project description, else the clause's own words."""
    section = sentence.paragraph.section
    if PROJECT_AMOUNT_HEADING.search(sentence.document.sections[section].title):
        name = project_name(sentence.document, section) or name
    return without_body(name, sentence.document.body)


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
        quote=sentence.quote,
        span=sentence.paragraph.span,
    )
