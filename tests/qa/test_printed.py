"""One amount printed in two units, and tables that are named in short beside what is asked for."""

import pytest
from made_grids import Made, workbook
from made_stores import over

from corpus import read_document

TITLE = "江海县中医医院2030年单位决算"
UNIT = ("单位名称：江海县中医医院", "单位：元")
INCOME = Made(
    [
        ["科目编码", "科目名称", "合计", "财政拨款收入", "事业收入"],
        ["210", "卫生健康支出", "93628415.90", "12150.00", "93616265.90"],
        ["", "合计", "93628415.90", "12150.00", "93616265.90"],
    ],
    over=("2030年收入决算表", *UNIT),
)
THREE = Made(
    [
        ["三公经费", "公务接待费", "会议费", "培训费"],
        ["12150.00", "12150.00", "12000.00", "21000.00"],
    ],
    over=("2030年一般公共预算拨款“三公”经费及会议费、培训费支出表", *UNIT),
)
BASIC = Made(
    [
        ["科目编码", "科目名称", "金额"],
        ["302", "商品和服务支出", "101000.00"],
        ["30216", "培训费", "101000.00"],
        ["", "合计", "101000.00"],
    ],
    over=("2030年一般公共预算基本支出表", *UNIT),
)
PROSE = """江海县中医医院2030年单位决算

一、收入决算情况说明

2030年事业收入9,361.63万元，财政拨款收入1万元。
"""


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("培训费（“三公”经费及会议费、培训费表）是多少", ["21000.00元"]),
        ("培训费（一般公共预算基本支出表）", ["101000.00元"]),
    ],
)
def test_a_table_in_brackets_says_where_to_look_and_asks_for_nothing(tmp_path, question, values):
    with over(tmp_path, "made.xlsx", workbook(TITLE, INCOME, THREE, BASIC)) as engine:
        answer = engine.ask(question)
    assert [f"{v.quantity.number:f}{v.quantity.unit}" for v in answer.values] == values


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("事业收入是多少万元", "9361.63万元"),
        ("事业收入是多少元", "93616265.90元"),
    ],
)
def test_an_amount_is_given_as_it_is_printed_in_the_unit_asked_for(tmp_path, question, first):
    with over(tmp_path, "made.xlsx", workbook(TITLE, INCOME)) as engine:
        (tmp_path / "prose.txt").write_text(PROSE, encoding="utf-8")
        engine.store.add(read_document(tmp_path / "prose.txt"))
        values = engine.ask(question).values
    assert f"{values[0].quantity.number:f}{values[0].quantity.unit}" == first
