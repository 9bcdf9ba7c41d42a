"""What happens on the page: every event is a plain function of what is shown and what the browser remembers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import parse_qsl

import gradio as gr

from corpus.audit import audit_document
from corpus.readers import READERS
from index import DocumentRecord
from qa.catalogs.book import Book
from qa.commands.library import kind
from qa.errors import PlaceError
from qa.serve.addresses import Place, place_of, read_place
from qa.serve.page.conversation import MOST_TURNS, Conversation, remembered
from qa.serve.page.library import findings, library, outline, title
from qa.serve.page.overview import comparisons, overview, pictures
from qa.serve.page.source import nothing, source
from qa.serve.page.words import browser_language, words
from qa.serve.service import Service
from qa.telling.wording import Language

MOST_DOCUMENTS = 64
"""Documents whose overview and audit are kept, in each language."""


class Page:
    """What the page's events do, over one service."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._conversation = Conversation(service)
        self._parts = lru_cache(maxsize=MOST_DOCUMENTS)(self._made_parts)

    def ask(self, question: str, stored: object, scope: str, language: str) -> tuple[object, ...]:
        """One more question: the conversation, what the browser remembers, an empty box, and the source."""
        turns = remembered(stored)
        if question.strip():
            turns = (*turns, (question.strip(), scope or None))[-MOST_TURNS:]
        shown = self._conversation.shown(turns, Language(language))
        at = place_of(shown.source) if shown.source else None
        return shown.html, [list(turn) for turn in turns], "", self._panel(at, Language(language))

    def picked(self, event: gr.EventData, stored: object, scope: str, language: str) -> tuple[object, ...]:
        """A click on a question or a source, anywhere on the page; the click says which."""
        asked, opened = (str(event._data.get(name) or "") for name in ("ask", "open"))
        if opened:
            return gr.skip(), gr.skip(), gr.skip(), self.opened(dict(parse_qsl(opened)), Language(language))
        return self.ask(asked, stored, scope, language)

    def opened(self, named: Mapping[str, str], language: Language) -> str:
        """The source panel for an address' parameters."""
        try:
            at = read_place(named)
        except PlaceError:
            return nothing(words()[language]["gone"], language)
        return self._panel(at, language)

    def _panel(self, at: Place | None, language: Language) -> str:
        """The source panel for a place, or what to do where there is none."""
        if at is None:
            return nothing(words()[language]["no_source"], language)
        record = next((record for record in self._service.records() if record.name == at.document), None)
        try:
            if record:
                return source(self._service.document(record.id), record.id, at, language)
        except PlaceError:
            pass  # The document is another version than the one that the address was made of.
        return nothing(words()[language]["gone"], language)

    def about(self, scope: str, language: str) -> tuple[str, str, str]:
        """Overview, documents and audit: of the document in scope, else of all."""
        said = Language(language)
        records = self._service.records()
        chosen = [record for record in records if record.name == scope] or records
        drawn, headings, audited = self._parts(
            self._service.revision(), chosen[0].id if len(chosen) == 1 else None, said
        )
        formats = sorted(READERS) if self._service.settings.admin_token else ()
        return drawn, library(records, formats, said) + headings, audited

    def _made_parts(self, _revision: str, key: int | None, language: Language) -> tuple[str, str, str]:
        """Overview, outline and audit of the document of an id, or of all documents together, which have no outline."""
        records = self._service.records()
        if key is None:
            everything = words()[language]["everywhere"]
            drawn = comparisons(self._books(records))
            return overview(everything, drawn, language), "", self._audited(records, language)
        record = self._service.record(key)
        of_body = [other for other in records if (other.body, other.level) == (record.body, record.level)]
        drawn = (*pictures(self._service.book(key)), *comparisons(self._books(of_body)))
        headings = outline(self._service.document(key), language)
        return overview(title(record), drawn, language), headings, self._audited([record], language)

    def _books(self, records: Sequence[DocumentRecord]) -> Mapping[str, Book]:
        """The documents' books by what tells them apart on a picture."""
        return {
            f"{record.body} {record.year or ''} {kind(record)}": self._service.book(record.id)
            for record in records
        }

    def _audited(self, records: Sequence[DocumentRecord], language: Language) -> str:
        documents = (self._service.document(record.id) for record in records)
        return "".join(findings(document, audit_document(document), language) for document in documents)

    def chosen(self, event: gr.EventData, language: str) -> object:
        """A click on a document of the list, or one just taken in: it is what is searched from then on."""
        return gr.update(choices=self.scopes(Language(language)), value=str(event._data.get("scope") or ""))

    def scopes(self, language: Language) -> list[tuple[str, str]]:
        """The choices of what to search: everything, or one document."""
        named = [(title(record), record.name) for record in self._service.records()]
        return [(words()[language]["everywhere"], ""), *named]

    def loaded(self, stored: object, request: gr.Request) -> tuple[object, ...]:
        """The page as it opens: the browser's language, its questions answered anew, the address' place or question."""
        language = browser_language(request.headers.get("accept-language", ""))
        named = dict(request.query_params)
        html, turns, _, panel = self.ask(named.get("q", ""), stored, "", language)
        if named.get("document"):
            panel = self.opened(named, language)
        return html, turns, panel, str(language), *self.labels(str(language), "")

    def labels(self, language: str, scope: str) -> tuple[object, ...]:
        """Every control named in a language; `blocks.build` has their order."""
        said = words()[Language(language)]
        return (
            gr.update(label=said["ask"], placeholder=said["placeholder"]),
            gr.update(value=said["send"]),
            gr.update(value=said["clear"]),
            gr.update(label=said["scope"], choices=self.scopes(Language(language)), value=scope),
            gr.update(label=said["language"]),
            gr.update(value=said["shade"]),
            *(gr.update(label=said[f"tab_{tab}"]) for tab in ("ask", "overview", "documents", "audit")),
            f"<h1>{said['title']}</h1>",
        )

    def switched(self, language: str, stored: object, scope: str) -> tuple[object, ...]:
        """The whole page in another language."""
        html, _, _, panel = self.ask("", stored, scope, language)
        return html, panel, *self.labels(language, scope)
