"""What a clause says of a change: how much, which way, and against which year or plan."""

from __future__ import annotations

import re
from decimal import Decimal

from corpus.amounts import MONEY, NUMBER
from corpus.document import Document, Measure
from corpus.quantity import Quantity

AGAINST = (
    r"(?:(?:比|较|与|同)(?P<base>(?:20\d\d)年度?|上年度?|去年|上一年度?)"
    r"(?:年初|执行|部门|单位|当年)?(?:预算|决算)?(?:执行数|数字|数|支出|安排)?(?:相比|相较|对比|比较|同期)?|同比|对比)"
)
"""What is compared with; 同比 and 对比 alone are with the year before."""
AGAINST_PLAN = re.compile(r"(?:比|较|与)(?:年初|全年|调整)?预算数?(?:相比|对比)?")
"""What compares an outcome with the year's own budget: 比年初预算减少4.13万元."""
CHANGE = re.compile(
    rf"(?:按?同口径)?(?:{AGAINST})?(?:同口径|有所|共|各|略有)?(?P<way>增加|增长|提高|上升|上涨|增幅|减少|下降|降低|下调|降幅)"
    r"(?:了|额|数|为|约|支出|收入|预算|经费|资金|[（(](?:减少|增加|下降|增长)[）)])?\s*"
    rf"(?P<number>{NUMBER})\s*(?P<unit>{MONEY}|%|％)"
)
LEVEL = "(?:基本)?(?:持平|一致|相同|相等|无变化|无增减(?:变化)?)"
LEVEL_WITH = re.compile(AGAINST + LEVEL)
LEVEL_WITH_PLAN = re.compile(AGAINST_PLAN.pattern + LEVEL)
COMPARED = re.compile(AGAINST)
BASE = re.compile(
    rf"(?:比|较|与|同)(?P<base>20\d\d年度?|上年度?|去年|上一年度?)(?P<what>[^\d，。]{{0,30}}?)(?={NUMBER})"
)
"""An earlier year's amount that is compared with: 比2023年年初预算数19,562.30万元."""
BASE_PLAN = re.compile(rf"(?:比|较|与|同)(?P<plan>(?:年初|全年|调整后?)?预算数?)(?={NUMBER})")
"""The amount of the year's own budget that is compared with: 比年初预算58.00万元."""
LEVEL_AFTER = re.compile(rf"(?<=元)(?:相比|对比)?{LEVEL}")
"""What is level with an amount before it: 与2023年预算数15.00万元持平."""
FALLING = frozenset({"减少", "下降", "降低", "下调", "降幅"})


def moved_by(change: re.Match[str] | None, unit: str) -> tuple[Measure, Quantity]:
    """The signed change or rate that a clause states; 持平 is a change of zero in this money unit."""
    if change is None:
        return Measure.CHANGE, Quantity(Decimal(0), unit)
    number = Decimal(change["number"].replace(",", ""))
    signed = -number if change["way"] in FALLING else number
    if change["unit"] in ("%", "％"):
        return Measure.RATE, Quantity(signed, "%")
    return Measure.CHANGE, Quantity(signed, change["unit"])


def year_against(document: Document, against: re.Match[str] | None) -> int | None:
    """The year that a change is against: stated, or the year before the document's own (上年, 同比); None for none."""
    if against is None:
        return None
    if against["base"] and against["base"].startswith("20"):
        return int(against["base"][:4])
    return document.year - 1 if document.year is not None else None
