"""Places in a document, worded for a person."""

from __future__ import annotations

from corpus.readers import Places, places_in
from qa.answer import Evidence
from qa.telling.wording import Language

PAGE = {Language.CHINESE: "第 {} 页", Language.ENGLISH: "page {}"}
SHEET = {Language.CHINESE: "第 {} 张表", Language.ENGLISH: "sheet {}"}
LINE = {Language.CHINESE: "第 {} 行", Language.ENGLISH: "line {}"}
ROW = {Language.CHINESE: "第 {} 行", Language.ENGLISH: "row {}"}
BLOCK = {Language.CHINESE: "第 {} 段", Language.ENGLISH: "paragraph {}"}

WORDS = {
    Places.PAGES: (PAGE, LINE),
    Places.LINES: (PAGE, LINE),
    Places.SHEETS: (SHEET, ROW),
    Places.BLOCKS: (PAGE, BLOCK),
}
"""For each way of counting the words for `page` and for `lines`."""


RECOGNISED = {
    Language.CHINESE: "（扫描页，由程序识别）",
    Language.ENGLISH: " (a scan, recognised by a program)",
}


def source_place(evidence: Evidence, language: Language) -> str:
    """Where a source stands, and whether it was recognised on an image."""
    where = place(evidence.page, evidence.lines, language, evidence.document)
    return where + RECOGNISED[language] if evidence.recognised else where


def place(page: int | None, lines: tuple[int, int] | None, language: Language, file: str = "") -> str:
    """Page and lines, as far as they are known, in the words of the file's format: `第 3 页`, `第 2 张表，第 12 行`."""
    on_page, in_lines = WORDS[places_in(file)]
    parts: list[str] = []
    if page is not None:
        parts.append(on_page[language].format(page))
    if lines is not None:
        first, last = lines
        parts.append(in_lines[language].format(first if first == last else f"{first}–{last}"))
    return ("，" if language is Language.CHINESE else ", ").join(parts)
