"""What git knows of a working tree."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import BinaryIO

MERGE_BASE = "..."
"""Added to a revision: the commit at which the current branch left it, as `git diff` has it."""


class Tree(NamedTuple):
    """A working tree against a commit."""

    root: str
    commit: str
    before: Mapping[str, str | None]
    """Of each file that changed, by its path now: its path then, or None where it was not there."""
    known: frozenset[str]
    """All files of the commit."""

    def path_before(self, path: str) -> str | None:
        """Return the path that a file had in the commit; None for a new one."""
        relative = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        return self.before.get(relative, relative if relative in self.known else None)

    def has_changed(self, path: str) -> bool:
        """Tell whether a file is not as it was in the commit."""
        relative = os.path.relpath(os.path.realpath(path), self.root).replace(os.sep, "/")
        return relative in self.before or relative not in self.known

    def write(self, path: str, out: BinaryIO) -> None:
        """Write a file of the commit as git would check it out; `path` is its path there."""
        _run(self.root, "cat-file", "--filters", f"{self.commit}:{path}", out=out)


def tree(folder: str, revision: str) -> Tree:
    """Return the working tree of a folder against a revision; raises UsageError where git knows neither."""
    root = os.path.realpath(os.fsdecode(_run(folder, "rev-parse", "--show-toplevel")).rstrip("\n"))
    commit = _commit(root, revision)
    changes = dict(_changes(_run(root, "diff", "--no-ext-diff", "--name-status", "--find-renames", "-z", commit, "--")))
    known = _run(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    return Tree(root, commit, changes, frozenset(os.fsdecode(known).split("\0")))


def _commit(root: str, revision: str) -> str:
    name = revision.removesuffix(MERGE_BASE)
    try:
        found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    except UsageError as error:
        hint = "fetch it first; a shallow clone in CI has no history"
        raise UsageError(f'--diff-base: git knows no revision "{name}": {hint}') from error
    commit = found.decode().strip()
    return _run(root, "merge-base", commit, "HEAD").decode().strip() if revision.endswith(MERGE_BASE) else commit


def _changes(listed: bytes) -> Iterator[tuple[str, str | None]]:
    words = iter(os.fsdecode(listed).split("\0"))
    for kind in words:
        if kind.startswith(("R", "C")):
            old = next(words)
            yield next(words), old
        elif kind:
            path = next(words)
            yield path, None if kind == "A" else path


def _run(folder: str, *arguments: str, out: BinaryIO | None = None) -> bytes:
    command = ["git", "-C", folder, *arguments]
    try:
        done = subprocess.run(command, stdout=out or subprocess.PIPE, stderr=subprocess.PIPE, check=False)  # noqa: S603
    except FileNotFoundError as error:
        raise UsageError("--diff-base needs git, which is not installed") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ").partition("\n")[0]
        raise UsageError(f"--diff-base: git {arguments[0]} failed in {folder}: {said}")
    return done.stdout or b""
