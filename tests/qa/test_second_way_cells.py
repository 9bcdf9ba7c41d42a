"""Every cell of every shipped table, asked by its row and column, against plain SQL over the same rows."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

import pytest
from second_way import FEN, TOTAL_COLUMNS, TOTAL_ROWS, cells, in_fen


@pytest.fixture(scope="module")
def figures(shipped_store):
    return cells(shipped_store)


@pytest.fixture(scope="module")
def amounts(figures):
    """What the tables state for a row and a column together, whichever table."""
    stated = defaultdict(set)
    for figure in figures:
        stated[figure.name, figure.column].add(figure.fen)
    return stated


def named(figures):
    return [figure for figure in figures if figure.name not in TOTAL_ROWS]


def spaced(code):
    return " ".join(part for part in (code[:3], code[3:5], code[5:]) if part)


def by_name(figure):
    if figure.column in TOTAL_COLUMNS:
        return [f"{figure.name}是多少元", f"{figure.name}一共多少元？", f"{figure.name}预算"]
    return [
        f"{figure.name}的{figure.column}是多少元",
        f"{figure.name}中的{figure.column}有多少",
        f"{figure.column}里{figure.name}多少钱",
    ]


def by_code(figure):
    column = "预算" if figure.column in TOTAL_COLUMNS else figure.column
    return [
        f"{spaced(figure.code)}的{column}是多少元",
        f"科目{figure.code}{column}多少元",
        f"{figure.code}的{column}",
    ]


def test_the_tables_are_all_there(figures):
    assert len(figures) == 289
    assert len({figure.title for figure in figures}) == 8
    assert sum(figure.blank for figure in figures) == 104


def test_every_row_and_column_gives_its_cell_and_no_other_value(answer_to, figures, amounts):
    failed = []
    for figure in named(figures):
        assert amounts[figure.name, figure.column] == {figure.fen}, "the tables state it twice, differently"
        for question in by_name(figure):
            values = in_fen(answer_to(question))
            if values[:1] != [figure.fen] or any(abs(value - figure.fen) >= FEN["万元"] for value in values):
                failed.append((question, figure.fen, values))
    assert not failed


def test_every_account_code_and_column_gives_its_cell(answer_to, figures):
    failed = []
    for figure in figures:
        for question in by_code(figure) if figure.code else ():
            values = in_fen(answer_to(question))
            if values[:1] != [figure.fen]:
                failed.append((question, figure.fen, values))
    assert not failed


@pytest.mark.parametrize("unit", ["元", "万元", "亿元"])
def test_every_row_in_every_unit_is_exact(answer_to, figures, unit):
    failed = []
    for figure in named(figures):
        if figure.column in TOTAL_COLUMNS:
            answer = answer_to(f"{figure.name}是多少{unit}")
            first = answer.values[0].quantity if answer.values else None
            if not first or first.unit != unit or first.number != Decimal(figure.fen) / FEN[unit]:
                failed.append((figure.name, unit, figure.fen, first))
    assert not failed


def totals(figures):
    """Table titles with a column, and the total that the table's last row states for it."""
    for figure in figures:
        if figure.name in {"合计", ""} and figure.column not in {"合计", "小计"}:
            yield f"{figure.title}的{figure.column}是多少元", figure.fen
        elif figure.name == "合计":
            yield f"{figure.title}的合计是多少元", figure.fen
            yield f"{figure.title}里合计是多少", figure.fen


def test_every_total_of_a_table_is_found_by_the_tables_title(answer_to, figures):
    asked = list(totals(figures))
    assert len(asked) > 15
    assert [(q, fen) for q, fen in asked if in_fen(answer_to(q))[:1] != [fen]] == []


def related(figure, figures):
    """Every word that a figure may be asked with: its row, the rows below it, its header path, its table's title."""
    below = {other.name for other in figures if figure.code and (other.code or "").startswith(figure.code)}
    return "/".join((figure.name, *sorted(below), *figure.path, figure.title)).replace(" ", "")


def test_a_row_and_a_column_without_a_cell_have_no_figure(answer_to, figures):
    """租赁费的项目支出: both are in the document, but no table has them together, so there is no such figure."""
    accounts = {figure.name for figure in figures if figure.code}
    columns = {"基本支出", "项目支出", "人员经费", "公用经费", "事业收入", "其他收入", "公务接待费"}
    failed = []
    for name in sorted(accounts):
        known = "/".join(related(figure, figures) for figure in figures if figure.name == name)
        for column in sorted(column for column in columns if column not in known):
            question = f"{name}的{column}是多少元"
            answer = answer_to(question)
            if answer.values:
                failed.append((question, [str(value.quantity.number) for value in answer.values]))
    assert not failed
