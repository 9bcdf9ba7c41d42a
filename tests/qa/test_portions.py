"""Shares that sentences state, and what they are shares of."""

import pytest
from made_stores import of_texts

ACCOUNT = """江海学院2030年度部门决算
一、支出决算情况说明
2030年度本年支出合计200.00万元，其中：基本支出150.00万元，占75.00%；项目支出50.00万元，占25.00%。教育支出160.00万元。
二、一般公共预算财政拨款支出决算情况说明
2030年度一般公共预算财政拨款支出120.00万元，其中：卫生健康支出30.00万元，占25.00%；科学技术支出90.00万元，占75.00%。
2030年度卫生健康支出决算40.00万元。
"""


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("江海学院2030年支出决算中教育支出占比", "80.00"),
        ("江海学院2030年支出合计里，项目支出占百分之几", "25.00"),
        ("江海学院2030年科学技术支出占比", "75.00"),
    ],
)
def test_a_stated_share_is_taken_where_no_other_whole_is_named(tmp_path, question, share):
    with of_texts(tmp_path, ACCOUNT) as engine:
        answer = engine.ask(question)
        assert [f"{value.quantity.number:.2f}" for value in answer.values] == [share], answer.text
