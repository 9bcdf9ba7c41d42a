import pytest
from made_audits import BALANCE, SPENDING, TRAVEL, audit, brief, prose
from made_grids import Made, word

from corpus import read_document
from corpus.audit import Check, Severity, audit_document

TABLE = SPENDING.replace("单位：元", "单位：万元")


@pytest.mark.parametrize(
    "stated",
    [
        "“公共安全支出”科目700万元，主要用于办案。",
        "支出预算1,000万元，其中：基本支出700万元、项目支出300万元。",
        "公共安全支出（204类）司法（06款）行政运行（01项）400万元。2030年预算安排400万元。",
        "“公共安全支出（类）司法（款）其他司法支出（项）”300万元。",
        "2029年预算执行数为910万元，2030年行政单位医疗300万元。",
        "某项目补助12万元，会议3万元。",
    ],
)
def test_prose_that_agrees_with_the_tables(stated):
    assert audit(prose(f"1.{stated}", tables=TABLE)) == ()


@pytest.mark.parametrize(
    ("stated", "figures", "expected"),
    [
        ("“公共安全支出”科目710万元，主要用于办案。", ("710万元", "700万元"), "700万元"),
        ("支出预算1,100万元。", ("1,100万元", "1,000万元"), "1,000万元"),
        ("其中：基本支出750万元。", ("750万元", "700万元"), "700万元"),
        ("公共安全支出（204类）司法（06款）行政运行（01项）410万元。", ("410万元", "400万元"), "400万元"),
        (
            "（类）司法（款）其他司法支出（项）400万元。2030年预算安排310万元。",
            ("310万元", "300万元"),
            "300万元",
        ),
    ],
)
def test_prose_that_differs_from_the_tables(stated, figures, expected):
    found = [one for one in audit(prose(stated, tables=TABLE)) if one.figures == figures]
    assert [(one.check, one.severity, one.expected) for one in found] == [
        (Check.PROSE, Severity.ERROR, expected)
    ]
    assert len(found[0].places) == 2


def test_what_a_fund_pays_of_projects_with_aims_is_no_total_of_the_fund(tmp_path):
    basic = Made(
        [
            ["科目编码", "科目名称", "合计", "人员经费", "公用经费"],
            ["301", "工资福利支出", "90.00", "90.00", ""],
            ["302", "商品和服务支出", "30.00", "", "30.00"],
            ["", "合计", "120.00", "90.00", "30.00"],
        ],
        over=("一般公共预算基本支出表", "单位：万元"),
    )
    stated = "2个项目编报绩效目标，涉及资金500.00万元，其中一般公共预算300.00万元、政府性基金预算200.00万元。"
    path = tmp_path / "made.docx"
    path.write_bytes(word("江海市水利局2030年部门预算", stated, basic))
    assert audit_document(read_document(path)) == ()


def test_the_year_s_income_in_the_table_of_one_fund_is_not_all_of_it(tmp_path):
    fund = Made(
        [
            ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", "年末结转和结余"],
            ["212", "城乡社区支出", "0.00", "118.50", "118.50", "0.00"],
            ["", "合计", "0.00", "118.50", "118.50", "0.00"],
        ],
        over=("政府性基金预算财政拨款收入支出决算表", "单位：万元"),
    )
    path = tmp_path / "made.docx"
    path.write_bytes(word("江海市水利局2030年度部门决算", "2030年度本年收入2,616.66万元。", fund))
    assert audit_document(read_document(path)) == ()


def test_prose_is_rounded():
    table = SPENDING.replace("700", "7,004,900").replace("400", "4,004,900").replace("300", "3,000,000")
    table = table.replace("合计 1,000 7,004,900", "合计 10,004,900 7,004,900")
    assert audit(prose("“公共安全支出”科目700.49万元。", tables=table)) == ()
    assert audit(prose("“公共安全支出”科目700万元。", tables=table)) == ()
    cut = audit(prose("“公共安全支出”科目700.4万元。", tables=table))
    assert [(one.severity, one.expected) for one in cut] == [(Severity.ROUNDING, "700.5万元")]
    assert cut[0].message.endswith("按四舍五入应进位")


def test_an_amount_that_one_paragraph_states_twice():
    found = audit(prose("1.住房改革支出（款）住房公积金（项）350.35万元。2030年预算安排352.67万元。"))
    assert brief(found) == [("stated twice", "error")]
    assert found[0].message == "正文同一段里“住房公积金”前后两个数不同：350.35万元、352.67万元"


ITEMS = ("1.“公共安全支出”科目700万元。", "2.“卫生健康支出”科目300万元。")


@pytest.mark.parametrize(("total", "found"), [("1,000", []), ("1,001", [("parts and total", "rounding")])])
def test_a_list_against_its_total(total, found):
    assert brief(audit(prose(f"支出预算{total}万元。支出主要内容如下：", *ITEMS))) == found


def test_a_list_that_passes_its_total():
    (found,) = audit(prose("支出预算900万元。支出主要内容如下：", *ITEMS))
    assert (found.check, found.severity) == (Check.PARTS, Severity.ERROR)
    assert found.message == "正文所列 2 项之和与“支出预算”不符，相差 100万元"
    assert (found.figures, found.expected) == (("700万元", "300万元", "900万元"), "700 + 300 = 1,000万元")


def test_an_introduction_that_names_a_part_announces_no_list_of_it():
    notes = (
        "公共安全支出700万元；卫生健康支出50万元。具体情况如下：",
        "1.公共安全支出700万元。",
        "2.卫生健康支出300万元。",
    )
    assert audit(prose(*notes, tables="")) == ()


def test_the_whole_expenditure_may_hold_what_is_carried_over():
    carried = TABLE.replace("支出预算总表", "支出预算表")
    balance = BALANCE.replace(
        "收入总计 1,000 支出总计 1,000", "上年结转 200 结转下年 200\n收入总计 1,200 支出总计 1,200"
    )
    balance = balance.replace("单位：元", "单位：万元")
    stated = "支出预算1,200万元（本年支出预算1,000万元）。"
    assert audit(prose(stated, tables=balance + carried)) == ()


def test_a_list_of_the_main_items_may_fall_short():
    assert audit(prose("支出预算1,900万元。支出主要内容如下：", *ITEMS)) == ()


def test_a_list_of_all_accounts_may_not_fall_short():
    notes = (
        "支出预算1,000万元。支出主要内容如下：",
        "1.“公共安全支出”科目700万元。",
        "2.“卫生健康支出”科目200万元。",
    )
    found = audit(prose(*notes, tables=TABLE))
    assert brief(found) == [("parts and total", "error"), ("prose and table", "error")]


@pytest.mark.parametrize(
    ("services", "found"), [("26,747.36", []), ("26,774.36", [("parts and total", "error")])]
)
def test_procurement_is_goods_works_and_services(services, found):
    parts = f"政府采购货物预算32.00万元、政府采购工程预算0万元、政府采购服务预算{services}万元"
    assert brief(audit(prose(f"本部门政府采购预算26,779.36万元，其中：{parts}。"))) == found


def test_travel_in_prose_against_its_parts_and_the_table():
    notes = [
        "2030年“三公”经费预算数为12.20万元，比2029年预算增加1.95万元。其中：",
        "（一）因公出国（境）费5.00万元，与2029年预算持平。",
        "（二）公务用车购置及运行费4.70万元，比2029年预算增加3.12万元。",
        "（三）公务接待费2.50万元，比2029年预算减少1.17万元。",
    ]
    assert audit(prose(*notes, tables=TRAVEL)) == ()
    wrong = audit(prose(*notes, tables=TRAVEL).replace("费5.00万元", "费5.50万元"))
    assert sorted(brief(wrong)) == [("parts and total", "error"), ("prose and table", "error")]
    moved = audit(prose(*notes, tables=TRAVEL).replace("减少1.17", "减少1.71"))
    assert [one.message for one in moved] == [
        "正文比上年增减额：因公出国(境)费、公务用车购置及运行费、公务接待费之和与三公经费不符，相差 0.54万元"
    ]


def test_definitions_and_projects_claim_nothing():
    text = f"{prose('支出预算1,000万元。', tables=TABLE)}\n\n\n\n名词解释\n\n    公共安全支出800万元。\n"
    assert audit(text) == ()
    project = "宣传项目经费情况说明\n一、项目概述\n    公共安全支出800万元。\n"
    assert audit(f"{prose('支出预算1,000万元。', tables=TABLE)}\n\n\n\n{project}") == ()


def test_a_blank_cell_contradicts_no_prose():
    assert audit(prose("事业收入100元，其他收入7元。", tables=BALANCE)) == ()


def test_the_outcome_of_an_account_that_is_not_told_is_not_that_of_all():
    table = TABLE.replace("2030年部门支出预算总表", "2030年度支出决算表").replace("支出预算", "支出决算")
    notes = "2030年度部门决算情况说明\n\n    年初预算为45万元，支出决算为54万元。\n    本年支出合计1,000万元。\n\n\n\n"
    assert audit(f"{notes}{table}") == ()
    assert brief(audit(f"{notes}{table}".replace("合计1,000", "合计1,100"))) == [("prose and table", "error")]
