"""Answers and tables as files to take away: Markdown and workbooks, in which what a document says stays text."""

from __future__ import annotations

from qa.serve.exports.markdown import answer_markdown
from qa.serve.exports.spreadsheet import harmless_rows
from qa.serve.exports.workbook import table_workbook

__all__ = ["answer_markdown", "harmless_rows", "table_workbook"]
