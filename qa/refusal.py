"""Why a question is declined: what the documents do not say, as a value that can be worded in any language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Missing(StrEnum):
    """What is missing."""

    WORDS = "words"
    """Words of the question that nothing in the documents explains."""
    ACCOUNT = "account"
    """A standard account that the documents do not have."""
    CODE = "code"
    YEAR = "year"
    BODY = "body"
    STAGE = "stage"
    FIGURE = "figure"
    """The things are known, but no figure is stated for them together."""
    SEVERAL = "several"
    """Several rows of one table have the name, and nothing says which of them is calculated with."""
    UNCERTAIN = "uncertain"
    """The figure's column could not be proven."""
    MISREAD = "misread"
    """The figure was recognised on an image, and no sum proves that it was read right."""
    REASON = "reason"
    CITATION = "citation"
    INDICATOR = "indicator"
    """The project states what it aims at, and no indicator of that group."""
    MEANING = "meaning"
    """The question cannot be read: nothing in it says what is asked."""


FOR_GOOD = frozenset(
    {
        Missing.STAGE,
        Missing.YEAR,
        Missing.BODY,
        Missing.ACCOUNT,
        Missing.CODE,
        Missing.SEVERAL,
        Missing.UNCERTAIN,
        Missing.MISREAD,
        Missing.CITATION,
        Missing.INDICATOR,
        Missing.REASON,
        Missing.MEANING,
    }
)
"""What is missing for good: no other reading of the question is tried after it."""


@dataclass(frozen=True)
class Declined(Exception):
    """The question is understood so far, but the documents do not answer it."""

    missing: Missing
    words: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
