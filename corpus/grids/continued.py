"""Tables that go on in another grid, mostly over a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document import ColumnRole
from corpus.grids.aims import begins_form, goes_on_with_form, is_aims_form
from corpus.grids.captions import inner_caption, is_caption, is_table_title
from corpus.grids.headers import column_path, header_height, read_grid_header
from corpus.grids.sheet import Sheet, laid_over, set_beside, texts


def continued(whole: Sheet, title: str, part: Sheet, between: Sequence[str]) -> Sheet | None:
    """The table of a title with a grid that goes on with it; None where the grid is another table.

    Nothing but the table's own caption stands between them, and the header is missing or said again; or the rows are
    said again with more columns. A form of aims goes on with grids of any width, and nothing else goes on with those.
    """
    own = title.removesuffix("表")
    if not all(is_caption(text) or (own and text.startswith(own)) for text in between):
        return None
    inside, rest = inner_caption(part)
    if any(is_table_title(line.text) and line.text != title for line in inside):
        return None
    of_form = is_aims_form(whole, title) or begins_form(whole)
    if not between and of_form and goes_on_with_form(rest):
        return replace(whole, rows=whole.rows + rest.rows)
    return (_below(rest, whole, bool(between)) or set_beside(rest, whole)) if whole.is_even else None


def _below(part: Sheet, whole: Sheet, titled: bool) -> Sheet | None:
    """The table with the rows of a part; None where they do not fit, or a header or title of its own is over them."""
    fitting = laid_over(part, whole)
    if fitting is None or not fitting.rows:
        return None
    height = header_height(whole.rows)
    if _has_same_header(fitting, whole, height):
        return replace(whole, rows=whole.rows + fitting.rows[height:])
    if titled or _has_header(fitting, whole, height):
        return None
    return replace(whole, rows=whole.rows + fitting.rows)


def _has_same_header(part: Sheet, whole: Sheet, height: int) -> bool:
    """Whether a grid begins with the header of the table before it, or with one of its height and heads of amounts.

    A scan's reading may miss a letter that stands alone in its cell (类, 款, 项).
    """
    if [texts(row) for row in part.rows[:height]] == [texts(row) for row in whole.rows[:height]]:
        return True
    amounts = _amounts(whole, height)
    heads = [(column_path(part.rows[:height], at), column_path(whole.rows[:height], at)) for at in amounts]
    return bool(amounts) and header_height(part.rows) == height and all(one == other for one, other in heads)


def _amounts(sheet: Sheet, height: int) -> list[int]:
    """The columns of amounts of a sheet whose header takes so many rows."""
    roles = read_grid_header(sheet, height).roles
    return [column for column, role in enumerate(roles) if role is ColumnRole.AMOUNT]


def _has_header(part: Sheet, whole: Sheet, height: int) -> bool:
    """Whether a grid has a header of its own: first rows of words that name all amounts of the table before it.

    The rest of a name that the end of a page cuts is a row of words as well, but names none.
    """
    own = part.rows[: header_height(part.rows)]
    return bool(own) and all(column_path(own, column) for column in _amounts(whole, height))
