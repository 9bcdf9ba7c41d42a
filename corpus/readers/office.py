"""What LibreOffice turns into a format that is read here: old Word files, .wps, .rtf, .odt and .ods.

LibreOffice runs for one file at a time, without a window, with a profile of its own in a folder that is thrown away.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.errors import ReadError
from corpus.readers.docx import read_docx
from corpus.readers.html import read_html
from corpus.readers.sheets import read_xlsx
from corpus.readers.stream import Stream

PROGRAMS = ("soffice", "libreoffice")
MAC_PROGRAM = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
MAX_SECONDS = 90.0
SAFE = "document"
"""The name that a file is converted under: its own may be any."""

SAME_AS = {".wps": ".doc"}
"""WPS Writer's files are Word's; the name belongs to another program's in LibreOffice."""

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks"
 oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"
 oor:op="fuse"><value>3</value></prop></item>
</oor:items>
"""
"""A document fetches nothing from elsewhere and runs nothing."""


def read_as_docx(name: str, data: bytes) -> Stream:
    """A text document by way of .docx; places count as they do there. Name and digest are the file's own.

    Raises:
        ReadError: LibreOffice is not installed, does not read the file, or takes too long; else see `read_docx`.
    """
    if data.startswith(b"PK\x03\x04") and b"word/document.xml" in data:
        return read_docx(name, data)
    if data.lstrip()[:1] == b"<":
        return read_html(name, data)
    return _read(name, data, "docx", read_docx)


def read_as_xlsx(name: str, data: bytes) -> Stream:
    """A workbook by way of .xlsx; places count as they do there. Name and digest are the file's own.

    Raises:
        ReadError: see `read_as_docx`.
    """
    return _read(name, data, "xlsx", read_xlsx)


def office_program() -> str | None:
    """Where LibreOffice is installed; None where it is not."""
    found = next((path for program in PROGRAMS if (path := shutil.which(program))), None)
    return found or (str(MAC_PROGRAM) if MAC_PROGRAM.is_file() else None)


def _read(name: str, data: bytes, kind: str, read: Callable[[str, bytes], Stream]) -> Stream:
    program = office_program()
    if program is None:
        raise ReadError(
            f"{name}: '{Path(name).suffix}' files are read through LibreOffice, which is not installed; "
            f"install it, or save the file as .{kind}"
        )
    with TemporaryDirectory(prefix="budget-qa-") as folder:
        converted = _converted(name, data, kind, program, Path(folder))
    return replace(read(name, converted), digest=hashlib.sha256(data).hexdigest())


def _converted(name: str, data: bytes, kind: str, program: str, folder: Path) -> bytes:
    suffix = Path(name).suffix.lower()
    source = folder / f"{SAFE}{SAME_AS.get(suffix, suffix)}"
    source.write_bytes(data)
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
    command = [
        program,
        "--headless",
        "--norestore",
        "--nolockcheck",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    _run(name, command, folder)
    made = folder / "out" / f"{SAFE}.{kind}"
    if not made.is_file():
        raise ReadError(f"{name}: LibreOffice does not read the file; it is broken, or asks for a password")
    return made.read_bytes()


def _run(name: str, command: list[str], folder: Path) -> None:
    """Runs a program; however that ends, nothing that it started goes on."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise ReadError(f"{name}: LibreOffice does not start ({error.strerror}); repair it") from error
    try:
        process.wait(MAX_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"{name}: LibreOffice takes more than {MAX_SECONDS:.0f} seconds; split the file"
        ) from error
    finally:
        if sys.platform != "win32":
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
