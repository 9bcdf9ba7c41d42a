"""The whole shipped document as it is read, against the reading that was reviewed.

`REGENERATE=1 pytest tests/corpus` writes it anew; its diff is to be reviewed before it is committed.
"""

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

from corpus import read_document
from corpus.document import CellPlace

GOLDEN = Path(__file__).parent / "golden" / "shipped_document.json"
REGENERATE = "REGENERATE"


def as_json(document):
    values = asdict(document)
    del values["facts"]
    return json.dumps(values, ensure_ascii=False, indent=1, default=str) + "\n"


def test_shipped_document_reads_as_reviewed(shipped):
    text = as_json(shipped)
    if os.environ.get(REGENERATE):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_front_door_adds_the_facts(shipped, shipped_path):
    read = read_document(shipped_path)
    assert replace(read, facts=()) == shipped
    assert {fact.cell for fact in read.facts if fact.cell} == {
        CellPlace(number, cell.row, cell.column) for number, of in enumerate(read.tables) for cell in of.cells
    }


def test_golden_file_is_not_being_regenerated():
    assert not os.environ.get(REGENERATE), "unset REGENERATE and review the diff of the golden file"
