"""`POST /api/feedback`: what people say of an answer, kept with the answer that the server gives."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from index import Feedback, Opinion, add_feedback
from qa.answer import as_json
from qa.engine import LONGEST_QUESTION, MOST_HISTORY
from qa.serve.api.examples import FEEDBACK
from qa.serve.api.service import Serving
from qa.serve.problems import responses
from qa.serve.service import Service

LONGEST_COMMENT = 300
LONGEST_NAME = 300

Asked = Annotated[str, StringConstraints(max_length=LONGEST_QUESTION)]

router = APIRouter(prefix="/api", tags=["feedback"])


class Judged(BaseModel):
    """An opinion of the answer to a question. The answer itself is not taken from the client."""

    model_config = ConfigDict(json_schema_extra={"examples": [FEEDBACK]})

    question: Annotated[Asked, Field(min_length=1, description="As it was asked")]
    history: list[Asked] = Field(
        default=[], max_length=MOST_HISTORY, description="What was asked before it, oldest first"
    )
    document: Annotated[str | None, Field(max_length=LONGEST_NAME)] = None
    opinion: Opinion
    comment: str = Field(
        default="", max_length=LONGEST_COMMENT, description="One line; line breaks become spaces"
    )


class Kept(BaseModel):
    """The opinion is kept."""

    id: int = Field(description="Its number in `budget-qa feedback`")


@router.post(
    "/feedback",
    status_code=HTTPStatus.CREATED,
    responses=responses(400, 408, 413, 422, 429, 503, 504),
)
async def feedback(judged: Judged, service: Serving) -> Kept:
    """Say of an answer that it is right, or that a figure or a source of it is wrong."""
    return await service.run(keep, service, judged)


def keep(service: Service, judged: Judged) -> Kept:
    """Keep an opinion together with the answer as it is now.

    Raises:
        DocumentError: the document names none of the store, or several.
        StoreError: the store cannot be written.
    """
    answer = service.uncounted(judged.question, judged.history, judged.document)
    given = Feedback(
        question=judged.question,
        history=tuple(judged.history),
        document=judged.document,
        opinion=judged.opinion,
        comment=" ".join(judged.comment.split()),
        answer=as_json(answer),
        at=datetime.now(UTC),
    )
    return Kept(id=add_feedback(service.engine.store, given))
