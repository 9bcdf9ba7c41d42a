"""Documents made for the tests: every field of the model is used, with values that are hard to keep."""

from dataclasses import replace
from decimal import Decimal

from corpus.document import (
    Cell,
    CellPlace,
    Citation,
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
from corpus.quantity import Quantity

NAME = "某市示例中心2021年部门预算.txt"


def lines(first: int, last: int) -> Span:
    return Span(NAME, (first, last))


SECTIONS = (
    Section("主要职能", 1, None, lines(1, 1)),
    Section("项目经费情况说明", 1, None, lines(20, 20)),
    Section("三、立项依据", 2, 1, lines(24, 24)),
)

PARAGRAPHS = (
    Paragraph("负责公共数据的归集和应用，承担政务云平台的建设与运维。", 0, lines(2, 3)),
    Paragraph("1.开展人员培训，提高业务能力。", 0, lines(4, 4)),
    Paragraph("2.管理办公用房的租赁与修缮。", 0, lines(5, 5)),
    Paragraph(
        "项目依据《示例管理办法》（国办发〔2018〕45号）设立。",
        2,
        Span("附件.pdf", None, 7, (1.5, 0.1, 300.25, 12.0)),
    ),
)

ROWS = (
    Row("201", "一般公共服务支出", RowRole.ITEM, None, lines(40, 41), "201 一般公共服务支出 1,234.50"),
    Row("20103", "政府办公厅事务", RowRole.OF_WHICH, 0, lines(42, 42), "201 03 政府办公厅事务 1,234.50"),
    Row(None, "合计", RowRole.TOTAL, None, lines(43, 43), "合计 1,234.50"),
)

TABLE = Table(
    title="部门支出预算总表",
    unit="万元",
    section=1,
    columns=(
        Column(("项目", "功能分类科目编码"), ColumnRole.CODE),
        Column(("项目", "功能分类科目名称"), ColumnRole.NAME),
        Column(("支出预算", "合计"), ColumnRole.AMOUNT),
        Column(("支出预算", "项目支出"), ColumnRole.AMOUNT),
    ),
    rows=ROWS,
    cells=(
        Cell(0, 2, "1,234.50", Decimal("1234.50"), True, lines(40, 41)),
        Cell(0, 3, "", None, True, lines(40, 41)),
        Cell(1, 2, "1,234.50", Decimal("1234.50"), False, lines(42, 42)),
        Cell(2, 3, "0E+3", Decimal("0E+3"), True, lines(43, 43)),
    ),
    notes=("注：单位为万元。", "“—”表示无"),
    span=lines(36, 43),
    number="公开03表",
)

EMPTY_TABLE = Table("空表", "", 0, (), (), (), (), Span(NAME))

FACTS = (
    Fact(
        subject="一般公共服务支出",
        code="201",
        measure=Measure.AMOUNT,
        year=2021,
        base_year=None,
        quantity=Quantity(Decimal("1234.50"), "万元"),
        blank=False,
        certain=True,
        section=1,
        cell=CellPlace(0, 0, 2),
        reason=None,
        quote="201 一般公共服务支出 1,234.50",
        span=lines(40, 41),
    ),
    Fact(
        subject="财政拨款支出预算",
        code=None,
        measure=Measure.RATE,
        year=None,
        base_year=2020,
        quantity=Quantity(Decimal("-0.10"), "%"),
        blank=True,
        certain=False,
        section=0,
        cell=None,
        reason="主要原因是项目减少",
        quote="减少0.10%，主要原因是项目减少",
        span=lines(9, 10),
    ),
)

CITATIONS = (
    Citation(
        "示例管理办法",
        "国办发〔2018〕45号",
        "国办发",
        2018,
        45,
        "1.《示例管理办法》（国办发〔2018〕45号）",
        1,
        2,
        lines(25, 25),
    ),
    Citation("示例工作方案", None, None, None, None, "2.《示例工作方案》", 2, 2, lines(26, 26)),
)

DOCUMENT = Document(
    name=NAME,
    title="某市示例中心2021年部门预算",
    body="某市示例中心",
    year=2021,
    stage=Stage.BUDGET,
    level=Level.DEPARTMENT,
    digest="a" * 64,
    pages=None,
    sections=SECTIONS,
    paragraphs=PARAGRAPHS,
    tables=(TABLE, EMPTY_TABLE),
    facts=FACTS,
    citations=CITATIONS,
    recognised=(3,),
    unread=(4, 5),
)

EMPTY = Document("空.txt", "", "", None, Stage.FINAL, Level.UNIT, "", 0, (), (), (), (), ())


def of_texts(name: str, *texts: str) -> Document:
    """A document of one section whose paragraphs are these texts."""
    places = [Span(name, (at, at)) for at in range(1, len(texts) + 2)]
    return replace(
        EMPTY,
        name=name,
        title=name,
        digest=repr(texts),
        sections=(Section("", 1, None, places[0]),),
        paragraphs=tuple(Paragraph(text, 0, place) for text, place in zip(texts, places[1:], strict=True)),
    )
