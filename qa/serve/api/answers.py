"""A question and its answer as JSON: the answer contract, as types."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from qa.answer import Answer, Status, as_json
from qa.serve.api.examples import ANSWER, QUESTION


class Question(BaseModel):
    """A question, with what was asked before it."""

    model_config = ConfigDict(json_schema_extra={"examples": [QUESTION]})

    question: str = Field(description="In Chinese or English; too long a one is answered as invalid")
    history: list[str] = Field(default=[], description="The same person's earlier questions, oldest first")
    document: str | None = Field(
        default=None, description="Ask this document only: its file name, its title, or a unique part of one"
    )


class ValueModel(BaseModel):
    """A figure of the answer."""

    model_config = ConfigDict(extra="forbid")

    value: str = Field(description="An exact decimal, without separators", pattern=r"^-?\d+(\.\d+)?$")
    unit: str = Field(description="Such as 元, 万元, 亿元, %, 倍, 个")
    label: str = Field(description="What the figure is")


class EvidenceModel(BaseModel):
    """A place that the answer rests on."""

    model_config = ConfigDict(extra="forbid")

    document: str = Field(description="The document's file name")
    section: list[str] = Field(description="The headings above the place, outermost first")
    lines: tuple[int, int] | None = Field(description="First and last line of a text, 1-based")
    page: int | None = Field(description="The page of a document that has pages, 1-based")
    table: str | None = Field(description="The title of the table that a figure stands in")
    row: str | None
    column: str | None
    quote: str = Field(description="Verbatim, hard line breaks joined")
    cell: tuple[int, int, int] | None = Field(
        description="Of a table figure: the 0-based positions of its table, row and column in the document"
    )
    box: tuple[float, float, float, float] | None = Field(
        description="Where it stands on its page, in points: left, top, right, bottom"
    )
    recognised: bool = Field(description="The page is an image, and this is what a program recognised on it")


class AnswerModel(BaseModel):
    """The answer to one question; a refusal is an answer too."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [ANSWER]})

    question: str
    status: Status = Field(
        description="answered; ambiguous: several readings, all of them given; not_found: the documents do not"
        " say; invalid: empty, too long, or not a question that can be read"
    )
    text: str = Field(description="Markdown for a person, in the question's language")
    values: list[ValueModel] = Field(description="The figures, the headline first")
    items: list[str] = Field(description="The members of a list, in the document's order and words")
    derivation: list[str] = Field(description="One line for each step of arithmetic")
    evidence: list[EvidenceModel] = Field(description="What the answer rests on, the most telling first")
    choices: list[str] = Field(description="Readings, or what could be asked instead, as ready questions")
    query: dict[str, JsonValue] | None = Field(description="The typed query that was run")
    readings: list[str] = Field(description="The query as questions in full: how the question was read")
    remarks: list[str] = Field(description="What must be said besides: a corrected premise, what is missing")
    passages: list[str] = Field(description="Texts of the documents that answer, verbatim")
    elapsed_ms: float

    @classmethod
    def of(cls, answer: Answer) -> AnswerModel:
        """The answer, as the contract words it."""
        return cls.model_validate(as_json(answer))
