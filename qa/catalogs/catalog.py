"""What one document can be asked about: its figures by name, projects, headings, citations, glossary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.aims import Indicator, aim_words, form_name, in_form, indicators, said_beside_labels
from corpus.document import Citation, Document, Measure, Paragraph
from corpus.naming import CODED
from corpus.numbering import enumerator
from corpus.prose import project_name
from qa.catalogs.figures import QUANTITY, Figure, figures, heading_key, units
from qa.catalogs.phrases import inner_titles, phrases
from qa.lexicon import lexicon
from qa.linking.mentions import Kind, Surface
from qa.overlap import Overlap, pairs
from qa.terms.bodies import body_forms
from qa.terms.labels import ORDINAL, canonical
from qa.terms.stages import has_stages, outcome, planned
from qa.text import flatten

DEFINED = re.compile(
    r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.、．])?\s*(?P<term>[^：:，。；]{2,40}?)\s*(?:[：:]|是指|指的是)"
)
OPENING = re.compile(r"^(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[）)])[^。；，：\d]{2,30}")
"""What a point begins with, and all of its sentences are about: 3.公务接待费支出预算为…。全年接待38批次."""
CLAUSE_END = re.compile(r"[，；。](?!\d{3})")
SPOKEN = "一二三四五六七八九十"
SPOKEN_POINT = re.compile(f"^([{SPOKEN}])是")
FIRST_POINT = re.compile(r"^[^：:。]{0,40}包括[：:]\s*1\s*[.、．]\s*[^\d\s][^：:。]{0,60}$")
"""The first point of a list on the line that leads to it: 具体包括：1.甲局本部."""
EXTENTS = {"平方米": "面积", "亩": "面积", "公顷": "面积", "公里": "里程"}
"""What questions call how much of something there is, by what a table counts it in: 办公用房面积."""
SHORTEST_NAME = 2
OF_YEAR = re.compile(r"20\d\d年?度?$")
"""The year behind a name in a form's title: 江海市档案馆（2030年度）整体支出绩效目标."""
SHORTEST_INDICATOR = 3


@dataclass(frozen=True, slots=True)
class Project:
    """A described project: its standard name, the name as printed, and its top section."""

    name: str
    printed: str
    section: int


class Catalog:
    """One document's catalogue; everything in it is derived from the document and kept once it is asked for.

    `key` is the document's id in its store.
    """

    def __init__(self, document: Document, key: int = 0) -> None:
        self.document = document
        self.key = key
        self.figures: tuple[Figure, ...] = tuple(figures(document))

    @cached_property
    def by_name(self) -> Mapping[str, tuple[Figure, ...]]:
        """The figures that a name can help to find: by row, column or what is around."""
        found: dict[str, list[Figure]] = {}
        for figure in self.figures:
            for name in figure.names | figure.columns | figure.around:
                found.setdefault(name, []).append(figure)
        return {name: tuple(named) for name, named in found.items()}

    @cached_property
    def moves(self) -> tuple[Figure, ...]:
        """The changes and rates that the document states against an earlier year."""
        moved = (figure for figure in self.figures if figure.fact.measure is not Measure.AMOUNT)
        return tuple(figure for figure in moved if not figure.fact.blank)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The described projects, in the document's order; the aims of all that a body spends are no project's."""
        found: dict[str, Project] = {}
        for number in range(len(self.document.sections)):
            printed = project_name(self.document, number)
            if printed and printed not in found and OF_YEAR.sub("", flatten(printed)) not in self.bodies:
                found[printed] = Project(canonical(printed), printed, number)
        return tuple(found.values())

    @cached_property
    def headings(self) -> Mapping[str, tuple[int, ...]]:
        """Headings without ordinal, body and year to their sections; each form of aims is one of 绩效目标 too.

        A group of indicators is one of the group that it is in: 数量指标 of 产出指标.
        """
        found: dict[str, list[int]] = {}
        for number in range(len(self.document.sections)):
            found.setdefault(heading_key(self.document, number), []).append(number)
            if form_name(self.document, number):
                found.setdefault(aim_words().of_project, []).append(number)
            for group, groups in aim_words().within.items():
                if self.document.sections[number].title in groups and in_form(self.document, number):
                    found.setdefault(group, []).append(number)
        for table in self.document.tables:
            found.setdefault(flatten(table.title), []).append(table.section)
        return {title: tuple(numbers) for title, numbers in found.items() if title}

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles of the tables, as headings are named."""
        return frozenset(flatten(table.title) for table in self.document.tables) - {""}

    @cached_property
    def amount_headings(self) -> frozenset[str]:
        """The headings under which a project's budget is stated; a form states much besides."""
        stated = {figure.fact.section for figure in self.figures if figure.project}
        sections = {section for section in stated if not form_name(self.document, section)}
        return frozenset(h for h, numbers in self.headings.items() if sections & set(numbers))

    @cached_property
    def indicators(self) -> Mapping[str, tuple[Indicator, ...]]:
        """What forms of aims state, by the indicator's name, flattened."""
        found = _by_name(indicators(self.document))
        return {name: of for name, of in found.items() if len(name) >= SHORTEST_INDICATOR}

    @cached_property
    def beside_labels(self) -> Mapping[str, tuple[Indicator, ...]]:
        """What forms of aims say beside each of their labels."""
        return _by_name(said_beside_labels(self.document))

    @cached_property
    def glossary(self) -> Mapping[str, Paragraph]:
        """Terms that a paragraph defines (`机关运行经费：指…`), flattened; an account also without those above it."""
        found: dict[str, Paragraph] = {}
        for paragraph in self.document.paragraphs:
            defined = DEFINED.match(paragraph.text)
            if defined and "名词解释" in "".join(self.document.heading_path(paragraph.section)):
                term = CODED.sub("", defined["term"])
                found.setdefault(flatten(term), paragraph)
                found.setdefault(canonical(term), paragraph)
        return found

    @cached_property
    def prose(self) -> str:
        """The paragraphs and notes one after the other, flattened."""
        return "\n".join(flatten(paragraph.text) for paragraph in self._paragraphs)

    @cached_property
    def overlap(self) -> Overlap:
        """How telling pairs of letters are among the document's texts."""
        return Overlap([paragraph.text for paragraph in self._paragraphs])

    @cached_property
    def _paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, and the notes of tables as paragraphs of their sections."""
        notes = (
            Paragraph(note, table.section, table.span)
            for table in self.document.tables
            for note in table.notes
        )
        return (*self.document.paragraphs, *notes)

    @cached_property
    def passages(self) -> tuple[tuple[Paragraph, frozenset[str]], ...]:
        """The paragraphs and notes with the pairs of letters that they and their headings hold."""
        headed = (
            frozenset(pairs(flatten("。".join(self.document.heading_path(paragraph.section)))))
            for paragraph in self._paragraphs
        )
        own = self.overlap.texts
        return tuple((p, text | above) for p, text, above in zip(self._paragraphs, own, headed, strict=True))

    @cached_property
    def clauses(self) -> tuple[tuple[Figure, frozenset[str], frozenset[str]], ...]:
        """The figures stated in prose and the counts of tables, with the pairs of their clause and its surroundings.

        That is their sentence as far as their own clause, what their paragraph begins with (3.公务接待费支出…) and
        their headings.
        """
        openings = {
            p.span: opening[0] for p in self.document.paragraphs if (opening := OPENING.match(p.text))
        }
        found = []
        for figure in self.figures:
            if figure.fact.cell is None or QUANTITY in figure.columns:
                own = f"{figure.own}{EXTENTS.get(figure.fact.quantity.unit, '')}"
                heads = self.document.heading_path(figure.fact.section)
                around = "。".join((_up_to(figure), openings.get(figure.fact.span, ""), *heads))
                found.append((figure, frozenset(pairs(own)), frozenset(pairs(flatten(around)))))
        return tuple(found)

    @cached_property
    def points(self) -> tuple[tuple[Paragraph, ...], ...]:
        """The numbered lists of the text, each as its points in order; legal bases and headings are no points."""
        cited = {citation.section for citation in self.document.citations}
        lists: list[list[tuple[int, Paragraph]]] = []
        for paragraph in self.document.paragraphs:
            number = None if paragraph.section in cited else point_number(paragraph.text)
            last = lists[-1][-1] if lists and lists[-1] else None
            if number is not None and last and last[1].section == paragraph.section and number == last[0] + 1:
                lists[-1].append((number, paragraph))
            elif number == 1:
                lists.append([(number, paragraph)])
        found = (tuple(point for _, point in points) for points in lists if len(points) > 1)
        return tuple(points for points in found if not all(map(self._is_heading, points)))

    def _is_heading(self, point: Paragraph) -> bool:
        return flatten(ORDINAL.sub("", point.text)) in self.headings

    @cached_property
    def cited(self) -> Mapping[str, tuple[Citation, ...]]:
        """Cited titles, flattened, to their citations."""
        found: dict[str, list[Citation]] = {}
        for citation in self.document.citations:
            found.setdefault(flatten(citation.title), []).append(citation)
        return {title: tuple(citations) for title, citations in found.items()}

    @cached_property
    def title_forms(self) -> frozenset[str]:
        """The cited titles, and the titles inside them."""
        inner = (form for citations in self.cited.values() for form in inner_titles(citations[0].title))
        return frozenset((*self.cited, *inner))

    @property
    def bodies(self) -> tuple[str, ...]:
        """What the publishing body is called, the longest form first."""
        return body_forms(self.document.body)

    @cached_property
    def stages(self) -> frozenset[str]:
        """The accounts of the year that a final account states: its outcome, and the budgets beside it if any are."""
        return (planned() & self.by_name.keys()) | {outcome()} if has_stages(self.document) else frozenset()

    @cached_property
    def units(self) -> frozenset[str]:
        """The units whose rows the tables set out, flattened."""
        return units(self.document)

    @cached_property
    def names(self) -> frozenset[str]:
        """The standard names of all rows and columns."""
        return _names(self.figures) - self.stages

    @cached_property
    def table_names(self) -> frozenset[str]:
        """The standard names of the tables' rows and columns."""
        return _names(figure for figure in self.figures if figure.fact.cell) - self.stages

    @cached_property
    def name_forms(self) -> Mapping[str, tuple[str, ...]]:
        """What documents call a figure, everyday words left out, to its standard names."""
        written = lexicon().canonical
        return {
            phrase: surface.values
            for phrase, surfaces in self.surfaces.items()
            for surface in surfaces
            if surface.kind is Kind.NAME and (surface.rule == "name" or phrase in written)
        }

    @cached_property
    def surfaces(self) -> Mapping[str, tuple[Surface, ...]]:
        """Every phrase that stands for something of this document."""
        found: dict[str, tuple[Surface, ...]] = {}
        for forms, surface in phrases(self):
            for phrase in forms:
                if len(phrase) >= SHORTEST_NAME and surface not in found.get(phrase, ()):
                    found[phrase] = (*found.get(phrase, ()), surface)
        return found


def _up_to(figure: Figure) -> str:
    """The sentence of a figure as far as its clause: what comes after is said of other things."""
    quote, number = figure.fact.quote, figure.fact.quantity.number
    starts = [at for form in (f"{number:,f}", f"{number:f}") if (at := quote.find(form)) >= 0]
    end = CLAUSE_END.search(quote, starts[0] + len(f"{number:,f}")) if starts else None
    return quote[: end.start()] if end else quote


def _by_name(stated: Iterable[Indicator]) -> dict[str, tuple[Indicator, ...]]:
    found: dict[str, list[Indicator]] = {}
    for one in stated:
        found.setdefault(flatten(one.name), []).append(one)
    return {name: tuple(named) for name, named in found.items()}


def _names(named: Iterable[Figure]) -> frozenset[str]:
    """The names of rows and columns; a column of changes has none, it is asked for by how its row has moved."""
    found: set[str] = set()
    for figure in named:
        found |= {figure.row} | (figure.columns if figure.fact.measure is Measure.AMOUNT else frozenset())
    return frozenset(found) - {""}


def point_number(text: str) -> int | None:
    """The number that a point of a list begins with: `2.`, `（二）`, `二是`; the first may stand behind 包括：."""
    if FIRST_POINT.search(text):
        return 1
    spoken = SPOKEN_POINT.match(text)
    if spoken:
        return SPOKEN.index(spoken[1]) + 1
    numbered = enumerator(text)
    return numbered.value if numbered else None
