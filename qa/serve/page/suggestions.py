"""Questions worth asking, made from the documents at hand; each was tried, and has an answer."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from index import DocumentRecord
from qa.answer import Answer, Status
from qa.catalogs.book import Book
from qa.commands.asking import Ask

FILE = "suggestions.toml"
MOST_EXAMPLES = 6
MOST_FOLLOWING = 3


@cache
def _templates(kind: str) -> tuple[str, ...]:
    data = tomllib.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    return tuple(str(template) for template in data[kind])


def examples(ask: Ask, record: DocumentRecord, book: Book) -> tuple[str, ...]:
    """Up to six questions of different kinds that one document answers."""
    named = {"body": record.body, "year": str(record.year or "")}
    project = next(iter(book.projects.values()), None)
    if project:
        named["project"] = project[1].printed
    asked = (text.format(**named) for text in _templates("examples") if project or "{project}" not in text)
    return tuple(islice((q for q in asked if _answered(ask(q, (), record.name))), MOST_EXAMPLES))


def following(ask: Ask, answer: Answer, history: Sequence[str], document: str | None) -> tuple[str, ...]:
    """Up to three questions that go on from an answer, none of which only gives the same figures again."""
    if answer.status is not Status.ANSWERED or not answer.values:
        return ()
    return tuple(islice(_following(ask, answer, (*history, answer.question), document), MOST_FOLLOWING))


def _following(ask: Ask, answer: Answer, said: Sequence[str], document: str | None) -> Iterator[str]:
    for question in _templates("following"):
        found = ask(question, said, document)
        if _answered(found) and found.values != answer.values and question not in said:
            yield question


def _answered(answer: Answer) -> bool:
    return answer.status is Status.ANSWERED
