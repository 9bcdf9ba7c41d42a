"""Which document a question is about by what only one of them names or says: a unit, a project, a table.

Standard accounts tell nothing, every document has them; a name of a document's own that no other in scope has does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from corpus.document_numbers import find_numbers, parse_number
from index import DocumentRecord
from qa.catalogs.catalog import Catalog
from qa.lexicon import lexicon
from qa.linking.gaps import open_words
from qa.linking.link import Vocabulary, link
from qa.linking.mentions import Kind, Surface
from qa.scoping.scope import accounts
from qa.text import flatten

OWN_KINDS = frozenset({Kind.NAME, Kind.CITED})
OWN_RULES = frozenset({"name", "unit", "title"})
SHORTEST = 4
"""Letters from which on a name is a document's own: two or three are words of many things."""
LONGEST = 60
MOST_ACCOUNTS = 32
"""Accounts that are looked into."""


def naming(
    records: Sequence[DocumentRecord],
    said: Sequence[str],
    catalog: Callable[[int], Catalog],
    nearest: Callable[[str], Sequence[int]],
) -> Sequence[DocumentRecord]:
    """The files of the account that alone names what a conversation asks for; all where none or several do.

    Of many accounts those are looked into that are `nearest` to the last question by words, as documents' ids.
    """
    own = accounts(records)
    if len(own) > MOST_ACCOUNTS:
        by_words = set(nearest(said[-1])[:MOST_ACCOUNTS])
        own = tuple(files for files in own if any(record.id in by_words for record in files))
    at = only_one_names([[catalog(record.id) for record in files] for files in own], said)
    return records if at is None else own[at]


def of_unit(
    unit: str, records: Sequence[DocumentRecord], catalog: Callable[[int], Catalog]
) -> tuple[DocumentRecord, ...]:
    """The documents that name a unit whose own none is: with a row in a table, else in their prose."""
    name = flatten(unit)
    catalogs = {record: catalog(record.id) for record in records}
    in_tables = tuple(record for record, of in catalogs.items() if name in of.table_names)
    return in_tables or tuple(record for record, of in catalogs.items() if of.overlap.knows(name))


def only_one_names(accounts: Sequence[Sequence[Catalog]], said: Sequence[str]) -> int | None:
    """The account, by its position, that alone has names which the latest question naming any uses; else None."""
    known = _standard()
    for text in map(flatten, reversed(said)):
        parts = {part for part in _parts(text) if part not in known}
        held = [
            frozenset().union(*(_own(c, parts, known) | _cited(c, text) for c in own)) for own in accounts
        ]
        telling = [
            at
            for at, names in enumerate(held)
            if names.difference(*(h for i, h in enumerate(held) if i != at))
        ]
        telling = telling or _saying(accounts, text)
        if telling:
            return telling[0] if len(telling) == 1 else None
    return None


def _saying(accounts: Sequence[Sequence[Catalog]], text: str) -> list[int]:
    """The accounts that alone say some word of a question which is no word of budgets (文物平安工程)."""
    for form in sorted({form for own in accounts for c in own for form in c.bodies}, key=len, reverse=True):
        text = text.replace(form, " ")
    general = _general()
    gaps = open_words(text, link(text, general), general)
    words = [text[start:end].strip() for start, end in gaps if end - start >= SHORTEST]
    saying = [[at for at, own in enumerate(accounts) if any(_says(c, word) for c in own)] for word in words]
    return sorted({at for held in saying if len(held) == 1 for at in held})


def _says(catalog: Catalog, word: str) -> bool:
    """Whether a document says a word, also behind the place that its body is named after: 江海市 of 江海市档案馆."""
    body = flatten(catalog.document.body)
    starts = (n for n in range(len(word) - SHORTEST + 1) if body.startswith(word[:n]))
    return any(word[n:] in catalog.prose for n in starts)


def _parts(text: str) -> set[str]:
    return {
        text[start:end]
        for start in range(len(text))
        for end in range(start + SHORTEST, min(len(text), start + LONGEST) + 1)
    }


def _own(catalog: Catalog, parts: set[str], standard: frozenset[str]) -> frozenset[str]:
    """The parts of a question that are names of the document's own, by more than the lexicon, or its indicators."""
    found = {
        part
        for part in parts
        if any(
            _is_own(surface, catalog) and standard.isdisjoint(surface.values)
            for surface in catalog.surfaces.get(part, ())
        )
    }
    return frozenset(found | (parts & catalog.indicators.keys()))


def _is_own(surface: Surface, catalog: Catalog) -> bool:
    """Whether a phrase is the document's own by its rule; of headings the titles of tables are."""
    if surface.kind is Kind.HEADING:
        return not catalog.titles.isdisjoint(surface.values)
    return surface.kind in OWN_KINDS and surface.rule in OWN_RULES


def _cited(catalog: Catalog, text: str) -> frozenset[str]:
    """The document numbers of a question that the document cites."""
    citations = catalog.document.citations
    cited = {parse_number(citation.number) for citation in citations if citation.number}
    found = find_numbers(text, {citation.issuer for citation in citations if citation.issuer})
    return frozenset(str(one.number) for one in found if one.number in cited)


@cache
def _general() -> Vocabulary:
    """The words that questions of any budget use."""
    return Vocabulary(())


@cache
def _standard() -> frozenset[str]:
    words = lexicon()
    return frozenset(
        (
            *words.canonical,
            *words.canonical.values(),
            *words.names,
            *words.accounts.values(),
            *words.fillers,
            *words.cues,
        )
    )
