"""Questions for the bodies inside a body (内设机构, 科室) and under it (下属单位, 预算单位)."""

from __future__ import annotations

import re

from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.query import Organs, Query, Standing

INSIDE = re.compile(
    r"内设|科室|处室|股室|内部机构|(?:哪些|哪几个|什么)(?:部门|处|科|机构)(?!.*单位)"
    r"|internal (?:department|office|division)s"
)
UNDER = re.compile(
    r"(?:下属|所属|直属|二级|下辖|下级|基层|预算|决算|编制范围|汇编范围).{0,12}(?:单位|机构)|哪[些几][个家]?单位|单位构成"
    r"|subordinate (?:unit|institution)s"
)
ASKED = re.compile(r"哪[些几]|什么|列出|列举|名单|what|which|list|name")
OTHERWISE = (
    "count",
    "amount",
    "why",
    "belongs",
    "most",
    "least",
    "over",
    "under",
    "define",
    "cite",
    "cited_by",
)
"""What else a question may ask of such bodies: how many, what they spend, whose they are."""


def organs(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """Which bodies are inside the body, or under it; not how many, nor whose it is."""
    if not ASKED.search(draft.text) or draft.has(*OTHERWISE) or draft.unit is not None:
        return None
    if not all(
        thing.is_stage or INSIDE.search(thing.said) or UNDER.search(thing.said) for thing in draft.things
    ):
        return None
    for standing, said in ((Standing.UNDER, UNDER), (Standing.INSIDE, INSIDE)):
        if said.search(draft.text):
            return (Organs(standing, draft.text),)
    return None
