"""What a final account says of how it did: scores, ratings, and why money was left."""

import pytest
from made_stores import of_texts

ACCOUNT = """江海市图书馆2031年度部门决算

一、支出决算情况说明

培训支出年初预算为36.00万元，支出决算为33.00万元，决算数小于年初预算数的主要原因是压缩培训规模。

二、预算绩效管理情况

绩效自评的2031年度项目39个，涉及预算金额4415.48万元，平均得分99.33分（其中，绩效评级为“优”的项目38个；绩效评级为“良”的项目1个）。绩效自评中共发现问题3个。
本部门对整体支出开展了自评，自评得分94.50分。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("self"), ACCOUNT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("绩效自评平均得分是多少", "99.33分"),
        ("绩效评级为优的有几个项目", "38个"),
        ("自评发现几个问题", "3个"),
        ("整体支出绩效自评得分", "94.50分"),
    ],
)
def test_scores_and_ratings(ask, question, first):
    values = ask(question).values
    assert values and f"{values[0].quantity.number:f}{values[0].quantity.unit}" == first


@pytest.mark.parametrize("question", ["培训支出为啥没花完预算", "培训支出为什么没用完"])
def test_why_money_was_left(ask, question):
    assert "压缩培训规模" in ask(question).text
