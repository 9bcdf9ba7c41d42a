"""The audit on documents as published, and on anything else that can be read."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_audits import BALANCE, GENERAL, SPENDING, TRAVEL, audit

from corpus.audit import Check, Severity, audit_document

FIGURES = st.sampled_from(("1", "0", "1,000", "0.01", "99,999,999,999.99", "-5", "7%", "（3）", "—", ""))
PIECES = st.sampled_from(
    (
        "比2030年预算",
        "增加",
        "减少",
        "持平",
        "万元",
        "亿元",
        "%",
        "，",
        "。",
        "如下：",
        "其中：",
        "2029年",
        "（类）",
        "（项）",
        "1.",
    )
)


def test_the_shipped_document_has_one_rounding_and_nothing_else(shipped):
    (found,) = audit_document(shipped)
    assert (found.check, found.severity) == (Check.PARTS, Severity.ROUNDING)
    assert found.figures == ("54,724万元", "511万元", "213万元", "149万元", "55,596万元")
    assert found.expected == "54,724 + 511 + 213 + 149 = 55,597万元"
    assert [place.lines for place in found.places] == [(47, 49), (50, 50), (51, 51), (52, 52), (44, 46)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "208 05 06 机关事业单位职业年金缴费支出 1,700,879 1,700,879",
            "208 05 06 机关事业单位职业年金缴费支出 1,700,979 1,700,979",
        ),
        ("302 14 租赁费 19,902,679 19,902,679", "302 14 租赁费 19,902,679 19,902,769"),
        ("122.20 50.00 25.00 47.20 28.00 19.20", "122.20 50.00 25.00 47.20 27.00 19.20"),
        ("“卫生健康支出”科目213万元", "“卫生健康支出”科目231万元"),
        ("比2020年预算减少11.74万元", "比2020年预算减少17.14万元"),
        ("政府采购货物预算32.00万元", "政府采购货物预算23.00万元"),
        ("支出总计 555,962,355 555,962,355", "支出总计 555,962,533 555,962,533"),
    ],
)
def test_a_figure_changed_in_the_shipped_document_is_found(shipped_path, before, after):
    text = shipped_path.read_text(encoding="utf-8")
    assert text.count(before) >= 1
    found = audit(text.replace(before, after, 1))
    assert [one for one in found if one.severity is Severity.ERROR]


def test_every_finding_names_figures_and_places_of_the_document(shipped_path):
    text = shipped_path.read_text(encoding="utf-8").replace("租赁费 19,902,679", "租赁费 19,902,678")
    lines = text.splitlines()
    for one in audit(text):
        assert one.message and one.expected and one.places
        quoted = "".join(line for place in one.places for line in lines[place.lines[0] - 1 : place.lines[1]])
        assert all(figure.rstrip("万元") in quoted for figure in one.figures)


def test_a_document_without_a_year_or_tables_is_audited(shipped):
    assert len(audit_document(replace(shipped, year=None))) == 1
    assert audit_document(replace(shipped, tables=(), paragraphs=())) == ()


@given(st.lists(st.one_of(FIGURES, PIECES), max_size=40), st.lists(FIGURES, max_size=8))
def test_any_text_is_audited(pieces, figures):
    tables = f"{BALANCE}\n\n\n{SPENDING}\n204 06 02 {' '.join(figures)}\n\n\n{GENERAL}\n\n\n{TRAVEL}"
    for one in audit(f"2030年部门预算编制说明\n\n    {''.join(pieces)}\n\n\n\n{tables}"):
        assert one.message and one.places
