"""What a clause of prose states: amounts and counts, each with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from corpus.numerals import numeral
from corpus.quantity import YUAN, Quantity

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MONEY = "|".join(sorted(YUAN, key=len, reverse=True))
COUNTERS = (
    "个|家|辆|项|名|人次|人|次|台|批次|批|件|套|所|条|类|种|大(?=[一-鿿])"
    "|平方米|公里|户|场|座|处|篇|张|期|份|幢|亩|%|％|万平方米|万人次|万人|分(?=[，。；、（(]|$)"
)
WRITTEN = {"％": "%", "万": "万元"}
AMOUNT = re.compile(
    rf"(?<![\d.第*/-])(?<!\d, )({NUMBER})\s*(?:余(?=[名人个家项台件所张户场]))?"
    rf"(?![类款项][）)])({MONEY}|{COUNTERS}|万(?=[（(，。；、]|$))"
)
"""A number and its unit: no code with its level (204类), and an amount of money also where 元 is left out (0.39万)."""
COUNT_IN_WORDS = re.compile(
    r"(?<![第十一二三四五六七八九])([两二三四五六七八九十])(个|大|类|种|项|家)(?=[一-鿿])(?!项规定|规定)"
)
ZERO = re.compile(r"(?P<subject>.+?)(?:为|是|共|计)\s*0(?:\.0+)?$")
REMARK = re.compile(r"（[^）]*$")
"""What stands in parentheses that a comma has cut in two: （基数为0，不可比）."""
NONE = re.compile(
    r"(?:本部门|本单位|本年度|\d{4}年度?|年|均|，)*(?:无|没有|未安排|不涉及|未编制)(?:安排|使用)?(?![此该]项)(?P<subject>[^，。；]*(?:费用?|支出|预算|经费|收入|拨款))$"
)
LEAD_IN = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十]+[）)、是]|[（(]\d{1,2}[）)]|\d{1,2}[.．、]|主要成效是|其中[：:，]?|另|以及|和|及|、|的|[—－●·-]+|经(?:比较|汇总)|[省市县区镇乡]本级(?=[“一三])|[（(](?:含|包括|其中)?[：:]?(?=[^（()）]*$))+|^(?:截至)?(?:20\d\d)年(?:度)?(?=.)|^[本我](?:部门|单位|年度?(?!度|(?:预算)?(?:收入|支出))|校|院|局|委|办|中心|街道)(?=.)"
    r"|^(?:学校|学院|医院|单位|部门|街道)(?=20\d\d年)|^(?:目前|现有)(?=[一-鿿]{2})"
    r"|^[（(](?:以下)?简称[^（()）]*[）)]"
)
ARRANGED = re.compile(r"^安排(?=[^安排\d]{2,20}(?:费用?|支出|预算|经费|采购)$)")
"""That money is set aside for what is named: 安排公务接待费预算8万元."""
INNER_YEAR = re.compile(r"(?<=[一-鿿）)])20\d\d年度?(?=(?:年初|全年)?(?:预算|决算|执行)数?$)")
"""The year between an account and its stage: 公务接待费2024年预算数."""
CODED = re.compile(r"[（(]\d{3,7}[）)]$")
"""The code of an account after its name: 行政运行（2130301）."""
BELOW = re.compile(r"^.*[（(]\d{0,3}款[）)](?P<name>[^，。；]{2,40}?)[（(]\d{0,3}项[）)]")
"""The heads of an account before it: 农林水支出（类）水利（款）防汛（项）, 水利（03款）防汛（14项）."""
THRESHOLD = re.compile(r"(?:[（(]含[）)])?(?:及)?以[上下]")
"""After an amount of money: it bounds what is counted (单价20万元以上的设备3台) and is no figure of anything."""
BOUGHT = re.compile(r"购置|新增|更新")
"""What is said once of a list of things that are counted: 购置车辆1辆、设备2台."""
BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
BESIDE = re.compile(rf"^\s*{NUMBER}\s*(?:{COUNTERS})|{NUMBER}\s*(?:{COUNTERS})\s*$")
"""Another count of the same thing right beside one: 61批次478人."""
OPENED = re.compile(r"[（(](?P<inner>[^（()）]*)$")
FIGURES_BEHIND = re.compile(r"[（(][^（()）]*\d[^（()）]*[）)]?|[（(][^（()）]*$|^[）)]")
"""What is said of a count in parentheses behind it with figures of its own (144人（含保洁17人）), or broken off."""
HEADING_LEFT = re.compile(r"(?:[^，。；：]{0,20}(?:情况|概况|构成|设置|职责)\s*)?")
"""A heading on the line of its text, before the body: 机构设置情况 X局现有编制5名."""
PART = re.compile(r"^(?:其中|包括|包含|含|内有|有)?[：:，,]?")
COUNTED_UNITS = re.compile(r"^(?:本部门)?\d+家[^，。]{2,40}?单位的(?=.)")
"""Whose an amount is, by the number of units: 1家行政单位的机关运行经费."""
LINKING = re.compile(
    r"(?:(?:科目|共计|(?<!收支)(?<!收入支出)(?<!收支预算)(?<!^收入)(?<!^支出)(?:合计|总计)|共|均?为|均?是|累计|(?<![总合共])计|达到?|约|等|(?<![实现])有)\s*)+$"
)
ONLY_ACCOUNT = re.compile(
    r"^[^。；，]*[（(]\d{0,3}款[）)](?P<name>[^。；，]{2,40}?)[（(]\d{0,3}项[）)][。：:]?$"
)
ONLY_STAGES = re.compile(r"^(?:支出)?(?:年初|全年|调整后?)?(?:预算|决算)数?[为是]?\d")
"""A paragraph that only names an account, and the next that speaks of it by 年初预算 and the like alone."""
LEAST_SHORT, LEAST_LEFT = 4, 4
"""Letters of a short name for the body, and of what is said of it after that (县文旅局|机关运行经费)."""
PLACE = "省市县区州旗镇乡"
"""What a short name for the body begins with; one without it may belong to what is named (大数据中心管理工作经费)."""
LONGEST_CLAUSE = 500
"""Letters from which on a run without punctuation is no clause: reading it would take time without bound."""
CLAUSE = re.compile(r"[^，,：:。；！？]+(?:,(?= ?\d)[^，,：:。；！？]*)*")
BOTH_SIDES = re.compile(r"收(?:入)?、支(?:出)?(?=总|预|决)")
"""Income and spending as one word, which no list is broken at: 收、支总计均为…."""
PIECE = re.compile(r"、(?=[^、）]*\d)|；")
RESPECTIVELY = re.compile(r"^(?P<names>[^。]{2,120}?)分别(?:为|是|达到?)?(?P<values>\s*\d.*)$")
"""Several names and then their values: 收入总计、支出总计分别为100.00万元、120.00万元."""
JOINERS = (re.compile("、"), re.compile("、|以及|和|与"), re.compile("、|以及|和|与|及"))
"""What stands between those names; the later ones may also stand inside a name (购置及运行费)."""
SENTENCE_END = re.compile(r"(?<=[。；！？;])")
HALF_WIDTH = str.maketrans(";:()", "；：（）")
COMMA = re.compile(r",(?!\d{3}(?!\d))(?! \d{3}(?!\d))|(?<!\d),|(?<=\.\d),|(?<=\.\d\d),")
"""A comma that groups no digits (4,143.91), also not those that a slip of the key has set apart (1, 537.4)."""
SPACE_BY_HAN = re.compile(r"(?<=[一-鿿、。，；：！？“”（）])\s+|\s+(?=[一-鿿、。，；：！？“”（）])")
ASIDE = re.compile(r"[（(]其中[：:，,]?(?:[^（()）。]|[（(][^（()）]{0,60}[)）]){1,400}[)）]")
"""What an amount or a count is made up of, in parentheses behind it (其中：一般公共预算支出…；政府性基金预算支出…,
其中外事接待0批次): parts of it, which name nothing else, and what follows is about the whole again."""


def sentences(text: str) -> Iterator[str]:
    """The sentences and the parts of lists (…；…；) of a paragraph; none ends inside an aside."""
    asides = [found.span() for found in ASIDE.finditer(text)]
    start = 0
    for end in (found.end() for found in SENTENCE_END.finditer(text)):
        if not any(opens < end < closes for opens, closes in asides):
            yield text[start:end]
            start = end
    yield text[start:]


def readable(text: str) -> str:
    """A text as it is read: with full-width marks, without the spaces of justified lines (预 算 6,120 元)."""
    return COMMA.sub("，", SPACE_BY_HAN.sub("", text.translate(HALF_WIDTH)))


def asides_apart(sentence: str) -> Iterator[tuple[str, bool]]:
    """The parts of a sentence in order, each with whether it is an aside."""
    start = 0
    for found in ASIDE.finditer(sentence):
        yield sentence[start : found.start()], False
        yield found[0][1:-1], True
        start = found.end()
    yield sentence[start:], False


def account_above(text: str, heads: Iterable[str]) -> str:
    """The account that one of the heads over a text names alone, where the text only says 年初预算 and the like."""
    if not ONLY_STAGES.match(text.strip()):
        return ""
    named = (ONLY_ACCOUNT.match(head.strip()) for head in heads)
    return next((found["name"].strip() for found in named if found), "")


def clauses(text: str) -> Iterator[tuple[str, bool]]:
    """The readable clauses of a sentence in order, each with whether it stands in an aside."""
    for part, is_aside in asides_apart(BOTH_SIDES.sub("收支", text)):
        yield from ((clause, is_aside) for clause in CLAUSE.findall(part) if len(clause) <= LONGEST_CLAUSE)


def amounts(clause: str, unit: str) -> Iterator[tuple[str, Quantity]]:
    """The amounts of a clause with the words that name them; `unit` is the money unit in force for a bare 0."""
    shared = RESPECTIVELY.match(clause)
    if shared:
        yield from _respectively(shared["names"], shared["values"])
        return
    stated, bought = False, ""
    for piece in PIECE.split(clause):
        start = 0
        said = BOUGHT.search(piece)
        bought = said[0] if said else bought
        for found in AMOUNT.finditer(piece):
            quantity = Quantity(Decimal(found[1].replace(",", "")), WRITTEN.get(found[2], found[2]))
            before, after = piece[start : found.start()], piece[found.end() :]
            if quantity.is_money and THRESHOLD.match(after):
                continue
            around = _counted(before, after)
            thing = around if said else bought + around
            yield (name_in(before) or name_in(after)) if quantity.is_money else thing, quantity
            stated, start = True, found.end() if quantity.is_money else 0
        for counted in COUNT_IN_WORDS.finditer(piece):
            words = piece[: counted.start()] + piece[counted.end() :]
            yield name_in(words), Quantity(Decimal(numeral(counted[1])), counted[2])
    zero = None if stated else ZERO.search(clause.strip()) or NONE.search(clause.strip())
    if zero and not REMARK.search(zero["subject"]):
        yield name_in(zero["subject"]), Quantity(Decimal(0), unit)


def _counted(before: str, after: str) -> str:
    """What a count is of, by the words around it; in parentheses behind another count a part of what that is of."""
    opened = OPENED.search(before)
    if opened is None or not AMOUNT.search(before[: opened.start()]):
        return name_in(BESIDE.sub("", before) + BESIDE.sub("", FIGURES_BEHIND.sub("", after)))
    whole = AMOUNT.sub("", before[: opened.start()])
    part = PART.sub("", opened["inner"]).removesuffix("仅") + re.split(r"[（()）]", after)[0]
    return name_in(whole) + name_in(AMOUNT.sub("", part))


def _respectively(names: str, values: str) -> Iterator[tuple[str, Quantity]]:
    """The values of a list with the names of the list before it, where they are as many; else nothing is told."""
    found = [
        Quantity(Decimal(one[1].replace(",", "")), WRITTEN.get(one[2], one[2]))
        for one in AMOUNT.finditer(values)
    ]
    for joiner in JOINERS:
        listed = [name_in(name) for name in joiner.split(names)]
        if len(listed) == len(found):
            yield from zip(listed, found, strict=True)
            return


def name_in(words: str) -> str:
    """What a clause's words name, without enumerators, years, heads, codes and linking verbs around it."""
    name = words.strip()
    while (lead := LEAD_IN.match(name)) and lead.end():
        name = name[lead.end() :].lstrip()
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
