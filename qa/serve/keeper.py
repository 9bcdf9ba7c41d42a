"""Keeps the documents ready to be found by meaning, beside the answers, so that no question has to wait for it."""

from __future__ import annotations

import logging
from threading import Event, Thread

from index import EncoderError, StoreError
from qa.engine import Engine, no_progress

EVERY = 5.0
"""Seconds between two looks at whether documents came or went."""

log = logging.getLogger(__name__)


class Keeper:
    """A thread that embeds what is new in a store, from when it is entered until it is left."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._left = Event()
        # A daemon: embedding a large store takes minutes, and goes on where it was at the next start.
        self._thread = Thread(target=self._keep, name="keeper", daemon=True)

    def __enter__(self) -> Keeper:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._left.set()

    def _keep(self) -> None:
        prepared = ""
        while True:
            try:
                revision = self._engine.store.revision()
                if revision != prepared:
                    self._engine.prepare(no_progress)
                    prepared = revision
            except EncoderError as error:
                log.warning("nothing is found by meaning: %s", error)
                return
            except StoreError as error:
                log.warning("the store could not be prepared, trying again: %s", error)
            if self._left.wait(EVERY):
                return
