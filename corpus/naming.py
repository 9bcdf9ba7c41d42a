"""What the words of a clause name, without what stands around a name in prose."""

from __future__ import annotations

import re

LEAD_IN = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]+[）)、]|[（(]\d{1,2}[）)]|\d{1,2}[.．、]|其中[：:，]?|另|以及|和|及|、)+|^(?:截至)?(?:20\d\d)年(?:度)?(?=.)|^[本我](?:部门|单位|年|校|院|局|委|办|中心|街道)(?=.)"
)
LINKING = re.compile(
    r"(?:(?:科目|共计|(?<!收支)(?:合计|总计)|共|均?为|均?是|(?<![总合共])计|达到?|约|等|有)\s*)+$"
)
CODED = re.compile(r"[（(]\d{3,7}[）)]$")
"""The code of an account after its name: 行政运行（2130301）."""
BELOW = re.compile(r"^.*[（(]款[）)](?P<name>[^，。；]{2,40}?)[（(]项[）)]")
"""The heads of an account before it: 农林水支出（类）水利（款）防汛（项）."""
DATED = re.compile(r"20\d\d年度?(?=(?:年初|全年)?(?:预算|决算|执行)数?$)")
"""The year before a stage at the end of a name: 防汛2024年预算数."""


def named(words: str) -> str:
    """What a clause's words name, without enumerators, years, heads, codes and linking verbs around it."""
    name = words.strip()
    while (lead := LEAD_IN.match(name)) and lead.end():
        name = name[lead.end() :].lstrip()
    name = CODED.sub("", LINKING.sub("", name).strip())
    return DATED.sub("", BELOW.sub(lambda found: found["name"], name))
