"""Questions as JSON lines, answered one by one while they still arrive."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

from starlette.requests import ClientDisconnect

from index import EncoderError, StoreError
from qa.answer import Answer
from qa.commands.batch import answer_line, invalid_line
from qa.commands.lines import content_of, encoded
from qa.errors import LineError
from qa.serve.guards.patience import ClientStalled
from qa.serve.metrics import Interface
from qa.serve.service import Service

LONGEST_LINE = 256 * 1024
"""Bytes of one question with its history; so much is kept of a stream."""


async def answers(service: Service, body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """An answer object a line, in the order of the questions, each as soon as it is there."""
    ask = service.asker(Interface.BATCH)
    number = 0
    try:
        async for line in lines(body):
            number += 1
            if content := content_of(number, line):
                yield encoded(await _answered(service, ask, number, content))
    except ClientStalled:
        late = LineError(
            f"nothing came for {service.settings.request_seconds:g} seconds; the rest is not read"
        )
        yield encoded(invalid_line(number + 1, late))
    except ClientDisconnect:
        return


async def _answered(
    service: Service, ask: Callable[..., Answer], number: int, line: bytes
) -> dict[str, object]:
    if len(line) > LONGEST_LINE:
        return invalid_line(number, LineError(f"longer than {LONGEST_LINE} bytes"))
    try:
        async with asyncio.timeout(service.settings.request_seconds):
            return await service.run(answer_line, ask, number, line)
    except TimeoutError:
        return invalid_line(number, LineError(f"no answer in {service.settings.request_seconds:g} seconds"))
    except (StoreError, EncoderError) as error:
        return invalid_line(number, error)


async def lines(body: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The lines of a stream; of one that is longer than `LONGEST_LINE` a part that is too long as well."""
    rest = b""
    async for chunk in body:
        *whole, last = chunk.split(b"\n")
        for end in whole:
            yield rest + end[: LONGEST_LINE + 1]
            rest = b""
        rest += last[: LONGEST_LINE + 1 - len(rest)]
    if rest:
        yield rest
