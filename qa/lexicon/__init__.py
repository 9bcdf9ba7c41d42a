"""The vocabulary of public budgets, as data: standard names, accounts, cues, fillers, units, headings, regions.

Every file is checked when it is loaded: one that is laid out otherwise, or an empty phrase, raises `LexiconError`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from qa.text import MARKS


class LexiconError(ValueError):
    """A vocabulary file is not what the program can use; says which file and phrase."""


@dataclass(frozen=True, slots=True)
class StageForms:
    """An account of the year: what labels that are of it end in, and what questions call it."""

    written: tuple[str, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All vocabularies, phrases flattened.

    `canonical` maps a form that documents use to its standard name, `labels` adds those that only table
    headers use;
    `names` maps what a question may say to the standard names that it may stand for; `accounts` are the standard
    account names by code; `cues` maps a phrase to its operations, `units` to the unit asked for, `headings` to the
    standard heading, `paraphrases` what people say to the words that documents use for it;
    `stages` are the accounts of one year that stand side by side in a final account;
    `body_…` say how the names of bodies are shortened, and put into English.
    """

    canonical: Mapping[str, str]
    labels: Mapping[str, str]
    names: Mapping[str, tuple[str, ...]]
    accounts: Mapping[str, str]
    cues: Mapping[str, tuple[str, ...]]
    fillers: frozenset[str]
    units: Mapping[str, str]
    headings: Mapping[str, str]
    paraphrases: Mapping[str, str]
    stages: Mapping[str, StageForms]
    regions: tuple[str, ...]
    body_beginnings: tuple[str, ...]
    body_endings: tuple[str, ...]
    body_joiners: tuple[str, ...]
    body_general: tuple[str, ...]
    body_itself: tuple[str, ...]
    body_abbreviations: Mapping[str, list[str]]
    peoples: tuple[str, ...]
    body_english: Mapping[str, Mapping[str, list[str]]]


@cache
def lexicon() -> Lexicon:
    """The vocabularies that ship with the program.

    Raises:
        LexiconError: a file is not laid out as its kind is, or holds an empty phrase.
    """
    written = {
        plain(name): _lists("names.toml", forms).get("written", []) for name, forms in _read("names.toml")
    }
    said = {plain(name): _lists("names.toml", forms).get("said", []) for name, forms in _read("names.toml")}
    headed = {
        plain(name): _lists("names.toml", forms).get("headed", []) for name, forms in _read("names.toml")
    }
    canonical = {plain(form): name for name, forms in written.items() for form in (name, *forms)}
    bodies = dict(_read("bodies.toml"))
    regions = [region for _, part in _read("regions.toml") for region in _phrases("regions.toml", part)]
    return Lexicon(
        canonical=canonical,
        labels=canonical | {plain(form): name for name, forms in headed.items() for form in forms},
        names=_inverted("names.toml", said),
        accounts={code: plain(name) for _, part in _read("accounts.toml") for code, name in _words(part)},
        cues=_inverted("cues.toml", _lists("cues.toml", dict(_read("cues.toml")))),
        fillers=frozenset(
            plain(w) for _, words in _read("fillers.toml") for w in _phrases("fillers.toml", words)
        ),
        units=_first(_inverted("units.toml", _lists("units.toml", dict(_read("units.toml"))))),
        headings=_first(_inverted("headings.toml", _lists("headings.toml", dict(_read("headings.toml"))))),
        paraphrases={plain(said): plain(meant) for said, meant in _words(dict(_read("paraphrases.toml")))},
        stages={name: _stage(_lists("stages.toml", forms)) for name, forms in _read("stages.toml")},
        regions=tuple(sorted(regions, key=len, reverse=True)),
        body_beginnings=tuple(_phrases("bodies.toml", bodies["leave_out_before"])),
        body_joiners=tuple(_phrases("bodies.toml", bodies["leave_out_inside"])),
        body_general=tuple(_phrases("bodies.toml", bodies["general"])),
        body_itself=tuple(_phrases("bodies.toml", bodies["itself"])),
        body_endings=tuple(_phrases("bodies.toml", bodies["leave_out_after"])),
        body_abbreviations=_lists("bodies.toml", bodies["abbreviated"]),
        peoples=tuple(_phrases("bodies.toml", bodies["peoples"])),
        body_english={
            part: _lists("english_bodies.toml", words) for part, words in _read("english_bodies.toml")
        },
    )


def plain(phrase: str) -> str:
    """A phrase without marks: but for these the files hold what `flatten` gives, which a test sees to."""
    return MARKS.sub("", phrase)


def _read(name: str) -> Iterable[tuple[str, object]]:
    """The entries of a vocabulary file, in its order."""
    return tomllib.loads(files(__name__).joinpath(name).read_text("utf-8")).items()


def _phrases(file: str, listed: object) -> list[str]:
    if not isinstance(listed, list) or not all(isinstance(phrase, str) for phrase in listed):
        raise LexiconError(f"{file}: {listed!r} is not a list of phrases")
    return listed


def _lists(file: str, entries: object) -> dict[str, list[str]]:
    if not isinstance(entries, dict):
        raise LexiconError(f"{file}: {entries!r} is not a table of lists")
    return {str(entry): _phrases(file, listed) for entry, listed in entries.items()}


def _stage(forms: Mapping[str, list[str]]) -> StageForms:
    if forms.keys() != {"written", "said"}:
        raise LexiconError(f"stages.toml: a stage has `written` and `said`, not {', '.join(forms)}")
    return StageForms(tuple(forms["written"]), tuple(forms["said"]))


def _words(entries: object) -> Iterable[tuple[str, str]]:
    if not isinstance(entries, dict):
        raise LexiconError(f"{entries!r} is not a table of words")
    return ((str(word), str(meaning)) for word, meaning in entries.items())


def _first(entries: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {phrase: meanings[0] for phrase, meanings in entries.items()}


def _inverted(file: str, words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Phrase to the entries that list it, in the file's order."""
    entries: dict[str, tuple[str, ...]] = {}
    for entry, phrases in words.items():
        for phrase in phrases:
            form = plain(phrase).strip()
            if not form:
                raise LexiconError(f"{file}: {entry} lists an empty phrase")
            if entry not in entries.get(form, ()):
                entries[form] = (*entries.get(form, ()), entry)
    return entries
