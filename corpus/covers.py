"""The titles by which a document says whose account it is and of which year, on its cover or in its file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.numerals import DIGITS
from corpus.readers.stream import TextLine
from corpus.wording import wording

KIND = r"(?P<level>部门|单位)?(?:综合|整体)?(?P<stage>预算|决算)"
OWN_KIND = r"(?P<level>部门|单位)(?:综合|整体)?(?P<stage>预算|决算)"
"""The same where nothing else tells that it is a body's account: of 部门 or 单位."""
YEAR = r"(?P<year>20\d\d)\s*年?度?"
PUBLISHED = (
    r"(?:公开|表|情况|说明|汇总|统计|报告|信息|目录|文本|编制|的|[及和与]"
    r"|[“”\"]*三公[“”\"]*经费(?:支出)?(?:预算|决算)?)*"
)
TOGETHER = r"(?:[（(](?:部门|汇总)[）)]|部门)?"
NO_PART = "(?!.*第.{1,3}部分)"
NO_ACCOUNT = "(?!收入|支出|收支|财政(?![局厅所部])|公共)"
"""What no body's name begins with, nor holds: 2024年财政拨款支出预算 is no body's."""
ENDING = "|".join(wording().body_endings)
BODY = rf"(?P<body>(?:{NO_ACCOUNT}[一-鿿]){{2,38}}?(?:{ENDING}))"
ANY_BODY = (
    r"(?P<body>(?:(?!三公|关于|决算|预算公开|预算情况|[一二三四五六七八九十]+、)[^\s\d：:，。]){2,40}?)"
)
PLACE_END = "[省市区县州旗盟镇乡]"
OF_ALL = rf"(?:全{PLACE_END}|{PLACE_END}?本?级|本级|部门|单位|(?:公共)?财政拨款|一般公共预算)*"
"""Of whose money an account of the three public expenses is, between the body or the year and 三公."""
THREE_PUBLIC = r"[“”\"]*三公[“”\"]*(?:经费)?(?:公共财政拨款|财政拨款|统计)*"
OUTLAY = r"(?P<level>)(?:支出(?=预算|决算))?(?P<stage>预算|决算|支出)?"
PLACE_OR_BODY = rf"(?P<body>(?:{NO_ACCOUNT}[一-鿿]){{2,38}}?(?:{ENDING}|{PLACE_END}))"
COLLECTED = re.compile(r"经(?P<body>[一-鿿]{2,9}[省市区县州旗盟])财政[局厅]汇总")
"""Whose bodies' expenses a finance office has added up: 经长乐区财政局汇总."""
COVERS = tuple(
    re.compile(form)
    for form in (
        rf"^{NO_PART}{ANY_BODY}{TOGETHER}\s*{YEAR}\s*{KIND}{PUBLISHED}$",
        rf"^{YEAR}\s*(?P<body>(?:{NO_ACCOUNT}[^\s\d：:，。]){{4,40}}?){TOGETHER}\s*{OWN_KIND}{PUBLISHED}$",
        rf"^(?:[一-鿿]{{2,10}}[省市县区州旗])?{YEAR}{BODY}{TOGETHER}{KIND}{PUBLISHED}$",
        rf"^(?P<body>[^\s\d：:，。]{{4,40}}?){TOGETHER}{OWN_KIND}{PUBLISHED}[（(]{YEAR}[）)]$",
        rf"^{NO_PART}{ANY_BODY}(?:本?级)?{YEAR}{OF_ALL}{THREE_PUBLIC}{OUTLAY}{PUBLISHED}$",
        rf"^{YEAR}{PLACE_OR_BODY}{OF_ALL}{THREE_PUBLIC}{OUTLAY}{PUBLISHED}$",
        rf"^{PLACE_OR_BODY}(?:关于)?{OF_ALL}{THREE_PUBLIC}{YEAR}{OUTLAY}{PUBLISHED}$",
    )
)
"""How a cover says it: the year after the body, before it, or at the end.

A title of the three public expenses alone (2030年度X县“三公”经费支出情况) says no level, and may leave the stage open.
"""
UNDATED = re.compile(rf"^(?!第.{{1,3}}部分){BODY}{TOGETHER}{KIND}{PUBLISHED}$")
"""A cover without a year: X局部门预算说明."""
TOLD_OF = r"[^\s：:，。]{2,30}(?:报告|说明|公开|表)"
REPORTS = (
    re.compile(rf"^{BODY}{YEAR}{TOLD_OF}$"),
    re.compile(rf"^{BODY}{TOLD_OF}[（(]{YEAR}[）)]$"),
)
"""The titles of what tells of an account without naming it: X局2024年度项目支出绩效自评报告."""
OF_NOBODY = re.compile(rf"^{YEAR}{OF_ALL}{THREE_PUBLIC}{PUBLISHED}$")
"""A title that says the year alone: 2030年市本级“三公”经费情况说明."""
LEAD = re.compile(r"^(?:附件[\d一二三四五六七八九十]*[：:]?)?(?:关于)?")
WRITTEN_YEAR = re.compile(r"二[〇○零0Ｏ]([一二三四五六七八九〇○零]{2})(?=年)")
DATE = re.compile(
    r"[（(]?(?:20\d\d|二[〇○零0][一二三四五六七八九〇○零]{2})年[一二三四五六七八九十\d]{1,2}月(?:[一二三四五六七八九十\d]{1,3}日)?[）)]?$"
)
WAY = re.compile(r"^[^：:>＞»]{0,12}[：:]?\s*首\s*页\s*(?:[>＞»›/|\-\s]|$)")
"""The way to a page from the first one of its site, above its title: 当前位置：首页 > 信息公开, 首页 政务公开."""
COVER_LINES = 12
TITLE_LINES = (2, 3, 4)


def titles(lines: Sequence[TextLine], texts: Sequence[str]) -> tuple[str, ...]:
    """What may be a document's title: its first page as one text, and its first lines, as `plain` gives them.

    A web page's way to itself is none.
    """
    lines = [line for line in lines if not WAY.match(line.text.strip())]
    texts = [text for text in texts if not WAY.match(text)]
    return tuple(plain(text) for text in (*_first_page(lines), *texts[:COVER_LINES]))


def cover(said: Iterable[str]) -> re.Match[str] | None:
    """The first of some titles that is a cover's: its `body`, `year`, `stage`, and `level` where it says it."""
    return next((found for text in said for form in COVERS if (found := form.match(text))), None)


def undated(said: Iterable[str]) -> Iterator[str]:
    """The bodies that titles without a year, or of reports, begin with."""
    return (found["body"] for text in said for form in (UNDATED, *REPORTS) if (found := form.match(text)))


def plain(text: str) -> str:
    """What may be a title without what leads up to it (关于, 附件1：), its year in digits."""
    year = WRITTEN_YEAR.sub(lambda found: "20" + "".join(str(DIGITS[digit]) for digit in found[1]), text)
    return LEAD.sub("", year)


def _first_page(lines: Sequence[TextLine]) -> Iterator[str]:
    """The first page as one text: its title may be broken over lines, and a date follows.

    Where there are no pages, or the first one goes on with the contents, the first two lines, three, or four.
    """
    first = lines[0].span.page if lines else None
    on_page = [line.text.strip() for line in lines if line.span.page == first and line.text.strip()]
    counts = TITLE_LINES if first is None else (COVER_LINES, *TITLE_LINES)
    return (DATE.sub("", "".join(on_page[:count])).replace(" ", "") for count in counts)
