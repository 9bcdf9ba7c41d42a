"""Questions that set one body beside another."""

import pytest
from made_stores import of_texts

LIBRARY = """江海市图书馆2031年部门预算

目 录

一、收支预算情况说明
二、绩效目标情况说明

一、收支预算情况说明

2031年支出预算900.00万元，三公经费预算6.00万元，物业管理费30.00万元。

二、绩效目标情况说明

填报绩效目标的项目4个，金额50.00万元。
"""
ARCHIVES = LIBRARY.replace("图书馆", "档案馆").replace("900.00", "700.00").replace("6.00万元", "8.00万元")


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("two"), LIBRARY, ARCHIVES) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("2031年预算里，市图书馆、市档案馆谁的支出总额大", ["900.00", "700.00"]),
        ("图书馆和档案馆2031年谁的三公经费更高", ["8.00", "6.00"]),
        ("图书馆和档案馆2031年哪家的三公经费少些", ["6.00", "8.00"]),
        ("档案馆2031年填报绩效目标的项目有几个", ["4"]),
    ],
)
def test_the_figures_in_order(ask, question, numbers):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == numbers


def test_neither_a_word_of_many_names_nor_the_contents_answer(ask):
    answer = ask("图书馆绩效目标管理的项目有几个，金额多少")
    assert answer.values == ()
    assert answer.items == ()


LATER = LIBRARY.replace("2031", "2022").replace("30.00", "33.00").replace("6.00万元", "5.00万元")


@pytest.fixture(scope="module")
def ask_years(tmp_path_factory):
    with of_texts(
        tmp_path_factory.mktemp("years"),
        *(text.replace("2031", "2021") for text in (LIBRARY, LATER, ARCHIVES)),
    ) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("2022年市图书馆和2021年市档案馆的三公经费分别是多少", ["5.00", "8.00"]),
        ("市图书馆和市档案馆的三公经费分别是多少，2022年和2021年", ["5.00", "8.00"]),
        ("市图书馆2021年和2022年哪年的物业管理费高", ["33.00", "30.00"]),
        ("市图书馆2021年和2022年哪一年的三公经费少", ["5.00", "6.00"]),
        ("市图书馆物业管理费哪年高", ["33.00", "30.00"]),
        ("市图书馆这两年的三公经费各是多少", ["6.00", "5.00"]),
        ("市图书馆两年三公经费合计", ["11.00"]),
        ("市图书馆三年三公经费合计", []),
    ],
)
def test_each_body_in_its_year_and_the_years_of_one(ask_years, question, numbers):
    assert [f"{value.quantity.number:f}" for value in ask_years(question).values] == numbers


@pytest.mark.parametrize(
    ("past", "question", "numbers"),
    [
        (["市图书馆2021年填报绩效目标的项目有几个"], "那2022年呢", ["4"]),
        (["市图书馆2021年物业管理费是多少", "2022年呢"], "两年差多少", ["3.00"]),
        (["市图书馆2021年物业管理费是多少", "2022年呢"], "两年一共多少", ["63.00"]),
        (["市图书馆2022年物业管理费是多少"], "比2021年多多少", ["3.00"]),
        (["市图书馆2021年物业管理费是多少", "2022年呢"], "增加了百分之几", ["10.00"]),
    ],
)
def test_follow_ups_of_other_years(ask_years, past, question, numbers):
    assert [f"{value.quantity.number:f}" for value in ask_years(question, past).values] == numbers


def test_a_part_of_one_body_as_a_share_of_anothers(ask_years):
    (value,) = ask_years("2021年市图书馆的三公经费占市档案馆三公经费的百分之几").values
    assert f"{value.quantity.number:f}" == "75.00"


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("2021年市图书馆和市档案馆的三公经费占支出总额的比例分别是多少", ["0.67", "1.14"]),
        ("市图书馆2021年和2022年物业管理费占支出总额的比例各是多少", ["3.33", "3.67"]),
        ("2021年市图书馆和市档案馆谁的三公经费占支出总额的比例高", ["1.14", "0.67"]),
    ],
)
def test_each_has_its_own_share(ask_years, question, numbers):
    assert [f"{value.quantity.number:f}" for value in ask_years(question).values] == numbers


def test_no_money_is_related_where_people_are_counted(ask_years):
    assert ask_years("市图书馆2021和2022两年三公经费一共接待多少人次").values == ()


FLEETS = (
    """江海市图书馆2021年部门预算

一、国有资产占有使用情况

截至2020年8月31日，江海市图书馆共有车辆7辆，其中：执法执勤用车2辆、其他用车5辆。本馆开设阅览课程12门。
编报绩效目标的项目9个，涉及资金30.00万元。
""",
    """江海市图书馆2022年部门预算

一、国有资产占有使用情况

截至2021年8月31日，江海市图书馆（部门）共有车辆5辆，其中：执法执勤用车2辆、其他用车3辆。本馆开设阅览课程16门。
编报绩效目标的项目11个，涉及资金20.00万元。
""",
    """江海市档案馆2022年部门预算

一、国有资产占有使用情况

截至2021年8月31日，本部门共有车辆3辆。编报绩效目标的项目4个，涉及资金10.00万元。
""",
)


@pytest.fixture(scope="module")
def ask_fleets(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("fleets"), *FLEETS) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("图书馆的车辆从2021年到2022年减少了几辆", "2辆"),
        ("图书馆2022年车辆比档案馆2022年多多少辆", "2辆"),
        ("图书馆2022年编报绩效目标的项目比2021年多几个", "2个"),
    ],
)
def test_counts_are_set_against_each_other(ask_fleets, question, value):
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in ask_fleets(question).values] == [value]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("截至2021年8月31日，图书馆有几辆车", ["5辆"]),
        ("截至2020年8月31日图书馆共有车辆多少辆", ["7辆"]),
        ("截至2021年8月31日档案馆有多少辆车", ["3辆"]),
        ("How many vehicles did the Jianghai Library (江海市图书馆) own as of 31 August 2021?", ["5辆"]),
        ("How many vehicles did the Jianghai Library (江海市图书馆) own as of August 31, 2020?", ["7辆"]),
        ("截至2019年8月31日图书馆有几辆车", []),
    ],
)
def test_the_day_as_of_which_is_counted_is_not_the_year_of_the_account(ask_fleets, question, values):
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in ask_fleets(question).values] == values


def test_a_day_is_shown_as_it_was_asked_for(ask_fleets):
    answer = ask_fleets("截至2021年8月31日有几辆车")
    assert all("2021年8月31日" in choice for choice in answer.choices)


EARLIER = LIBRARY.replace("2031", "2021")


@pytest.mark.parametrize(
    "question",
    [
        "把图书馆2021年、图书馆2022年、档案馆2021年的物业管理费从高到低排",
        "图书馆2021年、2022年和档案馆2021年的物业管理费分别是多少",
    ],
)
def test_a_body_is_asked_for_each_of_its_years_beside_another(tmp_path, question):
    archives = ARCHIVES.replace("2031", "2021").replace("30.00", "20.00")
    with of_texts(tmp_path, EARLIER, LATER, archives) as engine:
        numbers = {f"{value.quantity.number:f}" for value in engine.ask(question).values}
    assert numbers == {"30.00", "33.00", "20.00"}
