"""What a document is: whose, which year's, plan or outcome, department or unit, by its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.covers import COLLECTED, KIND, OF_NOBODY, REPORTS, cover, titles, undated
from corpus.document import Level, Section, Stage
from corpus.readers.stream import TextLine

ACCOUNT = re.compile(rf"(?P<year>20\d\d)\s*年度?\s*(?:部门|单位|预算单位)?.{{0,20}}?{KIND}")
OUTLAY = re.compile(r"(?P<year>20\d\d)年度?[^，。；：]{0,20}[“”\"]*三公")
"""The year of a statement of the three public expenses whose title names no body."""
PLACELESS = re.compile(r"(?:自治)?[省市区县州旗](?![一-鿿]?[区县市])")
"""How a body's name begins that says no place: 自治区人民政府…, 市财政局."""
PREPARED_BY = re.compile(
    r"""
    (?P<label> (?:编制|预算|填报|公开)(?:部门|单位) | (?:部门|单位)(?:名称)? ) (?:（[^）]*）)? \s*[：:]\s*
    (?:\d{3,}\s*[-—_]?\s*)?                                     # the body's code
    (?P<body>[^\s：:]{2,40}?) (?=公开\d|[\s：:]|$)
    """,
    re.VERBOSE,
)
"""Whose a table is, in the line over it: 编制单位：121002 X局."""
ABOUT = re.compile(
    r"^(?P<body>(?:(?!职责|职能|机构设置)[^\s，。：]){2,40}?)的?(?:(?:部门)?(?:主要)?(?:职能|职责)|单位职责|机构设置)(?:情况)?$"
)
"""A heading that begins with the body: X局主要职能."""
MONEY = re.compile(r"^(?:人民币)?(?:元|千元|万元|百万元|亿元)$")
TITLED = re.compile(
    r"""
    ^(?!第.{1,3}部分)
    (?P<body>(?:(?!收入|支出|收支|财政拨款|公共预算|基金|资本|经费|预算|决算)[^\s\d：:，。]){4,40}?)
    \s*(?P<year>20\d\d)\s*年度?[^\s\d：:，。]{2,30}表$
    """,
    re.VERBOSE,
)
"""The title of a table that begins with the body: X局2016年部门收支总表."""
SAID = re.compile(
    r"""
    (?:^|[。；])(?!第.{1,3}部分)
    (?P<body>(?:(?![比与较同按据到至]|截|预计|上年|其中|纳入|列入|本[部单年院校局委])[^\s\d：:，。；（(、]){4,30}?)
    20\d\d年度?(?:[部单]|收|支|预算|决算|财政|一般|[“"]?三公|机关|政府)
    """,
    re.VERBOSE,
)
"""A sentence that begins with the body and the year that it tells of: X局2020年度收支预算总计…."""
ATTACHED = re.compile(r"^附件[\d一二三四五六七八九十]*\s*[-—_.、：:]?\s*")
FILE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)|(?<!\d)(\d\d)(?=年)")
ORDINAL = re.compile(
    r"^[一二三四五六七八九十]+、|^第[一二三四五六七八九十]+部分|^[（(][一二三四五六七八九十]+[）)]"
)
FUND = re.compile(r"(?:公共|基金|资本经营)预算")
GENERIC = frozenset({"部门", "单位", "本部门", "本单位", "主要"})
MAX_LINE = 120
SPENT = "支出"


@dataclass(frozen=True, slots=True)
class Identity:
    """A document's identity; `body` is empty and `year` None where its words do not tell."""

    title: str
    body: str
    year: int | None
    stage: Stage
    level: Level


def identify(lines: Sequence[TextLine], sections: Sequence[Section], file: str = "") -> Identity:
    """The identity by the document's headings and its tables' captions.

    The file's name is asked only for a body or a year that none of them says: a workbook of tables may not.
    """
    texts = [line.text.strip() for line in lines if 0 < len(line.text.strip()) <= MAX_LINE]
    headings = [section.title for section in sections]
    said = titles(lines, texts)
    own = cover(said)
    body = _placed(own["body"], file) if own else _body(texts, headings) or _untold(said, lines, file)
    year = int(own["year"]) if own else _year(ACCOUNT, headings) or _year(ACCOUNT, texts)
    year = year or _year(TITLED, texts) or _year_of_report(said) or _year(OUTLAY, said) or _file_year(file)
    stage = _told(own["stage"]) if own and own["stage"] else _stage(texts if own else headings)
    level = Level(own["level"]) if own and own["level"] else _level(texts, headings)
    named = f"{body}{year}年" if year else body
    return Identity(f"{named}{level}{stage}", body, year, stage, level)


def _body(texts: Iterable[str], headings: Iterable[str]) -> str:
    """The name after 编制部门： on most tables, else in a heading such as X主要职能, else in the tables' titles."""
    prepared = _most(
        [
            found["body"]
            for text in texts
            if (found := PREPARED_BY.search(text)) and not MONEY.match(found["body"])
        ]
    )
    about = _most([found["body"] for title in headings if (found := ABOUT.match(ORDINAL.sub("", title)))])
    titled = _most([found["body"] for text in texts if (found := TITLED.match(text))])
    return prepared or about or titled or ""


def _said(lines: Iterable[TextLine]) -> str:
    """The body that most sentences begin with."""
    return _most([found["body"] for line in lines for found in SAID.finditer(line.text.strip())]) or ""


def _untold(said: Sequence[str], lines: Iterable[TextLine], file: str) -> str:
    """The body of a document whose cover names no account of a year: by its title, its sentences or its file."""
    collected = _most([found["body"] for line in lines for found in COLLECTED.finditer(line.text)])
    return collected or _said(lines) or _file_body(file) or next(undated((*said, _stem(file))), "")


def _placed(body: str, file: str) -> str:
    """A body's name with the place before it that only the file's name says."""
    named = _file_body(file) if PLACELESS.match(body) else ""
    return named if named.endswith(body) else body


def _stem(file: str) -> str:
    return ATTACHED.sub("", Path(file).stem).replace(" ", "")


def _file_body(file: str) -> str:
    """The body that a file's name begins its title with, as a cover would; empty where it does not."""
    named = cover([_stem(file)])
    return named["body"] if named else ""


def _file_year(file: str) -> int | None:
    """The one year that a file's name says; None where it says none or several."""
    said = {2000 + int((full or short)[-2:]) for full, short in FILE_YEAR.findall(Path(file).stem)}
    return said.pop() if len(said) == 1 else None


def _most(names: Iterable[str]) -> str | None:
    counted = Counter(name for name in names if name not in GENERIC)
    return counted.most_common(1)[0][0] if counted else None


def _year(form: re.Pattern[str], texts: Iterable[str]) -> int | None:
    """The year that most accounts are said to be of; the later one where two are said equally often."""
    counted = Counter(int(found["year"]) for text in texts if (found := form.search(text)))
    return max(counted, key=lambda year: (counted[year], year)) if counted else None


def _year_of_report(said: Sequence[str]) -> int | None:
    return next((year for form in (*REPORTS, OF_NOBODY) if (year := _year(form, said))), None)


def _told(account: str) -> Stage:
    """The account that a cover names; what was spent (三公经费支出情况) is an outcome."""
    return Stage.FINAL if account == SPENT else Stage(account)


def _stage(headings: Iterable[str]) -> Stage:
    """The account that most headings speak of; the name of a fund (一般公共预算财政拨款支出) speaks of none."""
    text = FUND.sub("", "\n".join(headings))
    return Stage.FINAL if text.count(Stage.FINAL) > text.count(Stage.BUDGET) else Stage.BUDGET


def _level(texts: Iterable[str], headings: Iterable[str]) -> Level:
    """A unit says so in its tables' titles and captions (单位预算, 编制单位); anything else is a department's."""
    text = "\n".join(headings)
    labels = Counter(
        found["label"][-2:]
        for line in texts
        if (found := PREPARED_BY.search(line)) and not MONEY.match(found["body"])
    )
    unit = len(re.findall("单位(?:收|支|财|一|预算|决算)", text)) + labels["单位"]
    department = len(re.findall("部门(?:收|支|财|一|预算|决算)", text)) + labels["部门"]
    return Level.UNIT if unit > department else Level.DEPARTMENT
