"""The documents that ship, through the whole package with the model that ships."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from test_vectors import silent

import corpus
from corpus.document import Document
from index import NanoEncoder, Searcher, Store, ensure_vectors

FILES = sorted((Path(corpus.__file__).parent / "documents").iterdir())
DOCUMENTS = tuple(corpus.read_document(file) for file in FILES)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    store = Store.open(tmp_path_factory.mktemp("shipped"))
    for document in DOCUMENTS:
        store.add(document)
    encoder = NanoEncoder()
    ensure_vectors(store, encoder, silent)
    yield Searcher(store, encoder)
    store.close()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_a_shipped_document_reads_back_equal(store: Store, document: Document) -> None:
    assert store.load(store.add(document).id) == document


def found(searcher: Searcher, question: str) -> list[str]:
    """The first five passages: which of them answers is for the question's own kind to say."""
    return [hit.passage.content for hit in searcher.search(question, 5)]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("数据中心归哪个部门管", "上海市大数据中心是上海市人民政府办公厅所属的事业单位"),
        ("三公经费是什么意思", "“三公”经费：是与市级财政有经费领拨关系的部门"),
        ("what does 基本支出预算 mean", "基本支出预算：是市级预算主管部门及所属预算单位"),
        ("哪张表列出三公经费预算", "部门“三公”经费和机关运行经费预算表\n"),
    ],
)
def test_a_question_finds_the_passage_that_says_it(searcher: Searcher, question: str, said: str) -> None:
    assert any(said in content for content in found(searcher, question))


def test_an_everyday_word_is_nearest_to_a_row_of_the_documents(searcher: Searcher) -> None:
    names = {row.name for document in DOCUMENTS for table in document.tables for row in table.rows}
    assert searcher.nearest_terms("房租", sorted(names))[0][0] == "租赁费"
