"""What the words around a figure in prose name, without what only leads up to it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.wording import wording

LEAD_IN = re.compile(
    r"""
      ^(?: [（(]?[一二三四五六七八九十]+[）)、是] | [（(]\d{1,2}[）)] | \d{1,2}[.．、] | [—－●·-]+  # （一）, 二是, 3.
         | 其中[：:，]? | 另 | 以及 | [和及、的] | 主要成效是 | 经(?:比较|汇总) | (?:主要)?包括
         | [省市县区镇乡]本级(?=[“一三])                                # 区本级“三公”经费
         | [（(](?:含|包括|其中)?[：:]?(?=[^（()）]*$)                   # an aside that a comma has cut off
       )+
    | ^(?:截至)?20\d\d年度?(?=.)
    | ^.{0,300}安排的(?=20\d\d年)                                    # 使用当年一般公共预算拨款安排的2016年…
    | ^[本我](?:部门|单位|年度?(?!度|(?:预算)?(?:收入|支出))|校|院|局|委|办|中心|街道)(?=.)
    | ^(?:学校|学院|医院|单位|部门|街道)(?=20\d\d年)
    | ^(?:目前|现有)(?=[一-鿿]{2})
    | ^部门(?=编制)
    | ^(?:本级(?:及|和))?(?:所属|下属)(?:各)?(?:预算)?单位(?=共有|现有|实有)
    | ^(?:使用|开支|由)?(?:一般公共预算)?财政拨款(?:开支|负担)?(?:运行维护费用?)?的(?=公务用车)
    | ^(?:单位|部门)?管理的(?=离退休|离休|退休)
    | ^全年(?=国内|国（境）外|公务接待)
    | ^(?:本?年[末底]|期末)(?=公务用车|车辆|实有|在职|在编|职工|共有)
    | ^[（(](?:以下)?简称[^（()）]*[）)]
    """,
    re.VERBOSE,
)
"""What leads up to a name without being a part of it: enumerators, joining words, the year, whose it is."""
ARRANGED = re.compile(r"^安排(?=[^安排\d]{2,20}(?:费用?|支出|预算|经费|采购)$)")
"""That money is set aside for what is named: 安排公务接待费预算8万元."""
INNER_YEAR = re.compile(r"(?<=[一-鿿）)])20\d\d年度?(?=(?:年初|全年)?(?:预算|决算|执行)数?$)")
"""The year between an account and its stage: 公务接待费2024年预算数."""
CODED = re.compile(r"[（(]\d{3,7}[）)]$")
"""The code of an account after its name: 行政运行（2130301）."""
CODE_FIRST = re.compile(r"^\d{3,7} ?(?:[（(](?P<name>[^（()）]{2,40})[）)](?:支出)?$|(?=[一-鿿]))")
"""The code of an account before its name: 2130234（林业防灾减灾）支出, 2130234林业防灾减灾."""
BELOW = re.compile(r"^.*[（(]\d{0,3}款[）)](?P<name>[^，。；]{2,40}?)[（(]\d{0,3}项[）)]")
"""The heads of an account before it: 农林水支出（类）水利（款）防汛（项）, 水利（03款）防汛（14项）."""
HEADING_LEFT = re.compile(r"(?:[^，。；：]{0,20}(?:情况|概况|构成|设置|职责)\s*)?")
"""A heading on the line of its text, before the body: 机构设置情况 X局现有编制5名."""
COUNTED_UNITS = re.compile(
    r"^(?:本部门)?\d+家[^，。]{2,40}?单位的(?=.)|^[^，。]{0,60}?(?:机关|单位)(?:\d+家)?的?(?=机关运行经费)"
)
"""Whose an amount is, by its units: 1家行政单位的机关运行经费, 局机关和参公管理的事业单位2家的机关运行经费."""
LINKING = re.compile(
    r"""
    (?: (?: 科目 | 共计 | 共 | 均?为 | 均?是 | 累计 | 达到? | 约 | 近 | 等
          | (?<!收支)(?<!收入支出)(?<!收支预算)(?<!^收入)(?<!^支出)(?:合计|总计)  # 收支总计 is a name
          | (?<![总合共])计
          | (?<![实现])有
        )\s*
    )+$
    """,
    re.VERBOSE,
)
"""What links a name to its figure: 公务接待费|共计."""
ONLY_ACCOUNT = re.compile(
    r"^[^。；，]*[（(]\d{0,3}款[）)](?P<name>[^。；，]{2,40}?)[（(]\d{0,3}项[）)][。：:]?$"
)
ONLY_STAGES = re.compile(r"^(?:支出)?(?:年初|全年|调整后?)?(?:预算|决算)数?[为是]?\d")
"""A paragraph that only names an account, and the next that speaks of it by 年初预算 and the like alone."""
UNIT_OF_POINT = re.compile(
    rf"^\d{{1,2}}[.、．]\s*(?P<unit>[^，。；：\d]{{1,30}}?(?:本级|本部|{'|'.join(wording().body_endings)}))"
    r"(?:核定|现有|共有)?(?:行政|事业|人员)?编制\s*\d"
)
"""The unit that a point begins with and tells the staff of: 1.局本级编制62名，实有在编人数58人；退休31人。"""
LEAST_SHORT, LEAST_LEFT = 4, 4
"""Letters of a short name for the body, and of what is said of it after that (县文旅局|机关运行经费)."""
PLACE = "省市县区州旗镇乡"
"""What a short name for the body begins with; one without it may belong to what is named (大数据中心管理工作经费)."""


def name_in(words: str) -> str:
    """What a clause's words name, without enumerators, years, heads, codes and linking verbs around it."""
    name = words.strip()
    while (lead := LEAD_IN.match(name)) and lead.end():
        name = name[lead.end() :].lstrip()
    name = CODE_FIRST.sub(lambda found: found["name"] or "", name)
    name = CODED.sub("", LINKING.sub("", COUNTED_UNITS.sub("", name)).strip())
    name = ARRANGED.sub("", name)
    return INNER_YEAR.sub("", BELOW.sub(lambda found: found["name"], name))


def without_body(name: str, body: str) -> str:
    """A name without the body that it begins with, in full or in short (县文旅局机关运行经费支出)."""
    before, own, rest = name.partition(body) if body else (name, "", "")
    if own and HEADING_LEFT.fullmatch(before):
        return name_in(rest)
    bare = name[len(_short_body(body, name)) :]
    return bare if bare == name else name_in(bare)


def _short_body(body: str, name: str) -> str:
    """What a name begins with that is short for the body: some letters of it in its order, and its last."""
    longest = len(name) - LEAST_LEFT if name[:1] in PLACE else 0
    ends = (end for end in range(longest, LEAST_SHORT - 1, -1) if name[end - 1] == body[-1:])
    return next((name[:end] for end in ends if _are_of(name[:end], body)), "")


def _are_of(letters: str, whole: str) -> bool:
    """Whether letters stand in a text in their order, whatever stands between them."""
    rest = iter(whole)
    return all(letter in rest for letter in letters)


def unit_counted(text: str) -> str:
    """The unit whose staff a point counts, which its later clauses leave out; empty where it names none."""
    found = UNIT_OF_POINT.match(text)
    return found["unit"] if found else ""


def account_above(text: str, heads: Iterable[str]) -> str:
    """The account that one of the heads over a text names alone, where the text only says 年初预算 and the like."""
    if not ONLY_STAGES.match(text.strip()):
        return ""
    named = (ONLY_ACCOUNT.match(head.strip()) for head in heads)
    return next((found["name"].strip() for found in named if found), "")
