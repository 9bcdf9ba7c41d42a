import asyncio

import pytest
from mcp import Client

from qa.serve.mcp import create_server
from qa.serve.service import Service
from qa.serve.settings import Settings


@pytest.fixture
def call(served):
    """Calls a tool by its name and arguments, as a language model's program does."""
    server = create_server(Service(served.engine, Settings.read()))

    async def called(name, arguments):
        async with Client(server) as client:
            return await client.call_tool(name, arguments)

    return lambda name, **arguments: asyncio.run(called(name, arguments))


def test_an_answer_carries_its_figures_and_sources(call):
    answer = call("ask", question="租赁费是多少").structured_content
    assert answer["values"] == [{"value": "19902679", "unit": "元", "label": "租赁费"}]
    assert answer["evidence"][0]["row"] == "30214 租赁费"


def test_the_documents_and_a_table(call):
    (document,) = call("list_documents").structured_content["documents"]
    assert document["body"] == "上海市大数据中心"
    table = call("get_table", document_id=document["id"], number=7).structured_content
    assert {cell["value"] for cell in table["cells"] if cell["row"] == "30214 租赁费"} == {"19902679"}


def test_passages_are_found(call):
    passages = call("search", text="数据中心主要职能", limit=3).structured_content["passages"]
    assert len(passages) == 3


def test_a_document_that_is_not_there_is_an_error_that_says_so(call):
    result = call("get_table", document_id=999, number=1)
    assert result.is_error
    assert "no document has the id 999" in result.content[0].text
