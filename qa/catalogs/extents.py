"""How much of a budget a total takes in: what is of the year alone, or with what is carried over."""

from __future__ import annotations

import re

from corpus.document import Stage
from qa.catalogs.figures import Figure
from qa.terms.subjects import FUNDS, WHOLE_OF_BOTH, WHOLES, whole_of_fund

WHOLE_BUDGET = frozenset(WHOLES)
"""What 总额 and the like stand for where nothing else is named."""
EXTENTS = frozenset(
    {*(whole_of_fund(name, fund) for name in WHOLE_BUDGET for fund in ("", *FUNDS)), WHOLE_OF_BOTH}
)
"""What is of the year alone, or with what is carried over: all income or spending, or all of a fund."""
OF_YEAR = re.compile(r"本年|当年|合计|小计")
OF_ALL = {Stage.BUDGET: re.compile(r"总"), Stage.FINAL: re.compile(r"总计")}
"""What tells a year's own income or spending from that with what is carried over; 总支出 of an outcome may be both."""
NAMED_EXTENT = re.compile(r"本年|当年|总计")
"""What leaves open neither: 支出总计 is not 本年支出合计."""


def asks_all(said: str) -> bool:
    """Whether a question names the total with what is carried over, and no other."""
    return bool(OF_ALL[Stage.FINAL].search(said)) and not OF_YEAR.search(said)


def of_other_extent(figure: Figure, said: str) -> bool:
    """Whether a figure is of the year alone and asked for with what is carried over, or the other way round."""
    if figure.row not in EXTENTS:
        return False
    of_year, of_all = OF_YEAR, OF_ALL[figure.document.stage]
    if of_year.search(said):
        return bool(of_all.search(figure.own))
    return bool(of_all.search(said) and of_year.search(figure.own))
