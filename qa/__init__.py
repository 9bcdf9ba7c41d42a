"""Answering questions over published budgets: a question to a typed query, a query to facts, facts to an answer.

`Engine.open(location).ask(question)` is the way in; everything else is a stage of it that can be looked at, in the
order of the way: `scoping` (which documents), `catalogs` (what they can be asked about, by `terms` and `lexicon`),
`followups` and `linking` (what the words stand for), `drafting` (the question by its parts), `shapes` and `binding`
(the `query` that it means), `run` (its result) and `telling` (the answer).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qa.answer import Answer, as_json
    from qa.engine import Engine

HOMES = {"Answer": "answer", "Engine": "engine", "as_json": "answer"}

__all__ = ["Answer", "Engine", "as_json"]


def __getattr__(name: str) -> object:
    """The public name from the module that holds it, imported when it is first used."""
    if name not in HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{HOMES[name]}"), name)
