"""What the OpenAPI document shows as an example is what the server answers."""

from qa.serve.api import examples


def test_the_answer(client):
    answer = client.post("/api/ask", json=examples.QUESTION).json()
    shown = {**examples.ANSWER, "elapsed_ms": answer["elapsed_ms"], "query": answer["query"]}
    assert answer == shown
    assert answer["query"]["op"] == examples.ANSWER["query"]["op"]


def test_the_batch(client):
    answers = client.post("/api/batch", content=examples.BATCH).text.splitlines()
    assert len(answers) == 2
    assert '"status": "answered"' in answers[0]
    assert "invalid" not in answers[1]


def test_the_exports(client, served):
    (record,) = served.records()
    markdown = client.get("/api/answers.md", params={"question": examples.QUESTION["question"]})
    assert markdown.text.startswith(examples.MARKDOWN)
    lines = client.get(f"/api/documents/{record.id}/tables/7.csv").text.splitlines()
    assert set(examples.CSV.splitlines()) <= set(lines)


def test_every_operation_that_takes_or_gives_a_body_shows_one(client):
    document = client.get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    assert all(schemas[name]["examples"] for name in ("Question", "AnswerModel", "Judged"))
    texts = {
        (method, path)
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for response in operation["responses"].values()
        for content in response.get("content", {}).values()
        if "example" in content
    }
    assert texts >= {
        ("get", "/api/answers.md"),
        ("get", "/api/documents/{document}/tables/{number}.csv"),
        ("post", "/api/documents"),
    }
