"""Tables of made PDFs without rules between columns: what wraps, and what stands over several columns."""

from collections.abc import Iterator

import pytest
from made_pdfs import HEIGHT, Draw, only, read, text, titled
from made_texts import amounts, figures
from reportlab.pdfgen.canvas import Canvas

from corpus.readers.pdf.heads import are_told_apart
from corpus.readers.pdf.layout import PrintedCell

RIGHT = (260, 330, 400, 470, 540)
CENTRES = (235, 305, 375, 445, 515)
SIZE = 8


def words(said: str, top: float, left: float) -> Draw:
    return text(said, top, left, SIZE)


def over(said: str, top: float, middle: float) -> Draw:
    return words(said, top, middle - SIZE * len(said) / 2)


def row(top: float, code: str, name: str, *given: str) -> Iterator[Draw]:
    yield words(code, top, 60)
    yield words(name, top, 100)
    yield from (
        words(one, top, right - SIZE * len(one) / 2) for one, right in zip(given, RIGHT, strict=False)
    )


def rule(top: float) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.line(58, HEIGHT - top, 545, HEIGHT - top)

    return draw


def heads() -> list[Draw]:
    """Names in the middle of the height of the header, one over three columns."""
    return [
        words("科目编码", 116, 60),
        words("科目名称", 116, 110),
        over("合计", 116, CENTRES[0]),
        over("基本支出", 110, CENTRES[2]),
        *(
            over(said, 122, at)
            for said, at in zip(("小计", "人员经费", "公用经费"), CENTRES[1:4], strict=True)
        ),
        over("项目支出", 116, CENTRES[4]),
    ]


PATHS = [
    ("合计",),
    ("基本支出", "小计"),
    ("基本支出", "人员经费"),
    ("基本支出", "公用经费"),
    ("项目支出",),
]


def test_a_name_over_several_columns_stands_over_those_around_its_middle():
    made = only(
        read(
            [
                *titled("支出表", "万元"),
                *heads(),
                *row(140, "201", "一般公共服务支出", "31.00", "11.00", "8.00", "3.00", "20.00"),
                *row(155, "20106", "财政事务", "31.00", "11.00", "8.00", "3.00", "20.00"),
            ]
        )
    )
    assert amounts(made) == PATHS
    assert figures(made, "财政事务") == dict(
        zip((path[-1] for path in PATHS), (31, 11, 8, 3, 20), strict=True)
    )


def test_a_name_that_wraps_above_and_below_its_figures_is_one_row_with_them():
    made = only(
        read(
            [
                *titled("支出表", "万元"),
                *heads(),
                *row(140, "208", "社会保障和就业支出", "9.00", "9.00", "9.00"),
                words("机关事业单位基本养老保", 149, 100),
                *row(155, "2080505", "", "5.00", "5.00", "5.00"),
                words("险缴费支出", 161, 100),
                *row(170, "2080506", "职业年金缴费支出", "4.00", "4.00", "4.00"),
            ]
        )
    )
    assert [(one.code, one.name) for one in made.rows] == [
        ("208", "社会保障和就业支出"),
        ("2080505", "机关事业单位基本养老保险缴费支出"),
        ("2080506", "职业年金缴费支出"),
    ]
    assert figures(made, "机关事业单位基本养老保险缴费支出")["人员经费"] == 5


def test_a_column_with_a_name_and_nothing_below_it_is_blank():
    made = only(
        read(
            [
                *titled("支出表", "万元"),
                words("科目编码", 116, 60),
                words("科目名称", 116, 110),
                *(over(said, 116, at) for said, at in zip(("合计", "基本支出"), CENTRES[:2], strict=True)),
                *(over("上缴上级", 110, CENTRES[2]), over("支出", 122, CENTRES[2])),
                over("项目支出", 116, CENTRES[3]),
                *row(140, "201", "一般公共服务支出", "31.00", "11.00", "", "20.00"),
                *row(155, "20106", "财政事务", "31.00", "11.00", "", "20.00"),
            ]
        )
    )
    assert amounts(made) == [("合计",), ("基本支出",), ("上缴上级支出",), ("项目支出",)]
    assert figures(made, "财政事务") == {"合计": 31, "基本支出": 11, "上缴上级支出": None, "项目支出": 20}


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ([("名称", 0, 1), ("合计", 1, 1), ("小计", 2, 1)], True),
        ([("名称", 0, 1), ("小计", 1, 2)], False),
        ([("名称", 0, 1), ("合计", 1, 1)], False),
    ],
    ids=["each its own", "one over two", "one over none"],
)
def test_amounts_are_in_columns_only_where_each_has_a_label_of_its_own(labels, told):
    texts = [("江海市档案馆", 0, 1), ("31.00", 1, 1), ("11.00", 2, 1)]
    cells = [
        PrintedCell(at, column, 1, width, said, (0.0, 0.0, 1.0, 1.0))
        for at, row in enumerate((labels, texts))
        for said, column, width in row
    ]
    assert are_told_apart(cells) is told


def test_rules_across_part_rows_whose_names_wrap_on_both_sides():
    made = only(
        read(
            [
                *titled("收支总表", "万元"),
                *(over(said, 110, at) for said, at in (("收入", 160), ("支出", 400))),
                *(
                    over(said, 125, at)
                    for said, at in (("项目", 100), ("预算数", 200), ("项目", 350), ("预算数", 500))
                ),
                *(rule(at) for at in (101, 115, 130, 154, 170)),
                words("一、一般公共预算拨", 140, 60),
                words("款收入", 151, 60),
                words("一、教育支出", 146, 300),
                *(words(said, 146, at) for said, at in (("50.00", 190), ("30.00", 490))),
                words("二、其他收入", 164, 60),
                words("二、住房保障支出", 164, 300),
                *(words(said, 164, at) for said, at in (("10.00", 190), ("30.00", 490))),
            ]
        )
    )
    assert [row.name for row in made.rows] == [
        "一、一般公共预算拨款收入",
        "一、教育支出",
        "二、其他收入",
        "二、住房保障支出",
    ]
    assert [cell.number for cell in made.cells if cell.number is not None] == [50, 30, 10, 30]


def test_one_row_of_figures_under_its_caption_is_a_table():
    made = only(
        read(
            [
                *titled("“三公”经费支出表", "万元"),
                *(
                    over(said, 116, at)
                    for said, at in (("合计", 100), ("因公出国费", 200), ("公务接待费", 450))
                ),
                over("公务用车购置及运行费", 110, 325),
                *(over(said, 122, at) for said, at in (("购置费", 290), ("运行费", 360))),
                *(
                    words(said, 140, at)
                    for said, at in (
                        ("28.10", 98),
                        ("0.00", 200),
                        ("9.50", 290),
                        ("0.00", 362),
                        ("18.60", 450),
                    )
                ),
            ]
        )
    )
    assert amounts(made) == [
        ("合计",),
        ("因公出国费",),
        ("公务用车购置及运行费", "购置费"),
        ("公务用车购置及运行费", "运行费"),
        ("公务接待费",),
    ]
