"""What the styles of a document give its paragraphs: list numbers, heading levels, indentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.readers.docx.names import W, is_on, number, value
from corpus.readers.docx.numbering import Lists
from corpus.readers.markup import Element

BODY_TEXT = 9
"""The outline level that means none."""

CHARACTER = 200
"""An indentation of so many twips (a twentieth of a point) is about one Chinese character."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles by their ids, and the lists that paragraphs count in."""

    styles: Mapping[str, Element]
    default: str
    lists: Lists

    def label(self, paragraph: Element) -> str:
        """The automatic number in front of a paragraph; `""` where it has none. Counts on."""
        found = next(
            (
                (style, entry)
                for style, properties in self._chain(paragraph)
                if (entry := properties.find(f"{W}numPr")) is not None
            ),
            None,
        )
        if found is None:
            return ""
        style, entry = found
        list_id = value(entry.find(f"{W}numId"))
        if list_id is None:
            list_id = self._inherited_list(paragraph)
        if not list_id or list_id == "0":
            return ""
        depth = value(entry.find(f"{W}ilvl"))
        own = self.lists.depth_of(list_id, style) if depth is None and style else number(depth, 0)
        return self.lists.label(list_id, own)

    def is_heading(self, paragraph: Element) -> bool:
        """Whether a paragraph has a level in the outline."""
        levels = (properties.find(f"{W}outlineLvl") for _, properties in self._chain(paragraph))
        level = next((level for level in levels if level is not None), None)
        return level is not None and number(value(level), BODY_TEXT) < BODY_TEXT

    def begins_page(self, paragraph: Element) -> bool:
        """Whether a paragraph stands at the top of a page."""
        return any(is_on(properties.find(f"{W}pageBreakBefore")) for _, properties in self._chain(paragraph))

    def indent(self, paragraph: Element) -> int:
        """By how many characters the first line is indented."""
        for _, properties in self._chain(paragraph):
            indentation = properties.find(f"{W}ind")
            if indentation is None:
                continue
            hundredths = number(indentation.get(f"{W}firstLineChars"), 0)
            twips = number(indentation.get(f"{W}firstLine"), 0)
            return max(0, min(hundredths // 100 if hundredths else twips // CHARACTER, 4))
        return 0

    def _inherited_list(self, paragraph: Element) -> str | None:
        ids = (value(properties.find(f"{W}numPr/{W}numId")) for _, properties in self._chain(paragraph))
        return next((each for each in ids if each is not None), None)

    def _chain(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        """The properties of a paragraph, then those of its style and of the styles that this is based on."""
        own = paragraph.find(f"{W}pPr")
        style = value(own.find(f"{W}pStyle")) if own is not None else None
        if own is not None:
            yield "", own
        seen: set[str] = set()
        at = style or self.default
        while at in self.styles and at not in seen:
            seen.add(at)
            properties = self.styles[at].find(f"{W}pPr")
            if properties is not None:
                yield at, properties
            at = value(self.styles[at].find(f"{W}basedOn")) or ""


def read_styles(styles: Element | None, lists: Lists) -> Styles:
    """The styles of a styles part; none where a document has no such part."""
    found = [] if styles is None else styles.findall(f"{W}style")
    own = {style.get(f"{W}styleId") or "": style for style in found if style.get(f"{W}type") == "paragraph"}
    default = next((name for name, style in own.items() if style.get(f"{W}default") in ("1", "true")), "")
    return Styles(own, default, lists)
