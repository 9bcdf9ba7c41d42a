"""A draft to the queries that it may mean: one where the question is clear, several where it is ambiguous.

The shapes of questions are tried in order, the most telling first. A question with words that nothing explains is
never answered by a figure of its other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from corpus.document import Level, Stage
from qa.binding.accounted import every_fit
from qa.catalogs.book import Book
from qa.drafting.draft import Draft, Thing
from qa.lexicon import lexicon
from qa.linking.mentions import OWN_REGION, Kind
from qa.query import Query
from qa.refusal import Declined, Missing
from qa.shapes.aims import indicator, labelled, named_indicators
from qa.shapes.counts import counts_of_years, stated_of_one_year
from qa.shapes.figures import figure
from qa.shapes.legal import cited_document, legal_bases
from qa.shapes.organs import organs
from qa.shapes.per_one import for_each
from qa.shapes.plans import against_earlier_outcome, completion
from qa.shapes.relations import relation
from qa.shapes.sets import over_bodies, over_members, over_namesakes, over_years, place_among
from qa.shapes.words import (
    belonging,
    definition,
    emptiness,
    enumeration,
    heading,
    passage,
    reason,
    shortfall,
)
from qa.terms.bodies import BODY_END, is_district_s
from qa.terms.stages import outcome

Shape = Callable[[Draft, Book], tuple[Query, ...] | None]

SHAPES: tuple[Shape, ...] = (
    cited_document,
    legal_bases,
    shortfall,
    reason,
    belonging,
    emptiness,
    labelled,  # what a project's form says of 年度目标, before what the glossary says of all
    definition,
    indicator,
    organs,
    heading,
    over_bodies,
    over_years,
    place_among,
    over_members,
    completion,
    for_each,
    relation,
    against_earlier_outcome,
    over_namesakes,
    counts_of_years,
    figure,
    stated_of_one_year,
    enumeration,
    passage,
)


def bind(draft: Draft, book: Book) -> Iterator[tuple[Query, ...]]:
    """The queries of each shape that recognises the draft, the most telling shape first.

    Raises:
        Declined: the question is about another account of the year, another region, an unknown account code, or the
            body without its units.
    """
    of_budgets = all(catalog.document.stage is Stage.BUDGET for catalog in book.catalogs)
    if draft.has("final") and of_budgets and not named_indicators(draft, book):  # 投资完成率 is aimed at
        draft = _of_outcome(draft, book)
    elsewhere = [
        m.values[0] for m in draft.mentions if m.kind is Kind.REGION and not book.vocabulary.speaks(m.text)
    ]
    elsewhere.extend(_wider_bodies(draft))
    if elsewhere:
        raise Declined(Missing.BODY, tuple(elsewhere))
    unknown = [m.values[0] for m in draft.mentions if m.kind is Kind.CODE and m.values[0] not in book.codes]
    if unknown:
        raise Declined(Missing.CODE, tuple(unknown))
    alone = _body_alone(draft, book)
    if alone and not draft.wordy and not draft.headings:
        raise Declined(Missing.BODY, (alone,))
    for shape in SHAPES:
        queries = every_fit(draft, shape(draft, book) or ())
        if queries:
            yield queries


def _wider_bodies(draft: Draft) -> Iterator[str]:
    """The bodies of the whole region that the question names by what a district's body is called too: 上海市司法局."""
    for region, body in pairwise(draft.mentions):
        beside = region.rule == OWN_REGION and body.kind is Kind.BODY and region.end == body.start
        if beside and is_district_s(body.values[0], body.text):
            yield f"{region.text}{body.text}"


def _body_alone(draft: Draft, book: Book) -> str | None:
    """The body without its units (教育局本级), where its department's account has no figures of it alone."""
    if any(catalog.document.level is Level.UNIT for catalog in book.catalogs):
        return None
    bodies = {m.end: m for m in draft.mentions if m.kind is Kind.BODY and BODY_END.search(m.values[0])}
    itself = (m for m in draft.mentions if m.text in lexicon().body_itself and m.kind is not Kind.NAME)
    return next((f"{bodies[m.start].values[0]}{m.text}" for m in itself if m.start in bodies), None)


def _of_outcome(draft: Draft, book: Book) -> Draft:
    """The draft of a question for the outcome of an earlier year, which a budget may state beside its own figures.

    What only compares with that outcome (比2023年执行数增加多少) is a question for the change.

    Raises:
        Declined: the documents state no outcome of the years that the question names.
    """
    at = draft.at("final")
    asked = tuple(year for year in draft.years if year < book.year) or draft.years  # 2026年…的2025年执行数
    years = {draft.base} if draft.base is not None else {*asked}
    stated = {figure.fact.year for catalog in book.catalogs for figure in catalog.by_name.get(outcome(), ())}
    of_everything = draft.base is None and not draft.things
    if at is None or not years or not years <= stated or of_everything:
        raise Declined(Missing.STAGE)
    if draft.base is not None:
        return draft
    stage = Thing((outcome(),), draft.text[at:], at, len(draft.text), True, False)
    return replace(draft, things=(*draft.things, stage), years=asked)
