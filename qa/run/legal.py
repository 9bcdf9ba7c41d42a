"""Legal bases: a project's list, the projects that cite a document, a document's other name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from corpus import parse_number
from corpus.clauses import sentences
from corpus.document import Citation, Document, Paragraph
from corpus.document_numbers import find_numbers
from corpus.prose import project_name
from corpus.quantity import Quantity
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.readings import show
from qa.query import Cited, CitedBy, Identify
from qa.refusal import Declined, Missing
from qa.result import Remark, Result
from qa.run.evidence import of_citation, of_paragraph
from qa.terms.labels import canonical
from qa.text import flatten

Found = tuple[Document, Citation]
Said = tuple[Document, Paragraph, str]
TITLED = re.compile(r"《[^《》]{2,120}(?:《[^《》]{2,80}》[^《》]{0,40})?》(?:\s?[（(][^（()）]{4,40}[)）])?")
"""A title as a sentence cites it, with the document number behind it."""
GIVEN = re.compile("根据|依据|按照|依照")
"""How a sentence begins to cite what something rests on."""
INNER_TITLE = 6
"""A title names another one where it holds at least this many of its letters in a row."""


def bases(query: Cited, book: Book) -> Result:
    """The list items that a query's filters leave, whole and in the document's order; their number when counted.

    Raises:
        Declined: no item is left.
    """
    found = [(c.document, citation) for c, citation in book.citations if _fits(query, c.document, citation)]
    if query.common:
        found = _in_all(found, query.projects)
    if query.position is not None:
        found = _at(found, query.position)
    said = (
        _said(book, lambda sentence: bool(GIVEN.search(sentence)))
        if not (book.citations or query.projects)
        else []
    )
    if said:
        return _in_prose(said, query.topic)
    if not found:
        raise Declined(
            Missing.CITATION, (*query.projects, *query.topic, *((str(query.year),) if query.year else ()))
        )
    items = _items(found)
    remarks, values = [], []
    if query.counted:
        values = [_count(len(items), "项")]
        documents = len({flatten(c.title) for _, c in found})
        if documents != len(items):
            values.append(Value(Quantity(Decimal(documents), "份"), "不重复的文件"))
            remarks.append(Remark.REPEATED if documents < len(items) else Remark.ITEMS_HOLD_SEVERAL)
    return _listed("、".join(query.projects) or "立项依据", items, values, found, tuple(remarks))


def _said(book: Book, is_wanted: Callable[[str], bool]) -> list[Said]:
    """The sentences of the text outside the lists of legal bases that cite a document in the way that is wanted."""
    return [
        (catalog.document, paragraph, sentence)
        for catalog in book.catalogs
        for paragraph in catalog.document.paragraphs
        for sentence in sentences(paragraph.text)
        if TITLED.search(sentence) and is_wanted(sentence)
    ]


def _cites(sentence: str, query: Identify) -> bool:
    """Whether a sentence cites the document of a number or of a title."""
    if query.number is not None:
        wanted = parse_number(query.number)
        return any(found.number == wanted for found in find_numbers(sentence))
    return flatten(query.title or "") in flatten(sentence)


def _in_prose(said: Sequence[Said], topic: Sequence[str]) -> Result:
    """What sentences cite, those that speak of the topic, or all where none does."""
    about = [one for one in said if any(flatten(word) in flatten(one[2]) for word in topic)]
    kept = about or said
    return Result(
        headline="",
        items=tuple(dict.fromkeys(title for _, _, sentence in kept for title in TITLED.findall(sentence))),
        evidence=tuple(dict.fromkeys(of_paragraph(document, paragraph) for document, paragraph, _ in kept)),
        passages=tuple(dict.fromkeys(sentence.strip() for _, _, sentence in kept)),
    )


def _fits(query: Cited, document: Document, citation: Citation) -> bool:
    item = flatten(citation.item)
    own = project_name(document, citation.section)
    named = own is None and any(project in item for project in query.projects)
    if query.projects and not named and canonical(own or "") not in query.projects:
        return False
    if query.year and citation.year != query.year:
        return False
    return not query.topic or any(flatten(word) in item for word in query.topic)


def _at(found: Sequence[Found], position: int) -> list[Found]:
    """The citations of the item at a place of its list."""
    last = {citation.section: citation.ordinal for _, citation in found}
    return [
        (d, c)
        for d, c in found
        if c.ordinal == (position if position > 0 else last[c.section] + 1 + position)
    ]


def _in_all(found: Sequence[Found], projects: Sequence[str]) -> list[Found]:
    """The citations of the first project whose document every other project cites too, by number or by title."""
    by_project: dict[str, list[Citation]] = {name: [] for name in projects}
    for document, citation in found:
        by_project[canonical(project_name(document, citation.section) or "")].append(citation)
    others = [set(map(_identity, by_project[name])) for name in projects[1:]]
    own = {
        id(citation) for citation in by_project[projects[0]] if all(_identity(citation) in o for o in others)
    }
    return [(d, c) for d, c in found if id(c) in own]


def _identity(citation: Citation) -> object:
    """What makes two citations one document: its number, else its title."""
    return (citation.number and parse_number(citation.number)) or flatten(citation.title)


def _items(found: Sequence[Found]) -> list[str]:
    """The list items of some citations: one for each place in a list, however many citations it holds."""
    return list({(id(d), c.section, c.ordinal): c.item for d, c in found}.values())


def _count(number: int, unit: str) -> Value:
    return Value(Quantity(Decimal(number), unit), "条数" if unit == "项" else "个数")


def _listed(
    headline: str,
    items: Sequence[str],
    values: Sequence[Value],
    found: Sequence[Found],
    remarks: tuple[Remark, ...],
) -> Result:
    return Result(
        headline=headline,
        values=tuple(values),
        items=tuple(items),
        steps=tuple(f"{value.label} = {show(value.quantity)}" for value in values),
        evidence=tuple(dict.fromkeys(of_citation(d, c) for d, c in found)),
        remarks=remarks,
        focus=tuple(dict.fromkeys(canonical(project_name(d, c.section) or "") for d, c in found)),
    )


def same_document(book: Book, number: str | None, title: str | None) -> list[Found]:
    """The citations of one document, by its number however typed, else by its title or the one inside it.

    Raises:
        Declined: no legal basis has that number or title.
    """
    all_found = [(catalog.document, citation) for catalog, citation in book.citations]
    if number is not None:
        wanted = parse_number(number)
        found = [(d, c) for d, c in all_found if c.number and parse_number(c.number) == wanted]
    else:
        name = title or ""
        found = [(d, c) for d, c in all_found if flatten(c.title) == name]
        found += [(d, c) for d, c in all_found if (d, c) not in found and _names(name, flatten(c.title))]
    if not found:
        raise Declined(Missing.CITATION, (number or title or "",))
    return found


def _names(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= INNER_TITLE and short in long


def citing_projects(query: CitedBy, book: Book) -> Result:
    """The projects whose legal bases hold a document."""
    found = same_document(book, query.number, query.title)
    if query.number is None:
        numbers = {parse_number(c.number) for _, c in found if c.number}
        found += [
            (k.document, c)
            for k, c in book.citations
            if c.number and parse_number(c.number) in numbers and (k.document, c) not in found
        ]
    projects = list(dict.fromkeys(project_name(d, c.section) or "" for d, c in found))
    values = [_count(len(projects), "个")] if query.counted else []
    return _listed(query.number or query.title or "", projects, values, found, ())


def identified(query: Identify, book: Book) -> Result:
    """A document as the legal bases word it, with its title and number."""
    try:
        found = same_document(book, query.number, query.title)
    except Declined:
        said = _said(book, lambda sentence: _cites(sentence, query)) if not query.numbered else []
        if not said:
            raise
        return _in_prose(said, ())
    best = sorted(found, key=lambda f: f[1].number is None)
    if query.numbered and best[0][1].number is None:
        raise Declined(Missing.CITATION, (f"{query.title}的文号",), (best[0][1].item,))
    return Result(
        headline=best[0][1].number or best[0][1].title,
        evidence=tuple(dict.fromkeys(of_citation(d, c) for d, c in best)),
        passages=tuple(dict.fromkeys(c.item for _, c in best))[:3],
        focus=tuple(dict.fromkeys(canonical(project_name(d, c.section) or "") for d, c in best)),
    )
