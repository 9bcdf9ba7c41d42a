"""The vocabulary files: what they give, and that a wrong one is named."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import qa.lexicon
from qa.lexicon import LexiconError, lexicon
from qa.text import flatten

FILES = sorted(Path(qa.lexicon.__file__).parent.glob("*.toml"))


@pytest.fixture
def with_file(monkeypatch):
    """The vocabularies read anew, with other contents of one file."""

    def read(name, contents):
        shipped = qa.lexicon._read
        monkeypatch.setattr(
            qa.lexicon,
            "_read",
            lambda file: tomllib.loads(contents).items() if file == name else shipped(file),
        )
        return lexicon.__wrapped__()

    return read


def test_names_forms_and_cues():
    words = lexicon()
    assert words.canonical["支出总额"] == "支出总计"
    assert words.canonical["支出总计"] == "支出总计"
    assert words.names["房租"] == ("租赁费",)
    assert "养老保险" in words.names and len(words.names["养老保险"]) == 2
    assert "share" in words.cues["占比"]
    assert words.units["多少万"] == "万元"
    assert words.accounts["30214"] == "租赁费"
    assert words.regions[0] == max(words.regions, key=len)


def test_every_phrase_is_kept_in_its_flattened_form():
    words = lexicon()
    for phrases in (words.canonical, words.names, words.cues, words.units, words.headings, words.paraphrases):
        assert [phrase for phrase in phrases if flatten(phrase) not in (phrase, "")] == []


def test_every_vocabulary_file_is_toml():
    assert len(FILES) >= 8
    for file in FILES:
        assert tomllib.loads(file.read_text("utf-8"))


@pytest.mark.parametrize(
    ("file", "contents", "said"),
    [
        ("cues.toml", "share = 1", "cues.toml: 1 is not a list of phrases"),
        ("cues.toml", "share = [1]", r"cues.toml: \[1\] is not a list of phrases"),
        ("cues.toml", 'share = [" "]', "cues.toml: share lists an empty phrase"),
        ("fillers.toml", "words = 'a'", "fillers.toml: 'a' is not a list of phrases"),
        ("names.toml", "租赁费 = 1", "Invalid|names.toml"),
        ("names.toml", '"租赁费" = 1', "names.toml: 1 is not a table of lists"),
        ("units.toml", '"元" = [""]', "units.toml: 元 lists an empty phrase"),
        ("regions.toml", "provinces = 1", "regions.toml: 1 is not a list of phrases"),
        ("accounts.toml", "economic = 1", "1 is not a table of words"),
    ],
)
def test_a_wrong_file_is_named(with_file, file, contents, said):
    with pytest.raises((LexiconError, tomllib.TOMLDecodeError), match=said):
        with_file(file, contents)
