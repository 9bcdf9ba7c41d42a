"""What things are counted in, and which counters ask for the same: 几批 and 批次, 多少人 and 22名."""

from __future__ import annotations

import re
from collections.abc import Set

from corpus.amounts import MEASURES

LOOSE = frozenset("个项条类种大级方块")
"""Counters of anything: 几个 may ask for 3项."""
ALIKE = (frozenset({"批", "批次"}), frozenset({"人", "名", "人次"}))
TEN_THOUSAND = "万"
"""What a counter of many begins with: 多少亩 may ask for 4.82万亩."""

BUYING = frozenset({"购置", "采购", "购买", "购进", "添置", "配备"})
"""Words that say of what is counted only that it is bought."""

SAME = (frozenset({"批", "批次"}), frozenset({"人", "名"}))
"""Counters that count the same things, so that counts in them are added and compared; persons are no visits (人次)."""

COUNTED = (
    "个方面|方面|人次|批次|个|项|条|款|名|大|位|部|类|种|家|级|批|点|章|笔|件|辆|人|块|台|所|次|套"
    rf"|间|架|艘|副|分(?![之类别项成])|{MEASURES}"
)
HOW_MANY = re.compile(
    rf"(?<!哪)(?:一?共有?|总共有?|(?<!实)有)?(?:几多?|多少)(?P<counter>{COUNTED})(?:(?<=台)套)?(?!钱|元|[亿万](?!元以上))"
)
"""What asks for a count, with its counter: 一共有几批次."""


def counts_alike(asked: str, stated: str) -> bool:
    """Whether a count in one counter answers a question for one in another."""
    both = {asked.removeprefix(TEN_THOUSAND), stated.removeprefix(TEN_THOUSAND)}
    return len(both) == 1 or both <= LOOSE or any(both <= alike for alike in ALIKE)


def counts_same(counters: Set[str]) -> bool:
    """Whether counts in all these counters may be added and set against each other: 15名 and 29人."""
    return any(counters <= same for same in SAME)
