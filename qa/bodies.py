"""What people call a public body: its name without region, with abbreviations, without 办事处 and the like."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache, reduce
from itertools import product

from qa.lexicon import lexicon
from qa.text import flatten

DISTRICT = re.compile(
    r"^[一-鿿]{2,3}?(?:新区|区|县|自治州|市)(?=委|人民|[一-鿿]{2,}[局道镇乡院部委办心馆所校处])"
)
PLACE_KIND = re.compile(r"(?:新区|区|县|自治州|市)$")
SHORTEST = 3
MOST_PARTS = 6
"""Parts of a name that is put into English; the forms multiply with each, and a body's name comes from a document."""
WHICH_BODY = re.compile(
    r"(?:哪一?[个家]|各个?|每一?[个家])(?:部门|单位|机构|街道|区|局|委|大学|法院)|哪家"
    r"|which (?:department|body|agency|unit)"
)
"""A question that ranges over all bodies."""


ENDING = re.compile(r"局|委|厅|院|办|中心|站|所|馆|街道|大学|队|会|校|处")
BEFORE = re.compile(r"(?:^|[^一-鿿]|[年度的和与跟比问查在])$")
"""What stands before a body's name, so that it is no part of a longer one (嘉定区|民政局)."""
LONGEST_SHORT = 16
MOST_SKIPPED = 3
"""Letters that may be left out in one place besides general words: 地震局 is not 地震应急保障局."""
SKIPPED_PLACE = re.compile(r"[区县州旗镇乡]|.[省市]|[省市].")
"""A place inside a body's name that another body lacks: 上海市教育局 is not short for 上海市普陀区教育局."""


def in_full(question: str, bodies: Collection[str]) -> str:
    """The question with what is short for one of the bodies alone (江淮水规局, 文旅局) as its full name.

    Letters of the name in its order, the first two of them side by side in it, are short for it.
    """
    known = {form for body in bodies for form in body_forms(body)}
    text, end = question, len(question)
    for ending in reversed(list(ENDING.finditer(question))):
        if ending.end() > end:
            continue
        for start in range(max(0, ending.end() - LONGEST_SHORT), ending.end() - SHORTEST + 1):
            short = question[start : ending.end()]
            if not BEFORE.search(question[:start]) or any(form in short for form in known):
                continue
            owners = [body for body in bodies if _is_short(short, flatten(body))]
            if len(owners) == 1:
                text, end = text[:start] + owners[0] + text[ending.end() :], start
                break
    return text


def _is_short(short: str, full: str) -> bool:
    """Whether letters are some of a name's in its order, its last among them, and no place is left out between."""
    lead, rest = short[:2], full[full.find(short[:2]) + 2 :]
    if lead not in full or short in full or short[-1] != full[-1]:
        return False
    left_out: list[str] = []
    for letter in short[2:-1]:
        skipped, found, rest = rest.partition(letter)
        if not found:
            return False
        left_out.append(skipped)
    return bool(rest) and all(map(_may_be_left_out, (*left_out, rest[:-1])))


def _may_be_left_out(part: str) -> bool:
    general = reduce(lambda left, word: left.replace(word, ""), lexicon().body_general, part)
    return len(general) <= MOST_SKIPPED and not SKIPPED_PLACE.search(part)


@lru_cache(maxsize=1024)
def body_forms(name: str) -> tuple[str, ...]:
    """The forms of a body's name, the longest first; none of a body whose name is not known."""
    full = flatten(name)
    found = {full}
    for form in _without_lead(full):
        found.add(form)
        found |= {form.removesuffix(tail) for tail in lexicon().body_endings}
    for long, shorter in lexicon().body_abbreviations.items():
        found |= {form.replace(long, short) for form in found if long in form for short in shorter}
    for joiner in lexicon().body_joiners:  # 绿化和水务局
        found |= {form.replace(joiner, "") for form in found if joiner in form}
    found |= set(_in_english(full))
    return tuple(sorted((form for form in found if len(form) >= SHORTEST), key=len, reverse=True))


def _in_english(name: str) -> list[str]:
    """The name part by part in English, each part by every word for it; none where a part has no word.

    Each stands with and without the 's, which has lost its apostrophe in a flattened question. A name of
    many parts has no English form either.
    """
    words, rest = lexicon().body_english, name
    parts: list[list[str]] = []
    while rest:
        part = max((part for part in words if rest.startswith(part)), key=len, default=None)
        if part is None or len(parts) == MOST_PARTS:
            return []
        parts.append(words[part])
        rest = rest.removeprefix(part)
    names = [" ".join(filter(None, chosen)) for chosen in product(*parts)]
    return [flatten(name + end) for name in names for end in ("", "s")]


def _without_lead(full: str) -> list[str]:
    """The name, then without each part that may be left out before it: party, region, district, government."""
    forms, rest = [full], full
    region = next((r for r in lexicon().regions if full.removeprefix("中共").startswith(r)), "")
    bare = region[:-1] if region[-1:] in ("省", "市") else region
    if region:
        forms += [full.replace(region, bare, 1), full.replace(region, region[-1], 1)]
    for lead in ("中共", region, None, *lexicon().body_beginnings):
        shorter = DISTRICT.sub("", rest) if lead is None else rest.removeprefix(lead)
        forms.append(shorter)
        if lead is None and shorter != rest:  # 荆渚商务局
            place = rest[: len(rest) - len(shorter)]
            forms.append(PLACE_KIND.sub("", place) + shorter)
        if shorter != rest and (lead is None or (lead == region and region)):
            forms.append(rest[: len(rest) - len(shorter)][-1] + shorter)  # 区委…, 市财政局
        rest = shorter
    return forms
