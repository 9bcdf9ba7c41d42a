"""What a document is: whose, which year's, plan or outcome, department or unit, by its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Level, Section, Stage
from corpus.numerals import DIGITS
from corpus.readers.stream import TextLine
from corpus.wording import wording

KIND = r"(?P<level>部门|单位)?(?:综合|整体)?(?P<stage>预算|决算)"
PUBLISHED = r"(?:公开|表|情况|说明|报告|信息|目录|文本|编制|的|[及和与]|[“”\"]*三公[“”\"]*经费(?:支出)?(?:预算|决算)?)*"
TOGETHER = r"(?:[（(](?:部门|汇总)[）)]|部门)?"
NO_BODY = "收入|支出|收支|财政(?![局厅所部])|公共"
BODY_END = "|".join(wording().body_endings)
YEAR = re.compile(r"(20\d\d)\s*年")
ACCOUNT = re.compile(rf"(?P<year>20\d\d)\s*年度?\s*(?:部门|单位|预算单位)?.{{0,20}}?{KIND}")
COVERS = (
    re.compile(
        rf"^(?!.*第.{{1,3}}部分)(?P<body>[^\s\d：:，。]{{2,40}}?){TOGETHER}\s*(?P<year>20\d\d)\s*年度?\s*{KIND}{PUBLISHED}$"
    ),
    re.compile(
        rf"^(?P<year>20\d\d)\s*年度?\s*(?P<body>(?:(?!{NO_BODY})[^\s\d：:，。]){{4,40}}?){TOGETHER}"
        rf"\s*(?P<level>部门|单位)(?:综合|整体)?(?P<stage>预算|决算){PUBLISHED}$"
    ),
    re.compile(
        rf"^(?:[一-鿿]{{2,10}}[省市县区州旗])?(?P<year>20\d\d)年度?(?P<body>(?:(?!{NO_BODY})[一-鿿]){{2,38}}?(?:{BODY_END}))"
        rf"{TOGETHER}{KIND}{PUBLISHED}$"
    ),
    re.compile(
        rf"^(?P<body>[^\s\d：:，。]{{4,40}}?){TOGETHER}(?P<level>部门|单位)(?:综合)?(?P<stage>预算|决算){PUBLISHED}"
        r"[（(](?P<year>20\d\d)年度?[）)]$"
    ),
)
"""How a cover says it: the year after the body, before it, or at the end."""
UNDATED = re.compile(
    rf"^(?!第.{{1,3}}部分)(?P<body>(?:(?!{NO_BODY})[一-鿿]){{2,38}}?(?:{BODY_END})){TOGETHER}{KIND}{PUBLISHED}$"
)
"""A cover without a year: X局部门预算说明."""
REPORT = re.compile(
    rf"^(?P<body>(?:(?!{NO_BODY})[一-鿿]){{2,38}}?(?:{BODY_END}))(?P<year>20\d\d)年度?[^\s：:，。]{{2,30}}(?:报告|说明|公开)$"
)
"""The title of what tells of an account without naming it: X局2024年度项目支出绩效自评报告."""
PLACELESS = re.compile(r"(?:自治)?[省市区县州旗](?![一-鿿]?[区县市])")
"""How a body's name begins that says no place: 自治区人民政府…, 市财政局."""
LEAD = re.compile(r"^(?:附件[\d一二三四五六七八九十]*[：:]?)?(?:关于)?")
WRITTEN_YEAR = re.compile(r"二[〇○零0Ｏ]([一二三四五六七八九〇○零]{2})(?=年)")
PREPARED_BY = re.compile(
    r"(?P<label>编制部门|编制单位|预算部门|预算单位|部门名称|单位名称|填报部门|填报单位|公开部门|公开单位|部门|单位)(?:（[^）]*）)?\s*[：:]\s*(?:\d{3,}\s*[-—_]?\s*)?(?P<body>[^\s：:]{2,40}?)(?=公开\d|[\s：:]|$)"
)
ABOUT = re.compile(
    r"^(?P<body>(?:(?!职责|职能|机构设置)[^\s，。：]){2,40}?)(?:的)?(?:主要职能|主要职责|部门职责|部门主要职责|单位职责|机构设置|职能)(?:情况)?$"
)
MONEY = re.compile(r"^(?:人民币)?(?:元|千元|万元|百万元|亿元)$")
TITLED = re.compile(
    r"^(?!第.{1,3}部分)(?P<body>(?:(?!收入|支出|收支|财政拨款|公共预算|基金|资本|经费|预算|决算)[^\s\d：:，。]){4,40}?)\s*(?P<year>20\d\d)\s*年度?"
    r"[^\s\d：:，。]{2,30}表$"
)
"""The title of a table that begins with the body: X局2016年部门收支总表."""
SAID = re.compile(
    r"(?:^|[。；])(?!第.{1,3}部分)(?P<body>(?:(?![比与较同按据到至]|截|预计|上年|其中|纳入|列入|本[部单年院校局委])[^\s\d：:，。；（(、]){4,30}?)"
    r"20\d\d年度?(?:[部单]|收|支|预算|决算|财政|一般|[“\"]?三公|机关|政府)"
)
"""A sentence that begins with the body and the year that it tells of: X局2020年度收支预算总计…."""
ATTACHED = re.compile(r"^附件[\d一二三四五六七八九十]*\s*[-—_.、：:]?\s*")
FILE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)|(?<!\d)(\d\d)(?=年)")
ORDINAL = re.compile(
    r"^[一二三四五六七八九十]+、|^第[一二三四五六七八九十]+部分|^[（(][一二三四五六七八九十]+[）)]"
)
DATE = re.compile(
    r"[（(]?(?:20\d\d|二[〇○零0][一二三四五六七八九〇○零]{2})年[一二三四五六七八九十\d]{1,2}月(?:[一二三四五六七八九十\d]{1,3}日)?[）)]?$"
)
FUND = re.compile(r"(?:公共|基金|资本经营)预算")
GENERIC = frozenset({"部门", "单位", "本部门", "本单位", "主要"})
MAX_LINE = 120
COVER_LINES = 12
TITLE_LINES = (2, 3, 4)


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
    titles = [section.title for section in sections]
    said = [_plain(text) for text in (*_covers(lines), *texts[:COVER_LINES])]
    cover = next((found for text in said for form in COVERS if (found := form.match(text))), None)
    body = _placed(cover["body"], file) if cover else _body(texts, titles) or _untold(said, lines, file)
    year = int(cover["year"]) if cover else _year(ACCOUNT, titles) or _year(ACCOUNT, texts)
    year = year or _year(TITLED, texts) or _year(REPORT, said) or _file_year(file)
    stage = Stage(cover["stage"]) if cover else _stage(titles)
    level = Level(cover["level"]) if cover and cover["level"] else _level(texts, titles)
    named = f"{body}{year}年" if year else body
    return Identity(f"{named}{level}{stage}", body, year, stage, level)


def _plain(text: str) -> str:
    """What may be a title without what leads up to it (关于, 附件1：), its year in digits."""
    year = WRITTEN_YEAR.sub(lambda found: "20" + "".join(str(DIGITS[digit]) for digit in found[1]), text)
    return LEAD.sub("", year)


def _covers(lines: Sequence[TextLine]) -> tuple[str, ...]:
    """The first page as one text: its title may be broken over lines, and a date follows.

    Of a format without pages, what the title may be: the first two lines, three, or four.
    """
    first = lines[0].span.page if lines else None
    on_page = [line.text.strip() for line in lines if line.span.page == first and line.text.strip()]
    counts = (COVER_LINES,) if first is not None else TITLE_LINES
    return tuple(DATE.sub("", "".join(on_page[:count])).replace(" ", "") for count in counts)


def _body(texts: Iterable[str], titles: Iterable[str]) -> str:
    """The name after 编制部门： on most tables, else in a heading such as X主要职能, else in the tables' titles."""
    prepared = _most(
        [
            found["body"]
            for text in texts
            if (found := PREPARED_BY.search(text)) and not MONEY.match(found["body"])
        ]
    )
    about = _most([found["body"] for title in titles if (found := ABOUT.match(ORDINAL.sub("", title)))])
    titled = _most([found["body"] for text in texts if (found := TITLED.match(text))])
    return prepared or about or titled or ""


def _said(lines: Iterable[TextLine]) -> str:
    """The body that most sentences begin with."""
    return _most([found["body"] for line in lines for found in SAID.finditer(line.text.strip())]) or ""


def _untold(said: Sequence[str], lines: Iterable[TextLine], file: str) -> str:
    """The body of a document whose cover names no account of a year: by its title, its sentences or its file."""
    titled = (
        found for text in (*said, _stem(file)) for form in (UNDATED, REPORT) if (found := form.match(text))
    )
    title = next(titled, None)
    return _said(lines) or _file_body(file) or (title["body"] if title else "")


def _placed(body: str, file: str) -> str:
    """A body's name with the place before it that only the file's name says."""
    named = _file_body(file) if PLACELESS.match(body) else ""
    return named if named.endswith(body) else body


def _stem(file: str) -> str:
    return ATTACHED.sub("", Path(file).stem).replace(" ", "")


def _file_body(file: str) -> str:
    """The body that a file's name begins its title with, as a cover would; empty where it does not."""
    return next((found["body"] for form in COVERS if (found := form.match(_stem(file)))), "")


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


def _stage(titles: Iterable[str]) -> Stage:
    """The account that most headings speak of; the name of a fund (一般公共预算财政拨款支出) speaks of none."""
    text = FUND.sub("", "\n".join(titles))
    return Stage.FINAL if text.count(Stage.FINAL) > text.count(Stage.BUDGET) else Stage.BUDGET


def _level(texts: Iterable[str], titles: Iterable[str]) -> Level:
    """A unit says so in its tables' titles and captions (单位预算, 编制单位); anything else is a department's."""
    text = "\n".join(titles)
    labels = Counter(
        found["label"][-2:]
        for line in texts
        if (found := PREPARED_BY.search(line)) and not MONEY.match(found["body"])
    )
    unit = len(re.findall("单位(?:收|支|财|一|预算|决算)", text)) + labels["单位"]
    department = len(re.findall("部门(?:收|支|财|一|预算|决算)", text)) + labels["部门"]
    return Level.UNIT if unit > department else Level.DEPARTMENT
