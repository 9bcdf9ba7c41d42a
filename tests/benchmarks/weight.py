"""What the page weighs before the first question: `python tests/benchmarks/weight.py` (it needs Debian's chromium).

Bytes are those that go over the line, compressed where the server compresses.
"""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table
from serving import served

CHROMIUM = "/usr/bin/chromium"
SETTLED = 3000
"""Milliseconds after the greeting in which the page asks for its last files."""


def main() -> None:
    """Print the requests and bytes of each kind of file, and the hosts that they went to."""
    kinds: dict[str, str] = {}
    requests: Counter[str] = Counter()
    received: Counter[str] = Counter()
    hosts: set[str] = set()

    def answered(event: dict[str, Any]) -> None:
        url = urlsplit(event["response"]["url"])
        if url.scheme.startswith("http"):
            kinds[event["requestId"]] = event["type"]
            hosts.add(url.netloc)

    def ended(event: dict[str, Any]) -> None:
        if kind := kinds.get(event["requestId"]):
            requests[kind] += 1
            received[kind] += event["encodedDataLength"]

    with served() as (_, address), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        network = page.context.new_cdp_session(page)
        network.on("Network.responseReceived", answered)
        network.on("Network.loadingFinished", ended)
        network.send("Network.enable")
        page.goto(address)
        page.wait_for_selector("#log .greeting")
        page.wait_for_timeout(SETTLED)
        browser.close()
    table = Table("kind", "requests", "kB", title=f"from {', '.join(sorted(hosts))}")
    for kind, size in received.most_common():
        table.add_row(kind.lower(), str(requests[kind]), f"{size / 1000:,.0f}")
    table.add_row("all", str(requests.total()), f"{received.total() / 1000:,.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
