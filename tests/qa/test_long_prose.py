"""A final account of much prose, as districts publish them: counts, reasons, lists in sentences."""

import pytest
from made_stores import over

from qa.answer import Status

BODY = "江海市云台区水利局"
PROSE = """一、部门基本情况
（一）机构设置。
江海市云台区水利局为区政府工作部门。下设办公室、规划科（河长办）、水土保持科等3个科室。机关行政编制22名，实有20人；所属事业单位编制96名，实有88人。
（二）单位构成。
从预算单位构成看，纳入本部门2030年度决算编制的二级预算单位主要包括：江海市云台区水利局（本级）、云台区水库管理站。
二、部门决算情况说明
（一）一般公共预算财政拨款支出决算情况说明。
2030年度一般公共预算财政拨款支出60.00万元，主要用于：农林水支出45.00万元，占75.00%；住房保障支出15.00万元，占25.00%。
（二）培训费情况说明。
本年度培训费支出6.42万元，较上年决算数增加1.87万元，增长41.1%，主要原因是举办河长制业务培训班2期。
三、“三公”经费情况说明
（一）“三公”经费实物量情况。
2030年度国内公务接待61批次478人（其中外事接待0批次，0人）。国（境）外公务接待0批次，0人。
（二）国有资产占用情况。
储备库总建筑面积2.46万平方米，其中办公用房4,216.00平方米。防汛演练项目自评得分为94.5分。
四、专业名词解释
（一）住房保障支出（类）住房改革支出（款）提租补贴（项）：指按房改政策规定的标准发放的租金补贴。
"""
ALL_FUNDS = """<p>支出决算表</p><p>单位：万元</p><table>
<tr><td>科目编码</td><td>科目名称</td><td>合计</td></tr>
<tr><td>213</td><td>农林水支出</td><td>70.00</td></tr>
<tr><td>221</td><td>住房保障支出</td><td>30.00</td></tr>
<tr><td></td><td>合计</td><td>100.00</td></tr></table>"""
GENERAL = """<p>一般公共预算财政拨款支出决算表</p><p>单位：万元</p><table>
<tr><td>科目编码</td><td>科目名称</td><td>小计</td></tr>
<tr><td>213</td><td>农林水支出</td><td>45.00</td></tr>
<tr><td>221</td><td>住房保障支出</td><td>15.00</td></tr>
<tr><td></td><td>合计</td><td>60.00</td></tr></table>"""

EMPTY = """<p>政府性基金预算财政拨款支出决算表</p><p>单位：万元</p><table>
<tr><td>科目编码</td><td>科目名称</td><td>合计</td></tr>
<tr><td></td><td></td><td></td></tr></table><p>注：本部门2030年度没有政府性基金收支，故本表为空。</p>"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    lines = "".join(f"<p>{line}</p>" for line in PROSE.splitlines())
    page = (
        f"<html><body><h1>{BODY}2030年度部门决算情况说明</h1>{lines}{ALL_FUNDS}{GENERAL}{EMPTY}</body></html>"
    )
    with over(tmp_path_factory.mktemp("prose"), "云台区水利局.html", page.encode()) as engine:
        yield engine.ask


def said(answer):
    return [f"{value.quantity.number:f}{value.quantity.unit}" for value in answer.values]


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("国内公务接待多少批次多少人", ["61批次", "478人"]),
        ("国内公务接待了几批，多少人次", ["61批次", "478人"]),
        ("公务接待多少批次多少人", ["61批次", "0批次", "478人", "0人"]),
        ("国内公务接待几批", ["61批次"]),
        ("机关行政编制多少人", ["22名"]),
        ("办公用房多少平方米", ["4216.00平方米"]),
        ("储备库总建筑面积多少平方米", ["2.46万平方米"]),
        ("防汛演练项目自评得了多少分", ["94.5分"]),
        ("一般公共预算财政拨款支出中农林水支出占比多少", ["75.00%"]),
    ],
)
def test_counts_and_shares(ask, question, values):
    answer = ask(question)
    assert answer.status is Status.ANSWERED and said(answer) == values


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("内设哪些科室", ("办公室", "规划科（河长办）", "水土保持科")),
        ("决算包括哪些二级预算单位", ("江海市云台区水利局（本级）", "云台区水库管理站")),
    ],
)
def test_members_that_a_sentence_lists(ask, question, items):
    assert ask(question).items == items


def test_a_cause_that_is_asked_for_by_how(ask):
    assert "举办河长制业务培训班" in ask("培训费怎么涨了").text


@pytest.mark.parametrize("question", ["归哪个部门管", "是谁的下属单位"])
def test_whose_the_body_is(ask, question):
    assert ask(question).passages == ("江海市云台区水利局为区政府工作部门。",)


def test_why_a_table_is_empty(ask):
    assert "没有政府性基金收支" in ask("政府性基金预算财政拨款支出决算表为什么是空的").text


def test_an_account_that_the_glossary_defines_by_its_whole_path(ask):
    assert "租金补贴" in ask("提租补贴是什么意思").text
