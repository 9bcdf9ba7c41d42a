"""Questions typed in pinyin: `shuju yunying fuwufei` to 数据运营服务费, by the sounds of the vocabulary's phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from qa.text import HAN

LATIN_RUN = re.compile(r"[a-z][a-z ']{3,}[a-z]")
SHORTEST_RUN = 5
PHRASE_COST = 3
"""What each further phrase costs against the letters that it explains: few long phrases beat many short ones."""


@cache
def sound(letter: str) -> str:
    """A Chinese letter's sound without tone; anything else as it is."""
    from pypinyin import (
        lazy_pinyin,
    )  # a third of a second to import: only questions in pinyin or misspelt pay for it

    spoken: str = lazy_pinyin(letter)[0]
    return spoken


def sounds(phrases: Iterable[str]) -> Mapping[str, str]:
    """Phrases of Chinese letters and digits by their sound; the longest phrase of a sound wins."""
    chinese = sorted(
        (p for p in phrases if all(HAN.match(letter) or letter.isdigit() for letter in p)),
        key=lambda phrase: (len(phrase), phrase),
    )
    return {"".join(map(sound, phrase)): phrase for phrase in chinese}


def spelled(run: str, by_sound: Mapping[str, str]) -> str | None:
    """The phrases that a run of Latin letters spells, or None where it does not spell phrases from end to end."""
    letters = run.replace(" ", "").replace("'", "")
    longest = max(map(len, by_sound), default=0)
    best: list[tuple[int, str] | None] = [(0, "")] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - longest), end):
            before, phrase = best[start], by_sound.get(letters[start:end])
            if before is None or phrase is None:
                continue
            cost = before[0] + PHRASE_COST
            if best[end] is None or cost < (best[end] or (cost, ""))[0]:
                best[end] = (cost, before[1] + phrase)
    found = best[-1]
    return found[1] if found and len(letters) >= SHORTEST_RUN else None
