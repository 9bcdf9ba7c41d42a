"""axe-core holds the page against the rules of WCAG; what it looks at is kept as screenshots."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

AXE = "axe-core@4.14.1"
ARTEFACTS = Path(__file__).parents[2] / "artefacts"
TABS = ("问答", "一览", "文件", "核对")
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def settings():
    """With uploads, whose form is held against the rules too."""
    return {"BUDGET_QA_ADMIN_TOKEN": "geheim-geheim-geheim"}


@pytest.fixture(scope="session")
def axe(tmp_path_factory):
    """axe-core's script, from npm."""
    if not shutil.which("npm"):
        if os.environ.get("CI"):
            pytest.fail("npm is not installed, which CI needs for axe-core")
        pytest.skip("no npm, which axe-core comes from")
    folder = tmp_path_factory.mktemp("axe")
    subprocess.run(["npm", "pack", "--silent", AXE], cwd=folder, check=True, timeout=120)
    (package,) = folder.glob("*.tgz")
    with tarfile.open(package) as archive:
        return archive.extractfile("package/axe.min.js").read().decode()


def kept(page, name):
    """A screenshot for a person to look at."""
    ARTEFACTS.mkdir(exist_ok=True)
    page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)


def findings(page, axe):
    """The serious and critical findings, each with the first element that it is about."""
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    return [(rule["id"], rule["nodes"][0]["html"]) for rule in found if rule["impact"] in GRAVE]


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("shade", ["light", "dark"])
def test_no_tab_has_a_serious_finding(opened, axe, width, shade):
    page = opened(width=width, shade=shade)
    for number, tab in enumerate(TABS):
        page.get_by_role("tab", name=tab).click()
        page.wait_for_timeout(300)
        kept(page, f"{width}-{shade}-{number}")
        assert findings(page, axe) == []


@pytest.mark.parametrize("width", [375, 1440])
@pytest.mark.parametrize("shade", ["light", "dark"])
def test_an_answer_and_its_source_have_no_serious_finding(opened, axe, width, shade):
    page = opened("?q=租赁费是多少", width=width, shade=shade)
    page.click(".source")
    page.wait_for_selector("#panel td.marked")
    kept(page, f"{width}-{shade}-answer")
    assert findings(page, axe) == []


def test_in_english_too(opened, axe):
    page = opened("?q=What is the total expenditure?", language="en-US")
    page.wait_for_selector("#panel .marked")
    kept(page, "1440-english-answer")
    assert findings(page, axe) == []


def test_the_form_for_a_document_has_no_serious_finding(opened, axe):
    page = opened()
    page.get_by_role("tab", name="文件").click()
    page.wait_for_selector(".upload")
    page.get_by_role("tab", name="问答").click()
    page.fill("#question textarea", "租赁费是多少")
    page.press("#question textarea", "Enter")
    page.click("#turn-1 summary")
    kept(page, "1440-light-rating")
    assert findings(page, axe) == []
    page.get_by_role("tab", name="文件").click()
    kept(page, "1440-light-upload")
    assert findings(page, axe) == []
