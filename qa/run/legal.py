"""Legal bases: a project's list, the projects that cite a document, a document's other name."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from corpus import parse_number
from corpus.document import Citation, Document
from corpus.prose import project_name
from corpus.quantity import Quantity
from qa.answer import Value
from qa.book import Book
from qa.labels import canonical
from qa.query import Cited, CitedBy, Identify
from qa.refusal import Declined, Missing
from qa.resolve import show
from qa.result import Remark, Result
from qa.run.evidence import of_citation
from qa.text import flatten

Found = tuple[Document, Citation]
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
    found = same_document(book, query.number, query.title)
    best = sorted(found, key=lambda f: f[1].number is None)
    if query.numbered and best[0][1].number is None:
        raise Declined(Missing.CITATION, (f"{query.title}的文号",), (best[0][1].item,))
    return Result(
        headline=best[0][1].number or best[0][1].title,
        evidence=tuple(dict.fromkeys(of_citation(d, c) for d, c in best)),
        passages=tuple(dict.fromkeys(c.item for _, c in best))[:3],
        focus=tuple(dict.fromkeys(canonical(project_name(d, c.section) or "") for d, c in best)),
    )
