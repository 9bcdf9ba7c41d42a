"""Words that no phrase of the vocabulary covers, to the names that they are part of.

`一网通办运营费` is most of one project's name, `养老保险` of an account's. A part is taken only where the name holds
every open letter, in runs of two or more; several names that hold them equally well are all kept: the question is
then ambiguous, not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from qa.lexicon import lexicon
from qa.linking.mentions import Kind, Mention

BLOCK = 2
"""Letters in a row that a name must share with the words for them to count as held."""
SHORTEST_PROJECT = 3
"""Letters of a project's name that single it out: two (数据, 平台) are words of many things."""
MOST_NAMES = 4
"""Words that are part of more names than this name none of them."""
PARTLY = 0.25
"""How much of a row's or column's name must be typed for it to be meant."""
MOSTLY = 0.5
"""How much of a cited title, or of the words before a figure in prose, must be typed for it to be meant."""
JOINING = frozenset("共有总设含现全各为是在")
"""Letters before what is counted that name no kind of it."""
PART_OF_NAME = "part of a name"
WHOLE_OF = re.compile(r"(?:人员|总|核定|批复|批准|现有|共有|全部)$")
"""What stands before a word in the name of all that it counts; 行政编制 is a kind of 编制, 人员编制 is all of it."""
"""The rule of a mention that holds only some words of the name that it stands for."""
REST = "其他"
"""What names the rest of a kind, which nothing but this word asks for: 固定资产 is not 其他固定资产."""
STRETCHABLE = frozenset({Kind.FILLER})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Open letters of a question with the fillers beside them: `open` are the positions that must be explained."""

    start: int
    end: int
    open: frozenset[int]


@dataclass(frozen=True, slots=True)
class Pools:
    """The names that words may be part of: projects, rows and columns, the words before figures in prose, titles."""

    projects: frozenset[str]
    names: frozenset[str]
    stated: frozenset[str]
    titles: frozenset[str]


def stretch(text: str, mentions: Sequence[Mention], gap: tuple[int, int]) -> Stretch:
    """The gap with the fillers and further gaps that touch it, which may belong to the same name."""
    firm = {at for m in mentions if m.kind not in STRETCHABLE for at in range(m.start, m.end)}
    covered = {at for m in mentions for at in range(m.start, m.end)}
    start, end = gap
    while start > 0 and start - 1 not in firm:
        start -= 1
    while end < len(text) and end not in firm:
        end += 1
    opened = (at for at in range(start, end) if at not in covered and text[at] != " ")
    return Stretch(start, end, frozenset(opened))


def part_of_names(text: str, piece: Stretch, pools: Pools) -> Mention | None:
    """The names that the stretch is part of, of the first pool that has any; None where none has."""
    words = text[piece.start : piece.end]
    opened = "".join(text[at] for at in sorted(piece.open))
    if opened in lexicon().body_general:
        return None  # 管理 is part of 物业管理费 and of much else
    stated = frozenset(name for name in pools.stated if not is_kind(name, opened))
    for kind, names, part in (
        (Kind.NAME, pools.projects, 0.0),
        (Kind.NAME, pools.names, PARTLY),
        (Kind.NAME, stated, MOSTLY),
        (Kind.CITED, pools.titles, MOSTLY),
    ):
        asked = [name for name in names if not is_rest_unasked(name, text)]
        found = _containing(words, piece, asked, part)
        found = tuple(name for name in found if WHOLE_OF.fullmatch(name.removesuffix(opened))) or found
        if 0 < len(found) <= MOST_NAMES:
            at = held_letters(words, found[0], piece)
            if names is pools.projects and len(at) < SHORTEST_PROJECT:
                continue
            return Mention(min(at), max(at) + 1, text[min(at) : max(at) + 1], kind, found, PART_OF_NAME)
    return None


def is_rest_unasked(name: str, text: str) -> bool:
    """Whether a name is of the rest of a kind and the question does not say so."""
    return name.startswith(REST) and REST not in text


def is_kind(name: str, word: str) -> bool:
    """Whether a name is a kind of what a word says, which one letter before it tells: 留学生 of 学生, not 有学生."""
    return name[1:] == word and name[:1] not in JOINING


def _containing(words: str, piece: Stretch, names: Iterable[str], part: float) -> tuple[str, ...]:
    """The names that hold most letters of the stretch and all open ones; `part` of such a name must be typed."""
    held = {name: len(held_letters(words, name, piece)) for name in names}
    most = max(held.values(), default=0)
    holding = (n for n, size in held.items() if most and size == most and size >= part * len(n))
    return tuple(sorted(holding, key=lambda name: (len(name), name)))  # of a set: the same each time


def held_letters(words: Sequence[str], name: Sequence[str], piece: Stretch) -> Set[int]:
    """Where the name holds letters of the stretch in runs; nowhere, if it leaves an open one unexplained."""
    blocks = SequenceMatcher(None, words, name, autojunk=False).get_matching_blocks()
    held = frozenset(piece.start + b.a + i for b in blocks if b.size >= BLOCK for i in range(b.size))
    return held if piece.open and piece.open <= held else frozenset()
