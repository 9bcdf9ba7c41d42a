"""Files of JSON objects, one a line: read as a stream, and written so that no line is ever half there."""

from __future__ import annotations

import io
import json
import math
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from qa.commands.terminal import as_line, show_json
from qa.errors import FileError, LineError

STANDARD = "-"
"""Stands for standard input and standard output where a file name is expected."""


def read_lines(path: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file that are not blank, with their 1-based numbers, as they come.

    Raises:
        FileError: the file cannot be opened or read.

    """
    try:
        if path == STANDARD:
            yield from _numbered(sys.stdin.buffer)
        else:
            with Path(path).open("rb") as lines:
                yield from _numbered(lines)
    except OSError as error:
        raise FileError(
            f"{path}: cannot be read ({error.strerror}); check the path and its rights"
        ) from error


def _numbered(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    for number, line in enumerate(lines, start=1):
        if content := content_of(number, line):
            yield number, content


def content_of(number: int, line: bytes) -> bytes:
    """What a line says: without the white space around it, and the first one without its byte order mark."""
    return line.removeprefix(BOM_UTF8).strip() if number == 1 else line.strip()


def parse_object(line: bytes) -> dict[str, object]:
    """The JSON object of one line of UTF-8.

    Raises:
        LineError: the line is no JSON, or not an object; says which.

    """
    try:
        value: object = json.loads(line.decode("utf-8"), parse_float=_finite, parse_constant=_finite)
    except RecursionError as error:
        raise LineError("nested too deeply") from error
    except UnicodeDecodeError as error:
        raise LineError("not UTF-8") from error
    except ValueError as error:
        raise LineError(f"not JSON: {error}") from error
    if not isinstance(value, dict):
        raise LineError("not a JSON object")
    return value


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is not a number of JSON, or too large")
    return number


@contextmanager
def open_writer(path: str | None) -> Iterator[Callable[[object], None]]:
    """A function that writes a value as one line of JSON, to a file or (None or `-`) to standard output.

    Each line reaches the file in one piece or not at all: a run that is broken off leaves whole lines.

    Raises:
        FileError: the file cannot be opened, or later, cannot take the next line.

    """
    if path is None or path == STANDARD:
        yield show_json
        return
    with _opened(path) as file:
        yield partial(_to_file, file, path)


def _opened(path: str) -> io.FileIO:
    try:
        return Path(path).open("wb", buffering=0)
    except OSError as error:
        raise FileError(f"{path}: cannot be written ({error.strerror}); choose another file") from error


def _to_file(file: io.FileIO, path: str, value: object) -> None:
    line = encoded(value)
    try:
        start = file.tell() if file.seekable() else None
        if file.write(line) == len(line):
            return
        if start is not None:
            file.truncate(start)
    except OSError as error:
        raise FileError(f"{path}: cannot be written ({error.strerror}); free some space") from error
    raise FileError(f"{path}: no space left for the next answer; free some space")


def encoded(value: object) -> bytes:
    """A value as one line of JSON in UTF-8; a lone surrogate stays what it is, escaped."""
    return as_line(value).encode("utf-8", "backslashreplace")


def same_file(first: str, second: str | None) -> bool:
    """Whether both paths are one file that is there."""
    if second is None or not Path(first).exists() or not Path(second).exists():
        return False
    return Path(first).samefile(second)
