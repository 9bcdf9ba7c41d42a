from decimal import Decimal

from made_texts import amounts, certainties, document, expenditure, figures, table

from corpus.document import RowRole


def test_figures_of_receptions_in_the_order_of_another_header():
    of = table(
        "2030年“三公”经费和机关运行经费预算表\n单位：万元\n2030年“三公”经费预算数\n"
        "合计 因公出国（境）费 公务用车购置及运行费\n小计 购置费 运行费\n公务接待费 2030年机关运行经费预算数\n"
        "10.00 3.00 5.00 4.00 1.00 2.00 9.00\n"
    )
    assert {of.columns[cell.column].path[-1]: cell.text for cell in of.cells} == {
        "合计": "10.00",
        "因公出国（境）费": "3.00",
        "小计": "5.00",
        "购置费": "4.00",
        "运行费": "1.00",
        "公务接待费": "2.00",
        "2030年机关运行经费预算数": "9.00",
    }
    assert all(cell.certain for cell in of.cells)


def test_ambiguous_blanks_are_uncertain():
    of = expenditure("201 甲支出 10 5 5\n201 01 乙事务 5 5\n201 02 丙事务 5 5\n合计 10 5 5\n")
    assert figures(of, "乙事务")["合计"] == 5
    assert certainties(of, "乙事务") == {"合计": True, "基本支出": False, "项目支出": False}
    assert certainties(of, "甲支出") == {"合计": True, "基本支出": True, "项目支出": True}


def test_ten_thousands_with_decimals():
    of = expenditure(
        "201 甲支出 10.50 7.25 3.25\n20101 乙事务 7.25 7.25\n20102 丙事务 3.25 3.25\n合计 10.50 7.25 3.25\n",
        "万元",
    )
    assert figures(of, "丙事务") == {"合计": Decimal("3.25"), "基本支出": None, "项目支出": Decimal("3.25")}
    assert all(cell.certain for cell in of.cells)
    assert [row.code for row in of.rows] == ["201", "20101", "20102", None]


def test_rounding_does_not_break_a_sum_of_ten_thousands():
    of = expenditure(
        "201 甲支出 10.01 6.67 3.34\n201 01 乙事务 6.67 6.67\n201 02 丙事务 3.33 3.33\n合计 10.01 6.67 3.34\n",
        "万元",
    )
    assert figures(of, "丙事务")["项目支出"] == Decimal("3.33")
    assert all(cell.certain for cell in of.cells)


def test_parts_that_do_not_add_up_are_not_repaired():
    of = expenditure("201 甲支出 10 6 4\n201 01 乙事务 6 6\n201 02 丙事务 5 5\n合计 10 6 4\n")
    assert figures(of, "甲支出") == {"合计": 10, "基本支出": 6, "项目支出": 4}
    assert certainties(of, "丙事务") == {"合计": True, "基本支出": False, "项目支出": False}


def test_a_row_that_contradicts_itself_is_uncertain():
    of = expenditure("201 甲支出 10 6 5\n202 乙支出 3 2 1\n合计 13 8 6\n")
    assert figures(of, "甲支出") == {"合计": 10, "基本支出": 6, "项目支出": 5}
    assert not any(certainties(of, "甲支出").values())
    assert all(certainties(of, "乙支出").values())


def test_a_total_row_may_stand_first():
    of = expenditure("合计 10 7 3\n201 甲支出 7 7\n202 乙支出 3 3\n")
    assert figures(of, "乙支出") == {"合计": 3, "基本支出": None, "项目支出": 3}
    assert [row.role for row in of.rows] == [RowRole.TOTAL, RowRole.ITEM, RowRole.ITEM]


def test_a_dash_is_a_blank_that_keeps_its_place():
    of = expenditure("201 甲支出 5 — 5\n202 乙支出 5 5 —\n合计 10 5 5\n")
    assert figures(of, "甲支出") == {"合计": 5, "基本支出": None, "项目支出": 5}
    assert all(cell.certain for cell in of.cells)


def test_zero_is_not_blank():
    of = expenditure("201 甲支出 5 0 5\n合计 5 0 5\n")
    assert figures(of, "甲支出") == {"合计": 5, "基本支出": 0, "项目支出": 5}


def test_a_name_wrapped_in_its_cell_is_joined():
    of = expenditure("201 03 政府办公厅（室）及相\n关机构事务 5 2 3\n合计 5 2 3\n")
    assert (of.rows[0].name, of.rows[0].code) == ("政府办公厅（室）及相关机构事务", "20103")
    assert (of.rows[0].span.lines, figures(of, of.rows[0].name)["项目支出"]) == ((11, 12), 3)


def test_notes_stay_with_their_table():
    of = expenditure("201 甲支出 5 2 3\n合计 5 2 3\n注：本表以元为单位。\n")
    assert of.notes == ("注：本表以元为单位。",)
    assert len(of.rows) == 2


def test_of_which_rows_add_to_nothing():
    of = table(
        "收支总表\n单位：元\n收入 支出\n项目 预算数 项目 预算数\n一、财政拨款收入 10 一、甲支出 10\n"
        "其中：政府性基金 4\n收入总计 10 支出总计 10\n"
    )
    (row,) = [row for row in of.rows if row.role is RowRole.OF_WHICH]
    assert of.rows[row.parent].name == "一、财政拨款收入"
    assert all(cell.certain for cell in of.cells)


def test_a_second_total_takes_the_first():
    of = table(
        "收支总表\n单位：元\n收入 支出\n项目 金额 项目 金额\n一、甲收入 10 一、甲支出 12\n"
        "本年收入合计 10 本年支出合计 12\n上年结转 2 年终结余\n收入总计 12 支出总计 12\n"
    )
    assert [row.name for row in of.rows if row.role is RowRole.TOTAL] == [
        "本年收入合计",
        "本年支出合计",
        "收入总计",
        "支出总计",
    ]
    assert figures(of, "年终结余") == {"金额": None}


def test_a_table_of_no_known_form():
    of = table(
        "江海市档案馆藏品表\n单位：万元\n名称 纸质 缩微\n甲库 5.00 2.00\n乙库 3.00 1.00\n合计 8.00 3.00\n"
    )
    assert amounts(of) == [("纸质",), ("缩微",)]
    assert figures(of, "乙库") == {"纸质": 3, "缩微": 1}
    assert of.unit == "万元"


def test_text_right_under_a_table_is_not_its_row():
    read = document("甲表\n单位：元\n名称 金额\n甲库 5\n合计 5\n一、其他事项\n本馆没有其他事项。\n")
    assert [row.name for row in read.tables[0].rows] == ["甲库", "合计"]
    assert [section.title for section in read.sections] == ["甲表", "一、其他事项"]
