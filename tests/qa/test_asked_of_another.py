"""Questions for what a document does not state, whose words it has: another body, another account, another number."""

import pytest
from made_stores import of_texts

from qa.answer import Status

JUSTICE = """上海市临溪区司法局2031年部门预算

一、部门预算编制说明

2031年支出预算900.00万元，三公经费预算6.00万元，办公费30.00万元，因公出国（境）费1.00万元。
2030年普法宣传当年预算执行数为5.00万元，2031年预算安排7.00万元，比2030年预算执行数增加40.00%。
三公经费预算比2030年预算增加2.00万元。
"""
COURT = """云山省高级人民法院2031年度部门预算

一、机构设置

（一）派出机构

1、云水铁路运输法院

二、部门预算情况说明

2031年支出预算700.00万元，办公费40.00万元。
"""
COUNCIL = """江海市图书馆2031年度部门决算

一、收支决算情况说明

2031年支出总计700.00万元，本年支出合计690.00万元，年末结转和结余10.00万元，年初结转和结余20.00万元。
财政拨款基本建设资金支出60.00万元，绩效工资80.00万元。
本馆按规定填报绩效目标。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("others"), JUSTICE, COURT, COUNCIL) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    "question",
    [
        "上海市司法局2031年办公费多少",  # the district's is another
        "云水铁路运输法院2031年办公费多少",  # a unit of which only the name is told
        "临溪区司法局2030年三公经费实际花了多少",  # what was carried out is told of another account
        "临溪区司法局2031年因公出国团组多少",
        "江海市图书馆2031年绩效目标项目数是多少",
        "江海市图书馆2031年资本性支出多少万元",  # of which that of basic construction is a part
    ],
)
def test_the_nearest_figure_is_no_answer(ask, question):
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.values == ()


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("上海市临溪司法局2031年办公费多少", "30.00"),
        ("临溪区司法局2031年出国经费多少万元", "1.00"),
        ("临溪区司法局2030年普法宣传实际花了多少", "5.00"),
        ("云山省高级人民法院2031年办公费多少", "40.00"),
        ("江海市图书馆2031年底结转结余还有多少万元", "10.00"),
        ("图书馆2031年年初结余多少", "20.00"),
    ],
)
def test_what_is_meant_by_its_usual_name(ask, question, value):
    assert [str(v.quantity.number) for v in ask(question).values] == [value]
