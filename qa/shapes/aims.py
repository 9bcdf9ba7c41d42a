"""Questions for what projects aim at: an indicator by its name or its words, and what a form says beside a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from corpus.aims import aim_words
from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.linking.mentions import Kind
from qa.linking.partial import BLOCK, PART_OF_NAME
from qa.query import Aiming, Query
from qa.shapes.legal import project_names
from qa.terms.labels import canonical
from qa.text import HAN

Queries = tuple[Query, ...]
OF_AIMS = re.compile("指标|目标")
OF_PROJECT = "项目"
SHORTEST_BARE = 3
"""Letters of a label without 项目 that still tell it: 单位 and 期 are in much else."""
MOSTLY = 0.5
"""How much of an indicator's name must be said where it is not said as a whole."""
SILENT = frozenset(
    {Kind.BODY, Kind.REGION, Kind.YEAR, Kind.CUE, Kind.FILLER, Kind.BREAK, Kind.UNIT, Kind.NUMERAL}
)
"""What may stand beside the words of an indicator that are not its whole name."""
ASKING = frozenset({"amount", "count", "what", "projects", "pronoun", "over", "under", "which", "who"})
"""Cues that a question for what an indicator aims at may hold."""


def indicator(draft: Draft, book: Book) -> Queries | None:
    """What an indicator aims at: words (≥70%), and no amount; of one project, or of all that state it.

    It is named by its whole name, or by words that are all in it (要检查多少个生产建设项目).
    """
    projects = project_names(draft, book)
    if len(projects) > 1:
        return None
    project = projects[0] if projects else None
    names = named_indicators(draft, book)
    of_aims = OF_AIMS.search(draft.text)
    # Beside something that has a figure the same words may be part of its name.
    if names and (of_aims or (draft.unit is None and (project or not draft.things))):
        return tuple(Aiming(name, project) for name in names)
    found = _by_words(draft, book, project)
    return (Aiming(found, project),) if found else None


def named_indicators(draft: Draft, book: Book) -> tuple[str, ...]:
    """The indicators whose whole names a question says, in no other name that it says."""
    said = {thing.said for thing in draft.things}
    known = {name for catalog in book.catalogs for name in catalog.indicators}
    named = {name for name in known - said if name in draft.text}
    longest = (name for name in named if not any(name != other and name in other for other in named))
    return tuple(sorted(longest, key=draft.text.index))


def labelled(draft: Draft, book: Book) -> Queries | None:
    """What the form of the named project says beside a label: 项目期, 实施单位, 总体目标 (年度总体目标)."""
    projects = project_names(draft, book)
    labels = aim_words().texts | aim_words().term
    asked = [form for label in labels for form in _forms(label) if form in draft.text]
    if len(projects) != 1 or not asked:
        return None
    said = max(asked, key=len)
    stated = [
        label
        for catalog in book.catalogs
        for label, beside in catalog.beside_labels.items()
        if said in label and any(canonical(one.of) == projects[0] for one in beside)
    ]
    return (Aiming(min(stated, key=len), projects[0]),) if stated else None


def _forms(label: str) -> Iterator[str]:
    """How a question says a label of a project that it names: 项目负责人, or 负责人."""
    yield label
    bare = label.removeprefix(OF_PROJECT)
    if len(bare) >= SHORTEST_BARE:
        yield bare


def _by_words(draft: Draft, book: Book, project: str | None) -> str | None:
    """The one indicator, of a project where one is named, whose name holds every word that nothing else explains."""
    if draft.cited or draft.numbers or not (draft.open if project is None else draft.has(*ASKING)):
        return None
    silent = {at for m in draft.mentions if m.kind in SILENT for at in range(m.start, m.end)}
    of_project = [m for m in draft.mentions if project in m.values]
    own = {at for m in of_project for at in range(m.start, m.end)}
    whole = {at for m in of_project if m.rule != PART_OF_NAME for at in range(m.start, m.end)}
    letters = {at for at, letter in enumerate(draft.text) if HAN.match(letter)} - silent - own
    found = {
        name: said
        for name, value in _stated(book, project)
        if (said := _said(draft, name, letters, whole, value)) >= MOSTLY
    }
    most = max(found.values(), default=0)
    best = [name for name, said in found.items() if said == most]
    return best[0] if len(best) == 1 else None


def _stated(book: Book, project: str | None) -> Iterator[tuple[str, str]]:
    """The indicators' names with what they aim at."""
    for catalog in book.catalogs:
        for name, stated in catalog.indicators.items():
            for one in stated:
                if project is None or canonical(one.of) == project:
                    yield name, one.line.text.rpartition("：")[2]


def _said(draft: Draft, name: str, letters: Set[int], barred: Set[int], value: str) -> float:
    """How much of a name a question says; 0 where it says words that are not in it, or asks for more than it tells.

    What is counted may be in the value: 15家.
    """
    runs = list(_runs(draft.text, name, barred))
    held = {at for start, end in runs for at in range(start, end)}
    left = {at for at in letters - held if draft.text[at] not in value}
    cues = {
        cue
        for m in draft.mentions
        if m.kind is Kind.CUE and not held.issuperset(range(m.start, m.end))
        for cue in m.values
    }
    if not held & letters or left or not cues <= ASKING:
        return 0
    return sum(len(piece) for piece in {draft.text[start:end] for start, end in runs}) / len(name)


def _runs(text: str, name: str, barred: Set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that stand in a name, the longest from each letter on."""
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and end not in barred and text[at : end + 1] in name:
            end += 1
        if end - at >= BLOCK:
            yield at, end
        at = max(end, at + 1)
