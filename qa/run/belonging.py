"""Whose a public body is: 江海市档案馆是市委办公室所属的事业单位."""

from __future__ import annotations

import re

from corpus.clauses import sentences
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.evidence import of_paragraph
from qa.text import flatten

SUBORDINATE = re.compile(
    r"(?:^|[，,；：:。])(?P<who>[^，,；：:。]{0,40}?)"
    r"(?:(?:是|为|系)(?:[^，,；：:。]{0,40}(?:所属|下属|直属|管理的|主管的|代管的|领导的|派出|组成部门|工作部门))"
    r"|隶属|作为[^，,；：:。]{2,40}的?(?:二级|下属|所属))"
)
"""A clause that says it, by what stands before 是 or 隶属."""
OWN = re.compile(r"^[本我](?:部门|单位|[局院校委厅办中]心?)|^(?:部门|单位|中心|学校|学院|医院)$")
"""What a body calls itself."""


def belonging(book: Book) -> Result:
    """The sentences that say what the publishing bodies of a book are subordinate to, verbatim.

    Raises:
        Declined: none does.
    """
    found = [
        (catalog.document, paragraph, sentence.strip())
        for catalog in book.catalogs
        for paragraph in catalog.document.paragraphs
        for sentence in sentences(paragraph.text)
        if _says(catalog, sentence)
    ]
    if not found:
        raise Declined(Missing.WORDS)
    return Result(
        headline="",
        evidence=tuple(dict.fromkeys(of_paragraph(document, p) for document, p, _ in found)),
        passages=tuple(dict.fromkeys(sentence for _, _, sentence in found)),
    )


def _says(catalog: Catalog, sentence: str) -> bool:
    """Whether a sentence says so of the publishing body itself, not of a unit of it."""
    for clause in SUBORDINATE.finditer(sentence):
        who = flatten(clause["who"])
        if OWN.match(who) or who.endswith(catalog.bodies):
            return True
    return False
