"""`budget-qa mcp` as a language model's program runs it: the official client, over standard input and output."""

import asyncio
import sys

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from server_processes import ROOT, environment

CALLS = (
    ("ask", {"question": "一网通办 budget?"}),
    ("ask", {"question": "占总支出的多少？", "history": ["租赁费是多少"], "document": "大数据中心"}),
    ("search", {"text": "数据中心主要职能", "limit": 3}),
    ("list_documents", {}),
    ("get_table", {"document_id": 1, "number": 7}),
    ("get_table", {"document_id": 1, "number": 99}),
    ("ask", {"question": "租赁费是多少", "document": "../../etc/passwd"}),
)


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """The names of the tools, and what each of `CALLS` gives, of one run of the program."""
    parameters = StdioServerParameters(
        command=sys.executable,
        args=["-m", "qa", "mcp"],
        cwd=ROOT,
        env=environment(tmp_path_factory.mktemp("stdio")),
    )

    async def spoken():
        async with Client(stdio_client(parameters)) as client:
            tools = await client.list_tools()
            return {tool.name for tool in tools.tools}, [await client.call_tool(*call) for call in CALLS]

    return asyncio.run(spoken())


def test_every_tool_is_there_and_called(session):
    tools, _ = session
    assert tools == {name for name, _ in CALLS} == {"ask", "search", "list_documents", "get_table"}


def test_the_figures_and_their_sources(session):
    both, share = (result.structured_content for result in session[1][:2])
    assert [value["value"] for value in both["values"]] == ["18050.50", "1768.39", "19818.89"]
    assert [evidence["lines"] for evidence in both["evidence"]] == [[451, 451], [524, 524]]
    assert [(value["value"], value["unit"]) for value in share["values"]] == [("3.58", "%")]


def test_passages_documents_and_a_table(session):
    found, listed, table = (result.structured_content for result in session[1][2:5])
    assert [passage["document_id"] for passage in found["passages"]] == [1, 1, 1]
    assert [(d["id"], d["body"], d["tables"]) for d in listed["documents"]] == [(1, "上海市大数据中心", 8)]
    assert {c["value"] for c in table["cells"] if c["row"] == "30214 租赁费"} == {"19902679"}


def test_what_is_not_there_is_an_error_in_words(session):
    table, document = session[1][5:]
    assert table.is_error
    assert "has no table 99: it has 8" in table.content[0].text
    assert document.is_error
    assert "no document is called '../../etc/passwd'" in document.content[0].text
