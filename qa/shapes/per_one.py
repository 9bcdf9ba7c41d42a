"""Questions for an amount for each of those that it is spent on: 平均每辆公务用车运行费, 公务接待人均."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.binding.targets import joined_slots
from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.query import PerOne, Query

EACH = re.compile(
    r"(?:平均)?每(?:一)?(?P<one>辆|台|批次|批|人次|人|位|名|场|次|户)[车客]?|(?P<of>[人批次车辆场户])均"
)
COUNTER = {"车": "辆", "位": "人", "次": "批次"}
"""What is counted where a question says it with another word."""
SPARE = frozenset({"花", "费", "费用", "金额", "支出", "车辆", "来宾"})
"""Words that say no more beside what is counted: 每辆车花多少."""


def for_each(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """An amount divided by how many it is for: of the one thing that is named, and nothing open but what says 每辆.

    What the document itself calls 人均接待费 is divided already.
    """
    said = EACH.search(draft.text)
    if said is None or len(draft.things) != 1 or len(draft.bodies) > 1 or len(draft.years) > 1:
        return None
    if EACH.search(draft.things[0].said):
        return None
    if any(word not in said[0] and word not in SPARE for word in draft.open):
        return None
    found = joined_slots(replace(draft, open=()), book, draft.years[0] if draft.years else book.year)
    if len(found) != 1 or len(found[0].readings) != 1:
        return None
    counter = said["one"] or said["of"]
    return (PerOne(found[0].readings[0], COUNTER.get(counter, counter), draft.unit),)
