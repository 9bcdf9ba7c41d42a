"""The page's layout: a conversation on one side, its source on the other."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal, TypedDict

import gradio as gr

from qa.serve.page.endpoints import publish
from qa.serve.page.events import Page
from qa.serve.page.words import words
from qa.serve.service import Service
from qa.telling.wording import Language

STORAGE, SECRET = "budget-qa", "budget-qa-turns"
"""Where a browser remembers its questions; the secret only has to be the same after a restart."""

ACCENT = "#1d4f91"
"""The page's one accent colour, as in `style.css`."""

SHADE = "() => { localStorage.setItem('shade', document.body.classList.toggle('dark') ? 'dark' : 'light'); }"
"""Turns the page from light to dark or back, and remembers it in the browser."""

SHADED = """() => {
  const shade = localStorage.getItem('shade');
  if (shade) document.body.classList.toggle('dark', shade === 'dark');
}"""
"""Puts the remembered shade over the system's."""

LANGUAGES = [("中文", str(Language.CHINESE)), ("English", str(Language.ENGLISH))]


class Event(TypedDict):
    """How the page's own events run: at once, and not as a published interface."""

    queue: bool
    api_visibility: Literal["private"]
    show_progress: Literal["hidden"]


EVENT = Event(queue=False, api_visibility="private", show_progress="hidden")


class Looks(TypedDict):
    """How the page is mounted: everything is from this host."""

    theme: gr.themes.Base
    css: str
    footer_links: list[Literal["api", "gradio", "settings", "runs"] | dict[str, str]]


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def build(service: Service) -> gr.Blocks:
    """The page over a service, to be mounted with `looks`."""
    page = Page(service)
    said = words()[Language.CHINESE]
    clicks = _asset("clicks.js") + _asset("forms.js")
    blocks = gr.Blocks(title=said["title"], fill_width=True)
    with blocks:
        publish(service)  # first, since an event of the page would take the name
        turns = gr.BrowserState([], storage_key=STORAGE, secret=SECRET)
        with gr.Row(elem_id="bar"):
            name = gr.HTML(f"<h1>{said['title']}</h1>", elem_id="name")
            scope = gr.Dropdown(
                [(said["everywhere"], "")], value="", label=said["scope"], elem_id="scope", container=False
            )
            language = gr.Radio(
                LANGUAGES,
                value=str(Language.CHINESE),
                label=said["language"],
                elem_id="language",
                container=False,
            )
            shade = gr.Button(said["shade"], size="sm", elem_id="shade")
        with gr.Row(elem_id="sides"):
            with gr.Column(elem_id="talk"), gr.Tabs():
                with gr.Tab(said["tab_ask"]) as ask_tab:
                    log = gr.HTML(elem_id="log", js_on_load=clicks)
                    with gr.Row(elem_id="ask-row"):
                        box = gr.Textbox(
                            label=said["ask"],
                            placeholder=said["placeholder"],
                            lines=1,
                            max_lines=4,
                            elem_id="question",
                            container=False,
                            scale=8,
                        )
                        send = gr.Button(said["send"], variant="primary", elem_id="send", scale=1)
                    clear = gr.Button(said["clear"], size="sm", elem_id="clear")
                with gr.Tab(said["tab_overview"]) as overview_tab:
                    pictures = gr.HTML(elem_id="overview", js_on_load=clicks)
                with gr.Tab(said["tab_documents"]) as documents_tab:
                    listed = gr.HTML(elem_id="documents", js_on_load=clicks)
                with gr.Tab(said["tab_audit"]) as audit_tab:
                    audited = gr.HTML(elem_id="audit", js_on_load=clicks)
            with gr.Column(elem_id="source"):
                panel = gr.HTML(elem_id="panel", js_on_load=clicks)
        tabs = [ask_tab, overview_tab, documents_tab, audit_tab]
        named = [box, send, clear, scope, language, shade, *tabs, name]
        answered = [log, turns, box, panel]
        for asked in (box.submit, send.click):
            asked(page.ask, [box, turns, scope, language], answered, **EVENT)
        for clickable in (log, pictures, listed, audited, panel):
            clickable.select(page.picked, [turns, scope, language], answered, **EVENT)
        clear.click(
            lambda scope, language: page.ask("", [], scope, language), [scope, language], answered, **EVENT
        )
        language.input(page.switched, [language, turns, scope], [log, panel, *named], **EVENT).then(
            page.about, [scope, language], [pictures, listed, audited], **EVENT
        )
        listed.input(page.chosen, [language], [scope], **EVENT).then(
            page.about, [scope, language], [pictures, listed, audited], **EVENT
        )
        shade.click(None, js=SHADE, **EVENT)
        scope.input(page.about, [scope, language], [pictures, listed, audited], **EVENT)
        blocks.load(None, js=SHADED, **EVENT)
        blocks.load(page.loaded, [turns], [log, turns, panel, language, *named], **EVENT).then(
            page.about, [scope, language], [pictures, listed, audited], **EVENT
        )
    return blocks


def looks() -> Looks:
    """Theme and styles of the page."""
    fonts = ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "sans-serif"]
    theme = gr.themes.Base(primary_hue="blue", neutral_hue="slate", font=fonts, font_mono=["monospace"])
    # The theme's own blue is too light for white letters.
    theme = theme.set(button_primary_background_fill=ACCENT, button_primary_background_fill_hover=ACCENT)
    return Looks(theme=theme, css=_asset("style.css"), footer_links=[])
