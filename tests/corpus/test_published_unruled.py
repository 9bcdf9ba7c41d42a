"""Published tables read without the rules drawn in them: by where their words stand, cell for cell the same."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from corpus.document import Document, Table
from corpus.read import parse
from corpus.readers.pdf import flow, read_pages
from corpus.readers.stream import whole_stream

FOLDER = Path(__file__).parents[3] / "shared" / "documents"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="needs the published documents in ../shared/documents"
)

WHOLE = {
    "上海市普陀区人民政府万里街道办事处24年预算.pdf": 7,
    "上海市普陀区人民政府万里街道办事处25年预算.pdf": 7,
    "上海市普陀区司法局2026年部门预算.pdf": 7,
    "上海市财政局25年预算.pdf": 7,
}
"""Documents to their tables that have a figure; those without one stay text."""
FINAL = "中共上海市普陀区委社会工作部 2024 年度部门决算.pdf"


@cache
def documents(name: str) -> tuple[Document, Document]:
    """A document as it is printed, and without its rules."""
    data = (FOLDER / name).read_bytes()
    pages = read_pages(name, data)
    bare = [replace(page, rules=()) for page in pages]
    streams = (whole_stream(name, data, len(pages), flow(name, own)) for own in (pages, bare))
    printed, unruled = (parse(stream) for stream in streams)
    return printed, unruled


def cells(of: Table) -> list[tuple[str, tuple[str, ...], str, bool]]:
    """The cells by the names of their rows and columns."""
    return [
        (of.rows[cell.row].name, of.columns[cell.column].path, cell.text, cell.certain) for cell in of.cells
    ]


@pytest.mark.parametrize(("name", "count"), WHOLE.items(), ids=["wanli 24", "wanli 25", "justice", "finance"])
def test_every_table_with_a_figure_is_the_same(name, count):
    printed, unruled = documents(name)
    by_title = {of.title: of for of in printed.tables}
    assert len(unruled.tables) == count
    assert [(of.title, cells(of)) for of in unruled.tables] == [
        (of.title, cells(by_title[of.title])) for of in unruled.tables
    ]


def test_no_figure_is_certain_in_another_column():
    printed, unruled = documents(FINAL)
    figures = {(of.title, *cell[:3]) for of in printed.tables for cell in cells(of) if cell[2]}
    told = [(of.title, *cell[:3]) for of in unruled.tables for cell in cells(of) if cell[2] and cell[3]]
    assert len(told) > 200
    assert [cell for cell in told if cell not in figures] == []
