"""The store: everything that was read, kept as rows of one SQL schema and read back as documents.

A store is a folder with one SQLite file and whatever is derived from it. It is safe to share between threads
and between processes: a document is in it whole or not at all.
"""

from __future__ import annotations

import json
import unicodedata
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, RowMapping, bindparam, delete, insert, inspect, select, update

from corpus.document import Document, Level, Stage
from index import connections, lexical, schema
from index.errors import StoreError, UnknownDocument
from index.passages import passages
from index.reading import read_document
from index.rows import head, write_parts, write_passages

FILE = "store.sqlite"

RECORDS = select(schema.documents).order_by(schema.documents.c.id)
NAMED = select(schema.documents).where(schema.documents.c.name == bindparam("name"))
CONTENT = select(schema.sources.c.content).where(schema.sources.c.document == bindparam("key"))
META = select(schema.meta.c.value).where(schema.meta.c.key == bindparam("key"))


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """What a listing says of a document without reading it: what it is, and how much is in it.

    `id` is the store's own key and is never given to another document, nor to another version of this one.
    `uncertain` counts the table cells that could not be proven; `recognised` and `unread` are the document's.
    """

    id: int
    name: str
    title: str
    body: str
    year: int | None
    stage: Stage
    level: Level
    digest: str
    pages: int | None
    tables: int
    facts: int
    uncertain: int
    recognised: tuple[int, ...]
    unread: tuple[int, ...]


class Store:
    """An open store. Every method raises `StoreError` when the database fails."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self._engine = engine
        self.folder = folder

    @classmethod
    def open(cls, location: str | Path) -> Store:
        """Open the store in a folder, making both where they are missing.

        Raises:
            StoreError: the place cannot be written, or what is there is no store, is damaged, or is a newer
                program's.

        """
        folder = _folder(location)
        file = folder / FILE
        if not _is_database(file):
            raise StoreError(f"{file} is not a store: choose another folder, or delete that file")
        store = cls(connections.sqlite_engine(file), folder)
        store._prepare()
        return store

    def close(self) -> None:
        """Let go of the database's connections; the store opens them again when it is used again."""
        self._engine.dispose()

    def reading(self) -> AbstractContextManager[Connection]:
        """A connection that sees one state of the store throughout."""
        return connections.reading(self._engine, self.folder / FILE)

    def writing(self) -> AbstractContextManager[Connection]:
        """A connection whose changes are kept together when the block ends, or dropped on an exception."""
        return connections.writing(self._engine, self.folder / FILE)

    def revision(self) -> str:
        """A mark that changes with every document that comes, goes or is replaced."""
        with self.reading() as connection:
            return read_revision(connection)

    def add(self, document: Document, content: bytes | None = None) -> DocumentRecord:
        """Store a document; one of the same name stays if its digest is the same, and is replaced if not.

        `content` is the file that it was read from, kept so that the document can be opened.

        Raises:
            StoreError: the content is not what the document was read from.

        """
        if content is not None and sha256(content).hexdigest() != document.digest:
            raise StoreError(f"{document.name} changed while it was read: ingest it again")
        with self.writing() as connection:
            known = _named(connection, document.name)
            if known is not None and known.digest == document.digest:
                return known
            if known is not None:
                _delete(connection, known.id)
            key = _insert(connection, document)
            if content is not None:
                connection.execute(insert(schema.sources), {"document": key, "content": content})
            _settle(connection)
            return _known(connection, document.name)

    def remove(self, name: str) -> None:
        """Take out the document of this file name.

        Raises:
            UnknownDocument: the store has none of that name.

        """
        with self.writing() as connection:
            _delete(connection, _known(connection, name).id)
            _settle(connection)

    def records(self) -> tuple[DocumentRecord, ...]:
        """All documents, in the order in which they came."""
        with self.reading() as connection:
            return tuple(_as_record(row) for row in connection.execute(RECORDS).mappings())

    def load(self, key: int) -> Document:
        """The document of a record's id, equal to the one that was added.

        Raises:
            UnknownDocument: no document has that id (any more).

        """
        with self.reading() as connection:
            document = read_document(connection, key)
        if document is None:
            raise UnknownDocument(
                f"no document has the id {key}: it was removed or replaced, list them again"
            )
        return document

    def content(self, key: int) -> bytes | None:
        """The file that a record's document was read from, or None where the store does not keep it."""
        with self.reading() as connection:
            found: bytes | None = connection.execute(CONTENT, {"key": key}).scalar_one_or_none()
        return found

    def find(self, text: str) -> tuple[DocumentRecord, ...]:
        """The documents that a person may mean: of that file name or title, else those whose either holds it.

        Width, case and spaces do not matter. Several mean that the text does not settle it.
        """
        wanted = _plain(text)
        if not wanted:
            return ()
        names = [(record, _names(record)) for record in self.records()]
        exact = tuple(record for record, known in names if wanted in known)
        return exact or tuple(record for record, known in names if any(wanted in name for name in known))

    def _prepare(self) -> None:
        with self.reading() as connection:
            found = inspect(connection).get_table_names()
            version = _meta(connection, "schema") if schema.meta.name in found else None
        if not found:
            connections.keep_log(self._engine, self.folder / FILE)
            with self.writing() as connection:
                _create(connection)
        elif version is None:
            raise StoreError(f"{self.folder / FILE} is another program's database: choose another folder")
        elif version != str(schema.SCHEMA_VERSION):
            age = "a newer" if int(version) > schema.SCHEMA_VERSION else "an older"
            raise StoreError(
                f"{self.folder / FILE} is of {age} budget-qa: use that, or ingest into another folder"
            )


def read_revision(connection: Connection) -> str:
    """The mark of the state that this connection sees; see `Store.revision`."""
    return _meta(connection, "revision") or ""


def _folder(location: str | Path) -> Path:
    if isinstance(location, str) and "://" in location:
        raise StoreError(f"{location} cannot be used: only folders are supported as a store, give a folder")
    folder = Path(location).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(f"{folder} is a file: give a folder as the store") from error
    except OSError as error:
        raise StoreError(
            f"{folder} cannot be made ({error.strerror}): choose another store folder"
        ) from error
    return folder


def _is_database(file: Path) -> bool:
    """Whether the file is SQLite's, or not there (or empty) and so free to become one."""
    try:
        with file.open("rb") as stream:
            start = stream.read(len(connections.MAGIC))
    except FileNotFoundError:
        return True
    except OSError as error:
        raise StoreError(f"{file} cannot be read ({error.strerror}): choose another store folder") from error
    return start in (b"", connections.MAGIC)


def _create(connection: Connection) -> None:
    schema.metadata.create_all(connection)
    lexical.create(connection)
    # Another process may have made the store a moment ago: its mark stays.
    if _meta(connection, "schema") is None:
        connection.execute(insert(schema.meta), [{"key": "schema", "value": str(schema.SCHEMA_VERSION)}])
        connection.execute(insert(schema.meta), [{"key": "revision", "value": uuid4().hex}])


def _meta(connection: Connection, key: str) -> str | None:
    value: str | None = connection.execute(META, {"key": key}).scalar_one_or_none()
    return value


def _named(connection: Connection, name: str) -> DocumentRecord | None:
    row = connection.execute(NAMED, {"name": name}).mappings().one_or_none()
    return None if row is None else _as_record(row)


def _known(connection: Connection, name: str) -> DocumentRecord:
    record = _named(connection, name)
    if record is None:
        raise UnknownDocument(f"no document is named {name}: list the documents for their names")
    return record


def _as_record(row: RowMapping) -> DocumentRecord:
    kinds = {"stage": Stage(row["stage"]), "level": Level(row["level"])}
    scans = {name: tuple(json.loads(row[name])) for name in ("recognised", "unread")}
    return DocumentRecord(**{**row, **kinds, **scans})


def _names(record: DocumentRecord) -> tuple[str, ...]:
    return _plain(record.name), _plain(Path(record.name).stem), _plain(record.title)


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _insert(connection: Connection, document: Document) -> int:
    key: int
    (key,) = connection.execute(
        insert(schema.documents).returning(schema.documents.c.id), head(document)
    ).one()
    write_parts(connection, key, document)
    lexical.add(connection, write_passages(connection, key, passages(document)))
    return key


def _delete(connection: Connection, key: int) -> None:
    lexical.remove(connection, key)
    connection.execute(delete(schema.documents).where(schema.documents.c.id == key))


def _settle(connection: Connection) -> None:
    """What follows every change of documents: vectors that no passage needs go, the revision moves on."""
    vectors = schema.vectors.c
    needed = select(schema.passages.c.hash)
    connection.execute(
        delete(schema.vectors).where(vectors.role == schema.Role.PASSAGE.value, vectors.hash.not_in(needed))
    )
    mark = schema.meta.c
    connection.execute(update(schema.meta).where(mark.key == "revision").values(value=uuid4().hex))
