"""The common stream: what every reader gives, whatever the format of the file.

A file without geometry (plain text) is lines only, its tables flattened into them; a file with geometry gives
each table as a grid between the lines before and after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from corpus.document import Span
from corpus.errors import ReadError


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of running text as it stands, its indentation kept; an empty text is a blank line.

    `box` is where it stands on its page turned upright, None where the format has no pages; the span's box is where
    the page shows it.
    """

    text: str
    span: Span
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class RowLine(TextLine):
    """A row of a table that holds no amounts, as a line: whole, whatever stands above and below it."""


@dataclass(frozen=True, slots=True)
class FormLine(RowLine):
    """What a form says beside one of its labels, or one of its indicators, in words of this program's making."""


@dataclass(frozen=True, slots=True)
class FormTitle(FormLine):
    """The name of a form, made from what it says that it is of: it opens a section."""


@dataclass(frozen=True, slots=True)
class FormGroup(FormLine):
    """The group that the next indicators of a form are in (数量指标): it opens a section below the form's."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid by its 0-based place; `text` is `""` where it is empty, and a merged cell stands once.

    `certain` is False where what it says is in doubt: a formula whose stored value is missing or is not what it gives.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    span: Span
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its geometry, in reading order between the lines around it.

    `edges` are the places of its column edges from left to right as the page is read, so that the part of a table
    on its next page is laid over it; empty where the format has columns by number.
    """

    cells: tuple[GridCell, ...]
    span: Span
    edges: tuple[float, ...] = ()


Block = TextLine | Grid


@dataclass(frozen=True, slots=True)
class Stream:
    """A whole file in reading order; `digest` is the SHA-256 of its bytes, `pages` None where it has none.

    `recognised` and `unread` are as in `corpus.document.Document`.
    """

    file: str
    digest: str
    pages: int | None
    blocks: tuple[Block, ...]
    recognised: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()


def whole_stream(file: str, data: bytes, pages: int | None, blocks: tuple[Block, ...]) -> Stream:
    """The stream of a file's bytes and of what was read from them.

    Raises:
        ReadError: there is nothing but blank lines.
    """
    if not any(not isinstance(block, TextLine) or block.text.strip() for block in blocks):
        raise ReadError(f"{file}: the file shows no text; give one with text")
    return Stream(file, sha256(data).hexdigest(), pages, blocks)
