from made_texts import document

PARTS = (
    "一、项目概述",
    "二、立项依据",
    "三、实施主体",
    "四、实施方案",
    "五、实施周期",
    "六、年度预算安排",
    "七、绩效目标",
)
PROJECTS = (
    "“一网通办”运营服务费项目情况说明",
    "上海市“一网通办”平台信息系统（2021升级改造）经费项目情况说明",
    "基础设施运维经费项目情况说明",
    "上海市大数据资源平台（二期）专项经费项目情况说明",
    "上海市政务云基础设施服务费（预付费）项目情况说明",
    "大数据中心管理工作经费项目情况说明",
    "数据运营服务费项目情况说明",
)
OUTERMOST = (
    "上海市大数据中心主要职能",
    "上海市大数据中心机构设置",
    "名词解释",
    "2021年部门预算编制说明",
    "2021年部门财务收支预算总表",
    "2021年部门收入预算总表",
    "2021年部门支出预算总表",
    "2021年部门财政拨款收支预算总表",
    "2021年部门一般公共预算支出功能分类预算表",
    "2021年部门政府性基金预算支出功能分类预算表",
    "2021年部门一般公共预算基本支出部门预算经济分类预算表",
    "部门“三公”经费和机关运行经费预算表",
    "其他相关情况说明",
    "项目经费情况说明",
)
OTHER_MATTERS = (
    "一、2021年“三公”经费预算情况说明",
    "二、机关运行经费预算",
    "三、政府采购预算情况",
    "四、预算绩效情况",
)


def paths(read):
    return {read.heading_path(number) for number in range(len(read.sections))}


def paragraphs(read, *path):
    (section,) = [number for number in range(len(read.sections)) if read.heading_path(number) == path]
    return [paragraph for paragraph in read.paragraphs if paragraph.section == section]


def texts(read, *path):
    return [paragraph.text for paragraph in paragraphs(read, *path)]


def test_all_sections_of_the_shipped_document(shipped):
    projects = {("项目经费情况说明", project) for project in PROJECTS}
    expected = {(title,) for title in OUTERMOST} | {("其他相关情况说明", title) for title in OTHER_MATTERS}
    expected |= projects | {(*project, part) for project in projects for part in PARTS}
    assert paths(shipped) == expected
    assert len(shipped.sections) == len(expected)


def test_levels_count_from_one(shipped):
    levels = {section.title: section.level for section in shipped.sections}
    assert (levels["名词解释"], levels[OTHER_MATTERS[0]], levels[PROJECTS[0]]) == (1, 2, 2)
    assert {section.level for section in shipped.sections if section.title in PARTS} == {3}


def test_a_heading_glued_to_an_item_is_split_off_and_keeps_its_line(shipped):
    last_item = paragraphs(shipped, "项目经费情况说明", PROJECTS[0], "二、立项依据")[-1]
    assert last_item.text == "20.《上海市人民政府办公厅关于进一步拓展“随申码”应用的实施方案》"
    assert last_item.span.lines == (403, 403)
    heading = next(section for section in shipped.sections if section.title == "三、实施主体")
    assert heading.span.lines == (403, 403)


def test_two_items_glued_to_one_line_are_split(shipped):
    items = paragraphs(shipped, "项目经费情况说明", PROJECTS[0], "二、立项依据")
    assert items[16].text.endswith("暂行办法>的通知》（沪府办〔2020〕55号）")
    assert items[17].text == (
        "18.《关于开展2020年度省级政府一体化政务服务能力（政务服务“好差评”）第三方调查评估工作的通知》"
        "（国办电政函〔2020〕90号）"
    )
    assert [item.span.lines for item in items[16:18]] == [(400, 400), (400, 401)]


def test_glossary_items_are_paragraphs_of_their_own(shipped):
    glossary = paragraphs(shipped, "名词解释")
    assert [paragraph.text[:3] for paragraph in glossary] == ["（一）", "（二）", "（三）", "（四）"]
    assert glossary[2].span.lines == (31, 36)
    assert "重大项目洽谈、境外培训研修等的国际旅费" in glossary[2].text


def test_a_list_item_is_joined_over_its_lines(shipped):
    items = paragraphs(shipped, "上海市大数据中心主要职能")
    assert items[3].text == (
        "2.承担政务数据、行业数据、社会数据等各方数据归集和应用融合工作，开展大数据应用研究工作，"
        "为本市政府各部门管理、服务、决策提供数据支撑。"
    )
    assert items[3].span.lines == (6, 7)


def test_numbered_points_in_prose_are_paragraphs(shipped):
    points = texts(shipped, "项目经费情况说明", PROJECTS[1], "四、实施方案")
    assert [point[:2] for point in points[1:]] == ["一是", "二是", "三是", "四是", "五是", "六是", "七是"]


def test_a_page_break_inside_a_list_does_not_end_it(shipped):
    items = texts(shipped, "项目经费情况说明", PROJECTS[6], "四、实施方案")
    assert [item[:2] for item in items[1:10]] == [f"{number}." for number in range(1, 10)]


def test_no_table_row_is_a_paragraph(shipped):
    tables = {table.section for table in shipped.tables}
    assert not tables & {paragraph.section for paragraph in shipped.paragraphs}


def test_every_paragraph_has_a_section_and_lines(shipped):
    ends = [paragraph.span.lines for paragraph in shipped.paragraphs]
    assert ends == sorted(ends)
    assert all(
        paragraph.text and paragraph.text == paragraph.text.strip() for paragraph in shipped.paragraphs
    )


def test_a_page_break_inside_a_paragraph_does_not_end_it():
    line = "本馆负责全市档案资料的收集整理保管利用和宣传工作并对各区各部门档案工作进行业务指导"
    read = document(f"名词解释\n\n{line}\n\n\n\n{line}监督。\n")
    assert texts(read, "名词解释") == [f"{line}{line}监督。"]


def test_parts_and_contents():
    read = document(
        "江海市档案馆2030年度部门预算\n\n目录\n\n第一部分 部门概况\n一、主要职能\n第二部分 名词解释\n\n\n\n"
        "第一部分 部门概况\n一、主要职能\n收集档案。\n（一）编目\n编目说明。\n二、机构设置\n本馆设三个处室。\n"
        "第二部分 名词解释\n档案：历史记录。\n"
    )
    assert read.heading_path(3) == ("第一部分 部门概况", "一、主要职能")
    assert texts(read, "第一部分 部门概况", "一、主要职能", "（一）编目") == ["编目说明。"]
    assert texts(read, "第二部分 名词解释") == ["档案：历史记录。"]
    assert len(read.sections) == 7


def test_a_numbered_sentence_is_no_heading():
    read = document("编制说明\n\n一、2030年支出总额为10万元，与上年持平。\n二、无其他事项。\n")
    assert [section.title for section in read.sections] == ["编制说明"]
    assert texts(read, "编制说明") == ["一、2030年支出总额为10万元，与上年持平。", "二、无其他事项。"]


def test_text_without_a_heading_is_in_a_section_without_title():
    read = document("本馆没有预算。\n")
    assert [section.title for section in read.sections] == [""]
    assert read.paragraphs[0].text == "本馆没有预算。"


WRAPPED = """2030年政府采购预算17000元，同比增加17000元，上年无此
项预算。按政府采购项目类型，分为货物类采购、工程类采购
和服务类采购三种。其中货物类采购10000元，占政府采购预
算的58.8%；工程类采购0元，占政府采购预算的0.0%；服务
类采购7000元，占政府采购预算的41.2%。
注：以上均为本级预算。
"""


def test_a_title_wider_than_the_lines_does_not_hide_where_they_are_broken():
    read = document(f"江海市档案馆2030年部门预算及“三公”经费预算编制情况说明\n\n{WRAPPED}")
    *lines, note = WRAPPED.splitlines()
    assert [paragraph.text for paragraph in read.paragraphs] == ["".join(lines), note]


def test_paragraphs_longer_than_a_page_is_wide_are_whole_lines():
    line = "本馆负责全市档案资料的收集、整理、保管、利用和宣传工作，并对各区各部门的档案工作进行业务指导和监督检查"
    lines = [line * 3, line + "。", line + "等", line + "的"]
    read = document("名词解释\n\n" + "\n".join(lines) + "\n")
    assert [paragraph.text for paragraph in read.paragraphs] == lines
