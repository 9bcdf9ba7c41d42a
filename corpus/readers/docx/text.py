"""The text of a paragraph as Word shows it: no deleted, moved or hidden text, text boxes apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.readers.docx.names import ALTERNATIVES, MATH_TEXT, W, is_on
from corpus.readers.markup import Element

LEFT_OUT = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "rt", "instrText", "delText"))
BREAKS = frozenset({f"{W}cr", f"{W}br"})
PLAIN = {"\t": " ", "\xa0": " ", "\r": "", "\xad": "", "\u200b": "", "\ufeff": ""}
CLEAN = str.maketrans(PLAIN)


@dataclass(slots=True)
class ParagraphText:
    """A paragraph's text with line breaks, its text boxes, and whether a page ends in it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    ends_page: bool = False

    @property
    def text(self) -> str:
        """All of it; the lines trimmed on the right."""
        return "\n".join(line.rstrip() for line in "".join(self.pieces).translate(CLEAN).split("\n")).rstrip()


def paragraph_text(paragraph: Element) -> ParagraphText:
    """What a paragraph says."""
    found = ParagraphText()
    _walk(paragraph, found)
    return found


def _walk(parent: Element, found: ParagraphText) -> None:
    for element in parent:
        tag = element.tag
        if tag in LEFT_OUT:
            continue
        if tag == f"{W}r" and is_on(element.find(f"{W}rPr/{W}vanish")):
            continue
        if tag in (f"{W}t", MATH_TEXT):
            found.pieces.append(element.text or "")
        elif tag == f"{W}txbxContent":
            found.boxes.append(element)
        elif tag == ALTERNATIVES:
            # The same drawing for newer and older programs: one of them is read.
            _walk_first(element, found)
        elif tag in BREAKS:
            found.ends_page |= element.get(f"{W}type") == "page"
            found.pieces.append("\n")
        elif tag == f"{W}noBreakHyphen":
            found.pieces.append("-")
        elif tag == f"{W}tab":
            found.pieces.append("\t")
        else:
            _walk(element, found)


def _walk_first(alternatives: Element, found: ParagraphText) -> None:
    first = next(iter(alternatives), None)
    if first is not None:
        _walk(first, found)


def paragraphs_below(parent: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """The elements of these names right below one, through content controls and the marks of tracked insertions."""
    for element in parent:
        if element.tag in wanted:
            yield element
        elif element.tag in THROUGH:
            yield from paragraphs_below(element, wanted)
        elif element.tag == ALTERNATIVES:
            first = next(iter(element), None)
            if first is not None:
                yield from paragraphs_below(first, wanted)


THROUGH = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")
)
