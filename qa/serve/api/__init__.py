"""HTTP: what is asked and answered as JSON, and the routes."""

from __future__ import annotations

from qa.serve.api import asking, exports, feedback, library, operations, pages, uploads

__all__ = ["ROUTERS"]

ROUTERS = (
    asking.router,
    exports.router,
    feedback.router,
    library.router,
    operations.router,
    pages.router,
    uploads.router,
)
"""All routes; those under `/api` and those that a monitor reads."""
