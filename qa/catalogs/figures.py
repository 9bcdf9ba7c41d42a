"""Facts under the names that people use: every figure with its standard names and what stands around it.

A cell is named by its row and by the parts of its header path that tell its column from the others; a total row
by what its table is about (`2021年部门支出预算总表` › 合计 is 支出总计). Names are the lexicon's standard ones where
it knows the document's form, else the document's own words, flattened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.aims import form_name
from corpus.document import CellPlace, Column, ColumnRole, Document, Fact, Row, RowRole, Table
from corpus.facts import row_year
from corpus.prose import project_name
from corpus.rows import role
from corpus.units import header_unit
from corpus.units import units as counters
from qa.catalogs.paths import accounts_above
from qa.lexicon import lexicon
from qa.terms.bodies import body_forms
from qa.terms.labels import ORDINAL, accounts, canonical
from qa.terms.stages import YEAR_LEAD, Staged, has_stages, header_stage, outcome, planned, staged
from qa.terms.subjects import (
    RUNNING,
    THREE_PUBLIC,
    WHOLES,
    fund_of,
    of_flow,
    of_side,
    subject_of,
    whole_of_fund,
)
from qa.text import flatten

BODY_KIND = re.compile(r"^[（(](?:部门|单位|汇总|本级)[）)]")
LETTER = re.compile(r"^[A-Z][-—、.．](?=\D)")
"""The letter of a class of purchases: A-货物."""
LEVELS_APART = " "
"""What stands between the levels of a name in a row that has them in columns beside each other."""
TOTAL_WORDS = frozenset(["合计", "总计", "小计", "预算数", "决算数", "金额", "年度预算", "本年预算数"])
PRICED = frozenset(["采购金额", "预算金额", "采购预算", "采购预算金额", "总价", "总金额"])
"""What the column is called that says what a purchase costs in all, beside the price of one."""
PRICE = "单价"
PROJECT_SPENDING = "项目支出"
"""What the budget of every project is a part of."""
BASIC = "基本支出"
CARRIED = "结转"
"""What is carried over is set out by fund, each named as its income is: it is meant only where that is said."""
QUANTITY = "数量"
"""What a column is called whose figures count what is bought, each in its own counter."""
FUNCTIONAL = "2"
"""What the codes of functional accounts begin with."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A fact with its names.

    `row` is the standard name of what the figure is about, `own` the same in the document's words; `columns` the
    names of its column that must be asked for or are the table's total (then none); `around` all other names that
    a question may mention with it: rows above, the table's subject, the rest of the header path. `total` marks
    the total row of a table.
    """

    fact: Fact
    document: Document
    row: str
    own: str
    columns: frozenset[str]
    around: frozenset[str]
    total: bool

    @property
    def names(self) -> frozenset[str]:
        """What the figure's row may be called: standard name, own words, account code."""
        return frozenset(name for name in (self.row, self.own, self.fact.code) if name)

    @property
    def table(self) -> Table | None:
        """The table that the figure stands in, None for prose."""
        return self.document.tables[self.fact.cell.table] if self.fact.cell else None

    @property
    def project(self) -> bool:
        """Whether this is the budget of a described project."""
        return self.fact.cell is None and self.fact.subject == project_name(self.document, self.fact.section)


def heading_key(document: Document, section: int) -> str:
    """A section's title as questions name it: without ordinal, body and its kind (部门), flattened."""
    title = ORDINAL.sub("", document.sections[section].title).removeprefix(document.body).removesuffix("。")
    return flatten(BODY_KIND.sub("", title))


def figures(document: Document) -> Iterator[Figure]:
    """Every fact of the document as a figure, in reading order."""
    subjects = [subject_of(table) for table in document.tables]
    columns = [_column_names(table, of) for table, of in zip(document.tables, subjects, strict=True)]
    own_units = units(document)
    several = own_units if len(own_units) > 1 else frozenset()
    paths = accounts_above(document)
    for fact in document.facts:
        if fact.cell is None:
            figure = _prose_figure(document, fact)
            over = paths.get(fact.span, {}).get(figure.row, frozenset())
            yield replace(figure, around=figure.around | over)
        else:
            place = fact.cell
            names = columns[place.table][place.row, place.column]
            item = document.tables[place.table].rows[place.row].item
            if item and item.name:  # one of several units must be asked for
                names |= several & {flatten(item.unit)}
            figure = _cell_figure(document, fact, place, names, subjects[place.table])
            yield replace(figure, around=figure.around - _others(figure))


def _prose_figure(document: Document, fact: Fact) -> Figure:
    of = form_name(document, fact.section)
    if of and fact.subject.startswith(of) and fact.subject != of:
        return _form_figure(document, fact, of)
    found = staged(fact.subject)
    earlier = fact.year is not None and document.year is not None and fact.year < document.year
    told_apart = has_stages(document) or (
        found.stage == outcome() and earlier
    )  # 2025年执行数 in a budget of 2026
    if not told_apart:
        found = Staged(flatten(fact.subject), "")
    # A label that is nothing but a stage is called by it.
    label = found.stem if found.stage and found.stem else fact.subject
    # 区农业农村局机关行政编制68人; money may be a project's, named after the body.
    if not fact.quantity.is_money:
        label = _without_body(label, document.body)
    own, row = flatten(label), canonical(label)
    within = frozenset() if own in accounts() else _named_within(own) | _named_within(row)
    heading = heading_key(document, fact.section)
    if row in WHOLES and (fund := fund_of(heading)):  # 本年支出 under 财政拨款收支情况 is that of the fund
        own, row = f"{fund}{own}", whole_of_fund(row, heading)
    around = within - {row} | {heading} | _named_within(heading)
    if fact.subject == project_name(document, fact.section):
        around |= {PROJECT_SPENDING, flatten(fact.quote.partition("：")[0])}  # 年度资金总额：1,200.00万元
    return _of_stage(Figure(fact, document, row, own, frozenset(), around, False), found.stage)


def _form_figure(document: Document, fact: Fact, of: str) -> Figure:
    """A part of a project's money in its form of aims: 财政拨款 is asked for as a column of the project's row."""
    column = frozenset({canonical(fact.subject.removeprefix(of))})
    around = frozenset({PROJECT_SPENDING, heading_key(document, fact.section)})
    return Figure(fact, document, canonical(of), flatten(of), column, around, False)


def _without_body(label: str, body: str) -> str:
    form = next((form for form in body_forms(body) if label.startswith(form)), "")
    return label.removeprefix(form) or label


def _of_stage(figure: Figure, stage: str) -> Figure:
    """The figure with the stage among its names: a budget must be asked for, the outcome may be.

    A budget tells of an outcome only in columns of the year before (2023年执行数).
    """
    if not has_stages(figure.document):
        return replace(figure, around=figure.around | {stage}) if stage == outcome() else figure
    if stage in planned():
        return replace(figure, columns=figure.columns | {stage})
    return replace(figure, around=figure.around | {outcome()})


def _named_within(words: str) -> frozenset[str]:
    """The standard names that a clause mentions: 政府采购 in 面向中小企业预留政府采购项目预算金额."""
    return frozenset(name for form, name in lexicon().canonical.items() if len(form) > 2 and form in words)


def _cell_figure(
    document: Document, fact: Fact, place: CellPlace, columns: frozenset[str], subject: str
) -> Figure:
    table, row = document.tables[place.table], document.tables[place.table].rows[place.row]
    heads, label = _levels(table, row)
    total = not label or (row.role is RowRole.TOTAL and flatten(label) in TOTAL_WORDS)
    # A row of a year, and a department's own row over its units.
    total = total or row_year(label) is not None or flatten(label) == flatten(document.body)
    header = {flatten(part) for part in table.columns[place.column].path} - TOTAL_WORDS
    titled = flatten(table.title)
    subject = of_side(header, subject, titled)
    name = canonical(subject) if total else _of_subject(label, subject, titled)
    above = {canonical(table.rows[at].name) for at in ancestors(table.rows, place.row)}
    columns |= {head for head in above if CARRIED in head}
    columns |= _only_part(fact, subject) if not total else frozenset()
    around = above | {canonical(part) for part in header} | {subject, heading_key(document, table.section)}
    around |= {*_named_within(subject), titled, *map(canonical, heads)}
    own = _total_label(table, place, subject) if total else flatten(ORDINAL.sub("", label.strip()))
    if not total and name != canonical(label) in WHOLES:
        own = f"{fund_of(titled)}{own}"
    if row.item and row.item.name:
        around |= {flatten(kind) for kind in (row.item.unit, *row.item.kinds) if kind}
    stage = header_stage(table.columns[place.column].path)
    return _of_stage(Figure(fact, document, name, own, columns, frozenset(around), total), stage)


def _levels(table: Table, row: Row) -> tuple[Sequence[str], str]:
    """What stands in front of a row's name in columns of higher levels, and the name that tells it from all others.

    其他资金 | 事业收入 is 事业收入 where no other row is; of 其他资金 | 小计 the whole is the name.
    """
    if row.item and row.item.name:
        return (), row.item.name
    *heads, last = row.name.split(LEVELS_APART)
    same = sum(other.name.endswith(f"{LEVELS_APART}{last}") or other.name == last for other in table.rows)
    if row.code or not heads or same > 1 or role(last) is RowRole.TOTAL:
        return (), counters().uncounted(row.name)
    return heads, counters().uncounted(last)


def _only_part(fact: Fact, subject: str) -> frozenset[str]:
    """What a row is only a part of its account in, and must be asked for with it.

    A table of basic spending has only that of a functional account, one of running costs only those of an economic one.
    """
    of_functional = BASIC in subject and (fact.code or "").startswith(FUNCTIONAL)
    return frozenset({BASIC} if of_functional else {RUNNING} if subject == RUNNING else ())


def _others(figure: Figure) -> frozenset[str]:
    """What the title of a total's table names and a row of its own sets out: 会议费 is not what all of it is of."""
    named = _named_within(figure.row) - {figure.row, THREE_PUBLIC} if figure.total else frozenset[str]()
    rows = figure.table.rows if named and figure.table else ()
    return named & {canonical(row.name) for row in rows}


def units(document: Document) -> frozenset[str]:
    """The units whose rows the tables set out, flattened, without the publishing body itself."""
    named = (flatten(row.item.unit) for table in document.tables for row in table.rows if row.item)
    return frozenset(named) - {flatten(document.body), ""}


def _of_subject(label: str, subject: str, title: str) -> str:
    """The standard name of a row with what its table is of: 货物 in a table of 政府采购 is 政府采购货物.

    本年收入合计 in a fund's table is all income of the fund, not of the body.
    """
    found = lexicon().canonical.get(f"{subject}{flatten(LETTER.sub('', label.strip()))}")
    return found or whole_of_fund(canonical(label), title)


def _total_label(table: Table, place: CellPlace, name: str) -> str:
    """What the document calls a figure of a total row: by its column where that has a name (本年收入合计)."""
    column = flatten(table.columns[place.column].path[-1]) if table.columns[place.column].path else ""
    return column if canonical(column) == canonical(name) else name


def ancestors(rows: Sequence[Row], at: int) -> Iterator[int]:
    """The rows of a table that one of them stands below, the nearest first, all by position."""
    above = rows[at].parent
    while above is not None:
        yield above
        above = rows[above].parent


def _column_names(table: Table, subject: str) -> dict[tuple[int, int], frozenset[str]]:
    """For each cell, the names that tell its column from the row's other columns; none for the total column.

    The total column is called 合计, or as what the table is of: 本年收入合计 in a table of income.
    """
    by_row: dict[int, list[int]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell.column)
    names: dict[tuple[int, int], frozenset[str]] = {}
    heads = [flatten(column.path[-1]) for column in table.columns]
    prices = any(head.startswith(PRICE) for head in heads)
    for row, columns in by_row.items():
        paths = [{canonical(part) for part in table.columns[column].path} for column in columns]
        shared = frozenset.intersection(*map(frozenset, paths))
        for column in columns:
            names[row, column] = of_flow(_distinct(table.columns[column], shared) - {subject}, subject)
            if prices and heads[column].startswith(tuple(PRICED)):
                names[row, column] = frozenset()
    return names


def _distinct(column: Column, shared: frozenset[str]) -> frozenset[str]:
    """A standard name of the last two header parts together (购置费 below 公务用车购置及运行费), else the last part."""
    if column.role is ColumnRole.MEASURE and header_unit(column.path) is None:
        return frozenset({QUANTITY})
    joined = lexicon().canonical.get("/".join(flatten(part) for part in column.path[-2:]))
    if joined and len(column.path) > 1:
        return frozenset({joined})
    telling = [canonical(part) for part in column.path if YEAR_LEAD.sub("", flatten(part)) not in TOTAL_WORDS]
    return frozenset(telling[-1:]) - shared
