"""Legal bases: the documents that a section of 立项依据 lists, with their document numbers.

A citation is worded in any of these ways: 《title》（number）, 《title》number, title（number）, 《title》, and with a
title inside a title (…印发<title>的通知, …印发《title》的通知).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Citation, Paragraph, Section
from corpus.document_numbers import FoundNumber, find_numbers
from corpus.numbering import enumerator, without_enumerator
from corpus.wording import wording

END = "。；;，,、 "
MAX_ITEM = 5_000
"""A longer text is no list item; what stands beyond is not looked at."""

SENTENCE = re.compile(r"[，。：；:;]")
OPENING = "（(〔[【"


@dataclass(frozen=True, slots=True)
class _Cited:
    title: str
    number: FoundNumber | None


def read_citations(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> tuple[Citation, ...]:
    """The citations of all sections whose titles say that they list legal bases, in reading order."""
    found: list[Citation] = []
    for number, section in enumerate(sections):
        if any(word in section.title for word in wording().citation_sections):
            items = [paragraph for paragraph in paragraphs if paragraph.section == number]
            found.extend(_section_citations(items))
    return tuple(found)


def _section_citations(items: Sequence[Paragraph]) -> Iterator[Citation]:
    ordinal = 0
    for item in items:
        cited = _cited(item.text)
        ordinal += bool(cited)
        for one in cited:
            number = one.number.number if one.number else None
            yield Citation(
                title=one.title,
                number=one.number.text if one.number else None,
                issuer=number.issuer if number else None,
                year=number.year if number else None,
                serial=number.serial if number else None,
                item=item.text,
                ordinal=ordinal,
                section=item.section,
                span=item.span,
            )


def _cited(item: str) -> list[_Cited]:
    """What one item cites; nothing for a sentence that only introduces the list."""
    text = without_enumerator(item[:MAX_ITEM]).strip().rstrip(END)
    numbers = find_numbers(text)
    titles = _titles(text)
    if titles:
        return _titled(text, titles, numbers)
    if numbers:
        starts = [0, *(number.end for number in numbers[:-1])]
        return [
            _Cited(_before(text[start:], number, start), number)
            for start, number in zip(starts, numbers, strict=True)
        ]
    is_item = enumerator(item) is not None and not SENTENCE.search(text)
    if text.endswith(wording().citation_titles) and (is_item or not SENTENCE.search(item)):
        return [_Cited(text, None)]
    return []


def _titles(text: str) -> list[tuple[int, int]]:
    """Where the outermost 《…》 stand; one that is never closed goes to the end."""
    found: list[tuple[int, int]] = []
    depth, start = 0, 0
    for at, character in enumerate(text):
        if character == "《":
            start = at if depth == 0 else start
            depth += 1
        elif character == "》" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at + 1))
    return [*found, (start, len(text))] if depth else found


def _titled(text: str, titles: Sequence[tuple[int, int]], numbers: Sequence[FoundNumber]) -> list[_Cited]:
    """A citation for each 《…》, with the first number that stands between it and the next."""
    cited: list[_Cited] = []
    ends = [*(start for start, _ in titles[1:]), len(text)]
    before = 0
    for (start, end), until in zip(titles, ends, strict=True):
        own = next((number for number in numbers if _numbers(text, number, start, end, until)), None)
        tail = "" if own and own.start < end else _without_bracket(text[end : own.start if own else until])
        outer = _without_lead_in(text[before:start].strip(f"{END}）)"))
        nested = any(word in outer for word in wording().issuing_words) and tail.endswith(
            wording().citation_titles
        )
        if nested:
            title = f"{outer}{text[start:end]}{tail}"
        elif own and own.start < end:
            title = _before(text[start + 1 :], own, start + 1)
        else:
            title = text[start:end].removeprefix("《").removesuffix("》")
        cited.append(_Cited(title, own))
        before = own.end if own else end + len(tail) if nested else end
    return cited


def _numbers(text: str, number: FoundNumber, start: int, end: int, until: int) -> bool:
    """Whether a number is that of the title from `start` to `end`: after it, or last inside its marks."""
    if end <= number.start < until:
        return True
    return start < number.start < end and not text[number.end : end].strip("）)》 ")


def _without_lead_in(text: str) -> str:
    """Words before a title without those by which a sentence cites it (按照…印发《…》的通知)."""
    for word in wording().citing_words:
        text = text.removeprefix(word)
    return text


def _without_bracket(text: str) -> str:
    """Words up to the bracket that opens before a number."""
    return text.rstrip().rstrip(OPENING).strip(END)


def _before(text: str, number: FoundNumber, offset: int) -> str:
    """The title before a number: up to the bracket that the number stands in, if it stands in one."""
    words = text[: number.start - offset]
    depth = 0
    for at in range(len(words) - 1, -1, -1):
        if words[at] in "）)":
            depth += 1
        elif words[at] in "（(":
            depth -= 1
            if depth < 0:
                return words[:at].strip(f"{END}）)号")
    return words.strip(f"{END}）)")
