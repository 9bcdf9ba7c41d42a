"""A small store and a fake engine for the tests of the command line."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from corpus.document import (
    Cell,
    CellPlace,
    Column,
    ColumnRole,
    Document,
    Fact,
    Level,
    Measure,
    Paragraph,
    Row,
    RowRole,
    Section,
    Span,
    Stage,
    Table,
)
from corpus.errors import ReadError
from corpus.quantity import Quantity
from index import Store
from qa.answer import Answer, Evidence, Status, Value
from qa.errors import DocumentError

NAME = "示例中心2021年部门预算.txt"
QUOTE = "租赁费 1,200.50 1,200.50"

ANSWER = Answer(
    question="租赁费多少",
    status=Status.ANSWERED,
    text="**租赁费** 1,200.50 万元",
    values=(Value(Quantity(Decimal("1200.50"), "万元"), "租赁费"),),
    derivation=("1,000.50 + 200.00 = 1,200.50 万元",),
    evidence=(Evidence(NAME, ("支出预算表",), (8, 8), None, "支出预算表", "租赁费", "合计", QUOTE),),
    choices=("物业管理费多少",),
    query={"operation": "lookup"},
    links=("租赁费 → name 租赁费 (row)",),
    elapsed_ms=1.25,
)


def span(line: int) -> Span:
    return Span(NAME, lines=(line, line))


def table() -> Table:
    rows = (
        Row("30214", "租赁费", RowRole.ITEM, 2, span(8), QUOTE),
        Row(None, "其他|\n支出", RowRole.ITEM, 2, span(9), "其他支出 300"),
        Row(None, "合计", RowRole.TOTAL, None, span(10), "合计 1,500.50"),
    )
    columns = (
        Column(("编码",), ColumnRole.CODE),
        Column(("项目",), ColumnRole.NAME),
        Column(("本年支出", "合计"), ColumnRole.AMOUNT),
        Column(("本年支出", "项目支出"), ColumnRole.AMOUNT),
    )
    cells = (
        Cell(0, 2, "1,200.50", Decimal("1200.50"), True, span(8)),
        Cell(0, 3, "1,200.50", Decimal("1200.50"), False, span(8)),
        Cell(1, 2, "300", Decimal(300), True, span(9)),
        Cell(1, 3, "", None, True, span(9)),
        Cell(2, 2, "1,500.50", Decimal("1500.50"), True, span(10)),
        Cell(2, 3, "80%", Decimal(80), True, span(10)),
    )
    return Table("支出预算表", "万元", 1, columns, rows, cells, ("注：含税",), Span(NAME, lines=(6, 11)))


def document(name: str = NAME, digest: str = "d1") -> Document:
    fact = Fact(
        subject="租赁费",
        code="30214",
        measure=Measure.AMOUNT,
        year=2021,
        base_year=None,
        quantity=Quantity(Decimal("1200.50"), "万元"),
        blank=False,
        certain=True,
        section=1,
        cell=CellPlace(0, 0, 2),
        reason=None,
        quote=QUOTE,
        span=span(8),
    )
    return Document(
        name=name,
        title=f"{Path(name).stem}公开",
        body="示例中心",
        year=2021,
        stage=Stage.BUDGET,
        level=Level.DEPARTMENT,
        digest=digest,
        pages=None,
        sections=(Section("示例中心2021年部门预算", 1, None, span(1)), Section("支出预算表", 2, 0, span(5))),
        paragraphs=(Paragraph("本年收支平衡。", 0, span(2)),),
        tables=(table(),),
        facts=(fact,),
        citations=(),
    )


def read(path: Path) -> Document:
    """A reader in the place of the corpus: text becomes the sample document of that name."""
    if path.suffix != ".txt":
        raise ReadError(f"{path.name}: no reader for '{path.suffix}' files; give one of .txt")
    if not path.is_file():
        raise ReadError(f"{path.name}: there is no such file; check the path")
    return document(path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def json_values() -> st.SearchStrategy[object]:
    """Any JSON, with the field names of questions and answers among its keys."""
    fields = ("id", "question", "history", "document", "status", "text", "values", "value", "unit", "items")
    keys = st.sampled_from((*fields, "evidence", "quote", "elapsed_ms")) | st.text()
    leaves = (
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text()
    )
    return st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=20)


@dataclass
class FakeEngine:
    """Answers every question with one answer, and keeps what it was asked."""

    store: Store | None = None
    answer: Answer = ANSWER
    asked: list[tuple[str, tuple[str, ...], str | None]] = field(default_factory=list)

    def ask(self, question: str, history: Sequence[str] = (), document: str | None = None) -> Answer:
        self.asked.append((question, tuple(history), document))
        if document == "没有":
            raise DocumentError("no document is called '没有'; list them")
        return self.answer


def store(folder: Path, *documents: Document) -> Store:
    made = Store.open(folder)
    for one in documents:
        made.add(one)
    return made
