"""Answering questions over published budgets: a question to a typed query, a query to facts, facts to an answer.

`Engine.open(location).ask(question)` is the way in; everything else is a stage of it that can be looked at.
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
