"""Forms of aims and indicators among the grids of a stream (项目支出绩效目标申报表).

They print labels and what they say beside each other, then a list of indicators; their numbers stand in no columns.
"""

from __future__ import annotations

from corpus.aims import aim_words
from corpus.forms import squeezed
from corpus.grids.sheet import Sheet, texts

LEAST = 2
"""So many heads or groups of indicators tell a form."""


def is_aims_form(table: Sheet, title: str) -> bool:
    """Whether a grid is a form of aims: by the labels in all of its rows, wherever its indicators begin."""
    known = aim_words()
    said = {squeezed(text) for row in table.rows for text in texts(row)}
    if len(said & known.groups) >= LEAST:
        return True
    is_of_aims = any(word in text for text in (*said, title) for word in known.forms)
    return is_of_aims and len(said & known.heads) >= LEAST
