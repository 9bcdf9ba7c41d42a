"""What one document can be asked about: its figures by name, projects, headings, citations, glossary.

And the vocabulary that questions are linked with, made of the document's own words and of the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.document import Citation, Document, Measure, Paragraph
from corpus.numbering import enumerator
from corpus.prose import project_name
from qa.bodies import body_forms
from qa.figures import Figure, canonical, figures, heading_key
from qa.headings import heading_forms, standard_headings
from qa.lexicon import lexicon
from qa.mentions import Kind, Surface
from qa.overlap import Overlap, pairs
from qa.text import flatten

PARENTHESIS = re.compile(r"[(（][^()（）]*[)）]")
NAME_TAIL = re.compile(r"(?:专项经费|项目经费|经费|专项|项目|服务费|费用|费|支出|预算)$")
DEFINED = re.compile(
    r"^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、|\d+[.、．])?\s*(?P<term>[^：:，。；]{2,40}?)\s*(?:[：:]|是指|指的是)"
)
QUOTED = re.compile(r"“([^“”]{2,10})”")
SPOKEN = "一二三四五六七八九十"
SPOKEN_POINT = re.compile(f"^([{SPOKEN}])是")
LONG_ACCOUNT = 5
"""Letters from which on an account that the document words longer is the same one."""
SHORTEST_NAME = 2
INNER_TITLE = 6
"""Letters from which on a title's part may stand for it."""
INNER_TITLES = (
    re.compile(r"[《<〈](.+?)[》>〉]"),
    re.compile(r"印发(.+?)的通知$"),
    re.compile(r"(?<!^)关于(.+?)$"),
)


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
        return tuple(figure for figure in self.figures if figure.fact.measure is not Measure.AMOUNT)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        """The described projects, in the document's order."""
        found: dict[str, Project] = {}
        for number in range(len(self.document.sections)):
            printed = project_name(self.document, number)
            if printed and printed not in found:
                found[printed] = Project(canonical(printed), printed, number)
        return tuple(found.values())

    @cached_property
    def headings(self) -> Mapping[str, tuple[int, ...]]:
        """Headings without ordinal, body and year to their sections."""
        found: dict[str, list[int]] = {}
        for number in range(len(self.document.sections)):
            found.setdefault(heading_key(self.document, number), []).append(number)
        for table in self.document.tables:
            found.setdefault(flatten(table.title), []).append(table.section)
        return {title: tuple(numbers) for title, numbers in found.items() if title}

    @cached_property
    def amount_headings(self) -> frozenset[str]:
        """The headings under which a project's budget is stated."""
        sections = {figure.fact.section for figure in self.figures if figure.project}
        return frozenset(h for h, numbers in self.headings.items() if sections & set(numbers))

    @cached_property
    def glossary(self) -> Mapping[str, Paragraph]:
        """Terms that a paragraph defines (`机关运行经费：指…`), flattened."""
        found: dict[str, Paragraph] = {}
        for paragraph in self.document.paragraphs:
            defined = DEFINED.match(paragraph.text)
            if defined and "名词解释" in "".join(self.document.heading_path(paragraph.section)):
                found.setdefault(flatten(defined["term"]), paragraph)
        return found

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
        """The figures stated in prose, with the pairs of their own clause, and of their sentence and headings."""
        return tuple(
            (
                figure,
                frozenset(pairs(figure.own)),
                frozenset(
                    pairs(
                        flatten(
                            figure.fact.quote + "。".join(self.document.heading_path(figure.fact.section))
                        )
                    )
                ),
            )
            for figure in self.figures
            if figure.fact.cell is None
        )

    @cached_property
    def points(self) -> tuple[tuple[Paragraph, ...], ...]:
        """The numbered lists of the text, each as its points in order; legal bases are no points."""
        cited = {citation.section for citation in self.document.citations}
        lists: list[list[tuple[int, Paragraph]]] = []
        for paragraph in self.document.paragraphs:
            number = None if paragraph.section in cited else point_number(paragraph.text)
            last = lists[-1][-1] if lists and lists[-1] else None
            if number is not None and last and last[1].section == paragraph.section and number == last[0] + 1:
                lists[-1].append((number, paragraph))
            elif number == 1:
                lists.append([(number, paragraph)])
        return tuple(tuple(point for _, point in points) for points in lists if len(points) > 1)

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
        inner = (form for citations in self.cited.values() for form in _inner_titles(citations[0].title))
        return frozenset((*self.cited, *inner))

    @property
    def bodies(self) -> tuple[str, ...]:
        """What the publishing body is called, the longest form first."""
        return body_forms(self.document.body)

    @cached_property
    def names(self) -> frozenset[str]:
        """The standard names of all rows and columns."""
        return frozenset(name for figure in self.figures for name in {figure.row} | figure.columns if name)

    @cached_property
    def table_names(self) -> frozenset[str]:
        """The standard names of the tables' rows and columns."""
        cells = [figure for figure in self.figures if figure.fact.cell]
        return frozenset(name for figure in cells for name in {figure.row} | figure.columns if name)

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
        for phrases, surface in self._vocabulary():
            for phrase in phrases:
                if len(phrase) >= SHORTEST_NAME and surface not in found.get(phrase, ()):
                    found[phrase] = (*found.get(phrase, ()), surface)
        return found

    def _vocabulary(self) -> Iterable[tuple[Iterable[str], Surface]]:
        yield from self._figure_names()
        yield from self._texts()

    def _figure_names(self) -> Iterable[tuple[Iterable[str], Surface]]:
        words = lexicon()
        said = words.fillers | words.cues.keys()
        around = frozenset(words.canonical.values()) & self.by_name.keys()
        for name in (self.names | around) - said - self.headings.keys():
            yield (name,), Surface(Kind.NAME, (name,), "name")
        for figure in self.figures:
            if figure.own != figure.row and figure.own not in said:
                yield (figure.own,), Surface(Kind.NAME, (figure.row,), "name")
        for form, name in words.canonical.items():
            yield (form,), self._known((name,), "lexicon")
        for phrase, names in words.names.items():
            yield (phrase,), self._known(names, "lexicon")
        for account in words.accounts.values():
            yield (account,), self._known((words.canonical.get(account, account),), "standard account")
        for project in self.projects:
            yield _project_forms(project.printed), Surface(Kind.NAME, (project.name,), "name")

    def _texts(self) -> Iterable[tuple[Iterable[str], Surface]]:
        document = self.document
        for heading in self.headings:
            yield heading_forms(heading, flatten(document.body)), Surface(Kind.HEADING, (heading,), "heading")
        standards = standard_headings(self.headings)
        for phrase, standard in lexicon().headings.items():
            if standard in standards:
                yield (phrase,), Surface(Kind.HEADING, (standards[standard],), "lexicon")
        for term in self.glossary:
            if canonical(term.removesuffix("预算")) not in self.by_name:
                yield (term,), Surface(Kind.TERM, (term,), "glossary")
        for title, (citation, *_) in self.cited.items():
            yield (title, *_inner_titles(citation.title)), Surface(Kind.CITED, (title,), "title")
        for issuer in {citation.issuer for citation in document.citations if citation.issuer}:
            yield (flatten(issuer),), Surface(Kind.WORD, (flatten(issuer),), "issuer")
        for body in self.bodies:
            yield (body,), Surface(Kind.BODY, (document.body,), "body")
        for phrase in {flatten(q) for p in document.paragraphs for q in QUOTED.findall(p.text)}:
            yield (phrase,), Surface(Kind.WORD, (phrase,), "quoted in the document")

    def _known(self, names: tuple[str, ...], rule: str) -> Surface:
        """A word of the lexicon: the names that the document has, else one that it lacks."""
        present = tuple(name for name in names if name in self.by_name)
        if not present and len(names[0]) >= LONG_ACCOUNT:  # it may be worded longer
            present = tuple(sorted(name for name in self.table_names if names[0] in name))
        return Surface(Kind.NAME, present, rule) if present else Surface(Kind.ABSENT, names[:1], rule)


def point_number(text: str) -> int | None:
    """The number that a point of a list begins with: `2.`, `（二）`, `二是`."""
    spoken = SPOKEN_POINT.match(text)
    if spoken:
        return SPOKEN.index(spoken[1]) + 1
    numbered = enumerator(text)
    return numbered.value if numbered else None


def _inner_titles(title: str) -> tuple[str, ...]:
    """The titles inside a title: of 关于印发<方案>的通知, what is in the marks, or between 印发 and 的通知."""
    found = [found for pattern in INNER_TITLES for found in pattern.findall(title)]
    return tuple(flatten(inner) for inner in found if len(inner) >= INNER_TITLE)


def _project_forms(printed: str) -> tuple[str, ...]:
    """A project's name with and without its region, its parentheses and its last general word."""
    short = PARENTHESIS.sub("", printed)
    forms = {printed, short}
    for region in lexicon().regions:
        forms |= {form.removeprefix(region) for form in forms}
    forms |= {tail for form in forms if len(tail := NAME_TAIL.sub("", form)) > 3}
    return tuple(sorted((flatten(form) for form in forms), key=len, reverse=True))
