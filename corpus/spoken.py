"""What prose speaks of from clause to clause and from sentence to sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.amounts import BRACKETED
from corpus.document import Document
from corpus.moves import AGAINST_PLAN, COMPARED, year_against
from corpus.naming import name_in

CAUSE = re.compile(r"原因|由于|因为|经(?![费营济])|主要")
"""What tells that words before 增加 name a cause, and not what has moved."""
RESPECTIVELY = "分别"
"""What tells that several things have moved, each by an amount of its own: 收入、支出分别增加3万元、2万元."""
COMPLETES = re.compile(r"完成.{0,6}(?:预算|计划)")
"""How a clause begins that says how much of its plan what is spoken of is; 完成12座水库除险加固 names what is done."""
SAME = re.compile(r"(?:(?:该|此|上述)[项笔]?(?:费用|经费|资金|支出)|费用|经费|资金)(?:支出)?(?=[比较与同]|$)")
"""What is spoken of where a sentence goes on with it: 费用支出较年初预算数减少…."""
LONGEST_MOVER = 20
"""Letters within which the words before 增加 are what has increased, and not a whole clause."""
FUND = re.compile(r"财政拨款|公共预算|基金|资本经营")
BARE_TOTAL = re.compile(r"(?P<flow>收入|支出|收支)(?:总计|合计|总额)?")
"""The name of a total that does not say of what: 2024年财政拨款收入总计…，与2023年相比收入总计增加…."""
PLAN = "预算"
ACCOUNT_END = re.compile(r"(?:收入|支出|费用?|预算|决算|合计|总计|总额|经费|采购|结余|结转)数?$")
"""What the name of an account ends in, as an adverb before 增加 (相应, 略) does not."""
STAGE = re.compile(r"(?:支出)?(?P<stage>(?:年初预算|全年预算|调整预算|预算|决算)数?)$")
"""What a final account calls the budget and the outcome: after the first of them it leaves out what they are of."""
OUTCOME_MOVED = re.compile(r"(?:支出)?决算(?:支出)?数?(?=[比较与同](?!年初|全年|调整|预算))")
"""How a sentence begins that goes on with the outcome of the one before: 决算数比上年减少…."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the clauses so far speak of: the subject named last, its money unit, the year compared with.

    `staged` is the subject named last by its stage (X预算数): what a comparison with another 预算数 is about, whatever
    parts of it were listed between. `whole` is the subject whose parts a sentence lists (其中：…), `parts` how many
    of them it has named, and `counted` what a sentence has counted last.
    """

    subject: str = ""
    unit: str = "元"
    base: int | None = None
    staged: str = ""
    whole: str = ""
    parts: int = 0
    counted: str = ""
    ahead: str = ""

    def next(self, sentence: str, listed: bool) -> Spoken:
        """What the next sentence speaks of until it names a subject; `listed`: the last one ended a part of a list.

        A sentence that begins with a comparison (`与上年相比增加…`) speaks of the subject of the one before, or of
        the whole whose parts that has listed; one with 决算数 before it, of the outcome stated last. One that begins
        with 其中 compares with the same year, as do the parts of a list (…；…；…).
        """
        if sentence.startswith("其中"):
            return replace(self, subject="", whole="", parts=0, counted="")
        if listed and sentence.startswith("完成"):
            return replace(self, counted="")
        if COMPARED.match(sentence) or AGAINST_PLAN.match(sentence) or SAME.match(sentence):
            subject = self.whole if self.parts > 1 and not listed else self.subject
            return replace(self, subject=subject, counted="")
        if self.staged and OUTCOME_MOVED.match(sentence):
            return replace(self, subject=self.staged, counted="")
        going_on = self if listed else Spoken()
        return Spoken(unit=self.unit, base=going_on.base, whole=going_on.whole, parts=going_on.parts)

    def on(self, subject: str, unit: str) -> Spoken:
        """What is spoken of after an amount of money of this subject, in this unit."""
        staged = subject if STAGE.search(subject) else self.staged
        return replace(self, subject=subject, unit=unit, staged=staged, parts=self.parts + bool(self.whole))

    def listing(self) -> Spoken:
        """What is spoken of where the parts of the subject begin to be listed (其中)."""
        return replace(self, whole=self.subject, parts=0) if self.subject else self

    def moving(self, name: str) -> Spoken:
        """What is spoken of where this has moved; a total without more is the one, or that of the fund, spoken of."""
        flow = BARE_TOTAL.fullmatch(name)
        own = (one for one in (self.whole, self.subject) if flow and _is_total(one, flow["flow"]))
        return replace(self, subject=next(own, name))

    def against(self, document: Document, clause: str) -> Spoken:
        """What is spoken of after a clause that may compare: with another year, or with the plan and no year."""
        compared = COMPARED.search(clause)
        if compared:
            return replace(self, base=year_against(document, compared) or self.base)
        return replace(self, base=None) if AGAINST_PLAN.search(clause) else self

    def compared(self, document: Document, base: re.Match[str]) -> Spoken:
        """What is spoken of after 比2023年预算数…万元: the year, and what has a 预算数 itself."""
        year = year_against(document, base)
        is_stage = STAGE.fullmatch(base["what"]) is not None
        subject = self.staged if is_stage and self.staged else self.subject
        return replace(self, subject=subject, base=year or self.base)


def _is_total(name: str, flow: str) -> bool:
    """Whether a name is of all income or all spending (支出合计), or of what a fund pays (财政拨款支出)."""
    total = BARE_TOTAL.fullmatch(name.removeprefix("本年"))
    return flow in name and bool(FUND.search(name) or (total and total["flow"] == flow))


def whole_name(spoken: str, name: str) -> str:
    """What a clause's words name after what was spoken of: 支出决算 after X支出年初预算 is X支出决算."""
    before, own = STAGE.search(spoken), STAGE.fullmatch(name)
    if name.startswith("完成") and before and PLAN in before["stage"]:  # what completes a plan is the outcome
        return f"{spoken[: before.start('stage')]}{name}"
    if name.startswith("占") or COMPLETES.match(name):
        return f"{spoken}{name}"
    if not own:
        return name
    if not before:  # X支出2.00万元，年初预算为3.00万元
        return f"{spoken}{name}"
    # 支出 stays with what is spoken of where the clause does not say it again.
    return f"{spoken[: before.start('stage' if own.start('stage') == 0 else 0)]}{name}"


def named_alone(clause: str) -> str:
    """The account that a clause does no more than name (…而开支的机关运行经费), of which the next says 合计…万元."""
    name = name_in(clause.rpartition("的")[2])
    is_account = ACCOUNT_END.search(name) and not STAGE.fullmatch(name) and "、" not in name
    return name if is_account and len(name) <= LONGEST_MOVER and not CAUSE.search(name) else ""


def mover(words: str) -> str | None:
    """What the words before 增加 say has moved: empty for what is spoken of, None where they tell of something else.

    It may stand before what is compared with (公务接待费较上年相应减少…) or after it (与上年相比收入总计减少…).
    """
    if RESPECTIVELY in words:
        return None
    against = COMPARED.search(words) or AGAINST_PLAN.search(words)
    if against is None:
        return _moved(words)
    after = BRACKETED.sub("", words[against.end() :]).strip()  # 比2019年（疫情前）决算数
    is_account = ACCOUNT_END.search(after) and not STAGE.fullmatch(after)
    return _moved(words[: against.start()]) or (_moved(after) if is_account else "")


def compared(clause: str) -> str:
    """What a clause names that only says that something is compared: 收支总计与上年相比, and then 增加…."""
    against = COMPARED.search(clause)
    return (_moved(clause[: against.start()]) or "") if against else ""


def _moved(words: str) -> str | None:
    name = name_in(words)
    if SAME.fullmatch(name):
        return ""
    return None if len(name) > LONGEST_MOVER or CAUSE.search(name) else name
