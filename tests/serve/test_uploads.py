"""Documents taken in and out over HTTP: by whom, which, and what becomes of the store."""

import io
import json
import time
import zipfile
from pathlib import Path

import httpx
import numpy as np
import pytest
from in_process import application
from server_processes import running

import corpus
import qa.linking.meaning
from corpus.readers import READERS
from qa.engine import Engine
from qa.errors import SettingError
from qa.serve.api import examples
from qa.serve.service import Service
from qa.serve.settings import Settings
from qa.serve.uploads import Busy, NameRefused, TypeRefused, checked_name, checked_type
from qa.serve.uploads.files import HOLDS

TOKEN = "correct horse battery"
SENT = {"Authorization": f"Bearer {TOKEN}"}
PROBLEM = "application/problem+json"
(SHIPPED,) = (Path(corpus.__file__).parent / "documents").iterdir()
CONTENT = SHIPPED.read_bytes()


class QuickEncoder:
    """Every text is as near as any other: these tests ask for nothing by its meaning."""

    id = "quick"
    dimension = 2

    def encode_query(self, _text):
        return np.array([1.0, 0.0], dtype=np.float32)

    def encode_passages(self, texts):
        return np.tile(self.encode_query(""), (len(texts), 1))


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    """A service over a store of its own, and a token."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(qa.linking.meaning, "default_encoder", QuickEncoder)
        yield Service(Engine.open(tmp_path_factory.mktemp("uploads")), Settings.read(admin_token=TOKEN))


@pytest.fixture(scope="module")
def opened(service):
    with application(service) as client:
        yield client


@pytest.fixture
def client(opened, service):
    """A client of the application over a store with nothing in it."""
    yield opened
    for record in service.records():
        service.engine.store.remove(record.name)


def put(client, name, content, **headers):
    return client.post("/api/documents", params={"name": name}, content=content, headers=SENT | headers)


def steps(response):
    return [json.loads(line) for line in response.text.splitlines()]


def names(client):
    return [document["name"] for document in client.get("/api/documents").json()["documents"]]


def test_a_document_is_taken_in_asked_and_taken_out(client):
    response = put(client, SHIPPED.name, CONTENT)
    assert (response.status_code, response.headers["content-type"]) == (201, "application/x-ndjson")
    told = steps(response)
    stages = list(dict.fromkeys(step["stage"] for step in told))
    assert stages == [json.loads(line)["stage"] for line in examples.UPLOAD.splitlines()]
    assert next((step["tables"], step["facts"]) for step in told if step["stage"] == "storing") == (8, 338)
    document = told[-1]["document"]
    assert (document["body"], document["year"], document["tables"]) == ("上海市大数据中心", 2021, 8)
    answer = client.post("/api/ask", json={"question": "租赁费是多少"}).json()
    assert answer["values"][0]["value"] == "19902679"
    assert client.get(f"/api/documents/{document['id']}/file").content == CONTENT

    again = put(client, SHIPPED.name, CONTENT)
    assert steps(again)[-1]["document"]["id"] == document["id"]
    changed = put(client, SHIPPED.name, CONTENT + "\n\n备注\n".encode())
    assert steps(changed)[-1]["document"]["id"] != document["id"]
    assert names(client) == [SHIPPED.name]

    key = steps(changed)[-1]["document"]["id"]
    assert client.delete(f"/api/documents/{key}", headers=SENT).status_code == 204
    assert names(client) == []
    assert client.delete(f"/api/documents/{key}", headers=SENT).status_code == 404
    assert client.post("/api/ask", json={"question": "租赁费是多少"}).json()["status"] == "not_found"


def test_a_form_with_a_file(client):
    response = client.post("/api/documents", files={"file": ("甲 budget.txt", CONTENT)}, headers=SENT)
    assert steps(response)[-1]["document"]["name"] == "甲 budget.txt"
    lacking = client.post("/api/documents", files={"other": ("a.txt", b"x")}, headers=SENT)
    assert (lacking.status_code, lacking.headers["content-type"]) == (422, PROBLEM)
    many = client.post("/api/documents", files=[("file", ("a.txt", b"x"))] * 3, headers=SENT)
    assert (many.status_code, many.headers["content-type"]) == (400, PROBLEM)


@pytest.mark.parametrize(
    "authorization", [None, "", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer \xff"]
)
def test_without_the_token_nothing_is_changed(client, authorization):
    headers = {} if authorization is None else {"Authorization": authorization.encode("latin-1")}
    for response in (
        client.post("/api/documents", params={"name": SHIPPED.name}, content=CONTENT, headers=headers),
        client.delete("/api/documents/1", headers=headers),
    ):
        assert (response.status_code, response.headers["content-type"]) == (401, PROBLEM)
        assert response.headers["www-authenticate"] == "Bearer"
    assert names(client) == []


def test_without_a_token_in_the_settings_nobody_changes_documents(tmp_path):
    with application(Service(Engine.open(tmp_path), Settings.read())) as client:
        for response in (put(client, SHIPPED.name, CONTENT), client.delete("/api/documents/1", headers=SENT)):
            assert (response.status_code, response.headers["content-type"]) == (403, PROBLEM)
            assert "BUDGET_QA_ADMIN_TOKEN is not set" in response.json()["detail"]


def test_a_token_that_can_be_guessed_is_refused():
    with pytest.raises(SettingError, match="BUDGET_QA_ADMIN_TOKEN"):
        Settings.read(admin_token="short")


def test_the_token_is_not_shown_with_the_settings():
    assert TOKEN not in repr(Settings.read(admin_token=TOKEN))


@pytest.mark.parametrize(
    "name",
    ["../../x.pdf", "a/b.pdf", "..\\x.pdf", "C:x.pdf", "x\0.pdf", "", ".pdf", "x" * 300 + ".pdf", "a\n.pdf"],
)
def test_a_hostile_name_is_refused(client, name):
    with pytest.raises(NameRefused):
        checked_name(name)
    response = put(client, name, b"%PDF-1.4")
    assert (response.status_code, response.headers["content-type"]) == (422, PROBLEM)
    assert names(client) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.exe", b"MZ"),
        ("x", b"text"),
        ("x.pdf.exe", b"%PDF-1.4"),
        ("x.pdf", b"MZ\x90\x00"),
        ("x.pdf", b"plain text"),
        ("x.txt", b"\x7fELF"),
        ("x.txt", b"%PDF-1.4"),
        ("x.docx", b"%PDF-1.4"),
        ("x.xlsx", b"<html>"),
    ],
)
def test_a_type_that_is_not_read_is_refused(client, name, content):
    with pytest.raises(TypeRefused):
        checked_type(name, content)
    response = put(client, name, content)
    assert (response.status_code, response.headers["content-type"]) == (415, PROBLEM)


def test_each_format_that_is_read_says_what_it_holds():
    assert set(HOLDS) == set(READERS)


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/document.xml", b" " * (300 << 20))
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.pdf", lambda: b"%PDF-1.4\n1 0 obj <</Type /Catalog", "broken.pdf: "),
        ("bomb.docx", bomb, "far too large"),
        ("empty.txt", lambda: b"", "empty"),
    ],
)
def test_what_cannot_be_read_is_a_problem_and_leaves_the_store_as_it_was(client, name, content, said):
    last = steps(put(client, name, content()))[-1]
    assert (last["stage"], last["problem"]["status"]) == ("failed", 422)
    assert said in last["problem"]["detail"]
    assert names(client) == []


def test_one_document_at_a_time(client, service):
    with service.uploads.turn():
        with pytest.raises(Busy), service.uploads.turn():
            pass
        response = put(client, SHIPPED.name, CONTENT)
        assert (response.status_code, response.headers["content-type"]) == (409, PROBLEM)
        assert int(response.headers["retry-after"]) > 0
    assert steps(put(client, SHIPPED.name, CONTENT))[-1]["stage"] == "done"


def test_too_large_a_file_is_refused(tmp_path):
    settings = Settings.read(admin_token=TOKEN, max_body_bytes=1000)
    with application(Service(Engine.open(tmp_path), settings)) as client:
        for response in (
            put(client, "x.txt", b"x" * 1001),
            put(client, "x.txt", iter([b"x" * 600] * 2)),
            client.post("/api/documents", files={"file": ("x.txt", b"x" * 1001)}, headers=SENT),
        ):
            assert (response.status_code, response.headers["content-type"]) == (413, PROBLEM)


def test_a_client_that_leaves_leaves_nothing_behind(tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    with running(tmp_path, admin_token=TOKEN) as server:
        head = (
            f"POST /api/documents?name=x.txt HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {TOKEN}\r\n"
            f"Content-Length: {len(CONTENT)}\r\n\r\n"
        )
        with server.connected() as leaving:
            leaving.sendall(head.encode() + CONTENT)
            assert leaving.recv(65536).startswith(b"HTTP/1.1 201")
        until = time.monotonic() + 15
        while any(path.name.startswith("budget-qa-") for path in temporary.iterdir()) or children(server):
            assert time.monotonic() < until
            time.sleep(0.1)
        with httpx.Client(base_url=server.address, timeout=60) as client:
            assert names(client) == [SHIPPED.name]
            # One that leaves later leaves the document, whole.
            with client.stream(
                "POST", "/api/documents", params={"name": "x.txt"}, content=CONTENT, headers=SENT
            ) as told:
                assert any(json.loads(line)["stage"] == "embedding" for line in told.iter_lines())
            assert names(client) == [SHIPPED.name, "x.txt"]
        assert "Traceback" not in server.said()


def children(server):
    """The processes that the server has started."""
    listed = Path(f"/proc/{server.process.pid}/task").glob("*/children")
    if not Path("/proc/self/task").is_dir():
        pytest.skip("needs Linux to see the server's processes")
    return "".join(path.read_text() for path in listed)
