"""`audit`: a document's figures held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.commands.places import place
from qa.commands.terminal import show
from qa.telling.wording import Language

if TYPE_CHECKING:
    from corpus.audit import Finding

SEVERITIES = {"error": "错误", "warning": "存疑", "rounding": "尾差"}


def finding_json(document: str, finding: Finding) -> dict[str, object]:
    """A finding as a JSON object, with the document that it is about."""
    return {
        "document": document,
        "check": finding.check,
        "severity": str(finding.severity),
        "message": finding.message,
        "figures": list(finding.figures),
        "expected": finding.expected,
        "places": [{"file": at.file, "page": at.page, "lines": at.lines} for at in finding.places],
    }


def show_findings(document: str, findings: tuple[Finding, ...]) -> None:
    """A document's findings, for a person."""
    show(f"{document}：{f'{len(findings)} 处' if findings else '没有对不上的数'}")
    for finding in findings:
        severity = SEVERITIES.get(str(finding.severity), str(finding.severity))
        places = "；".join(
            filter(None, (place(at.page, at.lines, Language.CHINESE, at.file) for at in finding.places))
        )
        show(f"  [{severity}] {finding.message}")
        show(f"    数：{'，'.join(finding.figures)}    应为：{finding.expected}    {places}")
