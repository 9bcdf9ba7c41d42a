"""Templates to markup; everything that comes from a document or a question is escaped here, once."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from qa.serve.page.words import words
from qa.telling.wording import Language


@cache
def _templates() -> Environment:
    loader = PackageLoader("qa.serve.page")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


def render(template: str, language: Language, **values: object) -> str:
    """A template with its values as HTML, safe to hand to the page.

    Gradio's HTML component runs `${…}` of a template as JavaScript and fills `{{…}}`: no brace is left as it is.
    """
    made = _templates().get_template(template).render(say=words()[language], **values)
    return made.replace("{", "&#123;").replace("}", "&#125;")
