"""Patterns of a question that no list of words can hold: years, amounts, numerals, account codes, punctuation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from corpus.numerals import numeral
from qa.linking.mentions import Kind, Mention
from qa.terms.counters import COUNTED, HOW_MANY
from qa.terms.subjects import KINDS_OF_PURCHASE

ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
COUNTER = "个|块|项|样|条|款|名|大|位|部|份|类|种|家|级|批|点|章|笔|张|件"
PEOPLE = (
    "(?:行政|事业|工勤|政法专项|政法)?编制(?!内|外|人员)|(?:在职|在编|离退休|退休|离休|聘用|编外|工作|行政|事业)*(?:人员|职工|员工|干部)(?!经费|支出|工资|补|培训|费)"
    "|教职工|教师|学生|在校生|法官|检察官|民警"
)
"""Who is counted without a counter: 有多少编制, 一共有多少职工."""
LARGEST = "largest|biggest|highest|most|smallest"
FEW = "two|three|four|five|six|seven"
PURCHASE = "|".join(KINDS_OF_PURCHASE)
PURCHASED = ("", "预算", "总额", "金额", "支出", "预算总额", "支出总额", "预算金额", "总金额")
"""What may stand between 采购 and the words for what is in it: 政府采购总额中服务占多少."""
BESIDE = "[、和与及跟比]"
BY_HOW_MANY = "by how many"
"""The rule of what asks how many more or fewer of something there are: 少了几辆."""
NUMERAL = r"\d{1,2}|[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二三四五六七八九两]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named pattern and the values that a match stands for."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    values: Callable[[re.Match[str]], tuple[str, ...]]


def _money(found: re.Match[str]) -> tuple[str, ...]:
    unit = {"万": "万元", "亿": "亿元", "千万": "千万元"}.get(found["unit"], found["unit"])
    number = found["number"].replace(",", "")
    if unit == "千万元":
        return f"{int(number) * 1000}", "万元"
    return number, unit


def _words_money(found: re.Match[str]) -> tuple[str, ...]:
    scale = {"千": 1000, "百": 100, "": 1}[found["scale"] or ""]
    return str(numeral(found["number"]) * scale), {"万": "万元", "亿": "亿元"}[found["unit"][0]]


def _numeral(found: re.Match[str]) -> tuple[str, ...]:
    return (
        str(numeral(found["number"])),
        found["counter"] or "",
        "ordinal" if found["ordinal"] else "cardinal",
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "where a year is told of",  # 根据2025年预算说明，2024年…: the document's year, and not the figure's
        Kind.FILLER,
        re.compile(
            r"(?:按照?|根据|依据|参照)(?>20\d\d年度?的?(?:部门|单位)?(?:预算|决算)?的?(?:公开|编制|情况)*的?"
            r"(?:说明|报告|材料|文件|文本|数据)?(?:推算|计算|来?看|里|中)*)"
            r"(?![和与及同比到至、])(?=[^?。]{1,40}20\d\d年)"
        ),
        lambda _: (),
    ),
    Rule(
        "year",
        Kind.YEAR,
        re.compile(
            r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?:(?:财政|预算|会计)?年(?:度|底)?(?![末初]|底?[结余])"
            r"|(?:财政|预算|会计)?(?! ?[\d.]| ?万| ?亿| ?元|个|项|名|人|家| ?yuan))"
        ),
        lambda m: (m["year"],),
    ),
    Rule(
        "year in two digits",
        Kind.YEAR,
        re.compile(r"(?<![\d.])(?P<year>[12]\d)年度?(?!\d)"),
        lambda m: (f"20{m['year']}",),
    ),
    Rule(
        "amount of money",
        Kind.QUANTITY,
        re.compile(
            r"(?<![\d.,])(?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<unit>亿元|千万元|百万元|万元|千元|千万|元|亿|万|%)"
        ),
        _money,
    ),
    Rule(
        "amount of money in English",
        Kind.QUANTITY,
        re.compile(
            r"(?<![\d.,])(?P<number>\d[\d,]*(?:\.\d+)?) (?P<unit>million|billion|thousand) ?(?:yuan|rmb|cny)?"
        ),
        lambda m: (str(int(ENGLISH_SCALES[m["unit"]]) * Decimal(m["number"].replace(",", ""))), "元"),
    ),
    Rule(
        "amount of money in words",
        Kind.QUANTITY,
        re.compile(rf"(?P<number>{NUMERAL})(?P<scale>千|百)?(?P<unit>万元?|亿元?)"),
        _words_money,
    ),
    Rule(
        "numeral",
        Kind.NUMERAL,
        re.compile(rf"(?P<ordinal>(?:排名?在?)?第)?(?P<number>{NUMERAL})(?P<counter>{COUNTER})(?!月)"),
        _numeral,
    ),
    Rule(
        "first few",
        Kind.NUMERAL,
        re.compile(rf"(?:排名|排)?前(?P<number>{NUMERAL})(?P<counter>{COUNTER}|)(?P<ordinal>(?!))?"),
        lambda m: (str(numeral(m["number"])), m["counter"], "first"),
    ),
    Rule(
        "first few in English",
        Kind.NUMERAL,
        re.compile(rf"(?<![a-z])(?:top (?P<number>{FEW}|\d)(?![a-z0-9])|(?P<large>{FEW}) (?={LARGEST}))"),
        lambda m: (str(numeral(m["number"] or m["large"])), "", "first"),
    ),
    Rule(
        "account code",
        Kind.CODE,
        re.compile(
            r"(?<![\d.])(?<!\d,)[1235]\d\d(?:[ .-]?\d\d){0,2}"
            r"(?![\d.]|,\d|年|号|万|亿|元|个|项(?!目)|人(?!员)|[条%名辆]|(?:便民|政务|服务)*(?:热线|平台)| ?\d)"
        ),
        lambda m: ("".join(filter(str.isdecimal, m[0])),),
    ),
    Rule(
        "how many",
        Kind.CUE,
        HOW_MANY,
        lambda _: ("count",),
    ),
    Rule(
        "how many of each",
        Kind.CUE,
        re.compile(rf"(?:分别|各自?)(?:是|为|有)?(?:几|多少)(?:{COUNTED})(?!钱|元|百分点)"),
        lambda _: ("count", "respectively"),
    ),
    Rule(
        "how many people",
        Kind.CUE,
        re.compile(rf"(?:一?共有?|总共有?|(?<!实)有)?多少(?={PEOPLE})"),
        lambda _: ("count",),
    ),
    Rule(
        "in what is counted",
        Kind.CUE,
        re.compile(
            r"(?P<counter>批次|人次|(?<=[生工员])人(?=数))(?:数|数量)?(?:(?:是|为|有)?(?:几|多少))?(?=$|[?,.。和与比较]|分别|各[是为有]|20\d\d年)"
        ),
        lambda _: ("count",),
    ),
    Rule(
        "which account",
        Kind.CUE,
        re.compile(
            r"哪(?:一|两|几)?(?:个|项|款|类|块|笔)(?:(?<=个)(?:项(?!目)|款|类)级?)?"
            r"(?=支出|费|科目|经费|收入|最|占|花|金额|预算|是|比|更|高|多|少|低|大|第|排|用|[?,.。]|$)"
        ),
        lambda _: ("which", "what", "accounts"),
    ),
    Rule(
        "which",
        Kind.CUE,
        re.compile(r"哪(?:一|两|几)?(?:个|项|款|类|家|块|笔|些)"),
        lambda _: ("which", "what"),
    ),
    Rule(
        "which is more",
        Kind.CUE,
        re.compile(
            r"(?:哪(?:一|两|几)?[个项款类块笔家边年]度?|谁)(?:的?(?:预算|支出|金额)|[花用拿]得?钱?)?(?:更|较|要)?[高多大贵低少小]"
        ),
        lambda _: ("compare",),
    ),
    Rule(
        "whose is more",
        Kind.CUE,
        re.compile(
            r"(?:谁|哪一?[个家边])的(?=[^,，。;；?？]{2,14}(?<!最)[高多大贵低少小](?:一?[些点])?[?？]?\s*(?:$|[,，]))"
        ),
        lambda _: ("compare",),
    ),
    Rule(
        BY_HOW_MANY,
        Kind.CUE,
        re.compile(rf"(?P<way>[多少])了?(?:多少|几)(?:个(?=人))?(?:{COUNTED})"),
        lambda m: ("difference", "up" if m["way"] == "多" else "down"),
    ),
    Rule(
        "by how many per cent",
        Kind.CUE,
        re.compile(r"(?P<way>[多高少低])了?(?=百分之[几多])"),
        lambda m: ("up" if m["way"] in "多高" else "down",),
    ),
    Rule("either", Kind.CUE, re.compile(r"还是(?=.{2,20}[高多大贵低少小]\W*$)"), lambda _: ("compare",)),
    Rule("why", Kind.CUE, re.compile(r"为何(?!时|\W*$)|(?<=[,，。;；])为何"), lambda _: ("why",)),
    Rule(
        "why it moved",
        Kind.CUE,
        re.compile(
            r"(?:怎么|咋)(?:又|就|会|还|突然|反而|反倒|一下子?)*(?=[涨增升降减跌]|上升|上涨|下降|下滑|提高|多了|少了)"
        ),
        lambda _: ("why",),
    ),
    Rule("what it is", Kind.CUE, re.compile(r"(?<![,，。;；])为何(?=\W*$)"), lambda _: ("what",)),
    Rule(
        "which place",
        Kind.CUE,
        re.compile(r"(?:排名?在?|位[列居]|名列|居)第几[名位]?|第几[名位高大多贵]"),
        lambda _: ("rank_of",),
    ),
    Rule(
        "purchases",
        Kind.NAME,
        re.compile(
            rf"(?:{PURCHASE})类?(?={BESIDE}(?:{PURCHASE}))"
            rf"|(?:{'|'.join(f'(?<={kind}{BESIDE})|(?<={kind}类{BESIDE})' for kind in KINDS_OF_PURCHASE)}"
            rf"|{'|'.join(f'(?<=采购{whole}[中里的])' for whole in PURCHASED)})"
            rf"(?:{PURCHASE})类?(?!费|采购|[一-鿿]*项目)"
        ),
        lambda m: (f"政府采购{m[0].removesuffix('类')}",),
    ),
    Rule(
        "spending beside income",  # else the word says only that an amount was spent
        Kind.NAME,
        re.compile(
            rf"(?:(?<=[年度的总 ])|^)支出(?={BESIDE}收入)"
            rf"|(?:(?<=[年度的总 ]收入{BESIDE})|(?<=^收入{BESIDE}))支出(?![一-鿿]*表)"
        ),
        lambda _: ("支出总计",),
    ),
    Rule("plus", Kind.CUE, re.compile(r" ?\+ ?"), lambda _: ("sum",)),
    Rule("punctuation", Kind.BREAK, re.compile(r"[,，、;；:：。.!！?？/|~…\-—+=]+"), lambda m: (m[0],)),
)


def scan(text: str) -> Iterator[Mention]:
    """Every match of every rule, overlapping ones too; which of them stand is settled by the linker."""
    for rule in RULES:
        for found in rule.pattern.finditer(text):
            yield Mention(found.start(), found.end(), found[0], rule.kind, rule.values(found), rule.name)
