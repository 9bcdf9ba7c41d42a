"""A page of a PDF as an image, with the box of a figure or sentence drawn on it.

pdfium draws it, in a process of its own with limits on time and memory, as files are read: `corpus.guarded`.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from corpus.errors import ReadError
from corpus.limits import Limits, environment, limit_memory, limit_time

if TYPE_CHECKING:
    import pypdfium2

LONGEST_SIDE = 1600
"""Pixels of a page's longer side: the small print of a landscape table can be read."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the upper left corner of a page."""

LIMITS = Limits(seconds=20, memory=1024**3)
MARGIN = 2.0
"""Points between the words and the line around them."""

FILL, OUTLINE = (255, 213, 74, 90), (29, 79, 145, 255)


def page_image(content: bytes, page: int, boxes: Sequence[Box] = ()) -> bytes:
    """The 1-based page of a PDF as a PNG with some boxes marked.

    Raises:
        ReadError: the file has no such page, or cannot be drawn within the limits.
    """
    wanted = json.dumps({"page": page, "boxes": boxes})
    command = [sys.executable, "-P", "-m", "corpus.page_image", wanted]
    try:
        done = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=LIMITS.seconds,
            check=True,
            env=environment(),
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ReadError(f"page {page} cannot be drawn: open the file itself") from error
    return done.stdout


def _drawn(content: bytes, page: int, boxes: Sequence[Box]) -> bytes:
    # Only the process that draws needs them.
    import pypdfium2
    from PIL import Image, ImageDraw

    sheet = pypdfium2.PdfDocument(content)[page - 1]
    scale = LONGEST_SIDE / max(sheet.get_size())
    image = sheet.render(scale=scale).to_pil().convert("RGBA")
    left, top = _corner(sheet)
    over = Image.new("RGBA", image.size)
    pen = ImageDraw.Draw(over)
    for x0, y0, x1, y1 in boxes:
        edges = (x0 - left - MARGIN, y0 - top - MARGIN, x1 - left + MARGIN, y1 - top + MARGIN)
        pen.rectangle([edge * scale for edge in edges], fill=FILL, outline=OUTLINE, width=3)
    out = io.BytesIO()
    Image.alpha_composite(image, over).convert("RGB").save(out, "PNG")
    return out.getvalue()


def _corner(sheet: pypdfium2.PdfPage) -> tuple[float, float]:
    """Where what is shown of a page begins, in points from where `Span.box` counts: the page before it was cropped."""
    if sheet.get_rotation():
        return 0.0, 0.0
    _, bottom, _, top = sheet.get_mediabox()
    left, _, _, shown = sheet.get_cropbox()
    return left, top - bottom - shown


def main() -> None:
    """Reads a PDF from standard input and writes the image of the page of the first argument, which is JSON."""
    limit_memory(LIMITS.memory)
    limit_time(LIMITS.seconds)
    wanted = json.loads(sys.argv[1])
    sys.stdout.buffer.write(_drawn(sys.stdin.buffer.read(), wanted["page"], wanted["boxes"]))


if __name__ == "__main__":
    main()
