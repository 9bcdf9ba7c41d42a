"""Headings of pages: points that go on in the next line or from the page before are none, a centred line is one."""

from made_pdfs import LEFT, centred, read, text

FULL = "本部门的主要任务是组织实施全区水利工程的建设与管理工作，保障供水安全，推进河湖治理，做好防汛抗"
"""As wide as the page."""


def titles(*pages):
    return [section.title for section in read(*pages).sections]


def test_a_point_of_a_list_at_the_top_of_a_page_is_no_heading():
    first = [
        text("一、机构设置", 100),
        text("纳入编制范围的单位包括：", 120),
        text("1.江海县水利局（本级）", 140),
    ]
    first += [text("2.江海县水库管理处", 160), text("3.江海县水政监察支队", 700), text(FULL, 80)]
    second = [text("4.江海县防汛服务中心", 60), text("截至年末，水利局共有车辆四辆。", 80, left=LEFT + 24)]
    assert titles([centred("江海县水利局概况", 60), *first], second) == ["江海县水利局概况", "一、机构设置"]


def test_a_centred_line_behind_a_sentence_opens_the_next_project():
    page = [
        centred("堤防管护项目经费情况说明", 60),
        text("一、项目概述", 100),
        text("管护全区堤防。", 118),
        centred("水文监测项目经费情况说明", 140),
        text("一、项目概述", 165),
        text("监测全区水文。", 183),
        text(FULL, 201),
    ]
    assert [title for title in titles(page) if "情况说明" in title] == [
        "堤防管护项目经费情况说明",
        "水文监测项目经费情况说明",
    ]
