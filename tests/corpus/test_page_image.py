import io

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen import canvas

from corpus import ReadError
from corpus.page_image import page_image

INK = (100.0, 90.0, 130.0, 100.0)
"""The box of the only rectangle of the made page, from the upper left corner of the page as it was made."""


def made(crop=None, rotation=0):
    """A page of 400 by 300 points with a black rectangle."""
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(400, 300))
    page.rect(100, 200, 30, 10, stroke=0, fill=1)
    if crop:
        page.setCropBox(crop)
    page.setPageRotation(rotation)
    page.save()
    return out.getvalue()


def drawn(png):
    """The colours of an image's pixels, by row and column."""
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)


def around(chosen):
    """The box of pixels around those that are chosen."""
    rows, columns = np.nonzero(chosen)
    return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1


def ink(colours):
    return around(colours.max(axis=2) < 100)


def line(colours):
    return around((colours == (29, 79, 145)).all(axis=2))


def test_the_page_is_drawn_with_its_longer_side_as_given():
    colours = drawn(page_image(made(), 1))
    assert colours.shape == (1200, 1600, 3)
    assert ink(colours) == tuple(round(edge * 4) for edge in INK)


@pytest.mark.parametrize(
    ("crop", "rotation", "box", "scale", "height"),
    [
        (None, 0, INK, 4, 1200),
        ((50, 50, 350, 280), 0, INK, 16 / 3, 1227),
        (None, 90, (200.0, 100.0, 210.0, 130.0), 4, 1200),
    ],
)
def test_the_box_is_drawn_around_what_it_marks(crop, rotation, box, scale, height):
    page = made(crop, rotation)
    plain, marked = drawn(page_image(page, 1)), drawn(page_image(page, 1, [box]))
    assert plain.shape[0] == height
    outside = np.array(ink(plain)) - np.array(line(marked))
    assert np.abs(outside - np.array((2, 2, -2, -2)) * scale).max() <= 2


@pytest.mark.parametrize(("content", "page"), [(made(), 2), (b"%PDF-1.7 broken", 1), (b"", 1)])
def test_what_cannot_be_drawn_is_said_in_one_line(content, page):
    with pytest.raises(ReadError, match=f"^page {page} cannot be drawn: open the file itself$"):
        page_image(content, page)
