import asyncio
import time

import pytest

from qa.serve.guards import RateLimit

ASKING = {"type": "http", "path": "/api/ask", "client": ("192.0.2.1", 1)}
MINUTE = 1_800_000_000.0
"""The beginning of a minute of the clock."""


async def app(_scope, _receive, send):
    await send({"type": "http.response.start", "status": 200})


@pytest.mark.parametrize(
    ("seconds", "statuses"),
    [
        # Over the end of a minute of the clock the limit is what it is within one.
        ((59.5, 59.6, 59.7, 60.1), [200, 200, 200, 429]),
        ((1.0, 2.0, 3.0, 4.0), [200, 200, 200, 429]),
        # What is a minute old is free again.
        ((1.0, 2.0, 3.0, 61.5, 61.6), [200, 200, 200, 200, 429]),
    ],
)
def test_so_many_requests_in_any_minute(monkeypatch, seconds, statuses):
    async def sent():
        guard, seen = RateLimit(app, rate=3), []

        async def send(message):
            if message["type"] == "http.response.start":
                seen.append(message["status"])

        for second in seconds:
            monkeypatch.setattr(time, "time", lambda now=MINUTE + second: now)
            await guard(ASKING, None, send)
        return seen

    assert asyncio.run(sent()) == statuses
