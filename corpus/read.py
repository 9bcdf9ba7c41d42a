"""A file to a whole document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from corpus.citations import read_citations
from corpus.document import Document
from corpus.facts import extract_facts
from corpus.identity import identify
from corpus.outline import read_outline
from corpus.readers import Stream, read_stream
from corpus.readers.stream import TextLine
from corpus.regions import find_regions
from corpus.tables import read_tables


def read_document(path: Path) -> Document:
    """Everything that a document says: outline, text, tables, facts and legal bases, each with its place.

    Raises:
        ReadError: the file can not be read as a document; one line saying what to do.
    """
    document = parse(read_stream(path))
    return replace(document, facts=extract_facts(document))


def parse(stream: Stream) -> Document:
    """The document of a stream of lines, without its facts."""
    lines = [block for block in stream.blocks if isinstance(block, TextLine)]
    regions = find_regions(lines)
    outline = read_outline(lines, regions)
    identity = identify(lines, outline.sections)
    return Document(
        name=stream.file,
        title=identity.title,
        body=identity.body,
        year=identity.year,
        stage=identity.stage,
        level=identity.level,
        digest=stream.digest,
        pages=stream.pages,
        sections=outline.sections,
        paragraphs=outline.paragraphs,
        tables=read_tables(lines, regions, outline.tables),
        facts=(),
        citations=read_citations(outline.sections, outline.paragraphs),
    )
