"""Prose against tables, and what prose states twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.aims import aim_words
from corpus.amounts import AMOUNT
from corpus.audit.findings import Check, Figure, Finding, Severity, agree, amount_text, places
from corpus.audit.lookup import Lookup, Said, row_keys
from corpus.audit.statements import Stated, Statement
from corpus.audit.vocabulary import plain, vocabulary
from corpus.document import Document, Measure, Stage
from corpus.numbering import enumerator


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount that prose states of an account for the document's own year; `words` name the account."""

    figure: Figure
    words: str

    @property
    def name(self) -> str:
        """The account's name in the form in which names are compared."""
        return plain(self.words)


def read_claims(document: Document, statement: Statement) -> tuple[Claim, ...]:
    """The amounts of a paragraph that are of the document's own year.

    A paragraph about one account (…（款）行政运行（项）) states it again without its name (2026年预算安排…); where that
    account is not told, only a budget's 支出预算 is the whole body's.
    """
    subject = _subject(statement)
    claims: list[Claim] = []
    for one in statement.figures:
        if (
            one.measure is Measure.AMOUNT
            and one.year in (None, document.year)
            and not _of_aims(one, statement)
        ):
            dated = one.year is not None or document.stage.value in one.name
            restates = dated and vocabulary().restated.fullmatch(one.name)
            bare = one.words if document.stage is Stage.BUDGET else ""
            claims.append(Claim(one.figure, (subject or bare) if restates else one.words))
    return tuple(claims)


def _of_aims(one: Stated, statement: Statement) -> bool:
    """Whether a fund alone is named beside projects with aims, which it pays for in part: …，其中一般公共预算50万元."""
    is_fund = any(plain(one.words) in group for group in vocabulary().funds)
    return is_fund and aim_words().of_project in statement.paragraph.text


def _subject(statement: Statement) -> str:
    """The account that a whole paragraph is about, or nothing: the path or the name that a list item begins with."""
    text = statement.paragraph.text
    first = AMOUNT.search(text)
    opening = text[: first.start()] if first else text
    if row_keys(opening):
        return opening
    amounts = [one for one in statement.figures if one.measure is Measure.AMOUNT]
    return amounts[0].words if amounts and enumerator(text) else ""


def prose_findings(document: Document, statement: Statement, lookup: Lookup) -> Iterator[Finding]:
    """The amounts of a paragraph that no table confirms, and those that it states twice and differently."""
    stated: dict[str, Claim] = {}
    for claim in read_claims(document, statement):
        said = lookup.find(claim.words)
        if said:
            yield from _unconfirmed(claim, said)
        elif keys := row_keys(claim.words):
            before = stated.setdefault(keys[-1], claim)
            if agree(before.figure, claim.figure):
                yield _stated_twice(before, claim)


def _unconfirmed(claim: Claim, said: Sequence[Said]) -> Iterator[Finding]:
    """What the tables say instead, where none of them says the same within the rounding of the prose."""
    if any(agree(claim.figure, one.figure) is None for one in said):
        return
    nearest = min(said, key=lambda one: abs(one.figure.amount - claim.figure.amount))
    severity = agree(claim.figure, nearest.figure) or Severity.ROUNDING
    table = nearest.figure
    how = "按四舍五入应进位" if severity is Severity.ROUNDING else "与表不符"
    yield Finding(
        Check.PROSE,
        severity,
        f"正文“{_short(claim)}”为 {claim.figure.printed}，{nearest.where}为 {table.printed}，{how}",
        (claim.figure.printed, table.printed),
        _rounded(table, claim.figure),
        places((claim.figure, table)),
    )


def _rounded(table: Figure, prose: Figure) -> str:
    """The table's amount as the prose would print it."""
    steps = (table.amount / prose.grain).to_integral_value() if prose.grain else table.amount
    return amount_text(steps * prose.grain if prose.grain else table.amount, prose.unit)


def _stated_twice(one: Claim, other: Claim) -> Finding:
    return Finding(
        Check.RESTATED,
        Severity.ERROR,
        f"正文同一段里“{_short(one)}”前后两个数不同：{one.figure.printed}、{other.figure.printed}",
        (one.figure.printed, other.figure.printed),
        "前后一致",
        places((one.figure, other.figure)),
    )


def _short(claim: Claim) -> str:
    keys = row_keys(claim.words)
    return keys[-1] if keys else claim.name
