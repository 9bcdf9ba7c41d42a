"""The years that comparisons name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.audit.findings import Check, Finding, Severity
from corpus.audit.statements import YEAR, Statement
from corpus.document import Document, Stage


def year_findings(document: Document, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Comparisons with the document's own year or a later one, and with one that no other comparison names.

    A final account may be compared with the budget of its own year. A document whose titles do not say its year
    claims none: it may have been taken from just those comparisons.
    """
    year = document.year
    titles = [section.title for section in document.sections] + [table.title for table in document.tables]
    if year is None or not any(f"{year}年" in title for title in titles):
        return
    named = [
        (statement, one.against, one.base)
        for statement in statements
        for one in statement.figures
        if one.base is not None and YEAR.search(one.against)
    ]
    count = Counter(base for _, _, base in named)
    seen: set[tuple[int, str]] = set()
    for statement, against, base in named:
        own = base == year and document.stage is Stage.FINAL and Stage.BUDGET in against
        place = (id(statement), against)
        if own or place in seen or not (base >= year or _is_odd(count, base, year)):
            continue
        seen.add(place)
        late = "本年或以后年度" if base >= year else "更早的年度，与其他各处不同"
        yield Finding(
            Check.YEAR,
            Severity.ERROR if base >= year else Severity.WARNING,
            f"{year} 年的文件“{against}”，比较的是{late}",
            (against,),
            f"{year - 1}年",
            (statement.paragraph.span,),
        )


def _is_odd(count: Counter[int], base: int, year: int) -> bool:
    """Whether a comparison goes further back than the year before, as few do while most name that year."""
    return base < year - 1 and 2 * count[base] < count[year - 1]
