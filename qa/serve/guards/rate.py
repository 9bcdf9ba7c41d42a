"""How often one client may ask."""

from __future__ import annotations

from http import HTTPStatus
from ipaddress import IPv6Address, IPv6Network, ip_address

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.types import ASGIApp, Receive, Scope, Send

from qa.serve.guards.paths import path_of
from qa.serve.problems import problem

LIMITED = ("/api/", "/mcp", "/gradio_api/")
"""Where work is asked for; what a page is made of, and what a monitor reads, is free."""

RETRY_AFTER = 5
"""Seconds after which a client may try again: the window slides, so that some of its requests are free by then."""

NOT_AN_ADDRESS = "local"


class RateLimit:
    """Answers 429 to a client that has sent `rate` requests within the last minute.

    A batch is one request: its questions are answered one after the other.
    """

    def __init__(self, app: ASGIApp, rate: int) -> None:
        self._app = app
        self._rate = RateLimitItemPerMinute(rate)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through as long as its client is within the rate."""
        limited = scope["type"] == "http" and path_of(scope).startswith(LIMITED)
        if limited and not await self._limiter.hit(self._rate, client_of(scope)):
            refused = problem(
                HTTPStatus.TOO_MANY_REQUESTS,
                f"more than {self._rate.amount} requests in a minute: slow down, or send a batch",
                {"Retry-After": str(RETRY_AFTER)},
            )
            await refused(scope, receive, send)
            return
        await self._app(scope, receive, send)


def client_of(scope: Scope) -> str:
    """Who sent a request: its IPv4 address, or the /64 network that one holder of an IPv6 address has."""
    client = scope.get("client")
    try:
        address = ip_address(client[0] if client else "")
    except ValueError:
        return NOT_AN_ADDRESS
    if isinstance(address, IPv6Address):
        return str(IPv6Network((address, 64), strict=False))
    return str(address)
