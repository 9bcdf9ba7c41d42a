"""Forms of aims and indicators: no tables of amounts, whatever their format and wherever their indicators begin."""

import pytest
from made_grids import FORMATS, Made, read

FORM = [
    ["项目名称", "", "档案系统运行维护", "", ""],
    *[[f"情况{number}", "", f"说明{number}", "", ""] for number in range(12)],
    ["项目资金（万元）", "年度资金总额：", "120.00", "", ""],
    ["", "其中：财政拨款", "100.00", "", ""],
    ["", "其他资金", "20.00", "", ""],
    ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
    ["产出指标", "数量指标", "维护系统数量", "≥12个", "10"],
    ["", "质量指标", "系统故障率", "≤2%", "10"],
]


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_is_no_table_of_amounts_wherever_its_indicators_begin(form):
    made = Made(FORM, [(0, 13, 0, 15), (0, 17, 0, 18)], over=("项目支出预算申报表", "单位：万元"))
    assert read(form, made).tables == ()


@pytest.mark.parametrize("form", FORMATS)
def test_indicators_alone_are_no_table_of_amounts(form):
    rows = [["项目", "金额", "预算"], ["数量指标", "12", "10"], ["质量指标", "98", "10"]]
    assert read(form, Made(rows)).tables == ()
