"""The sentences and clauses of prose, as they are read."""

from __future__ import annotations

import re
from collections.abc import Iterator

LONGEST_CLAUSE = 500
"""Letters from which on a run without punctuation is no clause: reading it would take time without bound."""
CLAUSE = re.compile(r"[^，,：:。；！？]+(?:,(?= ?\d)[^，,：:。；！？]*)*")
BOTH_SIDES = re.compile(r"收(?:入)?、支(?:出)?(?=总|预|决)")
"""Income and spending as one word, which no list is broken at: 收、支总计均为…."""
SENTENCE_END = re.compile(r"(?<=[。；！？;])")
HALF_WIDTH = str.maketrans(";:()", "；：（）")
COMMA = re.compile(r",(?!\d{3}(?!\d))(?! \d{3}(?!\d))|(?<!\d),|(?<=\.\d),|(?<=\.\d\d),")
"""A comma that groups no digits (4,143.91), also not those that a slip of the key has set apart (1, 537.4)."""
SPACE_BY_HAN = re.compile(r"(?<=[一-鿿、。，；：！？“”（）])\s+|\s+(?=[一-鿿、。，；：！？“”（）])")
ASIDE = re.compile(r"[（(]其中[：:，,]?(?:[^（()）。]|[（(][^（()）]{0,60}[)）]){1,400}[)）]")
"""What an amount or a count is made up of, in parentheses behind it (其中：一般公共预算支出…；政府性基金预算支出…,
其中外事接待0批次): parts of it, which name nothing else, and what follows is about the whole again."""


def sentences(text: str) -> Iterator[str]:
    """The sentences and the parts of lists (…；…；) of a paragraph; none ends inside an aside."""
    asides = [found.span() for found in ASIDE.finditer(text)]
    start = 0
    for end in (found.end() for found in SENTENCE_END.finditer(text)):
        if not any(opens < end < closes for opens, closes in asides):
            yield text[start:end]
            start = end
    yield text[start:]


def readable(text: str) -> str:
    """A text as it is read: with full-width marks, without the spaces of justified lines (预 算 6,120 元)."""
    return COMMA.sub("，", SPACE_BY_HAN.sub("", text.translate(HALF_WIDTH)))


def asides_apart(sentence: str) -> Iterator[tuple[str, bool]]:
    """The parts of a sentence in order, each with whether it is an aside."""
    start = 0
    for found in ASIDE.finditer(sentence):
        yield sentence[start : found.start()], False
        yield found[0][1:-1], True
        start = found.end()
    yield sentence[start:], False


def clauses(text: str) -> Iterator[tuple[str, bool]]:
    """The readable clauses of a sentence in order, each with whether it stands in an aside."""
    for part, is_aside in asides_apart(BOTH_SIDES.sub("收支", text)):
        yield from ((clause, is_aside) for clause in CLAUSE.findall(part) if len(clause) <= LONGEST_CLAUSE)
