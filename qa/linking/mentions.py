"""What the words of a question were linked to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What a mention stands for; `values` of a mention hold the kind's own strings."""

    NAME = "name"
    """Standard names of figures; several when the word may stand for each of them."""
    ABSENT = "absent"
    """A standard account that the documents in scope do not have."""
    CITED = "cited"
    """A cited title, flattened."""
    NUMBER = "number"
    """A document number, as typed."""
    HEADING = "heading"
    """A heading of the document without its ordinal, flattened."""
    TERM = "term"
    """A term that the document's glossary defines, flattened."""
    BODY = "body"
    REGION = "region"
    YEAR = "year"
    CUE = "cue"
    UNIT = "unit"
    QUANTITY = "quantity"
    """An amount with its unit, to compare with: number, unit."""
    NUMERAL = "numeral"
    """A small number with a counter or an ordinal: value, counter, "ordinal" or "cardinal"."""
    CODE = "code"
    WORD = "word"
    """A phrase that the document itself sets in quotation marks, or the Chinese of an English word."""
    FILLER = "filler"
    BREAK = "break"
    """Punctuation or a joining word between two things."""


JOINERS = frozenset(
    {
        "和",
        "与",
        "跟",
        "同",
        "及",
        "以及",
        "比",
        "还是",
        "或",
        "或者",
        "较",
        "相比",
        "and",
        "or",
        "than",
        "vs",
        "versus",
        "plus",
        "加",
        "加上",
        "减去",
        "minus",
        "to",
        "with",
        "比起",
        "相对于",
        "对",
    }
)
"""Words that set two things side by side."""


OWN_REGION = "the body's region"
"""The rule of a region that the documents' body lies in: with the body it says nothing, alone it is another body."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the flattened question, what it stands for, and the rule that says so."""

    start: int
    end: int
    text: str
    kind: Kind
    values: tuple[str, ...]
    rule: str

    def __str__(self) -> str:
        return f"{self.text} → {self.kind} {' | '.join(self.values)} ({self.rule})"


YEAR_OF_TITLE = re.compile(r"(20\d\d)年")


def year_in(mention: Mention) -> Mention | None:
    """The year that a mention is, or that the title of a table begins with: 2025年部门支出预算总表."""
    begins = YEAR_OF_TITLE.match(mention.text) if mention.kind is Kind.HEADING else None
    if begins:
        return replace(mention, kind=Kind.YEAR, values=(begins[1],), end=mention.start + begins.end())
    return mention if mention.kind is Kind.YEAR else None


@dataclass(frozen=True, slots=True)
class Surface:
    """What one phrase of the vocabulary may stand for."""

    kind: Kind
    values: tuple[str, ...]
    rule: str
