"""Pages to the common stream: lines and grids from top to bottom, without what is printed on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.document import Span
from corpus.readers.pdf.aligned import aligned_grids
from corpus.readers.pdf.geometry import Box, Glyph, Page, around, lines_of
from corpus.readers.pdf.margins import without_margins
from corpus.readers.pdf.ruled import Lattice, lattices
from corpus.readers.pdf.text import cell_text, line_text
from corpus.readers.stream import Block, Grid, GridCell, TextLine

APART = 1.45
"""Lines so many times as far from each other as the page's lines are have a blank line between them."""

PAGE_END = 2
"""The blank lines that stand for the end of a page."""
