"""What Gradio's own client sees of the server: the tools, and none of the page's events."""

import re

import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError


@pytest.fixture(scope="module")
def remote(server):
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("HF_HUB_OFFLINE", "1")
        client = Client(server.address, verbose=False)
        yield client
        client.close()


def test_exactly_the_tools_are_public(remote):
    seen = remote.view_api(return_format="dict")
    assert seen["unnamed_endpoints"] == {}
    types = {
        name: {p["parameter_name"]: p["python_type"]["type"] for p in endpoint["parameters"]}
        for name, endpoint in seen["named_endpoints"].items()
    }
    assert types == {
        "/ask": {"question": "str", "history": "None | list[str]", "document": "None | str"},
        "/search": {"text": "str", "limit": "int", "document": "None | str"},
        "/list_documents": {},
        "/get_table": {"document_id": "int", "number": "int"},
    }


def test_the_figures_and_their_sources(remote):
    both = remote.predict("一网通办 budget?", api_name="/ask")
    assert [value["value"] for value in both["values"]] == ["18050.50", "1768.39", "19818.89"]
    assert [evidence["lines"] for evidence in both["evidence"]] == [[451, 451], [524, 524]]
    share = remote.predict("占总支出的多少？", history=["租赁费是多少"], api_name="/ask")
    assert [(value["value"], value["unit"]) for value in share["values"]] == [("3.58", "%")]


def test_passages_documents_and_a_table(remote):
    found = remote.predict("数据中心主要职能", limit=3, api_name="/search")
    assert [passage["document_id"] for passage in found["passages"]] == [1, 1, 1]
    (document,) = remote.predict(api_name="/list_documents")["documents"]
    assert (document["body"], document["tables"]) == ("上海市大数据中心", 8)
    table = remote.predict(document["id"], 7, api_name="/get_table")
    assert {c["value"] for c in table["cells"] if c["row"] == "30214 租赁费"} == {"19902679"}


@pytest.mark.parametrize(
    ("endpoint", "arguments", "said"),
    [
        ("/get_table", (1, 99), "has no table 99"),
        ("/get_table", (0, 1), "document_id: Input should be greater than or equal to 1"),
        ("/get_table", ("x", 1), "document_id: Input should be a valid integer"),
        ("/search", ("",), "text: String should have at least 1 character"),
        ("/search", ("x", 99), "limit: Input should be less than or equal to 50"),
        ("/ask", ("租赁费", [], "no such document"), "no document is called"),
        ("/ask", ({"a": 1},), "question: Input should be a valid string"),
    ],
)
def test_what_cannot_be_carried_out_is_said(remote, endpoint, arguments, said):
    with pytest.raises(AppError, match=re.escape(said)):
        remote.predict(*arguments, api_name=endpoint)
