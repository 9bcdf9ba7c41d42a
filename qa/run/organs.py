"""The bodies inside a body and under it, as a sentence lists them (内设办公室、财务处和机关党委)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.clauses import SENTENCE_END
from corpus.document import Document, Paragraph
from qa.book import Book
from qa.overlap import pairs
from qa.query import Organs, Standing
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.rules import numeral
from qa.run.evidence import of_paragraph
from qa.text import flatten

MARK = re.compile(r"[，,]")
NUMERAL = r"\d{1,3}|[两二三四五六七八九十]{1,3}"
LEAD = re.compile(
    r"^.{0,60}?(?:(?:分别|具体)[为是有]|包括|包含|[：:]|^即|(?:机构|部门|单位|科室|处室|股室)(?:为|有|是)"
    r"|(?:内设|下设|设置|设有|设立|下辖|^设)(?!机构|部门|单位|科室|处室|股室|职能|\d|.{0,15}(?:分别|包括|[：:])))[了：:]?"
)
"""What leads to the first of the listed: 内设|办公室、…, 单位包括：|甲局、…."""
TAIL = re.compile(rf"(?P<more>等)?共?(?P<number>{NUMERAL})(?:个|家|大|所)(?P<kind>[^、，。；]{{0,15}})$")
"""What counts the listed behind the last of them: …、监测科|13个科室."""
COUNTED = re.compile(rf"(?P<number>{NUMERAL})(?:个|家|大|所)[^，,、]{{0,12}}$")
"""The same before the first: 下属3个预算单位，分别为…."""
LINK = re.compile(r"(?:主要|分别|具体|包括|包含|即|[为是有：:])+$")
WITHIN = re.compile(rf"(?:{NUMERAL})(?:个|家|大|所)|[，。；：:①-⑳]")
"""What no name holds: a list of two kinds (…、丙学院三大学院以及丁室、…) is not read."""
LAST = re.compile(r"(?<=[一-鿿）)”])(?:以及|和|及|与)(?=[^和及与、]{2,20}$)")
OPEN_END = re.compile(r"等(?:单位|机构|部门|科室|处室)?$")
SEVERAL = re.compile(r"、(?![^（(]{0,40}[）)])")
MOST_SENTENCE, LONGEST_NAME = 1000, 40
STANDINGS = {
    Standing.INSIDE: re.compile(
        r"内设|科室|处室|股室|内部机构|机构设置|设置|设有|^设|下设.*(?:处|科|室|部|学院)"
    ),
    Standing.UNDER: re.compile(
        r"(?:下属|所属|直属|二级|下辖|下级|预算|决算|编制|汇编|基层).{0,12}(?:单位|机构)|下设|下辖"
    ),
}
"""What a lead says of bodies inside and of those under a body."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Some bodies that a sentence lists, and the words around the list that say what they are."""

    names: tuple[str, ...]
    lead: str
    document: Document
    paragraph: Paragraph


def organs(query: Organs, book: Book) -> Result:
    """The bodies of the list whose lead shares most with the question.

    Raises:
        Declined: no sentence lists such bodies.
    """
    wanted = set(pairs(query.said))
    found = [one for one in _listed(book) if STANDINGS[query.standing].search(one.lead)]
    best = max(found, key=lambda one: len(wanted & set(pairs(flatten(one.lead)))), default=None)
    if best is None:
        raise Declined(Missing.WORDS)
    return Result(
        headline=best.lead,
        items=best.names,
        evidence=(of_paragraph(best.document, best.paragraph),),
        passages=(best.paragraph.text,),
    )


def _listed(book: Book) -> Iterator[Listed]:
    for catalog in book.catalogs:
        for paragraph in catalog.document.paragraphs:
            for names, lead in in_sentences(paragraph.text):
                yield Listed(names, lead, catalog.document, paragraph)


def in_sentences(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The names that the sentences of a text list, with the words around them; where these count them, so many."""
    for sentence in SENTENCE_END.split(text):
        if len(sentence) <= MOST_SENTENCE:
            yield from _in_sentence(sentence.rstrip("。；;"))


def _in_sentence(sentence: str) -> Iterator[tuple[tuple[str, ...], str]]:
    before = ""
    for clause in MARK.split(sentence):
        lead = LEAD.match(clause.strip())
        items = SEVERAL.split(clause.strip()[lead.end() :]) if lead else []
        if lead and len(items) > 1:
            names, size, kind = _names(items)
            said = LINK.sub("", lead[0]) or before
            counted = COUNTED.search(said)
            size = size or (numeral(counted["number"]) if counted else None)
            if _are_names(names) and size in (None, len(names)):
                yield names, f"{said}{kind}"
        before = clause


def _names(items: Sequence[str]) -> tuple[tuple[str, ...], int | None, str]:
    """The names, without what counts them or breaks off behind the last, the number, and what they are."""
    *first, last = items
    tail = TAIL.search(last)
    last = last[: tail.start()] if tail else OPEN_END.sub("", last)
    size = numeral(tail["number"]) if tail and not tail["more"] else None
    return tuple(item.strip() for item in (*first, *LAST.split(last))), size, tail["kind"] if tail else ""


def _are_names(names: Iterable[str]) -> bool:
    return all(2 <= len(name) <= LONGEST_NAME and not WITHIN.search(name) for name in names)
