"""Sums, differences, shares, averages and rankings of the shipped figures, each computed by SQL as well."""

from __future__ import annotations

from decimal import Decimal

import pytest
from second_way import LOWEST, bare, in_fen, query

SPENDING = "%部门支出预算总表"
ECONOMIC = "%经济分类预算表"
CHINESE = "零一二三四五"
LIMITS = (1, 10, 20, 50, 100, 500, 1000, 5000, 50000)
"""Thresholds in 万元; below the least figures and above the largest ones too."""

PAIRS = """
SELECT a.name, b.name, a.fen, b.fen, a.code, b.code, a.fen + b.fen, ABS(a.fen - b.fen), MAX(a.fen, b.fen),
       (20000 * a.fen + b.fen) / (2 * b.fen), (200 * a.fen + b.fen) / (2 * b.fen)
FROM figures a JOIN figures b ON b.tab = a.tab AND b.col = a.col AND b.line <> a.line
WHERE a.title LIKE :title AND a.path LIKE '%合计%' AND a.code IS NOT NULL AND b.code IS NOT NULL
"""
"""Two accounts of one table; the quotients are rounded half up to a hundredth, counted in hundredths."""

RELATIONS = {
    "{a}和{b}一共多少元": 6,
    "{a}加{b}等于多少元": 6,
    "{a}和{b}相差多少元": 7,
    "{a}比{b}多多少元": 7,
    "{a}和{b}哪个高": 8,
}
HUNDREDTHS = {"{a}占{b}的百分之几": 9, "{a}是{b}的几倍": 10}


@pytest.fixture(scope="module", params=[SPENDING, ECONOMIC], ids=["functional", "economic"])
def pairs(request, shipped_store):
    return query(shipped_store, PAIRS, title=request.param)


@pytest.mark.parametrize("form", RELATIONS)
def test_two_accounts_are_added_and_set_against_each_other(answer_to, pairs, form):
    assert len(pairs) >= 14 * 13
    failed = []
    for pair in pairs:
        question = form.format(a=bare(pair[0]), b=bare(pair[1]))
        if in_fen(answer_to(question))[:1] != [pair[RELATIONS[form]]]:
            failed.append((question, pair[RELATIONS[form]], in_fen(answer_to(question))))
    assert not failed


@pytest.mark.parametrize("form", HUNDREDTHS)
def test_two_accounts_are_divided(answer_to, pairs, form):
    failed = []
    for pair in pairs:
        question = form.format(a=bare(pair[0]), b=bare(pair[1]))
        values = [value.quantity.number for value in answer_to(question).values]
        if values != [Decimal(pair[HUNDREDTHS[form]]) / 100]:
            failed.append((question, pair[HUNDREDTHS[form]], values))
    assert not failed


def test_two_codes_are_added(answer_to, pairs):
    asked = [(f"{pair[4]}和{pair[5]}合计多少元", pair[6]) for pair in pairs]
    assert [(q, fen) for q, fen in asked if in_fen(answer_to(q))[:1] != [fen]] == []


def test_what_is_left_of_a_row_without_one_below_it(answer_to, pairs):
    below = [pair for pair in pairs if pair[4].startswith(pair[5])]
    asked = [(f"{bare(p[1])}扣除{bare(p[0])}还有多少元", p[3] - p[2]) for p in below]
    assert len(asked) > 14
    assert [(q, fen) for q, fen in asked if in_fen(answer_to(q))[:1] != [fen]] == []


PERIODS = (("平均每月", 12), ("平均每季度", 4), ("平均每天", 365))


@pytest.mark.parametrize(("words", "parts"), PERIODS)
def test_a_year_is_divided_evenly(answer_to, shipped_store, words, parts):
    averages = query(
        shipped_store,
        f"SELECT name, (2 * fen + {parts}) / (2 * {parts}) FROM figures"
        " WHERE code IS NOT NULL AND path LIKE '%合计%' AND NOT blank GROUP BY name",
    )
    asked = [(f"{bare(name)}{words}多少元", fen) for name, fen in averages]
    assert len(asked) > 35
    assert [(q, fen) for q, fen in asked if in_fen(answer_to(q))[:1] != [fen]] == []


SETS = {
    "公用经费": (ECONOMIC, "%公用经费%", "%"),
    "人员经费": (ECONOMIC, "%人员经费%", "%"),
    "商品和服务支出": (ECONOMIC, "%合计%", "302%"),
    "工资福利支出": (ECONOMIC, "%合计%", "301%"),
    "项目支出": (SPENDING, "%项目支出%", "%"),
    "基本支出": (SPENDING, "%基本支出%", "%"),
    "社会保障和就业支出": (SPENDING, "%合计%", "208%"),
    "类级科目": (SPENDING, "%合计%", "___"),
    "款级科目": (SPENDING, "%合计%", "_____"),
    "项级科目": (SPENDING, "%合计%", "_______"),
    "各项目": ("", "", ""),
}
LEVELS = {3: "类级科目", 5: "款级科目", 7: "项级科目"}

OF_A_LEVEL = """
SELECT name, fen FROM figures WHERE title LIKE :title AND path LIKE :path AND code LIKE :prefix
AND NOT blank ORDER BY fen DESC
"""
OF_PROJECTS = "SELECT name, fen FROM projects ORDER BY fen DESC"


def ranked(store, words):
    """A set's members and their figures, the largest first."""
    title, path, prefix = SETS[words]
    if not title:
        return query(store, OF_PROJECTS)
    sql = OF_A_LEVEL if words in LEVELS.values() else LOWEST
    return query(store, sql, title=title, path=path, prefix=prefix)


@pytest.fixture(scope="module", params=SETS)
def ordered(request, shipped_store):
    """A set's name and its members, the largest first; no two of them are equal unless they are rows of one amount."""
    found = ranked(shipped_store, request.param)
    assert len(found) > 1
    return request.param, found


def failures(answer_to, asked):
    """The questions whose values do not begin with the expected ones."""
    given = [(question, wanted, in_fen(answer_to(question))) for question, wanted in asked]
    return [(q, wanted, values[:5]) for q, wanted, values in given if values[: len(wanted)] != wanted]


def test_the_first_the_last_and_those_between(answer_to, ordered):
    words, members = ordered
    fens = [fen for _, fen in members]
    asked = [(f"{words}中最高的是哪一项", fens[:1]), (f"{words}中金额最小的是哪一项", fens[-1:])]
    places = range(2, min(len(fens), 4) + 1)
    asked += [(f"{words}中第{CHINESE[place]}高的是哪一项", [fens[place - 1]]) for place in places]
    assert not failures(answer_to, asked)


def test_the_first_few(answer_to, ordered):
    words, members = ordered
    fens = [fen for _, fen in members]
    few = [count for count in (2, 3, 5) if count <= len(fens)]
    asked = [(f"{words}中最高的前{CHINESE[count]}项是哪些", fens[:count]) for count in few]
    asked += [(f"{words}中金额最大的前{count}项", fens[:count]) for count in few]
    asked += [(f"{words}中金额最小的{CHINESE[count]}项是哪些", fens[::-1][:count]) for count in few]
    asked.append((f"{words}中各项从高到低排列", fens))
    assert not failures(answer_to, asked)


def test_the_distance_between_the_ends(answer_to, ordered):
    words, members = ordered
    gap = members[0][1] - members[-1][1]
    assert not failures(answer_to, [(f"{words}中最高的和最低的相差多少元", [gap])])


def test_how_many_are_over_and_under(answer_to, ordered):
    words, members = ordered
    over = {limit: sum(fen > limit * 10**6 for _, fen in members) for limit in LIMITS}
    under = {limit: sum(fen < limit * 10**6 for _, fen in members) for limit in LIMITS}
    asked = [(f"{words}中超过{limit}万元的有几项", [count]) for limit, count in over.items()]
    asked += [(f"{words}中低于{limit}万元的有几个", [count]) for limit, count in under.items()]
    assert not failures(answer_to, asked)


@pytest.mark.parametrize("words", ["公用经费", "人员经费", "各项目"])
def test_the_place_of_each(answer_to, shipped_store, words):
    members = ranked(shipped_store, words)
    asked = [(f"{bare(n)}在{words}中排第几", [1 + sum(g > fen for _, g in members)]) for n, fen in members]
    assert not failures(answer_to, asked)


def test_projects_added_up_averaged_and_without_one(answer_to, shipped_store):
    members = query(shipped_store, OF_PROJECTS)
    ((total, count),) = query(shipped_store, "SELECT SUM(fen), COUNT(*) FROM projects")
    assert (total, count) == (44_744_760_000, 7)
    asked = [("全部项目一共多少元", [total]), ("七个项目平均多少元", [(2 * total + count) // (2 * count)])]
    asked += [(f"除了{name}，其余项目一共多少元", [total - fen]) for name, fen in members]
    assert not failures(answer_to, asked)


def test_each_projects_share_of_all(answer_to, shipped_store):
    shares = query(
        shipped_store,
        "SELECT name, (20000 * fen + whole) / (2 * whole) FROM projects,"
        " (SELECT SUM(fen) AS whole FROM projects)",
    )
    for name, hundredths in shares:
        answer = answer_to(f"{name}占全部项目的百分之几")
        assert [v.quantity.number for v in answer.values] == [Decimal(hundredths) / 100], name


LAST_YEAR = """
SELECT now.subject, CAST(ROUND((CAST(now.number AS REAL) - CAST(moved.number AS REAL)) * 1000000) AS INTEGER)
FROM facts moved JOIN facts now ON now.quote = moved.quote AND now.measure = 'amount' AND now.cell_table IS NULL
     AND now.subject = moved.subject
WHERE moved.measure = 'change' AND moved.base_year = 2020 AND now.unit = '万元' AND moved.unit = '万元'
"""


def test_last_years_figure_is_this_years_without_the_change(answer_to, shipped_store):
    earlier = query(shipped_store, LAST_YEAR)
    assert len(earlier) >= 5
    failed = failures(answer_to, [(f"2020年{name}是多少万元", [fen]) for name, fen in earlier])
    assert not failed
