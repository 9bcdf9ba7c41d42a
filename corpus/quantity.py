"""Amounts as published: an exact decimal number with the unit that it was printed in.

Money is compared and added in yuan; the printed unit is kept for display.
1 亿元 = 10,000 万元 = 10^8 元.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

YUAN: dict[str, Decimal] = {
    "元": Decimal(1),
    "千元": Decimal(10) ** 3,
    "万元": Decimal(10) ** 4,
    "百万元": Decimal(10) ** 6,
    "亿元": Decimal(10) ** 8,
}
"""How many yuan one of each money unit is."""


class UnitError(ValueError):
    """Two quantities of different kinds (money and a count, say) were to be converted or compared."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit: money (`元`, `万元`, …), a ratio (`%`, `倍`) or a counter (`个`, `家`, …)."""

    number: Decimal
    unit: str

    @property
    def is_money(self) -> bool:
        """Whether the unit is one of money, so that other money units convert to it."""
        return self.unit in YUAN

    @property
    def base(self) -> Decimal:
        """The number in yuan for money, to the last printed digit (1.2300万元 is 12300元); else as it stands."""
        moved = self.number.scaleb(YUAN.get(self.unit, Decimal(1)).adjusted())
        return moved + Decimal(0)  # written out: 1E+3 is 1000

    @property
    def places(self) -> int:
        """How many digits are printed after the point."""
        exponent = self.number.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0

    def to(self, unit: str) -> Quantity:
        """The same amount in another money unit, exactly.

        Raises:
            UnitError: one of the two units is not money and they differ.
        """
        if unit == self.unit:
            return self
        if unit not in YUAN or not self.is_money:
            raise UnitError(f"{self.unit} does not convert to {unit}")
        return Quantity(self.base / YUAN[unit], unit)
