"""Small made-up documents, and ways to look at what was read from one."""

from decimal import Decimal

from corpus.document import ColumnRole, Document, Table
from corpus.read import parse
from corpus.readers.text import read_text

EXPENDITURE_HEADER = """
项目 支出预算

功能分类科目编码
功能分类科目名称 合计 基本支出 项目支出

类 款 项
"""


def document(text: str) -> Document:
    return parse(read_text("made.txt", text.encode()))


def table(text: str) -> Table:
    tables = document(text).tables
    assert len(tables) == 1
    return tables[0]


def expenditure(rows: str, unit: str = "元") -> Table:
    return table(
        f"2030年部门支出预算总表\n编制部门：江海市档案馆 单位：{unit}\n{EXPENDITURE_HEADER}\n{rows}\n"
    )


def amounts(of: Table) -> list[tuple[str, ...]]:
    """The paths of the columns that hold figures."""
    return [column.path for column in of.columns if column.role is ColumnRole.AMOUNT]


def figures(of: Table, name: str) -> dict[str, Decimal | None]:
    """The figures of the row of this name by the last part of their column's path."""
    at = next(number for number, row in enumerate(of.rows) if row.name == name)
    return {of.columns[cell.column].path[-1]: cell.number for cell in of.cells if cell.row == at}


def certainties(of: Table, name: str) -> dict[str, bool]:
    at = next(number for number, row in enumerate(of.rows) if row.name == name)
    return {of.columns[cell.column].path[-1]: cell.certain for cell in of.cells if cell.row == at}
