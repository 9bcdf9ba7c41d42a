"""Which documents a question is about, settled before any figure is looked up.

A body is known by what people call it, a document of a body by its year and by 预算 or 决算. What the question does not
say is taken from the conversation. Several documents stay in scope only where the question names each of them, by
body or by year; what else is open is asked back, never mixed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from corpus.document import Level, Stage
from index import DocumentRecord
from qa.terms.bodies import WHICH_BODY, body_forms
from qa.text import flatten

YEAR = re.compile(r"(?<!\d)20([12]\d)(?!\d)|(?<!\d)([12]\d)(?=年)")
YEAR_SAID = re.compile(rf"(?:{YEAR.pattern})年?度?的?")
COMPARED_WITH = re.compile(rf"(?:比|较|跟|与|同|和|than|over|from) ?(?:{YEAR.pattern})")
"""A year that something is held against."""
LEVEL = re.compile(r"(?<![各属算])(?<![二下]级)(单位|部门)(?:预算|决算)(?![单部])")
"""What says whose account is meant; 下属单位预算 is of units that a department's account sets out."""
ITSELF = re.compile(r"(?:那么?)?(?:它的?|其)?本级")
"""How a question begins that goes on with the body itself, without its units: 那本级呢."""
OWN_LEVEL = re.compile(r"[（(]?(?:本级|本部|机关)[)）]?$")
FINAL = re.compile(r"决算|实际支出|实际花|final account|actual")
PLAN = re.compile(r"预算|budget")
NO_ACCOUNT = re.compile(
    r"(?:一般)?公共预算|政府性基金预算|国有资本经营预算|预算(?:单位|部门|绩效|经济分类)"
    r"|(?:年初|全年|调整后?的?)(?:部门|单位)?预算|(?:花完|用完|完成|超出?|超过|[低小少大高多]于|不足)了?预算"
)
"""What holds the word 预算 and does not say which account is meant: funds, and what an outcome is held against."""
DONE = re.compile(
    r"(?:年初|全年|调整后?的?)(?:部门|单位)?预算|完成|超出?预算|花[了掉完]|(?<!费)用[了掉完]|实际|执行|[支发]出了|发生|结余|接待了|自评|得分|得了|[购买]了|(?:购置|采购|更新|新增)了"
)
PLANNED = re.compile(r"安排|打算|计划|拟[花用购买安]|准备|预计")
"""What is said of an outcome and of a plan, where a year has both accounts."""
INITIAL = re.compile(r"年初(?:部门|单位)?预算")
"""The plan that the budget tells, also where the account of its outcome states it beside that."""
BODY = re.compile(
    r"[一-鿿]{2,20}?(?:检察院|法院|局|委员会|办公厅|街道|大学|学院|医院|政协|人大|办事处|管委会|联合会)"
    r"|[一-鿿]{2,6}?[省市县区州][一-鿿]{2,12}?(?:中心|站|所|厅|馆|中学|小学)"
)
EVERY_YEAR = re.compile(
    r"[这近]?(?P<count>[两二三四五])年(?![级前后内])|历年|各年|哪一?年(?=[^，,。;；?？]{0,10}[高低多少大小])"
)
"""What means every year that a body has an account of, where it names none: 两年一共, 哪年高."""
HOW_MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
WHY = re.compile(r"为什么|为何|为啥|原因|怎么会|why|reason")
BOOK_OF_TABLES = re.compile(r"(?:\.xlsx?|表(?:格|册)?\.\w+)$", re.IGNORECASE)
"""How the file's name ends that holds an account's tables alone: X局2030年决算公开表.pdf, any workbook."""
Records = tuple[DocumentRecord, ...]


def in_scope(records: Sequence[DocumentRecord], said: Sequence[str]) -> Records:
    """The documents that a conversation may be about; `said` is what was asked, the last question last."""
    left = tuple(records)
    for narrow in (_of_body, _of_level, _of_stage, _of_year, _of_account, _of_all_years):
        left = _narrowed(left, _with_own_years(said) if narrow is _of_year else said, narrow)
    return left


def _with_own_years(said: Sequence[str]) -> list[str]:
    """The questions, one that only names a year to compare with (比2022年多多少) behind the one that it leans on."""
    found: list[str] = []
    for question in said:
        text = flatten(question)
        leans = bool(found) and bool(_years(text)) and not _years(COMPARED_WITH.sub(" ", text))
        found.append(f"{found[-1]} {question}" if leans else question)
    return found


def held_against_plan(question: str) -> bool:
    """Whether a question holds a year's outcome against its budget: 决算比预算, 决算比年初部门预算."""
    text = flatten(question)
    plain = NO_ACCOUNT.sub("", text)
    return bool(FINAL.search(plain)) and bool(PLAN.search(plain) or INITIAL.search(text))


def accounts(records: Sequence[DocumentRecord]) -> tuple[Records, ...]:
    """The documents by the account that they are files of: some bodies publish its prose and its tables apart.

    Two files of one body, year and kind are one account where only one of them has tables, or only one is a book of
    tables beside a text that sets them out too; else they may be versions.
    """
    groups: dict[object, list[DocumentRecord]] = {}
    for record in records:
        groups.setdefault(account_of(record), []).append(record)
    found: list[Records] = []
    for own in groups.values():
        is_one = len(own) == 2 and (
            sum(record.tables > 0 for record in own) < 2 or sum(map(_is_book_of_tables, own)) == 1
        )
        found.extend([tuple(own)] if is_one else [(record,) for record in own])
    return tuple(found)


def _is_book_of_tables(record: DocumentRecord) -> bool:
    return BOOK_OF_TABLES.search(record.name) is not None


def account_of(record: DocumentRecord) -> object:
    """What the files of one account have in common; a file without body or year is an account of its own."""
    known = record.body and record.year
    return (record.body, record.year, record.stage, record.level) if known else record.id


def in_years(question: str, records: Sequence[DocumentRecord]) -> str:
    """The question with the years that it ranges over (两年, 哪年高) where one body has an account of each."""
    found = EVERY_YEAR.search(question)
    if found is None or _years(flatten(question)):
        return question
    years = sorted({record.year for record in records if record.year})
    if len({record.body for record in records}) > 1 or not len(accounts(records)) == len(years) > 1:
        return question
    if HOW_MANY.get(found["count"], len(years)) != len(years):
        return question
    said = "和".join(f"{year}年" for year in years)
    return f"{question[: found.start()]}{said}{question[found.start() :]}"


def told_apart(records: Sequence[DocumentRecord], question: str) -> bool:
    """Whether a question names each of several accounts, so that their figures can be set against each other.

    The files of one account need no telling apart.
    """
    text = flatten(question)
    records = [own[0] for own in accounts(records)]
    if len(records) == 1:
        return True
    if len({(r.body, r.year) for r in records}) < len(records):
        return False
    years, bodies = _years(text), {r.body for r in records}
    all_named = (
        len(bodies) == 1 or bool(WHICH_BODY.search(text)) or all(_named(body, text) for body in bodies)
    )
    of_one_body = [sum(r.body == body for r in records) == 1 for body in bodies]
    return all_named and (all(of_one_body) or all(r.year in years for r in records))


def stranger(records: Sequence[DocumentRecord], question: str) -> str | None:
    """The public body that a question names and none of the documents is of; None where it names none such."""
    text = flatten(question)
    if any(_named(record.body, text) for record in records):
        return None
    found = BODY.search(YEAR_SAID.sub(" ", text))
    return found[0] if found else None


def without_others(question: str, records: Sequence[DocumentRecord], bodies: Collection[str]) -> str:
    """An earlier question without the bodies that it names and that none of the records is of.

    Who goes on with 那乙局呢 asks of 乙局 what was asked of 甲局.
    """
    text = flatten(question)
    own = {record.body for record in records}
    if not own - {""} or any(_named(body, text) for body in own):
        return question
    forms = (form for body in bodies if (form := _named(body, text)))
    for form in sorted(forms, key=len, reverse=True):
        text = text.replace(form, " ")
    return text if text != flatten(question) else question


def _narrowed(records: Records, said: Sequence[str], narrow: Callable[[Records, str], Records]) -> Records:
    """The records by the latest question that says anything about it."""
    if len(records) > 1:
        for text in (flatten(question) for question in reversed(said)):
            if found := narrow(records, text):
                return found
    return records


def _named(body: str, text: str) -> str:
    """The longest form of a body's name that a text holds, empty where it holds none."""
    return next((form for form in body_forms(body) if form in text), "")


def _of_body(records: Records, text: str) -> Records:
    """The documents of the bodies that the text names; a name inside a longer one names nobody."""
    forms = {r.body: form for r in records if (form := _named(r.body, text))}
    named = {
        b for b, form in forms.items() if not any(form != other and form in other for other in forms.values())
    }
    return tuple(r for r in records if r.body in named)


def _of_level(records: Records, text: str) -> Records:
    """Of each body the accounts of the one level that the text names (单位预算), all of what it has none of.

    A body's own account beside that of its department is named as that body is: X（本级）. A level is told apart
    within a year's budgets or outcomes: 部门预算 is no department's outcome beside a unit's budget.
    """
    named = frozenset(LEVEL.findall(text)) or frozenset({Level.UNIT} if ITSELF.match(text) else ())
    if len(named) != 1:
        return ()
    wanted = Level(*named)
    having = {_apart_from_level(record) for record in records if record.level is wanted}
    return tuple(r for r in records if r.level is wanted or _apart_from_level(r) not in having)


def _apart_from_level(record: DocumentRecord) -> object:
    """What the accounts of two levels have in common: the body, without what says that it is its own, and the rest."""
    return OWN_LEVEL.sub("", record.body), record.year, record.stage


def _of_stage(records: Records, text: str) -> Records:
    """Of each body the documents of the account that the text names, all of a body that has none.

    Of two accounts that are named with a year each (2025年预算 and 2023年决算) those. A year that is named is looked
    at apart: 2023年…比2021年预算多多少 is no question for 2023's budget alone.
    """
    plain = NO_ACCOUNT.sub("", text)
    final, budget = bool(FINAL.search(plain)), bool(PLAN.search(plain))
    if final and budget:
        return _of_both(records, plain)
    if not (final or budget):
        return ()
    wanted, years = Stage.FINAL if final else Stage.BUDGET, _years(text)
    rivals = {record: (record.body, record.year if record.year in years else None) for record in records}
    fitting = {rivals[record] for record in records if record.stage is wanted}
    return tuple(r for r in records if r.stage is wanted or rivals[r] not in fitting)


def _of_both(records: Records, text: str) -> Records:
    """Of each body the accounts that the text names with a year each, all of a body that has none of them."""
    named = _named_accounts(text)
    own = {record for record in records if (record.year, record.stage) in named}
    bodies = {record.body for record in own}
    apart = len({year for year, _ in named}) > 1
    return tuple(r for r in records if r in own or r.body not in bodies) if apart else ()


def _named_accounts(text: str) -> frozenset[tuple[int, Stage]]:
    """The accounts that a text names, each with the last year before it."""
    named: set[tuple[int, Stage]] = set()
    for stage, word in ((Stage.FINAL, FINAL), (Stage.BUDGET, PLAN)):
        for found in word.finditer(text):
            *_, year = (0, *_years_in(text[: found.start()]))
            named.add((year, stage))
    return frozenset(named)


def _of_account(records: Records, text: str) -> Records:
    """Of the plan and the outcome of one year the one that the text speaks of; both words are of the outcome's account.

    A final account states its budget too, a budget never its outcome.
    """
    if FINAL.search(NO_ACCOUNT.sub("", text)) or DONE.search(text):
        wanted = Stage.FINAL
    elif PLANNED.search(text):
        wanted = Stage.BUDGET
    else:
        return ()
    having = {(r.body, r.year) for r in records if r.stage is wanted}
    return tuple(r for r in records if r.stage is wanted or (r.body, r.year) not in having)


def _of_all_years(records: Records, text: str) -> Records:
    """Of each body the accounts of the one stage that has all the years named, where the other has not all of them.

    Of the budgets of two years and the outcome of one, two years are held against each other in the budgets.
    """
    years = _years(text)
    if len(years) < 2:
        return ()
    kept = {record.body: _stage_of_all(records, record.body, years) for record in records}
    return tuple(r for r in records if kept[r.body] in (None, r.stage))


def _stage_of_all(records: Records, body: str, years: Collection[int]) -> Stage | None:
    """The one stage that a body has accounts of in each of some years, None where both or neither are such."""
    told = {stage: {r.year for r in records if r.body == body and r.stage is stage} for stage in Stage}
    whole = [stage for stage, of in told.items() if of.issuperset(years)]
    return whole[0] if len(whole) == 1 else None


def _of_year(records: Records, text: str) -> Records:
    """Of each body the documents of the years named, else of the year after, which may tell of the year before.

    A question that ranges over the bodies ranges over those that have a document of that year. Why something moved
    tells the document of the year that it moved in, not that of the one compared with.
    """
    years = (WHY.search(text) and _years(COMPARED_WITH.sub(" ", text))) or _years(text)
    own = tuple(r for r in records if r.year in years)
    if own and WHICH_BODY.search(text):
        return own
    if own:
        return tuple(r for r in records if r in own or not any(o.body == r.body for o in own))
    return tuple(r for r in records if r.year is not None and r.year - 1 in years)


def _years(text: str) -> frozenset[int]:
    return frozenset(_years_in(text))


def _years_in(text: str) -> list[int]:
    """The years that a text says, in its order."""
    return [2000 + int(full or short) for full, short in YEAR.findall(text)]
