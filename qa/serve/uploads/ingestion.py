"""An uploaded file into the store, step by step, each told as it is taken."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock, Thread
from typing import TypeVar

from corpus import guarded_reader
from corpus.document import Document
from index import DocumentRecord, EncoderError
from qa.engine import Engine
from qa.errors import QaError

T = TypeVar("T")

TOLD_EVERY = 1.0
"""Seconds between two tellings of a step that goes on."""


class Busy(QaError):
    """Another file is being taken in."""


class Stage(StrEnum):
    """Where a file is on its way."""

    READING = "reading"
    STORING = "storing"
    EMBEDDING = "embedding"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Step:
    """What has been reached: `done` of `total` where that is known, of what `stage` counts.

    READING counts seconds, EMBEDDING passages; `document` is what was read, once it is, and `record` what the store
    has of it. `warning` says what did not work and can be done without.
    """

    stage: Stage
    done: int = 0
    total: int | None = None
    document: Document | None = None
    record: DocumentRecord | None = None
    warning: str = ""


class Uploads:
    """Takes one file at a time into the store of an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn = Lock()
        self._pool = ThreadPoolExecutor(1, "upload")

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The block in which a file is taken in.

        Raises:
            Busy: it is another one's turn.
        """
        if not self._turn.acquire(blocking=False):
            raise Busy("another document is being taken in: try again when it has been")
        try:
            yield
        finally:
            self._turn.release()

    async def steps(self, name: str, content: bytes) -> AsyncGenerator[Step]:
        """Read a file in a process of its own, store it, and embed it.

        Who stops listening stops the reading, and nothing is stored. What is stored is whole, and stays: its
        embeddings are made at once by whoever needs them first.

        Raises:
            ReadError: the file cannot be read as a document; the store is as it was.
            StoreError: the store cannot be written; it is as it was.
        """
        resources = ExitStack()
        path = Path(resources.enter_context(TemporaryDirectory(prefix="budget-qa-"))) / name
        reading = self._begun(_read, resources.enter_context(guarded_reader()), path, content)
        try:
            seconds = 0
            yield Step(Stage.READING)
            while not await _is_done(reading):
                seconds += 1
                yield Step(Stage.READING, seconds)
            document = await reading
            yield Step(Stage.STORING, document=document)
            record = await self._begun(self._engine.store.add, document, content)
            async for step in self._embedded(record):
                yield step
            yield Step(Stage.DONE, record=record)
        finally:
            # What a killed process fails with is nobody's any more.
            reading.cancel()
            # In a thread: the process may take seconds to end, and other requests go on.
            Thread(target=resources.close, name="upload-end").start()

    async def _embedded(self, record: DocumentRecord) -> AsyncGenerator[Step]:
        reached = (0, 0)

        def progress(done: int, total: int) -> None:
            nonlocal reached
            reached = (done, total)

        yield Step(Stage.EMBEDDING, record=record)
        preparing = self._begun(self._engine.prepare, progress)
        while not await _is_done(preparing):
            done, total = reached
            yield Step(Stage.EMBEDDING, done, total or None, record=record)
        try:
            await preparing
        except EncoderError as error:
            yield Step(Stage.EMBEDDING, record=record, warning=f"nothing is found by meaning: {error}")

    def _begun(self, work: Callable[..., T], *args: object) -> asyncio.Future[T]:
        return asyncio.get_running_loop().run_in_executor(self._pool, partial(work, *args))

    def close(self) -> None:
        """Take nothing in any more."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _read(read: Callable[[Path], Document], path: Path, content: bytes) -> Document:
    path.write_bytes(content)
    return read(path)


async def _is_done(work: asyncio.Future[T]) -> bool:
    """Whether the work is done, after a moment at most."""
    await asyncio.wait((work,), timeout=TOLD_EVERY)
    return work.done()
