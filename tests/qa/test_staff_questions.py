"""Questions about a body's staff, duties and inner bodies, over documents whose bodies are told by short names."""

import pytest
from made_stores import of_texts

from corpus.lists import lists
from qa.answer import Status

COURT = """江海县人民法院2030年度部门决算

一、部门概况

（一）人员构成

（二）机构设置情况 江海县人民法院现有政法专项编制91人，实有人员83人，聘用人员14人（含保洁7人）。
"""
PARTY = """民建临溪省委部门预算说明

一、部门基本情况

行政编制15名，实有人数13名。离退休人员12名，其中：离休1人，退休11人。

二、收支预算说明

本年度预算总收入为234.05万元，项目支出77万元。
"""
OFFICE = """江海市人民政府外事办公室2030年度部门决算

一、部门基本情况

根据《江海市机构改革方案》和《江海市人民政府外事办公室职能配置规定》（江办字〔2029〕14号），江海市人民政府外事办公室（以下简称市外办）是市政府组成部门，有退休教师40余人。内设机构5个，分别为秘书处、礼宾处、机关党委、机关纪委和工会；下属3个预算单位，分别为交流中心、信息中心和翻译中心。

所属正处级事业单位：江海书院、临溪山庄管理处；科级单位：机关幼儿园。
"""
CENTRE = """江海州疾病预防控制中心2030年部门预算

一、部门概况

中心是江海州卫生健康局下属单位。设置综合科、检验科、监测科3个科室，下设义县、北镇两个工作站。

二、部门预算单位构成

纳入江海州疾病预防控制中心部门预算编制范围的单位包括江海州疾病预防控制中心（本级）、江海州血站等
"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("staff"), COURT, PARTY, OFFICE, CENTRE) as engine:
        yield engine.ask


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("江海县法院政法专项编制有多少？", "91人"),
        ("江海法院2030年聘用人员多少人", "14人"),
        # a document that states no year
        ("民建临溪省委的项目支出预算是多少万元？", "77万元"),
        # people are counted without a counter; those of both kinds are not those of one
        ("江海县法院有多少编制", "91人"),
        ("民建临溪省委有多少退休人员", "11人"),
        ("民建临溪省委离退休人员多少人", "12名"),
        ("江海县法院有多少教师", None),
        ("江海市外办有多少退休教师", "40人"),
        ("江海州疾控中心有几个工作站", "2个"),
        ("How many retirees does 民建临溪省委 have?", "11人"),
        ("What is the total budget revenue of 民建临溪省委?", "234.05万元"),
    ],
)
def test_a_figure_is(asked, question, first):
    answer = asked(question)
    values = [f"{value.quantity.number:f}{value.quantity.unit}" for value in answer.values]
    assert values[:1] == ([first] if first else [])


@pytest.mark.parametrize(
    ("question", "items"),
    [
        ("江海市外办有哪些内设机构？", ("秘书处", "礼宾处", "机关党委", "机关纪委", "工会")),
        ("江海市外办2030年下属的预算单位有哪些", ("交流中心", "信息中心", "翻译中心")),
        ("市外办所属事业单位是哪几家", ("江海书院", "临溪山庄管理处")),
        ("江海州疾控中心设了哪些科室？", ("综合科", "检验科", "监测科")),
        ("江海州疾控中心部门预算包括哪些单位", ("江海州疾病预防控制中心（本级）", "江海州血站")),
        ("江海州疾控中心下设哪几个工作站", ("义县", "北镇")),
        (
            "What internal departments does the Jianghai CDC (江海州疾控中心) have?",
            ("综合科", "检验科", "监测科"),
        ),
    ],
)
def test_a_sentence_lists(asked, question, items):
    assert asked(question).items == items


def test_a_list_that_is_not_as_long_as_its_sentence_says_is_not_read():
    said = "内设机构4个，分别为秘书处、礼宾处和工会；下设甲学院、乙学院两大学院以及党办、督学室等11个处室。"
    assert list(lists(said)) == []


@pytest.mark.parametrize(("number", "size"), [("两", 2), ("两三", None), ("十十", None), ("二三四", None)])
def test_what_is_no_number_counts_no_list(number, size):
    (found,) = lists(f"本局下设{number}个科室，分别为办公室、财务科。")
    assert (found.items, found.size) == (("办公室", "财务科"), size)


@pytest.mark.parametrize(
    ("history", "question", "first"),
    [
        ("江海县法院2030年聘用人员多少人", "那民建临溪省委呢", None),
        ("民建临溪省委实有多少人", "那江海县法院呢？", "83人"),
        ("民建临溪省委项目支出多少", "江海县法院2030年呢", None),
    ],
)
def test_another_body_is_asked_what_the_first_was(asked, history, question, first):
    values = [f"{v.quantity.number:f}{v.quantity.unit}" for v in asked(question, [history]).values]
    assert values[:1] == ([first] if first else [])


def test_whose_it_is_is_asked_without_what_was_asked_before(asked):
    answer = asked("它是哪个部门的下属单位？", ["江海州疾控中心有多少科室"])
    assert [place.quote for place in answer.evidence] == [
        "中心是江海州卫生健康局下属单位。设置综合科、检验科、监测科3个科室，下设义县、北镇两个工作站。"
    ]


@pytest.mark.parametrize(
    "question",
    ["江海市外办的职责依据哪些文件", "江办字〔2029〕14号是什么文件", "江海市外办2030年引用了哪些文件"],
)
def test_what_a_sentence_cites_is_a_basis_where_nothing_lists_any(asked, question):
    assert asked(question).items == (
        "《江海市机构改革方案》",
        "《江海市人民政府外事办公室职能配置规定》（江办字〔2029〕14号）",
    )


def test_the_office_of_another_place_is_another_body(asked):
    answer = asked("临溪驻江海办事处2030年有哪些职责")
    assert (answer.status, answer.items) == (Status.NOT_FOUND, ())


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("江海县水务局2029年底有多少辆车", "11辆"),
        ("江海县水务局截至2029年底实有多少人", "57人"),
        ("江海县水务局2028年底有多少辆车", None),
        ("江海县水务局2029年底有多少台泵", None),  # of which no year's end is told
    ],
)
def test_a_count_at_the_end_of_the_year_before_is_told_by_the_budget(tmp_path, question, first):
    budget = (
        "江海县水务局2030年部门预算\n\n一、基本情况\n\n截至2029年底，实有人员57人。截至2029年12月31日，"
        "有车辆11辆。防汛用泵6台。\n"
    )
    with of_texts(tmp_path, budget) as engine:
        answer = engine.ask(question)
    assert [f"{v.quantity.number}{v.quantity.unit}" for v in answer.values][:1] == ([first] if first else [])
