"""Shares that sentences state, and what they are shares of."""

import pytest
from made_grids import Made, word
from made_stores import over

BODY = "江海学院"
SPENDING = Made(
    [
        ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
        ["205", "教育支出", "160.00", "120.00", "40.00"],
        ["206", "科学技术支出", "40.00", "30.00", "10.00"],
        ["", "合计", "200.00", "150.00", "50.00"],
    ],
    over=("支出决算表", "单位：万元"),
)
PROSE = (
    "一、一般公共预算财政拨款支出决算情况说明",
    "2030年度一般公共预算财政拨款支出120.00万元，其中：教育支出90.00万元，占75.00%；科学技术支出30.00万元，占25.00%。",
)


@pytest.mark.parametrize(
    ("question", "share"),
    [
        (f"{BODY}2030年支出决算中教育支出占比", "80.00"),
        (f"{BODY}2030年教育支出占比", "75.00"),
    ],
)
def test_a_stated_share_is_taken_where_no_other_whole_is_named(tmp_path, question, share):
    content = word(f"{BODY}2030年度部门决算", SPENDING, *PROSE)
    with over(tmp_path, f"{BODY}2030年度部门决算.docx", content) as engine:
        answer = engine.ask(question)
        assert [f"{value.quantity.number:.2f}" for value in answer.values] == [share], answer.text
