"""A question to its draft: linked, open words explained by names that they are part of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from corpus.document_numbers import find_numbers
from corpus.numbering import NUMERAL
from qa.catalogs.book import Book
from qa.drafting.draft import MONEY_WORDS, Draft, draft
from qa.drafting.fractions import as_share
from qa.drafting.narrowed import narrowed
from qa.linking.gaps import open_words, within_open
from qa.linking.link import link
from qa.linking.mentions import Kind, Mention
from qa.linking.misspelt import homophone, misspelt_name, sounding_parts
from qa.linking.partial import Stretch, is_rest_unasked, part_of_names, stretch
from qa.linking.pinyin import LATIN_RUN, spelled
from qa.scoping.dates import without
from qa.terms.labels import KIND
from qa.text import HAN, flatten, unify

GLOSS = re.compile(
    r"(?<!\w)(?:the|(?!(?:What|How|Which|Who|Whose|Why|When|Where|Compare|List|Name|Is|Was|Are|Were|Does|Did|In|For|Of)\b)"
    r"[A-Z][A-Za-z0-9'&-]*)(?:\s+(?:[A-Z][A-Za-z0-9'&-]*|of|the|and|for|government|service|services|center|centre|office"
    r"|department|bureau|commission|committee|district|county|city|town|township|subdistrict|culture|tourism|education"
    r"|health|finance|justice|water|resources|forestry|agriculture|affairs|school|hospital|library|university))*"
    r"\s*[（(]([^()（），,;；+]*[一-鿿][^()（），,;；+]*)[)）]"
)
"""An English name with the Chinese one in parentheses behind it, which is what counts; SUM(甲, 乙) is no name,
and PC服务器（总计） not English."""
GLOSSED_WORDS = re.compile(
    r"(?<![\w-])(?:for|of|on|in|to|and|the|many|much)\s+(?P<words>[a-z-]+(?:\s+[a-z-]+){0,3})\s*[（(](?P<name>[^()（），,;；+]*[一-鿿][^()（），,;；+]*)[)）]"
)
"""The same in small letters, behind a word that begins it: for flood control (防汛)."""
BRACKETED_TABLE = re.compile(r"[（(](?P<title>[^（()）]{2,40}表)(?:[里中内上])?[）)]")
"""A table named beside what is asked for, mostly in short: 培训费（“三公”经费及会议费、培训费表）."""
ACCOUNT_KIND = r"[”\"]?(?:科目|[（(](?:类|款|项)[)）])"
"""What says of a word right in front of it that it is an account."""
ORDINAL = re.compile(
    rf"(?<![\d一二三四五六七八九十第前])(?:{NUMERAL}、|\({NUMERAL}\)|\d{{1,2}}[、.](?!\d)|\(\d{{1,2}}\)) ?"
)
LONGEST_LABEL = 40
"""Letters behind an ordinal in which the name that it belongs to is looked for."""
NAMED = (Kind.NAME, Kind.ABSENT, Kind.HEADING)
FIRST_STAND_IN = 0xE000
LEXICON = "lexicon"
"""The rule of a mention of an everyday word for a name."""
SHORTEST_HEARD = 3
"""Letters from which on a name is known by its sound; of shorter words only 预算 and the like are."""
LONGEST_EVERYDAY = 6
LEGAL_CUES = frozenset({"cite", "cited_by", "doc_number", "doc_title", "issuer"})
TITLE_END = re.compile(r"(?:办法|通知|意见|方案|规划|指南|要点|纲要|批复|规定|条例|细则|令)")
"""What titles of public documents end in: words that are part of a title are one only with these or a legal cue."""


def read(question: str, book: Book) -> Draft:
    """What a question says, by the vocabulary of a book."""
    asked = as_share(without(question, (catalog.document for catalog in book.catalogs)))
    plain = GLOSSED_WORDS.sub(r" \g<name> ", GLOSS.sub(r" \1 ", KIND.sub("", asked)))
    plain = BRACKETED_TABLE.sub(lambda found: f" {_title(found['title'], book)} ", plain)
    text, numbers = _numbers_apart(unify(plain), book)
    text = _in_chinese(flatten(_without_ordinals(text, book)), book)
    given = [
        Mention(at, at + 1, letter, Kind.NUMBER, (numbers[letter],), "document number")
        for at, letter in enumerate(text)
        if letter in numbers
    ]
    mentions = _linked(text, book, given)
    found = _explained(text, mentions, book)
    if found:
        mentions = _linked(text, book, [*given, *found])
    mentions = tuple(_as_row(mention, mentions, question, book) for mention in mentions)
    gaps = open_words(text, mentions, book.vocabulary)
    return narrowed(draft(text, mentions, gaps, book.year, book.units), book)


def _as_row(mention: Mention, mentions: Sequence[Mention], question: str, book: Book) -> Mention:
    """A row's name that the body is called by too, as the row where the question says so or names the body besides.

    The 图书馆 of 图书馆（项） and of 江海市图书馆的“图书馆”科目 is the account.
    """
    bodies = [m for m in mentions if m.kind is Kind.BODY and m.values == mention.values]
    if mention not in bodies or mention.text not in book.pools.names:
        return mention
    is_said = re.search(rf"{re.escape(mention.text)}{ACCOUNT_KIND}", question)
    if not is_said and all(len(body.text) <= len(mention.text) for body in bodies):
        return mention
    return replace(mention, kind=Kind.NAME, values=(mention.text,), rule="name")


def _linked(text: str, book: Book, given: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of a question without cues that are letters of a word which nothing explains."""
    mentions = link(text, book.vocabulary, given)
    letters = within_open(text, mentions, book.vocabulary)
    return tuple(m for m in mentions if m not in letters)


def _title(short: str, book: Book) -> str:
    """The title of the one table that holds these letters in their order, else the letters as they are."""
    titles = {flatten(table.title) for catalog in book.catalogs for table in catalog.document.tables}
    found = [title for title in titles if _in_order(flatten(short), title)]
    return found[0] if len(found) == 1 else short


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _without_ordinals(text: str, book: Book) -> str:
    """The text without the ordinals that names are printed with and copied with: 三、教育支出, (一)基本支出."""

    def bare(ordinal: re.Match[str]) -> str:
        rest = flatten(text[ordinal.end() : ordinal.end() + LONGEST_LABEL])
        named = any(surface.kind in NAMED for _, surface in book.vocabulary.at(rest, 0)) if rest else False
        return " " if named else ordinal[0]

    return ORDINAL.sub(bare, text)


def _numbers_apart(question: str, book: Book) -> tuple[str, Mapping[str, str]]:
    """The question with each document number as one letter (of Unicode's private area), and what these stand for."""
    known = {citation.issuer for _, citation in book.citations if citation.issuer}
    numbers: dict[str, str] = {}
    text = question
    for found in reversed(find_numbers(question, known)):
        letter = chr(FIRST_STAND_IN + len(numbers))
        numbers[letter] = str(found.number)
        text = text[: found.start] + letter + text[found.end :]
    return text, numbers


def _in_chinese(text: str, book: Book) -> str:
    """The text with its pinyin spelled out and its English words of administration in Chinese."""
    mentions = link(text, book.vocabulary)
    said = [(m.start, m.end, m.values[0]) for m in mentions if m.kind is Kind.WORD and m.text.isascii()]
    for start, end in open_words(text, mentions, book.vocabulary):
        run = text[start:end]
        if LATIN_RUN.fullmatch(run) and (chinese := spelled(run, book.sounds)):
            said.append((start, end, chinese))
    for start, end, chinese in sorted(said, reverse=True):
        text = text[:start] + chinese + text[end:]
    return flatten(text)


def _explained(text: str, mentions: Sequence[Mention], book: Book) -> list[Mention]:
    """The names that open words, and words that are no names by themselves, are part of or misspell."""
    loose = tuple(m for m in mentions if m.kind is not Kind.WORD)
    gaps = open_words(text, loose, book.vocabulary)
    pieces = sorted({stretch(text, loose, gap) for gap in gaps}, key=lambda piece: piece.start)
    names = {m.start for m in mentions if m.kind is Kind.NAME}
    pieces = [piece for piece in pieces if not _goes_before(text, piece, names, book)]
    found = [
        mention
        for piece in pieces
        if (mention := _with_next(text, piece, mentions, book) or _resolved(text, piece, book))
    ]
    if not found and len(pieces) == 1 and not any(m.kind is Kind.NAME for m in mentions):
        found = _meant(text, pieces[0], mentions, book)
    found = [_with_before(mention, mentions) for mention in found]
    found = [mention for mention in found if not _runs_on(text, mention, mentions, book)]
    legal = any(m.kind is Kind.CUE and not LEGAL_CUES.isdisjoint(m.values) for m in mentions)
    return [m for m in found if m.kind is not Kind.CITED or legal or TITLE_END.search(m.text)]


def _with_before(part: Mention, mentions: Sequence[Mention]) -> Mention:
    """A part of a name with the name right before it, where both are part of it: 法院|云平台 of 法院云平台租赁费."""
    before = next((m for m in mentions if m.end == part.start and m.kind is Kind.NAME), None)
    if before is None or not all(before.text + part.text in name for name in part.values):
        return part
    return replace(part, start=before.start, text=before.text + part.text)


def _with_next(text: str, piece: Stretch, mentions: Sequence[Mention], book: Book) -> Mention | None:
    """The rows that hold a piece and the everyday word right behind it, which alone stands for another: 公交补贴."""
    behind = next((m for m in mentions if m.start == piece.end and m.kind is Kind.NAME), None)
    if behind is None or behind.rule != LEXICON or behind.text in behind.values:
        return None
    letters = piece.open | frozenset(range(behind.start, behind.end))
    rows = replace(book.pools, stated=frozenset(), titles=frozenset())
    return part_of_names(text, Stretch(piece.start, behind.end, letters), rows)


def _goes_before(text: str, piece: Stretch, names: Collection[int], book: Book) -> bool:
    """Whether a piece is said of the name right behind it, as the documents say it: 省级 of 储备库总建筑面积."""
    end = max(piece.open) + 1
    return (
        end in names
        and HAN.match(text[end - 1]) is not None
        and book.vocabulary.speaks(text[end - 1 : end + 1])
    )


def _runs_on(text: str, part: Mention, mentions: Sequence[Mention], book: Book) -> bool:
    """Whether what stands for a name is the start of another word of the documents: 绩效 of 绩效目标, no 绩效工资."""
    pair = text[part.end - 1 : part.end + 1]
    goes_on = any(m.start == part.end and m.kind is Kind.CUE and "what" in m.values for m in mentions)
    known = any(pair in name for name in part.values)
    return goes_on and not known and book.vocabulary.speaks(pair)


def _resolved(text: str, piece: Stretch, book: Book) -> Mention | None:
    return (
        part_of_names(text, piece, book.pools)
        or misspelt_name(text, piece, book.forms)
        or sounding_parts(text, piece, book.pools.projects)
        or _heard(text, piece, book)
    )


def _heard(text: str, piece: Stretch, book: Book) -> Mention | None:
    """The phrase of the vocabulary that the open letters only sound like."""
    found = homophone(text, piece, book.sounds)
    if found is None:
        return None
    start, end, phrase = found
    surface = book.vocabulary.surfaces(phrase)[0]
    if phrase not in MONEY_WORDS and (surface.kind is not Kind.NAME or len(phrase) < SHORTEST_HEARD):
        return None
    return Mention(start, end, text[start:end], surface.kind, surface.values, "sounds alike")


def _meant(text: str, piece: Stretch, mentions: Sequence[Mention], book: Book) -> list[Mention]:
    """The account that an everyday word clearly means, where an amount is asked for and nothing else is named."""
    start, end = min(piece.open), max(piece.open) + 1
    word = text[start:end]
    amount = any(m.kind is Kind.UNIT or (m.kind is Kind.CUE and "amount" in m.values) for m in mentions)
    if book.meaning is None or not amount or not 2 <= len(word) <= LONGEST_EVERYDAY or not HAN.match(word):
        return []
    names = sorted(name for catalog in book.catalogs for name in catalog.table_names)
    name = book.meaning.name(word, names)
    meant = name is not None and not is_rest_unasked(name, text)
    return [Mention(start, end, word, Kind.NAME, (name,), "meaning")] if name and meant else []
