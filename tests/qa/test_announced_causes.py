"""Causes that a heading announces, and that a note below the figures gives."""

import pytest
from made_stores import of_texts

BUDGET = """江海县人民政府办公室2030年部门预算“三公”经费公开情况说明

2030年“三公”经费部门预算增减变化及原因如下：

2030年江海县人民政府办公室“三公”经费预算为16.40万元，比2029年减少2.40万元，减少13%。

二、“三公”经费增减变化原因说明：压减考察接待。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    with of_texts(tmp_path_factory.mktemp("announced"), BUDGET) as engine:
        yield engine.ask


@pytest.mark.parametrize("question", ["2030年三公经费减少是什么原因", "江海县政府办三公经费为什么比上年减少"])
def test_a_sentence_that_says_that_causes_follow_gives_none(ask, question):
    assert "压减考察接待" in ask(question).text
