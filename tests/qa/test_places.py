"""What all bodies of a place spend on the three public expenses, as places publish it."""

import pytest
from made_stores import of_texts

DISTRICT = """临溪区2030年度“三公”经费决算情况

经临溪区财政局汇总，2030年度区级行政单位和其他单位使用财政拨款安排的“三公”经费决算总额为50.00万元，较年初预算数减少10.00万元。
其中：公务接待费20.00万元，比上年决算数下降4.76%；公务用车运行费30.00万元。
"""
COUNTY = """2030年度鹿溪县“三公”经费支出决算情况

2030年鹿溪县因公出国（境）费、公务接待费、公务用车运行费（“三公”经费）决算总额40.00万元，比上年下降1.8%。
其中：公务接待费5.00万元；公务用车运行费35.00万元。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("places"), DISTRICT, COUNTY) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("临溪区2030年三公经费决算是多少", ["50.00"]),
        ("临溪区2030年区本级公务接待费多少万元", ["20.00"]),
        ("鹿溪县2030年公务接待费占三公经费的比例", ["12.50"]),
        ("临溪区2030年三公经费是鹿溪县的几倍", ["1.25"]),
        ("2030年公务接待费，临溪区比鹿溪县多多少万元？", ["15.00"]),
        ("临溪区2030年三公经费决算比年初预算少多少万元", ["10.00"]),
    ],
)
def test_a_place_s_account_is_of_all_its_bodies(ask, question, values):
    assert [str(value.quantity.number) for value in ask(question).values] == values


def test_a_rate_is_no_answer_where_an_amount_is_asked_for(ask):
    answer = ask("临溪区2030年公务接待费比2029年少多少万元？")
    assert not answer.values
