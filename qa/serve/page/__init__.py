"""The chat page: built over whatever answers questions, mounted into the server's application.

Importing this imports Gradio, which takes seconds: only the server does.
"""

from __future__ import annotations

import os

# Before Gradio is imported: the page asks no other host for anything.
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

from gradio import mount_gradio_app

from qa.serve.page.blocks import build, looks

__all__ = ["build", "looks", "mount_gradio_app"]
