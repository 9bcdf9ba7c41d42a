"""The words of forms of aims and indicators (绩效目标表), read from `aims.toml` and checked once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from corpus.document import Document, Fact, Measure, Paragraph
from corpus.errors import VocabularyError
from corpus.forms import squeezed
from corpus.quantity import YUAN, Quantity
from corpus.wording import load, words

FILE = "aims.toml"
MONEY = "|".join(sorted(YUAN, key=len, reverse=True))
OF_TERM = "中的"
"""What stands between the sum of all years and what it is made up of in the label of a line."""
AMOUNT_LINE = re.compile(
    rf"(?P<label>[^：]{{1,30}})：(?P<number>[\d,]{{1,20}}(?:\.\d{{1,9}})?)(?P<unit>{MONEY})"
)


@dataclass(frozen=True, slots=True)
class AimWords:
    """Everything in `aims.toml`; see there."""

    forms: tuple[str, ...]
    heads: frozenset[str]
    groups: frozenset[str]
    project: frozenset[str]
    body: frozenset[str]
    of_project: str
    of_body: str
    texts: frozenset[str]
    term: frozenset[str]
    whole: frozenset[str]
    parts: frozenset[str]
    listed_aim: frozenset[str]
    listed_whole: frozenset[str]
    aim_label: str
    whole_label: str
    levels: tuple[str, ...]
    indicator: tuple[str, ...]
    value: frozenset[str]
    weight: frozenset[str]
    within: Mapping[str, frozenset[str]]

    @property
    def labels(self) -> frozenset[str]:
        """Everything beside which something is said."""
        return self.project | self.body | self.texts | self.money

    @property
    def money(self) -> frozenset[str]:
        """Everything beside which money stands."""
        return self.term | self.whole | self.parts

    def is_money(self, label: str) -> bool:
        """Whether the label of a form's line is of money, also of what the sum of all years is made up of."""
        term, within, part = label.rpartition(OF_TERM)
        return part in self.parts and term in self.term if within else label in self.money

    @property
    def columns(self) -> frozenset[str]:
        """Every head of a column of indicators that is read."""
        return frozenset((*self.levels, *self.indicator)) | self.value | self.weight

    def title(self, label: str, name: str) -> str:
        """What the section of a form is called that says this name beside this label."""
        return f"{name}{self.of_project if label in self.project else self.of_body}"


@cache
def aim_words() -> AimWords:
    """The shipped words; read once.

    Raises:
        VocabularyError: the data file is malformed.
    """
    data = load(FILE)

    def known(*place: str) -> frozenset[str]:
        return frozenset(squeezed(word) for word in words(FILE, data, *place))

    return AimWords(
        words(FILE, data, "kinds", "forms"),
        known("kinds", "heads"),
        known("kinds", "groups"),
        known("names", "project"),
        known("names", "body"),
        _word(data, "names", "of_project"),
        _word(data, "names", "of_body"),
        known("labels", "texts"),
        known("labels", "term"),
        known("labels", "whole"),
        known("labels", "parts"),
        known("listed", "aim"),
        known("listed", "whole"),
        _word(data, "listed", "aim_label"),
        _word(data, "listed", "whole_label"),
        words(FILE, data, "columns", "levels"),
        words(FILE, data, "columns", "indicator"),
        known("columns", "value"),
        known("columns", "weight"),
        {group: known("within", group) for group in _groups(data)},
    )


def _groups(data: dict[str, object]) -> Iterator[str]:
    """The groups of the first level."""
    within = data.get("within")
    if not isinstance(within, dict):
        raise VocabularyError(f"{FILE}: within must list groups")
    yield from within


def _word(data: dict[str, object], part: str, key: str) -> str:
    names = data.get(part)
    entry = names.get(key) if isinstance(names, dict) else None
    if not isinstance(entry, str) or not entry:
        raise VocabularyError(f"{FILE}: {part}.{key} must be a word")
    return entry


def form_name(document: Document, section: int) -> str | None:
    """The project, or the body, whose form a section is; None for every other section.

    The section of a form is titled by the name that its first paragraph says (`项目名称：X` in `X绩效目标`).
    """
    title = document.sections[section].title
    if not title.endswith((aim_words().of_project, aim_words().of_body)):
        return None
    first = next((paragraph.text for paragraph in document.paragraphs if paragraph.section == section), "")
    label, _, name = first.partition("：")
    return name if name and aim_words().title(label, name) == title else None


def in_form(document: Document, section: int) -> bool:
    """Whether a section is a form's, or that of a group of its indicators."""
    at: int | None = section
    while at is not None:
        if form_name(document, at):
            return True
        at = document.sections[at].parent
    return False


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator's name, whose form it is in, and its line (数量指标 · 巡检次数：≥12次)."""

    name: str
    of: str
    line: Paragraph


BESIDE_GROUP = " · "
"""What stands between an indicator's group and its name in its line."""


def indicators(document: Document) -> Iterator[Indicator]:
    """The indicators of all forms, in reading order."""
    forms: dict[int, str | None] = {}
    for at, section in enumerate(document.sections):
        above = forms.get(section.parent) if section.parent is not None else None
        forms[at] = form_name(document, at) or above
    for paragraph in document.paragraphs:
        of = forms[paragraph.section]
        _, beside, said = paragraph.text.partition(BESIDE_GROUP)
        if of and beside:
            yield Indicator(said.partition("：")[0], of, paragraph)


def said_beside_labels(document: Document) -> Iterator[Indicator]:
    """What all forms say beside a label (项目期：3年), under the label's name, in reading order.

    The sum of all years is said where it has no unit; with one it is a fact.
    """
    for paragraph in document.paragraphs:
        label, colon, said = paragraph.text.partition("：")
        of = form_name(document, paragraph.section) if colon and said else None
        stated = label in aim_words().term and not AMOUNT_LINE.fullmatch(paragraph.text)
        if of and (stated or label in aim_words().texts):
            yield Indicator(label, of, paragraph)


def aim_facts(document: Document) -> Iterator[Fact]:
    """The money that forms state in a unit; the whole sum of the year is about the project itself.

    What a form says twice with different figures is left out.
    """
    for section in range(len(document.sections)):
        name = form_name(document, section)
        if name is None:
            continue
        found = [
            (line, paragraph)
            for paragraph in document.paragraphs
            if paragraph.section == section and (line := AMOUNT_LINE.fullmatch(paragraph.text))
        ]
        figures: dict[str, set[str]] = {}
        for line, _ in found:
            figures.setdefault(line["label"], set()).add(line["number"])
        for line, paragraph in found:
            label = squeezed(line["label"])
            if len(figures[line["label"]]) == 1 and aim_words().is_money(label):
                subject = name if label in aim_words().whole else f"{name}{line['label']}"
                yield _fact(document, paragraph, subject, line)


def _fact(document: Document, paragraph: Paragraph, subject: str, line: re.Match[str]) -> Fact:
    return Fact(
        subject=subject,
        code=None,
        measure=Measure.AMOUNT,
        year=document.year,
        base_year=None,
        quantity=Quantity(Decimal(line["number"].replace(",", "")), line["unit"]),
        blank=False,
        certain=True,
        section=paragraph.section,
        cell=None,
        reason=None,
        quote=paragraph.text,
        span=paragraph.span,
    )
