"""What 三公 costs in all stands in its table, what of it is basic spending in another: the whole is meant first."""

import pytest
from made_grids import Made, workbook
from made_stores import over

BASIC = Made(
    [
        ["科目编码", "科目名称", "金额"],
        ["302", "商品和服务支出", "111.00"],
        ["30205", "水费", "10.00"],
        ["30215", "会议费", "70.00"],
        ["30216", "培训费", "16.00"],
        ["30217", "公务接待费", "15.00"],
    ],
    over=("一般公共预算基本支出预算表", "部门：江海市档案馆", "单位：万元"),
)
THREE = Made(
    [
        ["因公出国（境）费", "公务接待费", "会议费", "培训费"],
        ["675.10", "412.50", "884.16", "97.60"],
    ],
    over=("“三公”经费、会议费、培训费支出预算表", "部门：江海市档案馆", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook("江海市档案馆2024年度部门预算", BASIC, THREE)
    with over(tmp_path_factory.mktemp("three"), "three.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("公务接待费是多少", "412.50"),
        ("会议费预算是多少", "884.16"),
        ("会议费和培训费一共多少", "981.76"),
        ("会议费加培训费预算一共多少万元", "981.76"),
        ("一般公共预算基本支出预算表里的会议费", "70.00"),
    ],
)
def test_the_whole_comes_first(ask, question, first):
    assert f"{ask(question).values[0].quantity.number:f}" == first


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("水费和会议费一共多少万元", "80.00"),
        ("水费、公务接待费、培训费三项一共多少", "41.00"),
        ("会议费比水费多多少", "60.00"),
        ("会议费占会议培训合计的比例", "90.06"),
        ("公务接待费占水费和公务接待费之和的百分之几", "60.00"),
        ("水费和公务接待费合计里，公务接待费占多少", "60.00"),
        ("培训费占商品和服务支出的百分之几", "14.41"),
        ("水费是公务接待费的百分之几", "66.67"),
        ("公务接待费是水费的百分之几", "150.00"),
        ("会议费相当于水费的百分之多少", "700.00"),
    ],
)
def test_what_is_calculated_with_is_of_one_table(ask, question, number):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == [number]


def test_what_prose_rounds_is_divided_by_what_it_rounds_alike(tmp_path):
    rows = [
        ["科目编码", "科目名称", "金额"],
        ["302", "商品和服务支出", "50000"],
        ["30201", "办公费", "41735"],
        ["30217", "公务接待费", "8265"],
    ]
    basic = Made(rows, over=("一般公共预算基本支出预算表", "单位：元"))
    three = Made(
        [["因公出国（境）费", "公务接待费", "公务用车运行费"], ["0", "0.83", "9.98"]],
        over=("“三公”经费预算表", "单位：万元"),
    )
    content = workbook("江海市档案馆2024年度部门预算", basic, three)
    with over(tmp_path, "rounded.xlsx", content) as engine:
        shares = ("公务接待费占公务用车运行费的百分之几", "公务接待费占商品和服务支出的百分之几")
        found = [f"{engine.ask(question).values[0].quantity.number:f}" for question in shares]
    assert found == ["8.32", "16.53"]


def test_as_many_are_put_in_order_as_are_spoken_of(ask):
    assert len(ask("商品和服务支出里的科目从高到低排一下").values) == 4
    assert ask("商品和服务支出里的三类科目从高到低排一下").values == ()


def test_the_total_over_meetings_and_the_row_of_the_three(tmp_path):
    rows = [
        ["项目", "2022年", "2023年", "增减变化情况"],
        ["合计", "9.50", "9.20", "-0.30"],
        ["三公经费小计", "8.20", "8.00", "-0.20"],
        ["公务接待费", "1.00", "0.80", "-0.20"],
        ["公务用车运行维护费", "7.20", "7.20", "0.00"],
        ["会议费", "1.30", "1.20", "-0.10"],
    ]
    made = Made(rows, over=("2023年“三公”经费及会议费支出预算表", "单位：万元"))
    with over(tmp_path, "beside.xlsx", workbook("江海市档案馆2023年部门预算", made)) as engine:
        asked = ("三公经费是多少", "三公经费比2022年减少多少", "会议费增减变化情况")
        firsts = [f"{engine.ask(question).values[0].quantity.number:f}" for question in asked]
    assert firsts == ["8.00", "0.20", "0.10"]
