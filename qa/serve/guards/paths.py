"""Where a request goes, wherever the server is mounted."""

from __future__ import annotations

from starlette.types import Scope


def path_of(scope: Scope) -> str:
    """The path of a request below the root path that a proxy has stripped off."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))
