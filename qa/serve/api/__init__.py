"""HTTP: what is asked and answered as JSON, and the routes."""

from __future__ import annotations

from qa.serve.api import asking, library, operations, pages

__all__ = ["ROUTERS"]

ROUTERS = (asking.router, library.router, pages.router, operations.router)
"""All routes; those under `/api` and those that a monitor reads."""
