"""Accepted findings in a run: left out, and counted."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.baseline.accepted import rows, split
from scrapelint.config.projects import ACCEPTED_FILE, place_of
from scrapelint.errors import UsageError
from scrapelint.located import named
from scrapelint.resources.found_files import is_inside, read_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.baseline.accepted import Row
    from scrapelint.config.per_file import Configs
    from scrapelint.config.projects import Place
    from scrapelint.config.values import Config
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input
    from scrapelint.reporters.summary import Summary

MAX_BYTES = 100_000_000
"""Largest file of accepted findings: some 300,000 of them."""
_UNREADABLE = frozenset({"INP003", "INP005"})
"""Faults after which findings may be missing."""


class Project(NamedTuple):
    """The accepted findings of a project, as its file has them."""

    root: str
    text: str
    rows: Sequence[Row]
    fingerprints: frozenset[str]

    @property
    def path(self) -> str:
        """The file of accepted findings."""
        return os.path.join(self.root, ACCEPTED_FILE)  # noqa: PTH118

    @property
    def shown(self) -> str:
        """The file as reports name it: from the current folder, where it lies below."""
        name = os.path.relpath(self.path)
        return self.path if name.startswith("..") else name


class Acceptance:
    """The accepted findings of all projects that a run looks at."""

    def __init__(self, files: Iterable[Input], given: Sequence[str], configs: Configs) -> None:
        """Take the files of the run, and the paths that the user gave; nothing is read yet."""
        self.files = {file.filename: file for file in files}
        self.given = given
        self.found: set[str] = set()
        """Fingerprints that hid a finding."""
        self.unsure: set[str] = set()
        """Files that could not be checked to their end."""
        self._configs = configs
        self._projects: dict[str, Project] = {}

    def config_of(self, filename: str) -> Config:
        """Return the configuration of a file."""
        file = self.files.get(filename)
        return self._configs.of(file) if file else self._configs.run

    def place_of(self, filename: str) -> Place:
        """Return the place of a file in its project."""
        return place_of(filename, self.config_of(filename).root)

    def project(self, root: str) -> Project:
        """Return the project of a folder; raises UsageError where its file cannot be read."""
        if root not in self._projects:
            self._projects[root] = load(root)
        return self._projects[root]

    def projects(self) -> list[Project]:
        """Return the projects of all files of the run, and of the folders that it searched."""
        roots = {self.place_of(name).root: None for name in self.files}
        folders = [path for path in self.given if os.path.isdir(path) or is_accepted_file(path)]  # noqa: PTH112
        for path in folders:
            inside = path if is_accepted_file(path) else os.path.join(path, ACCEPTED_FILE)  # noqa: PTH118
            roots[place_of(inside, self._configs.run.root).root] = None
        return [self.project(root) for root in roots]

    def left(self, found: Iterable[Checked], summary: Summary) -> Iterator[Checked]:
        """Yield the articles without their accepted findings, which `summary` counts."""
        for checked in found:
            name = checked.article.filename
            if checked.error or any(finding.code in _UNREADABLE for finding in checked.findings):
                self.unsure.add(name)
            known = self.project(self.place_of(name).root).fingerprints if checked.findings else None
            if not known:
                yield checked
                continue
            left, accepted = split(list(named(checked.article, checked.findings)), known)
            self.found.update(finding.fingerprint for finding in accepted)
            summary.accepted += len(accepted)
            yield checked._replace(findings=left)


def accepted_in(filenames: Iterable[str], root: str) -> dict[str, frozenset[str]]:
    """Return the fingerprints of what is accepted, of each of these files in whose project there is something.

    `root` is the project of a file that is in none. Raises UsageError as `load` does.
    """
    roots = {name: place_of(name, root).root for name in filenames}
    known = {folder: load(folder).fingerprints for folder in set(roots.values())}
    return {name: known[folder] for name, folder in roots.items() if known[folder]}


def is_accepted_file(path: str) -> bool:
    """Tell whether a path is that of a file of accepted findings, which is no article."""
    return os.path.basename(path) == ACCEPTED_FILE  # noqa: PTH119


def load(root: str) -> Project:
    """Return the project of a folder, without entries where it has no file of them; raises UsageError."""
    path = os.path.join(root, ACCEPTED_FILE)  # noqa: PTH118
    if not is_inside(path, root):
        raise UsageError(f"{path}: is a link that leads out of its folder: what is accepted is kept in the project")
    try:
        text = read_found(path, MAX_BYTES).decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        text = ""
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
    known = rows(text)
    return Project(root, text, known, frozenset(row.entry.fingerprint for row in known if row.entry))
