"""Words that misspell a name or sound like one: 租凭费 for 租赁费, 一网通班 for 一网通办, 予算 for 预算.

A wrong letter is forgiven where it sounds or rhymes with the right one, or where the name is long enough for one slip
to leave no doubt; the first letter only by its sound, for it mostly tells a name from its neighbour (博士, 硕士).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from rapidfuzz.distance import OSA

from qa.linking.mentions import Kind, Mention
from qa.linking.partial import BLOCK, Stretch, held_letters
from qa.linking.pinyin import sound
from qa.text import HAN

SHORTEST = 3
"""A shorter name with a wrong letter could be anything."""
LONG = 7
"""From this length on any one letter of a form may be wrong."""
LONG_NAME = 5
"""The same for a standard name itself: fewer other words are a letter away from it than from an everyday word."""
AROUND = 6
"""How far beside the open letters a misspelt name may begin or end: its right letters may be words by themselves."""
CONSONANTS = "bpmfdtnlgkhjqxrzcsyw"
ALIKE = (("ng", "n"), ("zh", "z"), ("ch", "c"), ("sh", "s"))

Forms = Mapping[str, tuple[str, ...]]


def misspelt_name(text: str, piece: Stretch, forms: Forms) -> Mention | None:
    """The longest name, in any of its forms, that the words around the open letters hold with one wrong letter."""
    best: Mention | None = None
    for form, names in forms.items():
        if len(form) >= SHORTEST and HAN.match(form) and (best is None or len(form) > best.end - best.start):
            long = LONG_NAME if form in names else LONG
            start = next((s for s in _places(text, piece, form) if _is_slip(text[s:], form, long)), None)
            if start is not None:
                end = start + len(form)
                best = Mention(start, end, text[start:end], Kind.NAME, names, "misspelt")
    return best


def _places(text: str, piece: Stretch, form: str) -> Iterator[int]:
    """Where a form stands in the text with one wrong letter and explains all open letters of the stretch."""
    first, last = min(piece.open), max(piece.open)
    for start in range(max(0, first - AROUND), min(first, len(text) - len(form)) + 1):
        written = text[start : start + len(form)]
        wrong = (at for at, (a, b) in enumerate(zip(written, form, strict=True), start) if a != b)
        unknown = any(
            piece.start <= at < piece.end for at in wrong
        )  # 国内公务接待|几批次 has no wrong letter
        if unknown and start + len(form) > last and OSA.distance(written, form, score_cutoff=1) == 1:
            yield start


def _is_slip(text: str, form: str, long: int) -> bool:
    """Whether a text begins with a slip for the form: one that sounds like it, or not the first of `long` letters."""
    return (len(form) >= long and text[0] == form[0]) or _alike(text, form)


def _alike(text: str, form: str) -> bool:
    """Whether the letters in which the text begins otherwise than the form are only swapped, or rhyme."""
    written = text[: len(form)]
    wrong = [(a, b) for a, b in zip(written, form, strict=True) if a != b]
    return sorted(written) == sorted(form) or all(
        _final(sound_of(a)) == _final(sound_of(b)) for a, b in wrong
    )


def _final(sound: str) -> str:
    """A sound without its first consonants: a slip of the ear or of the eye mostly keeps it (赁, 凭)."""
    return sound.lstrip(CONSONANTS) or sound


def sounding_parts(text: str, piece: Stretch, projects: Iterable[str]) -> Mention | None:
    """The projects whose names sound, in part, as the stretch does."""
    words = [sound_of(letter) for letter in text[piece.start : piece.end]]
    held = {name: held_letters(words, [sound_of(letter) for letter in name], piece) for name in projects}
    most = max(map(len, held.values()), default=0)
    found = tuple(sorted(name for name, at in held.items() if len(at) == most > BLOCK))
    if not found:
        return None
    at = held[found[0]]
    return Mention(min(at), max(at) + 1, text[min(at) : max(at) + 1], Kind.NAME, found, "sounds alike")


def homophone(text: str, piece: Stretch, by_sound: Mapping[str, str]) -> tuple[int, int, str] | None:
    """Where a phrase of the vocabulary stands with some letters of the same sound, and the phrase (予算, 预算)."""
    first, last = min(piece.open), max(piece.open) + 1
    for start, end in (
        (s, e) for s in (first, first - 1) if s >= 0 for e in (last, last + 1) if e <= len(text)
    ):
        written = text[start:end]
        if len(written) < BLOCK or not all(map(HAN.match, written)):
            continue
        phrase = by_sound.get("".join(map(sound, written)))
        if (
            phrase
            and len(phrase) == len(written)
            and any(a == b for a, b in zip(written, phrase, strict=True))
        ):
            return start, end, phrase
    return None


@cache
def sound_of(letter: str) -> str:
    """A letter's sound, with the finals and initials that dialects confuse made one."""
    spoken = sound(letter)
    for heard, same in ALIKE:
        spoken = spoken.replace(heard, same)
    return spoken
