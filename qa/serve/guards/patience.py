"""How long a request may take, and how long a slow client is waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TypeVar

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.serve.problems import problem

T = TypeVar("T")


class ClientStalled(TimeoutError):
    """A client has sent or taken nothing for as long as it is waited for."""


class Patience:
    """Gives up on a request that is not being answered after some seconds, and on clients that stand still.

    Until the response begins, all of it has to happen in that time: the answer is 408 where the client has not
    sent its body by then, 504 where it has. From then on, each part that is read or written has that time
    anew: a stream may go on for as long as it moves.
    """

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry out the request, or say that it took too long."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        until = asyncio.timeout(self._seconds)
        watched = _Watched(receive, send, until, self._seconds, _whole=not _has_body(scope))
        try:
            async with until:
                await self._app(scope, watched.receive, watched.send)
        except ClientStalled:
            return  # The response has begun: nothing but its end can be said any more.
        except TimeoutError:
            if not until.expired():
                raise
            await watched.too_late()(scope, receive, send)


def _has_body(scope: Scope) -> bool:
    """Whether the client has announced a body: what has none is never read, and yet there as a whole."""
    headers = Headers(scope=scope)
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


@dataclass(slots=True)
class _Watched:
    """One request's way in and out, and the time until which its response must begin."""

    _receive: Receive
    _send: Send
    _until: asyncio.Timeout
    _seconds: float
    _whole: bool
    _begun: bool = field(default=False, init=False)

    async def receive(self) -> Message:
        """The next part of the request; after the last one, only that the client left, whenever it does."""
        if self._begun and not self._whole:
            message = await self._soon(self._receive())
        else:
            message = await self._receive()
        self._whole = self._whole or not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """Send a part of the response, which the client has to take."""
        if not self._begun:
            self._begun = True
            self._until.reschedule(None)
        await self._soon(self._send(message))

    async def _soon(self, moving: Awaitable[T]) -> T:
        try:
            return await asyncio.wait_for(moving, self._seconds)
        except TimeoutError as error:
            raise ClientStalled from error

    def too_late(self) -> Response:
        """Who was too slow, the server or the client."""
        seconds = f"{self._seconds:g} seconds"
        if self._whole:
            return problem(HTTPStatus.GATEWAY_TIMEOUT, f"no answer within {seconds}: ask for less at once")
        refused = f"the body was not sent within {seconds}: send it faster"
        return problem(HTTPStatus.REQUEST_TIMEOUT, refused, {"Connection": "close"})
