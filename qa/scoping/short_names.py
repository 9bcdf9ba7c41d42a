"""A question with what is short for a body, or misspells it, as the body's full name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache, reduce

from corpus.wording import wording
from qa.lexicon import lexicon
from qa.linking.misspelt import sound_of
from qa.terms.bodies import SHORTEST, body_forms, known_forms
from qa.text import HAN, flatten

ENDING = re.compile(rf"{'|'.join(wording().body_endings)}|[镇乡](?!政府)")
BEFORE = re.compile(r"(?:^|[^一-鿿]|[年度的和与跟比问查在啥么何看把])$")
"""What stands before a body's name, so that it is no part of a longer one (嘉定区|民政局)."""
LONGEST_SHORT = 16
MOST_SKIPPED = 3
"""Letters that may be left out in one place besides general words: 地震局 is not 地震应急保障局."""
SKIPPED_PLACE = re.compile(r"[区县州旗镇乡]|.[省市]|[省市].")
"""A place inside a body's name that another body lacks: 上海市教育局 is not short for 上海市普陀区教育局."""
PLACE_KINDS = ("省", "市", "区", "县", "州", "旗")
SHORTEST_MISSPELT = 4
SHORTEST_BARE = 4
"""A place and what its body sees to: 长汀林业."""
WITH_ENDING = re.compile(r"[局厅镇乡]$")
AFTER = r"(?=20\d\d年|[的和与跟比,?]|今年|去年|$)"
"""What stands behind a body that is named without its ending, so that it is no account's name: 长汀林业|2016年."""
UNDER_IT = re.compile(r"(?:[它他其]们?|该[局院校部委])的?(?:下属|所属|下面|直属)(?:单位)?的?")
"""What says of a body that is named behind it that it is under the one spoken of before: 它的下属种子站呢."""


def in_full(question: str, bodies: Collection[str]) -> str:
    """The question with what is short for one of the bodies alone (江淮水规局, 文旅局) as its full name.

    Letters of the name in its order, the first two of them side by side in it, are short for it; so is a form of it
    with one letter that only sounds like the right one (民政具, 普佗区司法局), where the question names no body
    otherwise.
    """
    known = known_forms(frozenset(bodies))
    question = _named_alone(question, tuple(known))
    text = _completed_letters(question, bodies, known)
    if text != question or len(bodies) < 2:
        return text
    named = max((form for form in known if form in flatten(question)), key=len, default="")
    if not named:
        return _completed(question, bodies) or _spelled(question, bodies)
    return _spelled(question, bodies) if _is_of_a_place(named, question) else question


def _completed_letters(question: str, bodies: Collection[str], known: Mapping[str, Collection[str]]) -> str:
    """The question with letters that are short for one body alone as its full name."""
    text, end = question, len(question)
    for ending in reversed(list(ENDING.finditer(question))):
        if ending.end() > end:
            continue
        for start in range(max(0, ending.end() - LONGEST_SHORT), ending.end() - SHORTEST + 1):
            short = question[start : ending.end()]
            if not BEFORE.search(question[:start]) or _holds_name(short, known):
                continue
            if _is_inside(short, start, question, known):
                continue
            owners = [body for body in bodies if any(_is_short(short, full) for full in _in_short(body))]
            if len(owners) == 1:
                text, end = text[:start] + owners[0] + text[ending.end() :], start
                break
    return text


def _holds_name(short: str, known: Mapping[str, Collection[str]]) -> bool:
    """Whether letters hold what a body is called whose name holds their first two as well.

    江海水利局 holds the 水利局 of 上海市江海区水利局, and nothing of 临溪县水利局.
    """
    return any(form in short and any(short[:2] in body for body in of) for form, of in known.items())


def _is_of_a_place(form: str, question: str) -> bool:
    """Whether a place is named before what a body is called without one: 普佗区|司法局, 普佗|区司法局."""
    return form.startswith(PLACE_KINDS) or question.partition(form)[0].endswith(PLACE_KINDS)


def _is_inside(short: str, start: int, question: str, known: Collection[str]) -> bool:
    """Whether letters are a part of a body's name that stands there in full: 旅游局 in 江海市文化和旅游局."""
    end = start + len(short)
    return any(
        found.start() <= start and end <= found.end()
        for form in known
        if short in form and form in question
        for found in re.finditer(re.escape(form), question)
    )


def _named_alone(question: str, known: tuple[str, ...]) -> str:
    """The question without words that only say under which body the one named behind them is."""
    under = UNDER_IT.search(question)
    if under is None or not question.startswith(known, under.end()):
        return question
    return question[: under.start()] + question[under.end() :]


def _in_short(body: str) -> Iterator[str]:
    """A name with its ending in full, and in short."""
    full = flatten(body)
    yield full
    for long, shorter in lexicon().body_abbreviations.items():
        if full.endswith(long):
            yield from (full.removesuffix(long) + short for short in shorter)


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


def _completed(question: str, bodies: Collection[str]) -> str:
    """The question with a place's body that is named without its ending (长汀林业) in full; empty where none is."""
    text = flatten(question)
    found = {
        body: named
        for body in bodies
        for bare in _without_ending(body)
        if bare in text and (named := re.search(rf"(?:^|(?<=[和与跟比、,])){re.escape(bare)}{AFTER}", text))
    }
    if len(found) != 1:
        return ""
    ((body, named),) = found.items()
    return text[: named.start()] + body + text[named.end() :]


@lru_cache(maxsize=1024)
def _without_ending(body: str) -> tuple[str, ...]:
    """A body's short names with its place before them, without their ending; letters enough to tell a body by."""
    full = flatten(body)
    region = next((region for region in lexicon().regions if full.startswith(region)), "")
    places = {full[:2], full.removeprefix(region)[:2]}
    own = (form for form in body_forms(body) if form[:2] in places)
    bare = (WITH_ENDING.sub("", form) for form in own if WITH_ENDING.search(form))
    return tuple(sorted((form for form in bare if len(form) >= SHORTEST_BARE), key=len, reverse=True))


def _spelled(question: str, bodies: Collection[str]) -> str:
    """The question with a misspelt form of one body alone as its full name."""
    letters = set(question)
    found: dict[str, str] = {}
    for body in bodies:
        forms = (f for f in body_forms(body) if len(f) >= SHORTEST_MISSPELT and len({*f} - letters) <= 1)
        written = next((w for form in forms if (w := _misspelt(form, question))), None)
        if written:
            found[body] = written
    if len(found) != 1:
        return question
    ((body, written),) = found.items()
    return question.replace(written, body, 1)


def _misspelt(form: str, text: str) -> str | None:
    """Where a text has a form with one wrong letter of the same sound; what names another place is not misspelt."""
    for start in range(len(text) - len(form) + 1):
        written = text[start : start + len(form)]
        wrong = [(a, b) for a, b in zip(written, form, strict=True) if a != b]
        if len(wrong) == 1 and HAN.match(wrong[0][0]) and not _is_of_elsewhere(written, form):
            ((typed, meant),) = wrong
            if sound_of(typed) == sound_of(meant):
                return written
    return None


def _is_of_elsewhere(written: str, form: str) -> bool:
    """Whether the letters name a region that the form does not: 山西 for 陕西."""
    short = (region.removesuffix("省").removesuffix("市") for region in lexicon().regions)
    return any(region in written and region not in form for region in short)
