"""A server of its own for measurements, over the documents that ship."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://\S+?(?=/ )")


@contextmanager
def served() -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The process of `python app.py` in an empty data folder, without a limit of rate, and its address."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "XDG_DATA_HOME": data, "BUDGET_QA_RATE": "0"}
        environment.pop("BUDGET_QA_STORE", None)
        command = [sys.executable, str(ROOT / "app.py"), "--port", "0"]
        with subprocess.Popen(
            command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment
        ) as server:
            found = ADDRESS.search(server.stderr.readline()) if server.stderr else None
            if found is None:
                raise RuntimeError("the server did not say its address")
            yield server, found[0]
            server.terminate()
