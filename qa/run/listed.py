"""Answers from the list of a sentence: the bodies inside a body or under it, what is listed under a heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import takewhile

from corpus.document import Paragraph
from corpus.lists import SentenceList, lists
from corpus.quantity import Quantity
from corpus.wording import wording
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.catalogs.readings import show
from qa.overlap import pairs
from qa.query import Enumeration, Organs, Standing
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.evidence import of_paragraph
from qa.text import flatten

HOLDS = 0.6
"""How much of the question's words what leads to a list must hold."""
STANDINGS = {
    Standing.INSIDE: re.compile(
        r"内设|科室|处室|股室|内部机构|机构设置|设置|设有|^设|下设.*(?:处|科|室|部|学院)"
    ),
    Standing.UNDER: re.compile(
        r"(?:下属|所属|直属|二级|下辖|下级|预算|决算|编制|汇编|基层).{0,12}(?:单位|机构)|下设|下辖"
    ),
}
"""What a lead says of bodies inside and of those under a body."""


BODIES = {
    Standing.INSIDE: re.compile(
        r"(?:[科处室股组部委厅院系中心队所站办会团局馆校]|法庭)(?:[（(][^（()）]*[）)])?[。；;]?$"
    ),
    Standing.UNDER: re.compile(
        rf"(?:{'|'.join(wording().body_endings)}|本级|本部|机关|场|院|厂|台|庭|大队|支队)(?:[（(][^（()）]*[）)])?[。；;]?$"
    ),
}
"""What the names of bodies inside and of those under a body end in."""
UNIT_COLUMNS = frozenset({"单位名称", "预算单位", "预算单位名称", "决算单位名称", "下属单位名称"})
TOTALS = frozenset({"合计", "总计", "小计"})
LINE = "\n"
LEADS = 2
"""The paragraphs before a list that may lead to it: a sentence, and the header of a table without rules."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The items of a list, what leads to them, and the paragraphs that they stand in."""

    items: tuple[str, ...]
    said: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def lead(self) -> str:
        """The last of what leads to it: of the units of a body, the line before may list its inner bodies."""
        return self.said.rpartition(LINE)[2]


@dataclass(frozen=True, slots=True)
class Members:
    """The items that a sentence lists, and how many pairs of letters its lead shares with the question."""

    items: tuple[str, ...]
    said: int


def shared(leads: Iterable[str], said: str) -> int:
    """How many pairs of letters some words that lead to a list share with a question."""
    return len(set(pairs(said)) & {pair for lead in leads for pair in pairs(flatten(lead))})


def members_in(texts: Sequence[str], said: str) -> Members | None:
    """The items of the list in some texts that is led to in the question's words; None where none lists any."""
    found = (Members(one.items, shared([one.said], said)) for text in texts for one in lists(text))
    return max(found, key=lambda one: one.said, default=None)


def organs(query: Organs, book: Book) -> Result:
    """The bodies of the list whose lead shares most with the question.

    Raises:
        Declined: nothing lists such bodies.
    """
    said, named = STANDINGS[query.standing], BODIES[query.standing]
    found = [
        (catalog, one)
        for catalog in book.catalogs
        for one in (*_sentence_lists(catalog), *_point_lists(catalog), *_row_lists(catalog))
        if said.search(one.lead if query.standing is Standing.INSIDE else one.said)
        and _mostly(named, one.items)
    ]
    if not found:
        raise Declined(Missing.WORDS)
    catalog, best = max(found, key=lambda one: shared([one[1].said], query.said))
    return Result(
        headline=best.said,
        items=best.items,
        evidence=tuple(of_paragraph(catalog.document, paragraph) for paragraph in best.paragraphs),
        passages=tuple(paragraph.text for paragraph in best.paragraphs),
    )


def are_inside(items: Sequence[str]) -> bool:
    """Whether most items of a list are called as bodies inside a body are: 办公室, 人事科."""
    return _mostly(BODIES[Standing.INSIDE], items)


def _mostly(named: re.Pattern[str], items: Sequence[str]) -> bool:
    return 2 * sum(bool(named.search(item)) for item in items) > len(items)


def _sentence_lists(catalog: Catalog) -> Iterator[Placed]:
    """The lists of the sentences that define no term."""
    defining = {id(paragraph) for paragraph in catalog.glossary.values()}
    for paragraph, one in _lists(catalog):
        if id(paragraph) not in defining:
            yield Placed(one.items, one.said, (paragraph,))


def _point_lists(catalog: Catalog) -> Iterator[Placed]:
    """The numbered lists, with what leads to them."""
    before = {id(p): at for at, p in enumerate(catalog.document.paragraphs)}
    for points in catalog.points:
        at = before.get(id(points[0]), 0)
        leads = [p.text for p in catalog.document.paragraphs[max(0, at - LEADS) : at]]
        yield Placed(tuple(point.text for point in points), LINE.join(leads), points)


def _row_lists(catalog: Catalog) -> Iterator[Placed]:
    """The units that a table without amounts names in its first column (单位名称), with what leads to it."""
    paragraphs = catalog.document.paragraphs
    for at, header in enumerate(paragraphs):
        cells = header.text.split()
        if len(cells) < 2 or cells[0] not in UNIT_COLUMNS:
            continue
        rows = takewhile(partial(_is_row_of, header.section), paragraphs[at + 1 :])
        units = [p for p in rows if p.text.split()[0] not in TOTALS]
        lead = LINE.join(p.text for p in paragraphs[max(0, at - LEADS) : at])
        yield Placed(tuple(p.text.split()[0] for p in units), lead, tuple(units))


def _is_row_of(section: int, paragraph: Paragraph) -> bool:
    """Whether a paragraph of the section has the several cells of a row."""
    return paragraph.section == section and len(paragraph.text.split()) > 1


def counted(query: Enumeration, book: Book) -> Result:
    """The list, with its number in its sentence, whose lead says the question's words.

    Raises:
        Declined: there is none, or it is not of the size asked for.
    """
    for catalog in book.catalogs:
        found = _best(catalog, query.about)
        if found and query.size in (None, found[1].size) and not query.project:
            paragraph, listed = found
            count = Quantity(Decimal(len(listed.items)), "项")
            return Result(
                headline=listed.said,
                values=(Value(count, "项数"),) if query.counted else (),
                items=listed.items,
                steps=(f"项数 = {show(count)}",) if query.counted else (),
                evidence=(of_paragraph(catalog.document, paragraph),),
            )
    raise Declined(Missing.WORDS, query.about)


def _best(catalog: Catalog, words: tuple[str, ...]) -> tuple[Paragraph, SentenceList] | None:
    """The list with its number whose lead holds most of some words; None where none holds enough."""
    scored = (
        (catalog.overlap.held(words, frozenset(pairs(flatten(one.said)))), paragraph, one)
        for paragraph, one in _lists(catalog)
        if one.size is not None
    )
    best = max(scored, key=lambda s: s[0], default=None)
    return best[1:] if best and best[0] >= HOLDS else None


def _lists(catalog: Catalog) -> Iterator[tuple[Paragraph, SentenceList]]:
    """The lists of a document's sentences, each with the paragraph that it stands in."""
    for paragraph in catalog.document.paragraphs:
        yield from ((paragraph, one) for one in lists(paragraph.text))
