"""Why a figure moved, or came out otherwise than planned, in the document's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from corpus.causes import reason_in
from corpus.clauses import SENTENCE_END
from corpus.document import Measure, Paragraph
from qa.answer import Evidence
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.catalogs.figures import Figure
from qa.catalogs.readings import label
from qa.catalogs.resolve import amounts, change
from qa.query import Direction, Reason, Shortfall, Target
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.evidence import of_figure, of_paragraph
from qa.run.years import in_words, premise, stated_moves
from qa.terms.stages import outcome, planned
from qa.text import flatten

Told = tuple[Evidence, str]
"""A place and what it says."""
GIVES_CAUSE = re.compile("原因|主要情况[：:]")
ANNOUNCED = re.compile(r"如下\s*[：:]?\s*$")
"""How a sentence ends that only says that causes follow: 增减变化及原因如下：."""
FROM_PLAN = re.compile(r"决算(?:支出)?数?(?:小于|大于|低于|高于|少于|多于|超过|超出)(?:年初|全年|调整)?预算")
"""What the reason of a difference between outcome and plan begins with."""


def reason(query: Reason | Shortfall, book: Book) -> Result:
    """Why a figure moved against an earlier year, or an outcome differs from its plan.

    Raises:
        Declined: the documents give no such reason.
    """
    match query:
        case Reason(target, supposed):
            return _explained(book, target, supposed)
        case Shortfall(target):
            return _from_plan(book, target)


def _from_plan(book: Book, target: Target) -> Result:
    """The sentences that give the cause of the difference, with those that state the plan and the outcome."""
    named = [f for c in book.catalogs for f in c.by_name.get(target.names[0], ()) if f.fact.cell is None]
    given = [*_given(named), *_after(named)] + [
        (of_paragraph(catalog.document, paragraph), sentence)
        for catalog in book.catalogs
        for paragraph, sentences in _naming(catalog, target)
        for sentence in sentences
    ]
    from_plan = [(place, said) for place, said in given if FROM_PLAN.search(said)]
    from_plan = [
        one for one in from_plan if not any(one[1] in said and one[1] != said for _, said in from_plan)
    ]
    if not from_plan:
        raise Declined(Missing.REASON, target.names)
    return _said(target, from_plan)


def _explained(book: Book, target: Target, supposed: Direction) -> Result:
    moves = [f for f in stated_moves(book, target.names) if f.fact.measure is not Measure.AMOUNT]
    # Of what rose against the plan and fell against the year before, the way that is asked for tells which is meant.
    moves = [f for f in moves if not premise(f.fact.quantity.number, supposed)] or moves
    explained = [f for f in moves if f.fact.reason]
    told = None if explained else _told(book, target)
    if told and not FROM_PLAN.search("".join(told.passages)):
        return told
    of_whole = change(book.catalogs, target, target.year - 1, Measure.CHANGE)
    explained = explained or [f for f in (of_whole,) if f and f.fact.reason] or _of_parts(book, target)
    if told and not explained:
        return told
    moves = moves or ([of_whole] if of_whole else list(_none_stated(book, target)))
    if not explained and not any(premise(f.fact.quantity.number, supposed) for f in moves[:1]):
        raise Declined(Missing.REASON, target.names, tuple(dict.fromkeys(f.fact.quote for f in moves)))
    own = (moves or explained)[0].fact.quantity.number
    return Result(
        headline=f"{label((moves or explained)[0])}{in_words(own)}",
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
        remarks=premise(own, supposed),
        passages=tuple(dict.fromkeys(said for f in (*moves, *explained) for said in _with_cause(f))),
        focus=target.names,
    )


def _of_parts(book: Book, target: Target) -> list[Figure]:
    """The moves with a reason of what a target is made of."""
    whole = set(target.names) - planned() - {outcome()}
    figures = (figure for catalog in book.catalogs for figure in catalog.figures if figure.around & whole)
    parts = {name for figure in figures for name in {figure.row, *figure.columns}}
    return [f for name in sorted(parts) for f in stated_moves(book, (name,)) if f.fact.reason]


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

    Else the sentence after one that states the target, where that gives a cause; else one that only names it.
    """
    for catalog in book.catalogs:
        stated = [f for f in catalog.by_name.get(target.names[0], ()) if f.fact.cell is None]
        about = [f for f in stated if target.names[0] in (f.row, f.own)]
        given = list(_given(about)) or list(_after(about))
        if given:
            return _said(target, given)
        for paragraph, sentences in _naming(catalog, target):
            return _said(target, [(of_paragraph(catalog.document, paragraph), s) for s in sentences])
    return None


def _given(figures: Iterable[Figure]) -> Iterator[Told]:
    """The sentences that state figures and give a cause themselves."""
    return ((of_figure(f), f.fact.quote) for f in figures if reason_in(f.fact.quote))


def _after(figures: Iterable[Figure]) -> Iterator[Told]:
    """The sentences that state figures, each with the next one, which gives a cause."""
    return ((of_paragraph(f.document, place), said) for f in figures for place, said in _cause_after(f))


def _naming(catalog: Catalog, target: Target) -> Iterator[tuple[Paragraph, list[str]]]:
    """The paragraphs with a sentence that gives a cause and names the target, and these sentences."""
    for paragraph in catalog.document.paragraphs:
        every = SENTENCE_END.split(paragraph.text)
        sentences = [s for s in every if GIVES_CAUSE.search(s) and not ANNOUNCED.search(s)]
        named = [
            s
            for s in sentences
            if any(name in flatten(s) for name in filter(None, (target.names[0], target.said)))
        ]
        if named:
            yield paragraph, named


def _said(target: Target, told: Sequence[Told]) -> Result:
    """What the document says of a target, in its own words."""
    return Result(
        headline=target.names[0],
        evidence=tuple(dict.fromkeys(place for place, _ in told)),
        passages=tuple(dict.fromkeys(said for _, said in told)),
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
