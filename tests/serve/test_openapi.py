"""The server keeps to its own OpenAPI document, whatever is sent to it."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
OPERATIONS = (
    "DELETE /api/documents/{document}",
    "GET /api/answers.md",
    "GET /api/documents",
    "GET /api/documents/{document}",
    "GET /api/documents/{document}/file",
    "GET /api/documents/{document}/pages/{page}.png",
    "GET /api/documents/{document}/tables/{number}.csv",
    "GET /api/documents/{document}/tables/{number}.xlsx",
    "GET /api/search",
    "GET /healthz",
    "GET /metrics",
    "POST /api/ask",
    "POST /api/batch",
    "POST /api/documents",
    "POST /api/feedback",
)

# The same examples each time: what fails is to fail again.
examples = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@schemathesis.serializer("application/x-ndjson")
def as_lines(_, value):
    """What the document calls a string is sent as it is."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "backslashreplace")


@pytest.fixture(scope="module")
def operations(server):
    """Each operation of the document by its method and path."""
    schema = schemathesis.openapi.from_url(f"{server.address}/openapi.json")
    return {found.ok().label: found.ok() for found in schema.get_all_operations()}


def test_every_operation_is_tried(operations):
    assert sorted(operations) == sorted(OPERATIONS)


@pytest.mark.parametrize("label", OPERATIONS)
def test_every_response_is_a_documented_one(operations, label):
    cases = operations[label].as_strategy() | operations[label].as_strategy(
        generation_mode=schemathesis.GenerationMode.NEGATIVE
    )

    @examples
    @given(cases)
    def validated(case):
        case.call_and_validate(checks=CHECKS)

    validated()
