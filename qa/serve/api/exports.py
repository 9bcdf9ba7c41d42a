"""`GET /api/answers.md`, and a document's tables as CSV and workbooks."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from qa.commands.tables import CSV_COLUMNS, csv_rows
from qa.serve.api import examples
from qa.serve.api.attachments import file_response
from qa.serve.api.library import Id, Number
from qa.serve.api.service import Serving
from qa.serve.exports import answer_markdown, harmless_rows, table_workbook
from qa.serve.metrics import Interface
from qa.serve.problems import responses
from qa.serve.service import Service
from qa.telling.compose import language_of
from qa.telling.wording import Language

MARKDOWN = "text/markdown"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_EARLIER = 50
LONGEST_TITLE = 40

router = APIRouter(prefix="/api", tags=["exports"])


@router.get(
    "/documents/{document}/tables/{number}.csv",
    response_class=Response,
    responses={
        200: {
            "description": "A line a cell",
            "content": {"text/csv": {"schema": {"type": "string"}, "example": examples.CSV}},
        },
        **responses(404, 422, 429, 503, 504),
    },
)
async def table(document: Id, number: Number, service: Serving) -> Response:
    """A table's numeric cells, in the columns of `budget-qa tables --format csv`.

    A text that a spreadsheet program could take for a formula begins with an apostrophe.
    """
    return await service.run(_csv, service, document, number)


def _csv(service: Service, key: int, number: int) -> Response:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(CSV_COLUMNS)
    lines.writerows(harmless_rows(csv_rows(service.table(key, number)), CSV_COLUMNS.index("value")))
    content = out.getvalue().encode("utf-8", "backslashreplace")
    name = f"{Path(service.record(key).name).stem}-{number}.csv"
    return file_response(content, name, "text/csv; header=present")


@router.get(
    "/documents/{document}/tables/{number}.xlsx",
    response_class=Response,
    responses={
        200: {"description": "The table as it stands in the document", "content": {WORKBOOK: {}}},
        **responses(404, 422, 429, 503, 504),
    },
)
async def workbook(document: Id, number: Number, service: Serving) -> Response:
    """A table as a workbook: merged headings, numbers as numbers, its unit and source under its title."""
    return await service.run(_workbook, service, document, number)


def _workbook(service: Service, key: int, number: int) -> Response:
    name = service.record(key).name
    content = table_workbook(service.table(key, number), name)
    return file_response(content, f"{Path(name).stem}-{number}.xlsx", WORKBOOK)


@router.get(
    "/answers.md",
    response_class=Response,
    responses={
        200: {
            "description": "The answer with its sources",
            "content": {MARKDOWN: {"schema": {"type": "string"}, "example": examples.MARKDOWN}},
        },
        **responses(422, 429, 503, 504),
    },
)
async def answer(
    request: Request,
    service: Serving,
    question: Annotated[str, Query(description="As for `POST /api/ask`", examples=["租赁费是多少？"])],
    history: Annotated[
        list[str] | None, Query(max_length=MOST_EARLIER, description="Earlier questions, oldest first")
    ] = None,
    document: Annotated[str | None, Query(description="Ask this document only")] = None,
    language: Annotated[
        Language | None, Query(description="Of the words around the answer; by default the question's")
    ] = None,
) -> Response:
    """The answer to a question as a Markdown file: how it was read, figures, derivation, every source."""
    home = str(request.base_url)
    given = tuple(history or ())
    return await service.run(_answer, service, question, given, document, language, home)


def _answer(
    service: Service,
    question: str,
    history: tuple[str, ...],
    document: str | None,
    language: Language | None,
    home: str,
) -> Response:
    given = service.ask(question, history, document, interface=Interface.HTTP)
    text = answer_markdown(given, history, language or language_of(question), home)
    return file_response(
        text.encode("utf-8", "replace"), f"{question[:LONGEST_TITLE].strip() or 'answer'}.md", MARKDOWN
    )
