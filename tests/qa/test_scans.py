"""Questions over a scanned page: what sums prove is answered and says where it is from, the rest is not."""

import json

import pytest
from made_pdfs import centred, pdf, ruled, text
from made_scans import scanned
from made_stores import over

from corpus.audit import Severity, audit_document
from qa.answer import Status, as_json
from qa.commands.asking import show_answer
from qa.commands.library import record_json

ROWS = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["201", "一般公共服务支出", "1,834.50", "1,234.50", "600.00"],
    ["20101", "行政运行", "1,234.50", "1,234.50", ""],
    ["20102", "一般行政管理事务", "600.00", "", "600.00"],
    ["208", "社会保障和就业支出", "69.78", "96.78", ""],
    ["", "合计", "1,931.28", "1,331.28", "600.00"],
]
REMARK = "出处在扫描页上，文字和数字由程序识别而来，请对照原页。"


def page():
    return [
        centred("江海市档案馆2024年部门预算", 50, 18),
        text("一、收支情况说明", 80),
        text("2024年公务接待费预算3.20万元，主要用于接待来访人员。", 100),
        centred("2024年部门支出预算总表", 130, 14),
        text("单位：万元", 150, 460),
        ruled(ROWS, 160, widths=(70, 150, 80, 80, 80)),
    ]


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with over(tmp_path_factory.mktemp("scan"), "scan.pdf", scanned(pdf(page()))) as engine:
        yield engine


def test_a_proven_figure_is_answered_and_says_that_it_was_recognised(engine):
    answer = engine.ask("行政运行支出是多少")
    assert [str(value.quantity.number) for value in answer.values] == ["1234.50"]
    assert answer.remarks == (REMARK,) and REMARK in answer.text
    (evidence,) = as_json(answer)["evidence"]
    assert (evidence["page"], evidence["recognised"]) == (1, True)


def test_it_says_so_in_english_and_beside_the_source(engine, capsys):
    answer = engine.ask("How much is the budget of 20101?")
    assert [str(value.quantity.number) for value in answer.values] == ["1234.50"]
    show_answer(answer)
    shown = capsys.readouterr().out
    assert "The source is a scanned page" in shown
    assert "scan.pdf  page 1 (a scan, recognised by a program)" in shown


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("社会保障和就业支出是多少", id="a cell in a sum that fails"),
        pytest.param("一般公共服务支出比社会保障和就业支出多多少", id="as an operand"),
        pytest.param("哪一类支出最多", id="the largest of a set that holds it"),
        pytest.param("公务接待费预算是多少", id="a figure in words"),
    ],
)
def test_what_is_not_proven_is_not_answered(engine, question):
    answer = engine.ask(question)
    assert (answer.status, answer.values, answer.items) == (Status.NOT_FOUND, (), ())
    assert "无法证明没有认错" in answer.text
    assert "69.78" not in json.dumps(as_json(answer)) and "3.20" not in answer.text


def test_the_words_of_the_page_are_quoted_as_recognised(engine):
    answer = engine.ask("公务接待费主要用于什么")
    assert answer.passages == ("2024年公务接待费预算3.20万元，主要用于接待来访人员。",)
    assert REMARK in answer.text


def test_the_record_says_which_pages_were_recognised(engine):
    (record,) = engine.store.records()
    shown = record_json(record)
    assert (shown["recognised"], shown["unread"], shown["uncertain"]) == ([1], [], 5)


def test_a_sum_that_fails_on_a_scan_may_be_misread(engine):
    (record,) = engine.store.records()
    found = audit_document(engine.store.load(record.id))
    assert found and {finding.severity for finding in found} == {Severity.WARNING}
    assert all(finding.message.endswith("（有的数在扫描页上，也可能是识别有误）") for finding in found)
