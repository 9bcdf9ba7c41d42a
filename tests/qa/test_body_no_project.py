"""What describes all projects of a body under its name is no project that is called as the body."""

import pytest
from made_stores import of_texts

OF_ALL = "江海市档案馆项目经费情况说明"

BUDGET = """江海市档案馆2030年度部门预算

编制说明

2030年支出预算90.00万元，其中：库房维修30.00万元。

江海市档案馆项目经费情况说明

一、项目概述

修缮库房，添置密集架。
"""


@pytest.mark.parametrize(
    "title",
    ["江海市档案馆项目经费情况说明", "江海市档案馆（2030年度）整体支出绩效目标"],
    ids=["projects", "aims"],
)
def test_the_body_is_not_asked_for_as_a_project(tmp_path, title):
    with of_texts(tmp_path, BUDGET.replace(OF_ALL, title)) as engine:
        answer = engine.ask("江海市档案馆2030年库房维修安排了多少")
        assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values] == ["30.00万元"]
        assert not engine.book(1).projects
