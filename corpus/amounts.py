"""The amounts and counts that a clause of prose states, each with the words that name it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from corpus.naming import name_in
from corpus.numerals import numeral
from corpus.quantity import YUAN, Quantity

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
MONEY = "|".join(sorted(YUAN, key=len, reverse=True))
MEASURES = (
    "平方米|公里|户|场|座|处|篇|张|期|份|幢|栋|亩|公顷|吨|株|立方米|起|例|宗|册|顶|只|头|棵|盏|米(?!粮)|公斤|斤|学时|课时"
    "|[万亿](?:公斤|斤)|万(?:平方米|立方米|人次|人|亩|株|吨|公里|册|户|场|件|次|份|条|只|头|辆|台|套)"
)
"""Counters of one kind of things each, and by the ten thousand, as figures state them and questions ask for them."""
COUNTERS = (
    "个|家|辆|项|名|人次|人|次|台|批次|批|件|套|所|条|类|种|大(?=[一-鿿])"
    rf"|%|％|分(?=[，。；、（(]|$)|{MEASURES}"
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
THRESHOLD = re.compile(r"(?:[（(]含[）)])?(?:及)?以[上下]")
"""After an amount of money: it bounds what is counted (单价20万元以上的设备3台) and is no figure of anything."""
BOUGHT = re.compile(r"购置|新增|更新|接待(?!费)")
"""What is said once of a list of things that are counted: 购置车辆1辆、设备2台, 接待团组38个、来宾312人次."""
BRACKETED = re.compile(r"[（(][^（()）]*[）)]")
BESIDE = re.compile(rf"^\s*{NUMBER}\s*(?:{COUNTERS})|{NUMBER}\s*(?:{COUNTERS})\s*$")
"""Another count of the same thing right beside one: 61批次478人."""
OPENED = re.compile(r"[（(](?P<inner>[^（()）]*)$")
FIGURES_BEHIND = re.compile(
    r"[（(][^（()）]*\d[^（()）]*[）)]?|[（(][^（()）]*$|^[）)]|^[（(][台套件辆个][)）]"
)
"""What is said of a count in parentheses behind it: figures of its own (144人（含保洁17人）), a counter (29台（套）),
or words that are broken off."""
MONEY_BEHIND = re.compile(rf"(?:为|是|共|计)?(?<![\d.]){NUMBER}\s*(?:{MONEY}).*$")
"""An amount of money behind a count, which is of its own: 单位2家的机关运行经费支出为30万元."""
PART = re.compile(r"^(?:其中|包括|包含|含|内有|有)?[：:，,]?")
PIECE = re.compile(r"、(?=[^、）]*\d)|；")
RESPECTIVELY = re.compile(r"^(?P<names>[^。]{2,120}?)分别(?:为|是|达到?)?(?P<values>\s*\d.*)$")
"""Several names and then their values: 收入总计、支出总计分别为100.00万元、120.00万元."""
JOINERS = (re.compile("、"), re.compile("、|以及|和|与"), re.compile("、|以及|和|与|及"))
"""What stands between those names; the later ones may also stand inside a name (购置及运行费)."""


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
            thing = bought + around if around and not said else around
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
        behind = BESIDE.sub("", FIGURES_BEHIND.sub("", after))
        return name_in(BESIDE.sub("", before) + MONEY_BEHIND.sub("", behind))
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
