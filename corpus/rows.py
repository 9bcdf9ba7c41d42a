"""The printed rows of a table: code, name and figures apart, roles and what adds up to what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corpus.document import RowRole, Span
from corpus.figures import is_dash, parse_figure
from corpus.forms import forms
from corpus.headers import Header
from corpus.numbering import Enumerator, enumerator, without_enumerator
from corpus.readers.stream import TextLine
from corpus.regions import NOTE
from corpus.solver import Sum

MAX_LOOK_BACK = 200
CODE_PART = re.compile(r"\d{2,7}")
TOTAL_WORD = re.compile(r"总?合计$|小计$|总[计额]$")
FLOW = re.compile(r"收入|支出|收支|来源|运用")
CODE_AT_START = re.compile(r"(\d{3}(?:\d{2}){0,3})(?=[^\d\s,.%])")


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row as printed: its side, its figures and dashes in order, blank cells lost."""

    side: int
    code: str | None
    name: str
    figures: tuple[str, ...]
    span: Span
    quote: str


def read_rows(lines: Iterable[TextLine], header: Header) -> tuple[tuple[PrintedRow, ...], tuple[str, ...]]:
    """The rows of a flattened table in order, and the notes that stand under it."""
    rows: list[PrintedRow] = []
    notes: list[str] = []
    for line in lines:
        text = line.text.strip()
        if NOTE.match(text):
            notes.append(text)
        elif notes and not is_row_end(text):
            notes[-1] += text
        elif len(header.sides) == 2:
            rows.extend(_two_sided(rows, line, header))
        else:
            row = _one_sided(line, header)
            if rows and row.code is None and _continues(rows[-1], row, header):
                rows[-1] = _joined(rows[-1], row)
            else:
                rows.append(row)
    return tuple(rows), tuple(notes)


def is_row_end(text: str) -> bool:
    """Whether a line ends like a row, with a figure."""
    cells = text.split()
    return bool(cells) and _is_figure(cells[-1])


def _is_figure(cell: str) -> bool:
    return parse_figure(cell) is not None or is_dash(cell)


def _one_sided(line: TextLine, header: Header) -> PrintedRow:
    cells = line.text.split()
    code: list[str] = []
    if header.sides[0].code:
        glued = CODE_AT_START.match(cells[0])
        if glued:
            cells[:1] = [glued[1], cells[0][glued.end() :]]
        while cells and CODE_PART.fullmatch(cells[0]):
            code.append(cells.pop(0))
    figures: list[str] = []
    while cells and _is_figure(cells[-1]):
        figures.insert(0, cells.pop())
    return PrintedRow(0, "".join(code) or None, " ".join(cells), tuple(figures), line.span, _quote(line))


def _quote(line: TextLine) -> str:
    return line.text.strip()


def _continues(before: PrintedRow, row: PrintedRow, header: Header) -> bool:
    """Whether a line without a code is the rest of a name that is wrapped in its cell."""
    if (
        header.sides[0].code is None
        or before.code is None
        or before.span.lines is None
        or row.span.lines is None
    ):
        return False
    if row.name.endswith(forms().total_rows) or (before.figures and row.figures) or not row.name:
        return False
    return row.span.lines[0] == before.span.lines[1] + 1


def _joined(before: PrintedRow, row: PrintedRow) -> PrintedRow:
    lines = (before.span.lines or (0, 0))[0], (row.span.lines or (0, 0))[1]
    return replace(
        before,
        name=before.name + row.name,
        figures=before.figures + row.figures,
        span=replace(before.span, lines=lines),
        quote=before.quote + row.quote,
    )


def _two_sided(rows: Sequence[PrintedRow], line: TextLine, header: Header) -> list[PrintedRow]:
    """The one or two rows of a line: a name with its figures each."""
    halves: list[tuple[str, list[str]]] = []
    for cell in line.text.split():
        if halves and _is_figure(cell):
            halves[-1][1].append(cell)
        elif halves and not halves[-1][1] and not without_enumerator(halves[-1][0]):
            halves[-1] = (f"{halves[-1][0]} {cell}", [])
        else:
            halves.append(("", [cell]) if _is_figure(cell) else (cell, []))
    if len(halves) > 2:
        halves = [
            halves[0],
            (" ".join(name for name, _ in halves[1:]), [f for _, half in halves[1:] for f in half]),
        ]
    sides = (0, 1) if len(halves) == 2 else (_side(rows, *halves[0], header),)
    return [
        PrintedRow(side, None, name, tuple(figures), line.span, _quote(line))
        for side, (name, figures) in zip(sides, halves, strict=True)
    ]


def _side(rows: Sequence[PrintedRow], name: str, figures: Sequence[str], header: Header) -> int:
    """The side of a line's only row; the left where nothing tells.

    It is told by where there is room for its figures, then where its ordinal is the next one, then by what its name
    ends with.
    """
    room = [side for side, columns in enumerate(header.sides) if len(figures) <= len(columns.columns)]
    recent = rows[-MAX_LOOK_BACK:]
    following = [
        side for side in room if _is_next([row for row in recent if row.side == side], enumerator(name))
    ]
    endings = (forms().left_endings, forms().right_endings)
    named = [side for side in following or room if without_enumerator(name).endswith(endings[side])]
    for sides in (room, following, named):
        if len(sides) == 1:
            return sides[0]
    return 0


def _is_next(rows: Sequence[PrintedRow], ordinal: Enumerator | None) -> bool:
    """Whether an ordinal goes on where the rows of a side stopped."""
    if ordinal is None:
        return False
    above = (
        found for row in reversed(rows) if (found := enumerator(row.name)) and found.kind is ordinal.kind
    )
    last = next(above, None)
    return ordinal.value == (last.value + 1 if last else 1)


def role(name: str) -> RowRole:
    """How a row of this name takes part in sums."""
    bare = re.sub(r"\s+", "", without_enumerator(name))
    if bare.endswith(forms().total_rows):
        return RowRole.TOTAL
    return RowRole.OF_WHICH if bare.startswith(forms().of_which) else RowRole.ITEM


def roles_in_order(rows: Sequence[PrintedRow], roles: Sequence[RowRole]) -> tuple[RowRole, ...]:
    """The roles that rows have by their names, corrected by what follows them.

    A numbered total right above rows of a deeper number is the item that these are parts of: （一）支出合计, 1.…. What
    goes on with the numbers that begin behind 其中 is such a part as well: 其中：（1）…, （2）….
    """
    found = list(roles)
    below: dict[int, Enumerator | None] = {}
    for at in range(len(rows) - 1, -1, -1):
        ordinal, following = enumerator(rows[at].name), below.get(rows[at].side)
        if found[at] is RowRole.TOTAL and ordinal and following and following.kind > ordinal.kind:
            found[at] = RowRole.ITEM
        below[rows[at].side] = ordinal
    parts: dict[int, Enumerator | None] = {}
    for at, row in enumerate(rows):
        before, ordinal = parts.get(row.side), _number_of_part(row.name)
        if found[at] is RowRole.ITEM and not row.code and before and _follows(before, ordinal):
            found[at] = RowRole.OF_WHICH
        is_deeper = before is not None and ordinal is not None and ordinal.kind > before.kind
        parts[row.side] = ordinal if found[at] is RowRole.OF_WHICH else before if is_deeper else None
    return tuple(found)


def _number_of_part(name: str) -> Enumerator | None:
    """The number of a row, also where it stands behind 其中: 其中：（1）…."""
    bare = re.sub(r"\s+", "", name)
    word = next((word for word in forms().of_which if bare.startswith(word)), "")
    return enumerator(bare[len(word) :].lstrip("：:"))


def _follows(before: Enumerator, ordinal: Enumerator | None) -> bool:
    return ordinal is not None and (ordinal.kind, ordinal.value) == (before.kind, before.value + 1)


def parents(rows: Sequence[PrintedRow], roles: Sequence[RowRole]) -> tuple[int | None, ...]:
    """For each row the one that it adds up to: by the longest code that begins its own, else by its ordinal."""
    found: list[int | None] = []
    by_code: dict[str, int] = {}
    open_ordinals: dict[int, list[tuple[int, int]]] = defaultdict(list)
    last_items: dict[int, int] = {}
    split: dict[int, int | None] = {}
    for at, row in enumerate(rows):
        ordinal = enumerator(row.name)
        opened = open_ordinals[row.side]
        if roles[at] is RowRole.TOTAL:
            found.append(None)
            opened.clear()
        elif row.code:
            found.append(
                next(
                    (by_code[row.code[:end]] for end in _prefixes(row.code) if row.code[:end] in by_code),
                    None,
                )
            )
            by_code.setdefault(row.code, at)
        elif roles[at] is RowRole.OF_WHICH:
            if role(row.name) is RowRole.OF_WHICH:  # 其中：（一）…, which （二）… goes on from
                split[row.side] = opened[-1][1] if opened else last_items.get(row.side)
            found.append(split.get(row.side))
            number = _number_of_part(row.name)
            while number and opened and opened[-1][0] >= number.kind:
                opened.pop()
            opened.extend([(number.kind, at)] if number else ())
        elif ordinal:
            while opened and opened[-1][0] >= ordinal.kind:
                opened.pop()
            found.append(opened[-1][1] if opened else None)
            opened.append((ordinal.kind, at))
        else:
            found.append(None)
        if roles[at] is RowRole.ITEM:
            last_items[row.side] = at
    return tuple(found)


def _prefixes(code: str) -> Iterable[int]:
    return range(len(code) - 1, 0, -1)


def _beside(one: str, other: str) -> bool:
    """Whether the second of two totals is of other things than the first: 人员经费合计, 公用经费合计.

    The total of all (合计, 总计), and one of what comes in or goes out, takes in what stands above it.
    """
    subject = TOTAL_WORD.sub("", re.sub(r"\s+", "", without_enumerator(other)))
    return bool(subject) and not FLOW.search(subject) and subject not in one


def row_sums(
    rows: Sequence[PrintedRow], roles: Sequence[RowRole], above: Sequence[int | None], side: int
) -> tuple[Sum, ...]:
    """What must add up on one side: items to the row above them, top items to the total below (or above) them.

    A second total takes the first one and what stands between them, but for one that stands beside it.
    """
    parts: dict[int, list[int]] = {}
    top: list[int] = []
    totals: list[int] = []
    for at, row in enumerate(rows):
        if row.side != side:
            continue
        if roles[at] is RowRole.TOTAL:
            totals.append(at)
            beside = [n for n, one in enumerate(top) if one in totals and _beside(rows[one].name, row.name)]
            own = beside[-1] + 1 if beside else 0
            if top[own:]:
                parts[at] = top[own:]
            top = [*top[:own], at]
        elif roles[at] is RowRole.ITEM:
            parent = above[at]
            (top if parent is None else parts.setdefault(parent, [])).append(at)
    if totals and totals[0] not in parts and top:
        parts[totals[0]] = [at for at in top if at not in totals]
    return tuple(Sum(total, tuple(items)) for total, items in parts.items() if items)
