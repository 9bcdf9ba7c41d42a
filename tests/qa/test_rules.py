"""Each rule by what it finds, and what it must leave alone."""

from __future__ import annotations

import pytest

from qa.mentions import Kind
from qa.rules import RULES, numeral, scan


def found(text, rule):
    return [(m.text, m.values) for m in scan(text) if m.rule == rule]


CASES = {
    "year": [
        ("2021年预算", [("2021年", ("2021",))]),
        ("2021年度", [("2021年度", ("2021",))]),
        ("2021预算多少", [("2021预算", ("2021",))]),
        ("budget 2021", [("2021", ("2021",))]),
        ("2021财政年度", [("2021财政年度", ("2021",))]),
        ("2020年和2021年", [("2020年", ("2020",)), ("2021年", ("2021",))]),
        ("超过2000万元", []),
        ("2000元", []),
        ("1999年", [("1999年", ("1999",))]),
        ("12021年", []),
        ("2021.5", []),
        ("2000个项目", []),
    ],
    "year in two digits": [
        ("21年预算", [("21年", ("2021",))]),
        ("20年度", [("20年度", ("2020",))]),
        ("2021年", []),
        ("35年", []),
    ],
    "amount of money": [
        ("超过5000万元", [("5000万元", ("5000", "万元"))]),
        ("5,000.50 元", [("5,000.50 元", ("5000.50", "元"))]),
        ("3亿", [("3亿", ("3", "亿元"))]),
        ("5千万", [("5千万", ("5000", "万元"))]),
        ("2百万元", [("2百万元", ("2", "百万元"))]),
        ("50%", [("50%", ("50", "%"))]),
        ("100万以上", [("100万", ("100", "万元"))]),
        ("多少万元", []),
    ],
    "amount of money in English": [
        ("over 50 million yuan", [("50 million yuan", ("50000000", "元"))]),
        ("1.5 billion", [("1.5 billion", ("1500000000.0", "元"))]),
        ("3,000 thousand rmb", [("3,000 thousand rmb", ("3000000", "元"))]),
    ],
    "amount of money in words": [
        ("五千万以上", [("五千万", ("5000", "万元"))]),
        ("一百万元", [("一百万元", ("100", "万元"))]),
        ("两亿", [("两亿", ("2", "亿元"))]),
        ("十万元", [("十万元", ("10", "万元"))]),
        ("二十五万", [("二十五万", ("25", "万元"))]),
    ],
    "which is more": [
        ("人员经费和公用经费哪项花得多", [("哪项花得多", ("compare",))]),
        ("会议费和培训费谁的预算更高", [("谁的预算更高", ("compare",))]),
        ("哪家低", [("哪家低", ("compare",))]),
        ("哪些项目", []),
    ],
    "either": [
        ("人员经费还是公用经费多", [("还是", ("compare",))]),
        ("是会议费还是培训费更贵?", [("还是", ("compare",))]),
        ("还是2021年的预算", []),
    ],
    "why": [
        ("为何增加", [("为何", ("why",))]),
        ("公务用车费增加了,为何?", [("为何", ("why",))]),
        ("周期为何时", []),
        ("实施主体为何?", []),
    ],
    "what it is": [
        ("实施主体为何?", [("为何", ("what",))]),
        ("公务用车费增加了,为何?", []),
        ("为何增加", []),
    ],
    "which place": [
        ("在全部项目里排第几名", [("排第几名", ("rank_of",))]),
        ("位列第几", [("位列第几", ("rank_of",))]),
        ("第几高", [("第几高", ("rank_of",))]),
        ("第几页", []),
        ("第几级", []),
    ],
    "numeral": [
        ("第三条", [("第三条", ("3", "条", "ordinal"))]),
        ("排第三条的", [("排第三条", ("3", "条", "ordinal"))]),
        ("七个项目", [("七个", ("7", "个", "cardinal"))]),
        ("第12项", [("第12项", ("12", "项", "ordinal"))]),
        ("两项", [("两项", ("2", "项", "cardinal"))]),
        ("十二个月", []),
    ],
    "first few": [
        ("前三名", [("前三名", ("3", "名", "first"))]),
        ("排名前5", [("排名前5", ("5", "", "first"))]),
        ("前十大", [("前十大", ("10", "大", "first"))]),
    ],
    "first few in English": [
        ("top three projects", [("top three", ("3", "", "first"))]),
        ("the two largest", [("two ", ("2", "", "first"))]),
        ("top 5", [("top 5", ("5", "", "first"))]),
    ],
    "account code": [
        ("2080506的预算", [("2080506", ("2080506",))]),
        ("208 05 99 项目支出", [("208 05 99", ("2080599",))]),
        ("302 14", [("302 14", ("30214",))]),
        ("208.05.06", [("208.05.06", ("2080506",))]),
        ("科目201", [("201", ("201",))]),
        ("302万元", []),
        ("2018年", []),
        ("400号", []),
    ],
    "how many": [
        ("一共有多少条", [("一共有多少条", ("count",))]),
        ("几家单位", [("几家", ("count",))]),
        ("多少名员工", [("多少名", ("count",))]),
        ("哪几个项目", []),
        ("多少钱", []),
        ("多少万元", []),
    ],
    "which account": [
        ("哪个科目", [("哪个", ("which", "what", "accounts"))]),
        ("哪几项最高", [("哪几项", ("which", "what", "accounts"))]),
        ("哪个项目", []),
        ("哪个单位", []),
    ],
    "which": [
        ("哪个项目", [("哪个", ("which", "what"))]),
        ("哪些文件", [("哪些", ("which", "what"))]),
    ],
    "plus": [("会议费 + 培训费", [(" + ", ("sum",))])],
    "punctuation": [("会议费，培训费？！", [("，", ("，",)), ("？！", ("？！",))])],
}


def test_every_rule_has_cases():
    assert set(CASES) == {rule.name for rule in RULES}


@pytest.mark.parametrize(
    ("rule", "text", "mentions"), [(r, *case) for r, cases in CASES.items() for case in cases]
)
def test_a_rule(rule, text, mentions):
    assert found(text, rule) == mentions


def test_a_mention_says_where_it_stands():
    (mention,) = [m for m in scan("看看2080506的预算") if m.kind is Kind.CODE]
    assert (mention.start, mention.end) == (2, 9)
    assert str(mention) == "2080506 → code 2080506 (account code)"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("12", 12),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("九十九", 99),
        ("两", 2),
        ("三", 3),
        ("ten", 10),
        ("７", 7),
    ],
)
def test_numeral(text, value):
    assert numeral(text) == value


@pytest.mark.parametrize("text", ["百", "三百", "a", "十百", "1.5", "二三百"])
def test_what_is_no_small_number(text):
    with pytest.raises(ValueError, match="is not a small number"):
        numeral(text)
