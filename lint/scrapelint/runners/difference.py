"""`--diff-base REV`: only the findings that the change against a git revision brings in.

Each file that changed is checked as it is and as it was; what was there before is left out, wherever its line is now.
"""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.baseline.git import Tree, tree
from scrapelint.config.projects import place_of
from scrapelint.located import named
from scrapelint.readers.registry import format_of
from scrapelint.runners.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.config.per_file import Configs
    from scrapelint.config.values import Config
    from scrapelint.intake import Checked
    from scrapelint.readers.files import Input
    from scrapelint.selection.registry import Registry


class Old(NamedTuple):
    """A file that was another in the revision."""

    now: Input
    tree: Tree
    path: str
    """Its path in the revision."""


class Change(NamedTuple):
    """What a revision and the working tree differ in."""

    files: list[Input]
    """Files that are not as they were."""
    old: list[Old]
    """Those of them that were there."""


def changed(revision: str, files: Sequence[Input]) -> Change:
    """Return which of the files changed against a revision; raises UsageError where git cannot tell."""
    trees: dict[str, Tree] = {}
    change = Change([], [])
    for file in files:
        if file.path is None:
            change.files.append(file)
            continue
        root = place_of(file.path, ".").root
        if root not in trees:
            trees[root] = tree(root, revision)
        if not trees[root].has_changed(file.path):
            continue
        change.files.append(file)
        if path := trees[root].path_before(file.path):
            change.old.append(Old(file, trees[root], path))
    return change


def brought_in(found: Iterable[Checked], change: Change, configs: Configs, registry: Registry) -> Iterator[Checked]:
    """Yield the articles with what was not found in them before."""
    before = _fingerprints(change, configs, registry)
    for checked in found:
        new = [f for f in named(checked.article, checked.findings) if f.fingerprint not in before]
        yield checked._replace(findings=new)


def _fingerprints(change: Change, configs: Configs, registry: Registry) -> frozenset[str]:
    """Return what was found in the revision, by the fingerprints that it has under the names of now."""
    with TemporaryDirectory(prefix="scrapelint-") as folder:
        files = [_written(old, os.path.join(folder, str(number))) for number, old in enumerate(change.old)]  # noqa: PTH118
        as_now = _AsNow(change, configs)
        found = check(files, as_now, registry, lambda _: None)
        return frozenset(f.fingerprint for checked in found for f in named(checked.article, checked.findings))


def _written(old: Old, path: str) -> Input:
    with open(path, "wb") as out:  # noqa: PTH123
        old.tree.write(old.path, out)
    kind, compression = format_of(old.path)
    return old.now._replace(path=path, format=kind or old.now.format, compression=compression)


class _AsNow:
    """Configurations by the names that files have now: what they were lies elsewhere for a moment."""

    def __init__(self, change: Change, configs: Configs) -> None:
        self._now = {file.filename: file for file in change.files}
        self._configs = configs
        self.run = configs.run

    def of(self, file: Input) -> Config:
        """Return the configuration of a file as it is now."""
        return self._configs.of(self._now[file.filename])
