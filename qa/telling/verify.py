"""The last gate: every figure in an answer's text is in a quoted source or on a derivation line that recomputes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.amounts import COUNT_IN_WORDS, COUNTERS, MONEY
from corpus.numerals import numeral
from qa.answer import Answer

FIGURE = re.compile(rf"(?<![\d.,])(\d[\d,]*(?:\.\d+)?)\s*(?:{MONEY}|{COUNTERS}|倍)")


def unsupported(answer: Answer) -> tuple[str, ...]:
    """The figures of the text that neither a quote nor a derivation line holds; none in a sound answer."""
    sources = [evidence.quote for evidence in answer.evidence] + list(answer.derivation)
    known = {number for source in sources for number in _numbers(source)}
    return tuple(found[0] for found in FIGURE.finditer(answer.text) if _plain(found[1]) not in known)


def _numbers(text: str) -> Sequence[str]:
    in_words = [str(numeral(found[1])) for found in COUNT_IN_WORDS.finditer(text)]
    return in_words + [_plain(number) for number in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]


def _plain(number: str) -> str:
    return number.replace(",", "").rstrip(",")
