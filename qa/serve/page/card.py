"""An answer as a card: how it was read, the figures, what they rest on, what to ask next."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from urllib.parse import urlencode

from corpus.quantity import Quantity
from qa.answer import Answer, Status, Value
from qa.catalogs.readings import show
from qa.serve.addresses import place_of
from qa.serve.page.markup import render
from qa.telling.compose import language_of
from qa.telling.wording import Language, unsaid

LARGE = Decimal(10) ** 8
"""Yuan from which on 亿元 is easier to take in than the printed unit."""
MOST_SOURCES = 12
MOST_ITEMS = 40


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is shown: digits with separators, unit, label, and the same in 亿元 where that helps."""

    number: str
    unit: str
    label: str
    large: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was asked before it, and the document that it was asked of (None: all)."""

    question: str
    history: tuple[str, ...]
    document: str | None

    @property
    def export(self) -> str:
        """The address of the answer as a file."""
        named = [("question", self.question), *(("history", earlier) for earlier in self.history)]
        return "api/answers.md?" + urlencode(
            [*named, *([("document", self.document)] if self.document else [])]
        )

    @property
    def as_json(self) -> str:
        """What `POST /api/feedback` is told of it."""
        return json.dumps(asdict(self), ensure_ascii=False)


def figure(value: Value) -> Figure:
    """A value of an answer for a reader; `large` is exact, and empty where the amount is small."""
    quantity = value.quantity
    return Figure(f"{quantity.number:,f}", quantity.unit, value.label, _large(quantity))


def _large(quantity: Quantity) -> str:
    if not quantity.is_money or quantity.unit == "亿元" or abs(quantity.base) < LARGE:
        return ""
    return show(quantity.to("亿元"))


def card(answer: Answer, asked: Asked, following: Sequence[str], number: int, language: Language) -> str:
    """The card of the `number`-th question of a conversation as HTML; `following` are what to ask next."""
    refused = answer.status in (Status.NOT_FOUND, Status.INVALID)
    return render(
        "card.html",
        language,
        number=number,
        answer=answer,
        asked=asked,
        answer_language=str(language_of(answer.question)),
        refused=refused,
        figures=[figure(value) for value in answer.values],
        items=unsaid(answer)[:MOST_ITEMS],
        sources=[(place_of(evidence), evidence) for evidence in answer.evidence[:MOST_SOURCES]],
        hidden=max(0, len(answer.evidence) - MOST_SOURCES),
        choices=answer.choices,
        choices_label="nearest" if refused else "readings",
        following=following,
    )
