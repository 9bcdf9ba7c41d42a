"""The answer contract: what every front end gets back for one question."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from corpus.document import CellPlace
from corpus.quantity import Quantity


class Status(StrEnum):
    """How a question ended; only ANSWERED and AMBIGUOUS answers carry values and items."""

    ANSWERED = "answered"
    AMBIGUOUS = "ambiguous"
    NOT_FOUND = "not_found"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of the answer with the words that say what it is."""

    quantity: Quantity
    label: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that the answer rests on; `quote` is verbatim, hard line breaks joined.

    `cell` is the place of a table figure by position in its document, `box` where it stands on its page, in points.
    `recognised` tells that the page is an image and the quote what was recognised on it; `certain` is the figure's.
    """

    document: str
    section: tuple[str, ...]
    lines: tuple[int, int] | None
    page: int | None
    table: str | None
    row: str | None
    column: str | None
    quote: str
    cell: CellPlace | None = None
    box: tuple[float, float, float, float] | None = None
    recognised: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """One question's answer.

    `text` is Markdown for a person, in the question's language. `values` have the headline first. `choices` are
    the readings of an ambiguous question, or what could be asked instead, as ready questions. `query` is the
    typed query as JSON, `readings` the same as questions in full, `links` how each word was read. `remarks` are what
    must be said besides the figures (a corrected premise; what is missing) and `passages` the texts shown verbatim:
    both are in `text` too. Every figure in `text` stands in an evidence quote or on a derivation line.
    """

    question: str
    status: Status
    text: str
    values: tuple[Value, ...] = ()
    items: tuple[str, ...] = ()
    derivation: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    choices: tuple[str, ...] = ()
    query: dict[str, object] | None = None
    readings: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    elapsed_ms: float = field(default=0.0, compare=False)


def plain(number: Decimal) -> str:
    """A number as the contract writes it: digits without separators, no exponent, its own decimals kept."""
    return f"{number:f}"


def as_json(answer: Answer) -> dict[str, object]:
    """The answer object of the contract, ready for `json.dumps`."""
    shown: dict[str, object] = {
        "question": answer.question,
        "status": str(answer.status),
        "text": answer.text,
        "values": [
            {"value": plain(v.quantity.number), "unit": v.quantity.unit, "label": v.label}
            for v in answer.values
        ],
        "items": list(answer.items),
        "derivation": list(answer.derivation),
        "evidence": [_evidence_json(evidence) for evidence in answer.evidence],
        "choices": list(answer.choices),
        "query": answer.query,
        "readings": list(answer.readings),
        "remarks": list(answer.remarks),
        "passages": list(answer.passages),
        "elapsed_ms": round(answer.elapsed_ms, 3),
    }
    return shown


def _evidence_json(evidence: Evidence) -> dict[str, object]:
    return {
        "document": evidence.document,
        "section": list(evidence.section),
        "lines": list(evidence.lines) if evidence.lines else None,
        "page": evidence.page,
        "table": evidence.table,
        "row": evidence.row,
        "column": evidence.column,
        "quote": evidence.quote,
        "cell": [cell.table, cell.row, cell.column] if (cell := evidence.cell) else None,
        "box": list(evidence.box) if evidence.box else None,
        "recognised": evidence.recognised,
    }
