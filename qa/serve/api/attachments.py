"""Files in responses: a document's Chinese name as its name, and nothing that runs in a browser."""

from __future__ import annotations

import re
from urllib.parse import quote

from starlette.responses import Response

NOT_IN_A_NAME = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]+')
LONGEST_NAME = 120


def file_response(content: bytes, name: str, media_type: str, shown: str = "attachment") -> Response:
    """The response with a file of that name (RFC 6266, its letters by RFC 5987); `shown` may be `inline`."""
    # A browser takes the directories off by itself, and other clients may not.
    safe = NOT_IN_A_NAME.sub("_", name)[-LONGEST_NAME:]
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f"{shown}; filename*=UTF-8''{quote(safe, safe='')}",
            "Content-Security-Policy": "sandbox",
            "X-Content-Type-Options": "nosniff",
        },
    )
