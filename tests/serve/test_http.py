import json

import pytest


def test_both_figures_and_their_sum(client):
    answer = client.post("/api/ask", json={"question": "一网通办 budget?"}).json()
    assert [(value["value"], value["unit"]) for value in answer["values"]] == [
        ("18050.50", "万元"),
        ("1768.39", "万元"),
        ("19818.89", "万元"),
    ]
    assert answer["derivation"] == ["18,050.50 + 1,768.39 = 19,818.89万元"]


def test_a_refusal_is_an_answer(client):
    response = client.post("/api/ask", json={"question": "北京市教育局的预算是多少"})
    assert (response.status_code, response.json()["status"]) == (200, "not_found")
    assert response.json()["values"] == []


def test_a_question_goes_on_from_those_before_it(client):
    asked = {"question": "占总支出的多少？", "history": ["租赁费是多少"]}
    (value,) = client.post("/api/ask", json=asked).json()["values"]
    assert (value["value"], value["unit"]) == ("3.58", "%")


def test_a_batch_answers_each_line_and_goes_on_after_a_bad_one(client):
    lines = [
        json.dumps({"id": "1", "question": "租赁费是多少"}),
        "{",
        json.dumps({"id": "3", "question": "会议费"}),
    ]
    response = client.post("/api/batch", content="\n".join(lines))
    answers = [json.loads(line) for line in response.text.splitlines()]
    assert [answer["status"] for answer in answers] == ["answered", "invalid", "answered"]
    assert [answer["values"][0]["value"] for answer in (answers[0], answers[2])] == ["19902679", "27040"]


def test_the_documents_and_a_tables_cells(client):
    (document,) = client.get("/api/documents").json()["documents"]
    assert (document["body"], document["year"], document["kind"]) == ("上海市大数据中心", 2021, "部门预算")
    table = client.get(f"/api/documents/{document['id']}/tables/7.csv").text.splitlines()
    assert next(line.split(",")[1:4] for line in table if "租赁费" in line) == [
        "30214 租赁费",
        "一般公共预算基本支出 / 合计",
        "19902679",
    ]


def test_the_file_is_handed_out_as_it_was_read(client, served):
    (record,) = served.records()
    response = client.get(f"/api/documents/{record.id}/file")
    assert response.content == served.engine.store.content(record.id)
    assert response.headers["content-security-policy"] == "sandbox"
    assert response.headers["content-disposition"].startswith("inline; filename*=UTF-8''")


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/documents/999", 404),
        ("GET", "/api/documents/..%2f..%2fetc%2fpasswd", 404),
        ("GET", "/api/documents/0", 422),
        ("GET", "/api/documents/1/tables/99.csv", 404),
        ("GET", "/api/ask", 405),
        ("GET", "/api/nothing", 404),
        ("GET", "/api/search", 422),
        ("POST", "/gradio_api/upload", 404),
    ],
)
def test_what_cannot_be_carried_out_is_a_problem(client, method, path, status):
    response = client.request(method, path)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["status"] == status


def test_a_body_that_is_too_large_is_refused_and_the_server_goes_on(client):
    response = client.post("/api/ask", content=b"x" * 300_000, headers={"content-type": "application/json"})
    assert response.status_code == 413
    assert client.get("/healthz").json()["status"] == "ok"


def test_metrics_count_the_questions(client):
    client.post("/api/ask", json={"question": "租赁费是多少"})
    assert 'budget_qa_questions_total{interface="http",status="answered"}' in client.get("/metrics").text


def test_the_page_is_there(client):
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("1/pages/1.png", 404),
        ("99/pages/1.png", 404),
        ("1/pages/0.png", 422),
        ("1/pages/1.png?box=1,2,3", 422),
        ("1/pages/1.png?box=1,2,3,nan", 422),
        ("1/pages/1.png?" + "&".join(["box=1,2,3,4"] * 21), 422),
    ],
)
def test_only_pages_that_are_laid_out_have_an_image(client, asked, status):
    response = client.get(f"/api/documents/{asked}")
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
