"""What people call a public body: its name without region, with abbreviations, without 办事处 and the like."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from corpus.wording import wording
from qa.lexicon import lexicon
from qa.text import flatten

DISTRICT = re.compile(
    r"^[一-鿿]{2,3}?(?:新区|区|县|自治州|市|州|旗)(?=委|人民|[一-鿿]{2,}[局道镇乡院部委办心馆所校处站队])"
)
PLACE_NAME = re.compile(r"[一-鿿]{2,12}[省市区县州旗盟镇乡]")
"""A whole place, whose account is of all its bodies together: 鹿寨县."""
PLACE_KIND = re.compile(r"(?:新区|区|县|自治州|市|州|旗)$")
PLACE = re.compile(r"[一-鿿]{1,4}[省市区县州旗盟]$")
OWN_NAMES = re.compile(r"[、/（()）]")
BODY_END = re.compile(rf"(?:{'|'.join(wording().body_endings)})$")
EVERYWHERE = re.compile(r"(?:局|厅|委|委员会|办公室|法院|检察院|政府|部|联合会)$")
"""What bodies' names end in that each level of government has one of."""
NUMBERED = re.compile(r"第(?P<number>[一二三四五六七八九十]{1,3})(?:初级|高级)?(?P<kind>[中小])学")
"""A school that is called by its number: 五中 for 第五中学."""
SHORTEST = 3
SHORTEST_PLACE = 2
MOST_FORMS = 500
"""Forms from which on a name is abbreviated no further: each word doubles them."""
WHICH_BODY = re.compile(
    r"(?:哪一?[个家]|各个?|每一?[个家])(?:部门|单位|机构|街道|区|局|委|大学|法院)|哪家"
    r"|which (?:department|body|agency|unit)"
)
"""A question that ranges over all bodies."""


@lru_cache(maxsize=1024)
def body_forms(name: str) -> tuple[str, ...]:
    """The forms of a body's name, the longest first; none of a body whose name is not known.

    A body of several names (甲办公室、乙办公室; 甲局（乙局）) is known by the forms of each.
    """
    names = {flatten(name), *(flatten(part) for part in OWN_NAMES.split(name) if BODY_END.search(part))}
    found = {form for own in names for form in _forms(own)}
    is_place = any(PLACE_NAME.fullmatch(own) for own in names)
    telling = (form for form in found if _is_telling(form) or (is_place and len(form) >= SHORTEST_PLACE))
    return tuple(sorted(telling, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=4)
def known_forms(bodies: frozenset[str]) -> Mapping[str, Collection[str]]:
    """What some bodies are called, to the full names of those that are called so; kept for the bodies of a store."""
    found: dict[str, list[str]] = defaultdict(list)
    for body in bodies:
        for form in body_forms(body):
            found[form].append(flatten(body))
    return found


def _forms(full: str) -> set[str]:
    """The forms of one name, those that tell nothing among them."""
    words = lexicon()
    found = {full}
    for whole in {full, _autonomous().sub(r"\g<kind>", full)}:
        for form in _without_lead(whole):
            found |= {form, *(form.removesuffix(tail) for tail in words.body_endings)}
    for long, shorter in words.body_abbreviations.items():
        if len(found) < MOST_FORMS:
            found |= {form.replace(long, short) for form in found if long in form for short in shorter}
    found |= {NUMBERED.sub(r"\g<number>\g<kind>", form) for form in found}
    for joiner in words.body_joiners:  # 绿化和水务局
        found |= {form.replace(joiner, "") for form in found if joiner in form}
    return found


@cache
def _autonomous() -> re.Pattern[str]:
    """What is left out of an autonomous place's name: 布依族苗族自治 of 黔南布依族苗族自治州."""
    return re.compile(rf"(?:(?:{'|'.join(lexicon().peoples)})族?)+自治(?P<kind>[州县旗])")


def is_district_s(name: str, form: str) -> bool:
    """Whether a body is a district's and goes by a form that the region's own body goes by as well.

    上海市普陀区司法局 is called 司法局, and 上海市司法局 is another; there is one 万里街道 only.
    """
    rest = flatten(name).removeprefix("中共")
    region = next((region for region in lexicon().regions if rest.startswith(region)), "")
    place = DISTRICT.match(rest.removeprefix(region))
    return place is not None and bool(EVERYWHERE.search(form)) and PLACE_KIND.sub("", place[0]) not in form


def _is_telling(form: str) -> bool:
    """Whether a form is a body's and not only a place (北京市 of 北京市人民政府) or what any body may be (办公室)."""
    words = lexicon()
    is_place = form in words.regions or PLACE.match(form) is not None
    return len(form) >= SHORTEST and form not in words.body_endings and not is_place


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
