"""The names of WordprocessingML's elements (ECMA-376), and the small values that they hold."""

from __future__ import annotations

from corpus.readers.markup import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
OFF = frozenset({"0", "false", "off", "none"})


def value(element: Element | None) -> str | None:
    """The `w:val` of an element; None where either is missing."""
    return None if element is None else element.get(f"{W}val")


def is_on(element: Element | None) -> bool:
    """Whether a switch (w:vanish, w:hidden) is there and not turned off."""
    return element is not None and (value(element) or "true") not in OFF


def number(text: str | None, default: int) -> int:
    """A whole number, or the default where there is none or the file is odd."""
    return int(text) if text and text.removeprefix("-").isdecimal() and len(text) < 10 else default
