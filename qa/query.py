"""The closed set of questions that the program can run, as data.

A query says what is to be done with which figures, by standard names; it holds no figure itself. It is shown to the
reader (`ask --explain`), returned by every interface and tested against. A new ability is a new class here, a case
in `run` and one in `word`.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Target:
    """One figure: the standard names that single it out together (a row, a column, rows above), and the year.

    `said` is how the question named it, to tell which of two equal statements of one figure it quotes.
    """

    names: tuple[str, ...]
    year: int
    said: str = ""


class Axis(StrEnum):
    """What a set of figures ranges over."""

    PROJECTS = "projects"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class Members:
    """A set of figures: the described projects, or the lowest rows that have a figure in a column or below a row.

    `within` are the names of that column or row (none: the whole expenditure), `level` the account level asked for
    (类 1, 款 2, 项 3; None: the lowest).
    """

    axis: Axis
    within: tuple[str, ...]
    year: int
    level: int | None = None
    besides: tuple[str, ...] = ()


class Direction(StrEnum):
    """The way that a question supposes a figure to have moved."""

    UP = "up"
    DOWN = "down"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Lookup:
    """The stated figures, one after the other."""

    targets: tuple[Target, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """The targets added up."""

    targets: tuple[Target, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class SumOf:
    """All members added up."""

    members: Members
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Remainder:
    """A whole without some of its parts."""

    whole: Target
    parts: tuple[Target, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """How much the first exceeds the second, or the distance between them when neither is supposed larger."""

    left: Target
    right: Target
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    """Which of the targets is the largest (or least)."""

    targets: tuple[Target, ...]
    least: bool
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the second the first is."""

    left: Target
    right: Target


@dataclass(frozen=True, slots=True)
class Share:
    """The parts together as a percentage of the whole: one figure, or all members of a set."""

    parts: tuple[Target, ...]
    whole: Target | Members


@dataclass(frozen=True, slots=True)
class Change:
    """How much a figure moved against an earlier year, in money."""

    target: Target
    base: int
    supposed: Direction
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """How much a figure moved against an earlier year, in per cent of that year."""

    target: Target
    base: int
    supposed: Direction


@dataclass(frozen=True, slots=True)
class Average:
    """A figure divided evenly over a number of periods."""

    target: Target
    parts: int
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class AverageOf:
    """The members' figures added up and divided by their number."""

    members: Members
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """The members in order of their figures: `top` of them from `start` (1 is the first)."""

    members: Members
    start: int
    top: int
    least: bool
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class RankOf:
    """Which place a target takes among the members."""

    target: Target
    members: Members


@dataclass(frozen=True, slots=True)
class Spread:
    """How much the largest member exceeds the smallest."""

    members: Members
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """The members over and under an amount, in yuan; counted when the question asks how many."""

    members: Members
    over: Decimal | None
    under: Decimal | None
    counted: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """The members by name, counted when the question asks how many."""

    members: Members
    counted: bool


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure that prose states in words of its own, found by those words (`为36家市级预算单位提供…`).

    `words` carry the question's content and must be there; `said` is the question, to tell like clauses apart.
    """

    words: tuple[str, ...]
    said: str
    counter: str | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Cited:
    """The legal bases of some projects, filtered; `position` is the 1-based place in the project's own list."""

    projects: tuple[str, ...]
    year: int | None
    issuer: str | None
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
    """A cited document's number, title and issuer, given one of them."""

    number: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under a heading, of a project or of the document."""

    heading: str
    project: str | None


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
class Locate:
    """Where a figure stands."""

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


Query = (
    Lookup
    | Sum
    | SumOf
    | Remainder
    | Difference
    | Compare
    | Ratio
    | Share
    | Change
    | Growth
    | Average
    | AverageOf
    | Rank
    | RankOf
    | Spread
    | Filter
    | Listing
    | Stated
    | Cited
    | CitedBy
    | Identify
    | Part
    | Define
    | Reason
    | Locate
    | Enumeration
    | Passage
)


def query_json(query: object) -> object:
    """A query as JSON: its class in lower case as `op`, then its fields; amounts as decimal strings."""
    if is_dataclass(query) and not isinstance(query, type):
        shown = {field.name: query_json(getattr(query, field.name)) for field in fields(query)}
        return shown if isinstance(query, Target | Members) else {"op": type(query).__name__.lower()} | shown
    if isinstance(query, tuple):
        return [query_json(item) for item in query]
    if isinstance(query, Decimal):
        return f"{query:f}"
    return query
