import pytest
from made_audits import BALANCE, GENERAL, SPENDING, TRAVEL, audit, brief
from made_texts import document

from corpus.audit import Check, Severity, audit_document


def of(check, found):
    (one,) = [finding for finding in found if finding.check is check]
    return one


@pytest.mark.parametrize(
    "text", [BALANCE, SPENDING, TRAVEL, f"{BALANCE}\n\n\n{SPENDING}\n\n\n{GENERAL}\n\n\n{TRAVEL}"]
)
def test_nothing_is_found_where_all_adds_up(text):
    assert document(text).tables and audit(text) == ()


def test_columns_that_do_not_add_up_to_their_total():
    found = of(Check.COLUMNS, audit(SPENDING.replace("司法 700 400 300", "司法 700 400 290")))
    assert found.severity is Severity.ERROR
    assert found.message == "《2030年部门支出预算总表》“20406 司法”一行：各栏之和与“合计”栏不符，相差 10元"
    assert (found.figures, found.expected) == (("400元", "290元", "700元"), "400 + 290 = 690元")
    assert [place.lines for place in found.places] == [(13, 13)]


def test_columns_that_add_up_nowhere_although_a_cell_is_blank():
    found = of(Check.COLUMNS, audit(SPENDING.replace("其他司法支出 300 300", "其他司法支出 300 310")))
    assert (found.severity, found.expected) == (Severity.ERROR, "310元")


def test_rows_that_do_not_add_up_to_the_row_above():
    found = audit(SPENDING.replace("行政运行 400 400", "行政运行 409 409"))
    assert brief(found) == [("rows", "error")]
    assert found[0].message == "《2030年部门支出预算总表》“合计”栏：下级各项之和与“20406 司法”不符，相差 9元"
    assert found[0].figures == ("409元", "300元", "700元") and found[0].expected == "409 + 300 = 709元"


def test_rows_that_do_not_add_up_to_the_total():
    found = audit(SPENDING.replace("合计 1,000 700 300", "合计 1,020 720 300"))
    assert brief(found) == [("rows", "error")]
    assert found[0].message == "《2030年部门支出预算总表》“合计”栏：各项之和与“合计”不符，相差 20元"
    assert found[0].expected == "700 + 300 = 1,000元"


def test_income_and_expenditure_that_differ():
    found = audit(BALANCE.replace("事业收入 100", "事业收入 110").replace("收入总计 1,000", "收入总计 1,010"))
    assert brief(found) == [("income and expenditure", "error")]
    assert found[0].message == "《2030年部门财务收支预算总表》：“收入总计”与“支出总计”不符，相差 10元"
    assert found[0].figures == ("1,010元", "1,000元")


def test_totals_may_differ_where_something_is_carried_over():
    text = BALANCE.replace("收入总计", "收入合计").replace("支出总计", "支出合计")
    changed = text.replace("事业收入 100", "事业收入 140").replace("收入合计 1,000", "收入合计 1,040")
    assert brief(audit(changed)) == [("income and expenditure", "error")]
    assert audit(changed.replace("三、其他收入", "三、上年结转结余")) == ()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("12.30 5.00 2.50 4.70 2.80 1.90", "5.00 + 4.70 + 2.50 = 12.2万元"),
        ("12.20 5.00 2.50 4.70 2.90 1.90", "2.90 + 1.90 = 4.8万元"),
    ],
)
def test_the_parts_of_a_known_account_in_a_table_of_one_row(row, expected):
    found = audit(TRAVEL.replace("12.20 5.00 2.50 4.70 2.80 1.90", f"{row} 3.00"))
    assert brief(found) == [("columns", "error")] and found[0].expected == expected


def test_rounded_amounts_may_be_off_by_half_a_unit_each():
    def rows(total):
        return f"某年经费表\n单位：万元\n项目 金额\n一、甲 1.05\n二、乙 2.05\n三、丙 3.05\n合计 {total}\n"

    assert audit(rows("6.15")) == ()
    assert brief(audit(rows("6.17"))) == [("rows", "rounding")]
    assert brief(audit(rows("6.18"))) == [("rows", "error")]


def test_a_plain_list_is_only_doubted_and_a_nested_one_not_at_all():
    plain = "某年经费表\n单位：万元\n项目 金额\n甲 10\n乙 24\n丙 31\n合计 75\n"
    assert brief(audit(plain)) == [("rows", "warning")]
    assert audit(plain.replace("乙 24\n丙 31", "其甲一 4\n其甲二 6\n乙 65")) == ()


def test_of_which_rows_and_ratios_are_not_added():
    text = "某年经费表\n单位：万元\n项目 金额 占比\n一、甲 10 40%\n其中：甲一 4 16%\n二、乙 15 60%\n合计 25 90%\n"
    assert audit(text) == ()


def test_one_account_in_two_tables():
    both = f"{SPENDING}\n\n\n{GENERAL}"
    swapped = GENERAL.replace("行政运行 400 400", "行政运行 500 500").replace(
        "司法支出 300 300", "司法支出 200 200"
    )
    found = [one for one in audit(f"{SPENDING}\n\n\n{swapped}") if one.check is Check.TABLES]
    assert audit(both) == () and found
    assert found[0].message == (
        "同一个数两处不一致：《2030年部门支出预算总表》“2040601 行政运行”，"
        "《2030年部门一般公共预算支出功能分类预算表》“2040601 行政运行”"
    )
    assert (found[0].figures, found[0].severity) == (("400元", "500元"), Severity.ERROR)


def test_one_last_digit_between_two_tables_is_rounding():
    swapped = GENERAL.replace("行政运行 400 400", "行政运行 401 401")
    found = [one for one in audit(f"{SPENDING}\n\n\n{swapped}") if one.check is Check.TABLES]
    assert [(one.figures, one.severity) for one in found] == [(("400元", "401元"), Severity.ROUNDING)]


def test_a_list_of_chosen_spending_has_no_account():
    """The purchases of a body are a part of what it spends, not all of it."""
    purchases = "2030年政府采购支出预算表\n单位：元\n项目 金额\n一、货物 100\n二、服务 200\n合计 300\n"
    assert audit(f"{SPENDING}\n\n\n{purchases}") == ()


def test_two_tables_of_different_funds_may_differ():
    smaller = GENERAL.replace(
        "卫生健康支出 300 300\n210 11 行政事业单位医疗 300 300\n210 11 01 行政单位医疗 300 300",
        "卫生健康支出 200 200\n210 11 行政事业单位医疗 200 200\n210 11 01 行政单位医疗 200 200",
    )
    assert audit(f"{SPENDING}\n\n\n{smaller.replace('合计 1,000 700 300', '合计 900 600 300')}") == ()


def test_a_table_most_of_whose_rows_break_a_sum_means_something_else():
    text = "某年对比表\n单位：万元\n项目 合计 甲 乙\n一、子 9 1 2\n二、丑 8 3 4\n三、寅 7 6 1\n合计 24 10 7\n"
    assert audit(text) == ()


@pytest.mark.parametrize("row", ["201 事项 1 1", "事项 100 60 40", "204 06 01 行政运行 400 400 1"])
def test_five_thousand_rows_are_audited_in_bounded_time(row):
    text = SPENDING.replace("204 公共安全支出 700 400 300", "\n".join([row] * 5_000))
    assert len(audit_document(document(text))) <= 20_000


def test_rows_that_add_up_nowhere_although_cells_are_not_proven():
    changed = SPENDING.replace("司法 700 400 300", "司法 700 500 200").replace(
        "支出 700 400 300", "支出 700 500 200"
    )
    found = audit(changed.replace("合计 1,000 700 300", "合计 1,000 800 200"))
    assert "无论空格落在哪一栏，下级各项都加不到“20406 司法”" in found[0].message
    assert found[0].figures == ("700元", "500元", "200元")


def test_a_list_without_its_end_may_lack_rows():
    cut = SPENDING.replace("合计 1,000 700 300", "").replace(
        "210 11 01 行政单位医疗 300 300", "210 11 01 行政单位医疗 200 200"
    )
    assert audit(cut) == ()
    assert brief(audit(cut.replace("200 200", "400 400"))) == [("rows", "error")]
