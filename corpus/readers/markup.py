"""Elements of XML and HTML trees, as far as the readers use them, and the guards that stand before parsing."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Protocol

from corpus.errors import ReadError

MAX_ENTRIES = 5_000
MAX_UNPACKED = 400 * 1024 * 1024
MAX_PART = 32 * 1024 * 1024
"""Bytes of one XML part of an Office file; pictures may be larger."""

PROLOGUE = 4_096
DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)")
OLE = b"\xd0\xcf\x11\xe0"
ZIP = b"PK"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class Element(Protocol):
    """An element of a parsed tree: what lxml's elements have in common."""

    tag: str
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> Mapping[str, str]:
        """Its attributes by name."""

    def get(self, key: str, default: str | None = None, /) -> str | None:
        """The value of an attribute."""

    def find(self, path: str, /) -> Element | None:
        """The first element at this path below it."""

    def findall(self, path: str, /) -> list[Element]:
        """All elements at this path below it."""

    def getparent(self) -> Element | None:
        """The element that this one stands in."""

    def iter(self, *tags: str) -> Iterator[Element]:
        """Itself and everything below it, in the order of the text."""

    def __iter__(self) -> Iterator[Element]:
        """What stands directly below it."""


def check_office_file(name: str, data: bytes) -> None:
    """Refuses what can not be a Word or Excel file of today, or would fill the memory when it is unpacked.

    Raises:
        ReadError: an old or encrypted file, no zip, too many or too large parts, or XML that declares entities,
            which Office never writes.
    """
    if data.startswith(OLE):
        if ENCRYPTED in data:
            raise ReadError(f"{name}: the file asks for a password; give one without")
        raise ReadError(f"{name}: this is an old Office file whatever its name says; name it .doc or .xls")
    if not data.startswith(ZIP):
        raise ReadError(f"{name}: this is no Office file whatever its name says; give the original")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_parts(name, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise ReadError(f"{name}: the file is broken and can not be read; give the original") from error


def _check_parts(name: str, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > MAX_ENTRIES or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise ReadError(f"{name}: unpacked, the file is far too large; split it")
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.file_size > MAX_PART:
            raise ReadError(f"{name}: unpacked, the file is far too large; split it")
        with archive.open(part) as content:
            if DECLARES.search(content.read(PROLOGUE).replace(b"\0", b"")):
                raise ReadError(f"{name}: its XML declares entities, as no Office program does; save it anew")
