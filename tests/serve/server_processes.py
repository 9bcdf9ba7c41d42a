"""The real server as a process of its own, and plain sockets to speak to it as no good client would."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://\S+?(?=/ )")
START_SECONDS = 60
WAIT = 5
"""Seconds that the server which the tests share waits for a slow client, and for an answer."""


@dataclass(frozen=True, slots=True)
class Running:
    """A server that listens at `address`; `said` reads what it has written to standard error."""

    address: str
    process: subprocess.Popen[bytes]
    messages: Path

    def said(self) -> str:
        return self.messages.read_text("utf-8")

    def connected(self, seconds: float = 30) -> socket.socket:
        """A new connection whose reads and writes give up after some seconds."""
        where = urlsplit(self.address)
        return socket.create_connection((where.hostname, where.port), seconds)


def environment(folder: Path, **settings: object) -> dict[str, str]:
    """This process' environment with a data folder of its own and these settings of the server only."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BUDGET_QA_")}
    given = {f"BUDGET_QA_{name.upper()}": str(value) for name, value in settings.items()}
    return kept | {"XDG_DATA_HOME": str(folder)} | given


@contextmanager
def running(folder: Path, **settings: object) -> Iterator[Running]:
    """A server over the documents that ship, with its data in `folder`, until the block ends."""
    messages = folder / "messages"
    with (
        messages.open("wb") as out,
        subprocess.Popen(
            [sys.executable, "-m", "qa", "serve", "--port", "0"],
            stderr=out,
            cwd=ROOT,
            env=environment(folder, **settings),
        ) as process,
    ):
        try:
            yield Running(_address(messages, process), process, messages)
        finally:
            process.terminate()


def _address(messages: Path, process: subprocess.Popen[bytes]) -> str:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if found := ADDRESS.search(messages.read_text("utf-8")):
            return found[0]
        time.sleep(0.05)
    raise AssertionError(f"the server does not listen: {messages.read_text('utf-8')}")


def everything(connection: socket.socket) -> bytes:
    """What comes until the other side closes the connection."""
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts)


def answered(connection: socket.socket) -> bytes:
    """A whole response of a declared length, which may come in several pieces; the connection may stay open."""
    response = b""
    while part := connection.recv(65536):
        response += part
        head, end, body = response.partition(b"\r\n\r\n")
        declared = re.search(rb"content-length: (\d+)", head.lower())
        if end and declared and len(body) >= int(declared[1]):
            break
    return response
