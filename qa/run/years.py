"""Figures against an earlier year: the change that the document states, else the one between two stated years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from corpus.amounts import NUMBER
from corpus.clauses import SENTENCE_END
from corpus.document import Measure, Paragraph
from corpus.prose import reason_in
from corpus.quantity import Quantity
from qa.answer import Evidence, Value
from qa.book import Book
from qa.figures import Figure
from qa.query import AgainstPlan, Change, Direction, Growth, Reason, Target
from qa.refusal import Declined, Missing
from qa.resolve import amounts, change, in_year, label, show
from qa.result import Remark, Result
from qa.run.arithmetic import HUNDREDTH, conversion, in_unit, operand
from qa.run.evidence import of_figure, of_paragraph
from qa.stages import outcome, planned
from qa.text import flatten

PLAN = "年初预算"
MOVED_FROM_PLAN = re.compile(
    rf"(?:比|较|与)(?:年初|全年|调整)?预算数?(?:相比)?[，,]?(?:有所)?(?:增加|减少|下降|降低|节约)(?:了|额)?\s*({NUMBER})"
)
GIVES_CAUSE = re.compile("原因|主要情况[：:]")
SUPPOSED = {Direction.UP: Remark.FELL, Direction.DOWN: Remark.ROSE}


def moved(query: Change | AgainstPlan | Growth | Reason, book: Book) -> Result:
    """How, or why, a figure moved against an earlier year; a wrong supposition is remarked."""
    match query:
        case Change(target, base, supposed, unit):
            return _changed(book, target, base, supposed, unit)
        case AgainstPlan(target, supposed, unit):
            return _against_plan(book, target, supposed, unit)
        case Growth(target, base, supposed):
            return _grown(book, target, base, supposed)
        case Reason(target, supposed):
            return _explained(book, target, supposed)


def _premise(amount: Decimal, supposed: Direction) -> tuple[Remark, ...]:
    if supposed is Direction.EITHER:
        return ()
    if not amount:
        return () if supposed is Direction.LEVEL else (Remark.LEVEL,)
    if supposed is Direction.LEVEL:
        return (Remark.ROSE_NOT_LEVEL if amount > 0 else Remark.FELL_NOT_LEVEL,)
    actual = Direction.UP if amount > 0 else Direction.DOWN
    return () if actual is supposed else (SUPPOSED[supposed],)


def _way(amount: Decimal) -> str:
    return "持平" if not amount else "增加" if amount > 0 else "减少"


def _changed(book: Book, target: Target, base: int, supposed: Direction, unit: str | None) -> Result:
    stated = change(book.catalogs, target, base, Measure.CHANGE)
    steps: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = (stated,) if stated else ()
    if stated:
        amount, name = stated.fact.quantity, label(stated)
    else:
        now, then = operand(book, target), operand(book, in_year(book.catalogs, target, base))
        shared = now.amount.unit if now.amount.unit == then.amount.unit else "元"
        new, old = now.amount.to(shared), then.amount.to(shared)
        amount = Quantity(new.number - old.number, shared)
        steps = (*then.steps, f"{new.number:,f} - {old.number:,f} = {show(amount)}")
        figures, name = (*now.figures, *then.figures), now.label
    return _difference(target, name, f"{base}年", amount, steps, figures, supposed, unit)


def _against_plan(book: Book, target: Target, supposed: Direction, unit: str | None) -> Result:
    """The difference from the year's own budget that a sentence states.

    Raises:
        Declined: none does.
    """
    names = {*target.names}
    stated = (
        f
        for catalog in book.catalogs
        for f in catalog.moves
        if f.fact.measure is Measure.CHANGE
        and f.names & names
        and names <= f.names | f.around
        and _of_plan(f)
    )
    found = next(stated, None)
    if found is None:
        raise Declined(Missing.FIGURE, target.names)
    return _difference(target, label(found), PLAN, found.fact.quantity, (), (found,), supposed, unit)


def _of_plan(figure: Figure) -> bool:
    """Whether a sentence gives this change against the year's budget, and not against an earlier year."""
    given = (Decimal(found[1].replace(",", "")) for found in MOVED_FROM_PLAN.finditer(figure.fact.quote))
    return figure.fact.base_year is None and abs(figure.fact.quantity.number) in given


def _difference(
    target: Target,
    name: str,
    against: str,
    amount: Quantity,
    steps: tuple[str, ...],
    figures: Sequence[Figure],
    supposed: Direction,
    unit: str | None,
) -> Result:
    size, way = Quantity(abs(amount.number), amount.unit), _way(amount.number)
    steps += conversion(size, unit) if amount.number else (f"{way} = {show(in_unit(size, unit))}",)
    return Result(
        headline=f"{name}比{against}{way}",
        values=(Value(in_unit(size, unit), f"{name}比{against}{way}"),),
        steps=steps,
        evidence=tuple(dict.fromkeys(of_figure(figure) for figure in figures)),
        remarks=_premise(amount.number, supposed),
        focus=target.names,
    )


def _grown(book: Book, target: Target, base: int, supposed: Direction) -> Result:
    stated = change(book.catalogs, target, base, Measure.RATE)
    steps: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = (stated,) if stated else ()
    if stated:
        rate, name = stated.fact.quantity.number, label(stated)
    else:
        then = operand(book, in_year(book.catalogs, target, base))
        now, name = _same_statement(book, target, then.figures[0])
        old = then.amount.to(now.unit)
        if not old.number:
            raise Declined(Missing.FIGURE, target.names)
        rate = ((now.number - old.number) / old.number * 100).quantize(HUNDREDTH, ROUND_HALF_UP)
        line = f"({now.number:,f} - {old.number:,f}) ÷ {old.number:,f} = {show(Quantity(rate, '%'))}"
        steps, figures = (*then.steps, line), then.figures
    size = Quantity(abs(rate), "%")
    way = {"增加": "增长", "减少": "下降"}.get(_way(rate), "持平")
    return Result(
        headline=f"{name}比{base}年{way}",
        values=(Value(size, f"{name}比{base}年{way}"),),
        steps=steps,
        evidence=tuple(dict.fromkeys(of_figure(figure) for figure in figures)),
        remarks=_premise(rate, supposed),
        focus=target.names,
    )


def _same_statement(book: Book, target: Target, figure: Figure) -> tuple[Quantity, str]:
    """This year's amount as the statement gives it from which the earlier year's was derived, else its own."""
    if figure.fact.year == target.year and figure.fact.measure is Measure.AMOUNT:
        return figure.fact.quantity, label(figure)
    now = operand(book, target)
    return now.amount, now.label


def _explained(book: Book, target: Target, supposed: Direction) -> Result:
    moves = [f for f in _moves(book, target.names) if f.fact.measure is not Measure.AMOUNT]
    explained = [f for f in moves if f.fact.reason]
    told = None if explained else _told(book, target)
    if told:
        return told
    if not explained:
        parts = {
            name
            for c in book.catalogs
            for f in c.figures
            if f.around & (set(target.names) - planned() - {outcome()})
            for name in {f.row, *f.columns}
        }
        explained = [f for name in sorted(parts) for f in _moves(book, (name,)) if f.fact.reason]
    of_whole = change(book.catalogs, target, target.year - 1, Measure.CHANGE)
    moves = moves or ([of_whole] if of_whole else list(_none_stated(book, target)))
    if not explained and not any(_premise(f.fact.quantity.number, supposed) for f in moves[:1]):
        raise Declined(Missing.REASON, target.names, tuple(dict.fromkeys(f.fact.quote for f in moves)))
    own = (moves or explained)[0].fact.quantity.number
    return Result(
        headline=f"{label((moves or explained)[0])}{_way(own)}",
        evidence=tuple(
            dict.fromkeys(
                [
                    *(of_figure(figure) for figure in (*moves, *explained)),
                    *(
                        of_paragraph(figure.document, paragraph)
                        for figure in explained
                        for paragraph, _ in _causes(figure)
                    ),
                ]
            )
        ),
        remarks=_premise(own, supposed),
        passages=tuple(dict.fromkeys(said for f in (*moves, *explained) for said in _with_cause(f))),
        focus=target.names,
    )


def _with_cause(figure: Figure) -> Iterator[str]:
    """What a figure is quoted from, and the sentence after it that gives the cause, where the quote does not."""
    yield figure.fact.quote
    yield from (sentence for _, sentence in _causes(figure))


def _causes(figure: Figure) -> Iterator[tuple[Paragraph, str]]:
    """The sentence of a figure's paragraph that gives its cause, where it is another than the figure's own."""
    why = figure.fact.reason
    if not why or why in figure.fact.quote:
        return
    for paragraph in figure.document.paragraphs:
        if paragraph.span == figure.fact.span and figure.fact.quote in paragraph.text:
            sentences = (s.strip() for s in SENTENCE_END.split(paragraph.text))
            yield from ((paragraph, sentence) for sentence in sentences if why in sentence)


def _told(book: Book, target: Target) -> Result | None:
    """The sentence that gives the cause of a move of the target by its name (财政拨款收入减少的主要原因是…).

    Else the sentence after one that states the target, where that gives a cause.
    """
    for catalog in book.catalogs:
        stated = [f for f in catalog.by_name.get(target.names[0], ()) if f.fact.cell is None]
        about = [f for f in stated if target.names[0] in (f.row, f.own)]
        given = [f for f in about if reason_in(f.fact.quote)]
        if given:
            return _said(target, map(of_figure, given), (f.fact.quote for f in given))
        after = [(of_paragraph(f.document, p), said) for f in about for p, said in _cause_after(f)]
        if after:
            return _said(target, (place for place, _ in after), (said for _, said in after))
        for paragraph in catalog.document.paragraphs:
            sentences = [s for s in SENTENCE_END.split(paragraph.text) if GIVES_CAUSE.search(s)]
            named = [
                s for s in sentences if any(name in flatten(s) for name in (target.names[0], target.said))
            ]
            if named:
                return _said(target, [of_paragraph(catalog.document, paragraph)], named)
    return None


def _said(target: Target, places: Iterable[Evidence], sentences: Iterable[str]) -> Result:
    """What the document says of a target, in its own words."""
    return Result(
        headline=target.names[0],
        evidence=tuple(dict.fromkeys(places)),
        passages=tuple(dict.fromkeys(sentences)),
        focus=target.names,
    )


def _cause_after(figure: Figure) -> Iterator[tuple[Paragraph, str]]:
    """The figure's sentence with the next one of its paragraph, where that gives a cause.

    年初预算为…，支出决算为…，完成…。决算数小于年初预算数的主要原因是….
    """
    for paragraph in figure.document.paragraphs:
        if paragraph.span == figure.fact.span and figure.fact.quote in paragraph.text:
            said = [sentence.strip() for sentence in SENTENCE_END.split(paragraph.text)]
            for before, after in pairwise(said):
                if before == figure.fact.quote and reason_in(after):
                    yield paragraph, f"{before}{after}"


def _none_stated(book: Book, target: Target) -> Iterator[Figure]:
    """The statement that there is none of it, where the document makes one (本部门无机关运行费)."""
    for reading in amounts(book.catalogs, target):
        yield from (f for f in reading.figures if f.fact.cell is None and not f.fact.quantity.number)


def _moves(book: Book, names: tuple[str, ...]) -> list[Figure]:
    """The changes and rates that are stated about a name itself: all names together, else the first."""
    own = [f for catalog in book.catalogs for f in catalog.moves if {f.row, f.own} & {*names}]
    together = [f for f in own if {*names} - planned() - {outcome()} <= f.names | f.around]
    return together or [f for f in own if names[0] in f.names | f.around]
