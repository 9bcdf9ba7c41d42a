"""A short word in a follow-up for what is named like the thing before it: 公务用车加油 … 那维修呢 is 公务用车维修."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.drafting.draft import Draft, Thing
from qa.followups.dialogue import TRAILING, Turn
from qa.linking.link import Vocabulary
from qa.linking.mentions import Kind

SHORTEST_LEAD = 2
"""Letters that two names must begin with alike to be of one kind."""


def with_sibling(draft: Draft, turns: Sequence[Turn], vocabulary: Vocabulary) -> Draft:
    """The draft of a follow-up with its only thing, or its only open word, by the name it has beside the last one."""
    words = [thing.said for thing in draft.things] + list(draft.open)
    if not turns or len(words) != 1 or not TRAILING.search(draft.text):
        return draft
    for earlier in turns[-1].draft.things:
        names = _beside(earlier.said, words[0], vocabulary)
        if names:
            at = draft.text.find(words[0])
            thing = Thing(names, words[0], at, at + len(words[0]), joined=False, inside=False)
            return replace(draft, things=(thing,), open=())
    return draft


def _beside(earlier: str, word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names that begin like the earlier one and end with the word, the longest common beginning first."""
    for end in range(len(earlier) - 1, SHORTEST_LEAD - 1, -1):
        for surface in vocabulary.surfaces(earlier[:end] + word):
            if surface.kind is Kind.NAME:
                return surface.values
    return ()
