from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_documents import DOCUMENT, EMPTY, TABLE, lines, of_texts

from corpus.document import Row, RowRole
from index.passages import LONGEST, LONGEST_HEADING, Passage, PassageKind, passages, pieces


def test_each_paragraph_is_a_passage_under_its_headings() -> None:
    assert passages(DOCUMENT)[3] == Passage(
        text="项目依据《示例管理办法》（国办发〔2018〕45号）设立。",
        heading=("项目经费情况说明", "三、立项依据"),
        section=2,
        span=DOCUMENT.paragraphs[3].span,
        kind=PassageKind.PARAGRAPH,
        table=None,
    )


def test_short_list_items_stay_apart() -> None:
    assert [passage.text for passage in passages(DOCUMENT)[1:3]] == [
        "1.开展人员培训，提高业务能力。",
        "2.管理办公用房的租赁与修缮。",
    ]


def test_a_table_is_found_by_its_title_columns_row_names_and_notes() -> None:
    found = [p for p in passages(DOCUMENT) if p.table == 0]
    assert found[0] == Passage(
        text="部门支出预算总表\n项目 功能分类科目编码、项目 功能分类科目名称、支出预算 合计、"
        "支出预算 项目支出、一般公共服务支出、政府办公厅事务、合计",
        heading=("项目经费情况说明",),
        section=1,
        span=TABLE.span,
        kind=PassageKind.TABLE,
        table=0,
    )
    assert [replace(p, text=found[0].text) for p in found[1:]] == [found[0]] * len(TABLE.notes)
    assert tuple(p.text for p in found[1:]) == TABLE.notes


def test_a_table_under_a_heading_of_its_title_names_it_once() -> None:
    document = replace(DOCUMENT, tables=(replace(TABLE, title="三、立项依据", section=2),))
    passage = next(p for p in passages(document) if p.table == 0)
    assert passage.heading == ("项目经费情况说明",)
    assert passage.content.startswith("项目经费情况说明\n三、立项依据\n项目 功能分类科目编码、")


def test_a_table_without_rows_is_found_by_its_title() -> None:
    assert [p.text for p in passages(DOCUMENT) if p.table == 1] == ["空表"]


def test_a_long_table_becomes_several_passages_that_hold_every_name() -> None:
    names = [f"某项支出第{number}号" for number in range(100)]
    rows = tuple(Row(None, name, RowRole.ITEM, None, lines(1, 1), name) for name in names)
    document = replace(DOCUMENT, tables=(replace(TABLE, columns=(), rows=rows, cells=(), notes=()),))
    found = [p.text for p in passages(document) if p.table == 0]
    assert len(found) == 3
    assert all(text.startswith("部门支出预算总表\n") for text in found)
    assert "、".join(text.removeprefix("部门支出预算总表\n") for text in found).split("、") == names


def test_content_is_the_end_of_a_long_heading_path_and_the_text() -> None:
    passage = replace(passages(DOCUMENT)[0], heading=("甲" * 200, "乙"))
    assert passage.content == "甲" * (LONGEST_HEADING - 2) + " 乙\n" + passage.text


def test_content_without_headings_is_the_text() -> None:
    assert passages(of_texts("a.txt", "培训费"))[0].content == "培训费"


def test_an_empty_document_has_no_passages() -> None:
    assert passages(EMPTY) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("短句。", ("短句。",)),
        ("", ()),
        ("  ", ()),
        ("甲" * 200 + "。" + "乙" * 90 + "。" + "丙" * 20, ("甲" * 200 + "。" + "乙" * 90 + "。", "丙" * 20)),
        ("甲" * 200 + "；" + "乙" * 150 + "。", ("甲" * 200 + "；", "乙" * 150 + "。")),
        ("甲" * 200 + "，" + "乙" * 150 + "。", ("甲" * 200 + "，", "乙" * 150 + "。")),
        ("甲" * 650, ("甲" * 300, "甲" * 300, "甲" * 50)),
    ],
)
def test_long_text_is_cut_at_the_best_stop(text: str, expected: tuple[str, ...]) -> None:
    assert pieces(text) == expected


@given(st.text(alphabet=st.sampled_from("甲乙。；，、！a \n"), max_size=2000))
def test_pieces_join_up_to_the_text_and_are_never_too_long(text: str) -> None:
    assert "".join(pieces(text)) == (text if text.strip() else "")
    assert all(0 < len(piece) <= LONGEST for piece in pieces(text))
