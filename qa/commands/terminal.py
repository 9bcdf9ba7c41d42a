"""How the commands speak: results on standard output, messages and progress on standard error."""

from __future__ import annotations

import io
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

Tick = Callable[[int, int | None], None]
"""Told how many are done, and of how many where that is known."""

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and overrides of the writing direction: a document must not steer the terminal."""

PIPE_WIDTH = 160
"""Columns of a table that goes to a file or a pipe, which have no width of their own."""

FIRST_WORD = 1.0
EVERY = 5.0
"""Seconds until progress is told, and between two tellings, where the messages do not go to a terminal."""


def prepare_streams() -> None:
    """Make every character writable: files and pipes get UTF-8, what a terminal lacks is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            # In JSON the escape of a lone surrogate is its JSON escape as well.
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def printable(text: str) -> str:
    """The text with every character that could steer a terminal made visible."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def show(text: str) -> None:
    """A line of the result, for people."""
    sys.stdout.write(printable(text) + "\n")


def show_heading(text: str) -> None:
    """A blank line and a heading, for people; it stands out in a terminal."""
    if sys.stdout.isatty():
        console().print(f"\n{printable(text)}", style="bold")
    else:
        show(f"\n{text}")


def show_json(value: object) -> None:
    """A result for scripts: one JSON value on one line."""
    sys.stdout.write(as_line(value))
    sys.stdout.flush()


def as_line(value: object) -> str:
    """A value as one line of JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


def tell(message: str) -> None:
    """A message, as one line."""
    sys.stderr.write(f"budget-qa: {' '.join(printable(message).split())}\n")


def console() -> Console:
    """Where tables and rendered text for people go; colours only where a terminal shows them."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


@contextmanager
def progress(label: str) -> Iterator[Tick]:
    """What a long task reports to: a bar in a terminal, else a line every few seconds."""
    if not sys.stderr.isatty():
        yield lines(label)
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
    )
    screen = Console(file=sys.stderr)
    # The results must reach standard output even while the bar is shown.
    with Progress(
        *columns,
        TimeElapsedColumn(),
        console=screen,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    ) as bar:
        task = bar.add_task(printable(label), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def lines(label: str) -> Tick:
    """Progress as a line every few seconds, none for what is quickly done."""
    told = time.monotonic() + FIRST_WORD - EVERY

    def tick(done: int, total: int | None) -> None:
        nonlocal told
        if time.monotonic() - told >= EVERY:
            told = time.monotonic()
            tell(f"{label} {done}" if total is None else f"{label} {done}/{total}")

    return tick
