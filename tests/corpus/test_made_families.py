"""A budget without mistakes in another province's forms: every figure proven, nothing for the audit to find."""

import pytest
from made_families import BODY, SOUTH
from made_grids import FORMATS, read

from corpus.audit import audit_document
from corpus.facts import extract_facts


@pytest.mark.parametrize("form", FORMATS)
def test_every_figure_is_proven_and_the_audit_is_silent(form):
    document = read(form, *SOUTH)
    assert (document.body, document.year) == (BODY, 2023)
    assert [cell for table in document.tables for cell in table.cells if not cell.certain] == []
    assert [table.title for table in document.tables] == [made.over[0] for made in SOUTH[3:]]
    assert audit_document(document) == ()


@pytest.mark.parametrize("form", FORMATS)
def test_codes_and_units_of_facts(form):
    facts = extract_facts(read(form, *SOUTH))
    found = {(fact.code, fact.subject): f"{fact.quantity.number}{fact.quantity.unit}" for fact in facts}
    assert found["30209", "物业管理费"] == "200.00万元"
    assert found[None, "（三）公务接待费支出"] == "3.00万元"
