"""Answers in the document's own words: a definition, a heading's text, the points of a list, a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from corpus.aims import Indicator, aim_words
from corpus.document import Document, Paragraph
from corpus.quantity import Quantity
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.catalogs.readings import show
from qa.linking.meaning import NEAR
from qa.overlap import HALF, pairs
from qa.query import Aiming, Define, Enumeration, Part, Passage
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.evidence import of_paragraph
from qa.run.listed import LEADS, are_inside, counted, members_in, shared
from qa.terms.labels import canonical
from qa.text import flatten

PASSAGE_HOLDS = 0.6
LIST_HOLDS = 0.6
VERY_NEAR = 0.9
"""The cosine from which a passage may lack a word of the question altogether."""
BEGINNING = 12
"""Letters of a point that say what it is about."""
AIMED_AT = re.compile(
    r"(?P<sign>[≥≤＞＜>=<＝]{0,2})\s?(?P<number>\d[\d,]{0,18}(?:\.\d{1,6})?)\s?(?P<unit>%|[^\W\d]{1,5})(?:（权重[^）]{1,10}）)?"
)
"""What a line of an indicator says behind its name, where that is one figure and its unit."""
MOST_PASSAGES = 3
ROOMS = re.compile("内设|[科处股]室")
"""The bodies inside a body, which a list of its units does not count."""
NEAR_BEST = 0.2
"""How far behind the best a further passage may be to be shown beside it."""


def enumerated(query: Enumeration, book: Book) -> Result:
    """The points of the list that says the question's words best; of the size asked for, where one is.

    Raises:
        Declined: no list holds enough of the words.
    """
    found = max(
        (s for catalog in book.catalogs for s in _lists(catalog, query)), key=lambda s: s[0], default=None
    )
    if found is None:
        return counted(query, book)
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
        if ROOMS.search(query.said) and not are_inside([point.text for point in points]):
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
    """The headings above a list and what leads to it: two paragraphs, as one may be a header (序号 单位名称)."""
    yield from document.heading_path(points[0].section)
    at = next(n for n, paragraph in enumerate(document.paragraphs) if paragraph is points[0])
    before = document.paragraphs[max(0, at - 2) : at]
    yield from (paragraph.text for paragraph in before if paragraph.section == points[0].section)


def quoted(query: Part | Define | Passage, book: Book) -> Result:
    """The paragraphs that answer, verbatim.

    Raises:
        Declined: no paragraph does.
    """
    match query:
        case Part(heading=heading, project=project):
            found = [p for catalog in book.catalogs for p in _part(catalog, heading, project)]
        case Define(term):
            found = [(c.document, c.glossary[term]) for c in book.catalogs if term in c.glossary]
        case Passage():
            found = [p for catalog in book.catalogs for p in _passages(catalog, query)]
            found = found or list(_by_meaning(query, book))
            found = [*found[:1], *(p for first in found[:1] for p in _led_by(first, book)), *found[1:]]
    if not found and isinstance(query, Part) and query.heading in aim_words().groups:
        raise Declined(Missing.INDICATOR, (query.heading,))
    if not found:
        raise Declined(Missing.WORDS, query.about if isinstance(query, Passage) else ())
    return Result(
        headline="",
        items=_points(query, book) if isinstance(query, Part) else _listed(found[0], query, book),
        evidence=tuple(dict.fromkeys(of_paragraph(document, paragraph) for document, paragraph in found)),
        passages=tuple(dict.fromkeys(paragraph.text for _, paragraph in found)),
        focus=(query.project,) if isinstance(query, Part | Passage) and query.project else (),
    )


def aiming(query: Aiming, book: Book) -> Result:
    """The projects that state an indicator, and their lines of it; of one that is named its lines alone.

    Raises:
        Declined: the named project does not state it.
    """
    found = [
        (catalog.document, one)
        for catalog in book.catalogs
        for stated in (catalog.indicators, catalog.beside_labels)
        for one in stated.get(query.indicator, ())
        if query.project in (None, canonical(one.of))
    ]
    if not found:
        raise Declined(Missing.INDICATOR, (query.indicator,))
    projects = tuple(dict.fromkeys(one.of for _, one in found))
    aimed = {value for _, one in found if (value := _aimed_at(one))}
    return Result(
        headline=query.indicator,
        values=tuple(aimed) if len(aimed) == 1 else (),
        items=() if query.project else projects,
        evidence=tuple(dict.fromkeys(of_paragraph(document, one.line) for document, one in found)),
        passages=tuple(one.line.text for _, one in found),
        focus=tuple(canonical(project) for project in projects),
    )


def _aimed_at(one: Indicator) -> Value | None:
    """The figure that an indicator aims at (≥12次（权重10）); None where its line says more than one, or words."""
    found = AIMED_AT.fullmatch(one.line.text.rpartition("：")[2])
    if found is None:
        return None
    label = f"{one.name}（{found['sign']}）" if found["sign"] else one.name
    return Value(Quantity(Decimal(found["number"].replace(",", "")), found["unit"]), label)


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
        yield from (
            (document, Paragraph(note, table.section, table.span))
            for table in document.tables
            if flatten(table.title) == heading
            for note in table.notes
        )


def _points(part: Part, book: Book) -> tuple[str, ...]:
    """The points of the lists under a heading (the units of 机构设置), else of the sentence there that lists some."""
    found = [placed for catalog in book.catalogs for placed in _part(catalog, part.heading, part.project)]
    under = {id(paragraph) for _, paragraph in found}
    lists = [points for catalog in book.catalogs for points in catalog.points if id(points[0]) in under]
    first = {id(points[0]) for points in lists}
    starts = [at for at, (_, paragraph) in enumerate(found) if id(paragraph) in first]
    leads = [p.text for at in starts for _, p in found[max(0, at - LEADS) : at]]
    points = tuple(point.text for points in lists for point in points if id(point) in under)
    members = members_in([paragraph.text for _, paragraph in found], part.said)
    return members.items if members and (not points or members.said > shared(leads, part.said)) else points


def _listed(place: tuple[Document, Paragraph], query: Define | Passage, book: Book) -> tuple[str, ...]:
    """What a paragraph lists: the points that it leads to, else the members that a sentence of it names."""
    points = tuple(point.text for _, point in _led_by(place, book))
    members = members_in([place[1].text], query.said) if isinstance(query, Passage) else None
    return points or (members.items if members and members.said else ())


def _led_by(place: tuple[Document, Paragraph], book: Book) -> list[tuple[Document, Paragraph]]:
    """The points of the list that a paragraph leads to (…的单位包括：)."""
    document, lead = place
    if not lead.text.rstrip().endswith(("：", ":")):
        return []
    lists = (points for c in book.catalogs if c.document is document for points in c.points)
    before = {id(after): paragraph for paragraph, after in pairwise(document.paragraphs)}
    return [(document, p) for points in lists if before.get(id(points[0])) is lead for p in points]


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
