"""The same answers as tools of a language model, by the Model Context Protocol: at `/mcp`, and over stdio."""

from __future__ import annotations

from functools import wraps

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import BaseModel

from qa.serve.metrics import Interface
from qa.serve.service import Service
from qa.serve.tools import TOLD, Tool, Tools

INSTRUCTIONS = """\
Answers questions over published Chinese public budgets and final accounts (预算, 决算). No language model is
involved: every figure is read from a document or computed from such figures in the open.

Quote `values` with their units as they are, never rounded or converted by yourself, and name the source of each
from `evidence` (document, table, row, column, line or page) together with its `quote`, verbatim. Say a sum or a
share only if it is in `values`, with its line of `derivation`. `not_found` and `invalid` are answers: say that the
documents do not say it, and offer `choices`; never fill in a figure from memory or from a similar name. For
`ambiguous`, give every reading with its label, or ask which one is meant.\
"""

READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def create_server(service: Service) -> MCPServer[object]:
    """The tools over one service; none keeps anything between two calls."""
    server: MCPServer[object] = MCPServer(
        "budget-qa", title="预算问答 Budget questions", instructions=INSTRUCTIONS, log_level="WARNING"
    )
    for tool in Tools(service, Interface.MCP).all():
        server.add_tool(_told(tool), annotations=READ_ONLY, structured_output=True)
    return server


def _told(tool: Tool) -> Tool:
    """The tool, with what the model can put right as an error that it reads; anything else is logged."""

    @wraps(tool)
    async def called(*args: object, **kwargs: object) -> BaseModel:
        try:
            return await tool(*args, **kwargs)
        except TOLD as error:
            raise ToolError(str(error)) from error

    return called
