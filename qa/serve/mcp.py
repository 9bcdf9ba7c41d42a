"""The same answers as tools of a language model, by the Model Context Protocol: at `/mcp`, and over stdio."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Annotated

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from index import EncoderError, StoreError
from qa.errors import DocumentError, TableError
from qa.serve.api.answers import AnswerModel
from qa.serve.api.documents import DocumentList, DocumentModel, PassageList, TableModel
from qa.serve.api.library import LARGEST_ID, MOST_FOUND, found
from qa.serve.metrics import Interface
from qa.serve.service import Service

INSTRUCTIONS = """\
Answers questions over published Chinese public budgets and final accounts (预算, 决算). No language model is
involved: every figure is read from a document or computed from such figures in the open.

Quote `values` with their units as they are, never rounded or converted by yourself, and name the source of each
from `evidence` (document, table, row, column, line or page) together with its `quote`, verbatim. Say a sum or a
share only if it is in `values`, with its line of `derivation`. `not_found` and `invalid` are answers: say that the
documents do not say it, and offer `choices`; never fill in a figure from memory or from a similar name. For
`ambiguous`, give every reading with its label, or ask which one is meant.\
"""

READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)

Named = Annotated[
    str | None,
    Field(
        description="This document only: its file name, title, or a unique part of one, of `list_documents`"
    ),
]


def create_server(service: Service) -> MCPServer[object]:
    """The tools over one service; none keeps anything between two calls."""
    server: MCPServer[object] = MCPServer(
        "budget-qa", title="预算问答 Budget questions", instructions=INSTRUCTIONS, log_level="WARNING"
    )
    for tool in (*_asking(service), *_reading(service)):
        server.add_tool(tool, annotations=READ_ONLY, structured_output=True)
    return server


def _asking(service: Service) -> Iterator[Callable[..., object]]:
    async def ask(
        question: Annotated[
            str, Field(description="One question, in Chinese or English, as a person asks it")
        ],
        history: Annotated[list[str] | None, Field(description="The earlier questions, oldest first")] = None,
        document: Named = None,
    ) -> AnswerModel:
        """Answer a question over the budgets: a figure, a sum, a share, a ranking, a list, a legal basis, a passage.

        Quote `values` and the quotes of `evidence` verbatim, with their sources. A status of `not_found` or
        `invalid` is an answer: the documents do not say it, and no other figure stands in for it.
        """
        with _told():
            given = service.asker(Interface.MCP)
            return AnswerModel.of(await service.run(given, question, history or [], document))

    async def search(
        text: Annotated[str, Field(min_length=1, max_length=500, description="What to look for")],
        limit: Annotated[int, Field(ge=1, le=MOST_FOUND, description="The most passages")] = 8,
        document: Named = None,
    ) -> PassageList:
        """Find the passages nearest to a text, to read what a document says in its own words.

        Quote passages verbatim with their document and line or page. For figures use `ask`: a figure picked
        from a passage may belong to another year, body or unit.
        """
        with _told():
            return await service.run(found, service, text, limit, document)

    yield ask
    yield search


def _reading(service: Service) -> Iterator[Callable[..., object]]:
    async def list_documents() -> DocumentList:
        """List the documents that can be asked: body, year, budget or final accounts, and their ids.

        What is not among them cannot be answered.
        """
        with _told():
            records = await service.run(service.records)
            return DocumentList(documents=[DocumentModel.of(record) for record in records])

    async def get_table(
        document_id: Annotated[int, Field(ge=1, le=LARGEST_ID, description="The id of `list_documents`")],
        number: Annotated[
            int, Field(ge=1, le=LARGEST_ID, description="1-based, up to the document's `tables`")
        ],
    ) -> TableModel:
        """Read one table: every cell that holds a number, with its row, column, unit and place.

        Quote cells verbatim with document, table, row and column; leave out cells that are not `certain`. Rows
        hold totals and parts of each other: do not add them up, `ask` for the sum.
        """
        with _told():
            return await service.run(_table, service, document_id, number)

    yield list_documents
    yield get_table


def _table(service: Service, key: int, number: int) -> TableModel:
    return TableModel.of(service.record(key).name, service.table(key, number))


@contextmanager
def _told() -> Iterator[None]:
    """Let the model read what it can put right; anything else is a defect, and logged."""
    try:
        yield
    except (DocumentError, TableError, StoreError, EncoderError) as error:
        raise ToolError(str(error)) from error
