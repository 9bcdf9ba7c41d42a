"""A conversation as the browser remembers it, and as it is shown: questions only, answered anew each time.

So what is shown is what the documents say now, and a browser's memory can put no figure on the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.answer import Evidence
from qa.engine import LONGEST_QUESTION, MOST_HISTORY
from qa.errors import DocumentError
from qa.serve.page.card import Asked, card
from qa.serve.page.markup import render
from qa.serve.page.suggestions import examples, following
from qa.serve.service import Service
from qa.telling.wording import Language

MOST_TURNS = 12
"""Questions that a browser remembers; older ones are let go of."""
MOST_CARDS = 512

Turn = tuple[str, str | None]
"""A question, and the document that it was asked of (None: all)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A conversation as HTML, with the first source of its last answer."""

    html: str
    source: Evidence | None


def remembered(stored: object) -> tuple[Turn, ...]:
    """The turns that a browser sent, which may be anything: what is no turn is left out."""
    if not isinstance(stored, list):
        return ()
    turns = [
        (turn[0][:LONGEST_QUESTION], turn[1] if isinstance(turn[1], str) else None)
        for turn in stored
        if isinstance(turn, list) and len(turn) == 2 and isinstance(turn[0], str) and turn[0].strip()
    ]
    return tuple(turns[-MOST_TURNS:])


class Conversation:
    """Shows conversations over one service; what was shown a moment ago is kept, as long as no document changes."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._card = lru_cache(maxsize=MOST_CARDS)(self._made)
        self._examples = lru_cache(maxsize=1)(self._offered)

    def shown(self, turns: Sequence[Turn], language: Language) -> Shown:
        """The turns with their answers, or a greeting where there are none."""
        revision = self._service.revision()
        if not turns:
            return Shown(render("greeting.html", language, examples=self._examples(revision)), None)
        made = [
            self._card(revision, tuple(question for question, _ in turns[:at]), turn, at + 1, language)
            for at, turn in enumerate(turns)
        ]
        return Shown("".join(html for html, _ in made), made[-1][1])

    def _made(
        self, _revision: str, history: tuple[str, ...], turn: Turn, number: int, language: Language
    ) -> tuple[str, Evidence | None]:
        question, document = turn
        try:
            answer = self._service.ask(question, history, document)
        except DocumentError:
            # The document was taken out since: the others may still answer.
            document = None
            answer = self._service.ask(question, history, document)
        # Tried with the engine itself: what nobody asked is not counted as a question.
        more = following(self._service.engine.ask, answer, history, document)
        asked = Asked(question, history[-MOST_HISTORY:], document)
        return card(answer, asked, more, number, language), next(iter(answer.evidence), None)

    def _offered(self, _revision: str) -> tuple[str, ...]:
        record = next(iter(self._service.records()), None)
        return examples(self._service.engine.ask, record, self._service.book(record.id)) if record else ()
