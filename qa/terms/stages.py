"""The accounts of one year that a final account sets side by side: the outcome, the budget, the rate of completion.

In a final account (决算) a column or a clause may be of the budget instead: `预算数 | 决算数`,
`年初预算为…，支出决算为…`. Its figures are told from those of the outcome by the stage as one of their names; the
outcome's have none, since it is meant where a question does not say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache

from corpus.document import Document, Stage
from qa.lexicon import lexicon
from qa.text import flatten

COMPLETION = "完成率"
"""The stage that is a share of the budget, and names the outcome with it: 支出决算完成年初预算的百分之几."""
SPENT = "支出"
BARE = "预算"
"""The shortest form of a stage, which the others and the names of funds end in as well."""
OF_FUND = re.compile(r"(?:公共|基金|经营)预算$")
"""The end of a fund's name, which is no stage: 一般公共预算."""
YEAR_LEAD = re.compile(r"^20\d\d年度?")


@dataclass(frozen=True, slots=True)
class Staged:
    """A label without its stage, and the stage; both as they are where it has none."""

    stem: str
    stage: str


@cache
def outcome() -> str:
    """The stage that is meant where none is named."""
    return next(iter(lexicon().stages))


@cache
def planned() -> frozenset[str]:
    """All other stages."""
    return frozenset(lexicon().stages) - {outcome()}


@cache
def _known_names() -> frozenset[str]:
    return frozenset((*lexicon().labels, *lexicon().accounts.values()))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    found = [(form, stage) for stage, forms in lexicon().stages.items() for form in forms.written]
    return tuple(sorted(found, key=lambda ending: len(ending[0]), reverse=True))


def staged(label: str) -> Staged:
    """A label as its stem and stage: `行政运行年初预算` is 行政运行 of 年初预算.

    Of 基本支出决算 and 基本支出预算 the stem is 基本支出, which is a known name, and not 基本.
    """
    plain = flatten(label)
    ends = [(plain.removesuffix(form), form, stage) for form, stage in _endings() if plain.endswith(form)]
    if len(ends) > 1 or OF_FUND.search(plain):  # 支出预算 is longer than 预算
        ends = [end for end in ends if end[1] != BARE]
    found = [Staged(stem, stage) for stem, _, stage in ends]
    longer = [Staged(f"{stem}{SPENT}", stage) for stem, form, stage in ends if form.startswith(SPENT)]
    known = [each for each in found if each.stem in _known_names()]
    known = known or [each for each in longer if each.stem in _known_names()]
    return max(known, key=lambda each: len(each.stem), default=found[0] if found else Staged(plain, ""))


def has_stages(document: Document) -> bool:
    """Whether a document may state budget and outcome side by side."""
    return document.stage is Stage.FINAL


def header_stage(path: Iterable[str]) -> str:
    """The stage of a column: that of the last part of its header path which is nothing but a stage."""
    found = (staged(YEAR_LEAD.sub("", part)) for part in path)
    stages = [each.stage for each in found if each.stage and not each.stem]
    return stages[-1] if stages else ""


def stage_words(present: Set[str]) -> dict[str, tuple[str, ...]]:
    """What a question may say to the stages that it may mean: of those that documents state, else any of them.

    So 全年预算 is known where only 年初预算 is stated, and not taken for it. None where no stages are told apart.
    """
    words: dict[str, tuple[str, ...]] = {}
    for stage, forms in lexicon().stages.items():
        for said in forms.said if present else ():
            words[flatten(said)] = (*words.get(flatten(said), ()), stage)
    return {
        said: tuple(stage for stage in stages if stage in present) or stages for said, stages in words.items()
    }
