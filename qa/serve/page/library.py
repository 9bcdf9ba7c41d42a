"""The store's documents, a document's outline, and its audit, for a reader."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.audit import Finding
from corpus.document import CellPlace, Document, Span
from index import DocumentRecord
from qa.commands.library import record_json
from qa.commands.places import place
from qa.serve.addresses import Place
from qa.serve.page.markup import render
from qa.telling.wording import Language


def library(records: Sequence[DocumentRecord], formats: Sequence[str], language: Language) -> str:
    """The documents as a table, each with what could not be proven, and its file to open.

    Under it a form to take in a file of one of the formats, where there are any.
    """
    listed = [(record.id, record_json(record)) for record in records]
    return render("library.html", language, records=listed, formats=formats)


def title(record: DocumentRecord) -> str:
    """What a document is called on the page."""
    return record.title or record.name


def outline(document: Document, language: Language) -> str:
    """A document's headings, each leading to its first paragraph, or the first cell of its table."""
    firsts: dict[int, Place] = {}
    for paragraph in document.paragraphs:
        firsts.setdefault(paragraph.section, _place(document, paragraph.span, paragraph.text))
    for number, table in enumerate(document.tables):
        for cell in table.cells[:1]:
            firsts.setdefault(table.section, Place(document.name, CellPlace(number, cell.row, cell.column)))
    headings = [
        (section.title, section.level, firsts.get(number)) for number, section in enumerate(document.sections)
    ]
    return render("outline.html", language, title=document.title, headings=headings)


def findings(document: Document, found: Sequence[Finding], language: Language) -> str:
    """What an audit found, each finding with the places of its figures."""
    shown = [
        (
            finding,
            [
                (_place(document, span, "").query, where)
                for span in finding.places
                if (where := place(span.page, span.lines, language, span.file))
            ],
        )
        for finding in found
    ]
    return render("findings.html", language, title=document.title, findings=shown)


def _place(document: Document, span: Span, quote: str) -> Place:
    return Place(document.name, None, span.lines, span.page, quote)
