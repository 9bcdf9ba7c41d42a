"""What the cells of all tables say about the same account, and where two of them disagree.

An account is a flow (income or spending), the fund that pays, the nature of the spending and one row of it. Only what
must be the same figure has one account: another year, a plan beside an outcome, or a total that may or may not hold
what is carried over has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.audit.findings import Check, Figure, Finding, Severity, agree, amount_text, places
from corpus.audit.sums import INCOME, SPENDING
from corpus.audit.views import Side, View
from corpus.audit.vocabulary import alias_in, plain, vocabulary
from corpus.document import Document, Row, RowRole, Stage, Table
from corpus.facts import LAST_YEAR, YEAR_IN_HEADER
from corpus.forms import squeezed
from corpus.placement import account

WHOLE = "合计"
EVERY_FUND = ""
CLASS_CODE = 3


@dataclass(frozen=True, slots=True)
class Account:
    """What a figure is the amount of; `row` is a code, a name, or WHOLE for all rows together."""

    flow: str
    fund: str
    nature: str
    row: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of an account, where it stands in words, and what prose may call the row (nothing for a part of it)."""

    account: Account
    figure: Figure
    where: str
    names: tuple[str, ...]


def read_accounts(document: Document, views: Sequence[View]) -> tuple[Entry, ...]:
    """The figures of all accounts in the tables; what one table says twice of one account is left out."""
    entries: list[Entry] = []
    for view in views:
        own: dict[Account, list[Entry]] = defaultdict(list)
        for entry in _table_entries(document, view):
            own[entry.account].append(entry)
        entries.extend(found[0] for found in own.values() if len(found) == 1)
    return tuple(entries)


def account_findings(entries: Iterable[Entry]) -> Iterator[Finding]:
    """Accounts of which two tables say different amounts."""
    said: dict[Account, list[Entry]] = defaultdict(list)
    for entry in entries:
        said[entry.account].append(entry)
    same = _same_funds(said)
    merged: dict[Account, list[Entry]] = defaultdict(list)
    for key, found in said.items():
        merged[replace(key, fund=same.get((key.flow, key.fund), key.fund))].extend(found)
    for found in merged.values():
        other = next((entry for entry in found if agree(found[0].figure, entry.figure)), None)
        if other:
            yield _finding(found[0], other)


def _finding(one: Entry, other: Entry) -> Finding:
    severity = agree(one.figure, other.figure) or Severity.ROUNDING
    return Finding(
        Check.TABLES,
        severity,
        f"同一个数两处不一致：{one.where}，{other.where}",
        (one.figure.printed, other.figure.printed),
        f"两处相等（相差 {amount_text(abs(one.figure.amount - other.figure.amount), one.figure.unit)}）",
        places((one.figure, other.figure)),
    )


def _same_funds(said: Mapping[Account, Sequence[Entry]]) -> dict[tuple[str, str], str]:
    """The funds which are all that is spent: their total is the total of all funds, so every row is the same.

    A fund is a part of 财政拨款, and that of all funds; where a part is as large as the whole, they are one.
    """
    same: dict[tuple[str, str], str] = {}
    whole = said.get(Account(SPENDING, EVERY_FUND, WHOLE, WHOLE))
    if not whole:
        return same
    for key, found in said.items():
        if key.flow == SPENDING and key.nature == WHOLE and key.row == WHOLE:
            equal = not agree(whole[0].figure, found[0].figure)
            if equal and whole[0].figure.amount > 0:
                same[SPENDING, key.fund] = EVERY_FUND
    return same


def _table_entries(document: Document, view: View) -> Iterator[Entry]:
    for side in view.sides:
        rows = {row: name for row in side.rows if (name := _row(view, side, row))}
        for column in side.columns:
            base = _column(document, view, column)
            whole = not alias_in(squeezed(view.table.columns[column].path[-1]), vocabulary().natures)
            for row, name in rows.items() if base else ():
                found = view.figure(row, column)
                if found and base:
                    key = _joined(base, view.table.rows[row], name)
                    names = _names(view.table, row) if whole else ()
                    yield Entry(key, found, f"《{view.table.title}》“{view.row_name(row)}”", names)


def _names(table: Table, row: int) -> tuple[str, ...]:
    """What prose may call a row: its code, its name, and its name under that of the row above it."""
    found = table.rows[row]
    name = plain(found.name)
    if found.role is not RowRole.ITEM or vocabulary().is_of_accounts(name):
        return (found.code,) if found.role is RowRole.ITEM and found.code else ()
    above = plain(table.rows[found.parent].name) if found.parent is not None else ""
    return tuple(filter(None, (found.code, name, f"{above}/{name}" if above else "")))


def _row(view: View, side: Side, row: int) -> str | None:
    """A row's code, the name of an uncoded or outermost one, WHOLE for the only total; None for one not compared."""
    found = view.table.rows[row]
    if found.role is RowRole.TOTAL:
        only = sum(view.table.rows[at].role is RowRole.TOTAL for at in side.rows) == 1
        return WHOLE if only and not view.carries_over else None
    if found.role is not RowRole.ITEM or not found.name:
        return None
    if any(word in found.name for word in vocabulary().carried):  # a balance, not what came in or went out
        return None
    return found.code if found.code and len(found.code) > CLASS_CODE else account(squeezed(found.name))


def _column(document: Document, view: View, column: int) -> Account | None:
    """The account of a column's total; None where the column holds no figure of this year's own account."""
    words = vocabulary()
    if not is_current(document, view, column):
        return None
    header, last = view.header(column), squeezed(view.table.columns[column].path[-1])
    title = squeezed(view.table.title)
    if any(word in title for word in words.selected):
        return None
    flow = _flow(squeezed(view.table.columns[column].path[0])) or _flow(title)
    own_fund = alias_in(last, words.funds)
    fund = own_fund or alias_in(header, words.funds) or alias_in(title, words.funds) or EVERY_FUND
    nature = alias_in(last, words.natures)
    if nature is None and YEAR_IN_HEADER.sub("", last).lstrip("度") in words.whole:
        nature = alias_in(title + header, words.natures) or WHOLE
    elif nature is None and own_fund:
        nature = WHOLE
    elif nature is None and flow == INCOME:
        nature, fund = WHOLE, account(last)
    return Account(flow, fund, nature, WHOLE) if flow and nature else None


def is_current(document: Document, view: View, column: int) -> bool:
    """Whether a column holds amounts of the document's own year and stage."""
    words, header = vocabulary(), view.header(column)
    if not view.adds(column) or LAST_YEAR.search(header) or any(word in header for word in words.others):
        return False
    last = squeezed(view.table.columns[column].path[-1])
    if document.stage is Stage.FINAL and any(word in last for word in words.plans):
        return False
    years = {int(year) for year in YEAR_IN_HEADER.findall(header)}
    return document.year is None or not years - {document.year}


def _flow(words: str) -> str | None:
    """Income or spending, as a header or title says; None where it says neither or both."""
    named = [flow for flow in (INCOME, SPENDING) if flow in words]
    return named[0] if len(named) == 1 else None


def _joined(column: Account, found: Row, name: str) -> Account:
    """The account of a cell; rows of income without codes are the funds themselves."""
    if column.flow == INCOME and found.role is RowRole.ITEM and not found.code:
        return replace(column, fund=alias_in(name, vocabulary().funds) or name)
    return replace(column, row=name)
