"""`documents` and `remove`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.commands.terminal import console, printable, show, tell
from qa.scoping.chosen import the_document

if TYPE_CHECKING:
    from index import DocumentRecord, Store


def record_json(record: DocumentRecord) -> dict[str, object]:
    """What is known of a document without reading it; `uncertain` counts the cells that were not proven.

    `recognised` are the pages that are images and were recognised, `unread` those that were not.
    """
    return {
        "name": record.name,
        "title": record.title,
        "body": record.body,
        "year": record.year,
        "kind": kind(record),
        "stage": str(record.stage),
        "level": str(record.level),
        "pages": record.pages,
        "tables": record.tables,
        "facts": record.facts,
        "uncertain": record.uncertain,
        "recognised": list(record.recognised),
        "unread": list(record.unread),
        "digest": record.digest,
    }


def show_records(records: Sequence[DocumentRecord]) -> None:
    """A table of the documents, for a person."""
    if not records:
        tell("the store is empty; `budget-qa ingest FILE` adds documents")
        return
    from rich.table import Table

    table = Table()
    for heading in ("文件", "单位", "年度", "类别", "页", "表", "数", "未证实"):
        side = "left" if heading in ("文件", "单位", "类别") else "right"
        table.add_column(heading, justify="left" if side == "left" else "right", overflow="fold")
    for record in records:
        counts = (record.pages, record.tables, record.facts, record.uncertain)
        shown = ["" if count is None else str(count) for count in counts]
        year = "" if record.year is None else str(record.year)
        table.add_row(printable(record.name), printable(record.body), year, kind(record), *shown)
    console().print(table)


def remove(store: Store, text: str) -> None:
    """Take the named document out, and say which one it was.

    Raises:
        DocumentError: the text names no document, or several.

    """
    record = the_document(store, text)
    store.remove(record.name)
    show(f"已移除 {record.name}")


def kind(record: DocumentRecord) -> str:
    """Whose figures and which account: 部门预算, 单位决算 and so on."""
    return f"{record.level}{record.stage}"
