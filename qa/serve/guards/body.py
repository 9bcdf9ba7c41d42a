"""How large a request's body may be, with or without a declared length."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.serve.guards.paths import path_of
from qa.serve.problems import problem


class BodyLimit:
    """Answers 413 to a body of more than `most` bytes, or of the smaller number that its path has.

    Starlette's own limit does the same, but its answers are plain text.
    """

    def __init__(self, app: ASGIApp, most: int, by_path: Mapping[str, int]) -> None:
        self._app = app
        self._most = most
        self._by_path = by_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through as long as its body is small enough."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = min(self._most, self._by_path.get(path_of(scope), self._most))
        detail = f"the body is larger than {most} bytes: send less at once"
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared) > most:
            await problem(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)(scope, receive, send)
            return
        taken = 0

        async def counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail)
            return message

        await self._app(scope, counted, send)
