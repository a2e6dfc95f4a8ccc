"""Mending one piece of a file: what a worker process does for `check --fix`, `clean` and `show`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.article import path_of
from scrapelint.baseline.acceptance import load
from scrapelint.baseline.accepted import Spared
from scrapelint.config.projects import place_of
from scrapelint.errors import RuleError
from scrapelint.fixes.bounds import MAX_REMOVED
from scrapelint.fixes.edits import mend
from scrapelint.fixes.json_text import literal
from scrapelint.intake import Found
from scrapelint.located import named
from scrapelint.readers.pieces import Piece, articles
from scrapelint.runners.local import joined
from scrapelint.runners.pipeline import installed, source_of, wanted
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapelint.article import Article
    from scrapelint.config.values import Config
    from scrapelint.finding import Finding
    from scrapelint.fixes.bounds import Over
    from scrapelint.fixes.edits import Fixed, Mended
    from scrapelint.fixes.patches import Hunk
    from scrapelint.intake import Checked, Intake
    from scrapelint.readers.source import Source


class Fixes(NamedTuple):
    """Which fixes to apply."""

    unsafe: bool = False
    min_confidence: float = 0.0
    max_removed: float = MAX_REMOVED
    """Share of an article's paragraphs that they may take out together."""

    def has(self, finding: Finding) -> bool:
        """Tell whether the fix of a finding is one of them."""
        fix = finding.fix
        return fix is not None and (fix.safe or self.unsafe) and finding.confidence >= self.min_confidence


class Job(NamedTuple):
    """A piece of a file to mend."""

    filename: str
    kind: str
    piece: Piece


class FieldHunks(NamedTuple):
    """What was done to one field."""

    name: str
    """Our name of the field."""
    before: str
    hunks: Sequence[Hunk]
    """In places of the field's value."""
    written: Sequence[Hunk]
    """The same in places of the piece."""


class Outcome(NamedTuple):
    """One article of a piece after mending."""

    checked: Checked
    """The article as it is now, and what is found in it."""
    fixed: Sequence[Fixed] = ()
    fields: Sequence[FieldHunks] = ()
    readable: bool = True
    """False where the piece is no article; it then stays as it is."""
    accepted: frozenset[str] = frozenset()
    """Fingerprints of what is found, and accepted."""
    over: Over | None = None
    """Why it was left as it is, where mending would have taken too much of it."""


class Mender:
    """Configured rules that mend pieces."""

    def __init__(self, config: Config, fixes: Fixes) -> None:
        """Load the rules; raises ConfigError like `selection.linter`."""
        registry = installed()
        self._config = config
        self._fixes = fixes
        self._known = selection.with_packs(config, registry)
        self._rules = {rule.code: rule for rule in selection.select(config, self._known)}
        self._linter = selection.linter(config, registry)
        self._ignored: dict[str, frozenset[str]] = {}
        self._accepted: dict[str, frozenset[str]] = {}

    def __call__(self, job: Job) -> list[Outcome]:
        """Return the articles of a piece, mended."""
        source = source_of(job.filename, self._config)
        found = articles(job.piece, job.kind, source)
        return [self._mended(job, source, path, intake) for path, intake in found]

    def wanted(self, findings: Sequence[Finding], filename: str) -> list[Finding]:
        """Return the findings whose rule is on for a file."""
        if filename not in self._ignored:
            self._ignored = {filename: selection.ignored_in(filename, self._config, self._known)}
        return list(wanted(findings, self._rules, self._ignored[filename]))

    def accepted(self, filename: str) -> frozenset[str]:
        """Return the fingerprints of what is accepted in the project of a file; that is not mended."""
        root = place_of(filename, self._config.root).root
        if root not in self._accepted:
            self._accepted[root] = load(root).fingerprints
        return self._accepted[root]

    def _mended(self, job: Job, source: Source, path: list[str | int], intake: Intake) -> Outcome:
        faults = self.wanted(intake.faults, job.filename)
        if not intake.readable:
            return Outcome(joined(intake._replace(faults=faults), Found()), readable=False)
        in_json = job.kind.startswith("json")
        accepted = self.accepted(job.filename)
        spared = Spared(accepted)
        try:
            mended = mend(
                intake.article,
                lambda article: spared(article, self.wanted(self._linter.check(article), job.filename)),
                lambda finding: self._fixes.has(finding) and (in_json or finding.field == "text"),
                self._fixes.max_removed,
            )
        except RuleError as error:
            return Outcome(joined(intake._replace(faults=faults), Found((), str(error))))
        if in_json:
            fields = _in_json(job.piece, source, path, intake.article, mended)
        else:
            fields = _in_text(job.piece, intake.article, mended)
        still = intake._replace(article=mended.article, faults=_still(faults, mended))
        left = list(named(mended.article, mended.left)) if accepted else mended.left
        hidden = accepted.intersection(finding.fingerprint for finding in left)
        return Outcome(joined(still, Found(left)), mended.fixed, fields, accepted=hidden, over=mended.over)


def _still(faults: Sequence[Finding], mended: Mended) -> list[Finding]:
    """Return the faults of a text that was mended: those with a place in it are looked for again."""
    if not any(fault.span for fault in faults) or "text" not in mended.hunks:
        return list(faults)
    from scrapelint.readers.faults import undecodable

    elsewhere = [fault for fault in faults if not fault.span]
    severity = next(fault.severity for fault in faults if fault.span)
    return [*elsewhere, *(fault._replace(severity=severity) for fault in undecodable(mended.article))]


def _in_text(piece: Piece, article: Article, mended: Mended) -> list[FieldHunks]:
    hunks = mended.hunks.get("text", ())
    if not hunks:
        return []
    shift = article.start.offset - piece.start.offset
    moved = [hunk._replace(start=hunk.start + shift, end=hunk.end + shift) for hunk in hunks]
    return [FieldHunks("text", article.text, hunks, moved)]


def _in_json(piece: Piece, source: Source, path: list[str | int], article: Article, mended: Mended) -> list[FieldHunks]:
    if not mended.hunks:
        return []
    record = json.loads(piece.written)
    for key in path:
        record = record[key]
    found: dict[tuple[str | int, ...], FieldHunks] = {}
    for name, hunks in mended.hunks.items():
        place = (*path, *path_of(name, record, source.names))
        # Two of our fields may be one of the record, where the configuration says so: it is mended once.
        found.setdefault(place, FieldHunks(name, _value(article, name), hunks, _written(piece, place, hunks)))
    return list(found.values())


def _written(piece: Piece, path: tuple[str | int, ...], hunks: Sequence[Hunk]) -> list[Hunk]:
    found = literal(piece.written, path)
    if found is None:
        msg = f"no string at {list(path)}"
        raise AssertionError(msg)
    return list(found.hunks(hunks, ascii_only=piece.written.isascii()))


def _value(article: Article, field: str) -> str:
    fields: Mapping[str, object] = article.fields
    return article.text if field == "text" else str(fields.get(field, ""))
