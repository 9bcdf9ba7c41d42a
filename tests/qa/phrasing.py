"""Files of phrasings: a query in a short notation, then ways to ask for it.

A block is a line with the query (`| …` names the same one more fully), lines with words that the first evidence
must hold (`> …`), then a question a line. `#` begins a comment; `# not yet:` a question that belongs to its block
and is not read so yet.

The notation is made of the answer's `query`: the operation, then each field that says something. A target is its
standard names (`租赁费`, `事业运行·基本支出`), and its year where it is not the document's (`@2020`); a set is
`projects` or `rows(…)`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.catalogs.book import Book
from qa.terms.labels import canonical

YEAR = 2021
NOT_YET = "# not yet: "
FOLDER = Path(__file__).parent / "phrasings"
BY_WORDS = {"stated": ("words",), "enumeration": ("about",), "passage": ("about", "heading")}
"""Queries that carry the question's own words, which differ with every phrasing: these fields are left out."""


@dataclass(frozen=True)
class Block:
    """The ways to write a query, the words of its evidence, the questions that ask for it, and those that should."""

    file: str
    queries: tuple[str, ...]
    evidence: tuple[str, ...]
    questions: tuple[str, ...]
    not_yet: tuple[str, ...]


def blocks() -> list[Block]:
    return [block for path in sorted(FOLDER.glob("*.txt")) for block in _blocks(path)]


def _blocks(path: Path) -> Iterator[Block]:
    for part in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if line.strip()]
        plain = [line for line in lines if not line.startswith(("| ", "> ", "#"))]
        if plain:
            queries = (plain[0], *_marked(lines, "| "))
            yield Block(path.stem, queries, _marked(lines, "> "), tuple(plain[1:]), _marked(lines, NOT_YET))


def _marked(lines: list[str], mark: str) -> tuple[str, ...]:
    return tuple(line.removeprefix(mark) for line in lines if line.startswith(mark))


def _says(value: object) -> bool:
    return value is not None and value is not False and value != []


@dataclass(frozen=True)
class Notation:
    """Queries of answers in the notation of the files; account codes are written by their names."""

    codes: Mapping[str, str]

    @classmethod
    def over(cls, book: Book) -> Notation:
        rows = (row for c in book.catalogs for table in c.document.tables for row in table.rows)
        return cls({row.code: canonical(row.name) for row in rows if row.code})

    def of(self, query: dict) -> str:
        left_out = ("op", "said", *BY_WORDS.get(query["op"], ()))
        shown = [(name, value) for name, value in query.items() if name not in left_out]
        return " ".join([query["op"], *(self._field(n, v) for n, v in shown if _says(v))])

    def _field(self, name: str, value: object) -> str:
        return name if value is True else f"{name}={self._value(value)}"

    def _value(self, value: object) -> str:
        if isinstance(value, list):
            return f"[{', '.join(map(self._value, value))}]"
        if not isinstance(value, dict):
            return str(value)
        year = "" if value["year"] == YEAR else f"@{value['year']}"
        if "axis" not in value:
            return "·".join(sorted(self.codes.get(name, canonical(name)) for name in value["names"])) + year
        level = f" level {value['level']}" if value["level"] else ""
        besides = f" besides {'、'.join(value['besides'])}" if value["besides"] else ""
        inside = ("·".join(value["within"]) + level + besides).strip()
        return f"{value['axis']}{year}" + (f"({inside})" if inside else "")
