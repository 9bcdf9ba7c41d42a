"""A final account of 2016 in the ministry's forms comes out to the cell, whatever the format of its file."""

import os
import subprocess
from collections import Counter
from decimal import Decimal
from functools import cache

import made_forms
import pytest
from made_forms import BODY, FORMS, INCOME, SPENDING, TOTALS, report, report_bytes, workbook, workbook_bytes

from corpus import read_document
from corpus.document import Document, Level, Stage
from corpus.readers.office import office_program


@cache
def data(suffix: str) -> bytes:
    return workbook_bytes(workbook()) if suffix == ".xlsx" else report_bytes(report())


def read(folder, suffix: str, content: bytes | None = None) -> Document:
    path = folder / f"account{suffix}"
    path.write_bytes(content or data(suffix))
    return read_document(path)


def office(folder, source: bytes, suffix: str, kind: str) -> bytes:
    """A file that LibreOffice writes; the test is skipped where there is none, except in CI."""
    program = office_program()
    if program is None:
        assert not os.environ.get("CI"), "CI has to install LibreOffice"
        pytest.skip("needs LibreOffice")
    (folder / f"source{suffix}").write_bytes(source)
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", folder, folder / f"source{suffix}"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"source.{kind}").read_bytes()


def cells(document: Document) -> dict[tuple[str, str, str], Decimal | None]:
    """Every cell by table, row and column; all of them are certain."""
    assert all(cell.certain for table in document.tables for cell in table.cells)
    return {
        (
            table.title,
            f"{table.rows[cell.row].code or ''} {table.rows[cell.row].name}".strip(),
            "/".join(table.columns[cell.column].path),
        ): cell.number
        for table in document.tables
        for cell in table.cells
    }


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_every_figure_is_in_its_cell(tmp_path, suffix):
    document = read(tmp_path, suffix)
    assert (document.body, document.year) == (BODY, 2016)
    assert (document.stage, document.level) == (Stage.FINAL, Level.DEPARTMENT)
    assert [(table.title, table.unit) for table in document.tables] == [(form.title, "元") for form in FORMS]
    assert [table.notes for table in document.tables] == [(form.note,) for form in FORMS]
    for table, form in zip(document.tables, FORMS, strict=True):
        printed = Counter(
            Decimal(str(value)) for row in form.rows for value in row if isinstance(value, int | float)
        )
        assert Counter(cell.number for cell in table.cells if cell.number is not None) == printed, form.title


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
@pytest.mark.parametrize("form", [INCOME, SPENDING])
def test_codes_in_three_columns(tmp_path, suffix, form):
    found = cells(read(tmp_path, suffix))
    for row in form.rows[4:]:
        label = "合计" if row[3] == "合计" else f"{''.join(filter(None, row[:3]))} {row[3]}"
        for head, value in zip(form.rows[0][4:], row[4:], strict=True):
            expected = None if value is None else Decimal(str(value))
            assert found[form.title, label, head] == expected, (label, head)


@pytest.mark.parametrize("suffix", [".xlsx", ".docx"])
def test_forms_with_lists_beside_each_other(tmp_path, suffix):
    document = read(tmp_path, suffix)
    found = cells(document)
    basic, trips = "一般公共预算财政拨款基本支出决算表", "一般公共预算财政拨款“三公”经费支出决算表"
    assert found[TOTALS.title, "六、其他收入", "收入/决算数"] == Decimal("30500.05")
    assert found[TOTALS.title, "四、社会保障和就业支出", "支出/决算数"] == Decimal("812620.85")
    assert found[TOTALS.title, "用事业基金弥补收支差额", "收入/决算数"] is None
    assert found["财政拨款收入支出决算总表", "总计", "支出/政府性基金预算财政拨款"] == 20000
    assert found[basic, "30102 津贴补贴", "人员经费/金额"] == 2000000
    assert found[basic, "31002 办公设备购置", "公用经费/金额"] == 60000
    assert found[basic, "公用经费合计", "公用经费/金额"] == Decimal("710720.35")
    assert found[trips, "", "2016年度决算数/公务用车购置及运行费/公务用车运行费"] == Decimal("53150.5")
    assert found["政府性基金预算财政拨款收入支出决算表", "2082201 移民补助", "本年支出/项目支出"] == 20000


def test_places_are_sheets_and_rows_or_paragraphs(tmp_path):
    book, word = read(tmp_path, ".xlsx"), read(tmp_path, ".docx")
    assert (book.pages, word.pages) == (len(FORMS), None)
    row = next(at for at, row in enumerate(book.tables[1].rows) if row.code == "2012604")
    assert (book.tables[1].rows[row].span.page, book.tables[1].rows[row].span.lines) == (2, (12, 12))
    paragraphs = [(paragraph.text[:8], paragraph.span.lines) for paragraph in word.paragraphs]
    assert paragraphs[:2] == [(f"{BODY}20", (1, 1)), ("收集、整理、保管", (5, 5))]


@pytest.mark.parametrize(
    ("kind", "source"), [("xls", ".xlsx"), ("ods", ".xlsx"), ("doc", ".docx"), ("html", ".docx")]
)
def test_other_programs_files_say_the_same(tmp_path, kind, source):
    content = office(tmp_path, data(source), source, kind)
    assert cells(read(tmp_path, f".{kind}", content)) == cells(read(tmp_path, source))


def test_a_list_that_goes_on_beside_itself_has_one_total(tmp_path):
    (basic,) = (form for form in FORMS if "基本支出" in form.title)
    wrong = made_forms.Form(
        basic.number, basic.title, [*basic.rows[:-1], [*basic.rows[-1][:-1], 700000]], basic.spans
    )
    document = read(tmp_path, ".xlsx", workbook_bytes(workbook([wrong])))
    (table,) = document.tables
    doubted = {table.rows[cell.row].name for cell in table.cells if not cell.certain}
    assert "公用经费合计" in doubted and "人员经费合计" not in doubted
