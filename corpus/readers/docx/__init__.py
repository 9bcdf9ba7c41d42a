"""Word (.docx): the package to lines and grids."""

from __future__ import annotations

import io

from corpus.errors import ReadError
from corpus.readers.docx.body import Body
from corpus.readers.docx.numbering import read_lists
from corpus.readers.docx.styles import read_styles
from corpus.readers.markup import Element, check_office_file
from corpus.readers.stream import Stream, whole_stream

__all__ = ["read_docx"]


def read_docx(name: str, data: bytes) -> Stream:
    """The paragraphs and tables of a Word document, as it shows them.

    A document has no pages before it is set: `lines` of a place is the running number of its paragraph or of its
    row of a table, counted together from 1 in the order of the file. Headers, footers and footnotes are left out.

    Raises:
        ReadError: the bytes are no such file, broken, encrypted, without text, or beyond the limits.
    """
    check_office_file(name, data)
    body, styles, numbering = _parts(name, data)
    reader = Body(name, read_styles(styles, read_lists(numbering)))
    return whole_stream(name, data, None, tuple(reader.blocks(body)))


def _parts(name: str, data: bytes) -> tuple[Element, Element | None, Element | None]:
    """Body, styles and numbering."""
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(io.BytesIO(data))
        related = {
            part.reltype: part.target_part for part in document.part.rels.values() if not part.is_external
        }
        numbering = related.get(RELATIONSHIP_TYPE.NUMBERING)
        return (
            document.element.body,
            document.styles.element,
            getattr(numbering, "element", None),
        )
    except (OpcError, XMLSyntaxError, AttributeError, LookupError, ValueError, TypeError) as error:
        raise ReadError(f"{name}: the document is broken and can not be read; give the original") from error
