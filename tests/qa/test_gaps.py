"""The words that nothing explains, whole: not cut in two by a particle that happens to stand in them."""

from __future__ import annotations

import pytest

from qa.linking.gaps import open_words
from qa.linking.link import link
from qa.text import flatten


def gaps(question, book):
    text = flatten(question)
    mentions = link(text, book.vocabulary)
    return [text[start:end] for start, end in open_words(text, mentions, book.vocabulary)]


@pytest.mark.parametrize(
    "question",
    [
        "租赁费是多少",
        "三公经费比2020年增加了多少？",
        "How much is budgeted for rent?",
        "哪个项目的预算最高",
        "？！…",
        "",
    ],
)
def test_a_question_of_known_words_has_none(book, question):
    assert gaps(question, book) == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("租凭费是多少", ["租凭"]),
        ("火箭是多少", ["火箭"]),
        ("xyzzy是多少", ["xyzzy"]),
        ("火箭和飞船分别是多少", ["火箭", "飞船"]),
    ],
)
def test_unknown_words_are_found_whole(book, question, words):
    found = gaps(question, book)
    assert len(found) == len(words)
    assert all(word in gap for word, gap in zip(words, found, strict=True))


def test_a_short_filler_does_not_cut_an_unknown_word_in_two(book):
    (gap,) = gaps("火箭的飞船预算", book)
    assert gap == "火箭的飞船"
