"""Questions about a body's staff, duties and inner bodies, over documents whose bodies are told by short names."""

import pytest
from made_stores import of_texts

COURT = """江海县人民法院2030年度部门决算

一、部门概况

（一）人员构成

（二）机构设置情况 江海县人民法院现有政法专项编制91人，实有人员83人，聘用人员14人（含保洁7人）。
"""
PARTY = """民建临溪省委部门预算说明

一、部门基本情况

行政编制15名，实有人数13名。离退休人员12名，其中：离休1人，退休11人。

二、收支预算说明

本年度预算总收入为234.05万元，项目支出77万元。
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("staff"), COURT, PARTY) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("江海县法院政法专项编制有多少？", "91人"),
        ("江海法院2030年聘用人员多少人", "14人"),
        # a document that states no year
        ("民建临溪省委的项目支出预算是多少万元？", "77万元"),
    ],
)
def test_a_figure_is(asked, question, first):
    answer = asked(question)
    values = [f"{value.quantity.number:f}{value.quantity.unit}" for value in answer.values]
    assert values[:1] == ([first] if first else [])
