"""Which elements a page shows, and their text as it shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.readers.markup import Element

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
INLINE = frozenset(
    [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
        "font", "i", "ins", "kbd", "label", "mark", "o:p", "q", "rp", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    ]
)  # fmt: skip
LEFT_OUT = frozenset(
    [
        "script", "style", "noscript", "template", "head", "title", "nav", "footer", "aside", "iframe",
        "object", "embed", "applet", "svg", "canvas", "audio", "video", "select", "option", "button",
        "input", "textarea", "rt", "rp", "frame", "frameset", "noframes", "map", "area",
    ]
)  # fmt: skip
HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE)
SPACES = re.compile(r"[ \t\n\r\f]+")
BROKEN_LINE = re.compile(r"(?<=[^\x00-\xff])[ \t\f]*[\r\n][ \t\n\r\f]*(?=[^\x00-\xff])")
NOT_SHOWN = {ord(character): "" for character in "\u200b\u200c\u200d\ufeff\xad"}


def is_shown(element: Element) -> bool:
    """Whether an element is of the page's text: no script, no way to another page, and not hidden."""
    if not isinstance(element.tag, str) or element.tag in LEFT_OUT:
        return False
    return element.get("hidden") is None and not HIDDEN.search(element.get("style") or "")


def squeezed(text: str) -> str:
    """Text of a page's source as it is shown: white space is one space, and none where Chinese is broken over lines."""
    plain = SPACES.sub(" ", BROKEN_LINE.sub("", text)).translate(NOT_SHOWN)
    return plain.strip(" ").replace("\xa0", " ").rstrip()


def shown_text(element: Element) -> str:
    """The text of a cell, its blocks and broken lines apart by line breaks."""
    lines = (squeezed(line) for line in "".join(_pieces(element)).split("\v"))
    return "\n".join(line.strip() for line in lines if line.strip())


def _pieces(element: Element) -> Iterator[str]:
    """The text below an element, a vertical tab at each place where a line ends."""
    yield element.text or ""
    for below in element:
        if is_shown(below):
            is_block = below.tag not in INLINE
            yield "\v" if is_block else ""
            yield from _pieces(below)
            yield "\v" if is_block else ""
        yield below.tail or ""
