"""The parts of an amount that only a paragraph tells, by kinds, in order and with how many there are."""

import pytest
from made_stores import of_texts

BUDGET = """江海市气象台2030年度部门预算

一、政府采购情况

2030年政府采购预算总金额为100.00万元。其中：拟采购货物支出20.00万元；拟采购工程支出50.00万元；拟采购服务支出30.00万元。

二、国有资产占用情况

2030年安排设备购置90.00万元，其中雷达40.00万元、服务器30.00万元。

政府采购支出预算表
单位：万元

采购品目名称 总计

雷达 60.00
机房改造 40.00
合计 100.00
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("told"), BUDGET) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("政府采购中哪类最多", ["50.00万元"]),
        ("政府采购三类中金额最低的是哪类，多少万元", ["20.00万元"]),
        ("政府采购三类从高到低", ["50.00万元", "30.00万元", "20.00万元"]),
        ("政府采购中哪项金额最高", ["60.00万元"]),
    ],
)
def test_parts_in_order(ask, question, values):
    answer = ask(f"江海市气象台2030年{question}")
    assert [f"{value.quantity.number}{value.quantity.unit}" for value in answer.values] == values, answer.text


def test_what_does_not_add_up_are_not_all_parts(ask):
    answer = ask("江海市气象台2030年设备购置中哪项最高")
    assert not answer.values, answer.text
