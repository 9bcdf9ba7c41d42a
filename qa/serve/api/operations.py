"""`/healthz` and `/metrics`, for whoever runs the server."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from prometheus_client import CONTENT_TYPE_LATEST
from pydantic import BaseModel
from starlette.responses import Response

from qa.serve.api.service import Serving
from qa.serve.problems import responses

router = APIRouter(tags=["operations"])


class Health(BaseModel):
    """The server answers, and can read its store."""

    status: Literal["ok"] = "ok"
    documents: int


@router.get("/healthz", responses=responses(503, 504))
async def healthz(service: Serving) -> Health:
    """Whether questions can be answered; 503 where the store cannot be read."""
    return Health(documents=len(await service.run(service.records)))


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {
            "description": "Prometheus' text format",
            "content": {"text/plain": {"schema": {"type": "string"}}},
        },
        **responses(503, 504),
    },
)
async def metrics(service: Serving) -> Response:
    """Questions by interface and status, times of answers, documents, questions in flight."""
    return Response(await service.run(service.metrics.text), headers={"Content-Type": CONTENT_TYPE_LATEST})
