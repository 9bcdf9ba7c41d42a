"""Questions over budgets set out as Jiangsu's are: 三公, meetings and training in one table beside basic spending."""

import pytest
from made_grids import Made, workbook
from made_stores import over

TITLE = "江海省湖泊管理局2030年度部门预算"
OVER = ("部门名称：江海省湖泊管理局", "单位：万元")
THREE_PUBLIC = Made(
    [
        ["“三公”经费合计", "“三公”经费", "", "会议费", "培训费"],
        ["", "因公出国（境）费", "公务接待费", "", ""],
        ["59.15", "35.00", "24.15", "78.20", "146.00"],
    ],
    [(0, 0, 0, 1), (1, 0, 2, 0), (3, 0, 3, 1), (4, 0, 4, 1)],
    over=("一般公共预算“三公”经费、会议费、培训费支出表", *OVER),
)
BASIC = Made(
    [
        ["科目编码", "科目名称", "合计"],
        ["", "合计", "107.00"],
        ["302", "商品和服务支出", "107.00"],
        ["30201", "办公费", "62.00"],
        ["30216", "培训费", "37.65"],
        ["30217", "公务接待费", "7.35"],
    ],
    over=("财政拨款基本支出表（经济科目）", *OVER),
)
RUNNING = Made(
    [
        ["科目编码", "科目名称", "金额"],
        ["", "合计", "84.00"],
        ["302", "商品和服务支出", "84.00"],
        ["30201", "办公费", "50.00"],
        ["30216", "培训费", "34.00"],
    ],
    over=("一般公共预算机关运行经费支出预算表", *OVER),
)
PURCHASES = Made(
    [
        ["采购品目大类", "专项名称", "采购品目", "总计"],
        ["货物A", "办公设备", "A02计算机", "86.50"],
        ["货物A", "水质检验", "A02仪器仪表", "342.80"],
        ["货物A", "办公设备", "A05家具", "12.60"],
        ["合计", "", "", "441.90"],
    ],
    over=("政府采购支出预算表", *OVER),
)


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    content = workbook(TITLE, THREE_PUBLIC, BASIC, RUNNING, PURCHASES)
    with over(tmp_path_factory.mktemp("jiangsu"), "made.xlsx", content) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("公务接待费预算是多少", "24.15"),
        ("培训费预算是多少", "146.00"),
        ("三公经费预算是多少", "59.15"),
        ("财政拨款基本支出表中的公务接待费", "7.35"),
        ("机关运行经费是多少", "84.00"),
        ("机关运行经费里的办公费", "50.00"),
        ("机关运行经费支出预算表的培训费是多少", "34.00"),
        ("水质检验的采购金额是多少", "342.80"),
        ("采购办公费安排了多少", "62.00"),
        ("政府采购支出预算表里仪器仪表是多少", "342.80"),
    ],
)
def test_what_a_table_is_about_is_asked_for_before_a_part_of_basic_spending(ask, question, first):
    assert str(ask(question).values[0].quantity.number) == first


def test_a_part_of_the_running_costs_is_not_meant_where_they_are_not_named(ask):
    assert [str(value.quantity.number) for value in ask("办公费是多少").values] == ["62.00"]
