"""Answers in the document's own words: a definition, a heading's text, a passage; and figures stated in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.aims import aim_words
from corpus.document import Document, Measure, Paragraph
from corpus.quantity import Quantity
from qa.answer import Value
from qa.book import Book
from qa.catalog import Catalog
from qa.figures import Figure
from qa.meaning import NEAR
from qa.overlap import HALF, pairs
from qa.query import Define, Enumeration, Part, Passage, Stated
from qa.refusal import Declined, Missing
from qa.resolve import show
from qa.result import Result
from qa.run.arithmetic import conversion, in_unit
from qa.run.evidence import of_figure, of_paragraph
from qa.run.inline import inline
from qa.text import flatten

CLAUSE_HOLDS = 0.4
"""How much of the question the words of the figure's own clause must hold."""
LONE_CLAUSE_HOLDS = 0.15
"""The same where the sentence states no other figure that could be meant."""
SENTENCE_HOLDS = 0.7
"""How much of it the clause, its sentence and its headings must hold together."""
QUESTION_HOLDS = 0.15
"""How much of the clause the question must hold in turn: 企业 alone does not ask for 面向中小企业预留的采购预算."""
MARGIN = 0.08
PASSAGE_HOLDS = 0.6
MOVE = re.compile(r"增加|新增|增长|减少|下降|追加|压减|购置|更新|买")
LIST_HOLDS = 0.6
VERY_NEAR = 0.9
"""The cosine from which a passage may lack a word of the question altogether."""
BEGINNING = 12
"""Letters of a point that say what it is about."""
MOST_PASSAGES = 3
NEAR_BEST = 0.2
"""How far behind the best a further passage may be to be shown beside it."""
VEHICLES = frozenset({"辆", "台"})
LOOSE_COUNTERS = frozenset("个项条类种大级方块")


@dataclass(frozen=True, slots=True)
class Scored:
    """A figure or paragraph with how much of the question it holds."""

    score: float
    figure: Figure


def stated(query: Stated, book: Book) -> Result:
    """The figure whose clause says the question's words; several where clauses say them equally well.

    Raises:
        Declined: no clause holds enough of the words.
    """
    ranked = sorted(_clauses(query, book), key=lambda s: -s.score)
    if not ranked:
        raise Declined(Missing.WORDS, query.words)
    best = [s for s in ranked if s.score > ranked[0].score - MARGIN]
    chosen = list(
        {
            (s.figure.fact.quantity.base, s.figure.fact.quantity.unit): s.figure for s in reversed(best)
        }.values()
    )
    if len(chosen) > 1 and len({f.fact.quote for f in chosen}) > 1:
        chosen = [ranked[0].figure] if ranked[0].score - best[-1].score > MARGIN / 2 else chosen
    return Result(
        headline="、".join(f.fact.subject for f in chosen[:1]),
        values=tuple(Value(in_unit(f.fact.quantity, query.unit), f.fact.subject) for f in chosen[:3]),
        steps=tuple(step for f in chosen[:3] for step in conversion(f.fact.quantity, query.unit)),
        evidence=tuple(dict.fromkeys(of_figure(f) for f in chosen[:3])),
        focus=tuple(f.row for f in chosen[:1]),
    )


def _clauses(query: Stated, book: Book) -> Iterator[Scored]:
    for catalog in book.catalogs:
        for figure, clause, around in catalog.clauses:
            if figure.fact.measure is not Measure.AMOUNT or not _counts(query.counter, figure):
                continue
            if not catalog.overlap.holds_each(query.words, clause | around) or _moved_unasked(
                figure, query.said
            ):
                continue
            known = catalog.overlap.spoken(query.said)
            own = catalog.overlap.held((*query.words, *known), clause)
            whole = catalog.overlap.held(query.words, clause | around)
            if catalog.overlap.shared(clause, "。".join((query.said, *query.words))) < QUESTION_HOLDS:
                continue
            enough = LONE_CLAUSE_HOLDS if _alone(catalog, figure) else CLAUSE_HOLDS
            if own >= enough and whole >= SENTENCE_HOLDS:
                yield Scored(own + whole / 2, figure)


def _moved_unasked(figure: Figure, said: str) -> bool:
    """Whether the clause tells of a change (增加1辆) that the question does not ask for (有几辆)."""
    return bool(MOVE.search(figure.own)) and not MOVE.search(said)


def _alone(catalog: Catalog, figure: Figure) -> bool:
    """Whether the sentence states no other figure of the same kind."""
    same = [f for f, _, _ in catalog.clauses if f.fact.quote == figure.fact.quote]
    return sum(f.fact.quantity.is_money is figure.fact.quantity.is_money for f in same) == 1


def _counts(counter: str | None, figure: Figure) -> bool:
    """Whether a quantity answers the counter asked with: 几家 wants 家, 几个 or 几项 any general counter.

    Vehicles are counted by 辆 and by 台.
    """
    quantity = figure.fact.quantity
    if counter in VEHICLES and "车" in figure.own:
        return quantity.unit in VEHICLES
    if counter is None:
        return quantity.is_money or quantity.unit == "%"
    if quantity.is_money:
        return False
    return quantity.unit == counter or (counter in LOOSE_COUNTERS and quantity.unit in LOOSE_COUNTERS)


def enumerated(query: Enumeration, book: Book) -> Result:
    """The points of the list that says the question's words best; of the size asked for, where one is.

    Raises:
        Declined: no list holds enough of the words.
    """
    found = max(
        (s for catalog in book.catalogs for s in _lists(catalog, query)), key=lambda s: s[0], default=None
    )
    if found is None:
        return inline(query, book)
    _, document, points = found
    count = Quantity(Decimal(len(points)), "项")
    return Result(
        headline=document.sections[points[0].section].title,
        values=(Value(count, "项数"),) if query.counted else (),
        items=tuple(point.text for point in points),
        steps=(f"项数 = {show(count)}",) if query.counted else (),
        evidence=tuple(of_paragraph(document, point) for point in points),
        focus=(query.project,) if query.project else (),
    )


def _lists(catalog: Catalog, query: Enumeration) -> Iterator[tuple[float, Document, tuple[Paragraph, ...]]]:
    """The numbered lists that hold the question's words, by how well their beginnings say it.

    A passage that says it better (从…等方面展开) keeps them out, but for a list of the very things asked for.
    """
    document = catalog.document
    texts = {id(paragraph): text for paragraph, text in catalog.passages}
    tops = [p.section for p in catalog.projects if p.name == query.project]
    known = catalog.overlap.spoken(query.said)
    best = 0.0 if query.size else max((s for s, _ in _ranked(catalog, query.about, known, tops)), default=0.0)
    for points in catalog.points:
        if (tops and not _under(document, points[0].section, tops[0])) or query.size not in (
            None,
            len(points),
        ):
            continue
        said = frozenset[str]().union(*(texts[id(point)] for point in points))
        held = catalog.overlap.held(query.about, said)
        beginnings = [flatten(point.text[:BEGINNING]) for point in points]
        begins = frozenset(pairs("。".join((flatten("。".join(_lead(document, points))), *beginnings))))
        score = held + catalog.overlap.held(known, begins) / 2
        if held >= LIST_HOLDS and (score >= best or _each_is(query.about, beginnings)):
            yield score, document, points


def _each_is(about: Sequence[str], beginnings: Sequence[str]) -> bool:
    """Whether most points of a list begin with what is asked for: 1.数据管理子系统…, 2.数据治理子系统…."""
    return any(2 * sum(word in text for text in beginnings) > len(beginnings) for word in about)


def _lead(document: Document, points: Sequence[Paragraph]) -> Iterator[str]:
    """The headings above a list and the paragraph that leads to it."""
    yield from document.heading_path(points[0].section)
    at = next(n for n, paragraph in enumerate(document.paragraphs) if paragraph is points[0])
    if at and document.paragraphs[at - 1].section == points[0].section:
        yield document.paragraphs[at - 1].text


def quoted(query: Part | Define | Passage, book: Book) -> Result:
    """The paragraphs that answer, verbatim.

    Raises:
        Declined: no paragraph does.
    """
    match query:
        case Part(heading, project):
            found = [p for catalog in book.catalogs for p in _part(catalog, heading, project)]
        case Define(term):
            found = [(c.document, c.glossary[term]) for c in book.catalogs if term in c.glossary]
        case Passage():
            found = [p for catalog in book.catalogs for p in _passages(catalog, query)]
            found = found or list(_by_meaning(query, book))
    if not found and isinstance(query, Part) and query.heading in aim_words().groups:
        raise Declined(Missing.INDICATOR, (query.heading,))
    if not found:
        raise Declined(Missing.WORDS, query.about if isinstance(query, Passage) else ())
    return Result(
        headline="",
        items=_points(query, book) if isinstance(query, Part) else (),
        evidence=tuple(dict.fromkeys(of_paragraph(document, paragraph) for document, paragraph in found)),
        passages=tuple(dict.fromkeys(paragraph.text for _, paragraph in found)),
        focus=(query.project,) if isinstance(query, Part | Passage) and query.project else (),
    )


def _part(catalog: Catalog, heading: str, project: str | None) -> Iterator[tuple[Document, Paragraph]]:
    """The paragraphs under a heading, below a project where one is named."""
    document = catalog.document
    tops = {p.printed for p in catalog.projects if p.name == project}
    for number in catalog.headings.get(heading, ()):
        if project is not None and not any(
            top in title for title in document.heading_path(number) for top in tops
        ):
            continue
        yield from ((document, p) for p in document.paragraphs if _under(document, p.section, number))


def _points(part: Part, book: Book) -> tuple[str, ...]:
    """The points of the lists under a heading: the units of 机构设置."""
    under = {id(p) for catalog in book.catalogs for _, p in _part(catalog, part.heading, part.project)}
    lists = (points for catalog in book.catalogs for points in catalog.points)
    return tuple(point.text for points in lists for point in points if id(point) in under)


def _under(document: Document, section: int, top: int) -> bool:
    at: int | None = section
    while at is not None and at != top:
        at = document.sections[at].parent
    return at == top


def _passages(catalog: Catalog, query: Passage) -> Iterator[tuple[Document, Paragraph]]:
    """The paragraphs that hold the question's words, those first that also hold its other pairs of letters.

    They are looked for under the heading, then in the project, then everywhere.
    """
    known = catalog.overlap.spoken(query.said)
    projects = [p.section for p in catalog.projects if p.name == query.project]
    for tops in (catalog.headings.get(query.heading or "", ()), projects, ()):
        found = _ranked(catalog, query.about, known, tops)
        if found:
            near = (
                paragraph for score, paragraph in found[:MOST_PASSAGES] if score > found[0][0] - NEAR_BEST
            )
            yield from ((catalog.document, paragraph) for paragraph in near)
            return


def _ranked(
    catalog: Catalog, about: Sequence[str], known: Sequence[str], tops: Sequence[int]
) -> list[tuple[float, Paragraph]]:
    """The paragraphs below some sections (all for none) that hold the words, best first."""
    scored: list[tuple[float, Paragraph]] = []
    for paragraph, text in catalog.passages:
        if tops and not any(_under(catalog.document, paragraph.section, top) for top in tops):
            continue
        held = catalog.overlap.held(about, text)
        if held >= PASSAGE_HOLDS and catalog.overlap.holds_each(about, text):
            scored.append((held + catalog.overlap.held(known, text) / 2, paragraph))
    return sorted(scored, key=lambda s: -s[0])


def _by_meaning(query: Passage, book: Book) -> Iterator[tuple[Document, Paragraph]]:
    """The nearest passages by meaning that also hold half of the question's words.

    A very near one may lack a word altogether (覆盖 for 包括), any other must hold something of each.
    """
    if book.meaning is None:
        return
    catalogs = {catalog.key: catalog for catalog in book.catalogs}
    for hit in book.meaning.passages(query.said, tuple(catalogs)):
        catalog = catalogs[hit.document]
        for paragraph, text in catalog.passages:
            if paragraph.section != hit.passage.section or hit.passage.text not in paragraph.text:
                continue
            held = [catalog.overlap.held((word,), text) for word in query.about]
            near = (hit.similarity or 0) >= (VERY_NEAR if 0 in held else NEAR)
            if near and catalog.overlap.held(query.about, text) >= HALF:
                yield catalog.document, paragraph
