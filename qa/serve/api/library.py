"""`GET /api/documents`, their files, and `GET /api/search`."""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi import Path as InPath
from starlette.exceptions import HTTPException
from starlette.responses import Response

from qa.serve.api.attachments import file_response
from qa.serve.api.documents import DocumentDetail, DocumentList, DocumentModel, PassageList
from qa.serve.api.service import Serving
from qa.serve.problems import responses
from qa.serve.service import Service

MOST_FOUND = 50
SHOWN = {".pdf": "application/pdf", ".txt": "text/plain; charset=utf-8"}
"""What a browser may show in place; everything else is only handed out, since it might run there."""
LARGEST_ID = 2**63 - 1

Id = Annotated[int, InPath(ge=1, le=LARGEST_ID, description="The document's id, of the list of documents")]
Number = Annotated[int, InPath(ge=1, le=LARGEST_ID, description="The table's number, 1-based")]

router = APIRouter(prefix="/api", tags=["documents"])


@router.get("/documents", responses=responses(429, 503, 504))
async def documents(service: Serving) -> DocumentList:
    """What the store holds."""
    records = await service.run(service.records)
    return DocumentList(documents=[DocumentModel.of(record) for record in records])


@router.get("/documents/{document}", responses=responses(404, 422, 429, 503, 504))
async def document(document: Id, service: Serving) -> DocumentDetail:
    """A document with the list of its tables."""
    return await service.run(_detail, service, document)


def _detail(service: Service, key: int) -> DocumentDetail:
    return DocumentDetail.with_tables(service.record(key), service.document(key).tables)


@router.get(
    "/documents/{document}/file",
    response_class=Response,
    responses={
        200: {
            "description": "The file",
            "content": {kind: {} for kind in ("application/octet-stream", "application/pdf", "text/plain")},
        },
        **responses(404, 422, 429, 503, 504),
    },
)
async def file(document: Id, service: Serving) -> Response:
    """The document as it was published."""
    return await service.run(_file, service, document)


def _file(service: Service, key: int) -> Response:
    record, content = service.record(key), service.content(key)
    if content is None:
        raise HTTPException(HTTPStatus.NOT_FOUND, f"the file of {record.name} is not kept: ingest it again")
    kind = SHOWN.get(Path(record.name).suffix.lower())
    if kind is None:
        return file_response(content, record.name, "application/octet-stream")
    return file_response(content, record.name, kind, "inline")


@router.get("/search", responses=responses(422, 429, 503, 504))
async def search(
    service: Serving,
    q: Annotated[
        str, Query(min_length=1, max_length=500, description="What to look for", examples=["数据共享"])
    ],
    limit: Annotated[int, Query(ge=1, le=MOST_FOUND, description="The most passages")] = 8,
    document: Annotated[
        str | None, Query(description="This document only: its file name, title, or a unique part of one")
    ] = None,
) -> PassageList:
    """The passages nearest to a text, by words and by meaning."""
    return await service.run(found, service, q, limit, document)


def found(service: Service, text: str, limit: int, document: str | None) -> PassageList:
    """The passages nearest to a text, with their documents' names."""
    hits = service.search(text, limit, document)
    return PassageList.of(hits, {record.id: record.name for record in service.records()})
