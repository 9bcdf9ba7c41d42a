"""Questions that ask for several figures, clause after clause, to the questions that they are made of.

`财政拨款支出预算一共多少万元，比2020年多出多少万元？` is two questions, the second leaning on the first. A clause that
only leads up to the next (`政府采购里面，服务批了多少万元`) stays with it.
"""

from __future__ import annotations

import re

from qa.terms.counters import COUNTED

CLAUSES = re.compile(
    rf"[,，;；。？?！!]+|、(?=多少(?!{COUNTED})|实际|决算)|\s+and\s+(?=how (?:much|many)\b)", re.IGNORECASE
)
"""What stands between them: 涉及几个项目、多少资金 asks twice."""
COUNT = rf"(?:一共|总共|累计|有|共)?(?:几|多少)(?:{COUNTED})"
TWO_COUNTS = re.compile(
    rf"^(?P<lead>.+?)(?P<one>{COUNT})[、和及与]?(?P<other>{COUNT})(?P<tail>[^、和及与]*)$"
)
"""Two counts of one thing: 公务接待多少批次、多少人次."""
COUNTED_THINGS = re.compile(
    r"^(?P<lead>.+?)的?(?P<one>批次|人次)数?[、和及与](?P<other>批次|人次|人数)(?:分别|各)?(?:是|为|有)?(?:多少|几)?$"
)
"""The same asked by what is counted: 公务接待批次和人次分别是多少."""
TWO_COUNTED = re.compile(
    rf"^(?P<lead>.+?)(?P<one>{COUNT}[^、和及与,，几多]{{1,20}})[、和及与](?P<other>{COUNT}[^、和及与,，几多]{{1,20}})$"
)
"""Counts of two things: 召开几次常委会议、几次主席会议."""
MOVED_AND_EACH = re.compile(
    r"^(?P<lead>.+?)(?P<moved>(?:有没有|有无|有什么|有何|发生)变化|变没变|变了(?:吗|没有?))[,，、?？]?"
    r"(?P<each>(?:各|分别|各自|都)(?:是|为)?多少.*)$"
)
"""Figures and how they moved, the figures first: 24年和25年有没有变化，各是多少."""
BARE_COUNT = re.compile(rf"{COUNT}\W*")
COUNT_LAST = re.compile(rf"^(?P<lead>.+?)了?{COUNT}(?P<thing>.*)$")
"""What a clause that is nothing but a count leans on: 公务接待几批次，多少人次."""
ASKS = re.compile(
    rf"多少|百分之几|几(?:{COUNTED}|倍)|是增是减|还是(?:减|少|下降|降)|同比增减|[增涨升降]幅多大"
    r"|变化(?:如何|怎么?样|情况)|如何变化|有[没无]有?变化|how (?:much|many)"
    r"|^what (?:is|was|are|were) the total\b",
    re.IGNORECASE,
)
WHY = re.compile(r"(?:主要|具体)?(?:原因(?:是什么|有哪些|何在)?|为什么|为何|why)", re.IGNORECASE)
"""What asks for nothing but the cause of what was asked before it: …下降了百分之几，原因是什么."""
GOES_ON = re.compile(r"呢$")
"""What goes on with what was asked before it: …多少，和上年比呢."""
ASKS_WHY = re.compile(r"为什么|为何|原因")
WHICH = re.compile(r"哪一?(?:类|项|个|笔|款|家|年)")
SHARE = re.compile(r"(?:它|其)?占")
"""What asks for the share of that which was asked for before: 哪一类最多，占比多少."""
AMOUNT_MOVED = re.compile(r"(?:增加|减少)了?多少")
RATE = re.compile(r"(?:同比)?(?P<moved>增长|下降|上升|降低)了?多少\W*$")
"""What behind an amount by which something moved asks for its rate: 增加多少，增长多少."""
MOST_PARTS = 4


def parts(question: str) -> tuple[str, ...]:
    """The questions that a question is made of, the question itself where it asks once."""
    if both := MOVED_AND_EACH.match(question):
        return both["lead"] + both["each"], both["lead"] + both["moved"]
    found: list[str] = []
    lead = ""
    for clause in filter(None, (clause.strip() for clause in CLAUSES.split(question))):
        if ASKS.search(clause) and (ASKS_WHY.search(lead) or (WHICH.search(lead) and SHARE.match(clause))):
            found.append(lead)
            lead = ""
        lead = f"{lead}，{clause}" if lead else clause
        if two := TWO_COUNTS.match(lead) or TWO_COUNTED.match(lead):
            found += [
                two["lead"] + two[count] + two.groupdict().get("tail", "") for count in ("one", "other")
            ]
            lead = ""
        elif two := COUNTED_THINGS.match(lead):
            found += [f"{two['lead']}多少{two[count].removesuffix('数')}" for count in ("one", "other")]
            lead = ""
        elif ASKS.search(clause) or (found and (WHY.fullmatch(lead) or GOES_ON.search(lead))):
            counted = COUNT_LAST.match(found[-1]) if found and BARE_COUNT.fullmatch(lead) else None
            found.append(f"{counted['lead']}{counted['thing']}{lead}" if counted else lead)
            lead = ""
    if lead and found:
        found[-1] = f"{found[-1]}，{lead}"
    if any(AMOUNT_MOVED.search(part) for part in found[:-1]) and (rate := RATE.match(found[-1])):
        found[-1] = f"{rate['moved']}百分之几"
    return tuple(found) if 1 < len(found) <= MOST_PARTS else (question,)
