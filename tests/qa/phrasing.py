"""Files of phrasings: a query in a short notation, then ways to ask for it.

A block is a line with the query, lines with words that the first evidence must hold (`> …`), then a question a
line. `#` begins a comment; `# not yet:` a question that should be in its block and is not read so.

The notation is made of the answer's `query`: the operation, then each field that says something. A target is its
names (`租赁费`, `基本支出·事业运行`) and its year where it is not the document's (`@2020`); a set is `projects` or
`rows(…)`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

YEAR = 2021
FOLDER = Path(__file__).parent / "phrasings"
BY_WORDS = {"stated": ("words",), "enumeration": ("about",), "passage": ("about", "heading")}
"""Queries that carry the question's own words, which differ with every phrasing: these fields are left out."""


@dataclass(frozen=True)
class Block:
    """A query, the words of its evidence, and the questions that ask for it."""

    file: str
    query: str
    evidence: tuple[str, ...]
    questions: tuple[str, ...]


def blocks() -> list[Block]:
    return [block for path in sorted(FOLDER.glob("*.txt")) for block in _blocks(path)]


def _blocks(path: Path) -> Iterator[Block]:
    for part in path.read_text("utf-8").split("\n\n"):
        lines = [line for line in part.splitlines() if line.strip() and not line.startswith("#")]
        if lines:
            query, *rest = lines
            evidence = tuple(line.removeprefix("> ") for line in rest if line.startswith("> "))
            yield Block(path.stem, query, evidence, tuple(q for q in rest if not q.startswith("> ")))


def notation(query: dict) -> str:
    """A query of an answer (as JSON) in the notation of the files."""
    left_out = ("op", "said", *BY_WORDS.get(query["op"], ()))
    shown = [(name, value) for name, value in query.items() if name not in left_out]
    return " ".join([query["op"], *(_field(name, value) for name, value in shown if _says(value))])


def _says(value: object) -> bool:
    return value is not None and value is not False and value != []


def _field(name: str, value: object) -> str:
    return name if value is True else f"{name}={_value(value)}"


def _value(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if not isinstance(value, dict):
        return str(value)
    year = "" if value["year"] == YEAR else f"@{value['year']}"
    if "axis" not in value:
        return "·".join(value["names"]) + year
    level = f" level {value['level']}" if value["level"] else ""
    besides = f" besides {'、'.join(value['besides'])}" if value["besides"] else ""
    inside = f"({('·'.join(value['within']) + level + besides).strip()})"
    return str(value["axis"]) + year + (inside if inside != "()" else "")
