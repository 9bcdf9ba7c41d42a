"""Questions that words answer: a definition, a cause, a heading's text, a passage; and figures that prose states."""

from __future__ import annotations

from qa.book import Book
from qa.draft import Draft
from qa.query import Define, Part, Passage, Query, Reason, Stated
from qa.shapes.figures import direction, total
from qa.shapes.legal import project_names
from qa.targets import joined_slots
from qa.text import flatten

Queries = tuple[Query, ...]


def reason(draft: Draft, book: Book) -> Queries | None:
    """Why a figure moved."""
    if not draft.has("why") or draft.open:
        return None
    found = joined_slots(draft, book, book.year)
    if found:
        return tuple(Reason(target, direction(draft)) for slot in found[:1] for target in slot.readings)
    whole = total(book, book.year)
    return (Reason(whole, direction(draft)),) if whole and not draft.things else None


def definition(draft: Draft, book: Book) -> Queries | None:
    """What a term of the glossary means."""
    if not draft.has("define"):
        return None
    said = [flatten(thing.said) for thing in draft.things] + [
        n for thing in draft.things for n in thing.names
    ]
    for term in (*draft.terms, *said):
        for catalog in book.catalogs:
            if term in catalog.glossary or f"{term}预算" in catalog.glossary:
                return (Define(term),)
    return None


def heading(draft: Draft, book: Book) -> Queries | None:
    """What stands under a heading: of the named project, else of the document."""
    if not draft.headings or draft.open:
        return None
    projects = project_names(draft, book)
    if projects:
        return tuple(Part(draft.headings[-1], name) for name in projects)
    return (Part(draft.headings[-1], None),) if not draft.things else None


def stated(draft: Draft, book: Book) -> Queries | None:
    """A figure that prose states in words of its own."""
    if not draft.has("count", "amount", "sum") and draft.unit is None:
        return None
    return (Stated(content(draft), draft.counter, draft.unit),)


def passage(draft: Draft, book: Book) -> Queries | None:
    """What the document says about the question's words; a question for an amount has no answer in a passage."""
    if not draft.wordy and (draft.has("amount") or draft.unit is not None):
        return None
    projects = project_names(draft, book)
    return (Passage(content(draft), projects[0] if len(projects) == 1 else None),)


def content(draft: Draft) -> tuple[str, ...]:
    """The words of the question that carry its content, in order: open words, names, headings, terms."""
    kinds = {"name", "word", "heading", "term", "absent", "cited", "code", "body"}
    found = [
        (m.start, m.values[0] if m.kind == "word" or m.rule == "lexicon" else m.text)
        for m in draft.mentions
        if m.kind in kinds
    ]
    covered = {word for _, word in found}
    found += [(draft.text.find(word), word) for word in draft.open if word not in covered]
    return tuple(word for _, word in sorted(found))
