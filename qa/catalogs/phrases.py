"""Every phrase that stands for something of one document: its figures, projects, headings, titles, its body.

Made of the document's own words and of the lexicon.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

from corpus.aims import aim_words
from corpus.document import Stage, Table
from qa.catalogs.figures import LEVELS_APART
from qa.lexicon import lexicon
from qa.linking.mentions import Kind, Surface
from qa.terms.bodies import BODY_END, body_forms
from qa.terms.headings import heading_forms, number_forms, standard_headings
from qa.terms.labels import SHARE, accounts, canonical
from qa.terms.stages import SPENT, stage_words
from qa.terms.subjects import WHOLE_OF_BOTH, WHOLES
from qa.text import flatten

if TYPE_CHECKING:
    from qa.catalogs.catalog import Catalog

PARENTHESIS = re.compile(r"[(（][^()（）]*[)）]")
NAME_TAIL = re.compile(r"(?:专项经费|项目经费|经费|专项|项目|服务费|费用|费|支出|预算)$")
QUOTED = re.compile(r"“([^“”]{2,10})”")
STAGE_OF_YEAR = re.compile(r"20\d\d年度?(?:年初|全年|调整)?(?:预算|决算|执行)数?$")
"""A column of a year's account: in a question the year and the account, and no name."""
SHORTEST_HEAD = 4
"""Letters from which on what stands in front of a row's name may stand for the row."""
CODE_END = re.compile(r"[A-Za-z0-9]$")
LONG_ACCOUNT = 5
"""Letters from which on an account that the document words longer is the same one."""
SHORTEST_TAIL = 4
"""Letters from which on the end of a unit's name may stand for it."""
INNER_TITLE = 6
"""Letters from which on a title's part may stand for it."""
INNER_TITLES = (
    re.compile(r"[《<〈](.+?)[》>〉]"),
    re.compile(r"印发(.+?)的通知$"),
    re.compile(r"(?<!^)关于(.+?)$"),
)


def phrases(catalog: Catalog) -> Iterable[tuple[Iterable[str], Surface]]:
    """The forms of each thing of a document, with what they stand for; a form may come several times."""
    yield from _figure_names(catalog)
    yield from _texts(catalog)


def _figure_names(catalog: Catalog) -> Iterable[tuple[Iterable[str], Surface]]:
    words = lexicon()
    said = words.fillers | words.cues.keys()
    around = frozenset(words.canonical.values()) & catalog.by_name.keys()
    # A table over units has a row of the body's own name, which in a question names the body.
    titles = catalog.headings.keys() | {canonical(title) for title in catalog.titles}
    own = (catalog.names | around) - said - titles - set(catalog.bodies) - _shares(catalog)
    for name in own:
        if STAGE_OF_YEAR.match(name):
            continue
        yield (name,), Surface(Kind.NAME, (name,), "name")
    for figure in catalog.figures:
        is_own = figure.own != figure.row and figure.own not in said | titles
        if is_own and not figure.own.endswith(SHARE):
            yield (figure.own,), Surface(Kind.NAME, (figure.row,), "name")
    yield from _heads(catalog)
    stages = tuple(stage_words(catalog.stages))
    for form, name in words.canonical.items():
        if not _says_stage(form, stages):
            yield (form,), _known(catalog, (name,), "lexicon")
    for phrase, names in words.names.items():
        if not _says_stage(phrase, stages):
            yield (phrase,), _known(catalog, names, "lexicon")
    for account in words.accounts.values():
        yield (account,), _known(catalog, (words.canonical.get(account, account),), "standard account")
    for label in aim_words().whole & catalog.by_name.keys():
        yield (label,), Surface(Kind.NAME, (label,), "form of aims")
    for unit in catalog.units:
        forms = (*_unit_forms(unit, catalog.bodies), *_tails(unit, catalog.units))
        yield forms, Surface(Kind.NAME, (unit,), "unit")
    for project in catalog.projects:
        yield _project_forms(project.printed), Surface(Kind.NAME, (project.name,), "name")


def _heads(catalog: Catalog) -> Iterable[tuple[Iterable[str], Surface]]:
    """The rows by what stands in front of their names in no other row."""
    cells = ((figure, figure.fact.cell) for figure in catalog.figures)
    rows = {(cell.table, cell.row): figure.row for figure, cell in cells if cell}
    for number, table in enumerate(catalog.document.tables):
        for at, head in _heads_alone(table):
            if (number, at) in rows:
                yield (head,), Surface(Kind.NAME, (rows[number, at],), "head of a row")


def _heads_alone(table: Table) -> Iterator[tuple[int, str]]:
    """The rows that have a head in front of their name which no other row has: a project that is bought for once.

    粮油检验 货物A02 仪器仪表 may be asked for as 粮油检验; what is an account or ends in a code is no such head.
    """
    heads = [[] if row.item else row.name.split(LEVELS_APART)[:-1] for row in table.rows]
    rows = Counter(part for row in table.rows for part in {*row.name.split(LEVELS_APART)})
    for at, own in enumerate(heads):
        for head in own:
            alone = rows[head] == 1 and len(head) >= SHORTEST_HEAD and canonical(head) not in accounts()
            if alone and not CODE_END.search(head):
                yield at, flatten(head)


def _shares(catalog: Catalog) -> frozenset[str]:
    """What prose calls a share (项目支出占本年支出): a question that says so asks for it by what it is a share of."""
    shares = (f.row for f in catalog.figures if f.fact.cell is None and f.fact.quantity.unit == "%")
    return frozenset(row for row in shares if SHARE in row)


def _texts(catalog: Catalog) -> Iterable[tuple[Iterable[str], Surface]]:
    document = catalog.document
    for heading in catalog.headings:
        yield heading_forms(heading, flatten(document.body)), Surface(Kind.HEADING, (heading,), "heading")
    for table in document.tables:
        if table.title and (numbers := number_forms(table.number)):
            yield numbers, Surface(Kind.HEADING, (flatten(table.title),), "number of a table")
    standards = standard_headings(catalog.headings)
    for phrase, standard in lexicon().headings.items():
        if standard in standards:
            yield (phrase,), Surface(Kind.HEADING, (standards[standard],), "lexicon")
    for term in catalog.glossary:
        if canonical(term.removesuffix("预算")) not in catalog.by_name:
            yield (term,), Surface(Kind.TERM, (term,), "glossary")
    for title, (citation, *_) in catalog.cited.items():
        yield (title, *inner_titles(citation.title)), Surface(Kind.CITED, (title,), "title")
    for issuer in {citation.issuer for citation in document.citations if citation.issuer}:
        yield (flatten(issuer),), Surface(Kind.WORD, (flatten(issuer),), "issuer")
    for body in catalog.bodies:
        yield (body,), Surface(Kind.BODY, (document.body,), "body")
    for phrase in {flatten(q) for p in document.paragraphs for q in QUOTED.findall(p.text)}:
        yield (phrase,), Surface(Kind.WORD, (phrase,), "quoted in the document")


def _says_stage(phrase: str, stages: Sequence[str]) -> bool:
    """Whether a phrase names a stage of something known (三公经费预算); `stages` are the words for them."""
    words = lexicon()
    forms = (phrase, phrase.removesuffix(SPENT))  # 因公出国（境）费预算支出
    stems = [form.removesuffix(word) for form in forms for word in stages if form.endswith(word)]
    stems += [stem.removesuffix(SPENT) for stem in stems]
    return any(stem in words.canonical or stem in words.names for stem in stems)


def _known(catalog: Catalog, names: tuple[str, ...], rule: str) -> Surface:
    """A word of the lexicon: the names that the document has, else one that it lacks."""
    present = tuple(name for name in names if name in catalog.by_name)
    # Where no sentence of a budget says it, the total of each side does; an outcome's two sides may differ.
    if not present and names[0] == WHOLE_OF_BOTH and catalog.document.stage is Stage.BUDGET:
        present = tuple(name for name in WHOLES if name in catalog.by_name)
    if names[0] in WHOLES and not present and WHOLE_OF_BOTH in catalog.by_name:  # 收、支总计均为…
        present = (WHOLE_OF_BOTH,)
    if not present and len(names[0]) >= LONG_ACCOUNT:  # it may be worded longer
        longer = (name for name in catalog.table_names if names[0] in name)
        present = tuple(sorted(name for name in longer if _classes(names[0]).isdisjoint(_classes(name))))
    return Surface(Kind.NAME, present, rule) if present else Surface(Kind.ABSENT, names[:1], rule)


def _classes(name: str) -> frozenset[str]:
    """The classifications (functional 2, economic 3) that a name is a standard account of.

    In one classification a longer name is another account, 资本性支出(基本建设) and no 资本性支出; in the other it may
    be the same one, 机关事业单位职业年金缴费支出 and 职业年金缴费.
    """
    return _account_classes().get(name, frozenset())


@cache
def _account_classes() -> Mapping[str, frozenset[str]]:
    words = lexicon()
    found: dict[str, frozenset[str]] = {}
    for code, account in words.accounts.items():
        name = words.canonical.get(account, account)
        found[name] = found.get(name, frozenset()) | {code[0]}
    return found


def inner_titles(title: str) -> tuple[str, ...]:
    """The titles inside a title: of 关于印发<方案>的通知, what is in the marks, or between 印发 and 的通知."""
    found = [found for pattern in INNER_TITLES for found in pattern.findall(title)]
    return tuple(flatten(inner) for inner in found if len(inner) >= INNER_TITLE)


def _unit_forms(unit: str, bodies: Sequence[str]) -> tuple[str, ...]:
    """A unit's name as that of a body, without what names the body that it belongs to as well.

    The body itself among its units goes by each of the words for it.
    """
    inner = [unit.removeprefix(body) for body in bodies]
    itself = lexicon().body_itself
    own = [f"{body}{word}" for body in bodies for word in itself] if {*inner} & {*itself} else []
    return tuple(form for form in (*body_forms(unit), *inner, *own) if form not in bodies)


def _tails(unit: str, units: Set[str]) -> tuple[str, ...]:
    """What a unit's name ends in that no other's does: 执法支队 for 江海市农业综合行政执法支队."""
    ends = (unit[at:] for at in range(1, len(unit) - SHORTEST_TAIL + 1)) if BODY_END.search(unit) else ()
    return tuple(end for end in ends if not any(other.endswith(end) for other in units - {unit}))


def _project_forms(printed: str) -> tuple[str, ...]:
    """A project's name with and without its region, its parentheses and its last general word."""
    short = PARENTHESIS.sub("", printed)
    forms = {printed, short}
    for region in lexicon().regions:
        forms |= {form.removeprefix(region) for form in forms}
    forms |= {tail for form in forms if len(tail := NAME_TAIL.sub("", form)) > 3}
    return tuple(sorted({flatten(form) for form in forms}, key=lambda form: (-len(form), form)))
