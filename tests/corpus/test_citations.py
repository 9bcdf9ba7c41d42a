from collections import Counter

import pytest
from made_texts import document

FIRST = (
    ("国务院关于加快推进“互联网+政务服务”工作的指导意见", "国办〔2016〕55号"),
    (
        "国务院办公厅关于印发进一步深化“互联网+政务服务”推进政务服务“一网、一门、一次”改革实施方案的通知",
        "国办发〔2018〕45号",
    ),
    ("国务院关于加快推进全国一体化在线政务服务平台建设的指导意见", "国发〔2018〕27号"),
    (
        "国务院办公厅关于切实做好各地区各部门政务服务平台与国家政务服务平台对接工作的通知",
        "国办函〔2018〕59号",
    ),
    ("上海市公共数据和一网通办管理办法", "上海市人民政府令第9号"),
    (
        "中共上海市委办公厅上海市人民政府办公厅印发<全面推进“一网通办”加快建设智慧政府工作方案>的通知",
        "沪委办发〔2018〕14号",
    ),
    ("上海市人民政府办公厅关于印发<本市加快推进电子证照应用实施方案>的通知", "沪府办发〔2018〕31号"),
    ("上海市人民政府办公厅关于印发<2019年上海市推进“一网通办”工作要点>的通知", "沪府办发〔2019〕8号"),
    ("上海市人民政府办公厅关于印发<“随申办”超级应用建设工作方案>的通知", "沪府办〔2019〕109号"),
    ("国务院办公厅秘书局关于印发长三角地区政务服务“一网通办”试点工作方案的通知", "国办秘函〔2019〕15号"),
    (
        "中共上海市委办公厅上海市人民政府办公厅关于印发<2020年上海市深化“一网通办”改革工作要点>的通知",
        "沪委办〔2020〕12号",
    ),
    (
        "中共上海市委办公厅上海市人民政府办公厅关于印发<上海市政务信息系统、政务服务移动端、独立业务专网整合工作方案>的通知",
        "沪委办〔2020〕25号",
    ),
    (
        "上海市新型冠状病毒肺炎疫情防控工作领导小组办公室关于推广使用“随申码·健康”的通知",
        "沪肺炎防控办〔2020〕82 号",
    ),
    ("2020年长三角地区政务服务“一网通办”工作要点", "国办电政函〔2020〕28号"),
    (
        "上海市人民政府办公厅关于以企业和群众高效办成“一件事”为目标全面推进业务流程革命性再造的指导意见",
        "沪府办〔2020〕6号",
    ),
    ("上海市人民政府办公厅关于印发<2020年上海市深化“放管服”改革工作要点>的通知", "沪府办〔2020〕26号"),
    ("上海市人民政府办公厅关于印发<上海市“一网通办”平台运行管理暂行办法>的通知", "沪府办〔2020〕55号"),
    (
        "关于开展2020年度省级政府一体化政务服务能力（政务服务“好差评”）第三方调查评估工作的通知",
        "国办电政函〔2020〕90号",
    ),
    ("关于推进公共服务事项“不见面”办理工作方案", "沪审改办发〔2020〕4号"),
    ("上海市人民政府办公厅关于进一步拓展“随申码”应用的实施方案", None),
)


def of_project(read, number):
    sections = list(dict.fromkeys(citation.section for citation in read.citations))
    return [citation for citation in read.citations if citation.section == sections[number]]


def test_legal_bases_of_the_first_project(shipped):
    cited = of_project(shipped, 0)
    assert tuple((citation.title, citation.number) for citation in cited) == FIRST
    assert [citation.ordinal for citation in cited] == list(range(1, 21))


def test_items_and_citations_of_all_projects(shipped):
    items = [max(citation.ordinal for citation in of_project(shipped, number)) for number in range(7)]
    assert items == [20, 17, 8, 14, 11, 3, 5]
    assert [len(of_project(shipped, number)) for number in range(7)] == [20, 17, 8, 14, 12, 3, 5]
    assert len(shipped.citations) == 79


def test_a_title_without_marks_keeps_the_title_inside_it(shipped):
    cited = of_project(shipped, 1)[5]
    assert cited.title == (
        "中共上海市委办公厅上海市人民政府办公厅印发《全面推进“一网通办”加快建设智慧政府工作方案》的通知"
    )
    assert (cited.number, cited.issuer, cited.year, cited.serial) == (
        "沪委办发〔2018〕14号",
        "沪委办发",
        2018,
        14,
    )
    assert cited.item.startswith("6.中共上海市委") and cited.span.lines == (480, 480)


@pytest.mark.parametrize(
    ("project", "ordinal", "number", "parts"),
    [
        (2, 5, "国办发〔2014〕66号", ("国办发", 2014, 66)),
        (2, 8, "沪发改投[2009]237号", ("沪发改投", 2009, 237)),
        (3, 1, "沪府令9号", ("沪府令", None, 9)),
        (3, 7, "国发〔2016〕67号", ("国发", 2016, 67)),
        (4, 9, "上海市人民政府令第9号", ("沪府令", None, 9)),
        (5, 2, "沪发改投（2011）059号", ("沪发改投", 2011, 59)),
        (6, 5, "沪委办8号", ("沪委办", None, 8)),
    ],
)
def test_document_numbers_as_printed_and_in_parts(shipped, project, ordinal, number, parts):
    (cited,) = [citation for citation in of_project(shipped, project) if citation.ordinal == ordinal]
    assert (cited.number, (cited.issuer, cited.year, cited.serial)) == (number, parts)


def test_two_citations_glued_into_one_item_share_its_place(shipped):
    first, second = [citation for citation in of_project(shipped, 4) if citation.ordinal == 1]
    assert (first.title, first.number) == ("上海市电子政务云建设工作方案", "沪府办发〔2016〕47号")
    assert (second.title, second.number) == ("上海市公共数据和一网通办管理办法", None)
    assert first.item == second.item and first.span.lines == second.span.lines == (682, 682)


def test_a_title_before_a_bracket_with_a_date(shipped):
    (cited,) = [citation for citation in of_project(shipped, 4) if citation.ordinal == 9]
    assert cited.title == "上海市公共数据和一网通办管理办法"


def test_the_same_document_is_cited_by_several_projects(shipped):
    order = Counter(
        citation.section
        for citation in shipped.citations
        if (citation.issuer, citation.serial) == ("沪府令", 9)
    )
    assert len(order) == 5


def basis(text):
    return [
        (cited.title, cited.number, cited.ordinal)
        for cited in document(f"一、设立依据\n\n{text}\n").citations
    ]


def test_an_introduction_is_no_citation():
    assert basis("本项目的依据主要为国家有关工作要求和技术规范。\n1.《江海市档案条例》") == [
        ("江海市档案条例", None, 1)
    ]


def test_items_without_marks_and_number():
    assert basis("1.江海市档案条例\n2.江海市档案馆章程。") == [
        ("江海市档案条例", None, 1),
        ("江海市档案馆章程", None, 2),
    ]


def test_prose_that_cites():
    text = "根据《江海市档案条例》（江海市人民政府令第3号）和《江海市档案规划》，设立本项目。"
    assert basis(text) == [("江海市档案条例", "江海市人民政府令第3号", 1), ("江海市档案规划", None, 1)]


def test_prose_that_cites_a_notice_with_a_title_inside():
    text = "按照江海市人民政府关于印发《档案工作方案》的通知（江府发〔2030〕5号）要求设立。"
    assert basis(text) == [("江海市人民政府关于印发《档案工作方案》的通知", "江府发〔2030〕5号", 1)]


def test_titles_elsewhere_are_not_citations():
    assert document("一、实施方案\n\n1.《江海市档案条例》（江府发〔2030〕5号）\n").citations == ()


def test_a_number_inside_the_marks():
    assert basis("1.《关于档案工作的通知（江府发〔2030〕5号）》") == [
        ("关于档案工作的通知", "江府发〔2030〕5号", 1)
    ]


def test_a_number_that_is_a_part_of_the_title():
    title = "关于修改江府发〔2030〕5号文件的决定"
    assert basis(f"1.《{title}》（江府发〔2031〕6号）") == [(title, "江府发〔2031〕6号", 1)]
