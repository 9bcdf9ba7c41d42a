"""A made-up final account of 2016 in the forms that the ministry of finance gives: as a workbook and as a document."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO

import docx
import openpyxl
from docx.enum.text import WD_ALIGN_PARAGRAPH
from openpyxl.styles import Alignment, Border, Side

BODY = "江海市档案馆"
THIN = Side(style="thin")
Value = str | float | None
Span = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""


@dataclass(frozen=True)
class Form:
    """A form: `rows` with None for blank places, `spans` its merged cells."""

    number: str
    title: str
    rows: Sequence[Sequence[Value]]
    spans: Sequence[Span] = field(default=())
    note: str = ""

    @property
    def width(self):
        return max(map(len, self.rows))


TOTALS = Form(
    "公开01表",
    "收入支出决算总表",
    [
        ["收入", None, None, "支出", None, None],
        ["项    目", "行次", "决算数", "项    目", "行次", "决算数"],
        ["栏    次", None, "1", "栏    次", None, "2"],
        ["一、财政拨款收入", "1", 5559623.55, "一、一般公共服务支出", "12", 5321480.2],
        ["    其中：政府性基金预算财政拨款", "2", None, "二、外交支出", "13", None],
        ["二、上级补助收入", "3", None, "三、教育支出", "14", 12600],
        ["三、事业收入", "4", None, "四、社会保障和就业支出", "15", 812620.85],
        ["四、经营收入", "5", None, "五、医疗卫生与计划生育支出", "16", None],
        ["五、附属单位上缴收入", "6", None, "六、住房保障支出", "17", None],
        ["六、其他收入", "7", 30500.05, None, "18", None],
        ["本年收入合计", "8", 5590123.6, "本年支出合计", "19", 6146701.05],
        ["用事业基金弥补收支差额", "9", None, "结余分配", "20", None],
        ["年初结转和结余", "10", 800200.45, "年末结转和结余", "21", 243623],
        ["总计", "11", 6390324.05, "总计", "22", 6390324.05],
    ],
    [(0, 0, 0, 2), (0, 3, 0, 5)],
    "注：本表反映部门本年度的总收支和年末结转结余情况。",
)

CODES = [
    (["201", None, None], "一般公共服务支出"),
    (["201", "26", None], "档案事务"),
    (["201", "26", "01"], "行政运行"),
    (["201", "26", "04"], "档案馆"),
    (["205", None, None], "教育支出"),
    (["205", "08", None], "进修及培训"),
    (["205", "08", "03"], "培训支出"),
    (["208", None, None], "社会保障和就业支出"),
    (["208", "05", None], "行政事业单位离退休"),
    (["208", "05", "05"], "机关事业单位基本养老保险缴费支出"),
]


def by_function(
    number: str, title: str, heads: Sequence[str], sums: Sequence[Sequence[Value]], note: str
) -> Form:
    """A form with codes in three columns: 合计 and each account with its figures."""
    width = 4 + len(heads)
    empty: list[Value] = [None] * (width - 4)
    rows = [
        ["项目", None, None, None, *heads],
        ["支出功能分类科目编码", None, None, "科目名称", *empty],
        [None, None, None, None, *empty],
        ["类", "款", "项", "栏次", *(str(at + 1) for at in range(len(heads)))],
        [None, None, None, "合计", *sums[0]],
        *([*code, name, *figures] for (code, name), figures in zip(CODES, sums[1:], strict=True)),
    ]
    spans = [(0, 0, 0, 3), (1, 0, 2, 2), (1, 3, 2, 3), *((3, at, 4, at) for at in range(3))]
    spans.extend((0, at, 2, at) for at in range(4, width))
    return Form(number, title, rows, spans, note)


INCOME = by_function(
    "公开02表",
    "收入决算表",
    ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"],
    [
        [5590123.6, 5559623.55, None, None, None, None, 30500.05],
        [5179403.25, 5148903.2, None, None, None, None, 30500.05],
        [5179403.25, 5148903.2, None, None, None, None, 30500.05],
        [3500000, 3500000, None, None, None, None, None],
        [1679403.25, 1648903.2, None, None, None, None, 30500.05],
        [12600, 12600, None, None, None, None, None],
        [12600, 12600, None, None, None, None, None],
        [12600, 12600, None, None, None, None, None],
        [398120.35, 398120.35, None, None, None, None, None],
        [398120.35, 398120.35, None, None, None, None, None],
        [398120.35, 398120.35, None, None, None, None, None],
    ],
    "注：本表反映部门本年度取得的各项收入情况。",
)

ALL_SPENDING = by_function(
    "公开03表",
    "支出决算表",
    ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"],
    [
        [6146701.05, 4847797.85, 1298903.2, None, None, None],
        [5321480.2, 4022577, 1298903.2, None, None, None],
        [5321480.2, 4022577, 1298903.2, None, None, None],
        [3522577, 3522577, None, None, None, None],
        [1798903.2, 500000, 1298903.2, None, None, None],
        [12600, 12600, None, None, None, None],
        [12600, 12600, None, None, None, None],
        [12600, 12600, None, None, None, None],
        [812620.85, 812620.85, None, None, None, None],
        [812620.85, 812620.85, None, None, None, None],
        [812620.85, 812620.85, None, None, None, None],
    ],
    "注：本表反映部门本年度各项支出情况。",
)

SPENDING = by_function(
    "公开05表",
    "一般公共预算财政拨款支出决算表",
    ["本年支出合计", "基本支出", "项目支出"],
    [
        [5559623.55, 4310720.35, 1248903.2],
        [5148903.2, 3900000, 1248903.2],
        [5148903.2, 3900000, 1248903.2],
        [3500000, 3500000, None],
        [1648903.2, 400000, 1248903.2],
        [12600, 12600, None],
        [12600, 12600, None],
        [12600, 12600, None],
        [398120.35, 398120.35, None],
        [398120.35, 398120.35, None],
        [398120.35, 398120.35, None],
    ],
    "注：本表反映部门本年度一般公共预算财政拨款实际支出情况。",
)

GRANTS = Form(
    "公开04表",
    "财政拨款收入支出决算总表",
    [
        ["收     入", None, None, "支     出", None, None, None, None],
        ["项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"],
        ["栏次", None, "1", "栏次", None, "2", "3", "4"],
        [
            "一、一般公共预算财政拨款",
            "1",
            5559623.55,
            "一、一般公共服务支出",
            "8",
            5148903.2,
            5148903.2,
            None,
        ],
        ["二、政府性基金预算财政拨款", "2", 20000, "二、教育支出", "9", 12600, 12600, None],
        [None, "3", None, "三、社会保障和就业支出", "10", 418120.35, 398120.35, 20000],
        ["本年收入合计", "4", 5579623.55, "本年支出合计", "11", 5579623.55, 5559623.55, 20000],
        ["年初财政拨款结转和结余", "5", 100, "年末财政拨款结转和结余", "12", 100, 100, None],
        ["总计", "6", 5579723.55, "总计", "13", 5579723.55, 5559723.55, 20000],
    ],
    [(0, 0, 0, 2), (0, 3, 0, 7)],
    "注：本表反映部门本年度一般公共预算财政拨款和政府性基金预算财政拨款的总收支和年末结转结余情况。",
)

BASIC = Form(
    "公开06表",
    "一般公共预算财政拨款基本支出决算表",
    [
        ["人员经费", None, None, "公用经费", None, None, None, None, None],
        ["科目编码", "科目名称", "金额", "科目编码", "科目名称", "金额", "科目编码", "科目名称", "金额"],
        ["301", "工资福利支出", 3450000, "302", "商品和服务支出", 650720.35, "310", "其他资本性支出", 60000],
        ["30101", "基本工资", 1450000, "30201", "办公费", 400000.35, "31002", "办公设备购置", 60000],
        ["30102", "津贴补贴", 2000000, "30207", "邮电费", 250720, "31003", "专用设备购置", None],
        ["303", "对个人和家庭的补助", 150000, None, None, None, None, None, None],
        ["30311", "住房公积金", 150000, None, None, None, None, None, None],
        ["人员经费合计", None, 3600000, "公用经费合计", None, None, None, None, 710720.35],
    ],
    [(0, 0, 0, 2), (0, 3, 0, 8), (7, 0, 7, 1), (7, 3, 7, 7)],
    "注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。",
)

TRIPS = Form(
    "公开07表",
    "一般公共预算财政拨款“三公”经费支出决算表",
    [
        ["2016年度预算数", None, None, None, None, None, "2016年度决算数", None, None, None, None, None],
        [
            "合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费",
            "合计", "因公出国（境）费", "公务用车购置及运行费", None, None, "公务接待费",
        ],
        [None, None, "小计", "公务用车购置费", "公务用车运行费", None] * 2,
        [str(at) for at in range(1, 13)],
        [80000, None, 60000, None, 60000, 20000, 71250.5, None, 53150.5, None, 53150.5, 18100],
    ],
    [
        (0, 0, 0, 5), (0, 6, 0, 11), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 4), (1, 5, 2, 5),
        (1, 6, 2, 6), (1, 7, 2, 7), (1, 8, 1, 10), (1, 11, 2, 11),
    ],
    "注：2016年度预算数为“三公”经费年初预算数，决算数是包括当年财政拨款预算和以前年度结转结余资金安排的实际支出。",
)  # fmt: skip

FUNDS = Form(
    "公开08表",
    "政府性基金预算财政拨款收入支出决算表",
    [
        ["项目", None, None, None, "年初结转和结余", "本年收入", "本年支出", None, None, "年末结转和结余"],
        ["功能分类科目编码", None, None, "科目名称", None, None, "小计", "基本支出", "项目支出", None],
        ["类", "款", "项", "栏次", "1", "2", "3", "4", "5", "6"],
        [None, None, None, "合计", None, 20000, 20000, None, 20000, None],
        ["208", None, None, "社会保障和就业支出", None, 20000, 20000, None, 20000, None],
        ["208", "22", None, "大中型水库移民后期扶持基金支出", None, 20000, 20000, None, 20000, None],
        ["208", "22", "01", "移民补助", None, 20000, 20000, None, 20000, None],
    ],
    [
        (0, 0, 0, 3), (0, 4, 1, 4), (0, 5, 1, 5), (0, 6, 0, 8), (0, 9, 1, 9), (1, 0, 1, 2),
        (2, 0, 3, 0), (2, 1, 3, 1), (2, 2, 3, 2),
    ],
    "注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转结余情况。",
)  # fmt: skip

FORMS = (TOTALS, INCOME, ALL_SPENDING, GRANTS, SPENDING, BASIC, TRIPS, FUNDS)


def money(value: Value) -> str:
    """A value as the forms print it."""
    if value is None:
        return ""
    return value if isinstance(value, str) else f"{value:,.2f}"


def workbook(forms: Sequence[Form] = FORMS) -> openpyxl.Workbook:
    """A sheet a form: title, number and unit over the ruled table, the note under it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for form in forms:
        sheet = book.create_sheet(form.title[:31])
        last = form.width
        sheet.append([form.title])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=last)
        sheet.cell(1, 1).alignment = Alignment(horizontal="center")
        sheet.cell(2, last, form.number)
        sheet.cell(3, 1, f"部门：{BODY}")
        sheet.cell(3, last, "金额单位：元")
        _fill(sheet, form, 4)
        sheet.cell(4 + len(form.rows), 1, form.note)
    return book


def _fill(sheet, form: Form, top: int) -> None:
    for at, row in enumerate(form.rows):
        for column, value in enumerate(row):
            cell = sheet.cell(top + at, column + 1, value)
            cell.border = Border(THIN, THIN, THIN, THIN)
            if not isinstance(value, str):
                cell.number_format = "#,##0.00"
    for first, left, last, right in form.spans:
        sheet.merge_cells(
            start_row=top + first, start_column=left + 1, end_row=top + last, end_column=right + 1
        )


def workbook_bytes(book: openpyxl.Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def report(forms: Sequence[Form] = FORMS) -> docx.document.Document:
    """The account as a Word document: a cover, what the body does, the forms, and a word on them."""
    document = docx.Document()
    document.add_paragraph(f"{BODY}2016年度部门决算").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_page_break()
    document.add_paragraph("第一部分 部门概况")
    document.add_paragraph("一、主要职能")
    document.add_paragraph("收集、整理、保管和利用本市的档案资料，指导各区的档案工作。")
    document.add_paragraph("二、机构设置")
    document.add_paragraph("江海市档案馆设六个科室，没有下属单位。")
    document.add_paragraph("第二部分 2016年度部门决算表")
    for form in forms:
        document.add_paragraph(form.title).alignment = WD_ALIGN_PARAGRAPH.CENTER
        document.add_paragraph(form.number).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        document.add_paragraph(f"部门：{BODY}          金额单位：元")
        table = document.add_table(len(form.rows), form.width)
        for at, row in enumerate(form.rows):
            for column, value in enumerate(row):
                table.cell(at, column).text = money(value)
        for first, left, last, right in form.spans:
            table.cell(first, left).merge(table.cell(last, right))
            _trim(table.cell(first, left))
        document.add_paragraph(form.note)
    document.add_paragraph("第三部分 2016年度部门决算情况说明")
    document.add_paragraph("一、收入支出决算总体情况说明")
    document.add_paragraph(
        "江海市档案馆2016年度收入总计6390324.05元，其中本年收入5590123.60元；支出总计6390324.05元。"
    )
    return document


def _trim(cell) -> None:
    """Merging keeps the empty paragraphs of the cells that went; a person deletes them."""
    for paragraph in cell.paragraphs[1:]:
        if not paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)


def report_bytes(document: docx.document.Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()
