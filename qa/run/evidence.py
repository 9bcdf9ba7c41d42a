"""Places as evidence: a cell, a clause, a paragraph, a legal basis."""

from __future__ import annotations

from corpus.document import Citation, Document, Paragraph, Span
from qa.answer import Evidence
from qa.catalogs.figures import Figure


def of_figure(figure: Figure) -> Evidence:
    """The cell or clause that states a figure."""
    fact, document = figure.fact, figure.document
    table = figure.table
    row = table.rows[fact.cell.row] if table and fact.cell else None
    column = table.columns[fact.cell.column] if table and fact.cell else None
    return Evidence(
        document=document.name,
        section=document.heading_path(fact.section),
        lines=fact.span.lines,
        page=fact.span.page,
        table=table.title if table else None,
        row=" ".join(part for part in (row.code, row.name) if part) if row else None,
        column=" / ".join(column.path) if column else None,
        quote=fact.quote,
        cell=fact.cell,
        box=fact.span.box,
        recognised=document.is_recognised(fact.span),
        certain=fact.certain,
    )


def of_paragraph(document: Document, paragraph: Paragraph) -> Evidence:
    """A paragraph as a whole."""
    return _of_text(document, paragraph.section, paragraph.span, paragraph.text)


def of_citation(document: Document, citation: Citation) -> Evidence:
    """A legal basis as its list item words it."""
    return _of_text(document, citation.section, citation.span, citation.item)


def _of_text(document: Document, section: int, span: Span, quote: str) -> Evidence:
    return Evidence(
        document=document.name,
        section=document.heading_path(section),
        lines=span.lines,
        page=span.page,
        table=None,
        row=None,
        column=None,
        quote=quote,
        box=span.box,
        recognised=document.is_recognised(span),
    )
