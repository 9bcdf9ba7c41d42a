import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ADDRESS = re.compile(r"http://\S+?/(?= )")


@pytest.fixture(scope="module")
def settings():
    """The server's settings, which a module may have others of."""
    return {}


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The folder of the server's data."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def store(data):
    """The file of the server's store."""
    return data / "budget-qa" / "store.sqlite"


@pytest.fixture(scope="module")
def address(data, settings):
    """The address of a server of its own, over the documents that ship."""
    environment = {**os.environ, "XDG_DATA_HOME": str(data), **settings}
    environment.pop("BUDGET_QA_STORE", None)
    command = [sys.executable, str(ROOT / "app.py"), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=environment) as server:
        yield ADDRESS.search(server.stderr.readline())[0]
        server.terminate()


# Of the module alone: its event loop runs for as long as it is open, and other tests have their own.
@pytest.fixture(scope="module")
def browser():
    if not CHROMIUM.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{CHROMIUM} is not installed, which CI needs")
        pytest.skip(f"no browser: {CHROMIUM} is not installed (Debian's package chromium)")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def opened(browser, address):
    """Opens the page in a browser of a width and language; a request to another host, or an error, fails the test."""
    contexts, wrong = [], []

    def page(query="", width=1440, language="zh-CN", shade="light"):
        context = browser.new_context(
            locale=language, viewport={"width": width, "height": 900}, color_scheme=shade
        )
        contexts.append(context)
        tab = context.new_page()
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("dialog", lambda dialog: wrong.append(dialog.message))
        tab.on("request", lambda sent: wrong.append(sent.url) if not _own(sent.url, address) else None)
        tab.goto(address + query)
        tab.wait_for_selector("#log .greeting, #log .turn")
        return tab

    yield page
    for context in contexts:
        context.close()
    assert wrong == []


def _own(url, address):
    return url.startswith((address, "data:", "blob:"))
