"""Figures as tables print them."""

from __future__ import annotations

import re
from decimal import Decimal

PLAIN = str.maketrans("０１２３４５６７８９，．％（）－−﹣", "0123456789,.%()---")
FIGURE = re.compile(r"([(]?)([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)%?([)]?)")
DASH = re.compile(r"[-—–─]{1,2}")
MAX_LENGTH = 40


def parse_figure(text: str) -> Decimal | None:
    """The number of a printed figure (`1,234.50`, `(12.3)` negative, `15%` as 15, full width), or None."""
    found = FIGURE.fullmatch(text.translate(PLAIN)) if len(text) <= MAX_LENGTH else None
    if found is None or bool(found[1]) != bool(found[4]):
        return None
    number = Decimal(found[3].replace(",", ""))
    return -number if found[1] or found[2] == "-" else number


def is_dash(text: str) -> bool:
    """Whether a cell prints a dash for "nothing here"."""
    return DASH.fullmatch(text) is not None
