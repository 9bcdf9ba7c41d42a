"""What readers of tables get wrong, held against every format with cells: each figure stays in its own cell."""

from decimal import Decimal

import pytest
from made_grids import FORMATS, Made, only, read

from corpus.document import ColumnRole, Level, RowRole, Table
from corpus.units import cell_unit

FUND = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]
FUND_TITLE = ("政府性基金预算支出表", "单位：万元")
TWO = [["项目", "金额"], ["办公费", "1"], ["合计", "1"]]

every_format = pytest.mark.parametrize("form", FORMATS)


def figures(table: Table) -> dict[tuple[str, str], str]:
    """What is printed, by code and name of the row and by the column's whole path; blank cells left out."""
    return {
        (
            " ".join(filter(None, (table.rows[cell.row].code, table.rows[cell.row].name))),
            "/".join(table.columns[cell.column].path),
        ): cell.text
        for cell in table.cells
        if cell.text
    }


def names(table: Table) -> list[str]:
    return [row.name for row in table.rows]


@every_format
def test_title_body_and_unit_in_rows_above_the_header_say_what_the_document_is(form):
    rows = [
        ["公开02表", "", "", ""],
        ["2024年单位支出预算总表", "", "", ""],
        ["编制单位：江海市档案馆", "", "", "单位：万元"],
        ["项目", "合计", "基本支出", "项目支出"],
        ["教育支出", "10", "6", "4"],
        ["合计", "10", "6", "4"],
    ]
    document = read(form, Made(rows, [(0, 0, 3, 0), (0, 1, 3, 1), (0, 2, 2, 2)], over=()))
    assert (document.body, document.year, document.level) == ("江海市档案馆", 2024, Level.UNIT)
    (table,) = document.tables
    assert (table.title, table.unit) == ("2024年单位支出预算总表", "万元")
    assert document.heading_path(table.section) == (table.title,)
    assert figures(table)["教育支出", "项目支出"] == "4"


@every_format
def test_one_head_over_two_years(form):
    rows = [
        ["项目", "预算数", "", "", ""],
        ["", "2024年", "", "2025年", ""],
        ["", "基本支出", "项目支出", "基本支出", "项目支出"],
        ["教育支出", "1", "2", "3", "4"],
        ["合计", "1", "2", "3", "4"],
    ]
    table = only(form, Made(rows, [(0, 0, 0, 2), (1, 0, 4, 0), (1, 1, 2, 1), (3, 1, 4, 1)]))
    assert figures(table)["教育支出", "预算数/2024年/项目支出"] == "2"
    assert figures(table)["教育支出", "预算数/2025年/基本支出"] == "3"


@every_format
def test_one_name_of_two_columns(form):
    rows = [
        ["收入", "", "支出", ""],
        ["项目", "预算数", "项目", "预算数"],
        ["财政拨款收入", "10", "教育支出", "9"],
        ["", "", "科学技术支出", "1"],
        ["收入总计", "10", "支出总计", "10"],
    ]
    found = figures(only(form, Made(rows, [(0, 0, 1, 0), (2, 0, 3, 0)])))
    assert found["财政拨款收入", "收入/预算数"] == "10"
    assert found["教育支出", "支出/预算数"] == "9"
    assert found["科学技术支出", "支出/预算数"] == "1"


@every_format
def test_a_blank_between_name_and_number(form):
    rows = [FUND, ["205", "教育支出", "", "5", ""], ["206", "科学技术支出", "", "", "5"]]
    assert figures(only(form, Made(rows))) == {
        ("205 教育支出", "基本支出"): "5",
        ("206 科学技术支出", "项目支出"): "5",
    }


@every_format
def test_a_head_that_leaves_its_sum_out_is_not_zero(form):
    rows = [
        ["科目编码", "科目名称", "金额"],
        ["301", "工资福利支出", ""],
        ["30101", "基本工资", "5"],
        ["302", "商品和服务支出", ""],
    ]
    table = only(form, Made(rows))
    assert [(cell.text, cell.certain) for cell in table.cells] == [("", False), ("5", True), ("", True)]


@every_format
def test_a_numbered_total_over_its_parts(form):
    rows = [
        ["项目", "决算数"],
        ["一、“三公”经费支出", "—"],
        ["（一）支出合计", "21.50"],
        ["1．因公出国（境）费", ""],
        ["2．公务用车购置及运行维护费", "18.40"],
        ["3．公务接待费", "3.10"],
        ["（二）相关统计数", "—"],
        ["1．公务用车保有量（辆）", "6"],
        ["二、机关运行经费", "128.50"],
    ]
    table = only(form, Made(rows))
    assert [row.parent for row in table.rows] == [None, 0, 1, 1, 1, 0, 5, None]
    assert [row.role for row in table.rows] == [RowRole.ITEM] * 8
    uncertain = [table.rows[cell.row].name for cell in table.cells if not cell.certain]
    assert uncertain == ["一、“三公”经费支出", "（二）相关统计数"]


@every_format
def test_a_body_merged_over_five_rows(form):
    items = ["办公费", "差旅费", "会议费", "培训费", "邮电费"]
    body = [["江海市档案馆" if at == 0 else "", item, str(at + 1)] for at, item in enumerate(items)]
    rows = [["单位名称", "项目", "金额"], *body, ["合计", "", "15"]]
    table = only(form, Made(rows, [(0, 1, 0, 5)]))
    assert [cell.text for cell in table.cells] == ["1", "2", "3", "4", "5", "15"]
    assert names(table) == [*items, "合计"]


@every_format
def test_two_tables_of_other_columns_and_units(form):
    coded = [FUND, ["205", "教育支出", "10", "5", "5"], ["合计", "", "10", "5", "5"]]
    first, second = read(form, Made(TWO), Made(coded, over=("乙表", "金额单位：元"))).tables
    assert (first.title, first.unit, second.title, second.unit) == ("甲表", "万元", "乙表", "元")
    assert figures(first) == {("办公费", "金额"): "1", ("合计", "金额"): "1"}
    assert figures(second)["205 教育支出", "基本支出"] == "5"


@every_format
def test_figures_as_people_print_them(form):
    printed = ["1,234.50", "0.5", "—", "-", "(12.3)", "１２３", "0"]
    table = only(form, Made([["项目", "金额"], *([f"甲{at}", text] for at, text in enumerate(printed))]))
    numbers = ["1234.50", "0.5", None, None, "-12.3", "123", "0"]
    assert [cell.number for cell in table.cells] == [each and Decimal(each) for each in numbers]


@every_format
def test_a_leading_zero_of_a_code(form):
    table = only(form, Made([["科目编码", "科目名称", "金额"], ["0201", "教育支出", "1"], ["合计", "", "1"]]))
    assert table.rows[0].code == "0201"


@every_format
def test_a_total_in_the_middle(form):
    rows = [["项目", "金额"], ["甲", "1"], ["乙", "2"], ["小计", "3"], ["丙", "4"], ["合计", "7"]]
    table = only(form, Made(rows))
    assert [row.role for row in table.rows if row.name.endswith("计")] == [RowRole.TOTAL, RowRole.TOTAL]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_a_table_of_two_rows(form):
    rows = [["合计", "因公出国（境）费", "公务接待费"], ["3", "1", "2"]]
    table = only(form, Made(rows, over=("“三公”经费预算表", "单位：万元")))
    assert figures(table) == {("", "合计"): "3", ("", "因公出国（境）费"): "1", ("", "公务接待费"): "2"}


@every_format
@pytest.mark.parametrize(
    "words", ["备注：本单位无政府性基金预算，故本表为空表。", "本部门没有政府性基金预算支出。"]
)
def test_an_empty_table_with_a_note_under_it(form, words):
    table = only(form, Made([FUND, [""] * 5, ["合计", *[""] * 4]], over=FUND_TITLE, under=[words]))
    assert [(row.name, row.role) for row in table.rows] == [("合计", RowRole.TOTAL)]
    assert [cell.number for cell in table.cells] == [None] * 3
    assert table.notes == (words,)


@every_format
def test_an_empty_table_that_says_so_in_its_rows(form):
    rows = [FUND, ["本单位无政府性基金", *[""] * 4]]
    table = only(form, Made(rows, [(0, 1, 4, 1)], over=FUND_TITLE))
    assert (table.rows, table.cells, table.notes) == ((), (), ("本单位无政府性基金",))


@every_format
def test_an_empty_table_called_so(form):
    said = "说明：本单位没有政府性基金预算支出。"
    rows = [FUND, ["空表", *[""] * 4], ["合计", *[""] * 4], [said, *[""] * 4]]
    table = only(form, Made(rows, [(0, 3, 4, 3)], over=FUND_TITLE))
    assert (names(table), table.notes) == (["合计"], ("空表", said))


@every_format
@pytest.mark.parametrize("spans", [[], [(0, 3, 1, 3), (0, 4, 1, 4)]])
def test_notes_that_are_rows_of_the_grid(form, spans):
    notes = "注：1.本表反映全年预算。", "2.数据有四舍五入。"
    table = only(form, Made([*TWO, *([note, ""] for note in notes)], spans))
    assert (names(table), table.notes) == (["办公费", "合计"], notes)


@every_format
def test_notes_under_the_grid(form):
    notes = "注：1.本表反映全年预算。", "2.数据有四舍五入。"
    document = read(form, Made(TWO, under=notes), "一、其他事项")
    assert document.tables[0].notes == notes
    assert "一、其他事项" in [section.title for section in document.sections]


@every_format
def test_an_account_without_figures_is_no_note(form):
    rows = [["项目", "金额"], ["无形资产购置", ""], ["本单位自有资金", ""], ["合计", ""]]
    table = only(form, Made(rows))
    assert (names(table), table.notes) == (["无形资产购置", "本单位自有资金", "合计"], ())


@every_format
def test_a_document_without_tables(form):
    document = read(form, "江海市档案馆2024年度部门预算", "一、主要职能", "收集、整理和保管档案。")
    assert (document.tables, document.facts) == ((), ())
    assert [paragraph.text for paragraph in document.paragraphs] == ["收集、整理和保管档案。"]


@every_format
def test_codes_in_brackets_before_their_names_in_two_classifications(form):
    rows = [
        ["部门预算支出经济科目", "政府预算支出经济科目", "2023年预算"],
        ["合计", "", "1,850.30"],
        ["[301]工资福利支出", "[505]对事业单位经常性补助", "1,420.10"],
        ["[30101]基本工资", "[50501]工资福利支出", "820.10"],
        ["[30107]绩效工资", "[50501]工资福利支出", "600.00"],
        ["[302]商品和服务支出", "[505]对事业单位经常性补助", "430.20"],
        ["[30201]办公费", "[50502]商品和服务支出", "430.20"],
    ]
    table = only(form, Made(rows))
    assert [(row.code, row.name, row.parent) for row in table.rows] == [
        (None, "合计", None),
        ("301", "工资福利支出", None),
        ("30101", "基本工资", 1),
        ("30107", "绩效工资", 1),
        ("302", "商品和服务支出", None),
        ("30201", "办公费", 4),
    ]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_parts_without_numbers_are_told_by_their_amounts(form):
    rows = [
        ["项目", "2023年预算"],
        ["一、基本支出", "1,850.30"],
        ["工资福利支出", "1,420.10"],
        ["商品和服务支出", "380.20"],
        ["对个人和家庭的补助", "50.00"],
        ["二、项目支出", "849.70"],
        ["上年结转", "20.00"],
        ["事业基金", "30.00"],
        ["支出总计", "2,750.00"],
    ]
    table = only(form, Made(rows))
    assert [row.parent for row in table.rows] == [None, 0, 0, 0, None, None, None, None]
    assert all(cell.certain for cell in table.cells)


@every_format
@pytest.mark.parametrize("numbers", [("", ""), ("一、", "二、")])
def test_names_repeated_under_a_row_are_its_parts(form, numbers):
    first, second = numbers
    rows = [
        ["收入", "", "支出", ""],
        ["项目", "金额", "项目", "金额"],
        ["一、一般公共预算财政拨款", "900.00", "一、教育支出", "870.00"],
        ["二、政府性基金预算财政拨款", "", "二、科学技术支出", "20.00"],
        ["本年收入合计", "900.00", "本年支出合计", "890.00"],
        ["年初财政拨款结转和结余", "50.00", "年末财政拨款结转和结余", "60.00"],
        [f"{first}一般公共预算财政拨款", "50.00", "", ""],
        [f"{second}政府性基金预算财政拨款", "", "", ""],
        ["总计", "950.00", "总计", "950.00"],
    ]
    over = ("财政拨款收入支出决算总表", "单位：万元")
    table = only(form, Made(rows, [(0, 0, 1, 0), (2, 0, 3, 0)], over, widths=(170, 70, 140, 70)))
    opening = next(at for at, row in enumerate(table.rows) if row.name == "年初财政拨款结转和结余")
    assert [row.name for row in table.rows if row.parent == opening] == [
        f"{first}一般公共预算财政拨款",
        f"{second}政府性基金预算财政拨款",
    ]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_named_subtotals_stand_over_their_parts(form):
    rows = [
        ["项目", "2022年", "2023年"],
        ["合计", "9.50", "9.20"],
        ["三公经费小计", "8.20", "8.00"],
        ["因公出国（境）费", "0.00", "0.00"],
        ["公务接待费", "1.00", "0.80"],
        ["公务用车购置及运行维护费小计", "7.20", "7.20"],
        ["公务用车购置费", "0.00", "0.00"],
        ["公务用车运行维护费", "7.20", "7.20"],
        ["会议费", "0.50", "0.00"],
        ["培训费", "0.80", "1.20"],
    ]
    table = only(form, Made(rows))
    assert [row.parent for row in table.rows] == [None, None, 1, 1, 1, 4, 4, None, None]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_what_stands_behind_of_which_is_a_part_as_well_where_both_add_up(form):
    rows = [
        ["项目", "2029年预算数", "2030年预算数"],
        ["合计", "8.20", "11.00"],
        ["因公出国（境）费", "0.00", "1.00"],
        ["公务用车购置及运行费", "7.20", "9.00"],
        ["其中：公务用车购置费", "0.00", "4.00"],
        ["公务用车运行维护费", "7.20", "5.00"],
        ["公务接待费", "1.00", "1.00"],
    ]
    table = only(form, Made(rows))
    assert [row.parent for row in table.rows] == [None, None, None, 2, 2, None]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_the_total_of_the_three_public_expenses_is_of_them_alone(form):
    rows = [
        ["项目", "预算数"],
        ["三公经费合计", "8.00"],
        ["因公出国（境）费", "0.00"],
        ["公务接待费", "1.00"],
        ["公务用车运行维护费", "7.00"],
        ["会议费", "0.50"],
        ["培训费", "0.80"],
    ]
    assert all(cell.certain for cell in only(form, Made(rows)).cells)


@every_format
def test_the_funds_of_what_is_carried_over_are_parts_of_it(form):
    rows = [
        ["项目", "金额"],
        ["一、一般公共预算财政拨款", "38.00"],
        ["本年收入合计", "38.00"],
        ["年初财政拨款结转和结余", "2.00"],
        ["一般公共预算财政拨款", "2.00"],
        ["总计", "40.00"],
    ]
    table = only(form, Made(rows))
    assert table.rows[3].parent == 2
    assert all(cell.certain for cell in table.cells)


@every_format
def test_the_funds_of_what_is_carried_over_are_its_parts_as_far_as_they_are_rounded(form):
    rows = [
        ["项目", "金额"],
        ["本年收入合计", "38.00"],
        ["年初财政拨款结转和结余", "5.01"],
        ["一般公共预算财政拨款", "3.59"],
        ["政府性基金预算财政拨款", "1.43"],
        ["总计", "43.01"],
    ]
    table = only(form, Made(rows))
    assert [row.parent for row in table.rows[2:4]] == [1, 1]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_a_third_list_under_what_else_heads_remarks(form):
    rows = [
        ["收入", "", "支出", "", "", ""],
        ["项目", "金额", "功能分类", "金额", "支出用途", "金额"],
        ["一、财政拨款", "90.00", "一、教育支出", "", "一、基本支出", "70.00"],
        ["二、其他资金", "10.00", "二、科学技术支出", "100.00", "二、项目支出", "30.00"],
        ["收入合计", "100.00", "支出合计", "100.00", "支出合计", "100.00"],
    ]
    over = ("收支预算总表", "单位：万元")
    table = only(form, Made(rows, [(0, 0, 1, 0), (2, 0, 5, 0)], over, widths=(100, 60, 110, 60, 90, 60)))
    said = {table.rows[cell.row].name: cell.text for cell in table.cells if cell.text}
    assert (said["一、基本支出"], said["二、项目支出"]) == ("70.00", "30.00")
    assert "一、教育支出" not in said and all(cell.certain for cell in table.cells)


@every_format
def test_a_total_named_after_the_head_beside_it_is_of_that_head_alone(form):
    rows = [
        ["“三公”经费合计", "“三公”经费", "", "会议费", "培训费"],
        ["", "因公出国（境）费", "公务接待费", "", ""],
        ["59.15", "35.00", "24.15", "78.20", "146.00"],
    ]
    spans = [(0, 0, 0, 1), (1, 0, 2, 0), (3, 0, 3, 1), (4, 0, 4, 1)]
    table = only(form, Made(rows, spans, over=("一般公共预算“三公”经费、会议费、培训费支出表", "单位：万元")))
    assert all(cell.certain for cell in table.cells)


@every_format
def test_a_part_of_one_head_is_no_part_of_the_next(form):
    rows = [
        ["预算数", "", "", "", "决算数", "", "", ""],
        ["合计", "公务用车购置及运行费", "", "公务接待费", "合计", "公务用车购置及运行费", "", "公务接待费"],
        ["", "购置费", "运行费", "", "", "购置费", "运行费", ""],
        ["1", "2", "3", "4", "5", "6", "7", "8"],
        ["59.00", "20.00", "35.00", "4.00", "51.15", "18.50", "30.25", "2.40"],
    ]
    spans = [(0, 0, 3, 0), (4, 0, 7, 0), (1, 1, 2, 1), (5, 1, 6, 1)]
    table = only(form, Made(rows, spans, over=("“三公”经费支出决算表", "单位：万元")))
    assert [column.path[1:] for column in table.columns if column.path[:1] == ("决算数",)] == [
        ("合计",),
        ("公务用车购置及运行费", "购置费"),
        ("公务用车购置及运行费", "运行费"),
        ("公务接待费",),
    ]


@every_format
def test_numbers_that_begin_behind_of_which_are_parts_of_the_row_above(form):
    rows = [
        ["项目", "预算数", "执行数"],
        ["合计", "84.50", "78.46"],
        ["1.公务接待费", "18.20", "15.26"],
        ["2.公务用车费", "66.30", "63.20"],
        ["其中：（1）公务用车运行维护费", "51.30", "48.65"],
        ["（2）公务用车购置费", "15.00", "14.55"],
    ]
    table = only(form, Made(rows))
    assert [(row.role.value, row.parent) for row in table.rows] == [
        ("total", None),
        ("item", None),
        ("item", None),
        ("of which", 2),
        ("of which", 2),
    ]
    assert all(cell.certain for cell in table.cells)


@every_format
def test_numbers_behind_of_which_go_on_over_deeper_ones(form):
    rows = [
        ["项目", "预算数"],
        ["行政经费", "120.50"],
        ["“三公”经费", "20.50"],
        ["其中：（一）因公出国（境）支出", "5.00"],
        ["（二）公务用车购置及运行维护支出", "12.50"],
        ["1.公务用车购置", "4.00"],
        ["2.公务用车运行维护费", "8.50"],
        ["（三）公务接待费支出", "3.00"],
    ]
    table = only(form, Made(rows))
    assert [(row.role.value, row.parent) for row in table.rows] == [
        ("item", None),
        ("item", None),
        ("of which", 1),
        ("of which", 1),
        ("item", 3),
        ("item", 3),
        ("of which", 1),
    ]


@every_format
@pytest.mark.parametrize(
    "heads",
    [("采购数量", "计量单位"), ("数量", "单位")],
)
def test_quantities_count_in_what_the_column_beside_them_says(form, heads):
    rows = [
        ["项目名称", "采购品目", *heads, "单价", "金额"],
        ["林区巡护", "无人机", "12", "架", "1.20", "14.40"],
        ["林区巡护", "防火服", "3,200", "套", "0.02", "64.00"],
        ["林道维修", "工程施工", "", "", "", "90.00"],
        ["合计", "", "", "", "", "168.40"],
    ]
    table = only(form, Made(rows))
    said = [
        (table.rows[cell.row].name, table.columns[cell.column].path[-1], cell.number, cell_unit(table, cell))
        for cell in table.cells
        if table.columns[cell.column].role is ColumnRole.MEASURE
    ]
    assert said == [
        ("林区巡护 无人机", heads[0], 12, "架"),
        ("林区巡护 防火服", heads[0], 3200, "套"),
    ]


@every_format
def test_a_quantity_may_be_printed_with_its_counter(form):
    rows = [
        ["采购品目", "数量", "金额（万元）"],
        ["巡护车", "2辆", "36.00"],
        ["防火服", "320 套", "6.40"],
        ["合计", "", "42.40"],
    ]
    table = only(form, Made(rows))
    said = {(cell.text, cell_unit(table, cell)) for cell in table.cells if cell.column == 1}
    assert said == {("2辆", "辆"), ("320套", "套")}


@every_format
def test_a_list_of_projects_may_say_what_they_aim_at_beside_their_amounts(form):
    rows = [
        ["项目名称", "预算金额（万元）", "资金来源", "绩效目标"],
        ["堤防养护", "58.00", "一般公共预算", "保障42公里堤防安全"],
        ["泵站更新", "30.50", "政府性基金", "更新3座泵站"],
    ]
    table = only(form, Made(rows, over=("重点项目表",)))
    amount = "预算金额（万元）"
    assert figures(table) == {("堤防养护", amount): "58.00", ("泵站更新", amount): "30.50"}
    assert cell_unit(table, table.cells[0]) == "万元"
