from pathlib import Path

import pytest

from corpus.document import Document
from corpus.read import parse
from corpus.readers import read_stream

SHIPPED = Path(__file__).parents[2] / "corpus" / "documents" / "上海市大数据中心2021年部门预算.txt"


@pytest.fixture(scope="session")
def shipped_path() -> Path:
    return SHIPPED


@pytest.fixture(scope="session")
def shipped() -> Document:
    return parse(read_stream(SHIPPED))
