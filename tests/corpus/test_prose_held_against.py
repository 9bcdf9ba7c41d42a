"""Notes that hold a figure against an amount, name an account ahead of it, or evaluate a project."""

from decimal import Decimal

import pytest
from made_texts import document

from corpus.facts import extract_facts

LEAD = "江海县水利局2030年部门决算\n\n一、情况说明\n\n"


def stated(text):
    """Each fact as its subject, measure, number and unit, year and the year that it is against."""
    return [
        (
            fact.subject,
            fact.measure.value,
            f"{fact.quantity.number:f}{fact.quantity.unit}",
            fact.year,
            fact.base_year,
        )
        for fact in extract_facts(document(f"{LEAD}{text}\n"))
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "2030年本部门维持机关日常运转而开支的机关运行经费，合计28.54万元，比2029年29.78万元减少1.24万元，下降4.16%。",
            [
                ("机关运行经费", "amount", "28.54万元", 2030, None),
                ("机关运行经费", "amount", "29.78万元", 2029, None),
                ("机关运行经费", "change", "-1.24万元", 2030, 2029),
                ("机关运行经费", "rate", "-4.16%", 2030, 2029),
            ],
        ),
        (
            "公务用车运行维护费预算数比2029年预算数28.00万元增加0.60万元。",
            [
                ("公务用车运行维护费预算数", "amount", "28.00万元", 2029, None),
                ("公务用车运行维护费预算数", "change", "0.60万元", 2030, 2029),
            ],
        ),
        (
            "因公出国（境）费用预算数15.00万元，与2029年预算数15.00万元持平。",
            [
                ("因公出国（境）费用预算数", "amount", "15.00万元", 2030, None),
                ("因公出国（境）费用预算数", "amount", "15.00万元", 2029, None),
                ("因公出国（境）费用预算数", "change", "0万元", 2030, 2029),
            ],
        ),
        (
            "“三公”经费支出决算数46.37万元，比年初预算58.00万元下降20.05%，同比下降12.36%。",
            [
                ("“三公”经费支出决算数", "amount", "46.37万元", 2030, None),
                ("“三公”经费支出年初预算", "amount", "58.00万元", 2030, None),
                ("“三公”经费支出决算数", "rate", "-20.05%", 2030, None),
                ("“三公”经费支出决算数", "rate", "-12.36%", 2030, 2029),
            ],
        ),
        (
            "（六）2130234（林业防灾减灾）支出315.27万元，较上年增加27.82万元。",
            [
                ("林业防灾减灾", "amount", "315.27万元", 2030, None),
                ("林业防灾减灾", "change", "27.82万元", 2030, 2029),
            ],
        ),
        (
            "堤防管护项目绩效自评综述：项目全年预算数为15.00万元，自评得分96.50分。",
            [
                ("堤防管护项目全年预算数", "amount", "15.00万元", 2030, None),
                ("堤防管护项目自评得分", "amount", "96.50分", 2030, None),
            ],
        ),
        (
            "项目支出80.00万元，主要成效：完成12座水库除险加固，年末公务用车保有量5辆。",
            [
                ("项目支出", "amount", "80.00万元", 2030, None),
                ("完成水库除险加固", "amount", "12座", 2030, None),
                ("公务用车保有量", "amount", "5辆", 2030, None),
            ],
        ),
        ("全年造林4.82万亩。", [("全年造林", "amount", "4.82万亩", 2030, None)]),
    ],
)
def test_what_is_stated(text, facts):
    assert stated(text) == facts


def test_an_earlier_amount_of_nothing_is_none():
    assert stated("全年开展了各项工作，比2029年29.78万元减少1.24万元。") == []


def test_the_number_is_exact():
    (fact,) = extract_facts(document(f"{LEAD}全年造林4.820万亩。\n"))
    assert fact.quantity.number == Decimal("4.820")
