"""Questions that ask for several figures, as the questions that they are made of."""

import pytest

from qa.drafting.compound import parts


@pytest.mark.parametrize(
    ("question", "made_of"),
    [
        ("会议费多少", ("会议费多少",)),
        ("会议费多少，培训费多少", ("会议费多少", "培训费多少")),
        ("会议费多少，比上年是增是减", ("会议费多少", "比上年是增是减")),
        ("会议费多少，比上年增加还是减少", ("会议费多少", "比上年增加还是减少")),
        ("支出最多的是哪一类，占比多少", ("支出最多的是哪一类", "占比多少")),
        ("支出最多的是哪一类，多少钱", ("支出最多的是哪一类，多少钱",)),
        ("三公经费增加了多少，增长多少", ("三公经费增加了多少", "增长百分之几")),
        ("水费比上年减了多少，降幅多大", ("水费比上年减了多少", "降幅多大")),
        ("接待了几批次、多少人次", ("接待了几批次", "接待了多少人次")),
        ("计划召开几次常委会议、几次主席会议", ("计划召开几次常委会议", "计划召开几次主席会议")),
        ("水费24年和25年有没有变化，各是多少", ("水费24年和25年各是多少", "水费24年和25年有没有变化")),
        ("水费24年和25年各是多少，有没有变化", ("水费24年和25年各是多少", "有没有变化")),
        (
            "What is the total cost and how much of it is for travel?",
            ("What is the total cost", "how much of it is for travel"),
        ),
        ("水费24年和25年有没有变化", ("水费24年和25年有没有变化",)),
    ],
)
def test_the_parts_of_a_question(question, made_of):
    assert parts(question) == made_of
