"""Questions in English about a final account, its bodies and people."""

import pytest
from made_stores import of_texts

ACCOUNT = """江海县林业局2021年度部门决算

一、部门主要职责

（一）组织全县造林绿化。

（二）负责全县森林防火。

二、支出决算情况

2021年度支出合计400.00万元，比2020年度减少100.00万元，下降20.00%。其中：基本支出300.00万元，占75.00%；项目支出100.00万元，占25.00%。

三、其他情况

2021年度公用经费60.00万元。2021年度机关运行经费支出50.00万元。年末实有在职人员32人，退休人员9人。年末公务用车保有量4辆。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("english"), ACCOUNT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("How many official vehicles did 江海县林业局 keep at the end of 2021?", "4辆"),
        ("How many staff does 江海县林业局 have?", "32人"),
        ("What share of 江海县林业局's 2021 expenditure was project expenditure?", "25.00%"),
        (
            "By how many percent did 江海县林业局's total expenditure fall in 2021 compared with 2020?",
            "20.00%",
        ),
        (
            "Jianghai county forestry bureau (江海县林业局) 2021: how much is project expenditure?",
            "100.00万元",
        ),
    ],
)
def test_figures(ask, question, first):
    values = ask(question).values
    assert values and f"{values[0].quantity.number:f}{values[0].quantity.unit}" == first


def test_what_names_a_heading_and_a_body_does_not_lean_on_what_was_asked_before(ask):
    answer = ask(
        "What are the main duties of 江海县林业局?", ["How much is the project expenditure of 江海县林业局?"]
    )
    assert answer.values == ()
    assert list(answer.items) == ["（一）组织全县造林绿化。", "（二）负责全县森林防火。"]


def test_what_is_said_again_in_chinese_is_meant(ask):
    answer = ask("江海县林业局 2021 operating expenses of the organ (机关运行经费)?")
    assert [str(value.quantity.number) for value in answer.values] == ["50.00"]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        (
            "What were the basic expenditure and the total project expenditure of 江海县林业局?",
            ["300.00", "100.00"],
        ),
        ("What is the total of basic expenditure and project expenditure of 江海县林业局?", ["400.00"]),
    ],
)
def test_a_total_of_the_second_of_two_things_adds_nothing_up(ask, question, numbers):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == numbers
