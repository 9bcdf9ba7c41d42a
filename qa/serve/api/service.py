"""How a route comes by the service."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends
from starlette.requests import HTTPConnection

from qa.serve.service import Service


def of_application(connection: HTTPConnection) -> Service:
    """The service that the application was made with."""
    service = connection.app.state.service
    assert isinstance(service, Service)
    return service


Serving = Annotated[Service, Depends(of_application)]
