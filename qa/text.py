"""One form of writing for questions and documents, so that they can be compared letter by letter.

Full width becomes half width (NFKC), traditional characters become simplified, case is folded; quotation marks,
brackets and title marks are dropped, since people type them at will; spaces stay only between Latin words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

import opencc

MARKS = re.compile(r"[\"'“”‘’`《》〈〉<>「」『』【】\[\]{}〔〕()（）]")
MARKS_BY_LATIN = re.compile(r"(?<=[a-z]) ?[()（）\[\]\"“”]+ ?|(?<=\s)[()（）\[\]\"“”]+(?=[a-z])")
SPACE = re.compile(r"\s+")
SPACE_BY_HAN = re.compile(r"(?<=[⺀-鿿、。，；：？！]) | (?=[⺀-鿿、。，；：？！])")
HAN = re.compile(r"[㐀-鿿]")
YEAR_DIGITS = {"〇": "0", "零": "0", "○": "0"} | {
    c: str(n) for n, c in enumerate("一二三四五六七八九", start=1)
}
YEAR_IN_WORDS = re.compile(r"二[〇零○][〇零○一二三四五六七八九]{2}(?=年)")


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def unify(text: str) -> str:
    """Half width, simplified, lower case, single spaces; marks and brackets kept."""
    sound = text.encode("utf-8", "replace").decode("utf-8")  # lone surrogates have no UTF-8
    wide = unicodedata.normalize("NFKC", sound.replace("\u200b", "").replace("\ufeff", ""))
    simple = _simplifier().convert(wide).lower()
    simple = YEAR_IN_WORDS.sub(lambda year: "".join(YEAR_DIGITS.get(c, c) for c in year[0]), simple)
    return SPACE.sub(" ", simple).strip()


@lru_cache(maxsize=1 << 16)
def flatten(text: str) -> str:
    """The form that is compared: unified, without marks and without spaces beside Chinese."""
    bare = MARKS.sub("", MARKS_BY_LATIN.sub(" ", unify(text)))
    return SPACE_BY_HAN.sub("", SPACE.sub(" ", bare)).strip()
