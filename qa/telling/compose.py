"""Results and refusals to answer objects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index import DocumentRecord
from qa.answer import Answer, Status
from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.query import Lookup, Query, Share, Sum, query_json
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run import run
from qa.shapes.relations import LESS
from qa.shapes.sides import asks_of_each
from qa.telling.near import near
from qa.telling.restate import restate
from qa.telling.wording import LABELS, Language, missing, refused, remarks, which_of, worded
from qa.text import HAN

MOST_CHOICES = 8
MOST_NEAREST = 2
CHINESE_RUN = re.compile(f"{HAN.pattern}+")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
WORDS_TO_A_NAME = 2
LEAST_WORDS = 3
"""English words that make a sentence around Chinese names."""


def language_of(question: str) -> Language:
    """The language to answer a question in: English without Chinese letters, or where they are but names in it.

    `一网通办 budget?` is Chinese; `How much did 江海市财政局 spend?` is English.
    """
    names, words = CHINESE_RUN.findall(question), LATIN_WORD.findall(question)
    english = len(words) >= WORDS_TO_A_NAME * len(names) and (not names or len(words) >= LEAST_WORDS)
    return Language.ENGLISH if english else Language.CHINESE


@dataclass(frozen=True, slots=True)
class Settled:
    """One part of a question: its draft, the queries that it may mean, and their results."""

    draft: Draft
    queries: tuple[Query, ...]
    results: tuple[Result, ...]


def composed(question: str, asked: Sequence[Settled], book: Book) -> Answer:
    """The answer to all parts of a question; of a part with several readings each of them, and their sum."""
    ambiguous = any(len(part.results) > 1 and not _asks_for_all(part) for part in asked)
    language = language_of(question)
    queries = [query for part in asked for query in part.queries]
    readings = tuple(book.in_print(restate(query, book.spoken)) for query in queries)
    results = (
        result for part in asked for result in (*_in_order(part), *_sum_of_projects(part.queries, book))
    )
    shown = list(dict.fromkeys(results))  # two parts may come to the same
    return Answer(
        question=question,
        status=Status.AMBIGUOUS if ambiguous else Status.ANSWERED,
        text=worded(shown, ambiguous, language),
        values=tuple(value for result in shown for value in result.values),
        items=tuple(item for result in shown for item in result.items),
        derivation=tuple(step for result in shown for step in result.steps),
        evidence=tuple(dict.fromkeys(place for result in shown for place in result.evidence)),
        choices=readings if ambiguous else (),
        query=_queries_json(queries),
        readings=readings,
        remarks=tuple(remarks(shown, language)),
        passages=tuple(passage for result in shown for passage in result.passages),
        links=tuple(str(mention) for part in asked for mention in part.draft.mentions),
    )


def _in_order(part: Settled) -> Sequence[Result]:
    """Its results, of shares whose larger (or smaller) one is asked for that one's first: 谁的项目支出占比高."""
    if not (part.draft.has("compare") and _asks_for_all(part)):
        return part.results
    largest_first = not LESS.search(part.draft.text)
    return sorted(part.results, key=lambda made: made.values[0].quantity.number, reverse=largest_first)


def _asks_for_all(part: Settled) -> bool:
    """Whether its results are the shares of several things, each of which is asked for."""
    of_all = part.draft.has("respectively") or asks_of_each(part.draft)
    return of_all and all(isinstance(query, Share) for query in part.queries)


def _sum_of_projects(queries: Sequence[Query], book: Book) -> tuple[Result, ...]:
    """The projects that a word may mean, added up: projects never overlap, as rows and columns do."""
    targets = tuple(
        query.targets[0] for query in queries if isinstance(query, Lookup) and len(query.targets) == 1
    )
    if (
        len(queries) < 2
        or len(targets) < len(queries)
        or not all(target.names[0] in book.projects for target in targets)
    ):
        return ()
    first = queries[0]
    total = run(Sum(targets, first.unit if isinstance(first, Lookup) else None), book)
    return (
        replace(total, values=tuple(replace(value, label="合计") for value in total.values), evidence=()),
    )


def _queries_json(queries: Sequence[Query]) -> dict[str, object]:
    shown = [query_json(query) for query in queries]
    first = shown[0]
    if len(shown) == 1 and isinstance(first, dict):
        return first
    return {"op": "readings", "readings": shown}


def declined(question: str, reason: Declined, draft: Draft | None, book: Book) -> Answer:
    """A refusal: what is missing, and what could be asked instead."""
    status = Status.INVALID if reason.missing is Missing.MEANING else Status.NOT_FOUND
    language = language_of(question)
    choices = tuple(map(book.in_print, near(reason, draft, book))) if draft else ()
    said = missing(reason, list(dict.fromkeys(c.document.title for c in book.catalogs)), language)
    nearest = reason.nearest[:MOST_NEAREST]
    return Answer(
        question=question,
        status=status,
        text=refused(said, nearest, choices, language),
        choices=choices,
        remarks=tuple(said),
        passages=nearest,
        links=tuple(str(mention) for mention in draft.mentions) if draft else (),
    )


def which_document(question: str, records: Sequence[DocumentRecord]) -> Answer:
    """The question asked back: of which of several documents it is, each a choice."""
    choices = tuple(f"{record.title}：{question.strip()}" for record in records)[:MOST_CHOICES]
    language = language_of(question)
    text = which_of([record.title for record in records][:MOST_CHOICES], language)
    said = (LABELS[language]["which"],)
    return Answer(question=question, status=Status.AMBIGUOUS, text=text, choices=choices, remarks=said)
