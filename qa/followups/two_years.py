"""Follow-ups that say nothing but years, or how what was asked of two years has moved."""

from __future__ import annotations

import re
from collections.abc import Sequence

OTHER_YEAR = re.compile(
    r"^\W*(?:那么?|and|what about|how about|in)?\s*(?P<year>20\d\d)(?:年度?)?的?(?:呢|怎么样|又如何|是多少|多少)?\W*$",
    re.IGNORECASE,
)
"""A follow-up that says nothing but another year: 那2022年呢."""
BOTH_YEARS = re.compile(r"^\W*(?:那么?)?(?:这|前后)?两(?:年|个年度)(?:之?间|加起来)?(?P<asked>.*)$")
"""A follow-up about the two years that were asked of one after the other: 两年差多少."""
ASKED_AMOUNT = re.compile(r"(?:[是有花用]了?)?(?:多少|几何).{0,3}$")
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
MOVED = re.compile(
    r"^\W*(?:那么?)?(?P<asked>(?:增加|增长|上升|上涨|提高|减少|下降|降低|变化|[涨降增减多少])了?(?:多少|百分之几|百分之多少|几)"
    r"(?:[亿万]?元|钱)?)\W*$"
)
"""A follow-up about how that has moved which was asked of one year and then of another: 下降了百分之几."""


def of_other_years(said: Sequence[str]) -> list[str]:
    """The questions of a conversation, one that only says another year as the one before of that year.

    So it is asked of what the one before was asked of, in all its words; one of two years has no such other year.
    One about both years (两年差多少) is asked of the two before it, where they differ by their years alone.
    """
    found: list[str] = []
    for question in said:
        other, both = OTHER_YEAR.match(question), BOTH_YEARS.match(question) or MOVED.match(question)
        if other and found and len(set(YEAR.findall(found[-1]))) == 1:
            found.append(YEAR.sub(other["year"], found[-1]))
        elif both and (of_two := _of_two_years(found[-2:])):
            found.append(f"{of_two}{both['asked']}")
        else:
            found.append(question)
    return found


def _of_two_years(said: Sequence[str]) -> str:
    """Two questions for an amount that differ by their years alone as one of both years, without what they ask."""
    years = sorted({year for question in said for year in YEAR.findall(question)})
    if len(years) != 2 or len({YEAR.sub("", question) for question in said}) != 1:
        return ""
    return ASKED_AMOUNT.sub("", YEAR.sub("年和".join(years), said[-1], count=1))
