"""The accounts that a paragraph is about by their whole path, which all of its sentences are about.

`4.“一般公共服务支出（类）宣传事务（款）一般行政管理事务（项）”110.60万元…。2024年预算安排…，比2023年预算执行数减少2.98%`
tells of that item of 宣传事务, and of no other 一般行政管理事务.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus.document import Document, Span
from qa.terms.labels import canonical

LEVEL = r"[^（()）“”。；，：\d]{2,30}[（(]\d{0,3}"
PATH = re.compile(rf"(?P<kind>{LEVEL}类[）)])(?P<group>{LEVEL}款[）)])(?P<item>{LEVEL}项[）)])")
LEADS = 12
"""Letters in which the path of a paragraph begins: its number, and a quotation mark."""
OPEN = re.compile(r"[（(].*$")


def accounts_above(document: Document) -> Mapping[Span, Mapping[str, frozenset[str]]]:
    """For each paragraph about one account, by its place, the account's name and the names of those above it."""
    found: dict[Span, Mapping[str, frozenset[str]]] = {}
    for paragraph in document.paragraphs:
        paths = list(PATH.finditer(paragraph.text))
        if len(paths) == 1 and paths[0].start() <= LEADS:
            kind, group, item = (canonical(OPEN.sub("", part)) for part in paths[0].groups())
            found[paragraph.span] = {item: frozenset({kind, group}) - {item}}
    return found
