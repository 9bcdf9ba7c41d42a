"""PDF: bytes to lines and grids, by where glyphs stand and rules are drawn."""

from __future__ import annotations

import hashlib

from corpus.readers.pdf.flow import flow
from corpus.readers.pdf.geometry import Source
from corpus.readers.pdf.pages import read_pages
from corpus.readers.stream import Stream

__all__ = ["read_pdf"]


def read_pdf(name: str, data: bytes) -> Stream:
    """The lines and grids of a PDF in reading order, each with its page and box.

    Raises:
        ReadError: the bytes are no PDF, broken, encrypted, without pages or text, or beyond the limits.
    """
    pages = read_pages(name, data)
    return Stream(
        name,
        hashlib.sha256(data).hexdigest(),
        len(pages),
        flow(name, pages),
        recognised=tuple(page.number for page in pages if page.source is Source.RECOGNISED),
        unread=tuple(page.number for page in pages if page.source is Source.IMAGE),
    )
