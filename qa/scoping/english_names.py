"""A question with a body's English name as its Chinese one: the Justice Bureau of Putuo District is 普陀区司法局.

A place is spelled by its sound (Putuo); what kind of place it is and what the body sees to are words of
`english_bodies.toml`. A name with a part that has no word there has no English form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from qa.lexicon import lexicon
from qa.linking.pinyin import sound
from qa.terms.bodies import known_forms
from qa.text import flatten

LATIN = re.compile(r"[A-Za-z]{4}")
PLACE = re.compile(
    r"(?P<stem>[一-鿿]{2,5}?)(?P<kind>自治区|自治州|自治县|新区|街道|[省市区县州旗]|[镇乡](?=人民政府|$))"
)
ITS_OWN = re.compile(r"(?:人民政府)?(?:办事处|委员会)?")
"""What stands behind a place where the body is the place's own government: 万里街道|办事处."""
OF_PLACE = re.compile(r"^(?:人民政府|委(?!员会))")
"""What stands between a place and a body of its government or of its party's committee: 普陀区|委|社会工作部."""
JOINER = re.compile(r"^[和与及、]")
BETWEEN = r"(?:,? and |, ?| ?& ?| )"
OWNED = r"(?:['’]s?)?"
NOTHING = r"(?!)"
APOSTROPHE = "['’]?s['’]?"
"""How people write the s of people's and veterans'."""
WITHIN_NAME = r"[ '’-]?"
"""What may stand between the syllables of a place: Xi'an, Lian Yun Gang."""
LEAST_PLACES_OF_OWN = 2
"""A whole province or city is no body; a subdistrict of a district is."""


@dataclass(frozen=True, slots=True)
class English:
    """What finds a body's English names.

    `institution` finds what it is, `before` and `behind` the `places` beside that; `nearest` is the place that tells it
    from others of its kind, and `chinese` what it is called without its places, empty where its place is its name.
    """

    institution: re.Pattern[str]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    places: re.Pattern[str]
    nearest: re.Pattern[str]
    chinese: str


def in_chinese(question: str, bodies: Collection[str]) -> str:
    """The question with each English name of one of the bodies in Chinese, with its place where that is named.

    What is named with another place than the body's own nearest one is no name of it: the Shanghai Justice Bureau
    is not 上海市普陀区司法局. Beside a body's name in Chinese the English one only says it again.
    """
    if not LATIN.search(question) or any(form in question for form in known_forms(frozenset(bodies))):
        return question
    meant: dict[tuple[int, int], set[str]] = defaultdict(set)
    for body in sorted(bodies):
        for span, chinese in _named(question, body):
            meant[span].add(chinese)
    for start, end in sorted(_apart(meant), reverse=True):
        if len(meant[start, end]) == 1:
            question = f"{question[:start]} {meant[start, end].pop()} {question[end:]}"
    return question


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that no longer one overlaps."""
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        if all(end <= other or start >= behind for other, behind in chosen):
            chosen.append((start, end))
    return chosen


def _named(question: str, body: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where a question names a body in English, and its name, without its place where that is not named."""
    english = _english(flatten(body))
    if english is None:
        return
    for found in english.institution.finditer(question):
        before = english.before.search(question[: found.start()])
        behind = english.behind.match(question, found.end())
        start = before.start() if before else found.start()
        end = behind.end() if behind else found.end()
        beside = f"{question[start : found.start()]} {question[found.end() : end]}"
        if _of_elsewhere().search(question[:start]):
            continue
        if not english.chinese or english.nearest.search(beside):
            yield (start, end), body
        elif not english.places.search(beside):
            yield (start, end), english.chinese


@lru_cache(maxsize=1024)
def _english(body: str) -> English | None:
    """What finds a body's English names; None where it has none."""
    places, chinese = _parts(body)
    spelled = [_place(stem, kind) for stem, kind in places]
    institution = _institution(chinese)
    if not chinese and len(spelled) >= LEAST_PLACES_OF_OWN:
        institution = rf"{spelled[-1]}(?: office| government)?"
    if not institution:
        return None
    place = f"(?:{'|'.join(spelled)})" if spelled else NOTHING
    nearest = spelled[-1] if spelled else NOTHING
    lead = r"(?:the )?(?:(?:general office|(?:party )?committee) of (?:the )?)?(?:cpc )?"
    return English(
        institution=_words(institution),
        before=_words(rf"{lead}(?:{place}{OWNED}[ ,]+)*$"),
        behind=_words(rf"(?:,? (?:of|in) {lead}{place}(?:[ ,]+{place})*(?: committee)?)?{OWNED}"),
        places=_words(place),
        nearest=_words(nearest),
        chinese=chinese if spelled else body,
    )


def _parts(body: str) -> tuple[list[tuple[str, str]], str]:
    """The places in a body's name with what kind they are, and what it is called without them."""
    places, rest = [], body.removeprefix("中共")
    region = next((r for r in lexicon().regions if rest.startswith(r)), "")
    if region and not PLACE.match(rest):
        places, rest = [(region, "")], rest.removeprefix(region)
    while found := PLACE.match(rest):
        places.append((found["stem"], found["kind"]))
        rest = rest[found.end() :]
        rest = rest if ITS_OWN.fullmatch(rest) else OF_PLACE.sub("", rest, count=1)
    return places, "" if ITS_OWN.fullmatch(rest) else rest


def _place(stem: str, kind: str) -> str:
    """What finds a place: its name by its sound, and what it is where that is said."""
    english = lexicon().body_english
    spelled = english["places"].get(stem, [WITHIN_NAME.join(map(sound, stem))])
    return f"{_any(spelled)}(?:[ -]{_any(english['kinds'].get(kind, ()))})?"


def _institution(chinese: str) -> str:
    """What finds what a body is: as a whole, else what it sees to with its kind; empty where a part has no word."""
    english = lexicon().body_english
    found = list(english["whole"].get(chinese, ()))
    ending = max((end for end in english["endings"] if chinese.endswith(end)), key=len, default="")
    fields = _fields(chinese.removesuffix(ending)) if ending else ""
    if fields:
        kind = _any(english["endings"][ending])
        found += [f"{fields} {kind}", f"{kind} (?:of|for) {fields}"]
    return _any(found) if found else ""


def _fields(chinese: str) -> str:
    """What finds what a body sees to, one after the other; empty where nothing, or a part that has no word."""
    words, found, rest = lexicon().body_english["fields"], "", chinese
    while rest:
        field = max((field for field in words if rest.startswith(field)), key=len, default="")
        if not field:
            return ""
        said = _any(filter(None, words[field]))
        part = f"{BETWEEN}{said}" if found else said
        found += f"(?:{part})?" if "" in words[field] else part
        rest = JOINER.sub("", rest[len(field) :])
    return found


def _any(words: Iterable[str]) -> str:
    """Any of the words, the apostrophe of a genitive written or not."""
    return f"(?:{'|'.join(re.sub(r's(?= |$)', APOSTROPHE, word) for word in words)})"


def _words(pattern: str) -> re.Pattern[str]:
    """What finds a pattern as whole words, in letters of any size."""
    return re.compile(rf"\b{pattern}(?![A-Za-z])", re.IGNORECASE)


@cache
def _of_elsewhere() -> re.Pattern[str]:
    """What says before a name that it is of another place: Xuhui District|Finance Bureau."""
    kinds = _any(word for words in lexicon().body_english["kinds"].values() for word in words)
    return re.compile(rf"{kinds}{OWNED}[ ,]+(?:the )?$", re.IGNORECASE)
