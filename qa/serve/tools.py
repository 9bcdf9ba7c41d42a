"""What programs call, by MCP or by the page's public endpoints; nothing is kept between two calls."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from pydantic import BaseModel, Field

from index import EncoderError, StoreError
from qa.errors import DocumentError, TableError
from qa.serve.api.answers import AnswerModel
from qa.serve.api.documents import DocumentList, DocumentModel, PassageList, TableModel
from qa.serve.api.library import LARGEST_ID, MOST_FOUND, found
from qa.serve.metrics import Interface
from qa.serve.service import Service

Named = Annotated[
    str | None,
    Field(
        description="This document only: its file name, title, or a unique part of one, of `list_documents`"
    ),
]

Tool = Callable[..., Awaitable[BaseModel]]

TOLD = (DocumentError, TableError, StoreError, EncoderError)
"""What a caller can put right; anything else that a tool raises is a defect."""


class Tools:
    """The tools over one service, counted as questions of one interface. Each may raise the errors of `TOLD`."""

    def __init__(self, service: Service, interface: Interface) -> None:
        self._service = service
        self._ask = service.asker(interface)

    def all(self) -> tuple[Tool, ...]:
        """Every tool, by the name of its method."""
        return self.ask, self.search, self.list_documents, self.get_table

    async def ask(
        self,
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
        return AnswerModel.of(await self._service.run(self._ask, question, history or [], document))

    async def search(
        self,
        text: Annotated[str, Field(min_length=1, max_length=500, description="What to look for")],
        limit: Annotated[int, Field(ge=1, le=MOST_FOUND, description="The most passages")] = 8,
        document: Named = None,
    ) -> PassageList:
        """Find the passages nearest to a text, to read what a document says in its own words.

        Quote passages verbatim with their document and line or page. For figures use `ask`: a figure picked
        from a passage may belong to another year, body or unit.
        """
        return await self._service.run(found, self._service, text, limit, document)

    async def list_documents(self) -> DocumentList:
        """List the documents that can be asked: body, year, budget or final accounts, and their ids.

        What is not among them cannot be answered.
        """
        records = await self._service.run(self._service.records)
        return DocumentList(documents=[DocumentModel.of(record) for record in records])

    async def get_table(
        self,
        document_id: Annotated[int, Field(ge=1, le=LARGEST_ID, description="The id of `list_documents`")],
        number: Annotated[
            int, Field(ge=1, le=LARGEST_ID, description="1-based, up to the document's `tables`")
        ],
    ) -> TableModel:
        """Read one table: every cell that holds a number, with its row, column, unit and place.

        Quote cells verbatim with document, table, row and column; leave out cells that are not `certain`. Rows
        hold totals and parts of each other: do not add them up, `ask` for the sum.
        """
        return await self._service.run(_table, self._service, document_id, number)


def _table(service: Service, key: int, number: int) -> TableModel:
    return TableModel.of(service.record(key).name, service.table(key, number))
