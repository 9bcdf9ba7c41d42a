"""What the OpenAPI document shows: a question over the document that ships, and its answer, shortened."""

from __future__ import annotations

from pydantic import JsonValue

NAME = "上海市大数据中心2021年部门预算.txt"

QUESTION: dict[str, JsonValue] = {"question": "租赁费是多少？", "history": [], "document": None}

ANSWER: dict[str, JsonValue] = {
    "question": "租赁费是多少？",
    "status": "answered",
    "text": "**19,902,679元** 租赁费",
    "values": [{"value": "19902679", "unit": "元", "label": "租赁费"}],
    "items": [],
    "derivation": [],
    "evidence": [
        {
            "document": NAME,
            "section": ["2021年部门一般公共预算基本支出部门预算经济分类预算表"],
            "lines": [301, 301],
            "page": None,
            "table": "2021年部门一般公共预算基本支出部门预算经济分类预算表",
            "row": "30214 租赁费",
            "column": "一般公共预算基本支出 / 合计",
            "quote": "302 14 租赁费 19,902,679 19,902,679",
            "cell": [6, 18, 2],
            "box": None,
            "recognised": False,
        }
    ],
    "choices": [],
    "query": {"op": "lookup"},
    "readings": ["租赁费是多少？"],
    "remarks": [],
    "passages": [],
    "elapsed_ms": 1.2,
}

BATCH = '{"id": 1, "question": "租赁费是多少？"}\n{"id": 2, "question": "三公经费呢", "history": ["租赁费是多少？"]}\n'

FEEDBACK: dict[str, JsonValue] = {
    "question": "租赁费是多少？",
    "history": [],
    "document": None,
    "opinion": "right",
    "comment": "与第301行一致",
}

TITLE = "2021年部门一般公共预算基本支出部门预算经济分类预算表"

CSV = f"""\
table,row,column,value,unit,page,line,certain
{TITLE},30214 租赁费,一般公共预算基本支出 / 合计,19902679,元,,301,true
"""

MARKDOWN = f"""\
# 租赁费是多少？

读作：租赁费是多少？

**19,902,679元** 租赁费

## 来源

1. {NAME}  第 301 行

   {TITLE} › 30214 租赁费 › 一般公共预算基本支出 / 合计

   > 302 14 租赁费 19,902,679 19,902,679
"""

UPLOAD = f"""\
{{"stage": "reading"}}
{{"stage": "storing", "tables": 8, "facts": 338}}
{{"stage": "embedding", "done": 40, "total": 210}}
{{"stage": "done", "document": {{"id": 1, "name": "{NAME}"}}}}
"""
