"""Errors over HTTP: one form for all of them, `application/problem+json` (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from corpus import ReadError
from index import EncoderError, StoreBusy, StoreError, UnknownDocument
from qa.errors import DocumentError, PlaceError, TableError
from qa.serve.uploads import Busy, NameRefused, TypeRefused

MEDIA_TYPE = "application/problem+json"


class Fault(BaseModel):
    """What is wrong with one part of a request."""

    where: str = Field(
        description="The part of the request, outermost name first", examples=["body.question"]
    )
    what: str = Field(examples=["Field required"])


class Problem(BaseModel):
    """Why a request was not carried out."""

    type: str = Field(default="about:blank", description="The status says it all")
    title: str = Field(description="The status in words", examples=["Not Found"])
    status: int = Field(examples=[404])
    detail: str = Field(description="What is wrong, and what to do")
    errors: list[Fault] = Field(default=[], description="What is wrong with each part of the request")

    def response(self, headers: Mapping[str, str] | None = None) -> Response:
        """The problem as a response."""
        left_out = None if self.errors else {"errors"}
        content = self.model_dump(exclude=left_out)
        return JSONResponse(content, self.status, headers, media_type=MEDIA_TYPE)


def problem(
    status: int, detail: str, headers: Mapping[str, str] | None = None, errors: list[Fault] | None = None
) -> Response:
    """A response that says what went wrong."""
    title = HTTPStatus(status).phrase
    return Problem(title=title, status=status, detail=detail, errors=errors or []).response(headers)


def problem_of(error: Exception) -> Problem:
    """The problem that an error of `STATUSES` is told as."""
    status = next(STATUSES[kind] for kind in type(error).__mro__ if kind in STATUSES)
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=str(error))


def responses(*statuses: int) -> dict[int | str, dict[str, object]]:
    """The problems that a route may answer with, for the OpenAPI document."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in statuses
    }


def install(app: FastAPI) -> None:
    """Let every error of an application be answered as a problem."""
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    for kind in STATUSES:
        app.add_exception_handler(kind, _expected)
    app.add_exception_handler(Exception, _unexpected)


STATUSES: dict[type[Exception], int] = {
    UnknownDocument: HTTPStatus.NOT_FOUND,
    TableError: HTTPStatus.NOT_FOUND,
    PlaceError: HTTPStatus.NOT_FOUND,
    Busy: HTTPStatus.CONFLICT,
    DocumentError: HTTPStatus.UNPROCESSABLE_ENTITY,
    NameRefused: HTTPStatus.UNPROCESSABLE_ENTITY,
    ReadError: HTTPStatus.UNPROCESSABLE_ENTITY,
    TypeRefused: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    StoreBusy: HTTPStatus.SERVICE_UNAVAILABLE,
    StoreError: HTTPStatus.SERVICE_UNAVAILABLE,
    EncoderError: HTTPStatus.SERVICE_UNAVAILABLE,
}
"""The errors that a service may raise, each with its status; the nearest class counts."""


def _expected(_: Request, error: Exception) -> Response:
    return problem_of(error).response()


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return problem(error.status_code, error.detail, error.headers)


def _malformed(_: Request, error: Exception) -> Response:
    """Without the values that were sent: a lone surrogate among them could not be sent back."""
    assert isinstance(error, RequestValidationError)
    faults = [
        Fault(where=".".join(map(str, fault["loc"])), what=str(fault["msg"])) for fault in error.errors()
    ]
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "the request does not fit: see `errors`", None, faults)


def _unexpected(_request: Request, _error: Exception) -> Response:
    return problem(HTTPStatus.INTERNAL_SERVER_ERROR, "the server made a mistake, which it has logged")
