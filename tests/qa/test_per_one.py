"""Questions for an amount for each of those that it is spent on, which the paragraph of the amount counts."""

import pytest
from made_stores import of_texts

from qa.answer import Status

TEXT = """江海市林业局2031年部门决算
一、“三公”经费支出决算情况说明
（一）公务用车购置及运行费16.48万元。其中：公务用车购置费0万元，购置公务用车1辆；公务用车运行维护费16.48万元，年末公务用车保有量8辆。
（二）公务接待费4.86万元。其中：国内公务接待费4.86万元，共接待62批次、486人次；国（境）外接待0批次、0人次。
（三）因公出国（境）费9万元，全年安排团组2个，累计5人次。
二、其他重要事项情况说明
（一）办公费支出3.20万元。
（二）培训费支出0.34万元，培训40人次，人均培训费85.00元。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("each"), TEXT) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "amount", "unit"),
    [
        ("2031年平均每辆公务用车运行费多少万元", "2.06", "万元"),
        ("公务用车运行维护费平均每辆车花了多少元", "20600.00", "元"),
        ("公务接待人均花了多少元", "100.00", "元"),
        ("每批次公务接待平均多少元", "783.87", "元"),
        ("公务接待费平均每批次多少万元", "0.08", "万元"),
        ("人均培训费是多少元", "85.00", "元"),  # is divided already
    ],
)
def test_an_amount_is_divided_by_the_count_of_its_paragraph(ask, question, amount, unit):
    (value,) = ask(question).values
    assert (f"{value.quantity.number:f}", value.quantity.unit) == (amount, unit)


@pytest.mark.parametrize("question", ["人均办公费多少元", "每辆车的办公费多少", "公务接待费平均每辆车多少元"])
def test_what_the_paragraph_does_not_count_divides_nothing(ask, question):
    answer = ask(question)
    assert (answer.status, answer.values) == (Status.NOT_FOUND, ())
