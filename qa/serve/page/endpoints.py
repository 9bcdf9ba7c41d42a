"""The page's public endpoints, for Gradio's own clients: the tools that MCP has, and none of the page's events."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import wraps
from inspect import signature

import gradio as gr
from gradio.events import api
from pydantic import ValidationError, validate_call

from qa.serve.metrics import Interface
from qa.serve.service import Service
from qa.serve.tools import TOLD, Tool, Tools


def publish(service: Service) -> None:
    """Add the endpoints to the page that is being built."""
    for tool in Tools(service, Interface.GRADIO).all():
        endpoint = _published(tool)
        api(endpoint, api_name=endpoint.__name__, api_description=endpoint.__doc__, queue=False)


def _published(tool: Tool) -> Callable[..., Awaitable[dict[str, object]]]:
    """The tool as an endpoint: its arguments are checked, which Gradio does not do, and its result is JSON."""
    checked = validate_call(tool)
    names = tuple(signature(tool).parameters)

    @wraps(tool)
    async def called(*given: object) -> dict[str, object]:
        try:
            # By name, so that an error names what is wrong.
            result = await checked(**dict(zip(names, given, strict=True)))
        except ValidationError as error:
            raise gr.Error(_said(error), print_exception=False) from error
        except TOLD as error:
            raise gr.Error(str(error), print_exception=False) from error
        return result.model_dump(mode="json")

    # Gradio tells clients the types by these; `wraps` shares them with the tool itself, which keeps its own.
    called.__annotations__ = {**tool.__annotations__, "return": dict}
    return called


def _said(error: ValidationError) -> str:
    """What is wrong with each argument, without what was sent."""
    return "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors())
