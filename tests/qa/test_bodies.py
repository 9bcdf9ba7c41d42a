"""What public bodies are called."""

import pytest

from qa.scoping.short_names import in_full
from qa.terms.bodies import body_forms


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("上海市财政局", "市财政局"),
        ("江苏省高级人民法院", "江苏高院"),
        ("上海市普陀区规划和自然资源局", "规划资源局"),
        ("上海市普陀区规划和自然资源局", "普陀区规资局"),
        ("北京市卫生健康委员会", "北京市卫健委"),
        ("江苏省湖泊管理局", "江苏湖泊局"),
        ("江苏省湖泊管理局", "湖泊局"),
        ("上海市虹口区绿化和水务管理局", "虹口绿化水务局"),
        ("上海市虹口区绿化和市容管理局", "虹口区绿容局"),
        ("江海县人民法院", "江海法院"),
        ("江海县人民政府办公室", "江海县政府办"),
        ("江海县临溪镇人民政府", "临溪镇"),
        ("江海县临溪镇人民政府", "临溪镇政府"),
        ("北京市人民政府档案办公室", "北京市档案办"),
        ("中共江海市委外事工作委员会办公室、江海市人民政府外事办公室", "江海市外办"),
        ("中共江海市委宣传部（江海市新闻办公室）", "江海市新闻办"),
        ("西藏自治区人民政府驻上海办事处", "西藏驻沪办"),
        ("江海布依族苗族自治州疾病预防控制中心", "江海州疾控中心"),
        ("江海彝族自治县水务局", "江海县水务局"),
        ("江海市第五中学", "江海市五中"),
        ("江海市轻工投资集团有限公司", "江海市轻工投资集团"),
        ("湖南省临溪区", "临溪区"),
        ("湖南省", "湖南"),
        ("江海市种子管理站", "种子管理站"),
        ("江海市文化旅游和广播电视局", "江海市文广局"),
        ("江海理工学院", "江海理工"),
        ("国家湖泊保护局", "湖泊保护局"),
        ("江海市临溪区城市管理和综合执法局", "临溪区城管局"),
        ("江海县卫生健康局", "江海县卫健局"),
    ],
)
def test_a_body_is_known_by(name, form):
    assert form in body_forms(name)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("北京市人民政府", "北京市"),
        ("江海县人民政府办公室", "江海县"),
        ("江海县人民政府办公室", "办公室"),
        ("江海县人民政府办公室", "人民政府"),
        ("江海省", "省"),
    ],
)
def test_a_place_or_a_general_word_is_no_body(name, form):
    assert form not in body_forms(name)


def test_a_name_of_many_words_to_abbreviate_has_so_many_forms_at_most():
    assert len(body_forms("人民政府办公室委员会有限公司人民法院开放大学附属小学" * 2)) < 2_000


def test_the_longest_form_comes_first():
    forms = body_forms("江苏省高级人民法院")
    assert [len(form) for form in forms] == sorted((len(form) for form in forms), reverse=True)


BODIES = (
    "国家海岛保护管理局",
    "安徽省江淮水利规划局",
    "上海市普陀区司法局",
    "陕西省地震应急保障局",
    "陕西省财政厅",
    "江海渤海轻工投资集团有限公司",
    "民建武汉市委",
)


@pytest.mark.parametrize(
    ("question", "full"),
    [
        ("江淮水规局2016年支出", "安徽省江淮水利规划局2016年支出"),
        ("问海岛局和司法局的编制", "问国家海岛保护管理局和司法局的编制"),
        # another place's, another city's, another institution
        ("嘉定区司法局2026年支出", "嘉定区司法局2026年支出"),
        ("上海市司法局2026年支出", "上海市司法局2026年支出"),
        ("地震局2023年支出", "地震局2023年支出"),
        ("渤海轻工集团2023年支出", "江海渤海轻工投资集团有限公司2023年支出"),
        # one letter that sounds like the right one; 山西 sounds like 陕西 and is another place
        ("民建武汗市委的编制", "民建武汉市委的编制"),
        ("山西省财政厅的编制", "山西省财政厅的编制"),
        ("普佗区司法局2026年支出", "上海市普陀区司法局2026年支出"),
        # of what is under the body that was spoken of
        ("它的下属普陀区司法局呢", "普陀区司法局呢"),
        ("它的下属图书馆呢", "它的下属图书馆呢"),
        ("为啥江淮水规局2016年支出减少", "为啥安徽省江淮水利规划局2016年支出减少"),
        ("普陀区司法局的民建武汗市委", "普陀区司法局的民建武汗市委"),
        # without its ending, behind its place and where it is no account's name
        ("普陀司法2026年办公费", "上海市普陀区司法局2026年办公费"),
        ("普陀司法支出是多少", "普陀司法支出是多少"),
        ("司法2026年办公费", "司法2026年办公费"),
    ],
)
def test_letters_of_a_name_in_their_order_are_short_for_it(question, full):
    assert in_full(question, BODIES) == full


def test_the_end_of_a_name_that_stands_in_full_is_short_for_no_other_body():
    """文化和旅游局 is joined by 和, behind which another body could stand."""
    bodies = ("江海市文化和旅游局", "临溪市文化旅游和广播电视局")
    assert in_full("江海市文化和旅游局2030年收支总计", bodies) == "江海市文化和旅游局2030年收支总计"


def test_letters_that_begin_with_a_place_are_short_for_its_body_and_not_for_others_of_the_kind():
    bodies = ("江海市水利和湖泊局", "临溪县水利局", "上海市青石区水利局")
    assert in_full("江海水利局2030年印刷费", bodies) == "江海市水利和湖泊局2030年印刷费"
    assert in_full("青石水利局2030年印刷费", bodies) == "青石水利局2030年印刷费"
    assert in_full("东山水利局2030年印刷费", bodies) == "东山水利局2030年印刷费"


def test_a_name_with_marks_of_a_pattern_is_looked_for_as_it_is_written():
    bodies = ("江海市*(上)民政局", "江海市(司法局", "江海市档案局")
    assert in_full("江海档案2030年办公费", bodies) == "江海市档案局2030年办公费"
