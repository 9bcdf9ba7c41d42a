from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import CellPlace
from qa.errors import PlaceError
from qa.serve.addresses import MOST_QUOTED, Place, read_place

numbers = st.integers(0, 9999)
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=MOST_QUOTED)
names = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30)


@given(names, st.builds(CellPlace, numbers, numbers, numbers))
def test_a_cell_reads_back(name, cell):
    assert read_place(dict(parse_qsl(Place(name, cell).query))) == Place(name, cell)


@given(names, st.none() | st.tuples(numbers, numbers), st.none() | numbers, texts)
def test_a_text_reads_back(name, lines, page, quote):
    at = Place(name, None, lines, page, quote)
    assert read_place(dict(parse_qsl(at.query))) == at


def test_an_address_without_a_document_is_no_place():
    assert read_place({"q": "租赁费"}) is None


@pytest.mark.parametrize("cell", ["1", "1-2", "a-b-c", "1-2-3-4", "-1-2-3", "1-2-99999999999", "１-２-３"])
def test_what_is_no_place_is_said_in_one_line(cell):
    with pytest.raises(PlaceError, match="it has 3 whole numbers"):
        read_place({"document": "a.txt", "cell": cell})
