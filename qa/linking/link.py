"""The words of a question to what they stand for.

Every phrase of the vocabulary and every pattern that the question holds is a candidate; the reading that covers
most of the question with the fewest and most telling phrases wins. All overlaps are settled here, in one place.
What no phrase covers stays open (`open_words`) and must be explained by someone else, or the question is declined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from qa.catalogs.catalog import Catalog
from qa.lexicon import lexicon
from qa.linking.mentions import OWN_REGION, Kind, Mention, Surface
from qa.linking.rules import scan
from qa.terms.bodies import PLACE_NAME
from qa.terms.stages import stage_words

NO_STAGE = re.compile(r"预算(?:单位|部门)")
"""What begins with the word for a budget and is none."""
WHY = re.compile(r"为(?:什么|何)(?=[^是\W])")
MONEY_UNIT = re.compile(r"[亿万]元")
LETTER_WEIGHT = 10
MENTION_COST = 4
BONUS: Mapping[Kind, int] = {
    Kind.NUMBER: 30,
    Kind.CITED: 12,
    Kind.NAME: 8,
    Kind.ABSENT: 7,
    Kind.CODE: 9,
    Kind.YEAR: 9,
    Kind.QUANTITY: 9,
    Kind.TERM: 6,
    Kind.HEADING: 6,
    Kind.BODY: 5,
    Kind.CUE: 4,
    Kind.UNIT: 5,
    Kind.NUMERAL: 3,
    Kind.REGION: 3,
    Kind.WORD: 2,
    Kind.BREAK: 0,
    Kind.FILLER: -4,
}
"""How much more telling one kind is than another of the same length; a name beats a cue, a cue a filler."""


class Vocabulary:
    """The phrases of the lexicon and of some documents, looked up by the text that starts at a place."""

    def __init__(self, catalogs: Sequence[Catalog]) -> None:
        self._phrases: dict[str, tuple[Surface, ...]] = {}
        self._spoken = [catalog.overlap for catalog in catalogs]
        for phrase, surface in _general():
            if surface.rule == "paraphrase" and self.speaks(phrase):
                continue
            self._phrases[phrase] = (*self._phrases.get(phrase, ()), surface)
        bodies = {form for catalog in catalogs for form in catalog.bodies}
        for catalog in catalogs:
            for phrase, surfaces in catalog.surfaces.items():
                # A unit that has a document of its own is asked for as the body of that one.
                kept = (s for s in surfaces if not (s.rule == "unit" and phrase in bodies))
                self._phrases[phrase] = (*self._phrases.get(phrase, ()), *kept)
        if all(catalog.stages for catalog in catalogs):
            self._tell_stages(stage_words(frozenset().union(*(catalog.stages for catalog in catalogs))))
        self._own_region({form: c.document.body for c in reversed(catalogs) for form in c.bodies})

    def _tell_stages(self, words: Mapping[str, tuple[str, ...]]) -> None:
        """Where budget and outcome stand side by side, 预算 is no part of a filler (预算是) or a cue (预算是多少)."""
        for phrase, surfaces in self._phrases.items():
            if NO_STAGE.match(phrase):
                continue
            if any(phrase.startswith(word) and phrase != word for word in words):
                self._phrases[phrase] = tuple(s for s in surfaces if s.kind not in (Kind.FILLER, Kind.CUE))
        for phrase, meant in words.items():
            self._phrases[phrase] = (*self._phrases.get(phrase, ()), Surface(Kind.NAME, meant, "stage"))

    def _own_region(self, bodies: Mapping[str, str]) -> None:
        """The region that a body's name begins with says nothing new; what stands for the body is the body.

        Nor does the level of a place whose own account it is: 江北区2021年区本级.
        """
        places = {body[-1] for body in bodies.values() if PLACE_NAME.fullmatch(body)}
        for phrase in (f"{place}{level}" for place in places for level in ("本级", "级")):
            self._phrases[phrase] = (*self._phrases.get(phrase, ()), Surface(Kind.FILLER, (), OWN_REGION))
        for phrase, surfaces in self._phrases.items():
            if any(surface.kind in (Kind.REGION, Kind.WORD) for surface in surfaces):
                self._phrases[phrase] = tuple(_of_body(surface, bodies) for surface in surfaces)

    def speaks(self, letters: str) -> bool:
        """Whether the documents use these letters together."""
        return any(overlap.knows(letters) for overlap in self._spoken)

    def surfaces(self, phrase: str) -> tuple[Surface, ...]:
        """What a phrase may stand for."""
        return self._phrases.get(phrase, ())

    @property
    def phrases(self) -> Iterable[str]:
        """Every phrase."""
        return self._phrases.keys()

    @cached_property
    def _lengths(self) -> Mapping[str, tuple[int, ...]]:
        lengths: dict[str, set[int]] = {}
        for phrase in self._phrases:
            lengths.setdefault(phrase[:2], set()).add(len(phrase))
        return {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}

    def at(self, text: str, start: int) -> Iterator[tuple[str, Surface]]:
        """The phrases that the text holds at this place, with each thing that they stand for."""
        lengths = self._lengths.get(text[start : start + 2], ()) + self._lengths.get(text[start], ())
        for length in lengths:
            phrase = text[start : start + length]
            if len(phrase) == length and _whole_words(text, start, start + length):
                for surface in self._phrases.get(phrase, ()):
                    yield phrase, surface


def _general() -> Iterator[tuple[str, Surface]]:
    words = lexicon()
    yield from ((phrase, Surface(Kind.CUE, cues, "cue")) for phrase, cues in words.cues.items())
    yield from ((phrase, Surface(Kind.FILLER, (), "filler")) for phrase in words.fillers)
    yield from ((phrase, Surface(Kind.UNIT, (unit,), "unit")) for phrase, unit in words.units.items())
    for said, meant in words.paraphrases.items():
        yield said, Surface(Kind.WORD, (meant,), "paraphrase")
    for region in words.regions:
        yield region, Surface(Kind.REGION, (region,), "region")
        yield region[:-1] if len(region) > 2 else region, Surface(Kind.REGION, (region,), "region")


def _of_body(surface: Surface, bodies: Mapping[str, str]) -> Surface:
    if surface.kind is Kind.REGION and any(body.startswith(surface.values[0]) for body in bodies):
        return Surface(Kind.FILLER, (), OWN_REGION)
    if surface.kind is Kind.WORD and surface.values[0] in bodies:
        return Surface(Kind.BODY, (bodies[surface.values[0]],), surface.rule)
    return surface


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether no Latin word, number, unit of money (亿元) or question (预算为|什么增加) is cut in two at either end."""
    cut = _joined(text, start) or _joined(text, end) or MONEY_UNIT.match(text, end - 1)
    return not (cut or (WHY.match(text, end - 1) and text[start:end] != "为"))


def _joined(text: str, at: int) -> bool:
    if not 0 < at < len(text):
        return False
    left, right = text[at - 1], text[at]
    return left.isascii() and right.isascii() and left.isalpha() and right.isalpha()


def link(text: str, vocabulary: Vocabulary, given: Sequence[Mention] = ()) -> tuple[Mention, ...]:
    """The mentions of a flattened question, in order and without overlaps; `given` are candidates found elsewhere."""
    starting: list[list[Mention]] = [[] for _ in text]
    for mention in (*scan(text), *given):
        starting[mention.start].append(mention)
    for start in range(len(text)):
        for phrase, surface in vocabulary.at(text, start):
            mention = Mention(start, start + len(phrase), phrase, surface.kind, surface.values, surface.rule)
            starting[start].append(mention)
    starting = _own_names_whole(starting)
    best: list[tuple[int, Mention | None]] = [(0, None)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        best[start] = (best[start + 1][0], None)
        for mention in starting[start]:
            weight = _weight(mention) + best[mention.end][0]
            if weight > best[start][0]:
                best[start] = (weight, mention)
    return tuple(_merged(_path(best), starting))


def _own_names_whole(starting: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The candidates without words for what the documents lack that cut a name of theirs in two.

    Where they have 修缮工程, 修缮工程预算 asks for that, and not for 修缮 and 工程预算.
    """
    names = [mention for at in starting for mention in at if mention.kind is Kind.NAME]
    return [[m for m in at if m.kind is not Kind.ABSENT or not _cuts(m, names)] for at in starting]


def _cuts(mention: Mention, names: Iterable[Mention]) -> bool:
    """Whether a mention begins or ends inside one of the names without lying in it."""
    return any(
        name.start < mention.start < name.end < mention.end
        or mention.start < name.start < mention.end < name.end
        for name in names
    )


def _weight(mention: Mention) -> int:
    length = mention.end - mention.start  # squared, so that one phrase beats the two that make it up
    return LETTER_WEIGHT * length + length**2 + BONUS[mention.kind] - MENTION_COST


def _path(best: Sequence[tuple[int, Mention | None]]) -> Iterator[Mention]:
    at = 0
    while at < len(best) - 1:
        mention = best[at][1]
        if mention is None:
            at += 1
        else:
            yield mention
            at = mention.end


def _merged(path: Iterator[Mention], starting: Sequence[Sequence[Mention]]) -> Iterator[Mention]:
    """Each mention with all values that its words may have in the same kind (one word, several names)."""
    for mention in path:
        same = [m for m in starting[mention.start] if m.end == mention.end and m.kind is mention.kind]
        values = (
            tuple(dict.fromkeys(value for m in same for value in m.values))
            if len(same) > 1
            else mention.values
        )
        yield Mention(mention.start, mention.end, mention.text, mention.kind, values, mention.rule)
