"""Findings on their way into the file of accepted findings of their project."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.baseline.acceptance import load
from scrapelint.baseline.accepted import entry_of, written
from scrapelint.config.projects import ACCEPTED_FILE
from scrapelint.fixes.atomic import exclusive, replacing
from scrapelint.located import excerpt_of, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from scrapelint.article import Article
    from scrapelint.baseline.acceptance import Project
    from scrapelint.baseline.accepted import Entry
    from scrapelint.finding import Finding


def entries_of(article: Article, findings: Iterable[Finding], path: str, reason: str) -> Iterator[Entry]:
    """Yield the entries that accept findings of an article today; `path` is that of its file in the project."""
    today = time.strftime("%Y-%m-%d", time.gmtime())
    record_id = article.id if article.record is not None else ""
    for finding in named(article, findings):
        yield entry_of(finding, path, record_id, excerpt_of(article, finding), reason, today)


class Accepted(NamedTuple):
    """What accepting findings came to."""

    project: Project
    fresh: int
    """Entries that are new."""
    again: int
    """Entries that were there, and have a reason now."""
    is_merged_by_lines: bool
    """Whether git was told to keep the lines of both sides."""

    @property
    def sentence(self) -> str:
        """What there is to tell."""
        reasons = f" and gave {counted_entries(self.again)} a reason" if self.again else ""
        findings = "1 finding" if self.fresh == 1 else f"{self.fresh:,} findings"
        return f"Accepted {findings}{reasons}; {len(self.project.fingerprints) + self.fresh:,} in {self.project.shown}."


def accept(root: str, new: Sequence[Entry]) -> Accepted:
    """Write new entries beside those of a project, as its file now is.

    An entry that is there already is given the reason that it lacks.
    """
    with exclusive(root):
        project = load(root)
        known = {row.entry.fingerprint: row.entry for row in project.rows if row.entry}
        fresh = {entry.fingerprint: entry for entry in new if entry.fingerprint not in known}
        again = {e.fingerprint: known[e.fingerprint]._replace(reason=e.reason) for e in new if _lacks_reason(known, e)}
        is_merged = write(project, {**known, **fresh, **again})
    return Accepted(project, len(fresh), len(again), is_merged)


def write(project: Project, entries: Mapping[str, Entry]) -> bool:
    """Write the file anew with these entries by their fingerprints; tell whether git was told to merge it by lines.

    Lines of the file that are no entries stay.
    """
    kept = [row.written for row in project.rows if row.entry is None]
    with replacing(project.path) as out:
        out.write(written(entries.values(), kept).encode("utf-8", "backslashreplace"))
    return not project.text and _make_mergeable(project)


def counted_entries(number: int) -> str:
    """Return a number with its noun."""
    return "1 entry" if number == 1 else f"{number:,} entries"


def _lacks_reason(known: Mapping[str, Entry], entry: Entry) -> bool:
    there = known.get(entry.fingerprint)
    return there is not None and bool(entry.reason) and not there.reason


def _make_mergeable(project: Project) -> bool:
    """Tell git, where there is a repository, to keep the lines of both sides: no two branches conflict in the file."""
    path = os.path.join(project.root, ".gitattributes")  # noqa: PTH118
    if not os.path.exists(os.path.join(project.root, ".git")):  # noqa: PTH110, PTH118
        return False
    if os.path.lexists(path) and (os.path.islink(path) or not os.path.isfile(path)):  # noqa: PTH113, PTH114
        return False  # it may lead anywhere
    with open(path, "a+", encoding="utf-8", errors="surrogateescape", newline="") as file:  # noqa: PTH123
        file.seek(0)
        known = file.read()
        if ACCEPTED_FILE in known:
            return False
        file.write(("" if known.endswith("\n") or not known else "\n") + f"{ACCEPTED_FILE} merge=union\n")
    return True
