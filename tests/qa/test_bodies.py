"""What public bodies are called, in Chinese and in English."""

import pytest

from qa.bodies import body_forms, in_full


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("上海市财政局", "市财政局"),
        ("江苏省高级人民法院", "江苏高院"),
        ("西南大学", "southwest university"),
        ("西南大学", "southwest universitys"),
        ("上海市财政局", "shanghai finance bureau"),
        ("上海市普陀区司法局", "putuo district justice bureau"),
        ("上海市普陀区规划和自然资源局", "规划资源局"),
        ("上海市普陀区规划和自然资源局", "普陀区规资局"),
        ("北京市卫生健康委员会", "北京市卫健委"),
        ("江苏省湖泊管理局", "江苏湖泊局"),
        ("江苏省湖泊管理局", "湖泊局"),
        ("上海市虹口区绿化和水务管理局", "虹口绿化水务局"),
        ("上海市虹口区绿化和市容管理局", "虹口区绿容局"),
    ],
)
def test_a_body_is_known_by(name, form):
    assert form in body_forms(name)


def test_a_name_with_an_unknown_part_has_no_english_form():
    assert not [form for form in body_forms("上海市普陀区人民政府万里街道办事处") if form.isascii()]


def test_a_name_that_repeats_its_parts_has_no_english_form():
    assert not [form for form in body_forms("上海市" * 20 + "财政局") if form.isascii()]


def test_the_longest_form_comes_first():
    forms = body_forms("江苏省高级人民法院")
    assert [len(form) for form in forms] == sorted((len(form) for form in forms), reverse=True)


BODIES = ("国家海岛保护管理局", "安徽省江淮水利规划局", "上海市普陀区司法局", "陕西省地震应急保障局")


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("江淮水规局2016年支出", "安徽省江淮水利规划局2016年支出"),
        ("问海岛局和司法局的编制", "问国家海岛保护管理局和司法局的编制"),
        # another place's, another city's, another institution
        ("嘉定区司法局2026年支出", "嘉定区司法局2026年支出"),
        ("上海市司法局2026年支出", "上海市司法局2026年支出"),
        ("地震局2023年支出", "地震局2023年支出"),
    ],
)
def test_letters_of_a_name_in_their_order_are_short_for_it(question, full):
    assert in_full(question, BODIES) == full
