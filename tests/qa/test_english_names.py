"""What public bodies are called in English."""

import pytest

from qa.scoping.english_names import in_chinese
from qa.telling.compose import language_of
from qa.telling.wording import Language

BODIES = (
    "上海市江海区司法局",
    "上海市临溪区司法局",
    "上海市财政局",
    "上海市江海区规划和自然资源局",
    "上海市江海区人民政府青石街道办事处",
    "中共上海市江海区委社会工作部",
    "江苏省政协办公厅",
    "江苏省高级人民法院",
    "湖北省市场监督管理局",
    "陕西省退役军人事务厅",
    "西南大学",
    "江海市种子繁育总场",
)


@pytest.mark.parametrize(
    ("question", "chinese"),
    [
        ("How much does the Jianghai District Justice Bureau spend?", "上海市江海区司法局"),
        ("What did the Bureau of Justice of Jianghai District, Shanghai spend?", "上海市江海区司法局"),
        ("jianghai justice bureau's budget", "上海市江海区司法局"),
        ("the Shanghai Municipal Finance Bureau", "上海市财政局"),
        ("Jianghai Planning and Natural Resources Bureau", "上海市江海区规划和自然资源局"),
        ("the budget of Qingshi Subdistrict Office", "上海市江海区人民政府青石街道办事处"),
        ("Social Work Department of the CPC Jianghai District Committee", "中共上海市江海区委社会工作部"),
        ("the Jiangsu Provincial Committee of the CPPCC", "江苏省政协办公厅"),
        ("the General Office of the Jiangsu CPPCC", "江苏省政协办公厅"),
        ("Jiangsu High People's Court", "江苏省高级人民法院"),
        ("Hubei Provincial Administration for Market Regulation", "湖北省市场监督管理局"),
        ("Shaanxi Provincial Department of Veterans' Affairs", "陕西省退役军人事务厅"),
        ("Southwest University", "西南大学"),
    ],
)
def test_an_english_name_is_the_body_s_chinese_one(question, chinese):
    assert chinese in in_chinese(question, BODIES)


@pytest.mark.parametrize(
    "question",
    [
        "the Xuhui District Finance Bureau",
        "the Shanghai Justice Bureau",
        "the Jianghai Seed Breeding Farm",
        "预算法 justice",
        "the Jianghai Justice Bureau (江海区司法局)",
    ],
)
def test_another_place_s_body_or_a_name_without_words_is_no_name(question):
    assert in_chinese(question, BODIES) == question


def test_a_body_without_its_place_goes_by_its_short_name():
    """Which of them is meant is asked back, as in Chinese."""
    assert in_chinese("the justice bureau", BODIES).split() == ["司法局"]


def test_two_bodies_of_one_question_are_both_named():
    found = in_chinese("the Jianghai Justice Bureau and the Linxi Justice Bureau", BODIES)
    assert found.split() == ["上海市江海区司法局", "and", "上海市临溪区司法局"]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("How much did 江海市财政局 spend in total?", Language.ENGLISH),
        ("What is the total budget?", Language.ENGLISH),
        ("一网通办 budget?", Language.CHINESE),
        ("江海市财政局2030年 budget for training fee 是多少", Language.CHINESE),
    ],
)
def test_a_question_with_chinese_names_in_english_words_is_answered_in_english(question, language):
    assert language_of(question) is language
