from qa.serve.heads import Head, header


def test_equal_beginnings_side_by_side_are_one_cell_and_short_paths_reach_down():
    paths = (("三公", "合计"), ("三公", "用车", "购置"), ("三公", "用车", "运行"), ("机关运行",))
    assert header(dict(enumerate(paths))) == (
        (Head("三公", (0, 1, 2), 1), Head("机关运行", (3,), 3)),
        (Head("合计", (0,), 2), Head("用车", (1, 2), 1)),
        (Head("购置", (1,), 1), Head("运行", (2,), 1)),
    )


def test_two_columns_of_one_name_stay_two():
    assert header({0: ("预算数",), 1: ("预算数",)}) == ((Head("预算数", (0,), 1), Head("预算数", (1,), 1)),)


def test_columns_keep_their_numbers_and_one_without_a_name_is_blank():
    assert header({1: ("合计",), 2: ()}) == ((Head("合计", (1,), 1), Head("", (2,), 1)),)


def test_a_table_without_amounts_has_none():
    assert header({}) == ()
