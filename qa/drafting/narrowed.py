"""What a question names within a table, or of a fund, by the names that the figures there have.

Said beside 支出决算表, 职业年金缴费 is the row 机关事业单位职业年金缴费支出 of that table and not the economic account
that is called so; 财政拨款基本支出 of 博物馆 is the column 基本支出 of its row in the table of 财政拨款支出.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.drafting.draft import Draft, Thing
from qa.terms.counters import BUYING
from qa.terms.labels import canonical
from qa.terms.subjects import FUNDS, KINDS

INCOME = "收入"
SPENDING = "支出"
SHORTEST = 3
"""Letters from which on a word is known as a part of a row's name."""
PARTED = {f"{fund}{kind}": (canonical(f"{fund}支出"), kind) for fund in FUNDS for kind in sorted(KINDS)}
"""What a fund spends that is basic, or for projects, to what that fund spends and the column of it."""


SPENT = {canonical(f"{fund}收入"): canonical(f"{fund}支出") for fund in FUNDS}
"""What a fund gives, which its bare name may stand for, to what is spent of it."""


def narrowed(draft: Draft, book: Book) -> Draft:
    """The draft, its things by what they are called in the tables that the question names."""
    named = [
        thing
        for _, thing, after in _between(draft.things)
        if not (_is_glossed(thing, after, book) or _is_done_to(thing, after, book))
    ]
    spent = (_spent(thing, _of(thing, before, after), book) for before, thing, after in _between(named))
    things = tuple(_in_tables(thing, draft, book) for thing in spent)
    return replace(draft, things=tuple(part for thing in things for part in _of_fund(thing, things, book)))


def _between(things: Sequence[Thing]) -> Iterator[tuple[Thing | None, Thing, Thing | None]]:
    """Each thing with the one before it and the one behind it."""
    yield from zip((None, *things), things, (*things[1:], None), strict=False)


def _is_glossed(thing: Thing, after: Thing | None, book: Book) -> bool:
    """Whether what is said in English is said again in Chinese behind it: operating expenses (机关运行经费)."""
    if after is None or not after.joined or not thing.said.isascii() or after.said.isascii():
        return False
    return not any(_has_both(name, {*after.names}, book) for name in thing.names)


def _is_done_to(thing: Thing, after: Thing | None, book: Book) -> bool:
    """Whether a word says that what is named right behind it is bought, and is no 政府采购: 采购食品检测设备预算."""
    if after is None or thing.said not in BUYING or thing.end != after.start:
        return False
    return not any(_has_both(name, {*after.names}, book) for name in thing.names)


def _of(thing: Thing, before: Thing | None, after: Thing | None) -> Thing | None:
    """The account that a fund is named with: 财政拨款高中教育支出, 高中教育支出中财政拨款."""
    if after and after.joined:
        return after
    return before if before and thing.joined and before.said.endswith(SPENDING) else None


def _spent(thing: Thing, account: Thing | None, book: Book) -> Thing:
    """财政拨款 beside an account as what is spent on it, where a table has it so, and not as the income that pays."""
    spent = SPENT.get(thing.names[0]) if len(thing.names) == 1 else None
    if spent is None or account is None or INCOME in thing.said:
        return thing
    return replace(thing, names=(spent,)) if _has_both(spent, {*account.names}, book) else thing


def _in_tables(thing: Thing, draft: Draft, book: Book) -> Thing:
    """A thing that the tables named by their titles do not have, as the one row of theirs whose name it is part of."""
    titles = book.titles.intersection(draft.headings)
    if not titles or len(thing.said) < SHORTEST or thing.is_stage:
        return thing
    own = [figure for title in titles for figure in _named(title, book)]
    if any(not _all_names(figure).isdisjoint(thing.names) for figure in own):
        return thing
    rows = {figure.row for figure in own if thing.said in figure.own or thing.said in figure.row}
    return replace(thing, names=tuple(rows)) if len(rows) == 1 else thing


def _of_fund(thing: Thing, things: tuple[Thing, ...], book: Book) -> Iterator[Thing]:
    """A thing, in two parts where it is one flow of a fund and no figure is of that and of another thing's row."""
    parted = [PARTED[name] for name in (thing.said, *thing.names) if name in PARTED]
    others = {name for other in things if other is not thing and not other.is_stage for name in other.names}
    if not parted or not others or any(_has_both(name, others, book) for name in thing.names):
        yield thing
        return
    funds, flows = (tuple(dict.fromkeys(part)) for part in zip(*parted, strict=True))
    yield replace(thing, names=funds)
    yield replace(thing, names=flows, start=thing.end, joined=True, inside=False)


def _has_both(name: str, others: Set[str], book: Book) -> bool:
    return any(not _all_names(figure).isdisjoint(others) for figure in _named(name, book))


def _named(name: str, book: Book) -> Iterator[Figure]:
    for catalog in book.catalogs:
        yield from catalog.by_name.get(name, ())


def _all_names(figure: Figure) -> frozenset[str]:
    return figure.names | figure.columns | figure.around
