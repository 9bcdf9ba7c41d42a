"""How the notes of accounts and budgets word their figures: the subject, the measure and the number of each fact."""

from decimal import Decimal

import pytest
from made_texts import document

from corpus.causes import reason_in
from corpus.document import Measure
from corpus.facts import extract_facts

LEAD = "江海县水利局2030年部门决算\n\n一、支出决算情况说明\n\n"


def stated(text):
    """Each fact as its subject, measure, number and unit."""
    return [
        (fact.subject, fact.measure.value, f"{fact.quantity.number:f}{fact.quantity.unit}")
        for fact in extract_facts(document(f"{LEAD}{text}\n"))
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "1、公共安全支出（204类）司法（06款）行政运行（01项）72.67万元。2029年当年预算执行数为90.69万元，"
            "2030年预算安排72.67万元，比2029年预算执行数减少19.87%。主要原因是：部分人员退休。",
            [
                ("行政运行", "amount", "72.67万元"),
                ("行政运行当年预算执行数", "amount", "90.69万元"),
                ("行政运行预算安排", "amount", "72.67万元"),
                ("行政运行预算安排", "rate", "-19.87%"),
            ],
        ),
        (
            "2030年度“三公”经费支出决算数比2029年度减少0.15万元，下降27.78%，其中：因公出国（境）费支出与上年度持平；"
            "公务接待费支出决算减少0.15万元。",
            [
                ("“三公”经费支出决算数", "change", "-0.15万元"),
                ("“三公”经费支出决算数", "rate", "-27.78%"),
                ("因公出国（境）费支出", "change", "0元"),
                ("公务接待费支出决算", "change", "-0.15万元"),
            ],
        ),
        (
            "2030年度收入、支出预算总计10,150.48万元，与上年相比收、支预算总计各增加1,003.69万元，增长10.97%。",
            [
                ("收支预算总计", "amount", "10150.48万元"),
                ("收支预算总计", "change", "1003.69万元"),
                ("收支预算总计", "rate", "10.97%"),
            ],
        ),
        (
            "（2）政府性基金收入预算0万元，与上年数一致，本部门无此项收入。",
            [("政府性基金收入预算", "amount", "0万元"), ("政府性基金收入预算", "change", "0万元")],
        ),
        (
            "全院职工306人，其中：在编89人，招聘人员144人（含保洁17人），医技共105人（含行政岗位，在编仅55人），药剂13人（在编仅2人）。",
            [
                ("全院职工", "amount", "306人"),
                ("在编", "amount", "89人"),
                ("招聘人员", "amount", "144人"),
                ("招聘人员保洁", "amount", "17人"),
                ("医技", "amount", "105人"),
                ("在编仅", "amount", "55人"),
                ("药剂", "amount", "13人"),
                ("药剂在编", "amount", "2人"),
            ],
        ),
        (
            "（二）机构设置情况 江海县水利局现有行政编制21名，目前核定床位20张。",
            [("行政编制", "amount", "21名"), ("核定床位", "amount", "20张")],
        ),
        (
            "2030年支出预算50.00万元，其中基本支出30.00万元，包括人员经费26.00万元和日常公用经费4.00万元。",
            [
                ("支出预算", "amount", "50.00万元"),
                ("基本支出", "amount", "30.00万元"),
                ("人员经费", "amount", "26.00万元"),
                ("日常公用经费", "amount", "4.00万元"),
            ],
        ),
        (
            "2030年江海县水利局行政单位和参照公务员法管理的事业单位机关运行经费财政拨款预算12.00万元，比2029年预算减少3.00万元，降幅20%。",
            [
                ("机关运行经费财政拨款预算", "amount", "12.00万元"),
                ("机关运行经费财政拨款预算", "change", "-3.00万元"),
                ("机关运行经费财政拨款预算", "rate", "-20%"),
            ],
        ),
        (
            "江海县水利局本级及所属各单位共有车辆6辆；单价100万元以上设备（不含车辆）3台（套）。",
            [("共有车辆", "amount", "6辆"), ("单价100万元以上设备（不含车辆）", "amount", "3台")],
        ),
        ("江海县水利局（以下简称“水利局”）实施项目共15个。", [("实施项目", "amount", "15个")]),
        ("国内公务接待支出0.39万，主要用于调研。", [("国内公务接待支出", "amount", "0.39万元")]),
        (
            "2030年度收、支总计均为120.50万元。与2029年度相比，收、支总计各增加10.00万元，增长9.05%。",
            [
                ("收支总计", "amount", "120.50万元"),
                ("收支总计", "change", "10.00万元"),
                ("收支总计", "rate", "9.05%"),
            ],
        ),
        (
            "（3）行政运行（2130301）251.77万元，较上年减少6.33万元，原因是人员退休；",
            [("行政运行", "amount", "251.77万元"), ("行政运行", "change", "-6.33万元")],
        ),
        (
            "1.卫生健康（类）中医药（款）中医（民族医）药专项（项）：支出决算为132.05万元，完成预算88.03%。",
            [
                ("中医（民族医）药专项支出决算", "amount", "132.05万元"),
                ("中医（民族医）药专项支出决算完成预算", "amount", "88.03%"),
            ],
        ),
        (
            "（8）农林水支出（类）水利（款）防汛（项）2030年预算数为260.00万元，比2029年执行数增加45.00万元。",
            [("防汛预算数", "amount", "260.00万元"), ("防汛预算数", "change", "45.00万元")],
        ),
        (
            "2.公务接待费：2030年预算数为2.60万元，比2029年执行数增加0.85万元。",
            [("公务接待费预算数", "amount", "2.60万元"), ("公务接待费预算数", "change", "0.85万元")],
        ),
        (
            "国内公务接待14批次，112人次（不包括陪同人员），共计支出1.22万元。",
            [
                ("国内公务接待", "amount", "14批次"),
                ("国内公务接待", "amount", "112人次"),
                ("共计支出", "amount", "1.22万元"),
            ],
        ),
        (
            "单价20万元以上的设备3台，落实中央八项规定。",
            [("单价20万元以上的设备", "amount", "3台")],
        ),
        (
            "2030年度,县水利局机关运行经费支出18.40万元,其中:办公费5.20万元,占28.26%;培训费0.30万元,占1.63%。",
            [
                ("机关运行经费支出", "amount", "18.40万元"),
                ("办公费", "amount", "5.20万元"),
                ("办公费占", "amount", "28.26%"),
                ("培训费", "amount", "0.30万元"),
                ("培训费占", "amount", "1.63%"),
            ],
        ),
        (
            "2030 年 政 府 采 购 预 算 61200 元 , 同 比 增 加 1200 元 , 增 长 2 % 。",
            [
                ("政府采购预算", "amount", "61200元"),
                ("政府采购预算", "change", "1200元"),
                ("政府采购预算", "rate", "2%"),
            ],
        ),
        (
            "公务接待费支出决算为6.30万元，完成全年预算9.00万元的70%，比上年决算数增加0.30万元；"
            "因公出国（境）费支出决算为0万元，完成预算0万元的--%，增长--（基数为0，不可比）。",
            [
                ("公务接待费支出决算", "amount", "6.30万元"),
                ("公务接待费支出全年预算", "amount", "9.00万元"),
                ("公务接待费支出决算完成全年预算的", "amount", "70%"),
                ("公务接待费支出决算", "change", "0.30万元"),
                ("因公出国（境）费支出决算", "amount", "0万元"),
                ("因公出国（境）费支出预算", "amount", "0万元"),
            ],
        ),
        (
            "公务用车费21.00万元（公务用车购置费15.00万元、公务用车运行维护费6.00万元），会议费2.00万元。",
            [
                ("公务用车费", "amount", "21.00万元"),
                ("公务用车购置费", "amount", "15.00万元"),
                ("公务用车运行维护费", "amount", "6.00万元"),
                ("会议费", "amount", "2.00万元"),
            ],
        ),
        (
            "单位共有公务用车8辆，其中：特种作业车（洒水车、垃圾车）2辆。",
            [("单位共有公务用车", "amount", "8辆"), ("特种作业车（洒水车、垃圾车）", "amount", "2辆")],
        ),
        (
            "江海县水利局2030年安排政府采购预算1.48万元，比上年减少支出0.52万元。",
            [("政府采购预算", "amount", "1.48万元"), ("政府采购预算", "change", "-0.52万元")],
        ),
        (
            "支出总计410.00万元，按同口径同比减少8.00万元，主要原因是防汛支出减少12.00万元，水利工程增加4.00万元。",
            [
                ("支出总计", "amount", "410.00万元"),
                ("支出总计", "change", "-8.00万元"),
                ("防汛支出", "change", "-12.00万元"),
                ("水利工程", "change", "4.00万元"),
            ],
        ),
        (
            "公务用车购置数和车辆保有量分别为1辆和13辆，收入总计、支出总计分别为80.00万元、90.00万元，比上年分别增加2.00万元、1.00万元。",
            [
                ("公务用车购置数", "amount", "1辆"),
                ("车辆保有量", "amount", "13辆"),
                ("收入总计", "amount", "80.00万元"),
                ("支出总计", "amount", "90.00万元"),
            ],
        ),
        ("收入、支出、结余分别为80.00万元、90.00万元。", []),
        (
            "财政拨款收入总计80.00万元，其中：年初结转和结余5.00万元，与2029年相比收入总计减少3.00万元。",
            [
                ("财政拨款收入", "amount", "80.00万元"),
                ("年初结转和结余", "amount", "5.00万元"),
                ("财政拨款收入", "change", "-3.00万元"),
            ],
        ),
        (
            "本年收入与上年相比，增加8.00万元；会议费较2029年执行数相应减少1.00万元。",
            [("本年收入", "change", "8.00万元"), ("会议费", "change", "-1.00万元")],
        ),
        (
            "“三公”经费支出2.00万元，年初预算为3.00万元；完成年初预算66.7%。",
            [
                ("“三公”经费支出", "amount", "2.00万元"),
                ("“三公”经费支出年初预算", "amount", "3.00万元"),
                ("“三公”经费支出完成年初预算", "amount", "66.7%"),
            ],
        ),
        (
            "江海县水利局机关和参公管理的事业单位2家的机关运行经费支出30.00万元。开支财政拨款的公务用车保有量4辆。",
            [
                ("机关运行经费支出", "amount", "2家"),
                ("机关运行经费支出", "amount", "30.00万元"),
                ("公务用车保有量", "amount", "4辆"),
            ],
        ),
        ("公务用车运行维护费1, 537.40万元，会议费3.00万元。", [("会议费", "amount", "3.00万元")]),
    ],
)
def test_a_sentence_states(text, facts):
    assert stated(text) == facts


def test_a_change_after_a_list_of_parts_is_of_their_whole():
    text = "财政拨款收入1600.00万元，其中一般公共预算1450.00万元、政府性基金150.00万元，较上年增加76.00万元。"
    assert stated(text)[-1] == ("财政拨款收入", "change", "76.00万元")


def test_a_change_after_one_part_is_of_that_part():
    text = "财政拨款收入1600.00万元，其中政府性基金150.00万元，较上年增加76.00万元。"
    assert stated(text)[-1] == ("政府性基金", "change", "76.00万元")


def test_the_parts_of_a_list_compare_with_the_year_that_the_whole_does():
    text = "“三公”经费支出比2029年度减少0.25万元，其中：公务用车费减少0.10万元；公务接待费减少0.15万元。"
    facts = extract_facts(document(f"{LEAD}{text}\n"))
    assert [(fact.subject, fact.base_year) for fact in facts] == [
        ("“三公”经费支出", 2029),
        ("公务用车费", 2029),
        ("公务接待费", 2029),
    ]


def test_what_a_new_sentence_compares_after_a_list_of_parts_is_the_whole():
    text = "“三公”经费预算9.00万元，其中：公务用车费7.00万元，公务接待费2.00万元。与2029年预算相比增长5%。"
    assert stated(text)[-1] == ("“三公”经费预算", "rate", "5%")


def test_a_change_against_a_budget_of_the_same_year_is_against_no_year():
    text = "公务接待费支出2.20万元，与2030年度预算相比，增加0.20万元；会议费比年初预算减少1.00万元，下降4%。"
    facts = extract_facts(document(f"{LEAD}{text}\n"))
    moved = [(fact.subject, fact.base_year) for fact in facts if fact.measure is not Measure.AMOUNT]
    assert moved == [("公务接待费支出", None), ("会议费", None), ("会议费", None)]


def test_a_reason_with_figures_explains_what_was_said_before_it():
    text = "支出总计410.00万元，比上年减少8.00万元，主要原因是防汛支出减少12.00万元。"
    facts = extract_facts(document(f"{LEAD}{text}\n"))
    assert [(fact.subject, fact.reason) for fact in facts if fact.measure is Measure.CHANGE] == [
        ("支出总计", "防汛支出减少12.00万元"),
        ("防汛支出", None),
    ]


def test_a_change_against_the_years_own_budget_is_against_no_year():
    facts = extract_facts(
        document(f"{LEAD}行政运行比2029年度增加5.00万元，防汛支出比年初预算减少2.00万元。\n")
    )
    assert [(fact.subject, fact.base_year) for fact in facts][:1] == [("行政运行", 2029)]
    assert all(fact.base_year is None for fact in facts[1:])


def test_a_change_from_the_same_time_of_another_year_is_from_the_year_before():
    facts = extract_facts(document(f"{LEAD}培训费0.80万元，同比减少0.10万元。\n"))
    assert [(fact.subject, fact.base_year) for fact in facts] == [("培训费", None), ("培训费", 2029)]


def test_an_earlier_year_that_a_clause_states_alone_is_of_what_was_spoken_of():
    facts = extract_facts(document(f"{LEAD}培训费0.80万元，2029年为0.90万元，减少11.11%。\n"))
    assert [(fact.subject, fact.year, fact.quantity.unit) for fact in facts] == [
        ("培训费", 2030, "万元"),
        ("培训费", 2029, "万元"),
        ("培训费", 2030, "%"),
    ]


def test_a_remark_between_a_year_and_its_account_names_nothing():
    facts = extract_facts(document(f"{LEAD}“三公”经费支出9.00万元，比2027年（疫情前）决算数减少3.00万元。\n"))
    assert [(fact.subject, fact.base_year) for fact in facts] == [
        ("“三公”经费支出", None),
        ("“三公”经费支出", 2027),
    ]


def test_what_keeps_to_its_plan_is_what_then_moves():
    text = (
        "“三公”经费支出5.00万元，比上年增加1.50万元。其中，公务用车费比预算无增减变化，比上年增加1.05万元。"
    )
    facts = extract_facts(document(f"{LEAD}{text}\n"))
    assert [(fact.subject, fact.quantity.number, fact.base_year) for fact in facts[2:]] == [
        ("公务用车费", 0, None),
        ("公务用车费", Decimal("1.05"), 2029),
    ]


def test_the_half_width_marks_of_a_sentence_stay_in_its_quote():
    facts = extract_facts(document(f"{LEAD}办公费5.20万元;培训费0.30万元,共 2 项。\n"))
    assert [fact.quote for fact in facts] == ["办公费5.20万元;", *["培训费0.30万元,共 2 项。"] * 2]


def test_an_account_named_alone_is_what_the_next_paragraph_speaks_of():
    text = (
        "1、农林水支出（类）水利（款）防汛（项）\n\n年初预算为205.60万元，支出决算为257.64万元，完成年初预算的125.31%。\n\n"
        "三公经费年初预算为3.00万元。"
    )
    assert stated(text) == [
        ("防汛年初预算", "amount", "205.60万元"),
        ("防汛支出决算", "amount", "257.64万元"),
        ("防汛支出决算完成年初预算的", "amount", "125.31%"),
        ("三公经费年初预算", "amount", "3.00万元"),
    ]


def test_a_move_of_the_outcome_is_of_what_the_sentence_gave_the_budget_and_the_outcome_of():
    text = "公务接待费支出年初预算数为12.00万元，决算数为8.77万元，完成预算的73.04%，决算数较2029年减少2.13万元。"
    assert stated(text)[-1] == ("公务接待费支出决算数", "change", "-2.13万元")


@pytest.mark.parametrize(
    "sentence", ["减少5.00万元，主要原因是厉行节约。", "减少5.00万元，主要原因是，厉行节约。"]
)
def test_a_cause_begins_with_its_words(sentence):
    assert reason_in(sentence) == "厉行节约"
