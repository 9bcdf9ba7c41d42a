from corpus.document import Column, ColumnRole
from qa.serve.heads import Head, header


def columns(*paths):
    return tuple(Column(path, ColumnRole.AMOUNT) for path in paths)


def test_equal_beginnings_side_by_side_are_one_cell_and_short_paths_reach_down():
    made = columns(("三公", "合计"), ("三公", "用车", "购置"), ("三公", "用车", "运行"), ("机关运行",))
    assert header(made, range(4)) == (
        (Head("三公", (0, 1, 2), 1), Head("机关运行", (3,), 3)),
        (Head("合计", (0,), 2), Head("用车", (1, 2), 1)),
        (Head("购置", (1,), 1), Head("运行", (2,), 1)),
    )


def test_two_columns_of_one_name_stay_two():
    assert header(columns(("预算数",), ("预算数",)), range(2)) == (
        (Head("预算数", (0,), 1), Head("预算数", (1,), 1)),
    )


def test_only_the_columns_shown_have_a_header():
    assert header(columns(("编码",), ("合计",)), (1,)) == ((Head("合计", (1,), 1),),)


def test_a_table_without_amounts_has_none():
    assert header(columns(("项目",)), ()) == ()
