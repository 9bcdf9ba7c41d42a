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
    r"(?P<number>\d{1,3})(?:家|个|所|项|名)[^：:，。]{0,20}[：:](?P<items>[^：:。；]{2,600})[。；]?$"
)
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
        for sentence in SENTENCE_END.split(paragraph.text):
            found = COUNTED.search(sentence) if len(sentence) <= MOST_SENTENCE else None
            items = tuple(item.strip() for item in found["items"].split("、")) if found else ()
            if found and len(items) == int(found["number"]) > 1:
                yield InlineList(items, sentence[: found.start("items")], paragraph)


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
