from pathlib import Path

import pytest

from qa.engine import Engine
from qa.serve.page.conversation import Conversation


class Served:
    """A library over an engine, as the server's own."""

    def __init__(self, engine):
        self.engine = engine
        self.ask = engine.ask
        self.book = engine.book
        self.records = engine.store.records
        self.revision = engine.store.revision

    def document(self, key):
        return self.engine.book(key).catalogs[0].document


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    from corpus import read_document

    engine = Engine.open(tmp_path_factory.mktemp("served"))
    (path,) = (Path(__file__).parents[2] / "corpus" / "documents").iterdir()
    engine.store.add(read_document(path), path.read_bytes())
    return Served(engine)


@pytest.fixture
def conversation(served):
    return Conversation(served)
