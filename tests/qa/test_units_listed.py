"""Units and inner bodies that a document lists in a sentence, or below a line that leads to them."""

import pytest
from made_stores import over

BUDGET = """江海市水利局2030年部门预算

一、主要职能

管水。江海市水利局内设机构包括：办公室、规划处、水政处、建设处4个处室。

二、部门构成情况

从预算单位构成看，江海市水利局部门预算包括：局本级预算、局所属事业单位预算。纳入江海市水利局2030年部门预算编制范围的二级预算单位包括：

1.江海市水利局本级

2.江海市水文中心

三、车辆情况

江海市水利局共有车辆24辆，其中：一般公务用车6辆、特种专业技术用车18辆。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with over(tmp_path_factory.mktemp("listed"), "made.txt", BUDGET.encode()) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("内设哪些处室", ["办公室", "规划处", "水政处", "建设处"]),
        ("纳入编制范围的单位有哪些", ["1.江海市水利局本级", "2.江海市水文中心"]),
        ("部门预算包括哪些二级预算单位", ["1.江海市水利局本级", "2.江海市水文中心"]),
    ],
)
def test_what_is_listed_are_the_items(ask, question, items):
    assert list(ask(question).items) == items


def test_official_vehicles_are_those_of_all_uses(ask):
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in ask("有几辆公务用车").values] == ["24辆"]
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in ask("有几辆一般公务用车").values] == ["6辆"]
