"""What the page says, in both languages, read from `words.toml` and checked once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from qa.telling.wording import Language

FILE = "words.toml"


@cache
def words() -> Mapping[Language, Mapping[str, str]]:
    """The page's words by name, for each language.

    Raises:
        ValueError: a language lacks a name that the other has.
    """
    data = tomllib.loads(files(__package__).joinpath(FILE).read_text("utf-8"))
    said = {language: {name: str(text) for name, text in data[language].items()} for language in Language}
    names = {language: set(texts) for language, texts in said.items()}
    if apart := names[Language.CHINESE] ^ names[Language.ENGLISH]:
        raise ValueError(f"{FILE}: only one language has {', '.join(sorted(apart))}")
    return said


def browser_language(accepted: str) -> Language:
    """The page's language for a browser's `Accept-Language`: Chinese unless English is named before it."""
    asked = (part.strip()[:2].lower() for part in accepted.split(","))
    return next((Language(name) for name in asked if name in tuple(Language)), Language.CHINESE)
