"""An answer with its sources as Markdown that stands on its own: what documents and questions say is text in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from qa.answer import Answer, Evidence, Status
from qa.catalogs.readings import show
from qa.commands.places import source_place
from qa.serve.addresses import place_of
from qa.telling.wording import Language, unsaid

LABELS: Mapping[Language, Mapping[str, str]] = {
    Language.CHINESE: {
        "history": "此前问过",
        "read_as": "读作",
        "derivation": "计算",
        "sources": "来源",
        "choices": "可以这样问",
        "open": "打开原文位置",
        "between": "：",
    },
    Language.ENGLISH: {
        "history": "Asked before",
        "read_as": "Read as",
        "derivation": "Derivation",
        "sources": "Sources",
        "choices": "What could be asked",
        "open": "Open the place",
        "between": ": ",
    },
}

REFUSED = (Status.NOT_FOUND, Status.INVALID)
SPECIAL = re.compile(r"[\\`*_\[\]|~$]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
AT_START = re.compile(r"^(?:[#=]|[+\-](?!\d)|\d{1,9}(?=[.)](?:\s|$)))")
"""What makes a heading or an item of a list at the start of a block (CommonMark 4.2, 4.3, 5.2)."""
IN_ADDRESS = ":/?&=%[]"


def answer_markdown(answer: Answer, history: tuple[str, ...], language: Language, home: str) -> str:
    """The answer as a Markdown document; `home` is the address of the page, which the places are opened on."""
    return "\n\n".join(_blocks(answer, history, LABELS[language], language, home)) + "\n"


def escaped(text: str) -> str:
    """A text as one line of Markdown that shows it as it is: no markup, no HTML, no block of its own."""
    line = " ".join(text.split())
    line = SPECIAL.sub(r"\\\g<0>", "".join(ENTITIES.get(letter, letter) for letter in line))
    return AT_START.sub(lambda mark: f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}", line)


def _blocks(
    answer: Answer, history: tuple[str, ...], said: Mapping[str, str], language: Language, home: str
) -> Iterator[str]:
    yield f"# {escaped(answer.question)}"
    between = said["between"]
    if history:
        yield f"{said['history']}{between}{' → '.join(map(escaped, history))}"
    if answer.readings:
        yield f"{said['read_as']}{between}{'; '.join(map(escaped, answer.readings))}"
    yield from map(escaped, answer.remarks)
    for value in answer.values:
        yield f"**{escaped(show(value.quantity))}** {escaped(value.label)}"
    for step in answer.derivation:
        yield f"{said['derivation']}{between}{escaped(step)}"
    if items := unsaid(answer):
        yield _bullets(items)
    yield from (f"> {escaped(passage)}" for passage in answer.passages)
    if answer.evidence:
        yield f"## {said['sources']}"
        for number, evidence in enumerate(answer.evidence, start=1):
            yield _source(number, evidence, said, language, home)
    if answer.choices and (answer.status in REFUSED or not answer.values):
        yield f"## {said['choices']}"
        yield _bullets(answer.choices)


def _bullets(texts: tuple[str, ...]) -> str:
    return "\n".join(f"- {escaped(text)}" for text in texts)


def _source(number: int, evidence: Evidence, said: Mapping[str, str], language: Language, home: str) -> str:
    """One source: its document and place, the headings above it, the quote, the address that reopens it."""
    path = dict.fromkeys((*evidence.section, evidence.table, evidence.row, evidence.column))
    where = source_place(evidence, language)
    heading = " › ".join(escaped(part) for part in path if part)
    address = quote(f"{home}?{place_of(evidence).query}", safe=IN_ADDRESS)
    lines = [
        f"{number}. {escaped(evidence.document)}  {where}",
        heading,
        f"> {escaped(evidence.quote)}",
        f"[{said['open']}](<{address}>)",
    ]
    return "\n\n   ".join(line for line in lines if line)
