import pytest

from corpus.aims import aim_words
from corpus.errors import VocabularyError
from corpus.forms import forms
from corpus.wording import issuers, wording, words


def test_shipped_vocabularies_load():
    assert {form.title for form in forms().forms} >= {"收支总表", "收入总表", "三公经费和机关运行经费表"}
    assert forms().account("政府性基金预算") == forms().account("政府性基金")
    assert "二级指标" in aim_words().heads and "数量指标" in aim_words().groups
    assert issuers().provinces["上海市"] == "沪" and "立项依据" in wording().citation_sections


@pytest.mark.parametrize("entry", [None, "甲", [1], [""], {"甲": "乙"}])
def test_a_malformed_list_is_named(entry):
    with pytest.raises(VocabularyError, match=r"made.toml: one.two must be a list of words"):
        words("made.toml", {"one": {"two": entry}}, "one", "two")
