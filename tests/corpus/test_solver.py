import time

from corpus.solver import Problem, Sum, solve

TOTAL_OF_TWO = (Sum(0, (1, 2)),)


def placed(problem):
    solution = solve(problem)
    return [
        tuple(None if figure is None else row[figure] for figure in placement)
        for row, placement in zip(problem.rows, solution.placements, strict=True)
    ]


def test_children_settle_each_others_blanks():
    problem = Problem(3, ((10, 7, 3), (7, 7), (3, 3)), TOTAL_OF_TWO, (Sum(0, (1, 2)),))
    assert placed(problem) == [(10, 7, 3), (7, 7, None), (3, None, 3)]
    assert all(all(row) for row in solve(problem).certain)


def test_equal_children_stay_open():
    solution = solve(Problem(3, ((10, 5, 5), (5, 5), (5, 5)), TOTAL_OF_TWO, (Sum(0, (1, 2)),)))
    assert solution.certain == ((True, True, True), (True, False, False), (True, False, False))


def test_a_total_that_is_open_is_settled_by_what_is_known():
    problem = Problem(3, ((9, 9), (9, 9)), TOTAL_OF_TWO, (Sum(0, (1,)),), known=((0, {2: 9}),))
    assert placed(problem) == [(9, None, 9), (9, None, 9)]
    assert all(all(row) for row in solve(problem).certain)


def test_what_is_known_but_does_not_fit_settles_nothing():
    solution = solve(Problem(3, ((9, 9),), TOTAL_OF_TWO, known=((0, {2: 8}),)))
    assert solution.certain == ((True, False, False),)


def test_a_sum_that_can_not_hold_is_reported_and_repairs_nothing():
    solution = solve(Problem(3, ((10, 7, 3), (7, 7), (4, 4)), TOTAL_OF_TWO, (Sum(0, (1, 2)),)))
    assert solution.broken == (0,)
    assert solution.certain == ((True, True, True), (True, False, False), (True, False, False))


def test_rounded_figures_may_be_off_by_their_rounding():
    rows = ((1000, 666, 335), (666, 666), (333, 333))
    assert solve(Problem(3, rows, TOTAL_OF_TWO, (Sum(0, (1, 2)),))).broken == (0,)
    rounded = solve(Problem(3, rows, TOTAL_OF_TWO, (Sum(0, (1, 2)),), slack=1))
    assert rounded.broken == ()
    assert all(all(row) for row in rounded.certain)


def test_nested_totals_are_settled_from_both_ends():
    rows = ((12, 5, 7), (8, 5, 3), (4, 4), (5, 5), (3, 3))
    problem = Problem(3, rows, TOTAL_OF_TWO, (Sum(0, (1, 2)), Sum(1, (3, 4))))
    assert placed(problem)[2:] == [(4, None, 4), (5, 5, None), (3, None, 3)]


def test_a_negative_figure_takes_part_in_sums():
    problem = Problem(3, ((4, 7, -3), (7, 7), (-3, -3)), TOTAL_OF_TWO, (Sum(0, (1, 2)),))
    assert placed(problem)[1:] == [(7, 7, None), (-3, None, -3)]


def test_more_figures_than_columns_are_uncertain():
    solution = solve(Problem(2, ((1, 2, 3),)))
    assert (solution.placements, solution.certain, solution.unfit) == (((0, 1),), ((False, False),), (0,))


def test_hard_problems_end_soon():
    equal = Problem(9, ((1, 1),) * 400, (Sum(0, tuple(range(1, 9))),), (Sum(0, tuple(range(1, 400))),))
    powers = tuple((2**n, 2**n) for n in range(60))
    distinct = Problem(
        3, ((2**60 - 1, 2**59, 2**59 - 1), *powers), TOTAL_OF_TWO, (Sum(0, tuple(range(1, 61))),)
    )
    wide = Problem(200, ((1,) * 100,))
    began = time.perf_counter()
    for problem in (equal, distinct, wide):
        assert len(solve(problem).placements) == len(problem.rows)
    assert time.perf_counter() - began < 10
