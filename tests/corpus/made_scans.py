"""Made-up PDFs whose pages are images: what a scanner makes of printed pages."""

from collections.abc import Callable
from io import BytesIO

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 150

Change = Callable[[Image.Image], Image.Image]
"""What happens to the image of a page on its way."""


def straight(image: Image.Image) -> Image.Image:
    return image


def scanned(printed: bytes, change: Change = straight) -> bytes:
    """The PDF with each page as an image and nothing else."""
    out = BytesIO()
    canvas = Canvas(out)
    with pypdfium2.PdfDocument(printed) as document:
        for page in document:
            add_image(canvas, change(page.render(scale=DPI / 72, grayscale=True).to_pil()))
    canvas.save()
    return out.getvalue()


def add_image(canvas: Canvas, image: Image.Image) -> None:
    """A page that an image covers."""
    width, height = (side * 72 / DPI for side in image.size)
    canvas.setPageSize((width, height))
    canvas.drawImage(ImageReader(image), 0, 0, width, height)
    canvas.showPage()


def turned(quarters: int) -> Change:
    """Put in so many quarters anticlockwise."""
    return lambda image: image.rotate(90 * quarters, expand=True)


def askew(degrees: float) -> Change:
    """Put in anticlockwise by some degrees."""
    return lambda image: image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def noisy(image: Image.Image) -> Image.Image:
    """With grain and a grey ground."""
    grain = np.random.default_rng(7).normal(-12, 14, (image.height, image.width))
    return Image.fromarray(np.clip(np.asarray(image, np.float64) + grain, 0, 255).astype(np.uint8))


def joined(*files: bytes) -> bytes:
    """The pages of PDFs one after the other."""
    out = BytesIO()
    with pypdfium2.PdfDocument.new() as whole:
        for file in files:
            whole.import_pages(pypdfium2.PdfDocument(file))
        whole.save(out)
    return out.getvalue()
