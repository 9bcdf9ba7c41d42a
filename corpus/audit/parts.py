"""The parts that prose states against the totals that it states: known partitions, and lists under a total."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from corpus.audit.findings import Check, Checked, Figure, Finding, checked, sum_findings
from corpus.audit.lookup import Lookup
from corpus.audit.prose import Claim, read_claims
from corpus.audit.statements import Statement
from corpus.audit.vocabulary import vocabulary
from corpus.document import Document, Measure
from corpus.forms import squeezed
from corpus.numbering import Enumerator, enumerator

MAX_BACK, MAX_TOTALS = 20, 40
"""So many paragraphs and amounts before a list are looked through for its total."""

Stated = dict[str, list[Figure]]


def part_findings(document: Document, statements: Sequence[Statement], lookup: Lookup) -> Iterator[Finding]:
    """What prose breaks down into parts that do not add up."""
    sections: dict[int, list[Statement]] = defaultdict(list)
    for statement in statements:
        sections[statement.paragraph.section].append(statement)
    for own in sections.values():
        claims = [read_claims(document, statement) for statement in own]
        yield from _partitions(_by_name(claims), "")
        yield from _partitions(_changes(own), "比上年增减额：")
        for at, statement in enumerate(own):
            if squeezed(statement.paragraph.text[-4:]).endswith(vocabulary().listed):
                yield from _listed(own, claims, at, lookup)


def _by_name(claims: Iterable[Iterable[Claim]]) -> Stated:
    named: Stated = defaultdict(list)
    for own in claims:
        for claim in own:
            name = vocabulary().name(claim.name)
            if name:
                named[name].append(claim.figure)
    return named


def _changes(statements: Iterable[Statement]) -> Stated:
    """The changes of amounts by the account named last before them in their paragraph."""
    named: Stated = defaultdict(list)
    for statement in statements:
        name: str | None = None
        for one in statement.figures:
            if one.measure is Measure.AMOUNT:
                name = vocabulary().name(one.name)
            elif one.measure is Measure.CHANGE and name and not one.words:
                named[name].append(one.figure)
    return named


def _partitions(stated: Stated, about: str) -> Iterator[Finding]:
    """Accounts whose parts are all stated and do not add up; an account that is stated differently claims nothing."""
    figures = {
        name: found[0] for name, found in stated.items() if len({figure.amount for figure in found}) == 1
    }
    for partition in vocabulary().partitions:
        parts = [figures[part] for part in partition.parts if part in figures]
        whole = figures.get(partition.whole)
        if whole is None or len(parts) != len(partition.parts):
            continue
        one = checked(0, whole, parts)
        if one:
            message = f"正文{about}{'、'.join(partition.parts)}之和与{partition.whole}"
            yield from sum_findings(Check.PARTS, one, message)


def _listed(
    statements: Sequence[Statement], claims: Sequence[Sequence[Claim]], at: int, lookup: Lookup
) -> Iterator[Finding]:
    """A list of items that an introduction announces (…主要内容如下：), against the total that was stated before it.

    The total is the one that the introduction names; any other that the list adds up to exactly will do as well.
    """
    items = list(_items(statements[at + 1 :], claims[at + 1 :]))
    if len(items) < 2:
        return
    before = [
        claim for own in claims[max(0, at - MAX_BACK) : at + 1] for claim in own if claim.figure.amount > 0
    ]
    tried = {claim: one for claim in before[-MAX_TOTALS:] if (one := _sum(claim, items))}
    if any(one.gap is None for one in tried.values()):
        return
    named = _named(statements[at].paragraph.text, list(tried))
    rounded = [claim for claim, one in tried.items() if not one.fails]
    whole = named if named in rounded or not rounded else rounded[0]
    if whole and (not tried[whole].fails or _is_whole(whole, items, tried[whole], lookup)):
        message = f"正文所列 {len(items)} 项之和与“{whole.name}”"
        yield from sum_findings(Check.PARTS, tried[whole], message)


def _items(statements: Iterable[Statement], claims: Iterable[Sequence[Claim]]) -> Iterator[Claim]:
    """The first amount of each of the items 1, 2, 3, … that follow one another."""
    last: Enumerator | None = None
    for statement, own in zip(statements, claims, strict=True):
        ordinal = enumerator(statement.paragraph.text)
        expected = last.value + 1 if last else 1
        if (
            ordinal is None
            or ordinal.value != expected
            or (last and ordinal.kind is not last.kind)
            or not own
        ):
            return
        last = ordinal
        yield own[0]


def _sum(whole: Claim, items: Sequence[Claim]) -> Checked | None:
    return checked(0, whole.figure, [item.figure for item in items])


def _named(introduction: str, claims: Sequence[Claim]) -> Claim | None:
    """The total that the introduction's last sentence names: 财政拨款支出主要内容如下 names 财政拨款支出预算."""
    topic = squeezed(introduction.rpartition("。")[2][-60:])
    fits = [(topic.rfind(name), claim) for claim in claims if (name := _stem(claim.name)) and name in topic]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def _stem(name: str) -> str:
    return name.removesuffix("数").removesuffix("预算").removesuffix("决算")


def _is_whole(whole: Claim, items: Sequence[Claim], one: Checked, lookup: Lookup) -> bool:
    """Whether the list must reach its total: it passes it, or the tables say that its accounts are all there are."""
    if one.gap and one.gap.difference < 0:
        return True
    total = lookup.find(whole.words)
    rows = [found[0].figure.amount for item in items if (found := lookup.find(item.words))]
    return bool(total) and len(rows) == len(items) and sum(rows, Decimal(0)) == total[0].figure.amount
