"""A document's figures held against each other: tables, prose, and the changes that prose states.

Only what must hold is claimed: a sum that the form, the codes or the account's own meaning demand, a figure that two
places give of one account, a rate that follows from the amounts beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.audit.accounts import account_findings, read_accounts
from corpus.audit.findings import Check, Finding, Severity
from corpus.audit.growth import growth_findings
from corpus.audit.hierarchies import row_findings
from corpus.audit.lookup import read_lookup
from corpus.audit.parts import part_findings
from corpus.audit.prose import prose_findings
from corpus.audit.statements import read_statements
from corpus.audit.sums import balance_findings, column_findings
from corpus.audit.views import view
from corpus.audit.years import year_findings
from corpus.document import Document

__all__ = ["Check", "Finding", "Severity", "audit_document"]


MAY_BE_MISREAD = "有的数在扫描页上，也可能是识别有误"


def audit_document(document: Document) -> tuple[Finding, ...]:
    """Everything in a document that does not agree, in reading order, each finding once."""
    found = dict.fromkeys(_doubted(document, finding) for finding in _findings(document))
    return tuple(sorted(found, key=_place))


def _doubted(document: Document, finding: Finding) -> Finding:
    """The finding; a warning where it may rest on a figure that was recognised wrongly on an image."""
    if not any(map(document.is_recognised, finding.places)):
        return finding
    milder = Severity.WARNING if finding.severity is Severity.ERROR else finding.severity
    return replace(finding, severity=milder, message=f"{finding.message}（{MAY_BE_MISREAD}）")


def _findings(document: Document) -> Iterator[Finding]:
    views = [view(table) for table in document.tables]
    for one in views:
        yield from column_findings(one)
        yield from row_findings(one)
        yield from balance_findings(one)
    entries = read_accounts(document, views)
    yield from account_findings(entries)
    statements = read_statements(document)
    lookup = read_lookup(document, entries, views)
    for statement in statements:
        yield from prose_findings(document, statement, lookup)
        yield from growth_findings(document, statement)
    yield from part_findings(document, statements, lookup)
    yield from year_findings(document, statements)


def _place(finding: Finding) -> tuple[int, int]:
    first = finding.places[0] if finding.places else None
    if first is None:
        return 0, 0
    return first.page or 0, first.lines[0] if first.lines else 0
