"""`batch`: a file of questions, a file of answers, line by line."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from qa.answer import Answer, Status, as_json
from qa.commands.lines import STANDARD, open_writer, parse_object, read_lines, same_file
from qa.commands.terminal import Tick, progress
from qa.errors import DocumentError, LineError, UsageError

if TYPE_CHECKING:
    from qa.commands.asking import Ask

Json = dict[str, object]


def run(ask: Ask, questions: str, answers: str | None) -> None:
    """Answer a file of questions (`-`: standard input) into a file or standard output, in the same order.

    Raises:
        UsageError: both names are one file.
        FileError: a file cannot be read or written.

    """
    if same_file(questions, answers):
        raise UsageError(f"{answers} holds the questions; give another file for the answers")
    with open_writer(answers) as write, _progress(answers) as tick:
        for done, (number, line) in enumerate(read_lines(questions), start=1):
            write(answer_line(ask, number, line))
            tick(done, None)


def _progress(answers: str | None) -> AbstractContextManager[Tick]:
    """Answers that scroll by in a terminal are progress enough, and a bar would be drawn over them."""
    scrolls = answers in (None, STANDARD) and sys.stdout.isatty()
    return nullcontext(lambda *_: None) if scrolls else progress("回答 batch")


def answer_line(ask: Ask, number: int, line: bytes) -> Json:
    """The answer object for one line of questions, with its `id`; an invalid one where the line is broken."""
    try:
        asked = parse_object(line)
    except LineError as error:
        return invalid_line(number, error)
    return {"id": asked.get("id"), **as_json(_answer(ask, number, asked))}


def invalid_line(number: int, error: Exception) -> Json:
    """The answer object for a line that cannot be answered at all."""
    return {"id": None, **as_json(_invalid("", number, error))}


def _answer(ask: Ask, number: int, asked: Json) -> Answer:
    question = asked.get("question")
    try:
        if not isinstance(question, str):
            raise LineError("question is missing" if question is None else "question is not a text")
        return ask(question, _history(asked), _document(asked))
    except (LineError, DocumentError) as error:
        return _invalid(question if isinstance(question, str) else "", number, error)


def _history(asked: Json) -> tuple[str, ...]:
    history = asked.get("history")
    if history is None:
        return ()
    if not isinstance(history, list) or not all(isinstance(earlier, str) for earlier in history):
        raise LineError("history is not a list of texts")
    return tuple(history)


def _document(asked: Json) -> str | None:
    document = asked.get("document")
    if document is None or isinstance(document, str):
        return document
    raise LineError("document is not a text")


def _invalid(question: str, number: int, error: Exception) -> Answer:
    return Answer(question, Status.INVALID, f"第 {number} 行没有可以回答的问题（line {number}: {error}）。")
