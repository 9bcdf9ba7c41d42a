"""What is named within a table or of a fund is called there by other words than alone."""

import pytest
from made_grids import Made, workbook
from made_stores import over

BODY = "江海市图书馆"
SPENDING = Made(
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["207", "文化旅游体育与传媒支出", "90.00", "60.00", "30.00"],
        ["2070104", "图书馆", "90.00", "60.00", "30.00"],
        ["208", "社会保障和就业支出", "15.00", "15.00", ""],
        ["2080505", "机关事业单位基本养老保险缴费支出", "10.00", "10.00", ""],
        ["2080506", "机关事业单位职业年金缴费支出", "5.00", "5.00", ""],
        ["", "合计", "105.00", "75.00", "30.00"],
    ],
    over=("2031年单位支出总表", "单位：万元"),
)
FUNDED = Made(
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["207", "文化旅游体育与传媒支出", "80.00", "55.00", "25.00"],
        ["2070104", "图书馆", "80.00", "55.00", "25.00"],
        ["208", "社会保障和就业支出", "13.00", "13.00", ""],
        ["2080505", "机关事业单位基本养老保险缴费支出", "9.00", "9.00", ""],
        ["2080506", "机关事业单位职业年金缴费支出", "4.00", "4.00", ""],
        ["", "合计", "93.00", "68.00", "25.00"],
    ],
    over=("2031年财政拨款支出预算表", "单位：万元"),
)
ECONOMIC = Made(
    [
        ["科目编码", "科目名称", "基本支出"],
        ["30108", "机关事业单位基本养老保险缴费", "9.00"],
        ["30109", "职业年金缴费", "4.00"],
        ["30101", "基本工资", "55.00"],
        ["", "合计", "68.00"],
    ],
    over=("2031年一般公共预算基本支出预算表", "单位：万元"),
)
INCOME = Made(
    [
        ["科目编码", "科目名称", "合计", "财政拨款收入", "事业收入"],
        ["207", "文化旅游体育与传媒支出", "90.00", "81.00", "9.00"],
        ["208", "社会保障和就业支出", "15.00", "12.00", "3.00"],
        ["", "合计", "105.00", "93.00", "12.00"],
    ],
    over=("2031年单位收入明细表", "单位：万元"),
)
LEVELS = Made(
    [
        ["项目", "", "金额"],
        ["收入合计", "", "105.00"],
        ["一般公共预算资金", "小计", "93.00"],
        ["", "专项收入", "3.00"],
        ["", "其他", "90.00"],
        ["其他资金", "小计", "12.00"],
        ["", "事业收入", "8.00"],
        ["", "其他", "4.00"],
    ],
    [(0, 0, 1, 0)],
    over=("2031年单位收入总表", "单位：万元"),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(f"{BODY}2031年单位预算", SPENDING, FUNDED, ECONOMIC, INCOME, LEVELS)
    with over(tmp_path_factory.mktemp("narrowed"), f"{BODY}2031年单位预算.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("单位支出总表里职业年金缴费是多少", "5.00"),
        ("单位支出总表里，养老保险缴费和职业年金缴费合计多少万元", "15.00"),
        ("职业年金缴费是多少", "4.00"),
        ("专项收入是多少", "3.00"),
        ("其他资金里的事业收入多少", "8.00"),
        ("其他资金有多少", "12.00"),
        ("图书馆（项）的财政拨款基本支出是多少", "55.00"),
        ("图书馆的财政拨款项目支出是多少", "25.00"),
        ("财政拨款文化旅游体育与传媒支出是多少", "80.00"),
        ("2031年财政拨款用于社会保障和就业支出多少", "13.00"),
        ("文化旅游体育与传媒支出的财政拨款收入是多少", "81.00"),
        ("文化旅游体育与传媒支出的基本支出和项目支出合计", "90.00"),
        ("江海市图书馆单位支出总表里，图书馆科目的项目支出多少", "30.00"),
        ("江海市图书馆2031年财政拨款支出预算表的“图书馆”有多少", "80.00"),
    ],
)
def test_the_figure_is_that_of_the_table_or_fund(ask, question, number):
    assert [str(value.quantity.number) for value in ask(question).values] == [number], ask(question).text


@pytest.mark.parametrize("question", ["图书馆2031年支出预算总额是多少", "江海市图书馆2031年预算总额"])
def test_a_body_called_as_a_row_is_the_body(ask, question):
    assert [str(value.quantity.number) for value in ask(question).values] == ["105.00"]


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("财政拨款支出预算表中，图书馆占合计的百分之几", "86.02"),
        ("财政拨款支出预算表里社会保障和就业支出占比", "13.98"),
        ("单位支出总表里社会保障和就业支出占比", "14.29"),
        ("社会保障和就业支出占比", "14.29"),
    ],
)
def test_a_share_in_a_named_table_is_of_its_total(ask, question, share):
    assert [f"{value.quantity.number:.2f}" for value in ask(f"{BODY}{question}").values] == [share]


def test_a_row_has_no_part_of_all_that_a_column_holds(ask):
    answer = ask(f"{BODY}2031年基本工资的基本支出和项目支出合计是多少")
    assert not answer.values, answer.text


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("社会保障和就业支出中财政拨款占百分之几", "86.67"),
        ("社会保障和就业支出中财政拨款收入占百分之几", "80.00"),
    ],
)
def test_what_a_fund_pays_of_spending_is_a_part_of_spending(ask, question, share):
    assert [f"{value.quantity.number:.2f}" for value in ask(f"{BODY}2031年{question}").values] == [share]


ROW = "单位收入明细表里文化旅游体育与传媒支出的事业收入是多少"


@pytest.mark.parametrize(
    ("before", "question", "number"),
    [
        (ROW, "换成社会保障和就业支出呢", "3.00"),
        (ROW, "那财政拨款收入呢", "81.00"),
        ("单位支出总表里社会保障和就业支出是多少", "那其中项目支出呢", "0"),
        ("单位收入明细表里文化旅游体育与传媒支出的事业收入是多少", "占收入总计的百分之几", "8.57"),
    ],
)
def test_what_goes_on_takes_the_place_of_the_row_or_of_the_column(ask, before, question, number):
    (value,) = ask(question, [before]).values
    assert f"{value.quantity.number:f}" == number
