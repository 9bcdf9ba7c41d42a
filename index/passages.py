"""A document cut into passages: what is searched by words and by meaning.

A passage never crosses a paragraph, so a list item stays itself. Figures are not passages (they are asked as
facts), but each table is findable by its title, columns, row names and notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from corpus.document import Document, Span, Table

LONGEST = 300
"""Characters in one passage: about the 200 tokens up to which the small encoders still tell topics apart."""

LONGEST_HEADING = 120
"""Characters of the heading path that go with the text; the innermost part is kept."""

# Where a text may be cut, the best place first: after a sentence, a clause, a comma.
STOPS = (re.compile(r"(?<=[。！？!?])"), re.compile(r"(?<=[；;])"), re.compile(r"(?<=[，,、])"))


class PassageKind(StrEnum):
    """What a passage was cut from."""

    PARAGRAPH = "paragraph"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document with the headings above it, outermost first.

    `section` and `table` are positions in the document; `table` is None for running text.
    """

    text: str
    heading: tuple[str, ...]
    section: int
    span: Span
    kind: PassageKind
    table: int | None

    @property
    def content(self) -> str:
        """What is searched: the headings, then the text."""
        heading = " ".join(self.heading)[-LONGEST_HEADING:]
        return f"{heading}\n{self.text}" if heading else self.text

    @property
    def hash(self) -> str:
        """The identity of the content: equal content has equal vectors."""
        return text_hash(self.content)


def text_hash(text: str) -> str:
    """SHA-256 of a text, for looking up what was computed from it."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def passages(document: Document) -> tuple[Passage, ...]:
    """Every paragraph in pieces of at most `LONGEST` characters, then a few passages for each table."""
    return (*_of_paragraphs(document), *_of_tables(document))


def _of_paragraphs(document: Document) -> Iterator[Passage]:
    for paragraph in document.paragraphs:
        heading = document.heading_path(paragraph.section)
        for piece in pieces(paragraph.text):
            yield Passage(piece, heading, paragraph.section, paragraph.span, PassageKind.PARAGRAPH, None)


def _of_tables(document: Document) -> Iterator[Passage]:
    for position, table in enumerate(document.tables):
        heading = document.heading_path(table.section)
        if heading[-1:] == (table.title,):
            heading = heading[:-1]
        notes = [piece for note in table.notes for piece in pieces(note)]
        for text in (*_table_texts(table), *notes):
            yield Passage(text, heading, table.section, table.span, PassageKind.TABLE, position)


def _table_texts(table: Table) -> Iterator[str]:
    names = dict.fromkeys(
        [" ".join(column.path) for column in table.columns if column.path]
        + [row.name for row in table.rows if row.name]
    )
    for listed in _packed([f"{name}、" for name in names]) or ("",):
        yield f"{table.title}\n{listed.rstrip('、')}".strip()


def pieces(text: str) -> tuple[str, ...]:
    """The text cut at the best stops into pieces of at most `LONGEST` characters that join up to it again."""
    return _cut(text, 0) if text.strip() else ()


def _cut(text: str, stop: int) -> tuple[str, ...]:
    if len(text) <= LONGEST:
        return (text,)
    if stop == len(STOPS):
        return tuple(text[at : at + LONGEST] for at in range(0, len(text), LONGEST))
    return tuple(
        piece
        for packed in _packed([part for part in STOPS[stop].split(text) if part])
        for piece in _cut(packed, stop + 1)
    )


def _packed(parts: Sequence[str]) -> tuple[str, ...]:
    """Neighbouring parts joined as long as they stay within `LONGEST`; a longer part stays alone."""
    packed: list[str] = []
    for part in parts:
        if packed and len(packed[-1]) + len(part) <= LONGEST:
            packed[-1] += part
        else:
            packed.append(part)
    return tuple(packed)
