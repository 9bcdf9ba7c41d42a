"""Units and inner bodies that a document lists in a sentence, or below a line that leads to them."""

import pytest
from made_stores import of_texts, over

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


UNIT_OF_YEARS = """江海市农业局{year}年部门预算
一、预算单位构成
江海市农业局下属单位有江海市种子站。
二、情况说明
{year}年江海市种子站支出预算为{amount}万元。政府采购安排{bought}万元。
"""


def test_a_unit_of_two_years_is_held_against_itself(tmp_path):
    texts = [
        UNIT_OF_YEARS.format(year=year, amount=amount, bought=bought)
        for year, amount, bought in ((2021, "70.00", "5.00"), (2022, "76.00", "6.00"))
    ]
    with of_texts(
        tmp_path, *texts, texts[0].replace("江海市农业局", "江海市林业局").replace("种子", "苗木")
    ) as engine:
        answer = engine.ask("江海市种子站支出预算2022年比2021年多多少万元")
        assert [str(value.quantity.number) for value in answer.values] == ["6.00"], answer.text
        bought = engine.ask("江海市农业局2022年政府采购预算是多少")
        assert [str(value.quantity.number) for value in bought.values] == ["6.00"], bought.text


TOWN = """江海市石桥镇人民政府2030年部门预算

一、部门基本情况

石桥镇下设3个内设机构（党的建设办公室、经济发展办公室、民生服务办公室），所属事业单位2个，分别是：石桥镇便民服务中心（石桥镇退役军人服务站）、石桥镇综合行政执法大队。

石桥镇下属预算单位3家，其中：行政单位1家、财政补助事业单位2家，分别是：石桥镇人民政府机关、石桥镇便民服务中心、石桥镇文化站。

二、名词解释

（一）财政拨款收入：是预算主管部门及所属预算单位取得的财政拨款，包括一般公共预算财政拨款、政府性基金预算财政拨款。
"""


@pytest.fixture(scope="module")
def ask_town(tmp_path_factory):
    with over(tmp_path_factory.mktemp("town"), "made.txt", TOWN.encode()) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("设哪些内设机构", ["党的建设办公室", "经济发展办公室", "民生服务办公室"]),
        ("所属事业单位有哪些", ["石桥镇便民服务中心（石桥镇退役军人服务站）", "石桥镇综合行政执法大队"]),
        ("部门预算包括哪些预算单位", ["石桥镇人民政府机关", "石桥镇便民服务中心", "石桥镇文化站"]),
    ],
)
def test_lists_in_parentheses_and_of_several_kinds(ask_town, question, items):
    assert list(ask_town(question).items) == items


def test_units_below_a_line_that_leads_to_them_go_before_what_a_term_is_made_of(ask):
    assert list(ask("部门预算包括哪些预算单位").items) == ["1.江海市水利局本级", "2.江海市水文中心"]


COUNTY = """江海县林业局2030年部门决算

一、部门主要职责

（一）组织全县造林绿化。

（二）负责全县森林防火。

二、部门决算单位基本情况

列入2030年部门决算编制范围的单位详细情况见下表：

单位名称  经费性质  人员编制数  在职人数

江海县林业局（机关）  财政核拨  32  30

江海县国有林场  财政核补  64  58

合计  全部  96  88
"""


@pytest.fixture(scope="module")
def ask_county(tmp_path_factory):
    with over(tmp_path_factory.mktemp("county"), "made.txt", COUNTY.encode()) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("部门决算包括哪些单位", ["江海县林业局（机关）", "江海县国有林场"]),
        ("县林业局负责什么", ["（一）组织全县造林绿化。", "（二）负责全县森林防火。"]),
    ],
)
def test_units_in_the_first_column_and_duties_by_what_they_are_called(ask_county, question, items):
    assert list(ask_county(question).items) == items
