"""What the server counts of its work, as Prometheus reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from qa.answer import Answer

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Bounds of the buckets of the time of an answer: a figure takes one millisecond, a passage some thirty."""


class Interface(StrEnum):
    """By which way a question came."""

    PAGE = "page"
    HTTP = "http"
    BATCH = "batch"
    MCP = "mcp"
    GRADIO = "gradio"


class Metrics:
    """Counters of one server; it has a registry of its own, so that several may live in one process."""

    def __init__(self, documents: Callable[[], int]) -> None:
        self._registry = CollectorRegistry()
        self._questions = Counter(
            "budget_qa_questions", "Questions answered.", ("interface", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "budget_qa_answer_seconds",
            "Time of the engine for an answer.",
            ("interface",),
            buckets=SECONDS,
            registry=self._registry,
        )
        self._asked = Gauge("budget_qa_in_flight", "Questions being answered.", registry=self._registry)
        stored = Gauge("budget_qa_documents", "Documents in the store.", registry=self._registry)
        stored.set_function(documents)

    @contextmanager
    def in_flight(self) -> Iterator[None]:
        """A question is being answered inside of the block."""
        with self._asked.track_inprogress():
            yield

    def answered(self, interface: Interface, answer: Answer) -> None:
        """Count an answer."""
        self._questions.labels(interface, answer.status).inc()
        self._seconds.labels(interface).observe(answer.elapsed_ms / 1000)

    def text(self) -> bytes:
        """All of it in Prometheus' text format."""
        return generate_latest(self._registry)
