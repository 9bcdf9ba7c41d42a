"""The day as of which something is counted: `截至2024年8月31日` in the budget of 2025 is no question for 2024.

Its year is hidden (`set_apart`) while the documents are chosen, and the day is left out (`without`) when the question
is read over documents that tell of that day; over others it stands as it was, and nothing explains it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.document import Document
from qa.text import flatten

DIGITS = "0123456789"
HIDDEN = "".join(map(chr, range(0xE100, 0xE10A)))
"""Letters of nobody's, which stand for the digits of a hidden year."""
DAY = r"年\s*(?:1[0-2]|0?[1-9])\s*月\s*(?:3[01]|[12]\d|0?[1-9])\s*日"
AS_OF = re.compile(rf"(?P<lead>截[至止])\s*(?P<year>20\d\d)\s*(?P<day>{DAY})")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
ORDINAL = r"(?:st|nd|rd|th)?"
IN_ENGLISH = re.compile(
    rf"(?:as (?:of|at)|by|at the end of) "
    rf"(?:(?P<day>\d{{1,2}}){ORDINAL} (?P<month>{MONTH})|(?P<first>{MONTH}) (?P<second>\d{{1,2}}){ORDINAL})"
    rf",? (?P<year>20\d\d)",
    re.IGNORECASE,
)
"""The same day in English: as of 31 August 2024, as of August 31, 2024."""
SET_APART = re.compile(rf"截[至止](?P<year>[{HIDDEN}]{{4}})(?P<day>{DAY})(?:为?止)?[,，]?")


def set_apart(question: str) -> str:
    """The question with the year of such a day hidden."""
    hiding = str.maketrans(DIGITS, HIDDEN)
    in_chinese = IN_ENGLISH.sub(_in_chinese, question)
    return AS_OF.sub(lambda m: f"{m['lead']}{m['year'].translate(hiding)}{m['day']}", in_chinese)


def _in_chinese(found: re.Match[str]) -> str:
    """截至2024年8月31日 for as of 31 August 2024."""
    month = MONTHS.index((found["month"] or found["first"])[:3].lower()) + 1
    return f" 截至{found['year']}年{month}月{int(found['day'] or found['second'])}日 "


def without(question: str, documents: Iterable[Document]) -> str:
    """The question without such a day that the documents tell of, and with any other as it was."""
    found = SET_APART.search(question)
    if found is None:
        return question
    day = flatten(as_asked(f"{found['year']}{found['day']}"))
    told = any(day in flatten(p.text) for document in documents for p in document.paragraphs)
    return as_asked(question.replace(found[0], "", 1) if told else question)


def as_asked(question: str) -> str:
    """The question with its hidden years in digits again."""
    return question.translate(str.maketrans(HIDDEN, DIGITS))
