"""Totals of the year alone and with what is carried over, as the notes of a final account tell of them."""

import pytest
from made_stores import of_texts

ACCOUNT = """江海学院2031年度部门决算

一、收入支出决算总体情况说明

2031年度收、支总计均为680.00万元。与上年度相比，收、支总计各增加38.00万元，增长5.92%，主要原因是招生规模扩大。

二、支出决算情况说明

2031年度支出合计639.00万元，其中：基本支出467.00万元，占73.08%；项目支出172.00万元，占26.92%。\
与上年相比，支出增加41.00万元，主要原因是学生公寓建设投入增加。

三、“三公”经费支出决算情况说明

2031年度“三公”经费财政拨款支出预算为26.00万元，支出决算为23.40万元，完成预算的90.00%。\
决算数比上年减少3.10万元，下降11.70%，主要原因是厉行节约。

四、机构设置

1.江海学院（本级） 48 45
2.江海学院附属医院 26 24
3.江海学院附属中学 30 28

院机关内设9个科室。现有全日制在校生1,864人，硕士研究生173人。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("extents"), ACCOUNT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("支出比上年增加多少", "41.00万元"),
        ("支出总计比上年增加多少", "38.00万元"),
        ("支出合计是多少", "639.00万元"),
        ("支出总计是多少", "680.00万元"),
        ("总收入是多少", "680.00万元"),
        ("总收入比上年增加多少", "38.00万元"),
        ("三公经费比上年下降了百分之几", "11.70%"),
        ("三公经费比上年减少了多少", "3.10万元"),
        ("在校生人数", "1864人"),
        ("有幾多硕士研究生", "173人"),
    ],
)
def test_the_figure_is_of_the_extent_asked_for(ask, question, first):
    values = ask(question).values
    assert values and f"{abs(values[0].quantity.number):f}{values[0].quantity.unit}" == first


def test_the_reason_is_that_of_the_total_asked_about(ask):
    assert "学生公寓" in ask("2031年支出为什么比上年多").text


@pytest.mark.parametrize("question", ["博士研究生有多少人", "2030年在校生人数"])
def test_another_kind_or_year_is_declined(ask, question):
    assert not ask(question).values


def test_units_are_no_rooms(ask):
    answer = ask("江海学院机关有几个科室")
    assert not answer.values or answer.values[0].quantity.number == 9


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("江海学院2031年总收入为什么增加", "招生规模扩大"),
        ("江海学院2031年支出为什么增加", "学生公寓建设投入增加"),
    ],
)
def test_what_holds_of_income_and_spending_together_holds_of_each(ask, question, why):
    assert why in ask(question).text
