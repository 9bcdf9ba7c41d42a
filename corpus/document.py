"""The document model: what was read, where it stands, and nothing else.

Every reader and every later stage speaks in these frozen values. Sections, tables and facts refer to each
other by their position in the document's tuples, so that a document can be stored as rows and read back.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a source file: 1-based inclusive lines of a text, or a 1-based page and a box in points.

    In a workbook `page` is the position of the sheet among those that are shown, and `lines` are its rows; in formats
    without pages and lines (Word, HTML) `lines` counts paragraphs and rows of tables. See `corpus.readers.Places`.
    """

    file: str
    lines: tuple[int, int] | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class Stage(StrEnum):
    """Which account of the year a document is: the plan or the outcome."""

    BUDGET = "预算"
    FINAL = "决算"


class Level(StrEnum):
    """Whose figures: a department with all its units (部门), or one unit (单位)."""

    DEPARTMENT = "部门"
    UNIT = "单位"


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its place in the outline; `parent` is the position of the section above, or None."""

    title: str
    level: int
    parent: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text under one section, hard line breaks joined, without its heading and tables."""

    text: str
    section: int
    span: Span


class ColumnRole(StrEnum):
    """What the cells of a column hold.

    AMOUNT columns hold money, MEASURE columns ratios, counts or prices, whose unit is in their header and which are
    part of no sum; all others hold no figures.
    """

    CODE = "code"
    NAME = "name"
    AMOUNT = "amount"
    MEASURE = "measure"
    ORDINAL = "ordinal"
    TEXT = "text"

    @property
    def holds_figures(self) -> bool:
        """Whether columns of this role have cells."""
        return self in (ColumnRole.AMOUNT, ColumnRole.MEASURE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column named by its whole header path, outermost part first."""

    path: tuple[str, ...]
    role: ColumnRole


class RowRole(StrEnum):
    """How a row takes part in sums: TOTAL rows (合计, 总计) and OF_WHICH rows (其中) never add to a total."""

    ITEM = "item"
    TOTAL = "total"
    OF_WHICH = "of which"


@dataclass(frozen=True, slots=True)
class RowItem:
    """A row of a table that sets out several units or projects: whose it is, and what it is of.

    `name` and `code` are those of the account or project, without the unit's; a unit's own row has none (empty,
    None), and the unit is empty where the table names none. `kinds` are what else names the row: the type of a
    project, the class of a purchase.
    """

    unit: str
    code: str | None
    name: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row (or one half of a row in a two-sided table): code without spaces, name as printed.

    `parent` is the position of the row that this one adds up to within the table, by code or by ordinal;
    the total row is nobody's parent. `quote` is the source row verbatim, hard line breaks joined. `item` parts
    code and name where the table has a column of units or of projects.
    """

    code: str | None
    name: str
    role: RowRole
    parent: int | None
    span: Span
    quote: str
    item: RowItem | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of an amount or measure column: the text as printed, and its number in the unit of `corpus.units`.

    `number` is None where the cell is blank. `certain` is False where the cell's column could not be proven, or on a
    recognised page that the figure was read right.
    """

    row: int
    column: int
    text: str
    number: Decimal | None
    certain: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A table with every cell of its figures in every row, blank ones included; `unit` as its caption states it.

    A column or a row may count in another unit: see `corpus.units.cell_unit`. `number` is what is printed over its
    title to number it (公开06表), empty where nothing is.
    """

    title: str
    unit: str
    section: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    cells: tuple[Cell, ...]
    notes: tuple[str, ...]
    span: Span
    number: str = ""


class Measure(StrEnum):
    """What the figure of a fact measures about its subject."""

    AMOUNT = "amount"
    CHANGE = "change"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Which cell of which table, by position in the document and the table."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure that can be asked for, read from one cell or one clause.

    `subject` is what the figure is about, in the document's own words: the row's name, the project's name, the
    words before the number in prose. A CHANGE is signed (fell = negative, 持平 = 0) and a RATE is a signed
    percentage; both are against `base_year`. `blank` marks a cell that the table has but leaves empty: its
    quantity is zero. `reason` is the cause that the same clause gives for a change (主要原因是…).
    """

    subject: str
    code: str | None
    measure: Measure
    year: int | None
    base_year: int | None
    quantity: Quantity
    blank: bool
    certain: bool
    section: int
    cell: CellPlace | None
    reason: str | None
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A legal basis: the title as worded, and its document number in the parts that people type.

    `item` is the whole list item that cites it, as worded, and `ordinal` the item's 1-based position among the
    items of its section (two citations glued into one item share it). `number` is the number as printed
    (`国办发〔2018〕45号`), or None; `issuer` the number's prefix (`国办发`), `year` and `serial` its numbers.
    """

    title: str
    number: str | None
    issuer: str | None
    year: int | None
    serial: int | None
    item: str
    ordinal: int
    section: int
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One published document, read whole.

    `body` is the publishing body's name as its title gives it, `year` the budget year, `name` the file name that
    people refer to it by, `digest` the SHA-256 of the bytes it was read from. `recognised` are the 1-based pages whose
    words were recognised on an image, where only what sums prove is certain; `unread` are images that were not read.
    """

    name: str
    title: str
    body: str
    year: int | None
    stage: Stage
    level: Level
    digest: str
    pages: int | None
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    facts: tuple[Fact, ...]
    citations: tuple[Citation, ...]
    recognised: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()

    def is_recognised(self, span: Span) -> bool:
        """Whether what stands there was recognised on an image."""
        return span.page in self.recognised

    def heading_path(self, section: int) -> tuple[str, ...]:
        """The titles from the outermost heading down to this section."""
        titles: list[str] = []
        at: int | None = section
        while at is not None:
            titles.append(self.sections[at].title)
            at = self.sections[at].parent
        return tuple(reversed(titles))
