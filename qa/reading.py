"""A question to its draft: linked, open words explained by names that they are part of, and completed."""

from __future__ import annotations

from qa.book import Book
from qa.draft import Draft, draft
from qa.link import link, unlinked
from qa.mentions import Kind, Mention
from qa.numbers import numbers_in
from qa.partial import resolve, stretch
from qa.text import flatten


def read(question: str, book: Book) -> Draft:
    """What a question says, by the vocabulary of a book."""
    issuers = {citation.issuer for _, citation in book.citations if citation.issuer}
    text, numbers = numbers_in(question, issuers)
    text = flatten(text)
    given = [
        Mention(at, at + 1, text[at], Kind.NUMBER, (numbers[text[at]],), "document number")
        for at in range(len(text))
        if text[at] in numbers
    ]
    mentions = link(text, book.vocabulary, given)
    found = [m for m in _explained(text, mentions, book) if m]
    if found:
        mentions = link(text, book.vocabulary, [*given, *found])
    return draft(text, mentions, unlinked(text, mentions), book.year)


def _explained(text: str, mentions: tuple[Mention, ...], book: Book) -> list[Mention | None]:
    """The names that open words, and words that are no names by themselves, are part of."""
    loose = tuple(m for m in mentions if m.kind is not Kind.WORD)
    pieces = {stretch(text, loose, gap) for gap in unlinked(text, loose)}
    return [resolve(text, piece, book.catalogs) for piece in sorted(pieces, key=lambda piece: piece.start)]
