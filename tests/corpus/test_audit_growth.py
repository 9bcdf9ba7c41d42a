import pytest
from made_audits import audit, brief, prose

from corpus.audit import Check, Severity


@pytest.mark.parametrize(
    "stated",
    [
        "2029年当年预算执行数为60.41万元，2030年预算安排227.88万元，比2029年预算执行数增加277.22%。",
        "2029年预算执行数为1690.69万元，2030年预算安排1672.67万元，比2029年预算执行数减少1.07%。",
        "支出预算10,150.48万元，与上年相比增加1,003.69万元，增长10.97%。",
        "支出823.76万元，主要用于养老。与上年相比减少685.96万元，下降45.44%。",
        "2029年执行数为0万元，2030年预算安排25.00万元，比2029年预算执行数增加100.00%。",
        "2029年预算执行数为20.00万元，2030年预算安排20.00万元，比2029年预算执行数持平。",
        "2029年预算执行数为100万元，2030年预算安排102万元，与2029年预算基本持平。",
        "2029年预算100万元，2030年预算安排150万元，比2029年预算增加50万元，增长50%。",
        "机关运行经费10.23万元，比2029年预算增加10.23万元，增长100%。",
        "支出预算100万元，同口径比2029年预算增加5万元，增长9%。",
        "支出100万元，比上年增加25万元，增长33.33%，主要原因是人员增加50万元，增长90%。",
        "医疗支出100万元，学校支出增加25万元，增长9%。",
    ],
)
def test_changes_that_follow_from_their_amounts(stated):
    assert audit(prose(stated)) == ()


def test_a_rate_that_points_the_other_way():
    stated = "2029年当年预算执行数为43269.3万元，2030年预算安排3845.49万元，比2029年预算执行数增加17.62%。"
    (found,) = audit(prose(stated))
    assert (found.check, found.severity, found.expected) == (Check.DIRECTION, Severity.ERROR, "减少 91.11%")
    assert found.message == "由 43269.3万元 到 3845.49万元，是减少 91.11%，文中却写作“增加17.62%”"
    assert found.figures == ("43269.3万元", "3845.49万元", "增加17.62%")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2029年执行数为77.99万元，2030年预算安排91.97万元，比2029年预算执行数增加17.66%。", "增加 17.93%"),
        ("支出预算10,150.48万元，与上年相比增加1,003.69万元，增长19.07%。", "增加 10.97%"),
        ("支出预算823.76万元，与上年相比减少685.96万元，下降54.44%。", "减少 45.44%"),
    ],
)
def test_a_rate_that_does_not_follow(stated, expected):
    (found,) = audit(prose(stated))
    assert (found.check, found.severity, found.expected) == (Check.RATE, Severity.ERROR, expected)


def test_a_rate_whose_digits_were_cut_off():
    (found,) = audit(
        prose(
            "2029年预算300万元，2030年预算安排500万元，比2029年预算增加66.6%。".replace(
                "300", "300.00"
            ).replace("500", "500.00")
        )
    )
    assert (found.check, found.severity, found.expected) == (Check.RATE, Severity.ROUNDING, "增加 66.67%")


def test_current_is_earlier_and_change():
    (found,) = audit(prose("2029年预算100.00万元，2030年预算安排150.00万元，比2029年预算增加60.00万元。"))
    assert (found.check, found.severity) == (Check.CHANGE, Severity.ERROR)
    assert found.expected == "100.00 + 60.00 = 160万元"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2029年预算100万元，2030年预算安排150万元，比2029年预算减少50万元。", "增加 50万元"),
        ("2029年预算100万元，2030年预算安排150万元，与2029年预算持平。", "增加 50万元"),
        ("2029年预算100万元，2030年预算安排70万元，与2029年预算基本持平。", "减少 30万元"),
    ],
)
def test_a_change_that_points_the_other_way(stated, expected):
    (found,) = audit(prose(stated))
    assert (found.check, found.severity, found.expected) == (Check.DIRECTION, Severity.ERROR, expected)


def test_an_increase_can_not_be_more_than_the_amount():
    (found,) = audit(prose("支出预算9.98万元，比2029年预算增加19.98万元。"))
    assert (found.check, found.expected) == (Check.CHANGE, "增加额不超过 9.98万元")


def test_a_comparison_with_the_documents_own_year():
    (found,) = audit(
        prose("收入预算9628.22万元，比2030年预算增加793.14万元，事业收入0万元，比2030年预算持平。")
    )
    assert (found.check, found.severity, found.expected) == (Check.YEAR, Severity.ERROR, "2029年")
    assert found.figures == ("比2030年预算",)


def test_a_comparison_further_back_than_all_others():
    notes = [f"{name}支出10万元，比2029年预算增加1万元。" for name in "甲乙丙"]
    assert audit(prose(*notes)) == ()
    found = audit(prose(*notes, "丁支出10万元，比2027年预算增加1万元。"))
    assert brief(found) == [("year", "warning")]


def test_a_final_account_is_compared_with_the_budget_of_its_year():
    text = "2030年度部门决算情况说明\n\n    支出90万元，比2030年预算减少10万元。\n"
    assert audit(text) == ()
    assert brief(audit(text.replace("2030年预算减少", "2030年决算减少"))) == [("year", "error")]
