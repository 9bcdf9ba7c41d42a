import pytest

from corpus import parse_number
from corpus.document_numbers import DocumentNumber, find_numbers

SAME = DocumentNumber("国办发", 2018, 45)
ORDER = DocumentNumber("沪府令", None, 9)


@pytest.mark.parametrize(
    "typed",
    [
        "国办发〔2018〕45号",
        "国办发[2018]45",
        "国办发2018 45号文",
        "国办发 2018 45",
        "国办发（2018）45号",
        "国办发(2018) 45 号",
        "国办发【2018】45号",
        "国办发［２０１８］４５号",
        "国办发〔2018〕第45号",
        "国办发2018年45号",
        "国办发2018-45号",
        " 国办发 〔2018〕 045号文 ",
    ],
)
def test_all_ways_to_type_a_number_are_one(typed):
    assert parse_number(typed) == SAME


@pytest.mark.parametrize(
    "typed",
    [
        "沪府令9号",
        "沪府令第9号",
        "上海市人民政府令第9号",
        "上海市人民政府令9号",
        "沪府令９号",
        "沪府令 第 9 号",
        "沪府令9",
    ],
)
def test_all_ways_to_type_an_order_are_one(typed):
    assert parse_number(typed) == ORDER


@pytest.mark.parametrize(
    "text",
    [
        "",
        "45号",
        "2018",
        "国办发",
        "国办发〔2018〕",
        "2018年9月",
        "一网通办有多少",
        "第9号",
        "x" * 10_000,
        "国发9" * 40,
    ],
)
def test_what_is_no_number(text):
    assert parse_number(text) is None


def test_a_number_prints_as_it_is_published():
    assert str(parse_number("国办发2018 45")) == "国办发〔2018〕45号"
    assert str(parse_number("上海市人民政府令第9号")) == "沪府令9号"


def test_numbers_in_a_question():
    (found,) = find_numbers("哪些项目依据了国办发2018 45号文")
    assert (found.number, found.text) == (SAME, "国办发2018 45号")
    assert "哪些项目依据了国办发2018 45号文"[found.start : found.end] == found.text


def test_known_issuers_settle_where_a_number_begins():
    (found,) = find_numbers("一网通办沪委办2020 12", known={"沪委办", "委办"})
    assert (found.number, found.text) == (DocumentNumber("沪委办", 2020, 12), "沪委办2020 12")


def test_two_numbers_in_a_question():
    found = find_numbers("国发〔2016〕73号和国发〔2016〕51号哪个早")
    assert [number.number for number in found] == [
        DocumentNumber("国发", 2016, 73),
        DocumentNumber("国发", 2016, 51),
    ]


def test_an_order_with_its_date():
    (found,) = find_numbers("2018年9月30日上海市人民政府令第9号公布")
    assert (found.number, found.text) == (ORDER, "上海市人民政府令第9号")


@pytest.mark.parametrize(
    "text", ["2021年1月至2021年12月", "支出55,596万元，比2020年增加19,977万元", "2030年预算", "编号12"]
)
def test_figures_and_dates_are_no_numbers(text):
    assert find_numbers(text) == ()
