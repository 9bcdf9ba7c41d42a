"""The command line as a process of its own, over the shipped document."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus import read_document
from index import Store

ROOT = Path(__file__).parents[2]
SHIPPED = next((ROOT / "corpus" / "documents").glob("*.txt"))
HEAVY = {"torch", "faiss", "gradio", "pandas", "numpy", "rich", "sentence_transformers"}

ASK_AND_LIST_IMPORTS = f"""
import sys
from qa.cli import main
status = main(sys.argv[1:])
sys.stderr.write(repr(sorted({HEAVY} & set(sys.modules))))
sys.exit(status)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A store of the shipped document, without any vector."""
    made = tmp_path_factory.mktemp("store")
    opened = Store.open(made)
    opened.add(read_document(SHIPPED))
    opened.close()
    return made


def run(*argv, **environment):
    command = [sys.executable, *argv]
    variables = {**os.environ, "BUDGET_QA_STORE": "", **environment}
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env=variables,
        timeout=120,
        check=False,
    )


def test_a_figure_is_answered_without_any_heavy_import(folder):
    done = run("-c", ASK_AND_LIST_IMPORTS, "--store", str(folder), "ask", "租赁费一年要花多少钱", "--json")
    answer = json.loads(done.stdout)
    assert answer["values"][0] == {"value": "19902679", "unit": "元", "label": answer["values"][0]["label"]}
    assert "19,902,679" in answer["evidence"][0]["quote"]
    assert (done.returncode, done.stderr) == (0, "[]")


def test_batch_over_the_process_boundary(folder, tmp_path):
    questions = tmp_path / "q.jsonl"
    questions.write_text(
        '{"id": 1, "question": "绩效工资预算"}\nnonsense\n{"id": 3, "question": ""}\n', "utf-8"
    )
    done = run("-m", "qa", "--store", str(folder), "batch", str(questions))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["id"], answer["status"]) for answer in answers] == [
        (1, "answered"),
        (None, "invalid"),
        (3, "invalid"),
    ]
    assert answers[0]["values"][0]["value"] == "17425000"
    assert done.returncode == 0


def test_the_default_store_is_made_on_first_use(tmp_path):
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "LOCALAPPDATA": str(tmp_path)}
    done = run("-m", "qa", "ask", "一网通办 budget?", "--json", **home)
    values = {(value["value"], value["unit"]) for value in json.loads(done.stdout)["values"]}
    assert {("18050.50", "万元"), ("1768.39", "万元")} <= values
    listed = run("-m", "qa", "documents", "--json", **home)
    assert [record["name"] for record in json.loads(listed.stdout)] == [SHIPPED.name]


def test_tables_of_the_shipped_document(folder):
    done = run("-m", "qa", "--store", str(folder), "tables", SHIPPED.name, "--format", "csv")
    assert ",30214 租赁费," in done.stdout
    assert ",19902679,元,," in done.stdout


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"\x00\x01\x02" * 50, "binary"), (b"%PDF-1.7 ...", "PDF")],
)
def test_a_wrong_file_is_one_line_and_leaves_the_store_as_it_was(folder, tmp_path, content, reason):
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(content)
    done = run("-m", "qa", "--store", str(folder), "ingest", str(wrong))
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert reason in done.stderr
    listed = run("-m", "qa", "--store", str(folder), "documents", "--json")
    assert [record["name"] for record in json.loads(listed.stdout)] == [SHIPPED.name]


def test_a_store_that_is_none_is_one_line(tmp_path):
    (tmp_path / "store.sqlite").write_text("not a database at all")
    done = run("-m", "qa", "--store", str(tmp_path), "documents")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "is not a store" in done.stderr
