"""A file to a whole document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from corpus.citations import read_citations
from corpus.document import Document, Table
from corpus.facts import extract_facts
from corpus.grids import find_tables, grid_tables
from corpus.identity import identify
from corpus.outline import read_outline
from corpus.readers import Stream, read_stream
from corpus.readers.stream import FormLine, Grid, TextLine
from corpus.regions import Place, find_regions
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
    lines, places, tables = _tables(stream)
    outline = read_outline(lines, places)
    own = [line for line in lines if not isinstance(line, FormLine)]
    identity = identify(own, outline.sections, stream.file)
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
        tables=tables(outline.tables),
        facts=(),
        citations=read_citations(outline.sections, outline.paragraphs),
        recognised=stream.recognised,
        unread=stream.unread,
    )


def _tables(
    stream: Stream,
) -> tuple[Sequence[TextLine], Sequence[Place], Callable[[Sequence[int]], tuple[Table, ...]]]:
    """The lines, where tables stand among them, and the typed tables once their sections are known.

    A stream with grids has its tables in them; one without has them flattened into its lines.
    """
    if any(isinstance(block, Grid) for block in stream.blocks):
        found = find_tables(stream.blocks)
        typed = partial(grid_tables, found.tables, recognised=frozenset(stream.recognised))
        return found.lines, [table.place for table in found.tables], typed
    lines = [block for block in stream.blocks if isinstance(block, TextLine)]
    regions = find_regions(lines)
    return lines, [region.place for region in regions], partial(read_tables, lines, regions)
