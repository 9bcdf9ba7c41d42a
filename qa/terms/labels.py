"""The standard names of a document's labels, without ordinal, the accounts above, notes and words for figures."""

from __future__ import annotations

import re
from functools import cache

from qa.lexicon import lexicon
from qa.terms.stages import YEAR_LEAD
from qa.text import flatten

KIND = re.compile(r"[（(]\d{0,3}(?:类|款|项)[）)]")
ACCOUNT_PATH = re.compile(
    r"^(?:.*[（(]\d{0,3}(?:类|款)[）)])?(?P<last>[^（()）]+)[（(]\d{0,3}(?:类|款|项)[）)](?P<spent>支出)?$"
)
"""An account with all that is above it, as prose names it: 农林水支出（类）水利（款）防汛（项）支出."""
CODE = re.compile(r"^\d{3}(?:\d\d){1,2}(?=[（(]?[一-鿿])")
"""An account's code in front of its name: 2130314防汛, 2130314（防汛）."""
NOTE = re.compile(r"[（(][^（()）]*[）)]$")
NUMBER = (
    r"(?:[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十]+[)）]|[(（]\d{1,2}[)）]|\d{1,2}[.．、](?!\d)"
    r"|\d{1,2} +(?=[一-鿿])|[①-⑳])\s*"
)
ORDINAL = re.compile(rf"^(?:其中[:：]\s*(?:{NUMBER})?|{NUMBER})")
"""What stands in front of a label: its number, and that it is a part of the row above (其中：（1）…)."""
FIGURE_WORDS = re.compile(r"(?:预算数|(?<!年度)预算安排|决算数|执行数|预算金额|金额|预算资金)$")
FUNDED = re.compile(r"^(?:一般公共预算|财政)(?:财政)?拨款(?:安排的|(?=[^收支]{1,20}费$))")
"""What pays for an account, in front of it: 一般公共预算拨款安排的会议费, 财政拨款三公经费."""
THREE_PUBLIC = re.compile(
    r"^(?:[^占比]*(?:一般公共预算|财政)(?:财政)?(?:拨款)?(?:资金)?(?:安排|开支|列支|中)?的?|[^占比]*费|[省市区县州]本?级|全[省市区县州])?"
    r"三公经费(?:财政拨款|总?支出|预算|决算|总额|合计|汇总|拨入|总?数)*$"
)
"""The three public expenses by what pays for them (…使用财政拨款安排的三公经费预算总额), or after their names."""
OF_PUBLISHER = re.compile(r"^本?(?:部门|单位)(?=.{4})")
"""Whose a total is, in front of it: 部门政府采购预算总额."""
SHARE = "占"
"""What stands behind the part in a sentence that states its share."""
PLANNED = re.compile(r"(?:预算支出|支出预算)$")


def canonical(words: str) -> str:
    """The standard name of a document's label: `一、财政拨款收入` → 财政拨款收入, `“三公”经费预算数` → 三公经费."""
    known = lexicon().labels
    label = CODE.sub("", ORDINAL.sub("", words.strip()))
    path = ACCOUNT_PATH.match(label)
    label = _last_account(path) if path else KIND.sub("", label)
    name = flatten(label)
    undated = YEAR_LEAD.sub("", name)
    # 政府采购金额（以合同签订为准） is known without its note.
    for form in (
        name,
        undated,
        FIGURE_WORDS.sub("", undated),
        OF_PUBLISHER.sub("", undated),
        undated.removesuffix("预算"),
        undated.removesuffix("小计"),
        PLANNED.sub("", FUNDED.sub("", undated)),
        FUNDED.sub("", undated.removesuffix("支出")),
        YEAR_LEAD.sub("", flatten(NOTE.sub("", label))),
    ):
        if form in known:
            return known[form]
    if THREE_PUBLIC.match(undated):
        return known["三公经费"]
    return FIGURE_WORDS.sub("", YEAR_LEAD.sub("", name)) or name


def _last_account(path: re.Match[str]) -> str:
    """公共安全（类）支出 is 公共安全支出, an account; 防汛（项）支出 is the spending of the account 防汛."""
    whole = f"{path['last']}{path['spent'] or ''}"
    return whole if flatten(whole) in accounts() else path["last"]


@cache
def accounts() -> frozenset[str]:
    """The standard accounts: what their names hold names nothing else."""
    return frozenset(lexicon().accounts.values())
