"""The application inside of the tests' own process."""

import asyncio

from fastapi.testclient import TestClient

from qa.serve.app import create_app


def application(service):
    """A client of the application over a service, to be opened; the service is closed with it."""

    async def created():
        # Inside of a loop, since Gradio makes loops that nobody closes where none is running.
        return create_app(service)

    return TestClient(asyncio.run(created()))
