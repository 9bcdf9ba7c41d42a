"""Amounts in other units: exact, to the last digit that is printed."""

from decimal import Decimal

import pytest

from corpus.quantity import Quantity, UnitError


@pytest.mark.parametrize(
    ("number", "unit", "other", "shown"),
    [
        ("327.640020", "万元", "元", "3276400.20"),
        ("327.64", "万元", "元", "3276400"),
        ("0.5", "亿元", "万元", "5000"),
        ("402.00", "万元", "亿元", "0.0402"),
        ("402.00", "万元", "万元", "402.00"),
        ("12.30", "元", "元", "12.30"),
    ],
)
def test_an_amount_in_another_unit(number, unit, other, shown):
    assert f"{Quantity(Decimal(number), unit).to(other).number:f}" == shown


def test_what_is_no_money_is_not_converted():
    with pytest.raises(UnitError):
        Quantity(Decimal(3), "辆").to("元")
