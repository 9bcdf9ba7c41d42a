"""What a question wants done, by its cues: a word for a total may only be a part of what something is called."""

from __future__ import annotations

from collections.abc import Sequence

from qa.linking.mentions import Kind, Mention

NAMES_ONE = frozenset({"total", "totals", "total of"})
"""English words that add up what stands behind them, and behind another thing say which figure of the next is meant."""
NAMED = (Kind.NAME, Kind.CODE)


def asked(mentions: Sequence[Mention]) -> frozenset[str]:
    """The cues of a question, without that of a sum where `the conference fee and the total training fee` has none."""
    first = next((m.start for m in mentions if m.kind in NAMED), None)
    found: set[str] = set()
    for m in mentions:
        if m.kind is Kind.CUE:
            behind_one = m.text in NAMES_ONE and first is not None and first < m.start
            found.update(cue for cue in m.values if not (behind_one and cue == "sum"))
    return frozenset(found)
