"""A final account sets budget and outcome side by side; each is asked for by its own words."""

from decimal import Decimal

import pytest
from made_grids import Made, word
from made_stores import over

from qa.answer import Status
from qa.terms.stages import Staged, header_stage, staged

ACCOUNT = """江海市档案馆2024年度部门决算
第一部分 情况说明
一、一般公共预算财政拨款支出决算情况说明
一般公共预算财政拨款支出年初预算为210.34万元，支出决算为174.65万元，完成年初预算的83.03%。
1.文化旅游体育与传媒支出（类）文物（款）博物馆（项）。年初预算为52.00万元，支出决算为51.32万元，完成年初预算的98.69%。
2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为18.12万元，支出决算为17.70万元。决算数小于年初预算数的主要原因是人员调出。
二、财政拨款“三公”经费、会议费支出决算情况说明
2024年度财政拨款“三公”经费支出决算7.80万元（其中：一般公共预算支出6.80万元；政府性基金预算支出1.00万元）。与上年相比减少1.66万元，变动原因：压减接待。
公务接待费支出预算5.50万元（其中：一般公共预算支出5.50万元；政府性基金预算支出0万元），支出决算2.08万元，完成调整后预算的37.82%。
3.小学教育（2050202），2024年度决算数为79.70万元，比2023年度决算数增长0.39%。
"""


@pytest.fixture(scope="module")
def account(tmp_path_factory):
    with over(tmp_path_factory.mktemp("account"), "account.txt", ACCOUNT.encode()) as engine:
        yield engine


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("博物馆支出决算是多少", ["51.32万元"]),
        ("博物馆是多少", ["51.32万元"]),
        ("博物馆年初预算是多少", ["52.00万元"]),
        ("博物馆预算是多少万元", ["52.00万元"]),
        ("博物馆预算数和决算数分别是多少", ["52.00万元", "51.32万元"]),
        ("博物馆决算比年初预算少多少", ["0.68万元"]),
        ("博物馆支出决算完成年初预算的百分之多少", ["98.69%"]),
        ("博物馆预算完成率是多少", ["98.69%"]),
        ("住房公积金决算数", ["17.70万元"]),
        ("三公经费是多少", ["7.80万元"]),
        ("三公经费比上年减少多少", ["1.66万元"]),
        ("公务接待费是多少", ["2.08万元"]),
        ("公务接待费预算数是多少", ["5.50万元"]),
        ("公务接待费支出预算是多少", ["5.50万元"]),
        ("公务接待费预算支出多少", ["5.50万元"]),
        ("公务接待费完成预算的百分之几", ["37.82%"]),
        ("小学教育决算数是多少", ["79.70万元"]),
        ("小学教育比2023年增长百分之几", ["0.39%"]),
        ("一般公共预算财政拨款支出年初预算是多少", ["210.34万元"]),
        ("一般公共预算财政拨款支出决算是多少", ["174.65万元"]),
    ],
)
def test_budget_and_outcome_of_a_final_account(account, question, values):
    answer = account.ask(question)
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == values


@pytest.mark.parametrize(
    "question", ["住房公积金决算为什么小于年初预算", "住房公积金决算小于预算的原因是什么"]
)
def test_the_sentence_after_the_two_accounts_says_why_they_differ(account, question):
    assert "人员调出" in account.ask(question).text


def test_no_other_accounts_cause_is_given(account):
    assert account.ask("博物馆决算为什么小于年初预算").status is Status.NOT_FOUND


def test_the_funds_of_an_amount_are_no_figures_of_their_own(account):
    assert not account.ask("政府性基金预算支出是多少").values


@pytest.mark.parametrize(
    ("asked", "then", "value"),
    [
        ("博物馆年初预算是多少", "决算呢？", "51.32"),
        ("博物馆年初预算是多少", "那决算数呢", "51.32"),
        ("博物馆支出决算是多少", "那年初预算呢", "52.00"),
    ],
)
def test_a_follow_up_that_names_only_the_other_account(account, asked, then, value):
    assert [str(v.quantity.number) for v in account.ask(then, [asked]).values] == [value]


@pytest.mark.parametrize("question", ["小学教育的预算数是多少", "小学教育年初预算多少万元", "预算数是多少"])
def test_a_budget_that_is_not_stated_is_not_answered_with_the_outcome(account, question):
    answer = account.ask(question)
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("label", "stem", "stage"),
    [
        ("行政运行年初预算", "行政运行", "年初预算"),
        ("文博馆支出决算", "文博馆", "决算"),
        ("基本支出决算", "基本支出", "决算"),
        ("机关事业单位职业年金缴费支出决算数", "机关事业单位职业年金缴费支出", "决算"),
        ("行政运行支出决算完成全年预算数的", "行政运行", "完成率"),
        ("公务接待费支出预算", "公务接待费", "预算数"),
        ("基本支出预算", "基本支出", "预算数"),
        ("项目支出决算完成调整后预算的", "项目支出", "完成率"),
        ("一般公共预算", "一般公共预算", ""),
        ("租赁费", "租赁费", ""),
    ],
)
def test_a_label_is_told_from_its_stage(label, stem, stage):
    assert staged(label) == Staged(stem, stage)


@pytest.mark.parametrize(
    ("path", "stage"),
    [
        (("公务接待费", "预算数"), "预算数"),
        (("年初预算数", "合计"), "年初预算"),
        (("公务接待费", "决算数"), "决算"),
        (("支出预算",), "预算数"),
        ((), ""),
    ],
)
def test_a_column_is_of_the_stage_that_its_header_names(path, stage):
    assert header_stage(path) == stage


def test_what_there_is_none_of_is_zero_and_the_words_that_say_so_are_its_derivation(tmp_path):
    text = "江海市档案馆2024年度部门决算\n编制说明\n2024年度无“三公”经费财政拨款支出。\n"
    with over(tmp_path, "account.txt", text.encode()) as engine:
        answer = engine.ask("三公经费是多少")
    assert [(f"{v.quantity.number}", v.quantity.unit) for v in answer.values] == [("0", "元")]
    assert answer.derivation == ("2024年度无“三公”经费财政拨款支出 = 0元",)


def test_an_outcome_is_held_against_the_budget_that_the_same_sentence_states(tmp_path):
    """The table is of all funds, the sentence of one of them."""
    lines = ["江海市档案馆2024年度部门决算", "一、支出决算情况说明", *ACCOUNT.splitlines()[4:5]]
    spending = Made(
        [
            ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
            ["2070205", "博物馆", "61.32", "51.32", "10.00"],
            ["2210201", "住房公积金", "17.70", "17.70", ""],
            ["", "合计", "79.02", "69.02", "10.00"],
        ],
        over=("支出决算表", "单位：万元"),
    )
    with over(tmp_path, "account.docx", word(*lines, spending)) as engine:
        answer = engine.ask("博物馆决算比年初预算少多少")
        whole = engine.ask("博物馆支出决算表的合计是多少")
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == ["0.68万元"]
    assert f"{whole.values[0].quantity.number}" == "61.32"


def test_a_final_account_that_states_no_budget_at_all_answers_none(tmp_path):
    text = "江海市档案馆2024年度部门决算\n第一部分 情况说明\n一、支出决算情况说明\n小学教育支出79.70万元。\n"
    with over(tmp_path, "account.txt", text.encode()) as engine:
        assert engine.ask("小学教育支出决算是多少").values[0].quantity.number == Decimal("79.70")
        for question in (
            "小学教育支出预算是多少",
            "小学教育支出年初预算数",
            "小学教育支出全年预算是多少万元",
        ):
            assert (engine.ask(question).status, engine.ask(question).values) == (Status.NOT_FOUND, ())
