"""Documents, their tables and passages as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, Field

from corpus.document import Level, Stage, Table
from index import DocumentRecord, Hit
from qa.commands.library import record_json
from qa.commands.tables import CSV_COLUMNS, csv_rows


class DocumentModel(BaseModel):
    """A document of the store."""

    id: int = Field(description="The store's own key; another version of the document has another one")
    name: str = Field(description="The file name, by which answers name their sources")
    title: str
    body: str = Field(description="The body that published it")
    year: int | None
    kind: str = Field(description="部门 or 单位, and 预算 or 决算", examples=["部门预算"])
    stage: Stage
    level: Level
    pages: int | None
    tables: int
    facts: int = Field(description="Figures that can be asked for")
    uncertain: int = Field(description="Cells of tables that could not be proven")
    recognised: list[int] = Field(description="Pages that are images, their words recognised by a program")
    unread: list[int] = Field(description="Pages that are images and were not read")
    digest: str = Field(description="SHA-256 of the file")

    @classmethod
    def of(cls, record: DocumentRecord) -> DocumentModel:
        """The document, as `budget-qa documents --json` has it, and its id."""
        return cls.model_validate({"id": record.id, **record_json(record)})


class DocumentList(BaseModel):
    """The documents of the store, in the order in which they came."""

    documents: list[DocumentModel]


class TableHead(BaseModel):
    """A table of a document, without its cells."""

    number: int = Field(description="1-based, in the document's order")
    title: str
    unit: str
    rows: int
    columns: int


class DocumentDetail(DocumentModel):
    """A document with the list of its tables."""

    contents: list[TableHead] = Field(description="Its tables")

    @classmethod
    def with_tables(cls, record: DocumentRecord, tables: tuple[Table, ...]) -> DocumentDetail:
        """The document and its tables."""
        heads = [
            TableHead(number=n, title=t.title, unit=t.unit, rows=len(t.rows), columns=len(t.columns))
            for n, t in enumerate(tables, 1)
        ]
        return cls(**DocumentModel.of(record).model_dump(), contents=heads)


class CellModel(BaseModel):
    """A cell that holds a number, as a line of the CSV."""

    table: str
    row: str = Field(description="The row's code and name")
    column: str = Field(description="The column's headings, outermost first, joined with ` / `")
    value: str = Field(description="The digits as printed, without separators")
    unit: str
    page: int | None
    line: int | None
    certain: bool = Field(
        description="false: could not be proven to stand in its column, or to be read right; do not use it"
    )


class TableModel(BaseModel):
    """A table of a document; blank cells are left out."""

    document: str = Field(description="The document's file name: the source to name")
    title: str
    unit: str
    cells: list[CellModel]

    @classmethod
    def of(cls, document: str, table: Table) -> TableModel:
        """The table's cells, as the CSV has them."""
        cells = [
            CellModel.model_validate(dict(zip(CSV_COLUMNS, row, strict=True))) for row in csv_rows(table)
        ]
        return cls(document=document, title=table.title, unit=table.unit, cells=cells)


class PassageModel(BaseModel):
    """A passage that was found."""

    document: str = Field(description="The document's file name")
    document_id: int
    section: list[str] = Field(description="The headings above it, outermost first")
    lines: tuple[int, int] | None
    page: int | None
    table: int | None = Field(description="The 1-based number of the table that it names, if it is one")
    text: str = Field(description="Verbatim; of a table, its title and the names of its columns and rows")


class PassageList(BaseModel):
    """The passages nearest to a text, best first."""

    passages: list[PassageModel]

    @classmethod
    def of(cls, hits: Sequence[Hit], names: Mapping[int, str]) -> PassageList:
        """The hits whose document is (still) among `names`, which maps ids to file names."""
        return cls(passages=[_passage(hit, names[hit.document]) for hit in hits if hit.document in names])


def _passage(hit: Hit, name: str) -> PassageModel:
    passage = hit.passage
    return PassageModel(
        document=name,
        document_id=hit.document,
        section=list(passage.heading),
        lines=passage.span.lines,
        page=passage.span.page,
        table=None if passage.table is None else passage.table + 1,
        text=passage.text,
    )
