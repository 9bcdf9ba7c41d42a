"""The documents that one question is asked of, and their common vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cached_property

from corpus.document import Citation, Document, Stage
from qa.catalogs.catalog import Catalog, Project
from qa.linking.link import Vocabulary
from qa.linking.meaning import Meaning
from qa.linking.partial import Pools
from qa.linking.pinyin import sounds
from qa.telling.restate import Spoken


class Book:
    """Some documents' catalogues, in order, and what finds in them by meaning; all else is derived from them."""

    def __init__(
        self, catalogs: tuple[Catalog, ...], meaning: Meaning | None = None, keys: tuple[int, ...] = ()
    ) -> None:
        self.catalogs = catalogs
        self.meaning = meaning
        self.keys = keys

    def of_body(self, body: str) -> Book:
        """The part of the book that one body published; `keys` then are its documents' ids."""
        return self._part(lambda document: document.body == body)

    def of_stage(self, stage: Stage) -> Book:
        """The part of the book that tells of budgets, or of outcomes; `keys` then are its documents' ids."""
        return self._part(lambda document: document.stage is stage)

    def of_year(self, year: int) -> Book:
        """The part of the book that is of one year's accounts; `keys` then are its documents' ids."""
        return self._part(lambda document: document.year == year)

    def _part(self, belongs: Callable[[Document], bool]) -> Book:
        own = tuple(catalog for catalog in self.catalogs if belongs(catalog.document))
        return Book(own, self.meaning, tuple(catalog.key for catalog in own))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The phrases that questions over these documents are linked with."""
        return Vocabulary(self.catalogs)

    @cached_property
    def pools(self) -> Pools:
        """The names that words of a question may be part of."""
        projects = frozenset(self.projects)
        names = frozenset(name for catalog in self.catalogs for name in catalog.table_names)
        stated = frozenset(name for catalog in self.catalogs for name in catalog.names)
        titles = frozenset(form for catalog in self.catalogs for form in catalog.title_forms)
        return Pools(projects, names - projects, stated - projects - names, titles)

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles of the tables, as headings are named."""
        return frozenset[str]().union(*(catalog.titles for catalog in self.catalogs))

    @cached_property
    def units(self) -> frozenset[str]:
        """The units whose rows the tables set out, flattened."""
        return frozenset(unit for catalog in self.catalogs for unit in catalog.units)

    @cached_property
    def codes(self) -> frozenset[str]:
        """The account codes of all rows."""
        return frozenset(f.fact.code for catalog in self.catalogs for f in catalog.figures if f.fact.code)

    @cached_property
    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """Everything that a figure may be called, to its standard names."""
        return {form: names for catalog in self.catalogs for form, names in catalog.name_forms.items()}

    @cached_property
    def sounds(self) -> Mapping[str, str]:
        """The Chinese phrases of the vocabulary by their sound."""
        return sounds(self.vocabulary.phrases)

    @cached_property
    def year(self) -> int:
        """The latest budget year of the documents, 0 where none states its year."""
        return max((catalog.document.year or 0 for catalog in self.catalogs), default=0)

    @cached_property
    def spoken(self) -> Spoken:
        """What need not be said in a question to these documents."""
        bodies = {catalog.key: catalog.document.body for catalog in self.catalogs}
        return Spoken(self.year, bodies if len({*bodies.values()}) > 1 else {})

    @cached_property
    def projects(self) -> Mapping[str, tuple[Catalog, Project]]:
        """The described projects by standard name, in the documents' order."""
        return {project.name: (catalog, project) for catalog in self.catalogs for project in catalog.projects}

    def in_print(self, text: str) -> str:
        """A text with the described projects called as the documents print them (“一网通办”运营服务费)."""
        printed = {name: project.printed for name, (_, project) in self.projects.items()}
        if not printed:
            return text
        longest_first = sorted(printed, key=len, reverse=True)  # a name may be part of another
        return re.sub("|".join(map(re.escape, longest_first)), lambda found: printed[found[0]], text)

    @cached_property
    def citations(self) -> tuple[tuple[Catalog, Citation], ...]:
        """All legal bases, in the documents' order."""
        return tuple(
            (catalog, citation) for catalog in self.catalogs for citation in catalog.document.citations
        )
