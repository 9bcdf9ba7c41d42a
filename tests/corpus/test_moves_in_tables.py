"""Columns that compare with the year before: their figures are changes, and what is carried over is this year's."""

from decimal import Decimal

import pytest
from made_grids import Made, workbook

from corpus import read_document
from corpus.document import Measure

SPENDING = Made(
    [
        ["科目名称", "2029年执行数", "2030年预算数", "2030年预算数比2029年执行数", "", "上年结转"],
        ["", "", "", "增减额", "增减%", ""],
        ["防汛", "200.00", "250.00", "50.00", "25.00", "6.00"],
        ["合计", "200.00", "250.00", "50.00", "25.00", "6.00"],
    ],
    [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 2, 1), (3, 0, 4, 0), (5, 0, 5, 1)],
    over=("2030年一般公共预算支出表", "单位：万元"),
)


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    path = tmp_path_factory.mktemp("moves") / "made.xlsx"
    path.write_bytes(workbook("江海县水文中心2030年单位预算", SPENDING))
    return [fact for fact in read_document(path).facts if fact.subject == "防汛"]


def test_amounts_of_both_years(facts):
    amounts = [(fact.year, fact.quantity.number) for fact in facts if fact.measure is Measure.AMOUNT]
    assert amounts == [(2029, Decimal("200.00")), (2030, Decimal("250.00")), (2030, Decimal("6.00"))]


def test_the_change_and_its_rate(facts):
    moved = [fact for fact in facts if fact.measure is not Measure.AMOUNT]
    assert [(f.measure, f.year, f.base_year, f.quantity.number, f.quantity.unit) for f in moved] == [
        (Measure.CHANGE, 2030, 2029, Decimal("50.00"), "万元"),
        (Measure.RATE, 2030, 2029, Decimal("25.00"), "%"),
    ]
