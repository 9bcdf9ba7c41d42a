"""Document numbers (文号) as published and as people type them.

A document number is the issuing body's short form, a year in brackets and a serial: `国办发〔2018〕45号`. Orders
have no year: `沪府令9号`, in full `上海市人民政府令第9号`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from corpus.wording import issuers, wording

PLAIN = str.maketrans("０１２３４５６７８９　", "0123456789 ")
OPEN, CLOSE = r"[〔\[【（(［〖{〈<]", r"[〕\]】）)］〗}〉>]"
NUMBER = re.compile(
    rf"(?<!\d)(?:(?P<open>{OPEN}\s{{0,3}})?(?P<year>(?:19|20)\d\d)\s{{0,3}}(?P<nian>年)?\s{{0,3}}(?P<close>{CLOSE})?"
    r"\s{0,3}(?:[-–—]\s{0,3})?)?(?:第\s{0,3})?(?P<serial>\d{1,5})(?!\d)\s{0,3}(?P<hao>号)?"
)
ISSUER = re.compile(r"[一-鿿]{1,60}\s{0,3}$")
MAX_ISSUER = 16
MAX_TYPED = 60


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number in its parts; the issuer in its short form, so that all ways to write one compare equal."""

    issuer: str
    year: int | None
    serial: int

    def __str__(self) -> str:
        """The number as it is published."""
        return (
            f"{self.issuer}〔{self.year}〕{self.serial}号" if self.year else f"{self.issuer}{self.serial}号"
        )


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A document number in a text: what it says, how it is written there, and from where to where it goes."""

    number: DocumentNumber
    text: str
    start: int
    end: int


def parse_number(text: str) -> DocumentNumber | None:
    """The document number that a text is, however it is typed; None where it is none.

    Any bracket or none around the year, spaces, full width, with or without 第, 号 and 文: `国办发2018 45号文`.
    """
    plain = re.sub(r"\s+", " ", text.translate(PLAIN)).strip()
    plain = plain[:-1] if plain.endswith("文") and plain[:-1].rstrip()[-1:] in "号0123456789" else plain
    if not plain or len(plain) > MAX_TYPED:
        return None
    found = NUMBER.search(plain)
    issuer = plain[: found.start()].strip() if found and found.end() == len(plain) else ""
    if not found or not re.fullmatch(r"[一-鿿]+", issuer):
        return None
    return _number(issuer, found)


def find_numbers(text: str, known: Collection[str] = ()) -> tuple[FoundNumber, ...]:
    """The document numbers in a text, in order.

    `known` are issuers in their short form: where the words before a number end with one, the longest is its
    issuer; other words are cut by what sentences put before a number.
    """
    plain = text.translate(PLAIN)
    found: list[FoundNumber] = []
    for match in _candidates(plain):
        start = found[-1].end if found else 0
        run = ISSUER.search(plain, max(start, match.start() - MAX_TYPED), match.start())
        issuer = _issuer(run[0].rstrip(), known) if run else ""
        if not run or not 2 <= len(issuer) <= MAX_ISSUER or not _is_number(match, issuer, known):
            continue
        begin = run.start() + len(run[0].rstrip()) - len(issuer)
        found.append(
            FoundNumber(_number(issuer, match), text[begin : match.end()].rstrip(), begin, match.end())
        )
    return tuple(found)


def short_form(issuer: str) -> str:
    """An issuer as numbers print it: 上海市人民政府令 is 沪府令; others as they are."""
    for body, short in _bodies():
        if issuer.endswith(body):
            place = issuer.removesuffix(body)
            if not place or place in issuers().provinces:
                return issuers().provinces.get(place, "") + short
    return issuer


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(issuers().bodies.items(), key=lambda item: -len(item[0])))


def _number(issuer: str, found: re.Match[str]) -> DocumentNumber:
    return DocumentNumber(
        short_form(issuer), int(found["year"]) if found["year"] else None, int(found["serial"])
    )


def _candidates(plain: str) -> Iterator[re.Match[str]]:
    """Digits that could be a number's, in order: with a year or with 号; `2018年9月` is a date."""
    at = 0
    while found := NUMBER.search(plain, at):
        is_date = found["nian"] and not found["hao"]
        at = found.end("nian") if is_date else found.end()
        if not is_date and (found["year"] or found["hao"]):
            yield found


def _is_number(match: re.Match[str], issuer: str, known: Collection[str]) -> bool:
    """Whether brackets, 号 or the issuer show that digits after some words are a document number."""
    if match["hao"] or (match["open"] and match["close"]):
        return True
    return short_form(issuer) in known or issuer.endswith(issuers().endings)


def _issuer(words: str, known: Collection[str]) -> str:
    """The issuer at the end of the words before a number."""
    told = [name for name in known if words.endswith(name)]
    if told:
        return max(told, key=len)
    places = [at for name in issuers().provinces if (at := words.rfind(name)) >= 0]
    if places:
        return words[max(places) :]
    before = (*issuers().before, *(ending for ending in wording().citation_titles if len(ending) > 1))
    cut = max((at + len(word) for word in before if (at := words.rfind(word)) >= 0), default=0)
    rest = words[cut:]
    for word in sorted(issuers().joining, key=len, reverse=True):
        rest = rest.removeprefix(word)
    return rest
