"""`GET /api/documents/{id}/pages/{page}.png`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from corpus.page_image import Box
from qa.serve.api.library import Id
from qa.serve.api.service import Serving
from qa.serve.problems import responses

MOST_BOXES = 20
EDGE = r"\d{1,5}(\.\d{1,3})?"

router = APIRouter(prefix="/api", tags=["documents"])


@router.get(
    "/documents/{document}/pages/{page}.png",
    response_class=Response,
    responses={
        200: {"description": "The page", "content": {"image/png": {}}},
        **responses(404, 422, 429, 503, 504),
    },
)
async def page(
    document: Id,
    page: Annotated[int, Path(ge=1, le=99_999, description="The page, 1-based")],
    service: Serving,
    box: Annotated[
        list[Annotated[str, Query(pattern=f"^{EDGE}(,{EDGE}){{3}}$")]],
        Query(max_length=MOST_BOXES, description="Boxes to mark: left,top,right,bottom in points"),
    ] = [],  # noqa: B006  FastAPI copies it
) -> Response:
    """A page of a PDF as an image, with the places of figures marked."""
    image = await service.run(service.page_image, document, page, [_box(text) for text in box])
    # An id is one version of a document: its pages never change.
    return Response(
        image, media_type="image/png", headers={"Cache-Control": "private, max-age=86400, immutable"}
    )


def _box(text: str) -> Box:
    left, top, right, bottom = map(float, text.split(","))
    return left, top, right, bottom
