"""Connections to the store's database: opened the same way everywhere, and failing in one line.

What is particular to SQLite stands here: one writer at a time from its first statement on, readers that see
one state throughout (write-ahead log), and a patience for other processes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from index.errors import StoreBusy, StoreError

PATIENCE = 30.0
"""Seconds that a process waits for another one to finish writing."""

MAGIC = b"SQLite format 3\0"


def sqlite_engine(file: Path) -> Engine:
    """An engine over one database file; nothing is read or made before the first connection."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(file)), connect_args={"timeout": PATIENCE}
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
    # The driver's own transactions begin too late (at the first write): SQLAlchemy's begin at `_begin`.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


@contextmanager
def reading(engine: Engine, place: Path) -> Iterator[Connection]:
    """A connection that sees the store as it is now, until it is closed."""
    with _explained(place), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, place: Path) -> Iterator[Connection]:
    """The one writer: what the block does is there whole after it, or, on any exception, not at all."""
    with _explained(place), engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
        yield connection


def keep_log(engine: Engine, place: Path) -> None:
    """Switch a new database to the write-ahead log: readers and the writer don't wait for each other."""
    with _explained(place):
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()


@contextmanager
def _explained(place: Path) -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as error:
        raise StoreError(
            f"text with a broken character (U+{ord(error.object[error.start]):04X}) cannot be stored: "
            "repair the file's encoding and ingest it again"
        ) from error
    except DBAPIError as error:
        raise _explain(error.orig, place) from error


def _explain(error: BaseException | None, place: Path) -> StoreError:
    """The driver's failure in one line that says what to do."""
    said = str(error)
    if "locked" in said or "busy" in said:
        return StoreBusy(f"{place} is being written by another process: try again when it has finished")
    if "malformed" in said or "not a database" in said:
        return StoreError(f"{place} is damaged: delete it and ingest the documents again")
    if "readonly" in said or "unable to open" in said:
        return StoreError(f"{place} cannot be written: choose another store folder or change its permissions")
    if "no such module" in said:
        return StoreError(
            f"this Python's SQLite has no full-text search ({said}): use a Python that has FTS5"
        )
    if "disk is full" in said or "disk I/O" in said:
        return StoreError(f"{place} cannot be written ({said}): make room on the disk and try again")
    return StoreError(f"{place} cannot be used ({said}): delete it and ingest the documents again")
