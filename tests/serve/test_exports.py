import csv
import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from corpus.document import Column, ColumnRole
from qa.answer import Answer, Evidence, Status
from qa.serve.exports import answer_markdown, harmless_rows, table_workbook
from qa.telling.wording import Language

HOSTILE = "<img src=x onerror=alert(1)>\"'${alert(1)}"
HOME = "http://127.0.0.1:7860/"


@pytest.fixture
def table(served):
    """Gives the document's table of a 1-based number."""
    (record,) = served.records()
    return lambda number: served.table(record.id, number)


def sheet_of(table, document="预算.txt"):
    return load_workbook(io.BytesIO(table_workbook(table, document))).active


def row_of(sheet, name):
    return next([cell.value for cell in row] for row in sheet.iter_rows() if name in [c.value for c in row])


def test_an_answer_with_its_sources_as_markdown(served):
    text = answer_markdown(served.ask("一网通办 budget?"), (), Language.CHINESE, HOME)
    lines = [line.strip() for line in text.splitlines() if line]
    assert lines[0] == "# 一网通办 budget?"
    assert "**18,050.50万元** “一网通办”运营服务费 · 年度预算" in lines
    assert "计算：18,050.50 + 1,768.39 = 19,818.89万元" in lines
    start = lines.index("## 来源")
    assert lines[start + 1 : start + 5] == [
        "1. 上海市大数据中心2021年部门预算.txt  第 451 行",
        "项目经费情况说明 › “一网通办”运营服务费项目情况说明 › 六、年度预算安排",
        "> 年度财政资金预算安排18,050.50万元。",
        lines[start + 4],
    ]
    assert unquote(lines[start + 4]).startswith(
        f"[打开原文位置](<{HOME}?document=上海市大数据中心2021年部门预算.txt&lines=451-451"
    )


def test_a_refusal_says_what_is_missing_and_what_could_be_asked(served):
    text = answer_markdown(served.ask("Beijing 会议费 2019"), (), Language.ENGLISH, HOME)
    assert text.startswith("# Beijing 会议费 2019\n")
    assert "**" not in text


def test_the_question_and_the_document_are_text_in_markdown():
    source = Evidence(HOSTILE, (HOSTILE,), (1, 1), None, HOSTILE, "# x", None, f"# {HOSTILE} [a](b) `c` *d*")
    answer = Answer(
        f"# {HOSTILE}\n\n<b>", Status.ANSWERED, "", items=("1. x\n# y",), evidence=(source,), remarks=("- r",)
    )
    text = answer_markdown(answer, (HOSTILE,), Language.ENGLISH, 'http://x"><script>/')
    assert "<img" not in text
    assert "<b>" not in text
    assert "<script>" not in text
    assert text.startswith("# \\# &lt;img src=x")
    assert "\\[a\\](b) \\`c\\` \\*d\\*" in text
    assert "- 1\\. x # y" in text
    assert "\n\n\\- r\n" in text


def test_a_table_as_a_workbook_with_merged_headings_and_numbers(table):
    sheet = sheet_of(table(7))
    assert sheet["A1"].value == "2021年部门一般公共预算基本支出部门预算经济分类预算表"
    assert sheet["A2"].value == "单位：元"
    assert sheet["A3"].value.startswith("来源：预算.txt　第 ")
    assert {str(merged) for merged in sheet.merged_cells.ranges} >= {"A4:B4", "C4:E4"}
    assert [sheet.cell(5, at).value for at in (3, 4, 5)] == ["合计", "人员经费", "公用经费"]
    assert row_of(sheet, "租赁费") == ["30214", "租赁费", 19902679, None, 19902679]


def test_decimals_are_shown_as_printed(table):
    (figure,) = [
        cell for row in sheet_of(table(8)).iter_rows(min_row=5) for cell in row if cell.value == 47.2
    ]
    assert figure.number_format == "#,##0.00"


def test_a_row_of_a_table_with_two_sides_is_named_on_its_own_side(table):
    sheet = sheet_of(table(1))
    assert row_of(sheet, "一、财政拨款收入")[:2] == ["一、财政拨款收入", 555962355]
    assert row_of(sheet, "一、一般公共服务支出")[2:] == ["一、一般公共服务支出", 547241750]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "＝"])
def test_no_text_of_a_workbook_is_a_formula(table, start):
    text = f'{start}HYPERLINK("http://x","{HOSTILE}")'
    old = table(7)
    hostile = replace(
        old,
        title=text,
        unit=text,
        notes=(text,),
        rows=tuple(replace(row, name=text, code=text) for row in old.rows),
        columns=tuple(replace(column, path=(text, text)) for column in old.columns),
        cells=tuple(replace(cell, text=text, number=None) for cell in old.cells),
    )
    content = table_workbook(hostile, text)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    cells = [cell for row in load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} == {"s"}


def test_a_number_keeps_its_digits_and_an_uncertain_one_its_mark(table):
    old = table(7)
    numbers = ("123456789012345678.90", "-12.50", "99.10")
    texts = ("123,456,789,012,345,678.90", "-12.50", "99.10%")
    first = [
        replace(cell, number=Decimal(number), text=text, certain=number != "-12.50")
        for cell, number, text in zip(old.cells, numbers, texts, strict=False)
    ]
    sheet = sheet_of(replace(old, cells=tuple(first), columns=old.columns))
    shown = {
        str(cell.value): cell.number_format
        for row in sheet.iter_rows(min_row=6, min_col=3)
        for cell in row
        if cell.value is not None
    }
    assert shown == {
        "123,456,789,012,345,678.90": "General",
        "-12.5": '#,##0.00"?"',
        "99.1": '#,##0.00"%"',
    }
    assert "不足以证明" in str(list(sheet.values)[-1][0])


def test_two_columns_of_one_name_stay_two(table):
    old = table(7)
    columns = (
        *old.columns[:2],
        *(Column(("支出", "合计"), ColumnRole.AMOUNT) for _ in old.columns[2:]),
    )
    sheet = sheet_of(replace(old, columns=columns))
    assert [sheet.cell(5, at).value for at in (3, 4, 5)] == ["合计"] * 3


def test_what_could_be_a_formula_in_a_csv_is_marked_as_text():
    row = ("=1+1", "+x", "-y", "-12.50", "@z", None, 3, "租赁费")
    assert list(harmless_rows([row], 3)) == [("'=1+1", "'+x", "'-y", "-12.50", "'@z", None, 3, "租赁费")]


def test_the_files_over_http(client, served):
    (record,) = served.records()
    answer = client.get(
        "/api/answers.md",
        params={"question": "占总支出的多少？", "history": ["租赁费是多少"], "language": "en"},
    )
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%E5%8D%A0")
    assert "**3.58%**" in answer.text
    assert "Asked before: 租赁费是多少" in answer.text
    book = client.get(f"/api/documents/{record.id}/tables/7.xlsx")
    assert unquote(book.headers["content-disposition"]).endswith("''上海市大数据中心2021年部门预算-7.xlsx")
    assert load_workbook(io.BytesIO(book.content)).active["A2"].value == "单位：元"
    lines = list(csv.reader(io.StringIO(client.get(f"/api/documents/{record.id}/tables/7.csv").text)))
    assert lines[0][:4] == ["table", "row", "column", "value"]
