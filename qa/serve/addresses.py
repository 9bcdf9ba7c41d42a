"""Addresses of places in documents: what a source's link says, and the place that it leads to again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from corpus.document import CellPlace
from qa.answer import Evidence
from qa.errors import PlaceError

MOST_QUOTED = 80
"""Letters of a quote that an address carries: enough to find its sentence again."""


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a table by its position, or lines of a text, or a page, with the words that stand there."""

    document: str
    cell: CellPlace | None = None
    lines: tuple[int, int] | None = None
    page: int | None = None
    quote: str = ""

    @property
    def query(self) -> str:
        """The address' query string; `read_place` reads it back."""
        named: dict[str, str] = {"document": self.document}
        if self.cell:
            named["cell"] = f"{self.cell.table}-{self.cell.row}-{self.cell.column}"
        else:
            if self.lines:
                named["lines"] = f"{self.lines[0]}-{self.lines[1]}"
            if self.page is not None:
                named["page"] = str(self.page)
            if self.quote:
                named["quote"] = self.quote[:MOST_QUOTED]
        return urlencode(named)

    @property
    def link(self) -> str:
        """The address on the page."""
        return f"./?{self.query}"


def place_of(evidence: Evidence) -> Place:
    """Where a piece of evidence stands."""
    return Place(evidence.document, evidence.cell, evidence.lines, evidence.page, evidence.quote)


def read_place(named: Mapping[str, str]) -> Place | None:
    """The place of an address' parameters, None where they name no document.

    Raises:
        PlaceError: a parameter is not what it must be.
    """
    document = named.get("document", "")
    if not document:
        return None
    cell, lines, page = (
        _numbers(named, name, many) for name, many in (("cell", 3), ("lines", 2), ("page", 1))
    )
    return Place(
        document,
        CellPlace(*cell) if cell else None,
        (lines[0], lines[1]) if lines else None,
        page[0] if page else None,
        named.get("quote", ""),
    )


def _numbers(named: Mapping[str, str], name: str, many: int) -> tuple[int, ...]:
    """A parameter's numbers, none where it is not given."""
    if name not in named:
        return ()
    parts = named[name].split("-")
    if len(parts) != many or not all(part.isascii() and part.isdigit() and len(part) < 9 for part in parts):
        raise PlaceError(
            f"{name}={named[name][:40]!r} is no place: it has {many} whole numbers, joined by '-'"
        )
    return tuple(map(int, parts))
