"""The rules on the image of a page: found by their length, and wiped out so that no letter is read into them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.readers.pdf.geometry import Box

Image = NDArray[np.uint8]
"""Shades of grey, 0 for black, by row and column of pixels."""

LENGTH = (30.0, 18.0)
"""Ink that runs on for so many points across or down is a rule: longer than a stroke of the largest common type."""

AROUND = 10.0
DARKER = 12
"""Ink is so much darker than what is around it, over so many points."""

SLANT = 3
"""A rule may wander over so many pixels on its way."""

MOST_SKEW = 3.0
"""Degrees by which a page may lie askew; what lies more is not straightened."""

COARSE = 1000
"""Pixels of the longer side of the image that the skew is measured on."""


def _ink(image: Image, scale: float) -> Image:
    """255 where there is ink, by what is around it; `scale` is pixels a point."""
    around = round(AROUND * scale) | 1
    inked = cv2.adaptiveThreshold(
        image, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, around, DARKER
    )
    return np.asarray(inked, np.uint8)


def without_rules(image: Image, scale: float) -> tuple[Image, tuple[Box, ...]]:
    """The image without its rules, and the rules in pixels; a stroke that meets no rule at right angles is none."""
    ink = _ink(image, scale)
    across = _long(ink, (round(LENGTH[0] * scale), 1))
    down = _long(ink, (1, round(LENGTH[1] * scale)))
    across, down = _meeting(across, down), _meeting(down, across)
    wiped = image.copy()
    wiped[cv2.dilate(across | down, np.ones((3, 3), np.uint8)) > 0] = 255
    return wiped, (*_boxes(across), *_boxes(down))


def _long(ink: Image, shape: tuple[int, int]) -> Image:
    """What of the ink runs on as long as a shape of so many pixels across and down, give or take its slant."""
    width, height = shape
    thickened = cv2.dilate(ink, np.ones((SLANT, 1) if height == 1 else (1, SLANT), np.uint8))
    opened = cv2.morphologyEx(thickened, cv2.MORPH_OPEN, np.ones((height, width), np.uint8))
    return np.asarray(opened, np.uint8)


def _meeting(rules: Image, others: Image) -> Image:
    """The connected rules that touch others."""
    _, labels = cv2.connectedComponents(rules)
    near = cv2.dilate(others, np.ones((2 * SLANT + 1, 2 * SLANT + 1), np.uint8))
    met = np.unique(labels[near > 0])
    return np.where(np.isin(labels, met[met > 0]), 255, 0).astype(np.uint8)


def _boxes(rules: Image) -> list[Box]:
    _, _, found, _ = cv2.connectedComponentsWithStats(rules)
    edges = ((int(left), int(top), int(width), int(height)) for left, top, width, height, _ in found[1:])
    return [(left, top, left + width, top + height) for left, top, width, height in edges]


def skew(image: Image, scale: float) -> float:
    """By how many degrees to turn the image anticlockwise so that it lies straight: its lines are sharpest then."""
    part = min(1.0, COARSE / max(image.shape))
    small = np.asarray(cv2.resize(_ink(image, scale), None, fx=part, fy=part), np.uint8)
    best = 0.0
    for step in (0.5, 0.1, 0.05):
        tried = np.arange(best - 6 * step, best + 6.5 * step, step)
        best = float(max(tried, key=lambda angle: (_sharpness(small, angle), -abs(angle))))
    return round(best, 2) if abs(best) < MOST_SKEW else 0.0


def _sharpness(ink: Image, angle: float) -> float:
    rows = straightened(ink, angle, 0).sum(axis=1, dtype=np.float64)
    return float(np.square(np.diff(rows)).sum())


def straightened(image: Image, angle: float, ground: int) -> Image:
    """The image turned anticlockwise about its middle by some degrees; what comes in at the corners is `ground`."""
    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(
        image,
        turn,
        (width, height),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(ground,),
    )
    return np.asarray(turned, np.uint8)
