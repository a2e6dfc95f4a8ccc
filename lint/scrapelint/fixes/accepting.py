"""Findings on their way into the file of accepted findings of their project."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from scrapelint.baseline.accepted import entry_of, written
from scrapelint.config.projects import ACCEPTED_FILE
from scrapelint.fixes.atomic import replacing
from scrapelint.located import excerpt_of, named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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


def write(project: Project, entries: Mapping[str, Entry]) -> bool:
    """Write the file anew with these entries by their fingerprints; tell whether git was told to merge it by lines.

    Lines of the file that are no entries stay.
    """
    kept = [row.written for row in project.rows if row.entry is None]
    with replacing(project.path) as out:
        out.write(written(entries.values(), kept).encode("utf-8", "backslashreplace"))
    return not project.text and _make_mergeable(project)


def _make_mergeable(project: Project) -> bool:
    """Tell git, where there is a repository, to keep the lines of both sides: no two branches conflict in the file."""
    path = os.path.join(project.root, ".gitattributes")  # noqa: PTH118
    if not os.path.exists(os.path.join(project.root, ".git")):  # noqa: PTH110, PTH118
        return False
    with open(path, "a+", encoding="utf-8", errors="surrogateescape", newline="") as file:  # noqa: PTH123
        file.seek(0)
        known = file.read()
        if ACCEPTED_FILE in known:
            return False
        file.write(("" if known.endswith("\n") or not known else "\n") + f"{ACCEPTED_FILE} merge=union\n")
    return True
