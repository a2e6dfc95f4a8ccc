"""What is wrong with the accepted findings of a run: entries that hide nothing any more, or are none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from scrapelint.article import Article
from scrapelint.config.projects import ACCEPTED_FILE
from scrapelint.corpus.rule import CorpusRule
from scrapelint.finding import Span
from scrapelint.intake import Checked
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.baseline.acceptance import Acceptance, Project
    from scrapelint.baseline.accepted import Entry, Row
    from scrapelint.config.values import Config
    from scrapelint.finding import Finding
    from scrapelint.readers.files import Input
    from scrapelint.rule import Rule
    from scrapelint.selection.registry import Registry


class Review:
    """Judges entries, of files that the run has looked at, once it has looked at all of them."""

    def __init__(self, acceptance: Acceptance, config: Config, registry: Registry) -> None:
        """Take what the run has seen, and its configuration."""
        self._acceptance = acceptance
        self._config = config
        self._installed = registry
        self._registry = selection.with_packs(config, registry)
        self._searched = [os.path.realpath(path) for path in acceptance.given if os.path.isdir(path)]  # noqa: PTH112
        self._active: dict[int, tuple[Registry, frozenset[str]]] = {}

    def faults(self) -> Iterator[Checked]:
        """Yield each file of accepted findings with what is wrong in it."""
        rules = {rule.code: rule for rule in selection.select(self._config, self._registry)}
        for project in self._acceptance.projects():
            found = [
                _finding(rules[code], row, message) for code, row, message in self._wrong(project) if code in rules
            ]
            if found:
                name = project.shown
                article = Article(project.text, id=name, filename=name, path=ACCEPTED_FILE)
                yield Checked(article, found, is_article=False)

    def stale(self, project: Project) -> list[Row]:
        """Return the entries that hide nothing any more, of files that were read or are gone."""
        read = self._read(project)
        found = self._acceptance.found
        return [
            row
            for row in project.rows
            if row.entry and row.entry.fingerprint not in found and self._is_stale(row.entry, project, read)
        ]

    def _wrong(self, project: Project) -> Iterator[tuple[str, Row, str]]:
        """Yield code, row and message of what is wrong."""
        read, stale = self._read(project), set(self.stale(project))
        for row in project.rows:
            entry = row.entry
            if entry is None:
                if self._is_given(project):
                    yield "ACC002", row, f"no entry of accepted findings: {row.problem}"
            elif entry.filename in read or self._is_gone(project, entry.filename):
                if entry.code not in self._registry.rules:
                    yield "ACC002", row, f'no rule has the code "{entry.code}"'
                elif self._config.require_reasons and not entry.reason:
                    yield "ACC002", row, f"{entry.code} in {entry.filename} is accepted without a reason"
                if row in stale:
                    yield "ACC001", row, f'{entry.code} in {entry.filename} is not found any more: "{entry.excerpt}"'

    def _read(self, project: Project) -> dict[str, Input]:
        """Return the files of a project that the run has read, by their path in it."""
        places = [(self._acceptance.place_of(name), file) for name, file in self._acceptance.files.items()]
        return {place.path: file for place, file in places if place.root == project.root}

    def _is_stale(self, entry: Entry, project: Project, read: dict[str, Input]) -> bool:
        file = read.get(entry.filename)
        if file is None:
            return self._is_gone(project, entry.filename)
        known = file.filename not in self._acceptance.unsure and entry.code in self._codes(file.filename)
        return known and (not self._is_across(entry.code) or self._is_given(project))

    def _is_across(self, code: str) -> bool:
        """Tell whether a rule compares articles: what it finds in one shows only where the others are read, too."""
        rule = self._registry.rules.get(code)
        return rule is not None and issubclass(rule, CorpusRule)

    def _codes(self, filename: str) -> frozenset[str]:
        """Return the rules that were on for a file: what another finds is not known."""
        config = self._acceptance.config_of(filename)
        if id(config) not in self._active:
            known = selection.with_packs(config, self._installed)
            self._active[id(config)] = known, frozenset(rule.code for rule in selection.select(config, known))
        known, codes = self._active[id(config)]
        ignored_somewhere = selection.site_ignores(config, known).codes
        return codes - selection.ignored_in(filename, config, known) - ignored_somewhere

    def _is_gone(self, project: Project, path: str) -> bool:
        """Tell whether a file, below a folder that was searched, is not there any more."""
        path = os.path.join(project.root, *path.split("/"))  # noqa: PTH118
        return any(path.startswith(folder + os.sep) for folder in self._searched) and not os.path.lexists(path)

    def _is_given(self, project: Project) -> bool:
        """Tell whether the run is about the whole of a file of accepted findings: it, or its folder, was named."""
        given = {os.path.realpath(path) for path in self._acceptance.given}
        return any(project.path.startswith(folder + os.sep) for folder in self._searched) or project.path in given


def _finding(rule: Rule, row: Row, message: str) -> Finding:
    return rule.finding(message, Span(row.start, row.end), confidence=1, evidence={"line": row.number})
