"""The application: HTTP, MCP and the page over one service, in one process."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus

from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route

from qa.commands.parser import DISTRIBUTION, installed_version
from qa.serve import mcp, problems
from qa.serve.api import ROUTERS
from qa.serve.guards import BodyLimit, Patience, RateLimit
from qa.serve.keeper import Keeper
from qa.serve.page import build, looks, mount_gradio_app
from qa.serve.service import Service

ONE_QUESTION = 256 * 1024
"""Bytes of a body that is read whole before it is answered."""

SMALL_BODIES = dict.fromkeys(("/api/ask", "/api/feedback", "/mcp"), ONE_QUESTION)

OURS = ("/api/{rest:path}", "/healthz", "/metrics", "/gradio_api/upload")
"""Paths that never lead to the page; it takes no files."""

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def create_app(service: Service) -> FastAPI:
    """The application over a service, which it closes when it stops."""
    tools = mcp.create_server(service)
    tools_app = tools.streamable_http_app(
        stateless_http=True,
        json_response=True,
        host=service.settings.host,
        max_request_body_size=ONE_QUESTION,
    )

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with tools.session_manager.run():
            with Keeper(service.engine):
                yield
        service.close()

    app = FastAPI(
        title=DISTRIBUTION,
        summary="Questions over public budgets, every figure with its source.",
        version=installed_version(),
        docs_url=None,  # its page fetches from another host
        redoc_url=None,
        lifespan=lifespan,
    )
    app.state.service = service
    problems.install(app)
    _guard(app, service)
    for router in ROUTERS:
        app.include_router(router)
    app.router.routes.extend(tools_app.routes)
    for path in OURS:
        app.router.routes.append(Route(path, _elsewhere, methods=METHODS, include_in_schema=False))
    # Last, since the page takes every other path.
    mount_gradio_app(app, build(service), path="/", **looks())
    return app


def _guard(app: FastAPI, service: Service) -> None:
    """Put the limits before every route, the cheapest to check outermost."""
    settings = service.settings
    app.add_middleware(BodyLimit, most=settings.max_body_bytes, by_path=SMALL_BODIES)
    app.add_middleware(Patience, seconds=settings.request_seconds)
    if settings.rate:
        app.add_middleware(RateLimit, rate=settings.rate)


async def _elsewhere(request: Request) -> Response:
    """Answer to what no route takes: the page, which takes all the rest, must not."""
    known = [route for router in ROUTERS for route in router.routes]
    routes = [route for route in known if route.matches(request.scope)[0] is Match.PARTIAL]
    allowed = sorted(
        {method for route in routes if isinstance(route, Route) for method in route.methods or ()}
    )
    if allowed:
        raise HTTPException(HTTPStatus.METHOD_NOT_ALLOWED, headers={"Allow": ", ".join(allowed)})
    raise HTTPException(
        HTTPStatus.NOT_FOUND, f"nothing is at {request.url.path}: /openapi.json lists what is"
    )
