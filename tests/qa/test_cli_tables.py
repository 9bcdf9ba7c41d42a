from __future__ import annotations

import csv
import json
import sys
import types
from dataclasses import dataclass
from enum import StrEnum

import pytest
from command_samples import NAME, FakeEngine, document, span, store

from corpus.document import Span
from qa import cli
from qa.cli import main


@pytest.fixture(autouse=True)
def library(tmp_path, monkeypatch):
    opened = store(tmp_path / "store", document())
    monkeypatch.setattr(cli, "open_engine", lambda _: FakeEngine(opened))
    yield opened
    opened.close()


def test_csv_has_a_line_for_each_numeric_cell(capsys):
    assert main(["tables", "示例中心", "--format", "csv"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[:3] == [
        "table,row,column,value,unit,page,line,certain",
        "支出预算表,30214 租赁费,本年支出 / 合计,1200.50,万元,,8,true",
        "支出预算表,30214 租赁费,本年支出 / 项目支出,1200.50,万元,,8,false",
    ]
    rows = list(csv.DictReader(out.splitlines()))
    assert [(row["row"], row["column"], row["value"], row["unit"]) for row in rows[2:]] == [
        ("其他|支出", "本年支出 / 合计", "300", "万元"),
        ("合计", "本年支出 / 合计", "1500.50", "万元"),
        ("合计", "本年支出 / 项目支出", "80", "%"),
    ]


def test_json_keeps_blank_cells_and_the_outline(capsys):
    assert main(["tables", NAME, "--format", "json"]) == 0
    (table,) = json.loads(capsys.readouterr().out)
    assert table["title"] == "支出预算表"
    assert table["section"] == ["示例中心2021年部门预算", "支出预算表"]
    assert table["columns"][2] == {"path": ["本年支出", "合计"], "role": "amount"}
    assert (table["lines"], table["notes"]) == ([6, 11], ["注：含税"])
    second = table["rows"][1]
    assert (second["code"], second["name"], second["role"], second["parent"]) == (
        None,
        "其他|支出",
        "item",
        2,
    )
    assert second["cells"] == [
        {"column": 2, "text": "300", "value": "300", "unit": "万元", "certain": True},
        {"column": 3, "text": "", "value": None, "unit": "万元", "certain": True},
    ]


def test_markdown_is_what_a_person_gets(capsys):
    assert main(["tables", "示例中心"]) == 0
    assert capsys.readouterr().out == (
        "## 支出预算表\n"
        "\n单位：万元\n\n"
        "| 编码  | 项目       | 本年支出 / 合计 | 本年支出 / 项目支出 |\n"
        "| ----- | ---------- | --------------: | ------------------: |\n"
        "| 30214 | 租赁费     |        1,200.50 |           1,200.50? |\n"
        "|       | 其他\\|支出 |             300 |                     |\n"
        "|       | 合计       |        1,500.50 |                 80% |\n"
        "\n注：含税\n"
        "\n?：该数属于哪一列，或在扫描页上有没有认错，表内的加总关系不足以证明\n"
    )


def test_an_unknown_document_exits_2(capsys):
    assert main(["tables", "没有"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "no document is called '没有'" in err


class Severity(StrEnum):
    ROUNDING = "rounding"


@dataclass(frozen=True)
class Finding:
    check: str
    severity: Severity
    message: str
    figures: tuple[str, ...]
    expected: str
    places: tuple[Span, ...]


FINDING = Finding(
    "sum", Severity.ROUNDING, "四项相加与合计差1", ("55,597", "55,596"), "55,597", (span(3), span(4))
)


@pytest.fixture
def findings(monkeypatch):
    """What the audit finds in any document."""
    found = [FINDING]
    module = types.ModuleType("corpus.audit")
    module.audit_document = lambda _: tuple(found)
    monkeypatch.setitem(sys.modules, "corpus.audit", module)
    return found


@pytest.mark.parametrize("argv", [["audit"], ["audit", "示例中心"]])
@pytest.mark.usefixtures("findings")
def test_audit_as_json(argv, capsys):
    assert main([*argv, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [
        {
            "document": NAME,
            "check": "sum",
            "severity": "rounding",
            "message": "四项相加与合计差1",
            "figures": ["55,597", "55,596"],
            "expected": "55,597",
            "places": [
                {"file": NAME, "page": None, "lines": [3, 3]},
                {"file": NAME, "page": None, "lines": [4, 4]},
            ],
        }
    ]


@pytest.mark.usefixtures("findings")
def test_audit_for_a_person(capsys):
    assert main(["audit"]) == 0
    assert capsys.readouterr().out == (
        f"{NAME}：1 处\n"
        "  [尾差] 四项相加与合计差1\n"
        "    数：55,597，55,596    应为：55,597    第 3 行；第 4 行\n"
    )


def test_audit_without_findings_says_so(findings, capsys):
    findings.clear()
    assert main(["audit"]) == 0
    assert capsys.readouterr().out == f"{NAME}：没有对不上的数\n"


def test_audit_of_an_unknown_document_exits_2(findings, capsys):
    findings.clear()
    assert main(["audit", "没有"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
