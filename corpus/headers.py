"""The printed header of a flattened table, settled into columns.

A flattened header is its cells' texts one after the other, wrapped cells broken over lines, heads before or after
what they stand over. It is read as a standard form whose header cells tile the text without rest; a header of no
known form is read by its words alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from corpus.forms import WIDTHS, Form, Path, Side, forms
from corpus.solver import Sum

MAX_LENGTH = 400
MAX_STEPS = 1_000

Node = tuple[int, Path]
"""A header cell of a form: its side, and the patterns from the outermost cell down to it."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HeaderSide:
    """One list of rows: the printed paths of its columns from left to right.

    `printed` gives the columns' positions in the order in which their own cells stand in the header's text, which
    is the order of the figures where the form's own is not.
    """

    code: tuple[str, ...] | None
    name: tuple[str, ...] | None
    columns: tuple[tuple[str, ...], ...]
    printed: tuple[int, ...]

    @property
    def sums(self) -> tuple[Sum, ...]:
        """Which columns are totals of which others: of their neighbours under the same head."""
        return column_sums(self.columns)


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table: one side, or two beside each other."""

    sides: tuple[HeaderSide, ...]


def read_header(lines: Sequence[str]) -> Header | None:
    """The header as the standard form that it fills best, or None where it is of none."""
    cells = [cell for line in lines for cell in line.split()]
    printed = "".join(cells)
    if not printed or len(printed) > MAX_LENGTH:
        return None
    ends = list(accumulate(len(cell) for cell in cells))
    whole = set(zip([0, *ends], ends, strict=False))
    fits = ((form, _tiled(printed.translate(WIDTHS), whole, form)) for form in forms().forms)
    found = [
        (len(_nodes(form)) - len(tiles), header)
        for form, tiles in fits
        if tiles and (header := _filled(form, tiles, printed))
    ]
    return min(found, key=lambda fit: fit[0])[1] if found else None


def column_sums(columns: Sequence[tuple[str, ...]]) -> tuple[Sum, ...]:
    """The total columns with their parts; a head with a total of its own takes part through that total."""
    totals = {
        at: _summed(path, columns)
        for at, path in enumerate(columns)
        if path and path[-1].endswith(forms().total_columns)
    }
    heads = {head: at for at, head in totals.items()}
    sums = []
    for total, head in totals.items():
        parts = [
            at
            for at, path in enumerate(columns)
            if at != total and path[: len(head)] == head and _speaks_for(at, path, head, heads)
        ]
        if parts:
            sums.append(Sum(total, tuple(parts)))
    return tuple(sums)


def _summed(total: tuple[str, ...], columns: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The head whose columns a total column adds up: its own, or the one beside it that it names (“三公”经费合计)."""
    *above, last = total
    beside = {
        path[: len(total)] for path in columns if len(path) > len(total) and path[: len(above)] == total[:-1]
    }
    named = (head for head in beside for word in forms().total_columns if last == f"{head[-1]}{word}")
    return next(named, total[:-1])


def _speaks_for(
    at: int, path: tuple[str, ...], head: tuple[str, ...], heads: dict[tuple[str, ...], int]
) -> bool:
    """Whether a column adds to the total of `head` itself, and not to a total of a head between them.

    What is part of the column beside it (其中) adds to none.
    """
    if path[-1].startswith(forms().of_which):
        return False
    between = [path[:depth] for depth in range(len(head) + 1, len(path)) if path[:depth] in heads]
    return not between or heads[between[0]] == at


def _nodes(form: Form) -> list[Node]:
    """All header cells of a form, each once, from left to right."""
    nodes: dict[Node, None] = {}
    for number, side in enumerate(form.sides):
        texts = [path for path in (side.code, side.name) if path]
        for path in (*texts, *((part,) for part in side.parts), *side.columns):
            nodes.update({(number, path[:depth]): None for depth in range(1, len(path) + 1)})
    return list(nodes)


def _tiled(text: str, whole: set[Place], form: Form) -> dict[Node, Place] | None:
    """Where each header cell of the form stands, so that together they are the whole text; None if they can not.

    `whole` gives the words that are printed apart: a cell that is just one of them is tried before a longer one.
    """
    nodes = _nodes(form)
    patterns = {node: re.compile(node[1][-1]) for node in nodes}
    steps = 0
    stack: list[tuple[int, tuple[tuple[Node, Place], ...]]] = [(0, ())]
    while stack and steps < MAX_STEPS:
        at, tiles = stack.pop()
        steps += 1
        if at == len(text):
            return dict(tiles)
        used = {node for node, _ in tiles}
        unused: dict[str, Node] = {}
        for node in nodes:
            if node not in used:
                unused.setdefault(node[1][-1], node)
        matches = [
            (node, found.end()) for node in unused.values() if (found := patterns[node].match(text, at))
        ]
        for node, end in sorted(matches, key=lambda match: ((at, match[1]) in whole, match[1])):
            stack.append((end, (*tiles, (node, (at, end)))))
    return None


def _filled(form: Form, tiles: dict[Node, Place], printed: str) -> Header | None:
    sides = [_filled_side(number, side, tiles, printed) for number, side in enumerate(form.sides)]
    complete = tuple(side for side in sides if side)
    return Header(complete) if len(complete) == len(sides) else None


def _filled_side(number: int, side: Side, tiles: dict[Node, Place], printed: str) -> HeaderSide | None:
    """The side with the columns that the header prints; None where it lacks the names or has no column at all."""
    if side.name and (number, side.name) not in tiles:
        return None
    columns = [path for path in side.columns if (number, path) in tiles]
    if not columns:
        return None
    places = [tiles[number, path] for path in columns]

    def words(path: Path) -> tuple[str, ...]:
        cells = [tiles.get((number, path[:depth])) for depth in range(1, len(path) + 1)]
        return tuple(printed[place[0] : place[1]] for place in cells if place)

    return HeaderSide(
        words(side.code) if side.code and (number, side.code) in tiles else None,
        words(side.name) if side.name else None,
        tuple(words(path) for path in columns),
        tuple(sorted(range(len(columns)), key=lambda at: places[at])),
    )


def plain_header(lines: Sequence[str]) -> Header:
    """A header of no known form, by its words: names and codes told by the vocabulary, the other cells figures.

    A single cell on a line before the line of the other cells is the head over them; two of them before a line
    that has its name column twice are the heads of two sides.
    """
    known = forms()
    rows = [[cell for cell in line.split() if cell not in known.code_words] for line in lines]
    sides = next((halves for row in rows if len(halves := _halves(row)) == 2), None)
    heads = [row for row in rows if row and not any(map(_is_name, row))]
    if sides:
        pair = heads[0] if heads and len(heads[0]) == 2 else []
        return Header(tuple(_plain_side(cells, pair[at : at + 1]) for at, cells in enumerate(sides)))
    coded = any(cell in known.code_words for line in lines for cell in line.split())
    named = any(_is_name(cell) for row in rows for cell in row)
    figures = [[cell for cell in row if not _is_name(cell)] for row in rows]
    cells = [row for row in figures if row]
    head = cells.pop(0) if len(cells) > 1 and len(cells[0]) == 1 and len(cells[1]) > 1 else []
    side = _plain_side([cell for row in cells for cell in row], head)
    return Header(
        (HeaderSide(("编码",) if coded else None, ("项目",) if named else None, side.columns, side.printed),)
    )


def _is_name(cell: str) -> bool:
    """Whether a header cell is over names."""
    return cell in forms().name_words or cell.endswith(forms().name_endings)


def _halves(cells: list[str]) -> list[list[str]]:
    """The figures' cells after each name column of a line."""
    starts = [at for at, cell in enumerate(cells) if _is_name(cell)]
    if not starts:
        return []
    return [cells[start + 1 : end] for start, end in zip(starts, [*starts[1:], len(cells)], strict=True)]


def _plain_side(cells: list[str], head: list[str]) -> HeaderSide:
    columns = tuple((*head, cell) for cell in cells)
    return HeaderSide(None, (*head, "项目"), columns, tuple(range(len(columns))))
