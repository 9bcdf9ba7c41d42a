"""Which statements give one amount, which reading comes first, and the year before by this year's change."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from corpus.document import Measure
from corpus.quantity import Quantity
from qa.catalogs.catalog import Catalog
from qa.catalogs.readings import agree, show
from qa.catalogs.resolve import amounts, change
from qa.query import Target


def money(number, unit):
    return Quantity(Decimal(number), unit)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("55596", "万元"), ("555962355", "元"), True),
        (("55596", "万元"), ("555960000", "元"), True),
        (("55596", "万元"), ("555970000", "元"), False),
        (("55596", "万元"), ("555950000", "元"), False),
        (("0", "万元"), ("0.68", "万元"), False),
        (("0", "万元"), ("0.00", "元"), True),
        (("55596.24", "万元"), ("555962355", "元"), True),
        (("55596.23", "万元"), ("555962355", "元"), True),
        (("55596.10", "万元"), ("555962355", "元"), False),
        (("5.56", "亿元"), ("555962355", "元"), True),
        (("5.55", "亿元"), ("555962355", "元"), True),
        (("5.54", "亿元"), ("555962355", "元"), False),
        (("100", "元"), ("101", "元"), False),
        (("100", "元"), ("100.00", "元"), True),
        (("25.00", "万元"), ("250000", "元"), True),
        (("0", "元"), ("0", "万元"), True),
        (("1", "个"), ("1", "个"), True),
        (("1", "个"), ("1", "家"), False),
        (("1", "个"), ("1", "元"), False),
        (("0", "个"), ("0", "元"), False),
    ],
)
def test_statements_agree_as_far_as_the_coarser_is_printed(one, other, same):
    assert agree(money(*one), money(*other)) is same
    assert agree(money(*other), money(*one)) is same


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [
        ("18050.50", "万元", "18,050.50万元"),
        ("32.47", "%", "32.47%"),
        ("-11.74", "万元", "-11.74万元"),
        ("7", "个", "7个"),
    ],
)
def test_show(number, unit, shown):
    assert show(money(number, unit)) == shown


def readings(book, *names, year=2021):
    return [
        (str(r.quantity.number), r.quantity.unit, len(r.figures))
        for r in amounts(book.catalogs, Target(names, year))
    ]


def test_prose_and_tables_are_one_reading_of_the_total(book):
    ((number, unit, statements),) = readings(book, "支出总计")
    assert (number, unit) == ("55596", "万元")
    assert statements == 3  # 财政拨款收支预算总表 has the total of one fund


def test_a_row_is_quoted_from_its_cell_before_prose(book):
    (reading,) = amounts(book.catalogs, Target(("一般公共服务支出",), 2021))
    assert (reading.quantity, reading.others[0].fact.quantity) == (
        money("547241750", "元"),
        money("54724", "万元"),
    )


def test_a_column_narrows_a_row_and_a_blank_is_zero(book):
    assert readings(book, "事业运行", "基本支出")[0][:2] == ("53205802", "元")
    assert readings(book, "其他行政事业单位养老支出", "基本支出")[0][:2] == ("0", "元")


def test_names_that_no_figure_has_together_have_no_reading(book):
    assert readings(book, "租赁费", "项目支出") == []
    assert readings(book, "电费") == []
    assert readings(book, "租赁费", year=2020) == []
    assert amounts(book.catalogs, Target((), 2021)) == ()


@pytest.mark.parametrize(
    ("name", "number", "step"),
    [
        ("支出总计", "35619", "55,596 - 19,977 = 35,619万元"),
        ("三公经费", "102.74", "122.20 - 19.46 = 102.74万元"),
        ("公务接待费", "36.74", "25.00 + 11.74 = 36.74万元"),
        ("公务用车购置及运行费", "16.00", "47.20 - 31.20 = 16.00万元"),
        ("因公出国境费", "50.00", "50.00 - 0.00 = 50.00万元"),
    ],
)
def test_the_year_before_is_derived_from_the_change(book, name, number, step):
    names = {"因公出国境费": "因公出国(境)费"}
    (reading,) = amounts(book.catalogs, Target((names.get(name, name),), 2020)) or amounts(
        book.catalogs, Target((name,), 2020)
    )
    assert reading.quantity == money(number, "万元")
    assert reading.steps in ((step,), (step.replace("0.00 =", "0 ="),))
    assert {figure.fact.measure for figure in reading.figures} == {Measure.AMOUNT, Measure.CHANGE}


def test_no_change_is_stated_against_other_years(book):
    assert change(book.catalogs, Target(("三公经费",), 2021), 2019, Measure.CHANGE) is None
    assert amounts(book.catalogs, Target(("三公经费",), 2019)) == ()


def test_amounts_of_one_label_are_told_apart_by_where_they_stand(shipped_store):
    document = shipped_store.load(1)
    cell, prose = (
        next(
            fact
            for fact in document.facts
            if fact.subject == "公务接待费"
            and fact.measure is Measure.AMOUNT
            and (fact.cell is None) is in_prose
        )
        for in_prose in (False, True)
    )
    changed = replace(document, facts=(cell, replace(prose, quantity=money("26.00", "万元"))))
    found = amounts((Catalog(changed),), Target(("公务接待费",), 2021))
    assert [(reading.label, show(reading.quantity)) for reading in found] == [
        ("公务接待费（2021年部门一般公共预算基本支出部门预算经济分类预算表）", "250,000元"),
        ("公务接待费（一、2021年“三公”经费预算情况说明）", "26.00万元"),
    ]
