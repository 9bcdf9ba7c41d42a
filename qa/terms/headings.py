"""What a document's headings are called: shorter than they are printed, and by their standard names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from qa.lexicon import lexicon
from qa.text import unify

NUMBER = re.compile(r"^(?:附?表|附件|公开)\d{1,2}(?:-\d{1,2})?表?[:：、. ]*")
NUMBERED = re.compile(r"\d{1,2}(?:-\d)?|[一二三四五六七八九十]{1,3}")
LEAD = re.compile(r"^(?:20\d\d年度?)?(?:部门|预算单位|单位|高等学校)?")
BY_ACCOUNTS = re.compile(r"(?<=表)按?(?:部门|政府)?(?:预算)?(?:支出)?(?:功能|经济)(?:分类)?(?:科目)?$")
BOTH_SIDES = re.compile(r"(?:收入支出|收支)(?:预算|决算)?总表$")
OF_FUND = re.compile(r"^(?:一般公共预算)?(?:财政拨款)?(?:安排的?)?(?=[“\"]?三公|机关运行经费)")
"""Which fund pays for them is left out of the name of a table that there is one of."""
SPENT_ON_PURCHASES = re.compile(r"(?<=采购)支出(?=(?:预算|决算)(?:明细)?表$)")
PLAIN_TABLE = re.compile(r"(?<=支出)(?=表$)")
STAGE_OF_TABLE = re.compile(r"(?<=支出)(?:预算|决算)(?=表$)")
STAGE_OF_TOTALS = re.compile(r"(?:预算|决算)(?=总表$)")
PLAN = "预算"
"""What the title of a table leaves out that is in a budget: 三公经费支出表 is no table of outcomes."""
STAGE = "决算"
"""What is left of 2023年度部门决算 is a word of every question, and no name of a heading."""
ACCOUNTS = frozenset({"预算", "决算", "综合预算"})
"""What is left of the title of the whole document."""
UNDER = {"单位构成": "机构设置"}
"""What stands under another heading where it has none of its own: the units under 机构设置."""
OF_BODY = frozenset({"主要职能", "机构设置", "单位构成"})
"""The standard headings that are about the body; what a project is for is no 部门基本情况."""
SHORTEST = 5
"""The letters of a name that tells a heading in which it is only a part."""


def heading_forms(heading: str, body: str) -> tuple[str, ...]:
    """A heading, and a table's title without its number, the year, the department and the body: 支出预算总表.

    By what accounts it is may be left out too: 财政拨款支出预算表（功能科目）. 收入支出决算总表 is 收支总表 as well,
    and 一般公共预算“三公”经费支出表 is “三公”经费支出预算表.
    """
    bare = NUMBER.sub("", heading)
    short = LEAD.sub("", bare)
    if short in ACCOUNTS:
        return ()
    shorter = (bare, short, short.removeprefix("部门"), short.removeprefix("预算"))
    forms = [*shorter, LEAD.sub("", short.removeprefix(body))]
    forms += [BY_ACCOUNTS.sub("", form) for form in (heading, *forms)]
    forms += [SPENT_ON_PURCHASES.sub("", form) for form in forms if SPENT_ON_PURCHASES.search(form)]
    own = [OF_FUND.sub("", form) for form in forms if OF_FUND.match(form)]
    forms += [
        *own,
        *(STAGE_OF_TABLE.sub("", form) for form in own),
        *(PLAIN_TABLE.sub(PLAN, form) for form in own),
    ]
    both = [form.replace("收入支出", "收支") for form in forms if BOTH_SIDES.search(form)]
    forms += [*both, *(STAGE_OF_TOTALS.sub("", form) for form in both)]
    return tuple(dict.fromkeys((heading, *(form for form in forms if len(form) > len(STAGE)))))


def number_forms(number: str) -> tuple[str, ...]:
    """What the number of a table is called: 公开06表, 公开6表, 06表, 附表6, 表6."""
    found = NUMBERED.search(unify(number))
    if found is None:
        return ()
    digits = (found[0], found[0].lstrip("0"))
    before, after = unify(number)[: found.start()], unify(number)[found.end() :]
    leads = (before, "") if after else (before, before.removeprefix("附"))
    return tuple(dict.fromkeys(f"{lead}{digit}{after}" for lead in leads for digit in digits if digit))


def standard_headings(headings: Collection[str]) -> Mapping[str, str]:
    """Standard headings to a document's own: the same, else the only one that holds it or what people call it.

    单位构成 is 部门决算单位构成 in the final accounts of Shanghai's districts.
    """
    called: dict[str, list[str]] = {}
    for phrase, standard in lexicon().headings.items():
        called.setdefault(standard, [standard]).append(phrase)
    found = {standard: standard for standard in called if standard in headings}
    for standard in called.keys() - found.keys():
        names = [
            name for name in called[standard] if len(name) >= SHORTEST or name in {*UNDER, *UNDER.values()}
        ]
        holding = [heading for heading in headings if any(name in heading for name in names)]
        if standard in OF_BODY:  # 部门主要职责
            holding = holding or [h for h in headings if LEAD.sub("", h) in called[standard]]
        if len(holding) == 1:
            found[standard] = holding[0]
    return found | {
        name: found[other] for name, other in UNDER.items() if name not in found and other in found
    }
