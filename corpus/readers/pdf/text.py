"""Glyphs of a line or a cell to text: which spaces are of the text, and which only of the setting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.readers.pdf.geometry import Glyph, lines_of

WIDE = 0.9
"""An empty stretch of so many heights of the type is a space between two things."""

WORD = 0.2
"""An empty stretch of so many heights parts two words of a script that has spaces."""


def line_text(line: Sequence[Glyph]) -> str:
    """The text of glyphs on one line: single spaces, and none beside a Chinese character unless it is wide."""
    text = ""
    before: Glyph | None = None
    for glyph in line:
        if not glyph.text.strip():
            continue
        if before is not None:
            text += _between(before, glyph)
        text += glyph.text
        before = glyph
    return text


def cell_text(glyphs: Iterable[Glyph]) -> str:
    """The text of a cell, its lines apart by line breaks."""
    lines = (line_text(line) for line in lines_of([glyph for glyph in glyphs if glyph.text.strip()]))
    return "\n".join(lines)


def _between(before: Glyph, glyph: Glyph) -> str:
    gap = glyph.box[0] - before.box[2]
    height = min(before.height, glyph.height)
    if gap > WIDE * height:
        return " "
    both = before.text[-1].isascii() and glyph.text[0].isascii()
    return " " if both and gap > WORD * height else ""
