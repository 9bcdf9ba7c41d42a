"""Small numbers in words: 十二, 两, three."""

from __future__ import annotations

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "○": 0}
"""The digits of numbers and of years (二〇二四, 二○二四年)."""
ENGLISH = {
    word: value
    for value, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}


def numeral(text: str) -> int:
    """A number below a hundred in digits, Chinese or English: 12, 十二, 两, three.

    cn2an reads all of them, but takes longer to import than most answers take.

    Raises:
        ValueError: the text is none of these.
    """
    if text.isdecimal():
        return int(text)
    if text in ENGLISH:
        return ENGLISH[text]
    tens, ten, ones = text.partition("十")
    if not ten:
        tens, ones = "", text
    if any(digit and digit not in DIGITS for digit in (tens, ones)):
        raise ValueError(f"{text!r} is not a small number")
    return (DIGITS[tens] if tens else 1) * (10 if ten else 0) + (DIGITS[ones] if ones else 0)
