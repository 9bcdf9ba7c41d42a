"""Scoring answers against a gold file: what is right, wrong, or declined, and whether a quote backs it.

It works on answers as the contract's JSON objects: another system's answers are scored by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from enum import StrEnum

from corpus.quantity import YUAN
from qa.errors import GoldError

Json = Mapping[str, object]

COUNTERS = frozenset((*"个项家辆条类大种部份名人所级次台篇场套", "人次", ""))
"""Units that only count: which one is said does not matter."""

LONGEST_TEXT = 1500
"""Characters, without white space, that a worded answer may have."""

QUOTES_READ = 3
"""How many quotes a worded answer may lean on."""

SPACE = re.compile(r"\s+")
SAID = frozenset({"answered", "ambiguous"})
REFUSED = frozenset({"not_found", "invalid"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that compares with others of its kind: money in yuan, counts, or the unit itself."""

    kind: str
    number: Decimal


@dataclass(frozen=True, slots=True)
class Number:
    """Expected figures, each with the tolerance in its own kind; if `ordered`, the first comes first."""

    figures: tuple[tuple[Amount, Decimal], ...]
    ordered: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """Substrings of items that are to be there, and of items that are not."""

    items: tuple[str, ...]
    forbidden: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What the text or its quotes are to say: all of the first, and one of the second where there are any."""

    must_include: tuple[str, ...]
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """The question is to be declined, without any figure or item."""


Expected = Number | Listing | Wording | Refusal


@dataclass(frozen=True, slots=True)
class Gold:
    """A question with what its answer is to be; `evidence` holds quotes of which one is to be shown."""

    id: str
    category: str
    question: str
    history: tuple[str, ...]
    document: str | None
    expected: Expected
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it is scored: white space taken out, a value that cannot be read is None."""

    status: str
    text: str
    values: tuple[Amount | None, ...]
    items: tuple[str, ...]
    quotes: tuple[str, ...]
    elapsed_ms: float


class Outcome(StrEnum):
    """What came of a question; DECLINED means that an answer was expected and none was given."""

    RIGHT = "right"
    WRONG = "wrong"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Verdict:
    """One question's score; `backed` says whether a quote holds the evidence, None where none is asked for.

    `wrong_number` marks the worst outcome: a figure was given, and it is not the one. `given` is None where
    the question has no answer.
    """

    gold: Gold
    given: Given | None
    outcome: Outcome
    wrong_number: bool
    backed: bool | None


def parse_gold(line: Json) -> Gold:
    """A gold question from its JSON object.

    Raises:
        GoldError: a field is missing or cannot be scored against; names the field.

    """
    question, expect, document = line.get("question"), line.get("expect"), line.get("document")
    if not isinstance(question, str) or line.get("id") is None:
        raise GoldError("id or question is missing")
    if not isinstance(expect, dict):
        raise GoldError("expect is not an object")
    return Gold(
        id=str(line["id"]),
        category=str(line.get("category") or "other"),
        question=question,
        history=_strings(line, "history"),
        document=document if isinstance(document, str) else None,
        expected=_expected(expect),
        evidence=_squeezed(line, "evidence"),
    )


def _expected(expect: Json) -> Expected:
    match expect.get("kind"):
        case "number":
            return _number(expect)
        case "list":
            return Listing(_squeezed(expect, "items"), _squeezed(expect, "forbidden"))
        case "text":
            return Wording(_squeezed(expect, "must_include"), _squeezed(expect, "any_of"))
        case "refuse":
            return Refusal()
        case kind:
            raise GoldError(f"expect.kind is {kind!r}; give number, list, text or refuse")


def _number(expect: Json) -> Number:
    values = expect.get("values")
    tolerance = _decimal(expect.get("tolerance") or "0")
    if not isinstance(values, list) or not values or tolerance is None:
        raise GoldError("expect.values or expect.tolerance cannot be read")
    figures: list[tuple[Amount, Decimal]] = []
    for value in values:
        amount = parse_amount(value)
        if amount is None:
            raise GoldError(f"expect.values has no number in {value!r}")
        figures.append((amount, tolerance * YUAN.get(value.get("unit"), Decimal(1))))
    return Number(tuple(figures), ordered=not expect.get("any_order"))


def parse_amount(value: object) -> Amount | None:
    """The amount of a contract value, or None where it holds no finite number."""
    if not isinstance(value, dict):
        return None
    number, unit = _decimal(value.get("value")), str(value.get("unit") or "")
    if number is None:
        return None
    if unit in YUAN:
        return Amount("money", number * YUAN[unit])
    return Amount("count" if unit in COUNTERS else unit, number)


def _decimal(value: object) -> Decimal | None:
    try:
        number = Decimal(str(value).replace(",", ""))
    except DecimalException:
        return None
    # Beyond this no published figure lies, and arithmetic could overflow.
    return number if number.is_finite() and abs(number.adjusted()) < 100 else None


def parse_given(answer: Json) -> Given:
    """An answer object of the contract as it is scored; a field missing or of a wrong type is empty."""
    values, evidence = answer.get("values"), answer.get("evidence")
    quotes = (
        [one.get("quote") for one in evidence if isinstance(one, dict)] if isinstance(evidence, list) else []
    )
    return Given(
        status=str(answer.get("status")),
        text=_squeeze(answer.get("text")),
        values=tuple(map(parse_amount, values)) if isinstance(values, list) else (),
        items=_squeezed(answer, "items"),
        quotes=tuple(map(_squeeze, quotes)),
        elapsed_ms=float(_decimal(answer.get("elapsed_ms")) or 0),
    )


def judge(gold: Gold, given: Given | None) -> Verdict:
    """The score of one answer; none at all counts as declined, and is never right."""
    if given is None:
        return Verdict(gold, None, Outcome.DECLINED, wrong_number=False, backed=None)
    right = _is_right(gold.expected, given)
    outcome = Outcome.RIGHT if right else Outcome.WRONG if _says_something(given) else Outcome.DECLINED
    wrong_number = not right and bool(given.values) and isinstance(gold.expected, Number | Refusal)
    return Verdict(gold, given, outcome, wrong_number, _backed(gold, given))


def _backed(gold: Gold, given: Given) -> bool | None:
    if not gold.evidence or isinstance(gold.expected, Refusal):
        return None
    return any(wanted in quote for wanted in gold.evidence for quote in given.quotes)


def _says_something(given: Given) -> bool:
    return given.status in SAID or bool(given.values) or bool(given.items)


def _is_right(expected: Expected, given: Given) -> bool:
    match expected:
        case Number():
            return _has_figures(expected, given.values)
        case Listing(items, forbidden):
            return all(any(want in item for item in given.items) for want in items) and not any(
                bad in item for bad in forbidden for item in given.items
            )
        case Wording(must_include, any_of):
            said = "\n".join((given.text, *given.quotes[:QUOTES_READ]))
            fits = given.status in SAID and len(given.text) <= LONGEST_TEXT
            return (
                fits
                and all(w in said for w in must_include)
                and (not any_of or any(w in said for w in any_of))
            )
        case Refusal():
            return given.status in REFUSED and not given.values and not given.items


def _has_figures(expected: Number, values: Sequence[Amount | None]) -> bool:
    if not values or len(values) > 2 * len(expected.figures) + 2:
        return False
    if expected.ordered and not _same(values[0], *expected.figures[0]):
        return False
    return all(any(_same(value, *figure) for value in values) for figure in expected.figures)


def _same(value: Amount | None, wanted: Amount, tolerance: Decimal) -> bool:
    return value is not None and value.kind == wanted.kind and abs(value.number - wanted.number) <= tolerance


def _squeeze(text: object) -> str:
    return SPACE.sub("", str(text or ""))


def _strings(line: Json, field: str) -> tuple[str, ...]:
    value = line.get(field)
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _squeezed(line: Json, field: str) -> tuple[str, ...]:
    return tuple(map(_squeeze, _strings(line, field)))
