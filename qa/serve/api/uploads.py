"""`POST /api/documents` and `DELETE /api/documents/{id}`, for whoever has the admin token."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel, Field
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from corpus import ReadError
from index import StoreError
from qa.commands.lines import encoded
from qa.serve.api.asking import NDJSON
from qa.serve.api.documents import DocumentModel
from qa.serve.api.examples import UPLOAD
from qa.serve.api.library import Id
from qa.serve.api.service import Serving
from qa.serve.problems import Problem, problem_of, responses
from qa.serve.service import Service
from qa.serve.uploads import Admission, Busy, Step, admission, checked_name, checked_type
from qa.serve.uploads.ingestion import Stage

CHANGING = responses(401, 403, 404, 422, 429, 503, 504)
MULTIPART = "multipart/form-data"
BINARY = {"type": "string", "format": "binary"}

bearer = HTTPBearer(auto_error=False, description="The token of `BUDGET_QA_ADMIN_TOKEN`")
router = APIRouter(prefix="/api", tags=["administration"])


class StepModel(BaseModel):
    """A line of the stream. The last one is `done` with the document, or `failed` with the problem."""

    stage: str = Field(description="reading, storing, embedding, done or failed", examples=["reading"])
    done: int = Field(default=0, description="Of `total`: seconds of reading, passages that are embedded")
    total: int | None = None
    tables: int | None = Field(default=None, description="Tables that were read")
    facts: int | None = Field(default=None, description="Figures that were read")
    warning: str = ""
    document: DocumentModel | None = Field(default=None, description="The document as it now is in the store")
    problem: Problem | None = None

    @classmethod
    def of(cls, step: Step) -> StepModel:
        """A step that was taken."""
        read = step.document
        return cls(
            stage=step.stage,
            done=step.done,
            total=step.total,
            tables=len(read.tables) if read else None,
            facts=len(read.facts) if read else None,
            warning=step.warning,
            document=DocumentModel.of(step.record) if step.record and step.stage is Stage.DONE else None,
        )

    @property
    def line(self) -> bytes:
        """The step as a line of JSON, without what it does not have."""
        return encoded(self.model_dump(mode="json", exclude_defaults=True))


def admin(service: Serving, given: Annotated[HTTPAuthorizationCredentials | None, Security(bearer)]) -> None:
    """Let through who has the token.

    Raises:
        HTTPException: 403 where the settings have none, 401 where it is another one.
    """
    match admission(service.settings, given.credentials if given else ""):
        case Admission.OFF:
            raise HTTPException(
                HTTPStatus.FORBIDDEN, "documents are not changed here: BUDGET_QA_ADMIN_TOKEN is not set"
            )
        case Admission.REFUSED:
            headers = {"WWW-Authenticate": "Bearer"}
            raise HTTPException(HTTPStatus.UNAUTHORIZED, "send the admin token as a bearer token", headers)


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was sent, whole."""

    name: str
    content: bytes


async def sent(
    request: Request,
    name: Annotated[str, Query(description="The file's name, where the body is the file itself")] = "",
) -> Sent:
    """The file of a request, as the field `file` of a form or as the whole body.

    Raises:
        HTTPException: the form has no file.
        NameRefused: its name is none, or leads somewhere.
        TypeRefused: it is not of a format that is read.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == MULTIPART:
        async with request.form(max_files=1, max_fields=1) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise HTTPException(
                    HTTPStatus.UNPROCESSABLE_ENTITY, "send the file in the form's field `file`"
                )
            given = Sent(checked_name(file.filename or ""), await file.read())
    else:
        given = Sent(checked_name(name), await request.body())
    checked_type(given.name, given.content)
    return given


class Ingestion(StreamingResponse):
    """The steps of taking in a file while they are taken; a client that leaves ends them."""

    def __init__(self, service: Service, file: Sent) -> None:
        self._service = service
        self._lines = self._told(file)
        super().__init__(self._lines, HTTPStatus.CREATED, media_type=NDJSON)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the steps, or that another file is being taken in."""
        try:
            with self._service.uploads.turn():
                async with aclosing(self._lines):
                    await super().__call__(scope, receive, send)
        except Busy as error:
            await problem_of(error).response({"Retry-After": "5"})(scope, receive, send)

    async def _told(self, file: Sent) -> AsyncGenerator[bytes]:
        try:
            async with aclosing(self._service.uploads.steps(file.name, file.content)) as steps:
                async for step in steps:
                    yield StepModel.of(step).line
        except (ReadError, StoreError) as error:
            yield StepModel(stage="failed", problem=problem_of(error)).line


@router.post(
    "/documents",
    dependencies=[Depends(admin)],
    response_class=StreamingResponse,
    status_code=HTTPStatus.CREATED,
    responses={
        201: {
            "description": "A step a line, as it is taken; the last is `done` or `failed`",
            "content": {NDJSON: {"schema": {"type": "string"}, "example": UPLOAD}},
        },
        **CHANGING,
        **responses(400, 408, 409, 413, 415),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                MULTIPART: {
                    "schema": {"type": "object", "required": ["file"], "properties": {"file": BINARY}}
                },
                "application/octet-stream": {"schema": BINARY},
            },
        }
    },
)
async def upload(file: Annotated[Sent, Depends(sent)], service: Serving) -> Ingestion:
    """Take a document in, in place of one of the same name. The store is unchanged where it fails."""
    return Ingestion(service, file)


@router.delete(
    "/documents/{document}",
    dependencies=[Depends(admin)],
    status_code=HTTPStatus.NO_CONTENT,
    responses=CHANGING,
)
async def remove(document: Id, service: Serving) -> Response:
    """Take a document out of the store."""
    await service.run(_removed, service, document)
    return Response(status_code=HTTPStatus.NO_CONTENT)


def _removed(service: Service, key: int) -> None:
    service.engine.store.remove(service.record(key).name)
