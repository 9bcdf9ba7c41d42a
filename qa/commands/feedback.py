"""`feedback`: what people said of answers, for a person, for scripts, and as lines of a gold file."""

from __future__ import annotations

from collections.abc import Sequence

from index import Feedback, Opinion
from qa.commands.terminal import console, printable, tell
from qa.evaluation import REFUSED

CATEGORY = "feedback"
TELLING = 40
"""Letters of a passage that a text answer has to begin with: no answer shortens it below that."""

MOST_QUOTES = 3

OPINIONS = {
    Opinion.RIGHT: "对 right",
    Opinion.WRONG_FIGURE: "数错 wrong figure",
    Opinion.WRONG_SOURCE: "出处错 wrong source",
}

Json = dict[str, object]


def feedback_json(number: int, given: Feedback) -> Json:
    """An opinion with its number and the answer that it is about."""
    return {
        "id": number,
        "at": given.at.isoformat(),
        "opinion": str(given.opinion),
        "comment": given.comment,
        "question": given.question,
        "history": list(given.history),
        "document": given.document,
        "answer": dict(given.answer),
    }


def gold_line(number: int, given: Feedback) -> Json:
    """A line of a gold file: what was judged right is expected again.

    What was judged wrong has a null `expect`, which a person is to fill in, and the figures that were `given`;
    `evaluate` leaves it out until then.
    """
    is_right = given.opinion is Opinion.RIGHT
    line: Json = {
        "id": f"f{number}",
        "category": CATEGORY,
        "history": list(given.history),
        "question": given.question,
        "expect": _expected(given) if is_right else None,
        "evidence": _quotes(given)[:MOST_QUOTES] if is_right else [],
        "opinion": str(given.opinion),
        "comment": given.comment,
    }
    if given.document is not None:
        line["document"] = given.document
    if not is_right:
        line["given"] = given.answer["values"]
    return line


def _expected(given: Feedback) -> Json:
    """What an answer that was right has to hold the next time."""
    answer = given.answer
    values, items = _objects(answer["values"]), _strings(answer["items"])
    if answer["status"] in REFUSED:
        return {"kind": "refuse"}
    if values:
        figures = [{"value": value["value"], "unit": value["unit"]} for value in values]
        return {"kind": "number", "values": figures, "tolerance": "0"}
    if items:
        return {"kind": "list", "items": items, "forbidden": []}
    (text, *_) = (*_strings(answer["passages"]), *_strings(answer["remarks"]), str(answer["text"]))
    return {"kind": "text", "must_include": [text[:TELLING]]}


def _quotes(given: Feedback) -> list[str]:
    return [str(evidence["quote"]) for evidence in _objects(given.answer["evidence"])]


def _strings(value: object) -> list[str]:
    return list(map(str, value)) if isinstance(value, list) else []


def _objects(value: object) -> list[Json]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def show_feedback(given: Sequence[tuple[int, Feedback]]) -> None:
    """A table of the opinions, for a person."""
    if not given:
        tell("nobody has judged an answer yet")
        return
    from rich.table import Table

    table = Table("号", "时间", "评价", "问题", "答案", "说明")
    for number, one in given:
        values = [f"{value['value']}{value['unit']}" for value in _objects(one.answer["values"])]
        said = "、".join(values) or str(one.answer["status"])
        told = (one.at.isoformat(" ", "minutes"), OPINIONS[one.opinion], one.question, said, one.comment)
        table.add_row(str(number), *map(printable, told))
    console().print(table)
