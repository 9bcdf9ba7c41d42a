import pytest

BOX = "#question textarea"


def ask(page, question):
    turns = page.locator(".turn").count()
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_selector(f"#turn-{turns + 1}")


@pytest.mark.parametrize("width", [375, 1440])
def test_both_figures_their_sum_and_the_marked_source(opened, width):
    page = opened(width=width)
    ask(page, "一网通办 budget?")
    assert page.locator(".figure strong").all_inner_texts() == ["18,050.50", "1,768.39", "19,818.89"]
    assert page.locator(".step").inner_text() == "算式 18,050.50 + 1,768.39 = 19,818.89万元"
    page.click(".source >> nth=1")
    page.wait_for_selector("#panel mark:has-text('1,768.39')")
    assert page.inner_text("#panel mark") == "年度财政资金预算安排1,768.39万元。"


def test_a_choice_is_asked_and_a_question_goes_on_from_it(opened):
    page = opened()
    ask(page, "一网通办 budget?")
    page.click("text=“一网通办”运营服务费是多少？ >> nth=-1")
    page.wait_for_selector("#turn-2")
    assert page.locator("#turn-2 .figure strong").all_inner_texts() == ["18,050.50"]
    ask(page, "立项依据有几条？")
    assert page.locator("#turn-3 .figure.headline").count() == 1


def test_the_cell_of_a_figure_is_marked_and_its_address_opens_it_again(opened):
    page = opened()
    ask(page, "租赁费是多少")
    assert page.inner_text("#panel td.marked") == "19,902,679"
    link = page.get_attribute("#panel [data-copy]", "href")
    again = opened(link.removeprefix("./"))
    again.wait_for_selector("#panel td.marked")
    assert again.inner_text("#panel td.marked") == "19,902,679"


def test_the_questions_are_there_after_a_reload(opened):
    page = opened()
    ask(page, "会议费是多少")
    page.reload()
    page.wait_for_selector("#turn-1")
    assert page.inner_text("#turn-1 .figure strong") == "27,040"


def test_the_page_speaks_the_browsers_language_and_switches(opened):
    page = opened(language="en-US")
    assert page.inner_text("h1") == "Budget questions"
    page.get_by_label("中文").check()
    page.wait_for_selector("h1:has-text('预算问答')")
    page.get_by_role("tab", name="一览").click()
    page.wait_for_selector("#overview h3:has-text('钱用在哪些方面')")


def test_enter_that_confirms_composed_chinese_does_not_send(opened):
    page = opened()
    page.focus(BOX)
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "zulinfei", "selectionStart": 8, "selectionEnd": 8})
    keyboard.send("Input.insertText", {"text": "租赁费"})
    assert page.input_value(BOX) == "租赁费"
    assert page.locator(".turn").count() == 0
    page.press(BOX, "Enter")
    page.wait_for_selector("#turn-1")
    assert page.inner_text("#turn-1 .figure strong") == "19,902,679"


def test_a_question_may_hold_markup(opened):
    page = opened()
    ask(page, "<img src=x onerror=alert(1)>${alert(1)}")
    assert page.inner_text("#turn-1 .question").endswith("<img src=x onerror=alert(1)>${alert(1)}")


def test_on_a_phone_the_source_comes_up_as_a_sheet_and_goes_back(opened):
    page = opened(width=375)
    ask(page, "租赁费是多少")
    assert not page.is_visible("#source")
    page.click(".source")
    page.wait_for_selector("#panel td.marked")
    assert page.evaluate("document.activeElement.textContent") == "收起"
    page.keyboard.press("Escape")
    assert not page.is_visible("#source")
    assert page.evaluate("document.activeElement.textContent") == "来源 1"
    again = opened(page.get_attribute(".source", "href").removeprefix("./"), width=375)
    assert again.inner_text("#panel td.marked") == "19,902,679"


def test_the_shade_is_switched_and_remembered(opened):
    page = opened()
    ground = "getComputedStyle(document.querySelector('#ask-row')).backgroundColor"
    light = page.evaluate(ground)
    page.click("#shade")
    page.wait_for_function(f"{ground} !== '{light}'")
    dark = page.evaluate(ground)
    page.reload()
    page.wait_for_selector("#log .greeting")
    page.wait_for_function(f"{ground} === '{dark}'")
