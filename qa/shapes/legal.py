"""Questions about legal bases: a project's list, the projects that cite a document, a document's number or title."""

from __future__ import annotations

from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.linking.mentions import Kind
from qa.query import Cited, CitedBy, Identify, Query
from qa.refusal import Declined, Missing

BASIS = "依据"
"""What the headings of legal bases end in."""
LAST = -1
"""The position that 最后一条 asks for: the first from the end."""


def cited_document(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """A document is named by number or title: who cites it, or what its other name is."""
    named = [(number, None) for number in draft.numbers] + [(None, title) for title in draft.cited]
    unknown = draft.open and not project_names(draft, book)
    if not named and unknown and draft.has("cited_by", "doc_number", "doc_title"):
        raise Declined(Missing.CITATION, draft.open)
    if not named:
        return None
    who_cites = draft.has("cited_by") or (draft.has("projects") and not draft.has("doc_number", "doc_title"))
    if who_cites or draft.has("cite"):
        return tuple(CitedBy(number, title, counted(draft)) for number, title in named)
    return tuple(
        Identify(number, title, title is not None and draft.has("doc_number")) for number, title in named
    )


def legal_bases(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """立项依据 of the named projects, or of all, by year, issuer, topic or position."""
    asked = draft.has("cite") or any(heading.endswith(BASIS) for heading in draft.headings)
    if not asked and not (draft.has("doc_number", "doc_title", "issuer") and project_names(draft, book)):
        return None
    projects = project_names(draft, book)
    if not projects and draft.open and draft.has("projects"):  # a project that the documents do not describe
        raise Declined(Missing.CITATION, draft.open)
    common = len(projects) > 1 and draft.has("common")
    return (Cited(projects, common, _year(draft, book), draft.open, position(draft), counted(draft)),)


def _year(draft: Draft, book: Book) -> int | None:
    """The year of the bases asked for; the documents' own, before the words for them, is whose account is meant."""
    year = (*draft.years, draft.base)[0]
    said = (m.start for m in draft.mentions if m.kind is Kind.YEAR and m.values == (str(year),))
    asked = (m.start for m in draft.mentions if m.kind is Kind.HEADING or "cite" in m.values)
    is_account = year == book.year and next(said, -1) < min(asked, default=-1)
    return None if is_account else year


def project_names(draft: Draft, book: Book) -> tuple[str, ...]:
    """The described projects that the question names, in its order."""
    return tuple(
        dict.fromkeys(name for thing in draft.things for name in thing.names if name in book.projects)
    )


def counted(draft: Draft) -> bool:
    """Whether the question asks how many."""
    return draft.has("count", "amount") and not draft.has("list")


def position(draft: Draft) -> int | None:
    """第三条 → 3, 倒数第二条 → -2, 最后一条 → LAST."""
    ordinals = [numeral.value for numeral in draft.numerals if numeral.use == "ordinal"]
    if ordinals:
        return -ordinals[0] if "倒数" in draft.text else ordinals[0]
    return LAST if "最后" in draft.text or "last" in draft.text else None
