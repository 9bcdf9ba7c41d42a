"""Places in a document, worded for a person."""

from __future__ import annotations

from qa.wording import Language

PAGE = {Language.CHINESE: "第 {} 页", Language.ENGLISH: "page {}"}
LINE = {Language.CHINESE: "第 {} 行", Language.ENGLISH: "line {}"}


def place(page: int | None, lines: tuple[int, int] | None, language: Language) -> str:
    """Page and lines, as far as they are known: `第 3 页，第 12–14 行`."""
    parts: list[str] = []
    if page is not None:
        parts.append(PAGE[language].format(page))
    if lines is not None:
        first, last = lines
        parts.append(LINE[language].format(first if first == last else f"{first}–{last}"))
    return ("，" if language is Language.CHINESE else ", ").join(parts)
