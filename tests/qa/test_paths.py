"""Accounts that prose names with all that is above them, of which several are called alike."""

import pytest
from made_stores import of_texts

from qa.answer import Status

BUDGET = """江海市滨河街道2024年部门预算

一、2024年部门预算编制说明

1.“一般公共服务支出（类）组织事务（款）一般行政管理事务（项）”60.00万元，主要用于组织事务。2023年当年预算执行数为50.00万元，2024年预算安排60.00万元，比2023年预算执行数增加20.00%。主要原因是：经费增加。
2.“一般公共服务支出（类）宣传事务（款）一般行政管理事务（项）”30.00万元，主要用于宣传事务。2023年当年预算执行数为40.00万元，2024年预算安排30.00万元，比2023年预算执行数减少25.00%。主要原因是：经费减少。
3.“公共安全支出（类）司法（款）公共法律服务（项）”10.00万元，主要用于公共法律服务。2023年当年预算执行数为5.00万元，2024年预算安排10.00万元，比2023年预算执行数增加100.00%。主要原因是：经费增加。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("paths"), BUDGET) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("滨河街道2024年宣传事务一般行政管理事务比2023年执行数减少百分之几", "25.00%"),
        ("滨河街道2024年组织事务的一般行政管理事务比2023年执行数增加百分之几", "20.00%"),
        ("滨河街道2024年公共法律服务比2023年执行数增加百分之几", "100.00%"),
        ("滨河街道2023年宣传事务一般行政管理事务的执行数是多少", "40.00万元"),
    ],
)
def test_the_account_below_the_one_that_is_named(ask, question, value):
    (one,) = ask(question).values
    assert f"{one.quantity.number:f}{one.quantity.unit}" == value


def test_of_several_none_is_taken(ask):
    answer = ask("滨河街道2024年一般行政管理事务比2023年执行数增加百分之几")
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())
