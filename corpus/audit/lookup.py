"""What the tables say under the names that prose uses."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.audit.accounts import EVERY_FUND, WHOLE, Account, Entry, is_current
from corpus.audit.findings import Figure
from corpus.audit.sums import GRAND_TOTAL, INCOME, SPENDING, closing_totals
from corpus.audit.views import View
from corpus.audit.vocabulary import alias_in, plain, vocabulary
from corpus.document import Document, RowRole
from corpus.forms import squeezed
from corpus.placement import account

STEP = re.compile(r'([^()类款项，。:："、\s]{1,40})\((\d{2,3})?([类款项])\)')
OF_YEAR = re.compile(r"本年(?:收入|支出)")
"""The column of a fund's table that is not all income or spending of the year."""
MAX_PATH = 300
MAX_SAID = 50
"""A name that stands for more figures than this is no name of one account."""


@dataclass(frozen=True, slots=True)
class Said:
    """A figure of a table, with the table and row that it stands in as they are called."""

    figure: Figure
    where: str


@dataclass(frozen=True, slots=True)
class Lookup:
    """The figures of the tables by the names and codes of their rows, and by account.

    `closing` gives the last totals of income and spending (总计), which hold what is carried over as well.
    """

    rows: dict[str, list[Said]]
    accounts: dict[Account, list[Said]]
    closing: dict[str, list[Said]]

    def find(self, words: str) -> Sequence[Said]:
        """What the tables print of an account: by its code or place, its name, or as a whole flow, fund or nature."""
        said = self._said(words)
        return [one for one in said if one.figure.text] if len(said) <= MAX_SAID else ()

    def _said(self, words: str) -> Sequence[Said]:
        name = plain(words)
        for key in (*row_keys(words), vocabulary().name(name), name, account(name)):
            if key and key in self.rows:
                return self.rows[key]
        return self._whole(name) if name and vocabulary().is_of_accounts(name) else ()

    def _whole(self, name: str) -> list[Said]:
        """The totals that a name means; a name without a flow or fund may mean that of any."""
        words = vocabulary()
        flows = [flow for flow in (INCOME, SPENDING) if flow in name]
        fund, nature = alias_in(name, words.funds), alias_in(name, words.natures) or WHOLE
        if name in (INCOME, SPENDING) or (not flows and nature == WHOLE):
            return []
        funds = {fund} if fund else {EVERY_FUND} if nature == WHOLE else None
        keys = [
            key
            for key in self.accounts
            if key.row == WHOLE and key.nature == nature and key.flow in (flows or [SPENDING])
        ]
        if funds is None and not any(key.fund == EVERY_FUND for key in keys):
            return []
        said = [said for key in keys if funds is None or key.fund in funds for said in self.accounts[key]]
        of_all = not fund and nature == WHOLE  # 支出预算 may mean what is carried over too
        if name.endswith(GRAND_TOTAL) or (said and of_all):
            said.extend(one for flow in flows for one in self.closing.get(flow, ()))
        return said


def row_keys(words: str) -> tuple[str, ...]:
    """The row that a path names: by its whole code (204类 06款 01项), or by its name and that of the step above."""
    steps = STEP.findall(squeezed(words[:MAX_PATH]))
    if not steps:
        return ()
    names = [plain(name) for name, _, _ in steps]
    code = "".join(code for _, code, _ in steps) if all(code for _, code, _ in steps) else ""
    return tuple(filter(None, (code, "/".join(names[-2:]) if len(names) > 1 else "", names[-1])))


def read_lookup(document: Document, entries: Iterable[Entry], views: Iterable[View]) -> Lookup:
    """The lookup of a document's tables."""
    rows: dict[str, list[Said]] = defaultdict(list)
    accounts: dict[Account, list[Said]] = defaultdict(list)
    for entry in entries:
        accounts[entry.account].append(Said(entry.figure, entry.where))
        fund = "" if OF_YEAR.match(entry.account.fund) else entry.account.fund
        names = entry.names if entry.account.row != WHOLE else (*entry.names, fund)
        for name in filter(None, dict.fromkeys(names)):
            rows[name].append(Said(entry.figure, entry.where))
    closing: dict[str, list[Said]] = defaultdict(list)
    for found in views:
        for name, said in _named_columns(document, found):
            rows[name].append(said)
        for flow, figure in closing_totals(found):
            closing[flow].append(Said(figure, f"《{found.table.title}》“{flow}{GRAND_TOTAL}”"))
    return Lookup(dict(rows), dict(accounts), dict(closing))


def _named_columns(document: Document, view: View) -> Iterator[tuple[str, Said]]:
    for side in view.sides:
        for column in side.columns:
            name = view.named(column) if is_current(document, view, column) else None
            for row in side.rows if name else ():
                found = view.figure(row, column)
                if name and found and view.table.rows[row].role is not RowRole.OF_WHICH:
                    yield name, Said(found, f"《{view.table.title}》“{name}”")
