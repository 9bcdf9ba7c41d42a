"""What the page sends: an opinion of an answer, a document to take in; and what it hands out."""

import sqlite3

import pytest

TOKEN = "geheim-geheim-geheim"
BOX = "#question textarea"
HOSTILE = "<img src=x onerror=alert(1)>\"'${alert(1)}{{value}}"


@pytest.fixture(scope="module")
def settings():
    return {"BUDGET_QA_ADMIN_TOKEN": TOKEN}


def upload(page, tmp_path, token, text, name="江海市档案馆2024年部门预算.txt"):
    path = tmp_path / name
    path.write_text(text, "utf-8")
    page.get_by_role("tab", name="文件").click()
    page.set_input_files(".upload input[type=file]", path)
    page.fill(".upload input[type=password]", token)
    page.click(".upload button")


def listed(page, name):
    """Wait for a document in the list: the first that is taken in waits for the embeddings of those that ship."""
    page.wait_for_selector(f"#documents :text('{name}')", timeout=120_000)


def test_an_opinion_is_kept_with_the_answer(opened, store):
    page = opened("?q=会议费是多少")
    page.click("#turn-1 summary")
    page.check("#turn-1 input[value='wrong figure']")
    page.fill("#turn-1 input[name=comment]", "应当是别的数")
    page.click("#turn-1 form button")
    page.wait_for_selector("#turn-1 output:has-text('已记下')")
    with sqlite3.connect(store) as kept:
        assert kept.execute("SELECT question, opinion, comment FROM feedback").fetchall() == [
            ("会议费是多少", "wrong figure", "应当是别的数")
        ]


def test_an_answer_and_a_table_are_handed_out_as_files(opened):
    page = opened("?q=会议费是多少")
    with page.expect_download() as answer:
        page.click("#turn-1 .actions a")
    assert "**27,040元**" in answer.value.path().read_text("utf-8")
    page.click("#turn-1 .source")
    with page.expect_download() as table:
        page.click("#panel a:has-text('XLSX')")
    assert table.value.path().read_bytes().startswith(b"PK")


def test_a_document_is_taken_in_with_the_token_and_can_be_asked(opened, tmp_path):
    page = opened()
    upload(page, tmp_path, TOKEN, "江海市档案馆2024年部门预算\n编制说明\n2024年，支出预算300万元。\n")
    listed(page, "江海市档案馆2024年部门预算.txt")
    page.get_by_role("tab", name="问答").click()
    page.fill(BOX, "江海市档案馆2024年支出预算是多少")
    page.press(BOX, "Enter")
    page.wait_for_selector("#turn-1")
    assert page.inner_text("#turn-1 .figure strong") == "300"


def test_a_wrong_token_takes_nothing_in(opened, tmp_path):
    page = opened()
    upload(page, tmp_path, "another-token-than-that", "某局2024年部门预算\n", "某局.txt")
    page.wait_for_selector(".upload output:has-text('send the admin token')")
    assert page.locator("#documents :text('某局.txt')").count() == 0


def test_a_hostile_document_is_shown_as_text_everywhere(opened, tmp_path):
    page = opened()
    text = f"江海市气象局2024年部门预算\n编制说明\n2024年，{HOSTILE}支出预算500万元。\n"
    upload(page, tmp_path, TOKEN, text, "江海市气象局2024年部门预算.txt")
    listed(page, "江海市气象局2024年部门预算.txt")
    for tab in ("一览", "核对", "问答"):
        page.get_by_role("tab", name=tab).click()
    page.fill(BOX, "江海市气象局2024年支出预算是多少")
    page.press(BOX, "Enter")
    page.wait_for_selector("#turn-1 .source")
    page.click("#turn-1 .source")
    page.wait_for_selector("#panel mark")
    assert "<img src=x onerror=alert(1)>" in page.inner_text("#panel mark")
    again = opened(page.get_attribute("#panel [data-copy]", "href").removeprefix("./"))
    assert "${alert(1)}" in again.inner_text("#panel mark")
