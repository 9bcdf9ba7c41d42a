"""What stands over and under a table that says what it is: numbers of forms, titles right below notes, units."""

from io import BytesIO

import openpyxl
import pytest
from made_grids import FORMATS, RULED, Made, only, read

from corpus.document import ColumnRole
from corpus.read import parse
from corpus.readers.sheets import read_xlsx

every_format = pytest.mark.parametrize("form", FORMATS)

ROWS = [["科目名称", "合计", "基本支出"], ["农林水支出", "7.00", "3.00"], ["合计", "7.00", "3.00"]]
NONE = [["科目名称", "合计", "基本支出"], ["合计", "", ""]]


@every_format
@pytest.mark.parametrize("number", ["GK03表", "公开03表", "Z03", "单位公开表3"])
def test_the_number_of_a_form_below_its_title_is_no_title(form, number):
    table = only(form, Made(ROWS, over=("支出决算表", number, "部门：江海县林业局", "金额单位：元")))
    assert (table.title, table.unit) == ("支出决算表", "元")


@every_format
@pytest.mark.parametrize(
    ("over", "number"),
    [
        (("公开03表", "支出决算表", "单位：元"), "公开03表"),
        (("支出决算表", "公开03表", "部门：江海县林业局", "金额单位：元"), "公开03表"),
        (("附表3", "支出决算表", "单位：元"), "附表3"),
        (("支出决算表", "单位：元"), ""),
    ],
)
def test_the_number_of_a_table_is_kept(form, over, number):
    assert only(form, Made(ROWS, over=over)).number == number


@every_format
def test_the_title_of_the_next_table_ends_the_note_above_it(form):
    empty = Made(
        NONE,
        over=("国有资本经营预算财政拨款支出决算表", "单位：元"),
        under=("注：本部门没有国有资本经营预算财政拨款支出，故本表为空表。",),
    )
    further = Made(ROWS, over=("政府采购支出决算表", "公开09表", "单位：元"))
    titles = [(table.title, table.notes) for table in read(form, empty, further).tables]
    assert titles == [(empty.over[0], empty.under), ("政府采购支出决算表", ())]


def _drawn_from_the_last_header_row(unit: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "单位支出总表"
    sheet.merge_cells("A1:E1")
    sheet["A2"], sheet["E2"] = "单位：江海县图书馆", unit
    for place, text in {
        "A3": "科目编码",
        "C3": "科目名称",
        "D3": "支出",
        "D4": "合计",
        "E4": "项目支出",
    }.items():
        sheet[place] = text
    rows = [
        ["类", "款", None, None, None],
        ["207", "01", "文化和旅游", 7, 3],
        ["208", "05", "养老支出", 2, 1],
    ]
    for at, values in enumerate(rows, start=5):
        for column, value in enumerate(values, start=1):
            sheet.cell(at, column, value).border = RULED
    for merged in ("A3:B4", "C3:C5", "D3:E3", "D4:D5", "E4:E5"):
        sheet.merge_cells(merged)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_head_cells_merged_into_ruled_rows_are_of_the_table():
    (table,) = parse(read_xlsx("made.xlsx", _drawn_from_the_last_header_row("单位：万元"))).tables
    assert (table.title, table.unit) == ("单位支出总表", "万元")
    assert [column.path for column in table.columns if column.role.holds_figures] == [
        ("支出", "合计"),
        ("支出", "项目支出"),
    ]
    assert [(row.code, row.name) for row in table.rows] == [("20701", "文化和旅游"), ("20805", "养老支出")]


def test_a_unit_that_stands_apart_from_every_table_is_theirs():
    made = Made(ROWS, over=("支出决算表", "单位：万元", "以下各项数字都以审计后的结果为准。"))
    assert only("docx", made).unit == "万元"


def _heads_merged_over_rows(unruled_rows: int) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [
        ["支出决算表"],
        ["部门：江海县林业局", None, None, None, None, "金额单位：元"],
        ["项目", None, None, None, "本年支出合计", "项目支出"],
        ["功能分类科目编码", None, None, "科目名称"],
        *[[] for _ in range(unruled_rows)],
        ["类", "款", "项", "栏次", 1, 2],
        [None, None, None, "合计", 7, 3],
        ["213", None, None, "农林水支出", 7, 3],
        ["213", "02", None, "林业", 7, 3],
        ["213", "02", "05", "森林培育", 7, 3],
    ]
    for row in rows:
        sheet.append(row)
    last = 4 + unruled_rows
    for place in ("A3:D3", f"A4:C{last}", f"D4:D{last}", f"E3:E{last}", f"F3:F{last}"):
        sheet.merge_cells(place)
    for column in "ABC":
        sheet.merge_cells(f"{column}{last + 1}:{column}{last + 2}")
    written = BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.mark.parametrize("unruled_rows", [0, 2])
def test_rows_that_the_heads_are_merged_over_are_not_blank_though_no_rules_are_drawn(unruled_rows):
    document = parse(read_xlsx("made.xlsx", _heads_merged_over_rows(unruled_rows)))
    (table,) = document.tables
    assert [(row.code, row.name) for row in table.rows] == [
        (None, "合计"),
        ("213", "农林水支出"),
        ("21302", "林业"),
        ("2130205", "森林培育"),
    ]
    assert [column.path[-1] for column in table.columns if column.role is ColumnRole.AMOUNT] == [
        "本年支出合计",
        "项目支出",
    ]
