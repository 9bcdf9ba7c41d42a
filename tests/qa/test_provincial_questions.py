"""Budgets and accounts worded and set out as other provinces do: outcomes beside budgets, funds, counts."""

import pytest
from made_grids import Made, workbook
from made_stores import over

from corpus import read_document
from qa.answer import Status

TITLE = "江海市水文中心2024年单位预算"
OVER = ("单位名称：江海市水文中心", "单位：万元")


def titled(title, rows, merges=()):
    return Made(rows, merges, over=(title, *OVER))


ALL_FUNDS = titled(
    "2024年单位支出预算总表",
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["213", "农林水支出", "900.00", "500.00", "400.00"],
        ["21303", "水利", "900.00", "500.00", "400.00"],
        ["2130313", "水文测报", "640.00", "500.00", "140.00"],
        ["2130314", "防汛", "260.00", "", "260.00"],
        ["221", "住房保障支出", "100.00", "100.00", ""],
        ["", "合计", "1000.00", "600.00", "400.00"],
    ],
)
GENERAL = titled(
    "2024年单位一般公共预算支出表",
    [
        ["科目编码", "科目名称", "2023年执行数", "2024年预算数", "2024年预算数比2023年执行数", ""],
        ["", "", "", "", "增减额", "增减%"],
        ["213", "农林水支出", "650.00", "700.00", "50.00", "7.69"],
        ["21303", "水利", "650.00", "700.00", "50.00", "7.69"],
        ["2130313", "水文测报", "435.00", "440.00", "5.00", "1.15"],
        ["2130314", "防汛", "215.00", "260.00", "45.00", "20.93"],
        ["221", "住房保障支出", "100.00", "100.00", "", ""],
        ["", "合计", "750.00", "800.00", "50.00", "6.67"],
    ],
    [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 2, 1), (3, 0, 3, 1), (4, 0, 5, 0)],
)
BASIC = titled(
    "2024年单位一般公共预算基本支出表（按功能科目）",
    [
        ["科目编码", "科目名称", "合计", "人员经费支出", "公用经费支出"],
        ["213", "农林水支出", "400.00", "300.00", "100.00"],
        ["21303", "水利", "400.00", "300.00", "100.00"],
        ["2130313", "水文测报", "400.00", "300.00", "100.00"],
        ["221", "住房保障支出", "100.00", "100.00", ""],
        ["", "合计", "500.00", "400.00", "100.00"],
    ],
)
PROJECTS = titled(
    "2024年单位项目支出预算表",
    [
        ["项目名称", "合计", "一般公共预算", "事业收入"],
        ["合计", "400.00", "300.00", "100.00"],
        ["站网运行维护", "140.00", "40.00", "100.00"],
        ["防汛应急监测", "260.00", "260.00", ""],
    ],
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(TITLE, ALL_FUNDS, GENERAL, BASIC, PROJECTS)
    with over(tmp_path_factory.mktemp("provincial"), "made.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2023年防汛执行数是多少", ["215.00万元"]),
        ("防汛2024年预算数比2023年执行数增加多少万元", ["45.00万元"]),
        ("防汛2024年比2023年执行数增长了百分之几", ["20.93%"]),
        ("一般公共预算中农林水支出占比多少", ["87.50%"]),
        ("农林水支出占支出总计的百分之几", ["90.00%"]),
        ("水文测报的项目支出预算是多少", ["140.00万元"]),
        ("水文测报的公用经费是多少", ["100.00万元"]),
        ("2130314防汛的预算合计", ["260.00万元"]),
        ("哪个项目预算最多", ["260.00万元"]),
        ("What is the 2024 budget for flood control (防汛)?", ["260.00万元"]),
        ("How much flood control (防汛) is there in the 2024 budget?", ["260.00万元"]),
    ],
)
def test_figures(ask, question, values):
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in ask(question).values] == values


@pytest.mark.parametrize(
    "question",
    ["2022年防汛执行数是多少", "2024年防汛决算是多少", "2023年防汛预算是多少", "2023年执行数是多少"],
)
def test_an_outcome_that_is_not_stated(ask, question):
    assert not ask(question).values


def test_prose_of_this_year_is_no_answer_for_the_year_before(tmp_path):
    text = (
        "江海县水文中心2030年单位预算\n\n一、“三公”经费情况\n\n"
        "2.公务接待费：2030年预算数为2.60万元，比2029年执行数增加0.85万元，主要是交流批次增加。\n"
    )
    with over(tmp_path, "made.txt", text.encode()) as engine:
        assert not engine.ask("2029年公务接待费预算是多少").values
        assert engine.ask("2030年公务接待费预算是多少").values[0].quantity.number.to_eng_string() == "2.60"


def test_the_cause_in_the_sentence_after_the_change(tmp_path):
    text = (
        "江海县水利局2030年部门决算\n\n一、收入支出决算总体情况说明\n\n"
        "2030年度收、支总计均为120.50万元。与2029年度相比，收、支总计各增加10.00万元，增长9.05%。"
        "主要变动原因是新增堤防工程。\n"
    )
    with over(tmp_path, "made.txt", text.encode()) as engine:
        assert "新增堤防工程" in engine.ask("2030年收支总计为什么增加").text
        assert (
            engine.ask("2030年收支总计比2029年增长了百分之几").values[0].quantity.number.to_eng_string()
            == "9.05"
        )


ACCOUNT = """江海县中医医院2030年度单位决算

一、“三公”经费情况

公务用车购置及运行维护费支出8.76万元。全年按规定更新购置公务用车1辆。截至2030年12月31日，单位共有公务用车6辆。国内公务接待14批次，112人次（不包括陪同人员），共计支出1.22万元。

二、政府采购情况

江海县中医医院政府采购支出总额1,526.38万元，其中：政府采购货物支出912.60万元、政府采购工程支出418.28万元、政府采购服务支出195.50万元。

三、国有资产情况

共有车辆6辆，单价100万元以上设备11台。2030年安排购置车辆2辆、单价100万元以上设备3台。
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("江海县中医医院2030年底有几辆公务用车？", ["6辆"]),
        ("江海县中医医院有几台100万元以上的设备", ["11台"]),
        ("江海县中医医院2030年国内公务接待多少批次、多少人次？", ["14批次", "112人次"]),
        ("江海县中医医院2030年政府采购支出总额多少，其中工程多少？", ["1526.38万元", "418.28万元"]),
        ("江海县中医医院2030年货物、工程、服务采购各多少", ["912.60万元", "418.28万元", "195.50万元"]),
        ("江海县中医医院2030年政府采购中工程比服务多多少", ["222.78万元"]),
        ("江海县中医医院2030年政府采购工程和服务哪个多", ["418.28万元", "195.50万元"]),
    ],
)
def test_figures_of_an_account_in_prose(tmp_path, question, values):
    with over(tmp_path, "made.txt", ACCOUNT.encode()) as engine:
        answer = engine.ask(question)
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in answer.values] == values


def test_the_unit_that_one_of_several_documents_names_is_of_that_document(tmp_path):
    other = ACCOUNT.replace("江海县中医医院", "江海县水利局")
    named = f"{ACCOUNT}\n四、单位构成\n\n下属单位包括江海县药材发展中心等2家单位。\n"
    with over(tmp_path, "made.txt", named.encode()) as engine:
        (tmp_path / "other.txt").write_text(other, encoding="utf-8")
        engine.store.add(read_document(tmp_path / "other.txt"))
        answer = engine.ask("江海县药材发展中心是哪里的下属单位？")
    assert answer.status is Status.ANSWERED
    assert {place.document for place in answer.evidence} == {"made.txt"}


NOTES = """江海市司法局2026年部门预算

一、预算编制说明

1、公共安全支出（204类）司法（06款）信息化建设（13项）227.88万元。2025年当年预算执行数为60.41万元，2026年预算安排227.88万元，比2025年预算执行数增加277.22%。主要原因是：系统到期更新。
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("江海市司法局2026年信息化建设预算多少", ["227.88万元"]),
        ("江海市司法局信息化建设2025年执行数是多少", ["60.41万元"]),
        ("江海市司法局2026年信息化建设预算比2025年执行数增加百分之几", ["277.22%"]),
        ("江海市司法局2026年信息化建设实际花了多少", []),
    ],
)
def test_the_year_befores_outcome_beside_a_budget_in_prose(tmp_path, question, values):
    with over(tmp_path, "made.txt", NOTES.encode()) as engine:
        answer = engine.ask(question)
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in answer.values] == values


FUNDED = """江海省政协办公厅2018年度部门预算

一、收支预算情况

江海省政协办公厅2018年度收入、支出预算总计150.48万元，与上年相比收、支预算总计各增加10.00万元，增长7.12%。

二、培训费情况

江海省政协办公厅2018年度一般公共预算拨款安排的培训费预算支出97.60万元，比上年预算增加16万元，主要原因是班次增加。

三、会议情况

全年计划召开主席会议12次，编报简报60期。
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("江海省政协办公厅2018年收支预算总计是多少", ["150.48万元"]),
        ("江海省政协办公厅2018年支出预算比上年增加多少", ["10.00万元"]),
        ("江海省政协2018年培训费预算多少，比上年变化如何", ["97.60万元", "16万元"]),
        ("江海省政协2018年培训费与上年比", ["16万元"]),
        ("江海省政协2018年编报多少期简报", ["60期"]),
        ("江海省政协主席是谁", []),
    ],
)
def test_totals_of_both_sides_and_accounts_behind_their_fund(tmp_path, question, values):
    with over(tmp_path, "made.txt", FUNDED.encode()) as engine:
        answer = engine.ask(question)
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in answer.values] == values
    assert bool(values) is (answer.status is Status.ANSWERED)


def test_a_chinese_name_that_begins_with_latin_letters_is_no_english_for_what_stands_behind_it(tmp_path):
    purchases = titled(
        "2024年单位政府采购预算表",
        [["采购品目", "总计"], ["合计", "98.00"], ["PC服务器", "68.00"], ["工程B", "30.00"]],
    )
    with over(tmp_path, "made.xlsx", workbook(f"{TITLE}", purchases)) as engine:
        server = engine.ask("江海市水文中心2024年政府采购预算表，PC服务器（总计）有多少万元")
        works = engine.ask("江海市水文中心2024年政府采购预算表，工程B（总计）有多少万元")
    assert [f"{v.quantity.number}" for v in server.values] == ["68.00"]
    assert [f"{v.quantity.number}" for v in works.values] in (["30.00"], [])


@pytest.mark.parametrize(
    ("question", "share"),
    [("农林水支出中基本支出占百分之几", "55.56"), ("水文测报中项目支出占百分之几", "21.88")],
)
def test_a_column_of_the_row_that_is_the_whole_is_its_part(ask, question, share):
    assert [f"{value.quantity.number:f}" for value in ask(question).values] == [share]
