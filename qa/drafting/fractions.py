"""Whether something is more than a part of something else, as the question what share of it that is.

`物业管理费是不是超过公用经费的三分之一` is answered by the share: it says yes or no, and by how much.
"""

from __future__ import annotations

import re

FRACTION = (
    r"(?:一大?半|半数|[一二两三四五六七八九]成|[二三四五六七八九十]分之[一二三四五六七八九]"
    r"|百分之[一二三四五六七八九十百\d.]{1,6}|\d{1,3}(?:\.\d{1,4})?[%％])"
)
CHECKED = re.compile(
    r"(?P<asks>是不是|是否|有没有|有无)?(?:已经?|都|也)?"
    r"(?:超过|达到|高于|大于|多于|低于|少于|不到|不足|占(?!比)到?|[超达过])了?"
    rf"(?P<whole>[^,，。;；?？]{{0,40}}?)的?{FRACTION}(?:以上|以下|还多|左右)?(?P<tail>了?(?:吗|么|嘛|没有?))?\W*$"
)
SHARE_SAID = re.compile(r"的?(?:占比|比例|比重)$")
MOVED = re.compile(r"(?<!占)比(?![例重])|较|[增涨升降减]|完成|执行")
"""What is more than a part of an earlier figure, or of a budget, is no share."""


def as_share(question: str) -> str:
    """The question for the share that tells whether it is more than the part named; any other question as it is."""
    found = CHECKED.search(question)
    if found is None or not (found["asks"] or found["tail"]) or MOVED.search(question):
        return question
    whole = f"{found['whole']}的" if found["whole"] else ""
    return f"{SHARE_SAID.sub('', question[: found.start()])}占{whole}百分之几"
