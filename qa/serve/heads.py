"""The header of a table as rows of cells with their spans, made from its columns' header paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Head:
    """A cell of a header: its words, the columns of the table that it stands over, and the rows that it spans."""

    text: str
    columns: tuple[int, ...]
    rows: int


def header(paths: Mapping[int, tuple[str, ...]]) -> tuple[tuple[Head, ...], ...]:
    """The header over the columns that are shown, by their numbers and header paths, the topmost row first.

    Equal beginnings of paths side by side are one cell; a path that ends early reaches down, an empty one is blank.
    """
    paths = {number: path or ("",) for number, path in paths.items()}
    depth = max(map(len, paths.values()), default=0)
    return tuple(tuple(_row(paths, level, depth)) for level in range(depth))


def _row(paths: Mapping[int, tuple[str, ...]], level: int, depth: int) -> Iterator[Head]:
    def beginning(number: int) -> tuple[object, ...]:
        """What columns share that have one cell here: the path down to it, unless it ends here."""
        path = paths[number]
        return path[: level + 1], number if len(path) == level + 1 else None

    reaching = [number for number, path in paths.items() if len(path) > level]
    for _, run in groupby(reaching, beginning):
        columns = tuple(run)
        path = paths[columns[0]]
        yield Head(path[level], columns, depth - level if len(path) == level + 1 else 1)
