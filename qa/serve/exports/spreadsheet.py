"""What a spreadsheet program must not take for a formula when it opens a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Letters with which a formula can begin (OWASP, CSV injection)."""

AS_TEXT = "'"
"""Before a cell's text: it is shown as it is."""


def is_formula_like(text: str) -> bool:
    """Whether a spreadsheet program may compute this text instead of showing it."""
    return text.startswith(STARTS)


def harmless_rows(
    rows: Iterable[tuple[str | int | None, ...]], figures: int
) -> Iterator[tuple[str | int | None, ...]]:
    """The rows of a CSV with every text marked as text; column `figures` holds digits, a sign before them or not."""
    for row in rows:
        yield tuple(value if at == figures else _harmless(value) for at, value in enumerate(row))


def _harmless(value: str | int | None) -> str | int | None:
    return AS_TEXT + value if isinstance(value, str) and is_formula_like(value) else value
