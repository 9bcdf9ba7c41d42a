"""Queries that the document's own words answer: legal bases, parts, definitions, causes, passages."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from qa.query.target import Direction, Target


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that prose states in words of its own, found by those words (`为36家市级预算单位提供…`).

    `words` carry the question's content and must be there; `said` is the question, to tell like clauses apart. `year`
    is the one that the sentence must say, where the question asks for another than the documents' own (2021年底).
    """

    words: tuple[str, ...]
    said: str
    counter: str | None
    unit: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class StatedEach:
    """What `asked` finds in the documents of each of some years (2016年和2017年的接待批次分别是多少)."""

    asked: Stated
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatedChange:
    """How what `asked` finds in the documents of a year differs from an earlier one's; `supposed` as of `Reason`."""

    asked: Stated
    year: int
    base: int
    supposed: Direction


@dataclass(frozen=True, slots=True)
class Cited:
    """The legal bases of some projects, filtered; `common` keeps those that every one of the projects has.

    `position` is the 1-based place in the project's own list, negative from its end.
    """

    projects: tuple[str, ...]
    common: bool
    year: int | None
    topic: tuple[str, ...]
    position: int | None
    counted: bool


@dataclass(frozen=True, slots=True)
class CitedBy:
    """The projects that cite a document, given by number or by title."""

    number: str | None
    title: str | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Identify:
    """A cited document as the legal bases word it, given its number or title; `numbered` where the number is asked."""

    number: str | None
    title: str | None
    numbered: bool


@dataclass(frozen=True, slots=True)
class Belonging:
    """Whose the publishing body is: the sentence that says what it is subordinate to."""


class Standing(StrEnum):
    """How a body stands to the publishing one: a part of it (内设机构), or under it (下属单位)."""

    INSIDE = "inside"
    UNDER = "under"


@dataclass(frozen=True, slots=True)
class Organs:
    """The bodies inside the publishing body, or under it; `said` is the question, to tell like lists apart."""

    standing: Standing
    said: str


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a heading, of a project or of the document; `said` tells which list of it is asked for."""

    heading: str
    project: str | None
    said: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Aiming:
    """What a project's form of aims states of an indicator, or beside a label; without one, which projects state it."""

    indicator: str
    project: str | None = None


@dataclass(frozen=True, slots=True)
class Define:
    """What the document says a term means."""

    term: str


@dataclass(frozen=True, slots=True)
class Reason:
    """The stated cause of a figure's change, with the direction that the question supposes."""

    target: Target
    supposed: Direction


@dataclass(frozen=True, slots=True)
class Shortfall:
    """The stated cause of an outcome that differs from its plan (决算数小于年初预算数的主要原因是…)."""

    target: Target


@dataclass(frozen=True, slots=True)
class Enumeration:
    """The points of a list that the document numbers (1. 2. 3., 一是 二是), about some words; `size` where it is asked.

    Counted when the question asks how many.
    """

    about: tuple[str, ...]
    said: str
    project: str | None
    size: int | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """What the document says about some words, within a project where one is named.

    `about` must be there; `said` is the question, to tell like passages apart. `heading` is where to look first.
    """

    about: tuple[str, ...]
    said: str
    project: str | None = None
    heading: str | None = None
