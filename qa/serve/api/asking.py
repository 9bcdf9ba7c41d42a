"""`POST /api/ask` and `POST /api/batch`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from qa.serve.api.answers import AnswerModel, Question
from qa.serve.api.examples import BATCH
from qa.serve.api.service import Serving
from qa.serve.batch import answers
from qa.serve.metrics import Interface
from qa.serve.problems import responses

NDJSON = "application/x-ndjson"
ACCEPTED = {NDJSON, "application/jsonl", "application/json-lines", "application/octet-stream", "text/plain"}

router = APIRouter(prefix="/api", tags=["questions"])


@router.post("/ask", responses=responses(400, 408, 413, 422, 429, 503, 504))
async def ask(asked: Question, service: Serving) -> AnswerModel:
    """Answer a question. One that the documents do not answer is declined, with status 200."""
    given = service.asker(Interface.HTTP)
    return AnswerModel.of(await service.run(given, asked.question, asked.history, asked.document))


class Streamed(StreamingResponse):
    """A stream that is sent while the request's body still arrives.

    The library's own waits for the client to leave by reading, which would take the body away.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        """Send the stream."""
        await self.stream_response(send)


def ndjson_body(request: Request) -> AsyncIterator[bytes]:
    """The request's body as it comes.

    Raises:
        HTTPException: it is not declared as JSON lines.
    """
    kind = request.headers.get("content-type", NDJSON).partition(";")[0].strip().lower()
    if kind not in ACCEPTED:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send JSON lines as {NDJSON}, not {kind}")
    return request.stream()


@router.post(
    "/batch",
    response_class=Streamed,
    responses={
        200: {
            "description": "An answer object a line, each with the question's `id`, in the same order",
            "content": {NDJSON: {"schema": {"type": "string"}}},
        },
        **responses(408, 413, 415, 429, 503),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "description": "A question a line: `id`, `question`, and optionally `history` and `document`",
            "content": {NDJSON: {"schema": {"type": "string"}, "example": BATCH}},
        }
    },
)
async def batch(body: Annotated[AsyncIterator[bytes], Depends(ndjson_body)], service: Serving) -> Streamed:
    """Answer a question a line, as they arrive. A bad line is answered with status `invalid`."""
    return Streamed(answers(service, body), media_type=NDJSON)
