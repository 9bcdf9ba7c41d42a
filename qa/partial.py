"""Words that no phrase of the vocabulary covers, to the names that they are part of, or misspell.

`一网通班运营费` is most of one project's name; `租凭费` is 租赁费 with one wrong letter. A part is taken only where the
name explains every open letter; a misspelling only where the wrong letter sounds or is placed alike. Several
names that explain the words equally well are all kept: the question is then ambiguous, not guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from rapidfuzz.distance import OSA

from qa.catalog import Catalog
from qa.mentions import Kind, Mention
from qa.text import HAN

BLOCK = 2
SHORTEST_MISSPELT = 3
MOST_NAMES = 4
"""Words that are part of more names than this name none of them."""
PARTLY = 0.25
"""How much of a row's or column's name must be typed for it to be meant."""
MOSTLY = 0.5
"""How much of a cited title, or of the words before a figure in prose, must be typed for it to be meant."""
STRETCHABLE = frozenset({Kind.FILLER})
CONSONANTS = "bpmfdtnlgkhjqxrzcsyw"
ALIKE = (("ng", "n"), ("zh", "z"), ("ch", "c"), ("sh", "s"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Open letters of a question with the fillers beside them: `open` are the positions that must be explained."""

    start: int
    end: int
    open: frozenset[int]


def stretch(text: str, mentions: Sequence[Mention], gap: tuple[int, int]) -> Stretch:
    """The gap with the fillers and further gaps that touch it, which may belong to the same name."""
    firm = {at for m in mentions if m.kind not in STRETCHABLE for at in range(m.start, m.end)}
    covered = {at for m in mentions for at in range(m.start, m.end)}
    start, end = gap
    while start > 0 and start - 1 not in firm:
        start -= 1
    while end < len(text) and end not in firm:
        end += 1
    return Stretch(
        start, end, frozenset(at for at in range(start, end) if at not in covered and text[at] != " ")
    )


def resolve(text: str, piece: Stretch, catalogs: Sequence[Catalog]) -> Mention | None:
    """The names that the stretch is part of or misspells; None where there are none."""
    words = text[piece.start : piece.end]
    projects = {project.name for catalog in catalogs for project in catalog.projects}
    names = {name for catalog in catalogs for name in catalog.table_names}
    stated = {name for catalog in catalogs for name in catalog.names} - projects - names
    titles = {title for catalog in catalogs for title in catalog.cited}
    for kind, candidates, held in (
        (Kind.NAME, projects, 0.0),
        (Kind.NAME, names, PARTLY),
        (Kind.NAME, stated, MOSTLY),
        (Kind.CITED, titles, MOSTLY),
    ):
        found = _containing(words, piece, candidates, held)
        if 0 < len(found) <= MOST_NAMES:
            held = _explained(words, found[0], piece)
            return _mention(text, held, kind, found, "part of a name")
    misspelt = _misspelt(text, piece, {f: n for catalog in catalogs for f, n in catalog.name_forms.items()})
    return misspelt or _sounding(text, piece, projects)


def _mention(text: str, held: Set[int], kind: Kind, found: tuple[str, ...], rule: str) -> Mention:
    start, end = min(held), max(held) + 1
    return Mention(start, end, text[start:end], kind, found, rule)


def _containing(words: Sequence[str], piece: Stretch, names: Iterable[str], part: float) -> tuple[str, ...]:
    """The names that hold every open letter in runs of two or more and most of the stretch; `part` of them typed."""
    scored = [
        (len(held), n) for n in names if (held := _explained(words, n, piece)) and len(held) >= part * len(n)
    ]
    most = max((score for score, _ in scored), default=0)
    return tuple(sorted((name for score, name in scored if score == most), key=len))


def _explained(words: Sequence[str], name: Sequence[str], piece: Stretch) -> frozenset[int]:
    """Where the name holds letters of the stretch in runs; nowhere, if it leaves an open one unexplained."""
    blocks = SequenceMatcher(None, words, name, autojunk=False).get_matching_blocks()
    held = frozenset(piece.start + b.a + i for b in blocks if b.size >= BLOCK for i in range(b.size))
    return held if piece.open and piece.open <= held else frozenset()


def _misspelt(text: str, piece: Stretch, forms: Mapping[str, tuple[str, ...]]) -> Mention | None:
    """The one name that the stretch holds with a single wrong letter that sounds alike, or one in a long name."""
    best: tuple[int, int, int, str] | None = None
    for name in forms:
        if len(name) < SHORTEST_MISSPELT or not HAN.match(name):
            continue
        for start in range(piece.start, max(piece.start, piece.end - len(name)) + 1):
            written = text[start : start + len(name)]
            if (
                len(written) < len(name)
                or OSA.distance(written, name, score_cutoff=1) > 1
                or not _alike(written, name)
            ):
                continue
            missed = len(piece.open - set(range(start, start + len(name))))
            if missed == 0 and (best is None or len(name) > len(best[3])):
                best = (missed, start, start + len(name), name)
    if best is None:
        return None
    _, start, end, name = best
    return Mention(start, end, text[start:end], Kind.NAME, forms[name], "misspelt")


def _alike(written: str, name: str) -> bool:
    """Whether the letters that differ sound alike, or the name is long enough for one to be a slip."""
    wrong = [(a, b) for a, b in zip(written, name, strict=True) if a != b]
    if len(name) > SHORTEST_MISSPELT + 1:
        return True
    return sorted(written) == sorted(name) or all(_final(_sound(a)) == _final(_sound(b)) for a, b in wrong)


def _final(sound: str) -> str:
    """A sound without its first consonants: a slip of the ear or of the eye mostly keeps it (赁, 凭)."""
    return sound.lstrip(CONSONANTS) or sound


def _sounding(text: str, piece: Stretch, names: Iterable[str]) -> Mention | None:
    """The names that sound as the stretch does."""
    words = [_sound(letter) for letter in text[piece.start : piece.end]]
    scored = {name: _explained(words, [_sound(letter) for letter in name], piece) for name in names}
    most = max(map(len, scored.values()), default=0)
    found = tuple(sorted(name for name, held in scored.items() if len(held) == most > BLOCK))
    return _mention(text, scored[found[0]], Kind.NAME, found, "sounds alike") if found else None


@cache
def _sound(letter: str) -> str:
    """A letter's sound without tone, with the finals and initials that dialects confuse made one."""
    from pypinyin import lazy_pinyin  # a third of a second to import: only misspelt questions pay for it

    sound = lazy_pinyin(letter)[0]
    for heard, same in ALIKE:
        sound = sound.replace(heard, same)
    return sound
