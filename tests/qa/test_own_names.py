"""Names of a document's own that general words begin or end inside."""

import pytest
from made_stores import of_texts

PROJECTS = """江海县水利局2030年部门预算

2030年部门项目支出预算表

单位：万元
项目名称 金额
修缮工程 30.00
信息系统运行维护费 10.00
合计 40.00
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("own"), PROJECTS) as engine:
        yield engine.ask


@pytest.mark.parametrize("question", ["修缮工程预算一共多少", "2030年修缮工程预算", "修缮工程预算是多少万元"])
def test_a_word_for_what_is_not_there_does_not_cut_a_name_in_two(ask, question):
    assert [(str(value.quantity.number), value.label) for value in ask(question).values] == [
        ("30.00", "修缮工程")
    ]
