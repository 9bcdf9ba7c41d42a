"""One reader a format, each giving the same stream of lines and grids with their places."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import ReadError
from corpus.readers.pdf import read_pdf
from corpus.readers.stream import Stream
from corpus.readers.text import read_text

__all__ = ["MAX_BYTES", "Stream", "read_stream"]

MAX_BYTES = 32 * 1024 * 1024
READERS = {".pdf": read_pdf, ".txt": read_text}


def read_stream(path: Path) -> Stream:
    """The content of a file as the common stream; the reader is chosen by the file's extension.

    Raises:
        ReadError: the file is missing, empty, too large, of no known format, or not what its name says.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(READERS))
        raise ReadError(
            f"{path.name}: no reader for '{path.suffix or 'no extension'}' files; give one of {known}"
        )
    return reader(path.name, _bytes(path))


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
