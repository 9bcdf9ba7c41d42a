"""The real process under clients that are slow, leave, send too much, or look for files."""

import json
import re
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from server_processes import WAIT, answered, everything, running

PROBLEM = "application/problem+json"
QUESTIONS = (
    "一网通办 budget?",
    "租赁费是多少",
    "会议费",
    "三公经费是多少",
    "2021年预算支出总额是多少？",
    "功能分类科目2080506的预算是多少？",
    "哪个项目的预算最多",
    "福利费占基本支出的多少？",
)


@pytest.fixture
def goes_on(server):
    """Whatever a client did: the server still answers, with the right figure."""
    yield
    assert asked(server.address, "租赁费是多少")["values"][0]["value"] == "19902679"


def asked(address, question):
    response = httpx.post(f"{address}/api/ask", json={"question": question}, timeout=60)
    assert response.status_code == 200
    answer = response.json()
    del answer["elapsed_ms"]
    return answer


def parsed(response):
    """The status, the headers and the body of a raw response."""
    head, _, body = response.partition(b"\r\n\r\n")
    first, *lines = head.decode("ascii").split("\r\n")
    return int(first.split()[1]), {k.lower(): v for k, v in (x.split(": ", 1) for x in lines)}, body


@pytest.mark.usefixtures("goes_on")
def test_a_head_that_never_ends_is_cut_off(server):
    from qa.serve.protocol import HEAD_SECONDS

    with server.connected(HEAD_SECONDS + 10) as slow:
        slow.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        start = time.monotonic()
        slow.settimeout(1)
        try:
            while time.monotonic() < start + HEAD_SECONDS + 8:
                slow.sendall(b"X-Drip: 1\r\n")
                try:
                    if slow.recv(1024) == b"":
                        break
                except TimeoutError:
                    continue
        except ConnectionError:
            pass
        assert HEAD_SECONDS - 2 < time.monotonic() - start < HEAD_SECONDS + 5


@pytest.mark.usefixtures("goes_on")
@pytest.mark.parametrize("drips", [0, 20])
def test_a_body_that_does_not_come_is_answered_within_the_limit(server, drips):
    with server.connected() as slow:
        slow.sendall(
            b"POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"
        )
        start = time.monotonic()
        for _ in range(drips):
            time.sleep(WAIT / 16)
            try:
                slow.sendall(b" ")
            except ConnectionError:
                break
        status, headers, body = parsed(everything(slow))
        assert time.monotonic() - start < WAIT * 2
    assert (status, headers["content-type"], headers["connection"]) == (408, PROBLEM, "close")
    assert json.loads(body)["status"] == 408


@pytest.mark.usefixtures("goes_on")
def test_a_batch_that_stands_still_ends_with_a_line_that_says_so(server):
    line = json.dumps({"id": 1, "question": "租赁费是多少"}).encode() + b"\n"
    with server.connected() as slow:
        slow.sendall(b"POST /api/batch HTTP/1.1\r\nHost: x\r\nContent-Length: 10000\r\n\r\n" + line)
        status, _, body = parsed(everything(slow))
    answers = [json.loads(found) for found in re.findall(rb"^\{.*\}\r?$", body, re.MULTILINE)]
    assert status == 200
    assert [answer["status"] for answer in answers] == ["answered", "invalid"]
    assert f"nothing came for {WAIT} seconds" in answers[1]["text"]


@pytest.mark.usefixtures("goes_on")
def test_a_client_that_leaves_half_way_through_a_batch(server):
    lines = b"".join(
        json.dumps({"id": n, "question": q}).encode() + b"\n" for n, q in enumerate(QUESTIONS * 9)
    )
    for _ in range(4):
        with server.connected() as leaving:
            head = f"POST /api/batch HTTP/1.1\r\nHost: x\r\nContent-Length: {len(lines) + 9}\r\n\r\n"
            leaving.sendall(head.encode() + lines)
            assert leaving.recv(100).startswith(b"HTTP/1.1 200")
    gauge = re.compile(r"^budget_qa_in_flight (\S+)$", re.MULTILINE)
    until = time.monotonic() + 10
    while float(gauge.search(httpx.get(f"{server.address}/metrics").text)[1]):
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.usefixtures("goes_on")
@pytest.mark.parametrize("path", ["/api/ask", "/mcp", "/gradio_api/run/predict"])
def test_a_body_that_is_too_large_is_refused_with_a_declared_length(server, path):
    with server.connected() as large:
        large.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n".encode())
        status, headers, body = parsed(answered(large))
    assert (status, headers["content-type"]) == (413, PROBLEM)
    assert json.loads(body)["status"] == 413


@pytest.mark.usefixtures("goes_on")
@pytest.mark.parametrize("path", ["/api/ask", "/mcp"])
def test_a_body_that_is_too_large_is_refused_in_chunks_without_a_length(server, path):
    def chunks():
        for _ in range(40):
            yield b" " * 16384

    headers = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
    response = httpx.post(server.address + path, content=chunks(), headers=headers)
    assert response.status_code == 413
    assert response.headers["content-type"] == PROBLEM


def test_sixteen_questions_at_once_are_answered_as_one_by_one(server):
    alone = {question: asked(server.address, question) for question in QUESTIONS}
    with ThreadPoolExecutor(16) as clients:
        together = list(clients.map(lambda question: asked(server.address, question), QUESTIONS * 8))
    assert together == [alone[question] for question in QUESTIONS] * 8
    assert alone["会议费"]["values"][0]["value"] == "27040"


HOSTILE_PATHS = (
    "/api/documents/../../../../etc/passwd",
    "/api/documents/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/api/documents/..%5c..%5cwindows",
    "/api/documents/1%00/file",
    "/api/documents/1/tables/..%2f..%2f..%2fetc%2fpasswd.csv",
    "/api/documents/1/tables/1.csv%00.html",
    "/api/documents/1/file/../../../../../etc/passwd",
    "/api/documents/-1/file",
    "/api/documents/99999999999999999999999/file",
    "/api/documents/１/file",
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file=../../../../etc/passwd",
    "/gradio_api/file%3D%2Fetc%2Fpasswd",
    "/file=/etc/passwd",
    "/assets/../../../../../../etc/passwd",
    "/assets/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/static/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/theme.css/..%2f..%2fetc%2fpasswd",
    "/custom_component/..%2f..%2fx/client/component/..%2f..%2fetc%2fpasswd",
)


@pytest.mark.usefixtures("goes_on")
@pytest.mark.parametrize("path", HOSTILE_PATHS)
def test_no_path_leads_out_of_what_is_served(server, path):
    with server.connected() as plain:
        # By hand, since a client would tidy the path.
        request = f"GET {path} HTTP/1.1\r\nHost: {server.address[7:]}\r\nConnection: close\r\n\r\n"
        plain.sendall(request.encode())
        status, _, body = parsed(everything(plain))
    assert 400 <= status < 500
    assert b"root:" not in body


@pytest.mark.usefixtures("goes_on")
def test_a_document_that_is_named_is_looked_for_in_the_store_alone(server):
    for name in ("../../../../etc/passwd", "/etc/passwd", "..\\..\\x", "\0"):
        for given in (
            httpx.post(f"{server.address}/api/ask", json={"question": "租赁费", "document": name}),
            httpx.get(f"{server.address}/api/search", params={"q": "x", "document": name}),
        ):
            assert (given.status_code, given.headers["content-type"]) == (422, PROBLEM)


@pytest.mark.usefixtures("goes_on")
@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/api/ask", "POST"),
        ("PUT", "/api/batch", "POST"),
        ("PATCH", "/api/search", "GET"),
        ("POST", "/healthz", "GET"),
        ("POST", "/metrics", "GET"),
    ],
)
def test_a_wrong_method_is_told_the_right_one(server, method, path, allowed):
    response = httpx.request(method, server.address + path)
    assert (response.status_code, response.headers["content-type"]) == (405, PROBLEM)
    assert allowed in response.headers["allow"]


@pytest.mark.usefixtures("goes_on")
def test_what_is_no_http_is_cut_off(server):
    with server.connected() as rude:
        rude.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
        assert everything(rude).startswith(b"HTTP/1.1 400")


def test_a_client_over_its_rate_is_told_when_to_come_back(tmp_path):
    with running(tmp_path, rate=5) as server:
        answers = [httpx.get(f"{server.address}/api/documents") for _ in range(7)]
        assert [answer.status_code for answer in answers] == [200] * 5 + [429] * 2
        assert answers[-1].headers["content-type"] == PROBLEM
        assert int(answers[-1].headers["retry-after"]) > 0
        assert httpx.get(f"{server.address}/healthz").status_code == 200


def test_a_server_that_is_told_to_stop_finishes_what_it_has_begun(tmp_path):
    with running(tmp_path) as server:
        lines = [json.dumps({"id": n, "question": q}).encode() + b"\n" for n, q in enumerate(QUESTIONS)]
        with server.connected() as client:
            head = f"POST /api/batch HTTP/1.1\r\nHost: x\r\nContent-Length: {sum(map(len, lines))}\r\n\r\n"
            client.sendall(head.encode() + lines[0])
            first = client.recv(65536)
            start = time.monotonic()
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            client.sendall(b"".join(lines[1:]))
            body = first + everything(client)
        assert server.process.wait(20) in (0, -signal.SIGTERM)
        assert time.monotonic() - start < 15
        told = [int(number) for number in re.findall(rb'"id": (\d+)', body)]
        assert told == list(range(len(QUESTIONS)))
        assert "Traceback" not in server.said()
