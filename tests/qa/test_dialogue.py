"""Each kind of follow-up: what a question leaves out is taken from the ones before it."""

from __future__ import annotations

import pytest
from phrasing import Notation

from qa.answer import Status

RENT, TOTAL = "租赁费是多少？", "2021年预算支出总额是多少？"
DATA = "数据运营服务费项目的预算是多少"
MOST = "哪个项目的预算最高？"

FOLLOW_UPS = {
    "another year": [
        ((TOTAL,), "那2020年呢？", "lookup targets=[支出总计@2020]"),
        ((TOTAL,), "去年呢", "lookup targets=[支出总计@2020]"),
        (("公务接待费多少",), "2020年的呢？", "lookup targets=[公务接待费@2020]"),
        (("公务接待费多少",), "what about 2020?", "lookup targets=[公务接待费@2020]"),
    ],
    "another thing": [
        ((RENT,), "那物业管理费呢？", "lookup targets=[物业管理费]"),
        ((RENT,), "物业管理费呢", "lookup targets=[物业管理费]"),
        (("租赁费是多少万元",), "那会议费呢？", "lookup targets=[会议费] unit=万元"),
        (("三公经费比2020年增加多少",), "公务接待费呢", "change target=公务接待费 base=2020 supposed=up"),
        (("租赁费占公用经费的百分之几",), "那物业管理费呢", "share part=[物业管理费] whole=[公用经费]"),
        (("租赁费平均每月多少",), "物业管理费呢？", "average targets=[物业管理费] parts=12"),
    ],
    "another unit": [
        ((RENT,), "换算成万元呢", "lookup targets=[租赁费] unit=万元"),
        ((TOTAL,), "折合多少亿元", "lookup targets=[支出总计] unit=亿元"),
    ],
    "a share of it": [
        ((DATA,), "占总额的多少？", "share part=[数据运营服务费] whole=[支出总计]"),
        ((RENT,), "它占公用经费的比例呢", "share part=[租赁费] whole=[公用经费]"),
        ((RENT,), "占公用经费的百分之几", "share part=[租赁费] whole=[公用经费]"),
        ((RENT, "占公用经费的百分之几"), "占商品和服务支出呢", "share part=[租赁费] whole=[商品和服务支出]"),
    ],
    "both together": [
        (("会议费多少", "培训费多少"), "这两项加起来多少", "sum targets=[会议费, 培训费]"),
        (("会议费和培训费分别是多少",), "两者合计多少", "sum targets=[会议费, 培训费]"),
        (("会议费多少",), "加上培训费一共多少", "sum targets=[会议费, 培训费]"),
        (("会议费多少", "培训费多少"), "两者相差多少", "difference left=[会议费] right=[培训费]"),
        (("会议费多少", "培训费呢"), "一共多少", "sum targets=[会议费, 培训费]"),
    ],
    "against another": [
        ((RENT,), "比物业管理费多多少", "difference left=[租赁费] right=[物业管理费]"),
        ((RENT,), "是物业管理费的几倍", "ratio left=[租赁费] right=[物业管理费]"),
        ((), "租赁费与物业管理费之比", "ratio left=[租赁费] right=[物业管理费]"),
        ((), "租赁费和物业管理费的比例是多少", "ratio left=[租赁费] right=[物业管理费]"),
        ((), "租赁费和公用经费的比例是多少", "share part=[租赁费] whole=[公用经费]"),
    ],
    "its change": [
        (("三公经费是多少",), "比2020年增加了多少", "change target=三公经费 base=2020 supposed=up"),
        (("公务接待费是多少",), "为什么减少了", "reason target=公务接待费 supposed=down"),
        (("三公经费是多少",), "跟2020年比呢", "change target=三公经费 base=2020 supposed=either"),
    ],
    "per month": [((RENT,), "平均每月多少", "average targets=[租赁费] parts=12")],
    "its legal bases": [
        ((DATA,), "它的立项依据有哪些？", "cited projects=[数据运营服务费]"),
        ((), "2021年数据运营服务费的立项依据有哪些", "cited projects=[数据运营服务费]"),
        ((DATA,), "有多少条立项依据", "cited projects=[数据运营服务费] counted"),
        ((DATA, "它的立项依据有哪些？"), "第二条呢", "cited projects=[数据运营服务费] position=2"),
    ],
    "its parts": [
        ((DATA,), "实施周期呢", "part heading=实施周期 project=数据运营服务费"),
        ((DATA,), "它的实施主体是谁", "part heading=实施主体 project=数据运营服务费"),
    ],
    "the winner": [
        ((MOST,), "它的实施周期是什么", "part heading=实施周期 project=一网通办运营服务费"),
        ((MOST,), "最低的呢", "rank members=projects start=1 top=1 least"),
        ((MOST,), "第二高的呢？", "rank members=projects start=2 top=1"),
        ((MOST,), "占总额的多少", "share part=[一网通办运营服务费] whole=[支出总计]"),
    ],
    "what those counted come to": [
        (("一共有几个项目",), "总金额多少", "sumof members=projects"),
        (("会议费是多少",), "总金额多少", "lookup targets=[支出总计]"),
    ],
    "inside it": [(("公用经费是多少",), "其中租赁费多少", "lookup targets=[公用经费·租赁费]")],
    "a document": [
        (("沪委办〔2020〕24号是什么文件",), "被哪些项目引用", "citedby number=沪委办〔2020〕24号"),
        (("国办发〔2014〕66号被哪个项目引用",), "这个项目的预算是多少", "lookup targets=[基础设施运维经费]"),
    ],
    "a new subject": [
        ((RENT,), TOTAL, "lookup targets=[支出总计]"),
        ((RENT,), "全部项目一共多少", "sumof members=projects"),
        ((RENT, "火箭是多少"), "会议费是多少", "lookup targets=[会议费]"),
    ],
}
CASES = [pytest.param(*case, id=f"{kind}: {case[1]}") for kind, cases in FOLLOW_UPS.items() for case in cases]


@pytest.mark.parametrize(("past", "question", "query"), CASES)
def test_a_follow_up_is_completed(shipped, book, past, question, query):
    answer = shipped.ask(question, past)
    assert answer.query is not None, answer.text
    assert Notation.over(book).of(answer.query) == query


@pytest.mark.parametrize("question", ["这两项加起来多少", "那它呢", "占公用经费的百分之几", "换算成万元"])
def test_without_a_conversation_a_follow_up_is_not_guessed(shipped, question):
    assert shipped.ask(question).values == ()


def test_only_the_last_questions_count(shipped):
    past = ["租赁费是多少"] + ["今天天气怎么样"] * 8
    assert shipped.ask("换算成万元呢", past).values == ()


def test_hostile_history_is_left_aside(shipped):
    past = ["", "  ", "x" * 5000, "😀", "租赁费是多少"]
    (value,) = shipped.ask("换算成万元呢", past).values
    assert (str(value.quantity.number), value.quantity.unit) == ("1990.2679", "万元")


@pytest.mark.parametrize(
    ("first", "then", "word"),
    [
        ("量子计算机经费是多少", "其中基本支出呢", "量子计算机"),
        ("量子计算机经费是多少", "比上年增加多少", "量子计算机"),
        ("外交支出是多少", "那其中项目支出呢", "外交支出"),
        ("外交支出是多少", "为什么增加", "外交支出"),
    ],
)
def test_what_goes_on_about_something_unknown_is_declined_as_that_was(shipped, first, then, word):
    answer = shipped.ask(then, history=(first,))
    assert answer.status is Status.NOT_FOUND, answer.text
    assert word in answer.text


def test_another_thing_than_the_unknown_one_is_answered(shipped):
    answer = shipped.ask("那公务接待费呢", history=("量子计算机经费是多少",))
    assert answer.status is Status.ANSWERED
