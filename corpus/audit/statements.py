"""The figures that prose states, in order, each with its printed digits and the words that name it.

The wording is read by the patterns of `corpus.clauses` and `corpus.moves`; here a figure also keeps its
neighbours, so that it can be held against them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.amounts import AMOUNT, ZERO
from corpus.audit.findings import Figure, figure
from corpus.audit.vocabulary import MAX_NAME, plain, vocabulary
from corpus.clauses import CLAUSE, SENTENCE_END
from corpus.document import Document, Measure, Paragraph
from corpus.moves import AGAINST, CHANGE, FALLING, LEVEL_WITH
from corpus.naming import LEAD_IN
from corpus.prose import project_name
from corpus.quantity import YUAN

COMPARISON = re.compile(AGAINST)
YEAR = re.compile(r"(20\d\d)年")
LAST_YEAR = re.compile(r"上年|去年|上一年")
LINKING = re.compile(r"(?:科目|共计|共|为|是|达到?|约|等|有|[:：\s])+$")
EACH = re.compile(r"[各共均]+$|^[，,、]+")
MAX_PARAGRAPH = 20_000
"""A longer paragraph is not prose that a person wrote; it is not looked at."""

DEFAULT_UNIT = "元"
SEPARATORS = " 、；，"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure in a clause: an amount, a signed change of an amount, or a signed rate of change in percent.

    `words` are the words that name an amount, or the subject that a change names for itself; `year` is the year that
    they name. `against` is the comparison of a change (比2020年预算), `base` its year. No change at all (持平) is a
    change of zero, whose figure is printed as that word. `sentence` is the sentence's position in the paragraph.
    """

    figure: Figure
    measure: Measure
    words: str
    year: int | None
    against: str
    base: int | None
    sentence: int
    clause: str

    @property
    def name(self) -> str:
        """The words in the form in which names are compared."""
        return plain(self.words)


@dataclass(frozen=True, slots=True)
class Statement:
    """A paragraph with the figures that it states outside of reasons."""

    paragraph: Paragraph
    figures: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class _Clause:
    text: str
    sentence: int
    paragraph: Paragraph
    document: Document

    def year(self, words: str) -> int | None:
        """The year that words name, as a number or as the one before the document's own."""
        stated = YEAR.findall(words)
        if stated:
            return int(stated[-1])
        own = self.document.year
        return own - 1 if own is not None and LAST_YEAR.search(words) else None


def read_statements(document: Document) -> tuple[Statement, ...]:
    """The paragraphs that state the body's own amounts: no legal bases, no definitions, no descriptions of projects."""
    cited = {citation.section for citation in document.citations}
    apart = {section for section in range(len(document.sections)) if _is_apart(document, section)}
    return tuple(
        Statement(paragraph, tuple(_figures(document, paragraph)))
        for paragraph in document.paragraphs
        if paragraph.section not in cited | apart and len(paragraph.text) <= MAX_PARAGRAPH
    )


def _is_apart(document: Document, section: int) -> bool:
    titles = document.heading_path(section)
    defines = any(word in title for title in titles for word in vocabulary().definitions)
    return defines or project_name(document, section) is not None


def _figures(document: Document, paragraph: Paragraph) -> Iterator[Stated]:
    for number, sentence in enumerate(SENTENCE_END.split(paragraph.text)):
        reason = vocabulary().reasons.search(sentence)
        for text in CLAUSE.findall(sentence[: reason.start()] if reason else sentence):
            yield from _clause_figures(_Clause(text, number, paragraph, document))


def _clause_figures(clause: _Clause) -> Iterator[Stated]:
    change, level = CHANGE.search(clause.text), LEVEL_WITH.search(clause.text)
    turn = change or level
    stated = 0
    for amount, before, end in _amounts(clause, clause.text[: turn.start()] if turn else clause.text):
        words = _name(clause, before)
        yield Stated(
            amount, Measure.AMOUNT, words, clause.year(before), "", None, clause.sentence, clause.text
        )
        stated = end
    if turn:
        against = COMPARISON.search(clause.text, stated)
        compared = against[0] if against else ""
        before = clause.text[stated : change.start("way") if change else turn.start()]
        own = EACH.sub("", before.replace(compared, "", 1).strip())
        measure, found = _turn(clause, change)
        base = clause.year(compared)
        yield Stated(found, measure, own, None, compared, base, clause.sentence, clause.text)


def _turn(clause: _Clause, change: re.Match[str] | None) -> tuple[Measure, Figure]:
    """What a clause says of a change, signed; no change is zero."""
    span = clause.paragraph.span
    if change is None:
        return Measure.CHANGE, Figure("持平", Decimal(0), "", Decimal(0), span)
    number = Decimal(change["number"].replace(",", ""))
    unit = change["unit"].replace("％", "%")
    signed = -number if change["way"] in FALLING else number
    found = figure(f"{change['way']}{change['number']}", signed, unit, span)
    return (Measure.RATE if unit == "%" else Measure.CHANGE), found


def _amounts(clause: _Clause, text: str) -> Iterator[tuple[Figure, str, int]]:
    """The amounts of money in a text, each with the words before it and where it ends."""
    start = 0
    span = clause.paragraph.span
    for found in AMOUNT.finditer(text):
        if found[2] in YUAN:
            number = Decimal(found[1].replace(",", ""))
            yield figure(found[1], number, found[2], span), text[start : found.start()], found.end()
            start = found.end()
    zero = None if start else ZERO.search(text[:MAX_NAME].strip())
    if zero:
        yield figure("0", Decimal(0), DEFAULT_UNIT, span), zero["subject"], len(text)


def _name(clause: _Clause, before: str) -> str:
    """The words that name an amount, without enumerators, linking verbs, and the body's own name."""
    words = before[-MAX_NAME:].strip(SEPARATORS)
    while (lead := LEAD_IN.match(words)) and lead.end():
        words = words[lead.end() :].lstrip(SEPARATORS)
    return LINKING.sub("", words.removeprefix(clause.document.body)).strip()
