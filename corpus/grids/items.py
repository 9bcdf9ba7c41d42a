"""Rows of tables that set out several units or projects: whose a row is, apart from what it is of.

Budgets of a department print `单位编码 | 单位名称 | 科目编码 | 科目名称 | 合计`, `类型 | 项目单位 | 项目名称 | 合计`,
`单位名称 | 采购项目名称 | 采购类型 | 采购品目 | 金额`, and those of a body alone `项目分类 | 项目名称 | 科目编码 |
科目名称 | 合计`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.document import Row, RowItem, RowRole
from corpus.forms import forms, squeezed
from corpus.grids.rows import GridRow
from corpus.grids.sides import GridSide

UNIT_CODE = re.compile(r"^\d{3,}[-—－](?=\D)")
"""A unit's code in front of its name: 411001-某局机关."""
LETTER_CODE = re.compile(r"^[A-Z]\d{2,}[-—－ ]?(?=\D)")
"""A code of the catalogue of services in front of its name: B1102物业服务."""


def row_item(row: GridRow, sides: Sequence[GridSide], paths: Sequence[tuple[str, ...]]) -> RowItem | None:
    """The row's unit and item, or its project, by what stands over its names; None of a total or where none is named.

    Several rows may be of one project, each of another account.
    """
    if row.role is RowRole.TOTAL:
        return None
    return _of_unit(row, sides, paths) or _of_project(row, paths)


def _of_unit(row: GridRow, sides: Sequence[GridSide], paths: Sequence[tuple[str, ...]]) -> RowItem | None:
    """The row's unit and item; None where no unit is named."""
    units = [text for column, text in row.labels if _ends(paths[column], forms().unit_names)]
    if not units:
        return None
    rest = [(column, text) for column, text in row.labels if text not in units]
    named = [text for column, text in rest if not _ends(paths[column], forms().kind_names)]
    name = named[-1] if named else ""
    kinds = tuple(text for _, text in rest if text != name)
    places = sides[row.side].codes
    own = tuple(
        part for at, part in zip(places, row.codes, strict=False) if not _ends(paths[at], forms().unit_codes)
    )
    code = replace(row, codes=own).code if name else None
    return RowItem(UNIT_CODE.sub("", units[-1]), code, LETTER_CODE.sub("", name), kinds)


def _of_project(row: GridRow, paths: Sequence[tuple[str, ...]]) -> RowItem | None:
    """The one project that a row names beside what it is classed by; the row's code is that of its account."""
    named = [text for column, text in row.labels if _ends(paths[column], forms().project_names)]
    rest = [(column, text) for column, text in row.labels if text not in named]
    classed = rest and all(_ends(paths[column], forms().class_names) for column, _ in rest)
    if len(named) != 1 or not classed:
        return None
    return RowItem("", None, named[0], tuple(text for _, text in rest))


def block_items(rows: Sequence[Row], heads: Mapping[int, int]) -> Mapping[int, RowItem]:
    """The items of blocks that say the same rows for each of their heads, which are units then; `heads` by row.

    工资福利支出 is there once for every unit, and one of them is told by its unit alone.
    """
    counted = Counter(rows[at].name for at in heads)
    repeated = {at: head for at, head in heads.items() if counted[rows[at].name] > 1}
    found = {at: RowItem(rows[head].name, None, rows[at].name, ()) for at, head in repeated.items()}
    return found | {head: RowItem(rows[head].name, None, "", ()) for head in repeated.values()}


def _ends(path: tuple[str, ...], endings: tuple[str, ...]) -> bool:
    return bool(path) and squeezed(path[-1]).endswith(endings)
