"""Where a figure stands, in words that tell it from others of its name."""

from __future__ import annotations

from collections.abc import Set

from qa.catalogs.figures import Figure
from qa.terms.bodies import BODY_END
from qa.terms.subjects import RUNNING, SIDES, THREE_PUBLIC
from qa.text import flatten

PURCHASES = "采购"
INCOME, SPENDING = "收入", "支出"


def table_or_heading(figure: Figure) -> str:
    """The title of the table that a figure stands in, of prose the heading above it."""
    return figure.table.title if figure.table else figure.document.heading_path(figure.fact.section)[-1]


def head_of_column(figure: Figure) -> str:
    """What stands over the head of a figure's column (一般公共预算拨款 over 项目支出), empty where nothing does."""
    column = figure.table.columns[figure.fact.cell.column] if figure.table and figure.fact.cell else None
    return column.path[-2] if column and len(column.path) > 1 else ""


def is_of_purchases(figure: Figure) -> bool:
    """Whether a figure is in a table of purchases: what is bought for a project is only a part of its budget."""
    return figure.table is not None and PURCHASES in flatten(figure.table.title)


def is_across(figure: Figure, said: str) -> bool:
    """Whether a figure stands on the other half of a table of income and spending than the question speaks of.

    一般公共预算财政拨款 is an income on the left of 财政拨款收支总表, and on its right a column of what is spent.
    """
    sides = [side for side in SIDES if side in said]
    return len(sides) == 1 and figure.around & {*SIDES} == {*SIDES} - {*sides}


def is_income(figure: Figure) -> bool:
    """Whether a figure is what comes in for an account that is spent on: 博物馆 in 收入决算表."""
    title = flatten(figure.table.title) if figure.table else ""
    return figure.fact.code is not None and INCOME in title and SPENDING not in title


def is_unsaid_part(figure: Figure, names: Set[str]) -> bool:
    """Whether a figure is what a unit spends on 三公 or on running costs, and the question names only the unit.

    A table of these has a row for each unit: its total is no budget of the unit.
    """
    if figure.table is None or not BODY_END.search(figure.row) or figure.columns & names:
        return False
    parts = {THREE_PUBLIC, RUNNING} & figure.around
    return bool(parts) and not any(part in name for part in parts for name in names)
