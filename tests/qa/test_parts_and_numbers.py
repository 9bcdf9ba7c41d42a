"""Shares of what lies inside a whole, and numbers of things that a question says there are."""

import pytest
from made_grids import Made, workbook
from made_stores import of_texts, over

from qa.answer import Status

TITLE = "江海市湿地保护站2024年单位预算"
OVER = ("单位名称：江海市湿地保护站", "单位：万元")


def titled(title, rows):
    return Made(rows, over=(title, *OVER))


TOTALS = titled(
    "2024年单位收支预算总表",
    [
        ["收入项目", "收入预算数", "支出项目", "支出预算数"],
        ["一般公共预算拨款收入", "1000.00", "农林水支出", "900.00"],
        ["", "", "住房保障支出", "100.00"],
        ["收入总计", "1000.00", "支出总计", "1000.00"],
    ],
)
GRANTS = titled(
    "2024年单位财政拨款收支总表",
    [
        ["收入项目", "收入预算数", "支出项目", "支出预算数"],
        ["一般公共预算拨款收入", "980.00", "农林水支出", "880.00"],
        ["", "", "住房保障支出", "100.00"],
        ["财政拨款收入总计", "980.00", "财政拨款支出总计", "980.00"],
    ],
)
SPENDING = titled(
    "2024年单位支出预算总表",
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["213", "农林水支出", "900.00", "510.00", "390.00"],
        ["21302", "林业和草原", "900.00", "510.00", "390.00"],
        ["2130212", "湿地保护", "900.00", "510.00", "390.00"],
        ["221", "住房保障支出", "100.00", "90.00", "10.00"],
        ["22102", "住房改革支出", "100.00", "90.00", "10.00"],
        ["2210201", "住房公积金", "100.00", "90.00", "10.00"],
        ["", "合计", "1000.00", "600.00", "400.00"],
    ],
)
ECONOMIC = titled(
    "2024年单位一般公共预算基本支出表",
    [
        ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
        ["301", "工资福利支出", "450.00", "450.00", ""],
        ["30101", "基本工资", "200.00", "200.00", ""],
        ["30107", "绩效工资", "250.00", "250.00", ""],
        ["302", "商品和服务支出", "150.00", "", "150.00"],
        ["30201", "办公费", "150.00", "", "150.00"],
        ["", "合计", "600.00", "450.00", "150.00"],
    ],
)
PROJECTS = titled(
    "2024年单位项目支出预算表",
    [
        ["项目名称", "合计", "财政拨款"],
        ["合计", "400.00", "400.00"],
        ["候鸟栖息地巡护", "140.00", "140.00"],
        ["退养还滩", "200.00", "200.00"],
        ["科普馆运行", "60.00", "60.00"],
    ],
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(TITLE, TOTALS, GRANTS, SPENDING, ECONOMIC, PROJECTS)
    with over(tmp_path_factory.mktemp("parts"), "made.xlsx", content) as engine:
        yield engine.ask


def values(answer):
    return [f"{v.quantity.number:f}{v.quantity.unit}" for v in answer.values]


@pytest.mark.parametrize(
    ("question", "share"),
    [
        ("项目支出中农林水支出占百分之几", "97.50%"),
        ("农林水支出占项目支出的百分之几", "97.50%"),
        ("基本支出里住房保障支出占多少比例", "15.00%"),
        ("农林水支出中项目支出占百分之几", "43.33%"),
        ("工资福利支出里绩效工资占百分之几", "55.56%"),
        ("农林水支出占住房保障支出的百分之几", "900.00%"),  # rows of one column
    ],
)
def test_a_part_is_what_of_it_lies_in_the_whole(ask, question, share):
    assert values(ask(question)) == [share]


@pytest.mark.parametrize(
    ("question", "shares"),
    [
        ("农林水支出和住房保障支出分别占总支出的百分之几", ["90.00%", "10.00%"]),
        ("基本支出和项目支出占比分别是多少", ["60.00%", "40.00%"]),
        ("三大类支出各占总支出的百分之几", []),
    ],
)
def test_each_of_several_parts_has_its_share(ask, question, shares):
    assert values(ask(question)) == shares


@pytest.mark.parametrize(
    "question",
    [
        "工资福利支出中农林水支出占百分之几",
        "住房保障支出里湿地保护占多少比例",
        "农林水支出占工资福利支出的百分之几",
    ],
)
def test_what_lies_in_no_whole_has_no_share_of_it(ask, question):
    assert ask(question).status is Status.NOT_FOUND


def test_what_a_fund_pays_of_an_account(ask):
    assert values(ask("农林水支出财政拨款预算是多少万元")) == ["880.00万元"]
    assert ask("湿地保护财政拨款预算是多少万元").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["三个项目合计多少万元", "三个项目的预算加起来是多少万元"])
def test_as_many_as_there_are_are_added(ask, question):
    assert values(ask(question)) == ["400.00万元"]


@pytest.mark.parametrize(
    "question",
    [
        "四个项目合计多少万元",
        "两个项目平均多少万元",
        "七个绩效项目的资金合计多少万元",
        "五项办公费合计多少万元",
    ],
)
def test_another_number_than_there_are_is_declined(ask, question):
    assert ask(question).status is Status.NOT_FOUND


def test_a_number_of_the_largest_is_no_number_of_all(ask):
    assert values(ask("金额最大的两个项目")) == ["200.00万元", "140.00万元"]


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("基本支出超过100万元的经济分类科目有几个", "3项"),
        ("基本支出超过50万元的功能分类科目有几个", "2项"),
        ("公用经费超过100万元的经济分类科目有几个", "1项"),
    ],
)
def test_the_accounts_of_the_classification_that_is_asked_for(ask, question, number):
    assert values(ask(question)) == [number]


def test_no_accounts_of_another_classification(ask):
    assert ask("项目支出超过100万元的经济分类科目有几个").status is Status.NOT_FOUND


HOSPITAL = """江海县人民医院2030年部门预算

一、基本情况

全院总职工数为306人，其中：在编89人，借调人员13人。护理人员在编40人。
"""


@pytest.mark.parametrize(
    ("history", "question"),
    [(["江海县人民医院2030年总职工数是多少"], "其中在编的多少？"), ([], "总职工数中在编的多少？")],
)
def test_a_part_that_is_told_with_its_whole_is_given_without_it(tmp_path, history, question):
    with of_texts(tmp_path, HOSPITAL) as engine:
        assert values(engine.ask(question, history)) == ["89人"]


RECEIVED = """江海县商务局2030年度部门决算

一、三公经费支出决算情况说明

公务接待费支出决算6.20万元，其中：国内公务接待支出6.20万元，主要用于兄弟县考察调研，接待71批次，接待人数586人次。
"""


def test_counts_of_a_clause_that_says_little_beside_its_sentence(tmp_path):
    with of_texts(tmp_path, RECEIVED) as engine:
        answer = engine.ask("江海县商务局2030年国内公务接待多少批次、多少人次？")
        assert values(answer) == ["71批次", "586人次"]


STAFF = (
    "江海县档案馆2030年部门预算\n\n一、基本情况\n\n江海县档案馆行政编制15名，实有13人。\n",
    "临溪县档案馆2030年部门预算\n\n一、基本情况\n\n临溪县档案馆行政编制29人，实有27人。\n",
)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("江海县档案馆和临溪县档案馆，哪家的行政编制多，多多少人？", "14名"),
        ("江海县档案馆2030年的行政编制比临溪县档案馆少多少人", "14名"),
        ("江海县档案馆和临溪县档案馆2030年行政编制合计多少人", "44名"),
        ("江海县档案馆和临溪县档案馆2030年行政编制一共多少人", "44名"),
    ],
)
def test_persons_are_set_against_each_other_whatever_counts_them(tmp_path, question, first):
    with of_texts(tmp_path, *STAFF) as engine:
        assert values(engine.ask(question))[:1] == [first]
