"""One form of writing: what people and documents type differently is compared letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.text import flatten, unify

STEADY = settings(derandomize=True, database=None, deadline=None, max_examples=200)


@pytest.mark.parametrize(
    ("typed", "flat"),
    [
        ("２０２１年　租赁费", "2021年租赁费"),
        ("一網通辦運營服務費", "一网通办运营服务费"),
        ("“三公”经费", "三公经费"),
        ("『三公』《经费》〈预算〉「数」", "三公经费预算数"),
        ("因公出国（境）费", "因公出国境费"),
        ("维修(护)费", "维修护费"),
        ("国办发〔2018〕45号", "国办发201845号"),
        ("What is the TOTAL  budget?", "what is the total budget?"),
        ("property management (annual)", "property management annual"),
        ("一网通办 budget", "一网通办budget"),
        ("GB/T 20988-2007", "gb/t 20988-2007"),
        ("二〇二〇年预算", "2020年预算"),
        ("二零二一年", "2021年"),
        ("二○二一年度", "2021年度"),
        ("二十一年", "二十一年"),
        ("租\u200b赁\ufeff费", "租赁费"),
        ("预算，多少 ？", "预算,多少?"),
        ("第 5 条", "第5条"),
        ("  \t\n ", ""),
        ("", ""),
        ("１，２３４．５０", "1,234.50"),
    ],
)
def test_flatten(typed, flat):
    assert flatten(typed) == flat


def test_unify_keeps_marks_and_single_spaces():
    assert unify("“三公” 经費　（預算）") == "“三公” 经费 (预算)"
    assert unify("国办发〔２０１８〕45号") == "国办发〔2018〕45号"


@pytest.mark.parametrize("lone", ["\ud800", "预算\udfff多少", "\ud83d"])
def test_a_lone_surrogate_is_no_error(lone):
    flatten(lone).encode("utf-8")


@STEADY
@given(st.text())
def test_flatten_twice_is_flatten_once(text):
    assert flatten(flatten(text)) == flatten(text)


@STEADY
@given(st.text(st.sampled_from("預算一網通辦（）“”ＡBｃ １2三 \n《》〔〕二〇年"), max_size=30))
def test_flatten_leaves_no_mark_and_no_wide_letter(text):
    flat = flatten(text)
    assert not set(flat) & set("（）“”《》〔〕ＡB１預網辦")
    assert flat == flat.strip() and "  " not in flat
