"""Counts that two final accounts state in their own words: each year's, and how many more or fewer there are."""

import pytest
from made_stores import of_texts

ACCOUNT = """江海市档案馆{year}年度部门决算

一、“三公”经费支出决算情况说明

1.因公出国（境）费支出{trips}0.00万元。全年因公出国（境）团组{trips}个，累计{abroad}人次。
2.公务用车购置及运行费支出{cars}6.00万元。其中：公务用车购置支出{bought}8.00万元，购置车辆{bought}辆。{year}年期末，部门开支财政拨款的公务用车保有量为{cars}辆。
3.公务接待费支出{cars}.20万元。{year}年共接待国内来访团组{groups}个、来访人员{guests}人次，其中外事接待1批、6人次。
"""
EARLIER = ACCOUNT.format(year=2023, trips=2, abroad=5, cars=9, bought=2, groups=86, guests=742)
LATER = ACCOUNT.format(year=2024, trips=3, abroad=8, cars=8, bought=0, groups=64, guests=538)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("counts"), EARLIER, LATER) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "counts"),
    [
        ("档案馆2023年和2024年的公务用车保有量分别是多少辆", ["9辆", "8辆"]),
        ("档案馆2023年和2024年各购置了几辆公务用车", ["2辆", "0辆"]),
        ("档案馆2023年和2024年国内公务接待人次分别是多少", ["742人次", "538人次"]),
        ("档案馆的公务用车保有量2024年比2023年少了几辆", ["1辆"]),
        ("档案馆2024年的公务用车比2023年少几辆", ["1辆"]),
        ("档案馆因公出国团组数2024年比2023年多几个", ["1个"]),
        ("档案馆2024年因公出国人次比2023年多多少", ["3人次"]),
        ("档案馆2024年国内公务接待比2023年少了多少人次", ["204人次"]),
        ("档案馆2023年国内公务接待批次比2024年多多少批", ["22个"]),
        ("档案馆2024年购置公务用车几辆", ["0辆"]),
        ("档案馆2023年外事接待多少人次", ["6人次"]),
        ("档案馆2023年国内公务接待多少人次", ["742人次"]),
    ],
)
def test_the_counts_of_the_years_asked_for(ask, question, counts):
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in ask(question).values] == counts


def test_what_is_counted_in_neither_document_is_not_told(ask):
    assert ask("档案馆2024年比2023年多修复了多少卷档案").values == ()


def test_the_difference_shows_both_counts(ask):
    answer = ask("档案馆的国内来访团组2024年比2023年少了多少个")
    assert "64 - 86 = -22个" in answer.text
    assert {place.document for place in answer.evidence} == {"0.txt", "1.txt"}
