"""Figures that prose states, read clause by clause.

The wording is that of the notes which every budget carries (编制说明, 情况说明):
`三公经费预算数为122.20万元，比2020年预算增加19.46万元，主要原因是…`. A clause that states an amount names the
subject; a change or a rate in a later clause of the sentence is about the subject named last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.aims import form_name, in_form
from corpus.document import Document, Fact, Measure, Paragraph
from corpus.naming import named
from corpus.quantity import YUAN, Quantity

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MONEY = "|".join(sorted(YUAN, key=len, reverse=True))
COUNTERS = (
    "个|家|辆|项|名|人次|人|次|台|批次|批|件|套|所|条|类|种|大(?=[一-鿿])|平方米|公里|户|场|座|处|篇|张|%|％"
)
CHINESE_DIGITS = {digit: value for value, digit in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
LONGEST_CLAUSE = 500
"""Letters from which on a run without punctuation is no clause: reading it would take time without bound."""
SENTENCE_END = re.compile(r"(?<=[。；！？])")
CLAUSE = re.compile(r"[^，,：:。；！？]+(?:,(?=\d)[^，,：:。；！？]*)*")
AMOUNT = re.compile(rf"(?<![\d.第*/-])({NUMBER})\s*({MONEY}|{COUNTERS})")
COUNT_IN_WORDS = re.compile(
    r"(?<![第十一二三四五六七八九])([两二三四五六七八九十])(个|大|类|种|项|家)(?!规定)(?=[一-鿿])"
)
ZERO = re.compile(r"(?P<subject>.+?)(?:为|是|共|计)\s*0(?:\.0+)?$")
NONE = re.compile(
    r"(?:本部门|本单位|本年度|\d{4}年度?|年|均|，)*(?:无|没有|未安排|不涉及|未编制)(?:安排|使用)?(?P<subject>[^，。；]*(?:费用?|支出|预算|经费|收入|拨款))$"
)
AGAINST = (
    r"(?:比|较|与|同)(?P<base>(?:20\d\d)年度?|上年度?|去年|上一年度?)"
    r"(?:年初|执行|部门|单位|当年)?(?:预算|决算)?(?:执行数|数|支出|安排)?(?:相比|相较|同期)?"
)
CHANGE = re.compile(
    rf"(?:{AGAINST})?(?:同口径|有所|共|各|略有)?(?P<way>增加|增长|提高|上升|上涨|减少|下降|降低|下调)(?:了|额|数|为|约)?\s*"
    rf"(?P<number>{NUMBER})\s*(?P<unit>{MONEY}|%|％)"
)
LEVEL_WITH = re.compile(rf"{AGAINST}(?:基本)?(?:持平|一致|相同|无变化|无增减)")
COMPARED = re.compile(AGAINST)
COMPARISON = re.compile(rf"(?:{AGAINST}|同比)")
CAUSE = re.compile(r"原因|由于|因为|经|主要")
LONGEST_MOVER = 20
"""Letters within which the words before 增加 are what has increased, and not a whole clause."""
ACCOUNT = re.compile(
    r"^[^。；]*?[（(]款[）)](?P<name>[^。；]{2,40}?)[（(]项[）)]"
    r"|^(?:\d{1,3}[.、．]|[（(]\d{1,2}[）)])\s*(?P<coded>[^（()）。；，\d]{2,40})[（(]\d{3,7}[）)]"
)
LABEL = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]+\s*)(?P<label>[^，。；：:\d]{2,30})[：:]"
)
"""What a point is about that goes on with its stage alone: 2.公务接待费：2024年预算数为….."""
THRESHOLD = re.compile(r"(?:[（(]含[）)])?(?:及)?以[上下]")
"""After an amount of money: it bounds what is counted (单价20万元以上的设备3台) and is no figure of anything."""
BOUGHT = re.compile(r"购置|新增|更新")
"""What is said once of a list of things that are counted: 购置车辆1辆、设备2台."""
STAGE = re.compile(r"(?:支出)?(?P<stage>(?:年初预算|全年预算|调整预算|预算|决算)数?)$")
"""What a final account calls the budget and the outcome: after the first of them it leaves out what they are of."""
FALLING = frozenset({"减少", "下降", "降低", "下调"})
REASON = re.compile(
    r"(?:主要(?:原因)?|原因)(?:是|为|系|：|:|在于)+(?:由于)?(?P<why>.+?)[。；]?$|(?:主要)?由于(?P<because>.+?)[。；]?$"
)
BOTH_SIDES = re.compile(r"收、支(?=总|预|决)")
"""Income and spending as one word, which no list is broken at: 收、支总计均为…."""
BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
PIECE = re.compile(r"、(?=[^、]*\d)|；")
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
    for paragraph in document.paragraphs:
        if paragraph.section not in left_out:
            yield from _paragraph_facts(document, paragraph)


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
    """What the clauses so far speak of: the subject named last, its money unit, the year compared with."""

    subject: str = ""
    unit: str = "元"
    base: int | None = None


def _paragraph_facts(document: Document, paragraph: Paragraph) -> Iterator[Fact]:
    """The facts of a paragraph; a sentence that only gives a reason explains the sentence before it.

    A sentence that begins with a comparison (`与上年相比增加…`) speaks of the subject of the one before, one that
    begins with 其中 compares with the same year.
    """
    facts: list[Fact] = []
    spoken, account = _Spoken(), ""
    for text in SENTENCE_END.split(paragraph.text):
        opening = ACCOUNT.search(text.strip())
        account = (opening["name"] or opening["coded"]).strip() if opening else account
        sentence = _Sentence(text.strip(), paragraph, document)
        if sentence.text.startswith("其中"):
            spoken = replace(spoken, subject="")
        elif not COMPARISON.match(sentence.text):
            spoken = _Spoken(unit=spoken.unit)
        found, spoken = _sentence_facts(sentence, spoken)
        label = None if opening else LABEL.match(sentence.text)
        found = [_of_account(_of_label(fact, label), account) for fact in found]
        why = reason_in(text)
        facts = facts if found or not why else _explained(facts, why)
        facts.extend(_explained(found, why) if why else found)
    yield from facts


def _of_account(fact: Fact, account: str) -> Fact:
    """The fact of sentences after one that opens with an account (…（项）), which only say 支出决算 or 全年预算."""
    return fact if account in fact.subject else replace(fact, subject=f"{account}{fact.subject}")


def _of_label(fact: Fact, label: re.Match[str] | None) -> Fact:
    """The fact of a point that names only its stage, with the label that the point begins with."""
    return (
        replace(fact, subject=label["label"] + fact.subject)
        if label and STAGE.fullmatch(fact.subject)
        else fact
    )


def _explained(facts: list[Fact], why: str) -> list[Fact]:
    """The same facts, those about the subject named last with their reason."""
    subjects = [fact.subject for fact in facts if fact.measure is not Measure.AMOUNT]
    return [
        replace(fact, reason=why) if subjects and fact.subject == subjects[-1] else fact for fact in facts
    ]


def _sentence_facts(sentence: _Sentence, spoken: _Spoken) -> tuple[list[Fact], _Spoken]:
    facts: list[Fact] = []
    counted = ""
    for clause in filter(_is_readable, CLAUSE.findall(BOTH_SIDES.sub("收支", sentence.text))):
        change, level = CHANGE.search(clause), LEVEL_WITH.search(clause)
        turn = change or level
        before = clause[: turn.start()] if turn else clause
        amounts, whole_of_parts = list(_amounts(before, spoken.unit)), spoken.subject
        for name, quantity in amounts:
            # A count without words of its own counts the same again: 接待14批次，112人次（不含陪同人员）.
            name = name if quantity.is_money or BRACKETED.sub("", name) else counted
            whole = _subject(sentence, _whole_name(spoken.subject, name))
            counted = counted if quantity.is_money else whole
            if quantity.is_money or not spoken.subject:
                unit = quantity.unit if quantity.is_money else spoken.unit
                spoken = replace(spoken, subject=whole, unit=unit)
            facts.append(_fact(sentence, whole, Measure.AMOUNT, quantity, _stated_year(sentence, clause)))
        if clause.startswith("其中") and len(amounts) > 1 and whole_of_parts:
            spoken = replace(spoken, subject=whole_of_parts)  # what follows a list of parts is of their whole
        spoken = _moved_on(sentence, spoken, before if change and not amounts else "", clause)
        if turn and spoken.subject:
            measure, quantity = _turn(change, spoken.unit)
            moved = _fact(sentence, spoken.subject, measure, quantity, sentence.document.year)
            facts.append(replace(moved, base_year=spoken.base))
    return facts, spoken


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
    name = named(mover)
    if name and len(name) <= LONGEST_MOVER and not COMPARED.search(mover) and not CAUSE.search(name):
        spoken = replace(spoken, subject=_subject(sentence, name))
    return spoken


def _is_readable(clause: str) -> bool:
    return len(clause) <= LONGEST_CLAUSE


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
    bare = name.removeprefix(sentence.document.body)
    return bare if bare == name else named(bare)


def _amounts(clause: str, unit: str) -> Iterator[tuple[str, Quantity]]:
    """The amounts of a clause with the words that name them; `unit` is the money unit in force for a bare 0."""
    stated, bought = False, ""
    for piece in PIECE.split(clause):
        start = 0
        said = BOUGHT.search(piece)
        bought = said[0] if said else bought
        for found in AMOUNT.finditer(piece):
            quantity = Quantity(Decimal(found[1].replace(",", "")), found[2].replace("％", "%"))
            before, after = piece[start : found.start()], piece[found.end() :]
            if quantity.is_money and THRESHOLD.match(after):
                continue
            thing = named(before + after) if said else bought + named(before + after)
            yield (named(before) or named(after)) if quantity.is_money else thing, quantity
            stated, start = True, found.end() if quantity.is_money else 0
        for counted in COUNT_IN_WORDS.finditer(piece):
            words = piece[: counted.start()] + piece[counted.end() :]
            yield named(words), Quantity(Decimal(CHINESE_DIGITS[counted[1]]), counted[2])
    zero = None if stated else ZERO.search(clause.strip()) or NONE.search(clause.strip())
    if zero:
        yield named(zero["subject"]), Quantity(Decimal(0), unit)


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
