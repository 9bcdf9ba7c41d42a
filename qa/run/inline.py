"""Lists that a sentence gives with their number (所属事业单位3家：甲中心、乙站、丙所)."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from qa.text import flatten

COUNTED = re.compile(
    r"(?P<number>\d{1,3})(?:家|个|所|项|名)[^：:，。]{0,20}[，,]?(?:具体)?(?:包括|为|是)?[：:](?P<items>[^：:。；]{2,600})[。；]?$"
)
NAMED = re.compile(
    r"(?:内设机构|内设(?:处|科)室|单位|机构)(?:主要|具体|分别|共)?(?:有|为|是|设置|包括)[：:](?P<items>[^：:。；]{2,600}?)"
    r"(?:[等共]*(?P<number>\d{1,3})(?:家|个)[^、，。；]{0,8})?[。；]?$"
)
"""Bodies that a sentence names one by one: 内设机构包括：办公室、…、读者服务部6个部门."""
LONGEST_ITEM = 30
HOLDS = 0.6
"""How much of the question's words the sentence must hold."""
MOST_SENTENCE = 1000


@dataclass(frozen=True, slots=True)
class InlineList:
    """A list in a sentence: its items as worded, what leads to them, and the paragraph."""

    items: tuple[str, ...]
    lead: str
    paragraph: Paragraph


def inline_lists(catalog: Catalog) -> Iterator[InlineList]:
    """The lists whose items are as many as the sentence says, and those of bodies."""
    for paragraph in catalog.document.paragraphs:
        for sentence in SENTENCE_END.split(paragraph.text):
            found = _list_in(sentence) if len(sentence) <= MOST_SENTENCE else None
            if found:
                yield InlineList(_items(found), sentence[: found.start("items")], paragraph)


def _list_in(sentence: str) -> re.Match[str] | None:
    counted, named = COUNTED.search(sentence), NAMED.search(sentence)
    if counted and len(_items(counted)) == int(counted["number"]) > 1:
        return counted
    items = _items(named) if named else ()
    if named is None or len(items) < 2 or max(map(len, items)) > LONGEST_ITEM:
        return None
    return named if named["number"] in (None, str(len(items))) else None


def _items(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(item.strip() for item in found["items"].split("、"))


def _best(catalog: Catalog, words: tuple[str, ...]) -> tuple[float, InlineList] | None:
    """The list whose lead holds most of some words, with how much; None where none holds enough."""
    scored = (
        (catalog.overlap.held(words, frozenset(pairs(flatten(one.lead)))), one)
        for one in inline_lists(catalog)
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
