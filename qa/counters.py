"""What things are counted in, and which counters ask for the same: 几批 and 批次, 多少人 and 22名."""

from __future__ import annotations

LOOSE = frozenset("个项条类种大级方块")
"""Counters of anything: 几个 may ask for 3项."""
ALIKE = (frozenset({"批", "批次"}), frozenset({"人", "名", "人次"}))
TEN_THOUSAND = "万"
"""What a counter of many begins with: 多少亩 may ask for 4.82万亩."""


def counts_alike(asked: str, stated: str) -> bool:
    """Whether a count in one counter answers a question for one in another."""
    both = {asked.removeprefix(TEN_THOUSAND), stated.removeprefix(TEN_THOUSAND)}
    return len(both) == 1 or both <= LOOSE or any(both <= alike for alike in ALIKE)
