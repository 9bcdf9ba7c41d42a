"""Which documents a question is about, settled before any figure is looked up.

A body is known by what people call it, a document of a body by its year and by 预算 or 决算. What the question does not
say is taken from the conversation; what still is open is asked back, never mixed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus.document import Stage
from index import DocumentRecord
from qa.bodies import body_forms
from qa.text import flatten

YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d)年")
FINAL = re.compile(r"决算|实际支出|实际花|final account|actual")
Records = tuple[DocumentRecord, ...]


def in_scope(records: Sequence[DocumentRecord], said: Sequence[str]) -> Records:
    """The documents that a conversation may be about; `said` is what was asked, the last question last."""
    left = tuple(records)
    for narrow in (_of_body, _of_stage, _of_year):
        left = _narrowed(left, said, narrow)
    return left


def _narrowed(records: Records, said: Sequence[str], narrow: Callable[[Records, str], Records]) -> Records:
    """The records by the latest question that says anything about it."""
    for text in (flatten(question) for question in reversed(said)):
        found = narrow(records, text) if len(records) > 1 else records
        if 0 < len(found) < len(records):
            return found
    return records


def _of_body(records: Records, text: str) -> Records:
    """The documents of the body that the text names in most letters."""
    named = {
        r.id: max((len(form) for form in body_forms(r.body) if form in text), default=0) for r in records
    }
    most = max(named.values(), default=0)
    return tuple(r for r in records if most and named[r.id] == most)


def _of_stage(records: Records, text: str) -> Records:
    wanted = (
        Stage.FINAL if FINAL.search(text) else Stage.BUDGET if "预算" in text or "budget" in text else None
    )
    return tuple(r for r in records if r.stage is wanted)


def _of_year(records: Records, text: str) -> Records:
    """The documents of the latest year named, else those of the year after it, which may tell of the year before."""
    years = sorted({2000 + int(year) for year in YEAR.findall(text)}, reverse=True)
    own = (tuple(r for r in records if r.year == year) for year in years)
    after = (tuple(r for r in records if r.year == year + 1) for year in years)
    return next(filter(None, (*own, *after)), ())
