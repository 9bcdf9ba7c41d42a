from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_documents import DOCUMENT, EMPTY, TABLE, of_texts
from sqlalchemy import func, select

from corpus.document import Cell, Document, Level, Span, Stage
from index import DocumentRecord, Store, StoreError, UnknownDocument
from index.schema import metadata

REPLACED = replace(DOCUMENT, digest="b" * 64, paragraphs=DOCUMENT.paragraphs[:1])


def sizes(store: Store) -> dict[str, int]:
    """How many rows each table has; the text index and the marks of the store itself left out."""
    with store.reading() as connection:
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in metadata.tables.items()
            if name != "meta"
        }


def test_a_document_reads_back_equal(store: Store) -> None:
    record = store.add(DOCUMENT)
    assert store.load(record.id) == DOCUMENT


def test_an_empty_document_reads_back_equal(store: Store) -> None:
    assert store.load(store.add(EMPTY).id) == EMPTY


def test_a_decimal_keeps_its_digits(store: Store) -> None:
    loaded = store.load(store.add(DOCUMENT).id)
    assert str(loaded.facts[0].quantity.number) == "1234.50"
    assert str(loaded.facts[1].quantity.number) == "-0.10"
    assert str(loaded.tables[0].cells[3].number) == "0E+3"
    assert loaded.tables[0].cells[1].number is None


def test_what_was_stored_is_there_for_the_next_to_open(tmp_path: Path) -> None:
    first = Store.open(tmp_path)
    record = first.add(DOCUMENT)
    first.close()
    second = Store.open(tmp_path)
    assert second.records() == (record,)
    assert second.load(record.id) == DOCUMENT
    second.close()


texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
numbers = st.none() | st.decimals(allow_nan=False)
spans = st.builds(
    Span,
    file=texts,
    lines=st.none() | st.tuples(st.integers(1, 10**6), st.integers(1, 10**6)),
    page=st.none() | st.integers(1, 9999),
    box=st.none() | st.tuples(*[st.floats(allow_nan=False, allow_infinity=False)] * 4),
)
cells = st.lists(st.builds(Cell, st.integers(0, 9), st.integers(0, 9), texts, numbers, st.booleans(), spans))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=texts, notes=st.lists(texts), made=cells)
def test_any_text_number_and_place_reads_back_equal(
    store: Store, title: str, notes: list[str], made: list[Cell]
) -> None:
    table = replace(TABLE, title=title, notes=tuple(notes), cells=tuple(made))
    document = replace(DOCUMENT, title=title, tables=(table,))
    record = store.add(document)
    try:
        assert store.load(record.id) == document
    finally:
        store.remove(document.name)


def test_the_record_says_what_is_in_the_document(store: Store) -> None:
    assert store.add(DOCUMENT) == DocumentRecord(
        id=1,
        name="某市示例中心2021年部门预算.txt",
        title="某市示例中心2021年部门预算",
        body="某市示例中心",
        year=2021,
        stage=Stage.BUDGET,
        level=Level.DEPARTMENT,
        digest="a" * 64,
        pages=None,
        tables=2,
        facts=2,
        uncertain=1,
        recognised=(3,),
        unread=(4, 5),
    )


def test_the_same_document_again_changes_nothing(store: Store) -> None:
    first = store.add(DOCUMENT)
    before = store.revision()
    assert store.add(DOCUMENT) == first
    assert store.revision() == before
    assert store.records() == (first,)


def test_another_digest_replaces_the_document_under_a_new_id(store: Store) -> None:
    first = store.add(DOCUMENT)
    before = store.revision()
    second = store.add(REPLACED)
    assert second.id != first.id
    assert store.revision() != before
    assert store.records() == (second,)
    assert store.load(second.id) == REPLACED
    with pytest.raises(UnknownDocument, match="no document has the id 1"):
        store.load(first.id)


def test_a_removed_document_leaves_nothing(store: Store) -> None:
    store.add(DOCUMENT)
    store.remove(DOCUMENT.name)
    assert store.records() == ()
    assert set(sizes(store).values()) == {0}
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM terms").scalar_one() == 0


def test_the_file_is_kept_with_its_document_and_goes_with_it(store: Store) -> None:
    content = "租赁费 3,600".encode()
    record = store.add(replace(DOCUMENT, digest=sha256(content).hexdigest()), content)
    assert store.content(record.id) == content
    store.remove(DOCUMENT.name)
    assert store.content(record.id) is None
    assert set(sizes(store).values()) == {0}


def test_another_file_than_was_read_is_not_kept(store: Store) -> None:
    with pytest.raises(StoreError, match="changed while it was read: ingest it again"):
        store.add(DOCUMENT, b"another")
    assert store.records() == ()


def test_removing_one_document_leaves_the_other_whole(store: Store) -> None:
    kept = store.add(of_texts("留.txt", "培训费", "租赁费"))
    before = sizes(store)
    store.add(DOCUMENT)
    store.remove(DOCUMENT.name)
    assert sizes(store) == before
    assert [p.text for p in store.load(kept.id).paragraphs] == ["培训费", "租赁费"]


def test_removing_an_unknown_name_says_so(store: Store) -> None:
    with pytest.raises(UnknownDocument, match=r"no document is named 无\.txt"):
        store.remove("无.txt")


def titled(name: str, title: str) -> Document:
    return replace(EMPTY, name=name, title=title)


FINANCE = titled("甲市财政局25年预算.pdf", "甲市财政局2025年部门预算")
FINANCE_TABLES = titled("甲市财政局25年预算公开表.pdf", "甲市财政局2025年部门预算公开表")
JUSTICE = titled("乙区司法局2026年预算.pdf", "乙区司法局 2026 年度部门预算")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("甲市财政局25年预算.pdf", ["甲市财政局25年预算.pdf"]),
        ("甲市财政局25年预算", ["甲市财政局25年预算.pdf"]),
        ("甲市财政局2025年部门预算", ["甲市财政局25年预算.pdf"]),
        ("公开表", ["甲市财政局25年预算公开表.pdf"]),
        ("财政局", ["甲市财政局25年预算.pdf", "甲市财政局25年预算公开表.pdf"]),
        ("司法局2026年度", ["乙区司法局2026年预算.pdf"]),
        ("司法局２０２６年预算.PDF", ["乙区司法局2026年预算.pdf"]),
        ("教育局", []),
        ("", []),
        (" \n", []),
    ],
)
def test_a_document_is_found_by_name_title_or_part(store: Store, text: str, names: list[str]) -> None:
    for document in (FINANCE, FINANCE_TABLES, JUSTICE):
        store.add(document)
    assert [record.name for record in store.find(text)] == names


def test_threads_share_one_store(store: Store) -> None:
    documents = [replace(DOCUMENT, name=f"{number}.txt") for number in range(12)]
    with ThreadPoolExecutor(8) as pool:
        records = list(pool.map(store.add, documents))
        loaded = list(pool.map(store.load, [record.id for record in records] * 3))
    assert loaded == documents * 3


def test_sums_of_the_stored_numbers_can_be_checked_in_sql(store: Store) -> None:
    store.add(DOCUMENT)
    with store.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT f.number, c.number FROM facts f JOIN cells c ON c.document = f.document"
            " AND c.table_position = f.cell_table AND c.row_position = f.cell_row"
            " AND c.column_position = f.cell_column"
        ).all()
    assert [(Decimal(fact), Decimal(cell)) for fact, cell in found] == [
        (Decimal("1234.50"), Decimal("1234.50"))
    ]
