"""Counts that only a clause states, asked for in the question's own words."""

import pytest
from made_stores import of_texts

ACCOUNT = """江海县林业局2031年度部门决算

一、支出决算情况说明

2031年度公务接待费支出决算为5.00万元，比上年减少1.00万元。

基本支出300.00万元。其中，人员支出280.00万元，公用支出20.00万元。

二、“三公”经费情况说明

3.公务接待费支出决算为5.00万元，比上年减少1.00万元。其中：国内公务接待支出5.00万元，全年共接待国内来访团组38个、来宾312人次（不包括陪同人员）。

三、工作情况

全年完成12座病险水库除险加固，造林4.82万亩。全县发生森林火灾2起。

四、预算绩效情况

我局对2031年度项目支出全面开展绩效自评，共涉及项目9个，资金66.00万元，占项目支出总额的100%。

全年立案查处各类破坏森林资源和野生动植物案件213起，其中刑事案件47起，行政案件166起。

我局共对3个项目开展绩效评价，涉及资金20.00万元，其中河道项目得分94分，等级为“优”。

在职人员33人，退休人员12人。现有在校学生近580人，留学生近20人。

政府采购支出总额100.00万元，其中：政府采购货物支出40.00万元、政府采购工程支出60.00万元。授予中小企业合同金额80.00万元，其中：授予小微企业合同金额30.00万元。

计划举办护林员培训班14期，计划建设高标准林道8.2公里。部门编制52名，其中：行政编制12名，事业编制40名。

外事接待0批次，0人次。开支财政拨款的公务用车保有量为7辆。全年受理12345热线诉求3.20万件。

堤防管护项目绩效自评综述：项目全年预算数为15.00万元，执行数为15.00万元，自评得分96.50分。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("counted"), ACCOUNT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("公务接待了多少批次", "38个"),
        ("公务接待了多少人次", "312人次"),
        ("公务用车保有量", "7辆"),
        ("受理了多少万件12345热线诉求", "3.20万件"),
        ("政府采购授予小微企业的合同金额有多少", "30.00万元"),
        ("完成了多少座病险水库除险加固", "12座"),
        ("造林多少万亩", "4.82万亩"),
        ("发生了几起森林火灾", "2起"),
        ("绩效自评涉及几个项目", "9个"),
        ("堤防管护项目自评得分", "96.50分"),
        ("基本支出里人员支出多少万元", "280.00万元"),
        ("案件查处多少起", "213起"),
        ("有多少学生", "580人"),
        ("有多少留学生", "20人"),
        ("在职人员比退休人员多几人", "21人"),
        ("政府采购工程支出占比", "60.00%"),
        ("政府采购授予中小企业的合同金额", "80.00万元"),
        ("一共接待了多少人次", "312人次"),
        ("打算办多少期护林员培训班", "14期"),
        ("修多少公里高标准林道", "8.2公里"),
        ("编制多少名", "52名"),
        ("在职人员比退休人员多了几个人", "21人"),
    ],
)
def test_the_clause_answers(ask, question, first):
    values = ask(question).values
    assert values and f"{values[0].quantity.number:f}{values[0].quantity.unit}" == first


def test_the_half_of_basic_spending_in_the_next_question(ask):
    (value,) = ask("公用经费呢", ["基本支出里人员支出多少万元"]).values
    assert f"{value.quantity.number:f}" == "20.00"


def test_what_a_sentence_says_after_a_count_is_not_of_it(ask):
    assert ask("绩效评价等级为优的项目有几个").values == ()


PLAN = """江海县交通运输局2031年部门预算

一、支出说明

2031年支出预算100.00万元，其中基本支出60.00万元，包括人员经费45.00万元和日常公用经费15.00万元，项目支出40.00万元，主要为农村公路养护。

二、国有资产情况

江海县交通运输局本级及所属各单位共有车辆12辆；单价100万元以上设备（不含车辆）3台（套）。报废老旧车辆7辆，维修费用减少。

三、编制情况

系统事业编制总数60名，实有在编人数52人；退休20人。

1.局本级编制40名，实有在编人数35人；退休13人。

2.公路管养中心编制20名，实有在编人数17人；退休6人。
"""


@pytest.fixture(scope="module")
def ask_of_plan(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("plan"), PLAN) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("基本支出中人员经费占多少百分比", ["75.00%"]),
        ("项目支出中人员经费占多少百分比", []),
        ("有多少辆车", ["12辆"]),
        ("单价100万元以上的设备有多少台（套）", ["3台"]),
        ("实有在编人数是多少", ["52人"]),
        ("局本级实有在编人数", ["35人"]),
        ("公路管养中心退休多少人", ["6人"]),
        ("退休多少人", ["20人"]),
    ],
)
def test_parts_and_counts_that_one_sentence_tells(ask_of_plan, question, found):
    values = ask_of_plan(question).values
    assert [f"{value.quantity.number:f}{value.quantity.unit}" for value in values] == found
