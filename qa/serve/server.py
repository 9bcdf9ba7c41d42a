"""Listening: the address is taken before anything slow is loaded, and given back when the server stops."""

from __future__ import annotations

import logging
import socket
from contextlib import closing

import uvicorn

from qa.commands.terminal import tell
from qa.errors import UsageError
from qa.serve.protocol import PatientProtocol
from qa.serve.settings import Settings

GRACE = 10
"""Seconds that requests have to end when the server is stopped."""
BACKLOG = 1024


def listen(settings: Settings) -> socket.socket:
    """A socket at the address of the settings.

    Raises:
        UsageError: the address is in use, or is not one of this machine.
    """
    where = f"{settings.host} port {settings.port}"
    try:
        family, *_ = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM)[0]
        return socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except (OSError, UnicodeError) as error:
        said = error.strerror if isinstance(error, OSError) else error
        raise UsageError(
            f"{where} cannot be listened at ({said}): give another with --host or --port"
        ) from error


def serve(listening: socket.socket, settings: Settings, store: str | None) -> None:
    """Answer on a socket until the process is told to stop; requests that are under way are finished.

    Raises:
        StoreError: the store cannot be opened.
    """
    from qa.serve.app import create_app
    from qa.serve.service import Service

    logging.basicConfig(format="budget-qa: %(message)s", level=logging.WARNING)
    with closing(listening):
        app = create_app(Service.open(store, settings))
        config = uvicorn.Config(
            app,
            http=PatientProtocol,
            ws="none",
            root_path=settings.root_path,
            access_log=False,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )
        host, port = listening.getsockname()[:2]
        tell(f"http://{f'[{host}]' if ':' in host else host}:{port}/ (Ctrl-C stops it)")
        uvicorn.Server(config).run(sockets=[listening])
