"""Web pages (.html): what they show, to lines and grids."""

from __future__ import annotations

import re

from corpus.errors import ReadError
from corpus.readers.html.page import Page
from corpus.readers.markup import Element
from corpus.readers.stream import Stream, whole_stream
from corpus.readers.text import BYTE_ORDER_MARKS, decode

__all__ = ["read_html"]

DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
CHINESE = frozenset({"gb2312", "gbk", "gb18030", "x-gbk", "hz-gb-2312"})
PROLOGUE = 4_096


def read_html(name: str, data: bytes) -> Stream:
    """The headings, paragraphs and tables of a web page as it shows them.

    `lines` of a place is the running number of its block of text or of its row of a table, counted together from 1.
    Scripts, what is hidden, and the page's ways to other pages (nav, footer) are left out.

    Raises:
        ReadError: the bytes are no page, in no known encoding, without text, or beyond the limits.
    """
    return whole_stream(name, data, None, tuple(Page(name).blocks(_body(name, _text(name, data)))))


def _text(name: str, data: bytes) -> str:
    """The page's source: by its byte order mark, else as it declares, else as any text."""
    declared = DECLARED.search(data[:PROLOGUE])
    encoding = declared[1].decode("ascii").lower() if declared else ""
    if encoding and not any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        try:
            return data.decode("gb18030" if encoding in CHINESE else encoding)
        except (UnicodeDecodeError, LookupError):
            pass  # Pages that declare another encoding than theirs are common.
    return decode(name, data.replace(b"\0", b"") if encoding else data)


def _body(name: str, text: str) -> Element:
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root: Element = document_fromstring(text.encode(), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise ReadError(f"{name}: the page is broken and can not be read; give the original") from error
    body = root.find("body")
    return body if body is not None else root
