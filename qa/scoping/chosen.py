"""The documents of the store that a person names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qa.errors import DocumentError

if TYPE_CHECKING:
    from index import DocumentRecord, Store


def the_document(store: Store, text: str) -> DocumentRecord:
    """The one document that this file name, title, or part of one names.

    Raises:
        DocumentError: it names none, or several.
    """
    match store.find(text):
        case (record,):
            return record
        case ():
            raise DocumentError(f"no document is called {text!r}; `budget-qa documents` lists the names")
        case several:
            names = ", ".join(record.name for record in several)
            raise DocumentError(f"{text!r} is part of several names: {names}; give one of them in full")


def chosen(store: Store, text: str | None) -> tuple[DocumentRecord, ...]:
    """The one document that the text names, or without a text, all of them."""
    return store.records() if text is None else (the_document(store, text),)
