"""The prose and the tables of one account in two files are asked together; anything else is told apart."""

import pytest
from made_grids import Made, word, workbook

from corpus import read_document
from index import Store
from qa.answer import Status
from qa.engine import Engine

PROSE = """江海市档案馆2024年度部门预算

一、主要职能

收集、整理和保管本市的档案资料。

二、收支预算总体情况

江海市档案馆2024年支出预算1,600.00万元，比2023年增加100.00万元，主要原因是库房维修。
"""
TITLE = "江海市档案馆2024年度部门预算公开表"
SPENDING = Made(
    [
        ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
        ["201", "一般公共服务支出", "1500.00", "900.00", "600.00"],
        ["208", "社会保障和就业支出", "100.00", "100.00", ""],
        ["合计", "", "1600.00", "1000.00", "600.00"],
    ],
    over=("2024年部门支出预算总表", "编制部门：江海市档案馆", "单位：万元"),
)


def engine(folder, **files: bytes) -> Engine:
    store = Store.open(folder / "store")
    for name, content in files.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(content)
        store.add(read_document(path))
    return Engine(store)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    folder = tmp_path_factory.mktemp("account")
    return engine(folder, prose_txt=PROSE.encode(), tables_xlsx=workbook(TITLE, SPENDING)).ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("江海市档案馆2024年支出预算是多少", ["1600.00万元"]),
        ("江海市档案馆2024年支出总计", ["1600.00万元"]),
        ("社会保障和就业支出是多少", ["100.00万元"]),
        ("江海市档案馆2024年支出预算比2023年增加多少", ["100.00万元"]),
        ("一般公共服务支出占支出总计的百分之几", ["93.75%"]),
    ],
)
def test_both_files_answer_and_nothing_is_doubled(ask, question, values):
    answer = ask(question)
    assert [f"{value.quantity.number:f}{value.quantity.unit}" for value in answer.values] == values
    assert answer.status is Status.ANSWERED
    assert not any(value.label.startswith("江海市") for value in answer.values)


def test_the_prose_answers_in_words(ask):
    assert "收集、整理和保管本市的档案资料" in ask("档案馆的主要职能是什么").text
    assert "库房维修" in ask("支出预算增加的原因是什么").text


def test_two_files_of_the_same_tables_answer_together(tmp_path):
    exact = Made(
        [
            ["科目编码", "科目名称", "合计"],
            ["201", "一般公共服务支出", "14999999.50"],
            ["208", "社会保障和就业支出", "1000001.00"],
            ["合计", "", "16000000.50"],
        ],
        over=("支出预算明细表", "编制部门：江海市档案馆", "单位：元"),
    )
    ask = engine(tmp_path, text_docx=word(TITLE, SPENDING), book_xlsx=workbook(TITLE, exact)).ask
    answer = ask("江海市档案馆2024年社会保障和就业支出")
    assert answer.status is Status.ANSWERED
    assert [f"{value.quantity.number}{value.quantity.unit}" for value in answer.values] == [
        "100.00万元",
        "1000001.00元",
    ]
    total = ask("江海市档案馆2024年一般公共服务支出和社会保障和就业支出一共多少")
    assert f"{total.values[0].quantity.number}{total.values[0].quantity.unit}" == "16000000.50元"


def test_a_text_with_tables_and_its_workbook_are_one_account_beside_another_year(tmp_path):
    later = [[cell.replace("100.00", "120.00") for cell in row] for row in SPENDING.rows]
    over = tuple(line.replace("2024", "2025") for line in SPENDING.over)
    ask = engine(
        tmp_path,
        text_docx=word(TITLE, SPENDING),
        book_xlsx=workbook(TITLE, SPENDING),
        later_docx=word(TITLE.replace("2024", "2025"), Made(later, over=over)),
    ).ask
    (value,) = ask("江海市档案馆2025年社会保障和就业支出比2024年多多少").values
    assert f"{value.quantity.number}{value.quantity.unit}" == "20.00万元"


@pytest.mark.parametrize(("unit", "number"), [("元", "21025.80"), ("万元", "2.10")])
def test_what_a_sentence_rounds_is_told_to_the_cent_where_yuan_are_asked_for(tmp_path, unit, number):
    prose = (
        "江海市档案馆2024年度部门决算\n\n一、三公经费\n\n公务接待费预算为10.50万元，支出决算为8.40万元。\n"
    )
    rows = [
        ["项目", "预算数", "决算数"],
        ["公务接待费", "105000.00", "83974.20"],
        ["合计", "105000.00", "83974.20"],
    ]
    table = Made(rows, over=("“三公”经费支出决算表", "部门：江海市档案馆", "单位：元"))
    book = workbook("江海市档案馆2024年度部门决算公开表", table)
    ask = engine(tmp_path, prose_txt=prose.encode(), tables_xlsx=book).ask
    (value,) = ask(f"江海市档案馆2024年公务接待费决算比预算少多少{unit}").values
    assert f"{value.quantity.number:f}" == number


def test_two_files_with_tables_may_be_versions(tmp_path):
    other = Made(
        [[cell.replace("100.00", "120.00") for cell in row] for row in SPENDING.rows], over=SPENDING.over
    )
    ask = engine(tmp_path, one_xlsx=workbook(TITLE, SPENDING), two_xlsx=workbook(TITLE, other)).ask
    assert ask("江海市档案馆2024年社会保障和就业支出").status is Status.AMBIGUOUS


def test_a_department_and_a_unit_of_one_name_stay_apart(tmp_path):
    unit = PROSE.replace("部门预算", "单位预算").replace("1,600.00", "1,400.00").encode()
    ask = engine(tmp_path, prose_txt=unit, tables_xlsx=workbook(TITLE, SPENDING)).ask
    answer = ask("江海市档案馆2024年支出预算是多少")
    assert answer.status is Status.AMBIGUOUS
    assert len(answer.choices) == 2


def test_what_both_say_alike_needs_no_asking_back(tmp_path):
    unit = PROSE.replace("部门预算", "单位预算").encode()
    ask = engine(tmp_path, prose_txt=unit, tables_xlsx=workbook(TITLE, SPENDING)).ask
    (value,) = ask("江海市档案馆2024年支出预算是多少").values
    assert f"{value.quantity.number:f}{value.quantity.unit}" == "1600.00万元"


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("江海市档案馆的主要职能是什么", Status.ANSWERED),
        ("江海市档案馆支出预算是多少", Status.AMBIGUOUS),
        ("江海市档案馆2021年支出预算是多少", Status.NOT_FOUND),
        ("江海市档案馆的护士有多少人", Status.NOT_FOUND),
    ],
)
def test_two_years_answer_in_words_alone_and_nothing_is_asked_back_in_vain(tmp_path, question, status):
    later = PROSE.replace("2024", "2025").replace("2023", "2024").replace("1,600.00", "1,700.00").encode()
    answer = engine(tmp_path, one_txt=PROSE.encode(), two_txt=later).ask(question)
    assert answer.status is status
    assert bool(answer.values) is False
