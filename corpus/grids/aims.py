"""Forms of aims and indicators among the grids of a stream (项目支出绩效目标申报表).

They print labels and what they say beside each other, then a list of indicators; their numbers stand in no columns.
A form is read into lines of text: its name, one for each label, one for each indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.aims import BESIDE_GROUP, OF_TERM, aim_words
from corpus.figures import parse_figure
from corpus.forms import squeezed
from corpus.grids.captions import unit_in
from corpus.grids.sheet import Sheet, SheetRow, origins, row_span, texts, words
from corpus.readers.stream import FormGroup, FormLine, FormTitle, GridCell, TextLine

LONGEST_UNIT = 20
"""The unit of a label stands in so many last letters."""
LEAST = 2
"""So many heads or groups of indicators tell a form."""
BRACKET = re.compile(r"\((?:(?:单位:)?(?:亿元|百万元|万元|千元|元)|20\d\d年?度?(?:[-—~至]+20\d\d年?度?)?)\)$")
"""A label's unit, or the years that it is about."""


def is_aims_form(table: Sheet, title: str) -> bool:
    """Whether a grid is a form of aims: by the labels in all of its rows, wherever its indicators begin."""
    known = aim_words()
    said = {squeezed(text) for row in table.rows for text in texts(row)}
    if len(said & known.groups) >= LEAST:
        return True
    is_of_aims = any(word in text for text in (*said, title) for word in known.forms)
    return is_of_aims and len(said & known.heads) >= LEAST


def begins_form(part: Sheet) -> bool:
    """Whether a grid is the labels of a form whose indicators stand on the next page: a name, and more beside it.

    Or it is the name alone, in the last row of a page.
    """
    known = aim_words()
    said = {_label(cell) for row in part.rows for cell in origins(row)}
    is_cut = len(part.rows) == 1 or len(said & (known.texts | known.money)) >= LEAST
    return bool(said & known.project) and is_cut


def goes_on_with_form(part: Sheet) -> bool:
    """Whether a grid right after a form is more of its indicators, in whatever columns: a group, and no name."""
    known = aim_words()
    said = {_label(cell) for row in part.rows for cell in origins(row)}
    return bool(said & (known.groups | known.heads)) and not said & (known.project | known.body)


def form_lines(table: Sheet, unit: str | None, over: TextLine | None = None) -> tuple[TextLine, ...]:
    """The lines of the forms in a grid; none where neither it nor a line over it says what it is of.

    `unit` is the one over the grid, for money whose label states none; `over` says whose form it is (编制部门：X).
    """
    known = aim_words()
    said = {_label(cell) for row in table.rows for cell in origins(row)}
    reader = _Reader(unit, known.project if said & known.project else known.body)
    if over is not None and not said & (known.project | known.body):
        reader.begin(over)
    for row, below in zip_longest(table.rows, table.rows[1:], fillvalue=()):
        reader.read(row, below)
    return reader.lines()


def _label(cell: GridCell) -> str:
    """What a cell says as a label is looked up: without its colon, its unit and its years."""
    return BRACKET.sub("", squeezed(words(cell)).rstrip(":")).rstrip(":")


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of columns of indicators, from the first to the one after the last."""

    text: str
    start: int
    end: int


_Under = tuple[str, list[GridCell]]
"""A head and what stands under it in one row."""


class _Reader:
    """Reads rows in order; holds the lines of the open form, and those that may belong to the next one."""

    def __init__(self, unit: str | None, names: frozenset[str]) -> None:
        self._names = names
        self._over = unit
        self._unit = unit
        self._lines: list[TextLine] = []
        self._waiting: list[TextLine] = []
        self._name = ""
        self._seen: set[GridCell] = set()
        self._sums: dict[tuple[int | None, int], str] = {}
        self._heads: tuple[_Head, ...] = ()
        self._width = 0
        self._last: TextLine | None = None
        self._levels: list[str] = []

    def lines(self) -> tuple[TextLine, ...]:
        return (*self._lines, *self._waiting) if self._name else ()

    def begin(self, over: TextLine) -> None:
        """Opens the form of a body that a line over the grid names."""
        label, _, name = over.text.replace(":", "：").partition("：")
        self._name = name.strip()
        title = FormTitle(aim_words().title(label, self._name), over.span)
        self._lines.extend((title, FormLine(f"{label.strip()}：{self._name}", over.span)))

    def read(self, row: SheetRow, below: SheetRow) -> None:
        """A row, and the one below it, which may say what the row's labels are over."""
        known = aim_words()
        cells = list(origins(row))
        heads = known.heads | known.value | known.weight
        if sum(squeezed(words(cell)) in heads for cell in cells) >= LEAST:
            self._heads, self._width = tuple(_head(cell) for cell in cells), len(row)
        elif any(_label(cell) in known.labels for cell in cells):
            self._read_labels(cells, below)
        elif any(head.text in known.project for head in self._heads):
            self._read_listed(row, cells)
        elif self._heads and self._name:
            self._read_indicator(row, cells)

    def _read_labels(self, cells: Sequence[GridCell], below: SheetRow) -> None:
        """Each label with the first cell on its right, or else with the one below, where that says something."""
        known = aim_words()
        for at, cell in enumerate(cells):
            self._unit = unit_in(words(cell)[-LONGEST_UNIT:]) or self._unit
            label = _label(cell)
            if label not in known.labels:
                continue
            if label in known.whole | known.term:
                self._sums[cell.span.page, cell.column] = label
            under = (one for one in origins(below) if label in known.texts and _is_under(one, cell))
            said = next((one for one in (*cells[at + 1 : at + 2], *under) if self._is_said(one)), None)
            if said is None:
                continue
            self._seen.add(said)
            if label in self._names:
                self._open(label, said)
            else:
                self._say(label, said, self._sums.get((cell.span.page, cell.column), ""))

    def _is_said(self, cell: GridCell) -> bool:
        """Whether a cell says what no label was read with yet, and is no label."""
        return bool(words(cell)) and cell not in self._seen and _label(cell) not in aim_words().labels

    def _open(self, label: str, cell: GridCell) -> None:
        name = words(cell)
        if name != self._name:
            title = FormTitle(aim_words().title(label, name), cell.span)
            self._lines.extend((title, FormLine(f"{label}：{name}", cell.span), *self._waiting))
            self._waiting = []
            self._unit = self._over
            self._levels = []
            self._sums = {}
        self._name, self._heads = name, ()

    def _say(self, label: str, cell: GridCell, over: str) -> None:
        """A label's line; what comes after the indicators, or before a name, may be the next form's.

        `over` is the sum last printed above the label: of all years in one column, of the year in the next.
        """
        known = aim_words()
        said = words(cell)
        is_money = label in known.money and parse_figure(said) is not None and cell.certain
        unit = (self._unit or "") if is_money else ""
        of_term = f"{over}{OF_TERM}" if label in known.parts and over in known.term else ""
        name = of_term + label.removeprefix("其中:")
        line = FormLine(f"{name}：{said}{unit}", cell.span)
        (self._lines if self._name and not self._heads else self._waiting).append(line)

    def _read_listed(self, row: SheetRow, cells: Sequence[GridCell]) -> None:
        """A row of a list of all projects' indicators: the project where it is another one, then the indicator."""
        known, heads = aim_words(), self._heads
        found = self._placed(row, cells) or []
        named = [
            (head, cell) for head, under in found if head in known.project for cell in under if words(cell)
        ]
        told = any(words(cell) for head, under in found for cell in under if head not in known.project)
        for label, cell in named[:1] if told else ():  # a unit stands alone over its projects
            if words(cell) != self._name:
                self._open(label, cell)
                self._heads = heads
                self._lines.extend(self._listed_lines(found))
        if self._name:
            self._read_indicator(row, cells)

    def _listed_lines(self, found: Sequence[_Under]) -> Iterator[FormLine]:
        """What a list says of a project as a whole: its money, and what it aims at."""
        known = aim_words()
        for head, cell in ((head, cell) for head, under in found for cell in under if words(cell)):
            is_money = parse_figure(words(cell)) is not None and cell.certain
            if head in known.listed_aim:
                yield FormLine(f"{known.aim_label}：{words(cell)}", cell.span)
            elif is_money and head in known.listed_whole | known.parts:
                label = known.whole_label if head in known.listed_whole else head
                yield FormLine(f"{label}：{words(cell)}{self._unit or ''}", cell.span)

    def _read_indicator(self, row: SheetRow, cells: Sequence[GridCell]) -> None:
        """An indicator's line: its group, its name, its value and its weight; a row that does not fit as it stands."""
        known = aim_words()
        found = self._placed(row, cells)
        if found is None:
            self._lines.extend([FormLine(" ".join(texts(row)), row_span(row))] if texts(row) else [])
            return
        self._open_group(found, row)
        named = _named(found)
        if not named:
            return
        name, span = "".join(map(words, named)), named[0].span
        value = _said(found, known.value)
        if not value and self._last is self._lines[-1] and span.page != self._last.span.page:
            self._go_on(name)
            return
        weight = _said(found, known.weight)
        told = f"（权重{weight}）" if weight else ""
        line = BESIDE_GROUP.join((*self._levels[-1:], name)) + (f"：{value}{told}" if value else "")
        self._last = FormLine(line, span)
        self._lines.append(self._last)

    def _open_group(self, found: Sequence[_Under], row: SheetRow) -> None:
        """The groups that a row begins; the innermost opens a section."""
        before = self._levels
        for depth, head in enumerate(aim_words().levels):
            group = _said(found, frozenset({head}))
            if group and self._levels[depth : depth + 1] != [group]:
                self._levels = [*self._levels[:depth], group]
        if self._levels != before:
            self._lines.append(FormGroup(self._levels[-1], row_span(row)))

    def _go_on(self, rest: str) -> None:
        """The rest of an indicator's name that a page cuts."""
        name, colon, value = self._lines[-1].text.partition("：")
        self._last = replace(self._lines[-1], text=f"{name}{rest}{colon}{value}")
        self._lines[-1] = self._last

    def _placed(self, row: SheetRow, cells: Sequence[GridCell]) -> list[_Under] | None:
        """The cells of a row under their heads, on a page with other columns by their order; None where neither fits.

        Two lists of indicators beside each other do not fit.
        """
        names = [head.text for head in self._heads if head.text in aim_words().columns]
        if len(set(names)) < len(names):
            return None
        if len(row) == self._width:
            return [
                (head.text, [cell for cell in cells if head.start <= cell.column < head.end])
                for head in self._heads
            ]
        if len(cells) == len(self._heads):
            return [(head.text, [cell]) for head, cell in zip(self._heads, cells, strict=True)]
        return None


def _is_under(cell: GridCell, label: GridCell) -> bool:
    """Whether a cell stands below a label and is as wide."""
    return (cell.column, cell.column_span) == (label.column, label.column_span) and cell.row > label.row


def _head(cell: GridCell) -> _Head:
    return _Head(squeezed(words(cell)), cell.column, cell.column + cell.column_span)


def _named(found: Sequence[_Under]) -> list[GridCell]:
    """What names an indicator: what stands under the first of the heads that may."""
    under = {head: [cell for cell in cells if words(cell)] for head, cells in found}
    return next((cells for head in aim_words().indicator if (cells := under.get(head))), [])


def _said(found: Sequence[_Under], heads: frozenset[str]) -> str:
    """What stands under these heads, from left to right (≥ | 12 | 个)."""
    return "".join(words(cell) for head, cells in found if head in heads for cell in cells)
