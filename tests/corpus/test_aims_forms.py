"""Forms of aims and indicators: no tables of amounts, whatever their format and wherever their indicators begin."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made_aims import HEAD, NAMED, SCANS, TERM, UPKEEP, WIDTHS
from made_grids import FORMATS, Made, read
from made_pdfs import centred, ruled
from made_pdfs import read as read_pages

from corpus.facts import extract_facts
from corpus.prose import project_name

FORM = [
    ["项目名称", "", "档案系统运行维护", "", ""],
    *[[f"情况{number}", "", f"说明{number}", "", ""] for number in range(12)],
    ["项目资金（万元）", "年度资金总额：", "120.00", "", ""],
    ["", "其中：财政拨款", "100.00", "", ""],
    ["", "其他资金", "20.00", "", ""],
    ["一级指标", "二级指标", "三级指标", "指标值", "分值"],
    ["产出指标", "数量指标", "维护系统数量", "≥12个", "10"],
    ["", "质量指标", "系统故障率", "≤2%", "10"],
]


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_is_no_table_of_amounts_wherever_its_indicators_begin(form):
    made = Made(FORM, [(0, 13, 0, 15), (0, 17, 0, 18)], over=("项目支出预算申报表", "单位：万元"))
    assert read(form, made).tables == ()


@pytest.mark.parametrize("form", FORMATS)
def test_indicators_alone_are_no_table_of_amounts(form):
    rows = [["项目", "金额", "预算"], ["数量指标", "12", "10"], ["质量指标", "98", "10"]]
    assert read(form, Made(rows)).tables == ()


@pytest.mark.parametrize("form", FORMATS)
def test_each_form_is_a_section_with_its_labels_and_indicators(form):
    document = read(form, UPKEEP, SCANS)
    assert document.tables == ()
    said = {
        section.title: [p.text for p in document.paragraphs if p.section == at]
        for at, section in enumerate(document.sections)
    }
    assert said["系统运行维护绩效目标"] == [
        "项目名称：系统运行维护",
        "主管部门：江海市档案局",
        "实施单位：江海市档案馆",
        "年度资金总额：1,200.00万元",
        "财政拨款：1,000.00万元",
        "年度总体目标：保障档案安全。",
    ]
    assert said["数量指标"] == [
        "数量指标 · 维护系统数量：≥12个（权重10）",
        "数量指标 · 巡检成本：≤50万元（权重10）",
    ]
    assert said["质量指标"] == ["质量指标 · 扫描差错率：≤2%（权重20）"]
    parents = {section.title: section.parent for section in document.sections}
    titles = [section.title for section in document.sections]
    assert titles[parents["数量指标"]] == "系统运行维护绩效目标"
    assert titles[parents["质量指标"]] == "馆藏数字化绩效目标"


@pytest.mark.parametrize("form", FORMATS)
def test_the_facts_of_a_form_are_its_money_and_not_what_it_aims_at(form):
    facts = extract_facts(read(form, UPKEEP, SCANS))
    assert [(fact.subject, fact.quantity.number, fact.quantity.unit) for fact in facts] == [
        ("系统运行维护", Decimal("1200.00"), "万元"),
        ("系统运行维护财政拨款", Decimal("1000.00"), "万元"),
        ("馆藏数字化", Decimal("350.5"), "万元"),
        ("馆藏数字化财政拨款", Decimal("350.5"), "万元"),
    ]


@pytest.mark.parametrize("unit", ["", "（页）"])
def test_money_without_a_unit_of_money_is_no_fact(unit):
    rows = [[cell.replace("\n（万元）", unit) for cell in row] for row in UPKEEP.rows]
    document = read("pdf", replace(UPKEEP, rows=rows))
    assert extract_facts(document) == ()
    assert "年度资金总额：1,200.00" in [paragraph.text for paragraph in document.paragraphs]


def test_money_of_two_periods_under_one_label_is_no_fact():
    rows = [list(row) for row in UPKEEP.rows]
    rows[4] = ["", "", "其中：财政拨款", "", "900.00", ""]
    facts = extract_facts(read("pdf", replace(UPKEEP, rows=rows)))
    assert [fact.subject for fact in facts] == ["系统运行维护"]


@pytest.mark.parametrize("head", [[], [HEAD[1:]]])
def test_a_form_goes_on_over_a_page_in_other_columns(head):
    rest = [*head, ["满意度指标", "服务对象满意度指标", "利用者满意度", "≥95%", "10"]]
    first = [centred(NAMED, 60), ruled(UPKEEP.rows, 100, UPKEEP.spans, WIDTHS)]
    document = read_pages(first, [ruled(rest, 60, [], [80, 100, 150, 80, 50])])
    last = document.paragraphs[-1]
    said = (
        "服务对象满意度指标 · 利用者满意度：≥95%（权重10）"
        if head
        else "满意度指标 服务对象满意度指标 利用者满意度 ≥95% 10"
    )
    assert last.text == said
    assert document.heading_path(last.section)[-2] == "系统运行维护绩效目标"
    assert last.span.page == 2


def test_a_grid_behind_a_form_of_several_widths_is_read_by_itself():
    rest = [HEAD[1:], ["满意度指标", "服务对象满意度指标", "利用者满意度", "≥95%", "10"]]
    other = [["科室", "电话", "地址", "层", "间", "人"], ["利用科", "分机二", "二楼", "西", "北", "甲"]]
    pages = [
        [centred(NAMED, 60), ruled(UPKEEP.rows, 100, UPKEEP.spans, WIDTHS)],
        [ruled(rest, 60, [], [80, 100, 150, 80, 50])],
        [ruled(other, 60, [], WIDTHS)],
    ]
    document = read_pages(*pages)
    assert document.tables == ()
    assert [p.text for p in document.paragraphs if p.span.page == 3][-1] == "利用科 分机二 二楼 西 北 甲"


def test_a_name_cut_by_a_page_and_a_form_that_goes_on_in_its_columns():
    rest = [
        ["", "", "", "（全部楼宇）", "", ""],
        ["", "效益指标", "社会效益指标", "利用人次", "≥300人次", "5"],
    ]
    first = [centred(NAMED, 60), ruled(UPKEEP.rows, 100, UPKEEP.spans, WIDTHS)]
    document = read_pages(first, [ruled(rest, 60, [], WIDTHS)])
    assert [paragraph.text for paragraph in document.paragraphs][-2:] == [
        "数量指标 · 巡检成本（全部楼宇）：≤50万元（权重10）",
        "社会效益指标 · 利用人次：≥300人次（权重5）",
    ]


def test_a_sign_a_number_and_a_unit_in_three_columns_are_one_value():
    rows = [
        ["部门名称", "江海市档案馆", "", "", ""],
        ["二级指标", "三级指标", "指标值", "", "计量单位"],
        ["数量指标", "接待人次", "≥", "300", "人次"],
    ]
    made = Made(rows, [(1, 0, 4, 0), (2, 1, 3, 1)], over=("部门整体支出绩效目标表",))
    document = read("pdf", made)
    assert [section.title for section in document.sections[-2:]] == [
        "江海市档案馆整体支出绩效目标",
        "数量指标",
    ]
    assert document.paragraphs[-1].text == "数量指标 · 接待人次：≥300人次"


@pytest.mark.parametrize("form", FORMATS)
def test_labels_over_what_they_say_with_their_years(form):
    rows = [
        ["项目名称", "馆藏数字化", "计划开始日期", "2025-01-01"],
        ["项目资金（元）", "年度资金申请总额", "3,505,000", ""],
        ["项目绩效目标", "项目总目标（2025年-2027年）", "年度总目标", ""],
        ["", "建成数字档案馆。", "扫描2万卷。", ""],
        ["一级指标", "二级指标", "三级指标", "指标目标值"],
        ["产出指标", "数量指标", "扫描卷数", "≥20000卷"],
    ]
    spans = [(2, 1, 3, 1), (0, 2, 0, 3), (2, 2, 3, 2), (2, 3, 3, 3)]
    made = Made(rows, spans, over=("财政项目支出绩效目标申报表",), widths=[90, 170, 110, 90])
    document = read(form, made)
    assert [p.text for p in document.paragraphs][-6:] == [
        "项目名称：馆藏数字化",
        "计划开始日期：2025-01-01",
        "年度资金申请总额：3,505,000元",
        "项目总目标：建成数字档案馆。",
        "年度总目标：扫描2万卷。",
        "数量指标 · 扫描卷数：≥20000卷",
    ]
    assert [(f.subject, f.quantity.number) for f in extract_facts(document)] == [
        ("馆藏数字化", Decimal(3505000))
    ]


def test_who_drew_up_the_next_form_is_not_said_at_the_end_of_the_one_before():
    over = (NAMED, "申报单位名称：江海市档案局")
    document = read("pdf", replace(UPKEEP, over=over), replace(SCANS, over=over))
    assert [p.text for p in document.paragraphs if p.text.startswith("申报单位")] == [over[1]]


@pytest.mark.parametrize("form", FORMATS)
def test_a_list_of_units_with_their_projects_and_how_each_indicator_is_judged(form):
    head = [
        "单位名称、项目名称",
        "项目年度绩效目标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "指标内容",
    ]
    rows = [
        head,
        ["江海市档案馆", "", "", "", "", "", "", ""],
        ["展览服务经费", "办好常设展览。", "数量指标", "举办展览次数", ">=", "6", "次", "达到得满分"],
        ["", "", "社会效益", "参观人数", ">=", "1.5", "万人次", "达到得满分"],
    ]
    made = Made(rows, [(0, 2, 0, 3), (1, 2, 1, 3)], over=("项目支出绩效目标表",))
    document = read(form, made)
    assert [paragraph.text for paragraph in document.paragraphs][-4:] == [
        "单位名称、项目名称：展览服务经费",
        "年度绩效目标：办好常设展览。",
        "数量指标 · 举办展览次数：>=6次",
        "社会效益 · 参观人数：>=1.5万人次",
    ]
    assert [section.title for section in document.sections if section.title.endswith("绩效目标")] == [
        "展览服务经费绩效目标"
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_form_that_names_nobody_is_of_who_drew_it_up(form):
    rows = [
        ["一级指标", "二级指标", "三级指标", "指标值", "权重"],
        ["产出指标", "数量指标", "馆藏档案数", "≥6900卷", "8"],
        ["产出指标", "质量指标", "档案整理合格率", "≥98%", "6"],
    ]
    made = Made(rows, over=("2025年部门整体支出绩效目标表", "编制部门：江海市档案馆"))
    document = read(form, made)
    assert [paragraph.text for paragraph in document.paragraphs][-3:] == [
        "编制部门：江海市档案馆",
        "数量指标 · 馆藏档案数：≥6900卷（权重8）",
        "质量指标 · 档案整理合格率：≥98%（权重6）",
    ]
    assert "江海市档案馆整体支出绩效目标" in [section.title for section in document.sections]


@pytest.mark.parametrize("cut", [3, 5, 6])
def test_a_form_that_a_page_cuts_above_its_indicators_goes_on_with_them(cut):
    within = [span for span in UPKEEP.spans if span[3] < cut]
    below = [(a, b - cut, c, d - cut) for a, b, c, d in UPKEEP.spans if b >= cut]
    first = [centred(NAMED, 60), ruled(UPKEEP.rows[:cut], 700, within, WIDTHS)]
    document = read_pages(first, [ruled(UPKEEP.rows[cut:], 60, below, WIDTHS)])
    assert [section.title for section in document.sections if "绩效" in section.title] == [
        "系统运行维护绩效目标"
    ]
    assert document.paragraphs[-1].text == "数量指标 · 巡检成本：≤50万元（权重10）"


def test_a_form_that_a_page_cuts_below_its_name_goes_on_with_the_rest():
    merged = [span for span in UPKEEP.spans if span[1] == 0]
    first = [centred(NAMED, 60), ruled(UPKEEP.rows[:1], 100, merged, WIDTHS)]
    rows = UPKEEP.rows[1:]
    spans = [(left, top - 1, right, bottom - 1) for left, top, right, bottom in UPKEEP.spans if top]
    document = read_pages(first, [ruled(rows, 60, spans, WIDTHS)])
    assert document.tables == ()
    assert "系统运行维护绩效目标" in [section.title for section in document.sections]
    assert document.paragraphs[-1].text == "数量指标 · 巡检成本：≤50万元（权重10）"


def test_a_form_behind_the_description_of_another_project_is_its_own():
    described = ("档案征集项目经费情况说明", "一、项目概述", "征集散失的档案。", "二、年度预算安排", "20万元")
    document = read("docx", "江海市档案馆2025年部门预算", *described, UPKEEP)
    at = next(n for n, section in enumerate(document.sections) if section.title == "系统运行维护绩效目标")
    assert "档案征集项目经费情况说明" in document.heading_path(at)
    assert project_name(document, at) == "系统运行维护"


@pytest.mark.parametrize("form", FORMATS)
def test_what_the_sum_of_all_years_is_made_up_of_is_told_from_that_of_the_year(form):
    facts = {fact.subject: fact.quantity.number for fact in extract_facts(read(form, TERM))}
    assert facts == {
        "河道保洁": Decimal("300.00"),
        "河道保洁财政拨款": Decimal("280.00"),
        "河道保洁其他资金": Decimal("20.00"),
        "河道保洁中期资金总额": Decimal("900.00"),
        "河道保洁中期资金总额中的财政拨款": Decimal("840.00"),
        "河道保洁中期资金总额中的其他资金": Decimal("60.00"),
    }
