"""The budget and the final account of one body and year: each is asked for by what is said of it."""

import pytest
from made_stores import of_texts

from qa.answer import Status

BUDGET = """江海市档案馆2023年度部门预算

一、收支预算情况说明

2023年支出预算1,600.00万元。其中：库房维修300.00万元，志愿服务8.00万元。
"""
LATER = BUDGET.replace("2023", "2024").replace("300.00", "310.00")
ACCOUNT = """江海市档案馆2023年度部门决算

第一部分 情况说明

一、主要职责

收集、整理和保管本市的档案资料。

二、支出决算情况说明

库房维修年初预算为300.00万元，支出决算为281.50万元，完成年初预算的93.83%，决算数小于年初预算数的主要原因是压缩工程规模。
2023年末，公务用车保有量为7辆。
培训费比上年减少0.15万元。
阅览服务比上年增加1.20万元，主要原因是数字阅览室开放。
阅览服务年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80.00%。决算数小于预算数的主要原因是闭馆改造。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("both"), BUDGET, LATER, ACCOUNT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("档案馆2023年库房维修预算是多少", ["300.00万元"]),
        ("档案馆2023年库房维修决算是多少", ["281.50万元"]),
        ("档案馆2023年库房维修花了多少钱", ["281.50万元"]),
        ("档案馆2023年库房维修打算花多少钱", ["300.00万元"]),
        ("档案馆2023年库房维修完成年初预算的百分之几", ["93.83%"]),
        ("档案馆2023年库房维修预算和决算分别是多少", ["300.00万元", "281.50万元"]),
        ("档案馆2023年决算，库房维修年初预算多少，实际花了多少", ["300.00万元", "281.50万元"]),
        ("档案馆2024年库房维修预算比2023年决算多多少", ["28.50万元"]),
        ("档案馆2023年库房维修决算比年初预算下降百分之几", ["6.17%"]),
        ("档案馆2023年库房维修年初预算是多少，完成了年初预算的百分之多少", ["300.00万元", "93.83%"]),
        ("档案馆2023年阅览服务同比增加多少", ["1.20万元"]),
        ("档案馆2023年阅览服务花了多少，同比增减", ["4.00万元", "1.20万元"]),
        ("档案馆2023年公务用车保有量是多少辆", ["7辆"]),
        ("档案馆2023年志愿服务是多少", ["8.00万元"]),
        ("档案馆2023年和2024年库房维修预算哪年多", ["310.00万元", "300.00万元"]),
        ("档案馆2023年和2024年哪一年的库房维修预算少", ["300.00万元", "310.00万元"]),
        ("档案馆2024年库房维修预算多少，和2023年比呢", ["310.00万元", "10.00万元"]),
    ],
)
def test_plan_and_outcome_of_one_year(ask, question, values):
    answer = ask(question)
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == values


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("档案馆2023年库房维修决算数小于预算数的原因", "压缩工程规模"),
        ("档案馆2023年库房维修决算为什么低于年初预算", "压缩工程规模"),
        ("档案馆2023年阅览服务的决算为什么比预算少", "闭馆改造"),
        ("档案馆2023年阅览服务的钱为什么没用完", "闭馆改造"),
        ("档案馆2023年阅览服务为什么没有完成年初预算", "闭馆改造"),
        ("档案馆2023年阅览服务为何未完成预算", "闭馆改造"),
        # how it moved against the year before is another matter
        ("档案馆2023年阅览服务为什么比上年增加", "数字阅览室开放"),
    ],
)
def test_why_an_outcome_differs_from_its_plan(ask, question, why):
    assert why in ask(question).text


def test_the_cause_of_a_change_stands_beside_its_size(ask):
    answer = ask("档案馆2023年阅览服务比上年增加多少，原因是什么")
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == ["1.20万元"]
    assert "数字阅览室开放" in answer.text


def test_a_share_of_what_is_only_said_to_have_moved_is_declined(ask):
    assert ask("档案馆2023年培训费完成预算的百分之几").status is Status.NOT_FOUND


def test_what_only_one_account_tells_needs_no_asking_back(ask):
    assert "保管本市的档案资料" in ask("档案馆的主要职责是什么").text
    assert "压缩工程规模" in ask("档案馆2023年库房维修决算为什么小于年初预算").text


def test_what_both_tell_is_asked_back(ask):
    answer = ask("档案馆2023年库房维修是多少")
    assert (answer.status, answer.values) == (Status.AMBIGUOUS, ())
    assert len(answer.choices) == 2


PLANNED = """江海市档案馆2025年度部门预算

一、机构设置

江海市档案馆部门预算是包括江海市档案馆本部以及下属1家预算单位的综合收支计划。

二、预算编制说明

社会保障和就业支出（208类）行政事业单位养老支出（05款）机关事业单位职业年金缴费支出（06项）91.97万元。2024年当年预算执行数为77.99万元，2025年预算安排91.97万元，比2024年预算执行数增加17.93%。主要原因是：缴费基数提高。

三、其他情况说明

本部门编报绩效目标的项目20个，涉及项目预算资金7,054.05万元。
2025年部门预算安排购置车辆2辆。
主要用于接待外省市档案部门，列明公务接待3批次、26人次，其中：接待外宾0批次、0人次。公务接待费0.39万元。
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("编报绩效目标的项目有多少个，涉及多少资金", ["20个", "7054.05万元"]),
        ("2025年打算买几辆车", ["2辆"]),
        ("2025年接待了几批次多少人", ["3批次", "26人次"]),
        ("公务接待了几批次，花了多少钱", ["3批次", "0.39万元"]),
        # an account of both classifications, which the earlier year is stated of in one
        ("职业年金增长了百分之几", ["17.93%"]),
        ("有几家下属预算单位", ["1家"]),
        # itself and the one under it
        ("有几家预算单位", []),
        # a department's figures are not those of the body without its units
        ("江海市档案馆的公务接待费是多少", ["0.39万元"]),
        ("江海市档案馆本级的公务接待费是多少", []),
    ],
)
def test_what_is_counted_and_what_it_costs(tmp_path, question, values):
    with of_texts(tmp_path, PLANNED) as engine:
        answer = engine.ask(question)
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == values


def test_cars_are_vehicles_where_nothing_else_counts_them(tmp_path):
    text = PLANNED.replace("购置车辆2辆", "购置设备2台").replace(
        "本部门编报", "本部门共有车辆5辆。本部门编报"
    )
    with of_texts(tmp_path, text) as engine:
        assert engine.ask("有几辆公务车").values[0].quantity.number == 5


UNIVERSITY = """江海大学2023年度部门决算

一、收支决算总体情况

学校2023年度收入总计430.00万元，与2022年度相比，减少20.00万元，降低4.44%。学校其他收入与上年比较发生较大差异的原因是债务收入减少。
学校2023年度支出总计457.00万元，与2022年度相比，增加54.00万元，增长13.40%。

二、结转情况

年初结转后收入总计569.00万元。
"""


def test_income_and_spending_are_held_against_each_other_as_one_place_gives_them(tmp_path):
    with of_texts(tmp_path, UNIVERSITY) as engine:
        answer = engine.ask("江海大学2023年收入总计比支出总计少多少")
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == ["27.00万元"]


def test_the_cause_of_one_income_is_none_of_all_spending(tmp_path):
    with of_texts(tmp_path, UNIVERSITY) as engine:
        assert engine.ask("江海大学2023年支出为什么增加").status is Status.NOT_FOUND


FLEET = """江海市档案馆2023年度部门决算

第一部分 情况说明

一、三公经费支出决算情况说明

公务用车购置及运行费支出61.29万元。其中：公务用车购置支出0万元；公务用车运行支出61.29万元，主要用于库房检查所需车辆的燃料费、维修费。2023年末，局机关及所属单位公务用车保有量为24辆。

二、国有资产占用情况说明

截至2023年12月31日，本部门共有车辆24辆，其中，一般公务用车6辆、特种专业技术用车15辆、其他用车3辆。
"""


@pytest.mark.parametrize(
    ("question", "number"),
    [("2023年底有几辆公务用车", "24"), ("一般公务用车有几辆", "6"), ("公务用车保有量是多少辆", "24")],
)
def test_all_vehicles_are_meant_where_no_kind_is_named(tmp_path, question, number):
    with of_texts(tmp_path, FLEET) as engine:
        assert str(engine.ask(question).values[0].quantity.number) == number


def test_what_only_one_body_speaks_of_needs_no_body(tmp_path):
    other = "江海市图书馆2023年度部门预算\n\n一、情况说明\n\n古籍数字化工程300.00万元，已扫描古籍21套。\n"
    with of_texts(tmp_path, BUDGET, other) as engine:
        assert "已扫描古籍21套" in engine.ask("江海市古籍数字化工程是做什么的").text
        assert engine.ask("去年三公经费是多少").status is Status.AMBIGUOUS


def test_the_year_before_is_derived_from_the_outcome_and_not_from_the_budget(tmp_path):
    spent = (
        "公务接待费支出预算为6.00万元，支出决算为3.86万元，完成预算的64.3%，较预算减少2.14万元，主要是厉行节约；"
        "较2022年度增加0.36万元，增长10.3%。"
    )
    with of_texts(tmp_path, f"{ACCOUNT}{spent}\n") as engine:
        values = engine.ask("档案馆2022年公务接待费支出是多少").values
    assert [f"{value.quantity.number}{value.quantity.unit}" for value in values] == ["3.50万元"]


def test_all_spending_under_a_heading_of_a_fund_is_that_of_the_fund(tmp_path):
    funded = "三、财政拨款收支情况\n\n本年支出280.00万元，减少5.00万元，主要是压减项目。\n"
    spent = "二、支出决算情况说明\n\n支出合计300.00万元，其中：项目支出281.50万元。\n"
    with of_texts(tmp_path, f"江海市档案馆2023年度部门决算\n\n{spent}\n{funded}") as engine:
        all_funds, of_fund = (
            engine.ask(f"档案馆2023年{name}是多少").values for name in ("总支出", "财政拨款支出")
        )
    assert [str(value.quantity.number) for value in all_funds] == ["300.00"]
    assert [str(value.quantity.number) for value in of_fund] == ["280.00"]


ROUNDED = """江海市水务局2024年度部门预算

一、收支预算情况说明

2024年支出总计12,345,678元。支出预算1,234.57万元，比2023年预算增加34.57万元。
"""
BEFORE = """江海市水务局2023年度部门预算

一、收支预算情况说明

2023年支出总计12,000,018元。支出预算1,200.00万元。
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("水务局2024年支出预算比2023年增加多少元", "345660元"),
        ("水务局2024年支出预算比2023年增加多少万元", "34.57万元"),
    ],
)
def test_a_change_is_not_given_finer_than_it_is_stated(tmp_path, question, value):
    with of_texts(tmp_path, ROUNDED, BEFORE) as engine:
        (found,) = engine.ask(question).values
        assert f"{found.quantity.number}{found.quantity.unit}" == value


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("档案馆2024年库房维修预算比上年增加多少万元", ["10.00万元"]),
        ("档案馆2024年志愿服务预算比去年多多少", ["0.00万元"]),
        ("档案馆2023年库房维修预算比上年增加多少万元", []),  # of 2022 there is nothing
    ],
)
def test_the_year_before_is_told_by_its_own_document(ask, question, values):
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in ask(question).values] == values
