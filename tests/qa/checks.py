"""What must hold of every answer, checked from outside: the contract, the figures, the steps, the quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from qa.answer import Answer, as_json
from qa.text import flatten

STATUSES = {"answered", "ambiguous", "not_found", "invalid"}
NUMBER = r"-?\d[\d,]*(?:\.\d+)?"
UNIT = r"亿元|万元|元|%|倍|个|项|家|辆|条|名|份|级|大|人|次"
WITH_UNIT = re.compile(rf"(?<![\d.,-])({NUMBER})\s*(?:{UNIT})")
CHINESE = "零一二三四五六七八九十"
IN_WORDS = re.compile(rf"([{CHINESE}])(?=[{UNIT}])")
MONEY = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "亿元": 10**8}
CHAIN = re.compile(rf"^{NUMBER}(?: [+-] {NUMBER})+ = (?P<result>{NUMBER})(?P<unit>[^\d\s]*)$")
QUOTIENT = re.compile(
    rf"^(?P<left>{NUMBER}|\({NUMBER} - {NUMBER}\)) ÷ (?P<right>{NUMBER}) = (?P<result>{NUMBER})(?P<unit>\D*)$"
)
CONVERSION = re.compile(rf"^({NUMBER})({'|'.join(MONEY)}) = ({NUMBER})({'|'.join(MONEY)})$")
ORDERED = re.compile(rf" ({NUMBER})({'|'.join(MONEY)})(?= [<>=] |$)")


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def broken_contract(answer: Answer) -> list[str]:
    """What an answer object has that the contract does not allow."""
    shown = as_json(answer)
    again = json.loads(json.dumps(shown, allow_nan=False))
    broken = [] if again == shown else ["JSON changes it"]
    status, values = again["status"], again["values"]
    broken += [] if status in STATUSES else [f"status {status}"]
    broken += [] if again["text"].strip() else ["no text"]
    if status in ("not_found", "invalid"):
        broken += [
            f"{key} of a refusal" for key in ("values", "items", "derivation", "evidence") if again[key]
        ]
    else:
        broken += [] if again["evidence"] else ["no evidence"]
        broken += [] if again["query"] else ["no query"]
    if status == "ambiguous":
        broken += [] if len(again["choices"]) > 1 else ["ambiguous without choices"]
    for value in values:
        plain = re.fullmatch(r"-?\d+(?:\.\d+)?", value["value"])
        broken += [] if plain and value["unit"] and value["label"] else [f"value {value}"]
    return broken


def loose_figures(answer: Answer) -> list[str]:
    """The figures with a unit in the text that are in no quote and on no derivation line."""
    sources = [evidence.quote for evidence in answer.evidence] + list(answer.derivation)
    known = {number(found) for source in sources for found in re.findall(NUMBER, source)}
    known |= {-amount for amount in known}
    known |= {Decimal(CHINESE.index(digit)) for source in sources for digit in IN_WORDS.findall(source)}
    asked = "" if answer.evidence else flatten(answer.question)  # a refusal quotes the question, in pieces
    figures = WITH_UNIT.finditer(answer.text)
    return [found[0] for found in figures if number(found[1]) not in known and found[1] not in asked]


def wrong_steps(lines: Sequence[str]) -> list[str]:
    """The derivation lines that do not recompute to the decimals that they print."""
    return [line for line in lines if not all(_right(line))]


def _right(line: str) -> Iterator[bool]:
    if chain := CHAIN.match(line):
        left = line.partition(" = ")[0]
        total = sum(number(sign + term) for sign, term in re.findall(rf"(?:^|([+-]) )({NUMBER})", left))
        yield total == number(chain["result"])
    if quotient := QUOTIENT.match(line):
        terms = [number(term) for term in re.findall(NUMBER, quotient["left"])]
        left = terms[0] if len(terms) == 1 else terms[0] - terms[1]
        hundred = 100 if quotient["unit"] == "%" else 1
        result = number(quotient["result"])
        yield result == (left / number(quotient["right"]) * hundred).quantize(result, ROUND_HALF_UP)
    if conversion := CONVERSION.match(line):
        before, unit, after, other = conversion.groups()
        yield number(before) * MONEY[unit] == number(after) * MONEY[other]
    if " > " in line or " < " in line:
        amounts = [number(found[1]) * MONEY[found[2]] for found in ORDERED.finditer(line)]
        yield amounts == sorted(amounts, reverse=" > " in line)


def known_form(line: str) -> bool:
    """Whether a derivation line is one that can be recomputed here."""
    return any(form.match(line) for form in (CHAIN, QUOTIENT, CONVERSION)) or " > " in line or " < " in line


def false_quotes(answer: Answer, source: Sequence[str]) -> list[str]:
    """The quotes that are not in the source at their lines, white space ignored."""
    false = []
    for evidence in answer.evidence:
        first, last = evidence.lines or (1, 0)
        place = "".join("".join(source[first - 1 : last]).split())
        if not evidence.quote.strip() or "".join(evidence.quote.split()) not in place:
            false.append(f"{evidence.lines}: {evidence.quote}")
    return false


def problems(answer: Answer, source: Sequence[str]) -> list[str]:
    """Everything that is wrong with an answer."""
    return [
        *broken_contract(answer),
        *loose_figures(answer),
        *wrong_steps(answer.derivation),
        *false_quotes(answer, source),
    ]
