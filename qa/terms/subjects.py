"""What the totals of a table are of, by its title and its halves: 支出总计, 财政拨款收入, 三公经费."""

from __future__ import annotations

import re
from collections.abc import Set

from corpus.document import Table
from qa.terms.labels import canonical
from qa.text import flatten

PURCHASES = "政府采购"
KINDS_OF_PURCHASE = ("货物", "工程", "服务")
"""What is bought, by kind: 政府采购法 (2014), article 2."""
THREE_PUBLIC = "三公经费"
RUNNING = "机关运行经费"
OWN_SUBJECTS = (PURCHASES, "政府购买服务", RUNNING)
"""What a table is of by its title though that names a fund or spending too: 一般公共预算机关运行经费支出预算表."""
FUNDS = ("政府性基金预算", "国有资本经营预算", "一般公共预算", "财政拨款")
SHORT_FUNDS = {"政府性基金预算": "政府性基金", "国有资本经营预算": "国有资本经营"}
ALWAYS_WITHIN = {
    "人员经费": "基本支出",
    "公用经费": "基本支出",
    "授予中小企业合同": PURCHASES,
    "授予小微企业合同": PURCHASES,
}
"""What the halves of basic spending, and contracts for small firms, are a part of in every account.

That they are need not be said with them.
"""
FLOWS = ("基本支出", "项目支出", "支出", "收入")
KINDS = frozenset({"基本支出", "项目支出"})
"""The columns of every table of spending that its rows are split into."""
SIDES = ("支出", "收入")
INCOME = "收入总计"
WHOLES = ("支出总计", INCOME)
WHOLE_OF_BOTH = "收支总计"
"""The total of income and of spending, which are equal: it moves as each of them does."""
BOTH_SIDES = re.compile(r"收入.*支出|收支")
"""What the title of a table says that has income on one half and spending on the other."""


def table_subject(title: str) -> str:
    """What a table's total row is the total of, by its title: 支出总计, 一般公共预算基本支出, 三公经费, …."""
    name = flatten(title)
    if "三公" in name:
        return THREE_PUBLIC
    if subject := next((subject for subject in OWN_SUBJECTS if subject in name), ""):
        return subject
    fund = fund_of(name)
    if not fund and BOTH_SIDES.search(name):  # each side has its own total
        return name
    flow = next((flow for flow in FLOWS if flow in name), "")
    return canonical(f"{fund}{flow}" if fund else f"{flow}总计" if flow in {"支出", "收入"} else flow or name)


def subject_of(table: Table) -> str:
    """What a table's totals are of; one that has 三公 as a column or a row (beside 会议费) is about its title."""
    named = ["三公" in "".join(column.path) for column in table.columns if column.role.holds_figures]
    is_row = any("三公" in row.name for row in table.rows)
    if is_row or (any(named) and not all(named)):
        return flatten(table.title)
    return table_subject(table.title)


def of_side(header: Set[str], subject: str, title: str) -> str:
    """What the totals of one side are of, in a table whose title says neither or both: 收入总计, 财政拨款支出总计."""
    if subject != title and not BOTH_SIDES.search(title):
        return subject
    return next((f"{fund_of(title)}{flow}总计" for flow in SIDES if flow in header), subject)


def fund_of(title: str) -> str:
    """The fund that a table is of by its title, empty where it is of all: 政府性基金支出预算表 is that fund's too."""
    return next((fund for fund in FUNDS if fund in title or SHORT_FUNDS.get(fund, fund) in title), "")


def of_flow(names: Set[str], subject: str) -> frozenset[str]:
    """The names of a column of a table with this subject: one called by its fund alone is no spending among income."""
    if subject != INCOME:
        return frozenset(names)
    incomes = {canonical(f"{fund}支出"): canonical(f"{fund}收入") for fund in FUNDS}
    return frozenset(incomes.get(name, name) for name in names)


def whole_of_fund(name: str, title: str) -> str:
    """What a row is called with the fund of its table: 支出总计 of 财政拨款收支总表 is 财政拨款支出."""
    return canonical(f"{fund_of(title)}{name}") if name in WHOLES else name
