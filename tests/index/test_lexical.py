from collections.abc import Iterable, Sequence
from pathlib import Path

import bm25s
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_documents import of_texts

from index import Store, lexical
from index.passages import passages

TEXTS = (
    "公务接待费主要安排全国性专业会议、国家重大政策调研等执行公务所需交通费、住宿费支出。",
    "培训费用于开展工作人员业务培训，培训费按规定标准列支。",
    "租赁费是租赁办公用房、宿舍、专用通讯网以及其他设备等方面的费用。",
    "一网通办总门户运营服务费，2021年预算18,050.50万元，用于一网通办平台的运营与维护。",
    "政务云平台由市级部门统一采购云服务，政务云的费用按年结算。",
    "因公出国（境）费用于国际合作交流、境外培训研修等的国际旅费。",
    "物业管理费用于办公用房的保洁、保安、绿化等服务，每年招标一次。",
    "住房公积金按照规定的基本工资和津贴补贴以及规定比例为职工缴纳。",
)


def add(store: Store, *texts: str, name: str = "a.txt") -> int:
    return store.add(of_texts(name, *texts)).id


def ranked(store: Store, query: str, k: int = 10, documents: Iterable[int] | None = None) -> list[int]:
    """Which of the store's passages are found, counted from 0 in the order they were added."""
    with store.reading() as connection:
        within = None if documents is None else list(documents)
        return [key - 1 for key, _ in lexical.ranked(connection, query, k, within)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("培训费", ("培训", "训费")),
        ("水", ("水",)),
        ("2021年预算", ("2021", "年预", "预算")),
        ("18,050.50万元", ("18050.50", "万元")),
        ("１８，０５０．５０", ("18050.50",)),
        ("ICT Budget", ("ict", "budget")),
        ("e5模型v2", ("e5", "模型", "v2")),
        ("国办发〔2018〕45号", ("国办", "办发", "2018", "45", "号")),
        ("“一网通办”", ("一网", "网通", "通办")),
        ("", ()),
        ("*** () \0 \ud800 ——", ()),
        ("𠮷野家", ("𠮷野", "野家")),
    ],
)
def test_terms(text: str, expected: tuple[str, ...]) -> None:
    assert lexical.terms(text) == expected


def robertson_scores(texts: Sequence[str], query: str) -> np.ndarray:
    """Another implementation with FTS5's formula and parameters, but for its constant factor of k1 + 1."""
    retriever = bm25s.BM25(method="robertson", k1=1.2, b=0.75)
    retriever.index([list(lexical.terms(text)) for text in texts], show_progress=False)
    return retriever.get_scores(list(dict.fromkeys(lexical.terms(query))))


def robertson(texts: Sequence[str], query: str) -> list[int]:
    scores = robertson_scores(texts, query)
    order = np.argsort(-scores, kind="stable")
    return [int(at) for at in order if scores[at] > 0]


@pytest.mark.parametrize(
    "query",
    [
        "培训费",
        "租赁办公用房",
        "一网通办预算",
        "政务云的费用",
        "国际旅费",
        "保洁保安",
        "基本工资",
        "2021年18050.50万元",
    ],
)
def test_the_ranking_is_that_of_another_bm25(store: Store, query: str) -> None:
    add(store, *TEXTS)
    expected = robertson(TEXTS, query)
    assert len(expected) > 0
    assert ranked(store, query)[: len(expected)] == expected


SHIPPED = tuple((Path(lexical.__file__).parent.parent / "corpus" / "documents").glob("*.txt"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
@pytest.mark.parametrize(
    "query",
    ["一网通办运营服务费的立项依据", "公务接待费", "政务外网是怎么建设的？", "四个指标", "18,050.50万元"],
)
def test_scores_on_a_shipped_document_are_those_of_another_bm25(store: Store, file: Path, query: str) -> None:
    texts = tuple(
        dict.fromkeys(line.strip() for line in file.read_text("utf-8").splitlines() if line.strip())
    )
    add(store, *texts)
    with store.reading() as connection:
        found = lexical.ranked(connection, query, 50, None)
    contents = [passage.content for passage in passages(of_texts("a.txt", *texts))]
    expected = robertson_scores(contents, query)
    assert len(found) == min(50, np.count_nonzero(expected))
    assert [score for _, score in found] == pytest.approx(
        [2.2 * expected[key - 1] for key, _ in found], rel=1e-3
    )
    assert found[-1][1] >= 2.2 * np.delete(expected, [key - 1 for key, _ in found]).max() - 1e-3


def test_scores_follow_the_formula(store: Store) -> None:
    add(store, "甲乙 甲乙", "丙丁", "戊己 庚辛")
    with store.reading() as connection:
        ((key, score),) = lexical.ranked(connection, "甲乙", 5, None)
    # One of three passages holds it, twice, and the passage has 2 terms where the mean is 5/3.
    idf = np.log((3 - 1 + 0.5) / (1 + 0.5))
    expected = idf * 2 * (1.2 + 1) / (2 + 1.2 * (1 - 0.75 + 0.75 * 2 / (5 / 3)))
    assert key == 1
    assert score == pytest.approx(expected)


def test_at_most_k_are_found_best_first(store: Store) -> None:
    add(store, *TEXTS)
    assert ranked(store, "培训费", k=1) == [1]
    assert ranked(store, "培训费", k=0) == []


def test_a_search_may_be_limited_to_documents(store: Store) -> None:
    first = add(store, "培训费甲", "租赁费甲", name="1.txt")
    second = add(store, "培训费乙", "租赁费乙", name="2.txt")
    assert ranked(store, "培训费") == [0, 2]
    assert ranked(store, "培训费", documents=[second]) == [2]
    assert ranked(store, "培训费", documents=[first, second]) == [0, 2]
    assert ranked(store, "培训费", documents=[99]) == []
    assert ranked(store, "培训费", documents=[]) == []


def test_a_removed_document_is_no_longer_found(store: Store) -> None:
    add(store, "培训费甲", name="1.txt")
    add(store, "培训费乙", name="2.txt")
    store.remove("1.txt")
    assert ranked(store, "培训费") == [1]


def test_width_and_case_do_not_matter(store: Store) -> None:
    add(store, "ＩＣＴ服务费１８，０５０．５０元")
    assert ranked(store, "ict") == [0]
    assert ranked(store, "18050.5") == []
    assert ranked(store, "18050.50") == [0]


HOSTILE = (
    '"',
    "''",
    "培训 AND",
    "NEAR(培训 租赁, 2)",
    "content:培训",
    "terms MATCH 'x'",
    "^培训*",
    "-培训",
    "培训) OR (租赁",
    "'; DROP TABLE terms; --",
    "{a b}: c",
    "a\0b",
    "\ud800",
    "1.2.3....4",
    "OR OR OR",
    "培训" * 20000,
)


@pytest.mark.parametrize("query", HOSTILE)
def test_query_syntax_is_only_text(store: Store, query: str) -> None:
    add(store, *TEXTS)
    assert (1 in ranked(store, query)) == ("培训" in query)
    assert ranked(store, "培训费")[0] == 1


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200) | st.text(alphabet='"*^()-+:{}.,ANDORNEAR 培训费1\0', max_size=60))
def test_any_text_is_a_query(store: Store, query: str) -> None:
    add(store, *TEXTS)
    assert set(ranked(store, query)) <= set(range(len(TEXTS)))


@given(st.text(max_size=300))
def test_terms_are_plain_strings_to_the_text_index(text: str) -> None:
    assert all(term and not set(term) & set(" \"'*^()-+:{}\0") for term in lexical.terms(text))
