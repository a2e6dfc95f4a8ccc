"""Findings that a team has accepted: the lines of `.scrapelint-accepted.jsonl`.

One line an entry, sorted: two branches that accept different findings change different lines.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.located import key_of, named
from scrapelint.rule import excerpt
from scrapelint.text.visible import json_escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.located import Key

EXCERPT_CHARS = 100
"""How much of the text an entry shows to whoever reads the file, in code points; only the fingerprint counts."""


class Entry(NamedTuple):
    """One accepted finding; the order of the fields is that of the file's lines."""

    filename: str
    """The file from the folder of the project."""
    id: str
    """Id of the record; empty where the file is one article."""
    code: str
    excerpt: str
    """What the finding is about, folded and cut."""
    fingerprint: str
    reason: str
    date: str
    """The day on which it was accepted, as YYYY-MM-DD."""


class Row(NamedTuple):
    """A line of the file as it is there."""

    number: int
    """From 1."""
    start: int
    end: int
    """Where in the file it is, in code points, without its line end."""
    written: str
    entry: Entry | None
    problem: str = ""
    """What keeps the line from being an entry."""


def rows(text: str) -> list[Row]:
    """Return the lines of the file that are not blank; one that is no entry says why."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            entry, problem = _parsed(line)
            found.append(Row(number, start, start + len(line.rstrip("\r")), line.rstrip("\r"), entry, problem))
        start += len(line) + 1
    return found


def entry_of(finding: Finding, filename: str, record_id: str, about: str, reason: str, date: str) -> Entry:
    """Return the entry that accepts a finding, which has its fingerprint; `about` is its folded excerpt."""
    return Entry(filename, record_id, finding.code, excerpt(about, EXCERPT_CHARS), finding.fingerprint, reason, date)


def written(entries: Iterable[Entry], kept: Iterable[str] = ()) -> str:
    """Return the content of the file: lines that are no entries as they were, then the entries, sorted, each once."""
    unique = {entry.fingerprint: entry for entry in entries}
    lines = [json_escaped(json.dumps(_record(entry), ensure_ascii=False)) for entry in sorted(unique.values())]
    return "".join(line + "\n" for line in (*kept, *lines))


def split(findings: Sequence[Finding], accepted: frozenset[str]) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that are left and those that are accepted; all have their fingerprints."""
    left = [finding for finding in findings if finding.fingerprint not in accepted]
    return left, [finding for finding in findings if finding.fingerprint in accepted]


class Spared:
    """Keeps accepted findings from being mended, in all rounds of mending one article."""

    def __init__(self, accepted: frozenset[str]) -> None:
        """Take the fingerprints of what is accepted."""
        self._accepted = accepted
        self._kept: frozenset[Key] | None = None

    def __call__(self, article: Article, findings: Sequence[Finding]) -> Sequence[Finding]:
        """Return the findings, without a fix where they, or equal ones, were accepted in the article as it was."""
        if not self._accepted:
            return findings
        if self._kept is None:
            known = (f for f in named(article, findings) if f.fingerprint in self._accepted)
            self._kept = frozenset(key_of(article, finding) for finding in known)
        return [f._replace(fix=None) if key_of(article, f) in self._kept else f for f in findings]


def _record(entry: Entry) -> dict[str, str]:
    optional = ("id", "reason")
    return {name: value for name, value in entry._asdict().items() if value or name not in optional}


def _parsed(line: str) -> tuple[Entry | None, str]:
    try:
        value: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        return None, f"no valid JSON: {getattr(error, 'msg', str(error)).lower()}"
    if not isinstance(value, dict):
        return None, "no object"
    absent = [name for name in ("fingerprint", "code", "filename") if not isinstance(value.get(name), str)]
    if absent:
        return None, f"no {' and no '.join(absent)}"
    return Entry(**{name: str(value.get(name) or "") for name in Entry._fields}), ""
