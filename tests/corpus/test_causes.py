"""Which cause a sentence gives, and which of several changes it is the cause of."""

import pytest
from made_texts import document

from corpus.causes import reason_in
from corpus.document import Measure
from corpus.facts import extract_facts

LEAD = "江海县水利局2030年部门决算\n\n一、支出决算情况说明\n\n"


def moved(text):
    facts = extract_facts(document(f"{LEAD}{text}\n"))
    return [
        (fact.subject, f"{fact.quantity.number:f}{fact.quantity.unit}", fact.base_year, fact.reason)
        for fact in facts
        if fact.measure is not Measure.AMOUNT
    ]


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("培训费较上年下降5%，因为2030年不再办班。", "2030年不再办班"),
        ("培训费较上年下降5%，鉴于培训已经结束。", "培训已经结束"),
        ("会议费增加，系外省来访增多所致。", "外省来访增多"),
        ("用车费用减少，得益于换用新能源汽车。", "换用新能源汽车"),
        ("决算数小于预算数，因人员调出。", "人员调出"),
        ("建成管理平台，系统运行平稳。", None),
        ("培训费增加1.00万元，因公出国（境）费0万元。", None),
        ("新能源汽车运行费2.00万元，得益于节约用车。", None),
    ],
)
def test_a_cause_without_the_word_is_given_of_what_has_moved(sentence, cause):
    assert reason_in(sentence) == cause


def test_each_of_two_changes_of_one_subject_has_its_own_cause():
    text = (
        "财政拨款收入90.00万元，比上年减少8.00万元。主要原因是工程完工。"
        "较年初预算增加4.00万元。主要原因是追加防汛资金。"
    )
    assert moved(text) == [
        ("财政拨款收入", "-8.00万元", 2029, "工程完工"),
        ("财政拨款收入", "4.00万元", None, "追加防汛资金"),
    ]


def test_the_cause_of_a_difference_from_the_plan_is_none_of_a_change_over_the_years():
    text = (
        "“三公”经费支出预算为6.00万元，支出决算为5.00万元；较上年减少1.00万元。"
        "决算数小于预算数的主要原因是取消出访；决算数较上年减少的主要原因是用车减少。"
    )
    assert moved(text) == [("“三公”经费支出决算", "-1.00万元", 2029, "用车减少")]


def test_what_a_sentence_calls_the_expense_is_what_was_spoken_of():
    text = (
        "公务接待费3.00万元，主要用于接待来访。费用支出较年初预算减少1.00万元，主要原因是压减接待。"
        "较上年支出数增加0.50万元，主要原因是来访增多。"
    )
    assert moved(text) == [
        ("公务接待费", "-1.00万元", None, "压减接待"),
        ("公务接待费", "0.50万元", 2029, "来访增多"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1.水库清淤项目。项目全年预算数40.00万元，执行数39.00万元，自评得分96分，全年清淤12座。",
        "其中“水库清淤”项目由江海县水库管理所实施，全年预算数40.00万元，执行数39.00万元，自评得分96分，全年清淤12座。",
    ],
)
def test_what_tells_of_a_project_is_of_it(text):
    facts = extract_facts(document(f"{LEAD}{text}\n"))
    assert [(fact.subject, f"{fact.quantity.number:f}{fact.quantity.unit}") for fact in facts] == [
        ("水库清淤项目全年预算数", "40.00万元"),
        ("水库清淤项目执行数", "39.00万元"),
        ("水库清淤项目自评得分", "96分"),
        ("全年清淤", "12座"),
    ]
