"""The causes that sentences give for what has moved, or came out otherwise than planned."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.document import Fact, Measure
from corpus.moves import COMPARED

STATED = re.compile(
    r"(?:主要(?:原因)?|原因)(?:(?:是|为|系|：|:|在于)+|[，,](?=一是))(?:由于)?(?P<why>.+?)[。；;]?$|(?:主要)?由于(?P<because>.+?)[。；;]?$"
)
MOVED = re.compile(r"[增减升降涨]|持平|一致|变[化动]|[大小高低多少超]于")
"""What a cause may be given of without that word: 费用减少，得益于…."""
GIVEN = re.compile(
    r"[，,](?:这?主要)?"
    r"(?:是?因为|鉴于|得益于|缘于|源于|归因于|系(?!统|列|数|指)(?:因|由于)?|因(?![公此素而地病]))"
    r"(?P<given>[^。；;]+?)(?:所致|导致|造成)?[。；;]?$"
)
OF_ALL = re.compile(r"(?:收入?、?支出?|二者|两者)(?!总|预|决)")
"""How a sentence begins that gives the reason of every change before it: 收入、支出变动较大的主要原因是…."""
FROM_PLAN = re.compile(r"(?:比|较|与|[小大低高少多]于|超过?|超出)(?:年初|全年|调整后?)?的?预算")
"""What a sentence says whose cause is of a difference from the plan: 决算数小于预算数的主要原因是…."""
AROUND = "，,：: "


@dataclass(frozen=True, slots=True)
class Cause:
    """The words of a cause; `told` is what the sentence tells before it, `apart` whether it stands behind that."""

    words: str
    told: str
    apart: bool


def cause_in(sentence: str) -> Cause | None:
    """The cause that a sentence gives: 主要原因是厉行节约, 由于厉行节约; of what has moved also 系厉行节约所致."""
    stated = STATED.search(sentence)
    if stated:
        words = stated["why"] or stated["because"]
        return Cause(words.strip(AROUND), sentence[: stated.start()], bool(stated["why"]))
    given = GIVEN.search(sentence)
    if given is None or not MOVED.search(sentence, 0, given.start()):
        return None
    return Cause(given["given"].strip(AROUND), sentence[: given.start()], True)


def reason_in(sentence: str) -> str | None:
    """The cause that a sentence gives (`主要原因是厉行节约`), without its closing mark; None where it gives none."""
    cause = cause_in(sentence)
    return cause.words if cause else None


def explained(facts: list[Fact], why: str, told: str) -> list[Fact]:
    """The same facts, those about the subject named last with their reason; it may be said to be of all (收、支).

    What has a reason keeps it: of two changes of one subject each has its own. One that is said to be of a difference
    from the plan is none of a change against another year, and the other way round.
    """
    subjects = [fact.subject for fact in facts if fact.measure is not Measure.AMOUNT]
    of = subjects if OF_ALL.match(told) else subjects[-1:]
    return [
        replace(fact, reason=why) if fact.subject in of and not fact.reason and _is_of(fact, told) else fact
        for fact in facts
    ]


def _is_of(fact: Fact, told: str) -> bool:
    """Whether a cause of what is told may be that of a change: one against a year, or one from the plan."""
    from_plan, over_years = bool(FROM_PLAN.search(told)), bool(COMPARED.search(told))
    if fact.measure is Measure.AMOUNT or from_plan is over_years:
        return True
    return (fact.base_year is None) is from_plan
