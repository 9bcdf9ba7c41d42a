"""A part that only one fund's paragraphs tell is a share of what that fund spends, and of nothing larger."""

import pytest
from made_stores import of_texts

BUDGET = """江海市档案馆2031年部门预算

一、支出预算情况说明

2031年支出预算合计1,000.00万元，其中：基本支出600.00万元，项目支出400.00万元。

二、财政拨款基本支出预算情况说明

2031年财政拨款基本支出500.00万元，其中：人员经费400.00万元。

三、一般公共预算基本支出预算情况说明

2031年一般公共预算财政拨款基本支出500.00万元，其中：人员经费400.00万元。

项目支出比上年增加100.00万元，增长33.33%。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("funds"), BUDGET) as engine:
        yield engine.ask


def test_the_share_is_of_the_fund_s_own_spending(ask):
    assert [str(v.quantity.number) for v in ask("人员经费占基本支出的百分之几").values] == ["80.00"]


def test_no_rate_of_growth_is_given_in_points(ask):
    assert ask("项目支出占比比上年高多少个百分点").values == ()
