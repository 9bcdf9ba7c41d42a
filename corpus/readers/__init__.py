"""One reader a format, each giving the same stream of lines and grids with their places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path

from corpus.errors import ReadError
from corpus.readers.stream import Stream

__all__ = ["MAX_BYTES", "READERS", "Format", "Places", "Stream", "places_in", "read_stream"]

MAX_BYTES = 32 * 1024 * 1024


class Places(StrEnum):
    """What `page` and `lines` of a span count in a format."""

    LINES = "lines of the text"
    PAGES = "pages"
    SHEETS = "the sheets that are shown, and the rows of a sheet"
    BLOCKS = "paragraphs and rows of tables, counted together"


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module and name of its reader, which is imported when the first such file is read."""

    module: str
    reader: str
    places: Places


READERS = {
    ".doc": Format("corpus.readers.office", "read_as_docx", Places.BLOCKS),
    ".docx": Format("corpus.readers.docx", "read_docx", Places.BLOCKS),
    ".et": Format("corpus.readers.sheets", "read_xls", Places.SHEETS),
    ".htm": Format("corpus.readers.html", "read_html", Places.BLOCKS),
    ".html": Format("corpus.readers.html", "read_html", Places.BLOCKS),
    ".ods": Format("corpus.readers.office", "read_as_xlsx", Places.SHEETS),
    ".odt": Format("corpus.readers.office", "read_as_docx", Places.BLOCKS),
    ".pdf": Format("corpus.readers.pdf", "read_pdf", Places.PAGES),
    ".rtf": Format("corpus.readers.office", "read_as_docx", Places.BLOCKS),
    ".txt": Format("corpus.readers.text", "read_text", Places.LINES),
    ".wps": Format("corpus.readers.office", "read_as_docx", Places.BLOCKS),
    ".xls": Format("corpus.readers.sheets", "read_xls", Places.SHEETS),
    ".xlsm": Format("corpus.readers.sheets", "read_xlsx", Places.SHEETS),
    ".xlsx": Format("corpus.readers.sheets", "read_xlsx", Places.SHEETS),
}
"""The formats that are read, by the ending of a file's name in small letters."""


def read_stream(path: Path) -> Stream:
    """The content of a file as the common stream; the reader is chosen by the file's extension.

    Raises:
        ReadError: the file is missing, empty, too large, of no known format, or not what its name says.
    """
    known = READERS.get(path.suffix.lower())
    if known is None:
        readable = ", ".join(sorted(READERS))
        raise ReadError(
            f"{path.name}: no reader for '{path.suffix or 'no extension'}' files; give one of {readable}"
        )
    reader: Callable[[str, bytes], Stream] = getattr(import_module(known.module), known.reader)
    return reader(path.name, _bytes(path))


def places_in(name: str) -> Places:
    """What the places in a file of this name count."""
    known = READERS.get(Path(name).suffix.lower())
    return known.places if known else Places.LINES


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise ReadError(f"{path.name}: there is no such file; check the path")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise ReadError(
                f"{path.name}: {size} bytes is more than the limit of {MAX_BYTES}; split the file"
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"{path.name}: can not be opened ({error.strerror}); check the path and its rights"
        ) from error
