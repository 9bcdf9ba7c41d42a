"""What stands before every route: limits of size, of time and of how often; each a pure ASGI middleware."""

from __future__ import annotations

from qa.serve.guards.body import BodyLimit
from qa.serve.guards.patience import Patience
from qa.serve.guards.rate import RateLimit

__all__ = ["BodyLimit", "Patience", "RateLimit"]
