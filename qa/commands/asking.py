"""`ask`: one question, answered for a person or for a script."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Protocol

from qa.answer import Answer, Evidence, as_json
from qa.commands.places import source_place
from qa.commands.terminal import console, printable, show, show_heading
from qa.telling.wording import Language
from qa.text import HAN

MOST_SOURCES = 10
"""Sources that are shown to a person; the JSON answer has them all."""

LABELS = {
    Language.CHINESE: {
        "sources": "来源",
        "derivation": "推导",
        "choices": "可以接着问",
        "query": "查询",
        "links": "词语",
        "more": "… 另有 {} 处，用 --json 看全部",
    },
    Language.ENGLISH: {
        "sources": "Sources",
        "derivation": "Derivation",
        "choices": "You could ask",
        "query": "Query",
        "links": "Words",
        "more": "… {} more, see them all with --json",
    },
}


class Ask(Protocol):
    """What answers a question: `Engine.ask`."""

    def __call__(self, question: str, history: Sequence[str] = (), document: str | None = None) -> Answer:
        """The answer; raises `DocumentError` when `document` names no document, or several."""


def explained_json(answer: Answer) -> dict[str, object]:
    """The answer object, with how each word was linked under `links`."""
    return {**as_json(answer), "links": list(answer.links)}


def show_answer(answer: Answer) -> None:
    """The answer for a person: what it says, how it was derived, and where it stands."""
    language = _language(answer)
    said = LABELS[language]
    _show_text(answer.text)
    _show_list(said["derivation"], [step for step in answer.derivation if step not in answer.text])
    sources = [_source(evidence, language) for evidence in answer.evidence[:MOST_SOURCES]]
    hidden = len(answer.evidence) - len(sources)
    _show_list(said["sources"], [*sources, said["more"].format(hidden)] if hidden > 0 else sources)
    _show_list(said["choices"], answer.choices)


def show_explanation(answer: Answer) -> None:
    """How the question was read: what each word was linked to, and the typed query."""
    said = LABELS[_language(answer)]
    _show_list(said["links"], answer.links)
    show_heading(said["query"])
    show(json.dumps(answer.query, ensure_ascii=False, indent=2))


def _language(answer: Answer) -> Language:
    return Language.CHINESE if HAN.search(answer.question) else Language.ENGLISH


def _show_text(text: str) -> None:
    if not sys.stdout.isatty():
        show(text)
        return
    from rich.markdown import Markdown

    console().print(Markdown(printable(text), hyperlinks=False))


def _show_list(label: str, lines: Sequence[str]) -> None:
    if lines:
        show_heading(label)
        show("\n".join(f"  {line}" for line in lines))


def _source(evidence: Evidence, language: Language) -> str:
    # A table mostly has the title of its section: a repeated title is said once.
    path = dict.fromkeys((*evidence.section, evidence.table, evidence.row, evidence.column))
    heading = " › ".join(part for part in path if part)
    where = source_place(evidence, language)
    quote = " ".join(evidence.quote.split())
    return "\n    ".join(filter(None, (f"{evidence.document}  {where}", heading, f"“{quote}”")))
