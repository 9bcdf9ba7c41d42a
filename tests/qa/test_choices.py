"""What is offered to click is a question that is answered, and with a reading of the question it came from."""

from __future__ import annotations

import pytest
from made_stores import over
from real_questions import examples, phrased
from test_refusals import QUESTIONS

from corpus import read_document
from qa.answer import Status

AMBIGUOUS = {
    "一网通办 budget?": [
        ("“一网通办”运营服务费", "18050.50"),
        ("上海市“一网通办”平台信息系统（2021升级改造）经费", "1768.39"),
    ],
    "工资多少": [("工资福利支出", "30463920"), ("基本工资", "3370272")],
}


@pytest.mark.parametrize("question", AMBIGUOUS)
def test_each_reading_is_offered_with_its_value(answer_to, question):
    answer = answer_to(question)
    assert answer.status is Status.AMBIGUOUS
    assert len(answer.choices) == len(AMBIGUOUS[question])
    for choice, (name, number) in zip(answer.choices, AMBIGUOUS[question], strict=True):
        assert name in choice
        again = answer_to(choice)
        assert again.status is Status.ANSWERED
        assert str(again.values[0].quantity.number) == number
        assert again.values[0] in answer.values


def test_two_projects_of_one_word_are_also_added_up(answer_to):
    answer = answer_to("一网通办 budget?")
    assert [str(value.quantity.number) for value in answer.values] == ["18050.50", "1768.39", "19818.89"]
    assert answer.derivation == ("18,050.50 + 1,768.39 = 19,818.89万元",)


def test_whatever_is_offered_is_answered(answer_to):
    questions = [question for _, question in examples()] + phrased() + QUESTIONS
    offered = {choice for question in questions for choice in answer_to(question).choices}
    assert len(offered) > 20
    assert [choice for choice in sorted(offered) if answer_to(choice).status is not Status.ANSWERED] == []


def test_a_reading_over_several_bodies_says_whose_each_figure_is(tmp_path):
    account = "{body}2021年部门预算\n\n一、“三公”经费情况\n\n2021年“三公”经费预算数为{amount}万元。\n"
    with over(tmp_path, "one.txt", account.format(body="江海市水利局", amount="12.00").encode()) as engine:
        (tmp_path / "two.txt").write_text(
            account.format(body="江海市档案局", amount="9.50"), encoding="utf-8"
        )
        engine.store.add(read_document(tmp_path / "two.txt"))
        answer = engine.ask("江海市水利局和江海市档案局2021年的三公经费哪个多")
        again = engine.ask(answer.readings[0])
    assert answer.readings == ("江海市水利局2021年三公经费、江海市档案局2021年三公经费哪个最高？",)
    assert again.values == answer.values


def test_a_document_number_that_one_of_several_documents_cites_is_of_that_document(tmp_path):
    project = (
        "江海市司法局2021年部门预算\n\n七、项目经费情况说明\n\n人民调解项目经费情况说明\n\n一、项目概述\n\n购买人民调解服务。\n\n"
        "二、立项依据\n\n1.《关于加强人民调解经费保障的意见》（江财〔2008〕30号）\n\n"
        "三、年度预算安排\n\n年度财政资金预算安排795万元。\n"
    )
    with over(tmp_path, "one.txt", project.encode()) as engine:
        other = "江海市档案局2021年部门预算\n\n一、“三公”经费情况\n\n2021年“三公”经费预算数为9.50万元。\n"
        (tmp_path / "two.txt").write_text(other, encoding="utf-8")
        engine.store.add(read_document(tmp_path / "two.txt"))
        answer = engine.ask("江财〔2008〕30号是哪个项目的依据")
        unknown = engine.ask("江财〔2009〕31号是哪个项目的依据")
    assert (answer.status, answer.items) == (Status.ANSWERED, ("人民调解",))
    assert unknown.status is Status.AMBIGUOUS
