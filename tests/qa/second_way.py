"""The figures of the store's tables by plain SQL: the second way to every number that an answer gives.

All amounts are whole fen (hundredths of a yuan), so that SQL adds, orders and divides them exactly.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal

from index import Store
from qa.answer import Answer

FEN = {"元": 100, "万元": 10**6, "亿元": 10**10}

FIGURES = """
WITH figures AS (
    SELECT t.position AS tab, t.title AS title, r.position AS line, r.code AS code, r.name AS name,
           r.role AS role, k.position AS col, k.path AS path, c.number IS NULL AS blank,
           CAST(ROUND(CAST(COALESCE(c.number, '0') AS REAL)
                * CASE t.unit WHEN '万元' THEN 1000000 ELSE 100 END) AS INTEGER) AS fen
    FROM cells c
    JOIN tables t ON t.document = c.document AND t.position = c.table_position
    JOIN table_rows r ON r.document = c.document AND r.table_position = c.table_position
         AND r.position = c.row_position
    JOIN table_columns k ON k.document = c.document AND k.table_position = c.table_position
         AND k.position = c.column_position
), projects AS (
    SELECT section, subject AS name, CAST(ROUND(CAST(number AS REAL) * 1000000) AS INTEGER) AS fen
    FROM facts WHERE cell_table IS NULL AND quote LIKE '%年度财政资金预算安排%' AND unit = '万元'
)
"""

LOWEST = """
SELECT f.name, f.fen FROM figures f
WHERE f.title LIKE :title AND f.path LIKE :path AND f.code LIKE :prefix AND NOT f.blank
  AND NOT EXISTS (SELECT 1 FROM figures g
                  WHERE g.tab = f.tab AND g.code LIKE f.code || '_%')
ORDER BY f.fen DESC
"""
"""The lowest rows of a column, or below the row whose code they begin with, the largest first."""

ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+\.)\s*")
TOTAL_ROWS = frozenset({"", "合计", "收入总计", "支出总计"})
TOTAL_COLUMNS = frozenset({"合计", "预算数", "小计"})


@dataclass(frozen=True)
class Figure:
    """One cell: where it is, what its row and column are called, and its amount in fen (blank counts 0)."""

    title: str
    code: str | None
    name: str
    column: str
    path: tuple[str, ...]
    fen: int
    blank: bool


def query(store: Store, sql: str, **values: str | int) -> list[tuple]:
    with store.reading() as connection:
        names = re.findall(r":(\w+)", sql)
        bound = tuple(values[name] for name in names)
        return [tuple(row) for row in connection.exec_driver_sql(FIGURES + re.sub(r":\w+", "?", sql), bound)]


def bare(name: str) -> str:
    return ORDINAL.sub("", name).replace(" ", "")


def cells(store: Store) -> list[Figure]:
    rows = query(store, "SELECT title, code, name, path, fen, blank FROM figures ORDER BY tab, line, col")
    return [
        Figure(title, code, bare(name), path[-1], path, fen, bool(blank))
        for title, code, name, path, fen, blank in (
            (*row[:3], tuple(json.loads(row[3])), *row[4:]) for row in rows
        )
    ]


def in_fen(answer: Answer) -> list[Decimal]:
    """The answer's values: money in fen, anything else as it is."""
    return [value.quantity.number * FEN.get(value.quantity.unit, 1) for value in answer.values]
