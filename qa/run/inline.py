"""Lists that a sentence gives with their number (所属事业单位3家：甲中心、乙站、丙所)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.clauses import SENTENCE_END
from corpus.document import Paragraph
from corpus.quantity import Quantity
from qa.answer import Value
from qa.book import Book
from qa.catalog import Catalog
from qa.overlap import pairs
from qa.query import Enumeration
from qa.refusal import Declined, Missing
from qa.resolve import show
from qa.result import Result
from qa.run.evidence import of_paragraph
from qa.run.organs import in_sentences
from qa.text import flatten

BEHIND = re.compile(
    r"(?P<lead>(?P<number>\d{1,3})(?:家|个|所|项|名)[^：:，。]{0,20}(?:，?(?:具体|主要|分别)?(?:包括|包含|为|是|有))?[：:])"
    r"(?P<items>[^：:。；]{2,600})[。；]?$"
)
"""A number and what it counts: 所属事业单位3家：甲中心、乙站、丙所."""
BEFORE = re.compile(
    r"(?P<lead>内设|下设|分设|设有|设立)(?P<items>[^：:。；，\d]{2,600}?)(?P<more>等)?(?:共)?(?P<number>\d{1,3})个"
    r"(?P<kind>[^，。；、：]{0,12})"
)
"""Members and then their number: 下设办公室、规划科、水资源科等8个科室."""
MEMBERS = re.compile(r"、(?![^（(]{0,40}[）)])")
HOLDS = 0.6
"""How much of the question's words the sentence must hold."""
MOST_SENTENCE = 1000


@dataclass(frozen=True, slots=True)
class InlineList:
    """A list in a sentence: its items as worded, what leads to them, and the paragraph."""

    items: tuple[str, ...]
    lead: str
    paragraph: Paragraph


def _lists(catalog: Catalog) -> Iterator[InlineList]:
    """The lists whose items are as many as the sentence says."""
    for paragraph in catalog.document.paragraphs:
        for items, lead in _numbered(paragraph.text):
            yield InlineList(items, lead, paragraph)


def _numbered(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The lists of a text whose items are as many as their sentence says, each with the words beside it."""
    for sentence in SENTENCE_END.split(text):
        if len(sentence) > MOST_SENTENCE:
            continue
        if found := BEHIND.search(sentence):
            items = _members(found["items"])
            if len(items) == int(found["number"]) > 1:
                yield items, sentence[: found.start("items")]
        for found in BEFORE.finditer(sentence):
            items, size = _members(found["items"]), int(found["number"])
            if len(items) > 1 and (len(items) == size or (found["more"] and len(items) < size)):
                yield items, f"{sentence[: found.end('lead')]}{found['kind']}"


def _members(listed: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in MEMBERS.split(listed))


@dataclass(frozen=True, slots=True)
class Members:
    """The members that a sentence lists, and how many pairs of letters its lead shares with the question."""

    items: tuple[str, ...]
    said: int


def shared(leads: Iterable[str], said: str) -> int:
    """How many pairs of letters some words that lead to a list share with a question."""
    return len(set(pairs(said)) & {pair for lead in leads for pair in pairs(flatten(lead))})


def members_in(texts: Sequence[str], said: str) -> Members | None:
    """The members of the list in some texts that is led to in the question's words; None where none lists any."""
    lists = [one for text in texts for one in _numbered(text)]
    lists += [one for text in texts for one in in_sentences(text)]
    candidates = [Members(items, shared([lead], said)) for items, lead in lists]
    return max(candidates, key=lambda one: one.said, default=None)


def _best(catalog: Catalog, words: tuple[str, ...]) -> tuple[float, InlineList] | None:
    """The list whose lead holds most of some words, with how much; None where none holds enough."""
    scored = (
        (catalog.overlap.held(words, frozenset(pairs(flatten(one.lead)))), one) for one in _lists(catalog)
    )
    return max((s for s in scored if s[0] >= HOLDS), key=lambda s: s[0], default=None)


def inline(query: Enumeration, book: Book) -> Result:
    """The list in a sentence whose lead says the question's words.

    Raises:
        Declined: there is none, or it is not of the size asked for.
    """
    for catalog in book.catalogs:
        found = _best(catalog, query.about)
        if found and query.size in (None, len(found[1].items)) and not query.project:
            listed = found[1]
            count = Quantity(Decimal(len(listed.items)), "项")
            return Result(
                headline=listed.lead,
                values=(Value(count, "项数"),) if query.counted else (),
                items=listed.items,
                steps=(f"项数 = {show(count)}",) if query.counted else (),
                evidence=(of_paragraph(catalog.document, listed.paragraph),),
            )
    raise Declined(Missing.WORDS, query.about)
