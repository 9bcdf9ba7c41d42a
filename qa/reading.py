"""A question to its draft: linked, open words explained by names that they are part of."""

from __future__ import annotations

from collections.abc import Sequence

from qa.book import Book
from qa.draft import Draft, draft
from qa.link import link, unlinked
from qa.mentions import Kind, Mention
from qa.numbers import numbers_in
from qa.partial import resolve, stretch
from qa.pinyin import LATIN_RUN, spelled
from qa.text import flatten


def read(question: str, book: Book) -> Draft:
    """What a question says, by the vocabulary of a book."""
    issuers = {citation.issuer for _, citation in book.citations if citation.issuer}
    text, numbers = numbers_in(question, issuers)
    text = _in_chinese(flatten(text), book)
    given = [
        Mention(at, at + 1, letter, Kind.NUMBER, (numbers[letter],), "document number")
        for at, letter in enumerate(text)
        if letter in numbers
    ]
    mentions = link(text, book.vocabulary, given)
    found = _explained(text, mentions, book)
    if found:
        mentions = link(text, book.vocabulary, [*given, *found])
    return draft(text, mentions, unlinked(text, mentions), book.year)


def _in_chinese(text: str, book: Book) -> str:
    """The text with its runs of pinyin spelled out; English words stay."""
    for start, end in reversed(unlinked(text, link(text, book.vocabulary))):
        run = text[start:end]
        if LATIN_RUN.fullmatch(run) and (chinese := spelled(run, book.sounds)):
            text = text[:start] + chinese + text[end:]
    return flatten(text)


def _explained(text: str, mentions: Sequence[Mention], book: Book) -> list[Mention]:
    """The names that open words, and words that are no names by themselves, are part of."""
    loose = tuple(m for m in mentions if m.kind is not Kind.WORD)
    pieces = sorted({stretch(text, loose, gap) for gap in unlinked(text, loose)}, key=lambda piece: piece.start)
    return [mention for piece in pieces if (mention := resolve(text, piece, book.catalogs))]
