"""Results and refusals in words, Chinese or English; every figure comes from the result, none is made here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from qa.answer import Answer
from qa.catalogs.readings import show
from qa.refusal import Declined, Missing
from qa.result import Remark, Result

LONGEST_TEXT = 1100
"""Letters of verbatim text that an answer shows; longer passages and lists are shortened evenly."""
SHORTEST_SHOWN = 50


class Language(StrEnum):
    """The languages that answers are worded in."""

    CHINESE = "zh"
    ENGLISH = "en"


REMARKS: Mapping[Language, Mapping[Remark, str]] = {
    Language.CHINESE: {
        Remark.BLANK: "表中该单元格为空，即未安排。",
        Remark.FELL: "文中说的是减少，并没有增加。",
        Remark.ROSE: "文中说的是增加，并没有减少。",
        Remark.LEVEL: "文中并没有增减。",
        Remark.ROSE_NOT_LEVEL: "文中说的是增加，并不是持平。",
        Remark.FELL_NOT_LEVEL: "文中说的是减少，并不是持平。",
        Remark.EQUAL: "两者相同。",
        Remark.ROUNDED: "文中另有取整（或更精确）的表述，一并列出。",
        Remark.ITEMS_HOLD_SEVERAL: "有的条目列了不止一份文件，按份数计的数一并列出。",
        Remark.REPEATED: "有文件重复列出，去重后的数一并列出。",
        Remark.RECOGNISED: "出处在扫描页上，文字和数字由程序识别而来，请对照原页。",
        Remark.FEWER: "文中没有这么多，已全部列出。",
    },
    Language.ENGLISH: {
        Remark.BLANK: "The cell is blank in the table: nothing is budgeted there.",
        Remark.FELL: "The document says that it fell, not rose.",
        Remark.ROSE: "The document says that it rose, not fell.",
        Remark.LEVEL: "The document states no change of it.",
        Remark.ROSE_NOT_LEVEL: "The document says that it rose; it did not stay level.",
        Remark.FELL_NOT_LEVEL: "The document says that it fell; it did not stay level.",
        Remark.EQUAL: "They are equal.",
        Remark.ROUNDED: "The document also states it rounded (or more exactly); both are given.",
        Remark.ITEMS_HOLD_SEVERAL: "Some items hold more than one document; the number of documents is given as well.",
        Remark.REPEATED: "Some documents are listed twice; the number without repeats is given as well.",
        Remark.RECOGNISED: "The source is a scanned page, its words and figures recognised by a program: "
        "please hold them against the page.",
        Remark.FEWER: "There are not that many; all are listed.",
    },
}

MISSING: Mapping[Language, Mapping[Missing, str]] = {
    Language.CHINESE: {
        Missing.WORDS: "文中没有找到与“{words}”有关的内容。",
        Missing.ACCOUNT: "文中没有“{words}”这一科目的数字。",
        Missing.CODE: "文中没有编码为{words}的科目。",
        Missing.YEAR: "文中没有{words}年的这项数字。",
        Missing.BODY: "文件里没有“{words}”的数据。",
        Missing.STAGE: "这里只有预算，没有决算或实际支出的数字。",
        Missing.FIGURE: "文中没有“{words}”的数字。",
        Missing.SEVERAL: "文中“{words}”不止一处，数也不同，请说明是哪一处。",
        Missing.UNCERTAIN: "“{words}”所在的表格没有写清单位或缺了空格，无法证明这个数是多少，因此不作回答。",
        Missing.MISREAD: "“{words}”的数字在扫描页上，是由程序识别的，无法证明没有认错，因此不作回答，请看原页。",
        Missing.REASON: "文中没有说明“{words}”变动的原因。",
        Missing.CITATION: "立项依据中没有找到“{words}”。",
        Missing.INDICATOR: "绩效目标里没有“{words}”。",
        Missing.MEANING: "没有读懂这个问题，请换一种说法。",
    },
    Language.ENGLISH: {
        Missing.WORDS: "The document does not say anything about “{words}”.",
        Missing.ACCOUNT: "The document has no figure for “{words}”.",
        Missing.CODE: "The document has no account with the code {words}.",
        Missing.YEAR: "The document does not state this figure for {words}.",
        Missing.BODY: "The documents hold no data of “{words}”.",
        Missing.STAGE: "Only the budget is here, not the final accounts or actual spending.",
        Missing.FIGURE: "The document does not state a figure for “{words}”.",
        Missing.SEVERAL: "The document has several different figures for “{words}”; please say which one is meant.",
        Missing.UNCERTAIN: "The column or unit of the figure for “{words}” is not proven, so it is not given.",
        Missing.MISREAD: "The figure for “{words}” is on a scanned page, and nothing proves that it was read right, "
        "so it is not given; please see the page.",
        Missing.REASON: "The document does not say why “{words}” changed.",
        Missing.CITATION: "No legal basis matches “{words}”.",
        Missing.INDICATOR: "The project states no “{words}” among its aims.",
        Missing.MEANING: "The question could not be read; please put it another way.",
    },
}

OTHER_DOCUMENTS = frozenset({Missing.YEAR, Missing.STAGE, Missing.BODY})
"""What another document might say: the refusal tells which ones there are."""

LABELS: Mapping[Language, Mapping[str, str]] = {
    Language.CHINESE: {
        "none": "没有符合条件的条目。",
        "readings": "这个问题有几种读法，逐一列出：",
        "which": "有几份文件都可能是您要问的，请选一份：",
        "held": "现有文件：{documents}。",
        "steps": "计算",
        "nearest": "文中相近的表述：",
        "maybe": "可能想问：",
    },
    Language.ENGLISH: {
        "none": "Nothing matches.",
        "readings": "The question can be read in several ways; each is given:",
        "which": "Several documents may be meant; please choose one:",
        "held": "Documents at hand: {documents}.",
        "steps": "Derivation",
        "nearest": "The nearest that it says:",
        "maybe": "Did you mean:",
    },
}


def worded(results: Sequence[Result], ambiguous: bool, language: Language) -> str:
    """The results as Markdown: remarks first, then the figures, the steps, the items or passages.

    `ambiguous` tells that the results are readings of one question, and is said first.
    """
    lines: list[str] = [LABELS[language]["readings"]] if ambiguous else []
    for result in results:
        lines += remarks([result], language)
        lines += [f"**{show(value.quantity)}** {value.label}" for value in result.values]
        lines += [f"{LABELS[language]['steps']}：{step}" for step in result.steps]
        lines += [f"- {item}" for item in _shortened(unsaid(result))]
        lines += [f"> {passage}" for passage in _shortened(result.passages)]
        if not (result.values or result.items or result.passages):
            lines.append(LABELS[language]["none"])
    return "\n\n".join(dict.fromkeys(lines))


def remarks(results: Sequence[Result], language: Language) -> list[str]:
    """What the results must say besides their figures, each once."""
    return list(dict.fromkeys(REMARKS[language][remark] for result in results for remark in result.remarks))


def unsaid(result: Result | Answer) -> tuple[str, ...]:
    """The items, but not where the figures or passages above name each of them."""
    said = {value.label for value in result.values}
    told = all(item in said or any(item in text for text in result.passages) for item in result.items)
    return () if told else result.items


def _shortened(texts: Sequence[str]) -> list[str]:
    """The texts, shortened evenly where they are too long together."""
    if sum(map(len, texts)) <= LONGEST_TEXT:
        return list(texts)
    each = max(SHORTEST_SHOWN, LONGEST_TEXT // len(texts))
    shown = [text if len(text) <= each else f"{text[:each]}……" for text in texts]
    most = LONGEST_TEXT // SHORTEST_SHOWN
    return shown if len(shown) <= most else [*shown[:most], "……"]


def missing(declined: Declined, documents: Sequence[str], language: Language) -> list[str]:
    """What is missing, and where another document might have it, which there are; `documents` are their titles."""
    separator = "、" if language is Language.CHINESE else ", "
    lines = [MISSING[language][declined.missing].format(words=separator.join(declined.words))]
    if declined.missing in OTHER_DOCUMENTS and documents:
        lines.append(LABELS[language]["held"].format(documents=separator.join(documents)))
    return lines


def refused(said: Sequence[str], nearest: Sequence[str], choices: Sequence[str], language: Language) -> str:
    """A refusal as Markdown: what is missing, the nearest that there is, and what could be asked instead."""
    lines = list(said)
    if nearest:
        lines += [LABELS[language]["nearest"], *(f"> {quote}" for quote in nearest)]
    if choices:
        lines += [LABELS[language]["maybe"], *(f"- {choice}" for choice in choices)]
    return "\n\n".join(lines)


def which_of(documents: Sequence[str], language: Language) -> str:
    """The question back, of which document an answer is wanted."""
    return "\n\n".join([LABELS[language]["which"], *(f"- {title}" for title in documents)])
