"""Whether something is more than a part of something else, as the question for its share."""

import pytest

from qa.drafting.fractions import as_share


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("房租是不是超过了公用经费的三分之一？", "房租占公用经费的百分之几"),
        ("房租有没有占到公用经费的一半", "房租占公用经费的百分之几"),
        ("项目支出占比超过四成了吗", "项目支出占百分之几"),
        ("项目支出超过总支出的60%了没有", "项目支出占总支出的百分之几"),
        ("房租是否不到公用经费的百分之五", "房租占公用经费的百分之几"),
    ],
)
def test_a_part_to_be_checked_is_asked_for_as_a_share(question, share):
    assert as_share(question) == share


@pytest.mark.parametrize(
    "question",
    [
        "超过5000万元的项目有几个",
        "房租超过公用经费的三分之一",
        "三公经费比上年下降超过20%了吗",
        "支出是不是完成了预算的95%以上",
        "自评得分是不是超过了90分",
    ],
)
def test_any_other_question_stays_as_it_is(question):
    assert as_share(question) == question
