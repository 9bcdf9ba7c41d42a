"""An encoder without a model: texts are near each other by the characters that they share."""

from collections.abc import Sequence

import numpy as np


class MadeEncoder:
    """Counts of characters in `dimension` buckets, normalized; remembers what it was asked to embed."""

    def __init__(self, name: str = "made", dimension: int = 32) -> None:
        self.id = f"{name} {dimension}"
        self.dimension = dimension
        self.embedded: list[str] = []

    def encode_query(self, text: str) -> np.ndarray:
        counts = np.full(self.dimension, 0.01, dtype=np.float32)
        for character in text:
            counts[(ord(character) + len(self.id)) % self.dimension] += 1
        return counts / np.linalg.norm(counts)

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        self.embedded += texts
        return np.stack([self.encode_query(text) for text in texts])
