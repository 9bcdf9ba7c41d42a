import pytest
from made_texts import document

from corpus.document import Level, Span, Stage
from corpus.identity import identify
from corpus.read import parse
from corpus.readers.stream import TextLine
from corpus.readers.text import read_text


def identity(text):
    read = document(text)
    return read.title, read.body, read.year, read.stage, read.level


def test_shipped_document(shipped):
    assert shipped.title == "上海市大数据中心2021年部门预算"
    assert (shipped.body, shipped.year) == ("上海市大数据中心", 2021)
    assert (shipped.stage, shipped.level) == (Stage.BUDGET, Level.DEPARTMENT)
    assert (shipped.name, shipped.pages) == ("上海市大数据中心2021年部门预算.txt", None)


def test_a_cover_says_it_all():
    text = "江海市档案馆2030年度单位决算\n\n一、主要职能\n收集档案。\n"
    assert identity(text) == ("江海市档案馆2030年单位决算", "江海市档案馆", 2030, Stage.FINAL, Level.UNIT)


def test_captions_and_headings_where_there_is_no_cover():
    text = (
        "主要职能\n\n收集档案。\n\n\n\n2030年单位收支决算总表\n编制单位：江海市档案馆 单位：元\n收入 支出\n"
        "项目 决算数 项目 决算数\n一、财政拨款收入 5 一、教育支出 5\n收入总计 5 支出总计 5\n"
    )
    assert identity(text) == ("江海市档案馆2030年单位决算", "江海市档案馆", 2030, Stage.FINAL, Level.UNIT)


def test_the_names_of_funds_tell_no_account():
    headings = (
        "一、一般公共预算财政拨款支出决算情况说明",
        "二、政府性基金预算支出情况说明",
        "三、国有资本经营预算支出情况说明",
    )
    text = "江海市档案馆2030年度收支公开\n\n" + "".join(
        f"{heading}\n\n支出5.00万元。\n\n" for heading in headings
    )
    assert identity(text)[3] is Stage.FINAL


def test_a_heading_names_the_body():
    assert identity("江海市档案馆主要职能\n\n收集档案。\n")[:3] == (
        "江海市档案馆部门预算",
        "江海市档案馆",
        None,
    )


def test_nothing_is_guessed():
    assert identity("收集档案。\n")[1:3] == ("", None)


def test_a_comprehensive_budget_is_a_budget():
    text = "江海县水利局2030年部门综合预算公开说明\n\n一、部门主要职责及机构设置\n管水。\n"
    assert identity(text) == (
        "江海县水利局2030年部门预算",
        "江海县水利局",
        2030,
        Stage.BUDGET,
        Level.DEPARTMENT,
    )


def test_a_cover_of_two_lines():
    text = "江海县水利局\n2030年部门综合预算公开说明\n\n一、部门主要职责\n管水。\n"
    assert identity(text)[:3] == ("江海县水利局2030年部门预算", "江海县水利局", 2030)


def test_a_title_of_two_lines_over_the_contents_of_the_same_page():
    contents = ("目录", *(f"第{n}部分 江海市档案馆情况" for n in "一二三"), "单位：江海市档案馆")
    lines = ["江海市档案馆", "2030年部门预算", "2030年2月", *contents, *contents[1:], *contents[1:]]
    stream = [TextLine(text, Span("a.pdf", page=1)) for text in lines]
    known = identify(stream, ())
    assert (known.body, known.year, known.level) == ("江海市档案馆", 2030, Level.DEPARTMENT)


def test_a_cover_that_begins_with_the_year():
    text = "2030年度江海县水利局（汇总）部门决算\n\n一、主要职责\n管水。\n"
    assert identity(text)[:4] == ("江海县水利局2030年部门决算", "江海县水利局", 2030, Stage.FINAL)


def test_duties_and_offices_are_no_name():
    assert identity("部门主要职责及机构设置\n\n管水。\n")[1] == ""
    assert identity("一、部门概况\n（一）主要职责\n管水。\n")[1] == ""


def test_a_heading_about_an_account_is_no_cover():
    assert identity("2030年一般公共预算财政拨款支出决算情况说明\n\n管水。\n")[1] == ""


def test_the_titles_of_tables_begin_with_the_body():
    text = "江海县水利局2030年部门收支总表\n单位：元\n项目 预算数\n一、事业收入 5\n"
    assert identity(text)[:3] == ("江海县水利局2030年部门预算", "江海县水利局", 2030)


TABLES = "收入支出决算总表\n部门：江海县水利局 单位：元\n项目 决算数\n一、事业收入 5\n"


@pytest.mark.parametrize(
    ("file", "year"),
    [
        ("江海县水利局2030年度部门决算公开表.xls", 2030),
        ("附件2：2030年度部门决算表.xls", 2030),
        ("江海县水利局30年决算.xls", 2030),
        ("2031年公开的2030年决算.xls", None),
        ("决算表.xls", None),
    ],
)
def test_a_file_is_named_with_the_year_that_its_tables_do_not_say(file, year):
    read = parse(read_text(file, TABLES.encode()))
    assert (read.body, read.year, read.stage) == ("江海县水利局", year, Stage.FINAL)


def test_a_file_is_named_with_the_body_that_nothing_else_says():
    tables = TABLES.replace("部门：江海县水利局 ", "").encode()
    assert parse(read_text("附件1-江海县水利局2030年度部门决算.xls", tables)).body == "江海县水利局"
    assert parse(read_text("决算表2030.xls", tables)).body == ""


def test_a_file_is_named_with_the_place_that_the_cover_leaves_out():
    cover = "自治区人民政府事务局2030年部门预算\n\n一、部门概况\n管事务。\n".encode()
    named = parse(read_text("江海族自治区人民政府事务局2030年部门预算.txt", cover))
    assert named.body == "江海族自治区人民政府事务局"
    other = parse(read_text("江海市水利局2030年部门预算.txt", cover))
    assert other.body == "自治区人民政府事务局"


def test_a_cover_of_three_lines_without_pages():
    text = "2030年度\n江海县水利局\n部门决算公开\n目录\n第一部分 部门概况\n第二部分 2030年度部门决算表\n"
    assert identity(text)[:4] == ("江海县水利局2030年部门决算", "江海县水利局", 2030, Stage.FINAL)


def test_the_second_part_is_no_body():
    text = "目录\n第二部分 2030年度部门决算表\n一、主要职能\n管水。\n"
    assert identity(text)[1] == ""


@pytest.mark.parametrize(
    ("cover", "body", "year"),
    [
        ("2030年度\n江海县财政局部门决算", "江海县财政局", 2030),
        ("关于江海市教育局2030年部门决算公开的说明", "江海市教育局", 2030),
        ("江海局\n2030年度部门决算信息公开目录", "江海局", 2030),
        ("江海市水务局（部门）2030年部门预算编制说明", "江海市水务局", 2030),
        ("江海区2030年度江海区教育局部门预算公开", "江海区教育局", 2030),
        ("江海县水利局\n二〇三〇年度部门决算", "江海县水利局", 2030),
        ("2030年江海市科技局预算公开", "江海市科技局", 2030),
        ("2030年度江海市水利局整体决算公开", "江海市水利局", 2030),
        ("附件1：\n江海市水利局部门预算公开\n（2030年）", "江海市水利局", 2030),
        ("2030年一般公共预算公开", "", 2030),
        (
            "2030年部门决算\n江海县水利局2030年度收入总计5元。江海县水利局2030年度支出总计5元。",
            "江海县水利局",
            2030,
        ),
        ("2030年部门决算\n公开部门：江海县水利局公开01表", "江海县水利局", 2030),
        ("2030年部门决算\n单位名称：317-江海县水利局 单位：元", "江海县水利局", 2030),
        ("江海市机关服务中心\n2030年部门预算及“三公”经费预算公开表", "江海市机关服务中心", 2030),
        ("江海区东关社区服务中心部门2030年部门预算编制说明", "江海区东关社区服务中心", 2030),
        ("民建江海省委部门预算说明\n目录\n第二部分2030年部门预算情况", "民建江海省委", 2030),
        ("江海州数据发展中心2030年度项目支出绩效自评报告", "江海州数据发展中心", 2030),
        ("江海县司法局部门预算项目支出绩效自评表（2030年度）", "江海县司法局", 2030),
        ("2030年度江海县“三公”经费支出决算情况", "江海县", 2030),
        ("江海省临溪区2030年区本级“三公”经费预算情况", "江海省临溪区", 2030),
        ("江海省临溪区本级2030年“三公”经费决算汇总情况", "江海省临溪区", 2030),
        ("2030年江海省级三公经费公开", "江海省", 2030),
        ("江海县文学艺术界联合会关于财政拨款“三公”经费2030年决算的情况说明", "江海县文学艺术界联合会", 2030),
        ("2030年江海市司法局部门“三公”经费情况统计表", "江海市司法局", 2030),
        ("2030年市本级“三公”经费情况说明\n经江海市财政局汇总，2030年“三公”经费5元。", "江海市", 2030),
        ("2030年一般公共预算财政拨款“三公”经费支出决算表", "", 2030),
        ("江海县公路中心决算公开说明\n江海县公路中心2030年度决算公开说明", "江海县公路中心", 2030),
        ("首页 > 信息公开\n江海学院2030年度部门决算", "江海学院", 2030),
        ("首页 政务公开\n江海学院2030年度部门决算", "江海学院", 2030),
        ("您当前的位置：首页 >> 预决算公开\n江海学院2030年度部门决算", "江海学院", 2030),
        ("第二部分 部门预算说明", "", None),
    ],
)
def test_how_covers_name_the_body_and_the_year(cover, body, year):
    assert identity(f"{cover}\n\n一、部门概况\n管水。\n")[1:3] == (body, year)


@pytest.mark.parametrize(
    ("cover", "stage"),
    [
        ("江海区2030年“三公”经费公共财政拨款支出情况说明", Stage.FINAL),
        ("江海区2030年“三公”经费预算情况说明", Stage.BUDGET),
        ("江海区2030年“三公”经费支出决算情况", Stage.FINAL),
    ],
)
def test_what_was_spent_is_an_outcome(cover, stage):
    assert identity(f"{cover}\n公务接待费5元。\n")[3] is stage
