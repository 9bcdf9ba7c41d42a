"""The words of a question that no phrase of the vocabulary covers, whole."""

from __future__ import annotations

from collections.abc import Container, Sequence

from qa.linking.link import Vocabulary
from qa.linking.mentions import JOINERS, Kind, Mention
from qa.text import HAN

DONE = "了"
BRIDGED = 3
"""How many letters of fillers may stand inside an open word."""


def open_words(text: str, mentions: Sequence[Mention], vocabulary: Vocabulary) -> tuple[tuple[int, int], ...]:
    """The stretches of the text that no mention covers and that hold a letter or digit.

    A filler is only known to be one where the words around it are known: fillers of a few letters between two open
    letters belong to the same open word (中小企业), and a filler letter beside it does where the documents use the
    two letters together (系统的建设, not 统的建) or the open letter stands alone (符合). So does a verb's (完|成了).
    """
    loose = [m for m in mentions if m.kind is Kind.FILLER and m.text not in JOINERS]
    fillers = {at for m in loose for at in range(m.start, m.end)}
    letters = {m.start for m in loose if m.text[1:] in ("", DONE)}
    covered = {at for m in mentions for at in range(m.start, m.end)}
    gaps: list[list[int]] = []
    for at in (at for at, letter in enumerate(text) if at not in covered and letter.isalnum()):
        between = range(gaps[-1][1], at) if gaps else range(0)
        if gaps and len(between) <= BRIDGED and all(b in fillers or text[b] == " " for b in between):
            gaps[-1][1] = at + 1
        else:
            gaps.append([at, at + 1])
    for gap in gaps:
        if gap[1] in letters and _belongs(text, gap[1] - 1, gap, vocabulary):
            gap[1] += 1
        if gap[0] - 1 in letters and _belongs(text, gap[0] - 1, gap, vocabulary):
            gap[0] -= 1
    return tuple((start, end) for start, end in gaps)


def within_open(text: str, mentions: Sequence[Mention], vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """The mentions that stand as one letter inside an open word: 除 and 加 of 除险加固 are no cues.

    The letter has open letters on both sides, and the documents use it together with one of them.
    """
    covered = {at for m in mentions for at in range(m.start, m.end)}
    single = (m for m in mentions if m.kind is Kind.CUE and m.end - m.start == 1 and HAN.match(m.text))
    return tuple(
        m
        for m in single
        if _is_open(text, m.start - 1, covered)
        and _is_open(text, m.end, covered)
        and any(vocabulary.speaks(text[at : at + 2]) for at in (m.start - 1, m.start))
    )


def _is_open(text: str, at: int, covered: Container[int]) -> bool:
    return 0 <= at < len(text) and at not in covered and HAN.match(text[at]) is not None


def _belongs(text: str, at: int, gap: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether the two letters at a place, one open and one a filler, are one word."""
    pair = text[at : at + 2]
    if not all(HAN.match(letter) for letter in pair):
        return False
    return gap[1] - gap[0] == 1 or vocabulary.speaks(pair)
