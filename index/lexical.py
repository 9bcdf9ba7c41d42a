"""Ranking by words: BM25 over character bigrams, kept by SQLite's FTS5.

Chinese has no spaces, so a run of Han characters becomes its overlapping pairs; numbers and words of other
scripts stay whole. This is the one module that speaks FTS5; another engine gets one of the same functions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import Connection, bindparam, text

HAN = r"\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

# A number keeps its decimals; its thousands separators go. Other words are letters and digits in a row.
RUN = re.compile(rf"(?P<han>[{HAN}]+)|(?P<number>\d+(?:,\d{{3}})*(?:\.\d+)?)|[^\W_{HAN}]+")

LONGEST_QUERY = 256
"""How many different terms of a query are looked up; what is longer is no question."""

# ASCII tokenizing leaves everything beyond ASCII alone, so what is a term is settled here and nowhere else.
CREATE = text(
    "CREATE VIRTUAL TABLE IF NOT EXISTS terms USING fts5(content, tokenize = \"ascii tokenchars '.'\")"
)
ADD = text("INSERT INTO terms (rowid, content) VALUES (:id, :content)")
REMOVE = text("DELETE FROM terms WHERE rowid IN (SELECT id FROM passages WHERE document = :document)")
RANKED = text(
    "SELECT rowid, -bm25(terms) FROM terms WHERE terms MATCH :query ORDER BY bm25(terms), rowid LIMIT :k"
)
# The plus keeps SQLite from asking the text index once for each passage of the documents.
RANKED_WITHIN = text(
    "SELECT rowid, -bm25(terms) FROM terms WHERE terms MATCH :query"
    " AND +rowid IN (SELECT id FROM passages WHERE document IN :documents)"
    " ORDER BY bm25(terms), rowid LIMIT :k"
).bindparams(bindparam("documents", expanding=True))


def terms(content: str) -> tuple[str, ...]:
    """The terms of a text in order, repeated ones repeated: `2021年预算` gives `2021 年预 预算`."""
    return tuple(_terms(unicodedata.normalize("NFKC", content).lower()))


def _terms(normal: str) -> Iterator[str]:
    for run in RUN.finditer(normal):
        word = run.group()
        if run.lastgroup == "number":
            yield word.replace(",", "")
        elif run.lastgroup is None or len(word) == 1:
            yield word
        else:
            yield from (word[at : at + 2] for at in range(len(word) - 1))


def create(connection: Connection) -> None:
    """Make the empty text index; nothing happens where there is one."""
    connection.execute(CREATE)


def add(connection: Connection, contents: Iterable[tuple[int, str]]) -> None:
    """Index passages: each the passage's id and its content."""
    if records := [{"id": key, "content": " ".join(terms(content))} for key, content in contents]:
        connection.execute(ADD, records)


def remove(connection: Connection, document: int) -> None:
    """Forget a document's passages; to be called while they are still in the store."""
    connection.execute(REMOVE, {"document": document})


def ranked(
    connection: Connection, query: str, k: int, documents: Collection[int] | None
) -> tuple[tuple[int, float], ...]:
    """The k passages that share terms with the query, best first: passage id and BM25 (more is better).

    Any text is a query: what has no terms finds nothing. `documents` limits the search to their passages.
    """
    wanted = list(dict.fromkeys(terms(query)))[:LONGEST_QUERY]
    if not wanted or (documents is not None and not documents):
        return ()
    # Terms are letters, digits and dots, so quoting makes each a plain string to FTS5.
    match: dict[str, object] = {"query": " OR ".join(f'"{term}"' for term in wanted), "k": k}
    if documents is None:
        found = connection.execute(RANKED, match)
    else:
        found = connection.execute(RANKED_WITHIN, match | {"documents": list(documents)})
    return tuple((key, score) for key, score in found)
