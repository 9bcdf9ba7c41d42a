from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_documents import DOCUMENT, of_texts
from made_encoder import MadeEncoder
from sqlalchemy import func, select

from index import Store, StoreError, schema
from index.passages import passages
from index.reading import read_passages
from index.vectors import VectorIndex, ensure_vectors, open_vectors, passages_of

MANY = of_texts("多.txt", *(f"第{number}项支出用于{chr(0x4E00 + 37 * number)}" for number in range(60)))


def silent(_done: int, _all: int) -> None:
    """Progress that nobody watches."""


def opened(store: Store, encoder: MadeEncoder) -> VectorIndex | None:
    with store.reading() as connection:
        return open_vectors(connection, store.folder, encoder.id)


def files(store: Store) -> list[Path]:
    return sorted(store.folder.glob("vectors-*"))


def brute(store: Store, encoder: MadeEncoder, query: str) -> dict[int, float]:
    """The cosine of every passage, by the definition."""
    with store.reading() as connection:
        ids = list(connection.execute(select(schema.passages.c.id)).scalars())
        texts = [passage.content for _, passage in read_passages(connection, ids).values()]
    similarities = np.stack([encoder.encode_query(text) for text in texts]) @ encoder.encode_query(query)
    return dict(zip(ids, similarities.tolist(), strict=True))


@pytest.mark.parametrize("query", ["第7项支出", "用于", "一", "完全无关的词"])
@pytest.mark.parametrize("k", [1, 10, 60, 500])
def test_nearest_are_those_of_a_full_comparison(store: Store, query: str, k: int) -> None:
    encoder = MadeEncoder()
    store.add(MANY)
    ensure_vectors(store, encoder, silent)
    index = opened(store, encoder)
    assert index is not None
    found = index.nearest(encoder.encode_query(query), k, None)
    every = brute(store, encoder, query)
    assert [cosine for _, cosine in found] == pytest.approx(
        sorted(every.values(), reverse=True)[:k], abs=1e-6
    )
    assert [cosine for _, cosine in found] == pytest.approx([every[key] for key, _ in found], abs=1e-6)


def test_a_search_within_documents_is_as_deep_as_one_without(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(MANY)
    small = store.add(of_texts("少.txt", "无关的一句", "另一句话", "第三句话"))
    ensure_vectors(store, encoder, silent)
    index = opened(store, encoder)
    assert index is not None
    with store.reading() as connection:
        within = passages_of(connection, [small.id])
    found = index.nearest(encoder.encode_query("第7项支出"), 10, within)
    every = {key: cosine for key, cosine in brute(store, encoder, "第7项支出").items() if key in within}
    assert len(found) == 3
    assert [key for key, _ in found] == sorted(every, key=lambda key: -every[key])
    assert index.nearest(encoder.encode_query("第7项支出"), 10, ()) == ()


def test_progress_counts_up_to_what_is_missing(store: Store) -> None:
    store.add(MANY)
    told: list[tuple[int, int]] = []
    ensure_vectors(store, MadeEncoder(), lambda done, total: told.append((done, total)))
    assert told[0] == (0, 60)
    assert told[-1] == (60, 60)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    told.clear()
    ensure_vectors(store, MadeEncoder(), lambda done, total: told.append((done, total)))
    assert told == []


def test_the_same_text_is_embedded_once(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(of_texts("1.txt", "培训费", "租赁费", "培训费"))
    ensure_vectors(store, encoder, silent)
    assert sorted(encoder.embedded) == ["培训费", "租赁费"]
    store.add(of_texts("2.txt", "培训费", "印刷费"))
    ensure_vectors(store, encoder, silent)
    assert sorted(encoder.embedded) == ["印刷费", "培训费", "租赁费"]
    store.add(replace(of_texts("1.txt", "培训费", "水费"), digest="new"))
    ensure_vectors(store, encoder, silent)
    assert encoder.embedded[3:] == ["水费"]


def test_equal_passages_are_all_found(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(of_texts("1.txt", "培训费", "租赁费", "培训费"))
    ensure_vectors(store, encoder, silent)
    index = opened(store, encoder)
    assert index is not None
    assert {key for key, _ in index.nearest(encoder.encode_query("培训费"), 2, None)} == {1, 3}


def test_another_model_embeds_everything_again_and_nothing_is_mixed(store: Store) -> None:
    small, large = MadeEncoder("small", 16), MadeEncoder("large", 48)
    store.add(MANY)
    ensure_vectors(store, small, silent)
    assert opened(store, large) is None
    ensure_vectors(store, large, silent)
    assert len(large.embedded) == 60
    for encoder in (small, large):
        index = opened(store, encoder)
        assert index is not None
        assert index.model == encoder.id
        assert index.index.d == encoder.dimension
        assert index.nearest(encoder.encode_query("第7项支出"), 1, None)[0][1] == pytest.approx(
            max(brute(store, encoder, "第7项支出").values()), abs=1e-6
        )
    ensure_vectors(store, small, silent)
    assert len(small.embedded) == 60


def test_a_deleted_index_comes_back_without_embedding(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(MANY)
    ensure_vectors(store, encoder, silent)
    before = opened(store, encoder)
    (file,) = files(store)
    content = file.read_bytes()
    file.unlink()
    after = opened(store, encoder)
    assert before is not None
    assert after is not None
    query = encoder.encode_query("第7项支出")
    assert after.nearest(query, 20, None) == before.nearest(query, 20, None)
    assert file.read_bytes() == content
    assert len(encoder.embedded) == 60


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[: len(content) // 2],
        lambda _: b"",
        lambda content: content[:-1] + b"\0\0",
        lambda _: b"not an index at all",
        lambda content: content[:60] + bytes([content[60] ^ 1]) + content[61:],
    ],
)
def test_a_damaged_index_is_made_again(store: Store, damage) -> None:
    encoder = MadeEncoder()
    store.add(MANY)
    ensure_vectors(store, encoder, silent)
    (file,) = files(store)
    content = file.read_bytes()
    file.write_bytes(damage(content))
    index = opened(store, encoder)
    assert index is not None
    assert index.index.ntotal == 60
    assert file.read_bytes() == content


def test_a_changed_store_has_no_index_until_its_new_passages_are_embedded(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(MANY)
    ensure_vectors(store, encoder, silent)
    (old,) = files(store)
    store.add(DOCUMENT)
    assert opened(store, encoder) is None
    ensure_vectors(store, encoder, silent)
    (new,) = files(store)
    assert new != old
    index = opened(store, encoder)
    assert index is not None
    assert index.index.ntotal == 60 + len(passages(DOCUMENT))


def test_an_empty_store_has_no_index(store: Store) -> None:
    ensure_vectors(store, MadeEncoder(), silent)
    assert opened(store, MadeEncoder()) is None
    assert files(store) == []


def test_vectors_that_no_passage_needs_go_with_their_document(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(of_texts("1.txt", "培训费", "租赁费"))
    store.add(of_texts("2.txt", "培训费"))
    ensure_vectors(store, encoder, silent)
    store.remove("1.txt")
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(schema.vectors)).scalar_one() == 1
    ensure_vectors(store, encoder, silent)
    assert len(encoder.embedded) == 2


def test_a_run_that_was_stopped_goes_on_where_it_was(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(MANY)

    def stop(done: int, _all: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ensure_vectors(store, encoder, stop)
    assert len(encoder.embedded) == 16
    ensure_vectors(store, encoder, silent)
    assert len(encoder.embedded) == 60


def test_several_may_embed_at_once(store: Store) -> None:
    store.add(MANY)
    encoders = [MadeEncoder() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda encoder: ensure_vectors(store, encoder, silent), encoders))
    index = opened(store, encoders[0])
    assert index is not None
    assert index.index.ntotal == 60


def test_damaged_vectors_are_refused(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(MANY)
    ensure_vectors(store, encoder, silent)
    files(store)[0].unlink()
    with store.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE vectors SET vector = x'00' WHERE hash = (SELECT min(hash) FROM vectors)"
        )
    with pytest.raises(StoreError, match="vectors are damaged: delete the store and ingest"):
        opened(store, encoder)
