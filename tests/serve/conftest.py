from pathlib import Path

import pytest
from in_process import application
from server_processes import WAIT, running

import corpus
from corpus import read_document
from qa.engine import Engine
from qa.serve.page.conversation import Conversation
from qa.serve.service import Service
from qa.serve.settings import Settings


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """A service over the document that ships; tests only read it."""
    engine = Engine.open(tmp_path_factory.mktemp("served"))
    (path,) = (Path(corpus.__file__).parent / "documents").iterdir()
    engine.store.add(read_document(path), path.read_bytes())
    service = Service(engine, Settings.read())
    yield service
    service.close()


@pytest.fixture(scope="module")
def client(served):
    """A client of the application over the same store."""
    with application(Service(served.engine, Settings.read())) as opened:
        yield opened


@pytest.fixture
def conversation(served):
    return Conversation(served)


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """A server in a process of its own, over the document that ships; no test leaves anything in its store."""
    with running(tmp_path_factory.mktemp("server"), request_seconds=WAIT, rate=0) as started:
        yield started
        assert "Traceback" not in started.said()
