from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from made_documents import DOCUMENT, of_texts
from made_encoder import MadeEncoder
from test_vectors import silent

from index import Searcher, Store, ensure_vectors
from index.search import FUSION, fused

PLACES = {
    "请客": (1.0, 0.0, 0.0),
    "公务接待费用": (0.8, 0.6, 0.0),
    "请客的规定": (0.6, 0.8, 0.0),
    "房屋租赁": (0.0, 0.0, 1.0),
}


class Placed:
    """An encoder that knows a few texts and where they lie."""

    id = "placed 3"

    def encode_query(self, text: str) -> np.ndarray:
        return np.array(PLACES[text], dtype=np.float32)

    def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([self.encode_query(text) for text in texts])


TEXTS = ("公务接待费用", "请客的规定", "房屋租赁")


def test_both_rankings_are_fused_and_told(store: Store) -> None:
    record = store.add(of_texts("a.txt", *TEXTS))
    ensure_vectors(store, Placed(), silent)
    hits = Searcher(store, Placed()).search("请客", 3)
    assert [(hit.passage.text, hit.lexical_rank, hit.vector_rank) for hit in hits] == [
        ("请客的规定", 1, 2),
        ("公务接待费用", None, 1),
        ("房屋租赁", None, 3),
    ]
    assert [hit.similarity for hit in hits] == pytest.approx([0.6, 0.8, 0.0])
    assert [hit.score for hit in hits] == pytest.approx(
        [1 / (FUSION + 1) + 1 / (FUSION + 2), 1 / (FUSION + 1), 1 / (FUSION + 3)]
    )
    assert {hit.document for hit in hits} == {record.id}


def test_fusion_adds_the_inverse_ranks() -> None:
    assert fused(((7, 9.0), (8, 1.0)), ((8, 0.9),)) == {7: 1 / 61, 8: 1 / 62 + 1 / 61}
    assert fused((), ()) == {}


def test_without_an_encoder_words_alone_are_searched(store: Store) -> None:
    store.add(of_texts("a.txt", *TEXTS))
    ((hit,)) = Searcher(store, None).search("请客", 3)
    assert (hit.passage.text, hit.lexical_rank, hit.vector_rank, hit.similarity) == (
        "请客的规定",
        1,
        None,
        None,
    )


def test_before_the_vectors_are_there_words_alone_are_searched(store: Store) -> None:
    store.add(of_texts("a.txt", *TEXTS))
    searcher = Searcher(store, Placed())
    assert [hit.passage.text for hit in searcher.search("请客", 3)] == ["请客的规定"]
    ensure_vectors(store, Placed(), silent)
    assert len(searcher.search("请客", 3)) == 3


def test_a_searcher_follows_the_store(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(of_texts("1.txt", "培训费"))
    ensure_vectors(store, encoder, silent)
    searcher = Searcher(store, encoder)
    assert [hit.passage.text for hit in searcher.search("培训费", 5)] == ["培训费"]
    store.add(of_texts("2.txt", "职工培训费"))
    assert [(hit.passage.text, hit.vector_rank) for hit in searcher.search("培训费", 5)] == [
        ("培训费", None),
        ("职工培训费", None),
    ]
    ensure_vectors(store, encoder, silent)
    store.remove("1.txt")
    ensure_vectors(store, encoder, silent)
    assert [(hit.passage.text, hit.vector_rank) for hit in searcher.search("培训费", 5)] == [
        ("职工培训费", 1)
    ]


def test_a_search_may_be_limited_to_documents(store: Store) -> None:
    encoder = MadeEncoder()
    first = store.add(of_texts("1.txt", *(f"培训费{number}" for number in range(80))))
    second = store.add(of_texts("2.txt", "租赁费", "物业费"))
    ensure_vectors(store, encoder, silent)
    searcher = Searcher(store, encoder)
    assert {hit.passage.text for hit in searcher.search("培训费", 5, [second.id])} == {"租赁费", "物业费"}
    assert {hit.document for hit in searcher.search("租赁费", 100, [first.id])} == {first.id}
    assert searcher.search("租赁费", 5, []) == ()


def test_headings_and_places_come_with_a_hit(store: Store) -> None:
    store.add(DOCUMENT)
    hit = Searcher(store, None).search("国办发〔2018〕45号", 1)[0]
    assert hit.passage.heading == ("项目经费情况说明", "三、立项依据")
    assert hit.passage.span == DOCUMENT.paragraphs[3].span


@pytest.mark.parametrize("query", ["", " ", "\0", "\ud800", '"*', "——"])
def test_a_query_without_words_finds_nothing_by_words(store: Store, query: str) -> None:
    store.add(DOCUMENT)
    assert Searcher(store, None).search(query, 5) == ()


def test_terms_are_ranked_by_meaning_and_embedded_once(store: Store) -> None:
    encoder = MadeEncoder()
    terms = ["租赁费", "培训费", "培训费用"]
    ranked = Searcher(store, encoder).nearest_terms("培训费", terms)
    assert [term for term, _ in ranked] == ["培训费", "培训费用", "租赁费"]
    assert ranked[0][1] == pytest.approx(1.0)
    assert ranked[2][1] == pytest.approx(
        float(encoder.encode_query("培训费") @ encoder.encode_query("租赁费"))
    )
    again = MadeEncoder()
    more = Searcher(store, again).nearest_terms("培训费", [*terms, "水费"])
    assert dict(ranked) == pytest.approx({term: dict(more)[term] for term in terms})
    assert again.embedded == ["水费"]


def test_terms_of_another_model_are_embedded_again(store: Store) -> None:
    Searcher(store, MadeEncoder("one")).nearest_terms("费", ["租赁费", "培训费"])
    other = MadeEncoder("another", 48)
    assert len(Searcher(store, other).nearest_terms("费", ["租赁费", "培训费"])) == 2
    assert other.embedded == ["租赁费", "培训费"]


def test_no_terms_are_near_without_an_encoder_a_text_or_terms(store: Store) -> None:
    assert Searcher(store, None).nearest_terms("培训费", ["租赁费"]) == ()
    assert Searcher(store, MadeEncoder()).nearest_terms(" ", ["租赁费"]) == ()
    assert Searcher(store, MadeEncoder()).nearest_terms("培训费", []) == ()


def test_threads_share_one_searcher(store: Store) -> None:
    encoder = MadeEncoder()
    store.add(of_texts("1.txt", *(f"第{number}项培训" for number in range(30))))
    ensure_vectors(store, encoder, silent)
    searcher = Searcher(store, encoder)
    expected = searcher.search("第7项培训", 5)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: searcher.search("第7项培训", 5), range(40)))
    assert found == [expected] * 40
