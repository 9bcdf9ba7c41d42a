"""Who was too slow, the client or the server."""

import asyncio

import pytest

from qa.serve.guards import Patience


def status_of(headers, arrived):
    """The status that an application which takes too long is answered with, once it has read what has arrived."""
    sent = []

    async def never(_scope, receive, _send):
        if arrived:
            await receive()
        await asyncio.sleep(10)

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "POST", "headers": headers}
    asyncio.run(Patience(never, 0.05)(scope, receive, send))
    return sent[0]["status"]


@pytest.mark.parametrize(
    ("headers", "arrived", "status"),
    [
        ([], False, 504),
        ([(b"content-length", b"0")], False, 504),
        ([(b"content-length", b"9")], False, 408),
        ([(b"transfer-encoding", b"chunked")], False, 408),
        ([(b"content-length", b"9")], True, 504),
    ],
)
def test_a_request_without_a_body_was_never_waited_for(headers, arrived, status):
    assert status_of(headers, arrived) == status
