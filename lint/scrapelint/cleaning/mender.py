"""Mending one piece of a file: what a worker process does for `check --fix`, `clean` and `show`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.baseline.acceptance import load
from scrapelint.baseline.accepted import Spared
from scrapelint.config.projects import place_of
from scrapelint.errors import RuleError
from scrapelint.fixes.bounds import MAX_REMOVED
from scrapelint.fixes.choosing import mend_by_choice
from scrapelint.fixes.edits import mend
from scrapelint.fixes.splicing import spliced
from scrapelint.intake import Found
from scrapelint.located import named
from scrapelint.readers.format import articles_of
from scrapelint.runners.local import joined, unexpected
from scrapelint.runners.pipeline import installed, source_of, wanted
from scrapelint.selection import selecting as selection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from scrapelint.article import Article
    from scrapelint.config.values import Config
    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding
    from scrapelint.fixes.bounds import Over
    from scrapelint.fixes.choosing import Decider
    from scrapelint.fixes.edits import Fixed, Mended
    from scrapelint.fixes.patches import Hunk
    from scrapelint.fixes.splicing import Spliced
    from scrapelint.intake import Checked, Intake
    from scrapelint.readers.format import Piece, TextFormat
    from scrapelint.readers.source import Source
    from scrapelint.readers.table import TableFormat


class Fixes(NamedTuple):
    """Which fixes to apply."""

    unsafe: bool = False
    min_confidence: float = 0.0
    max_removed: float = MAX_REMOVED
    """Share of an article's paragraphs that they may take out together."""
    decider: Decider | None = None
    """Who is asked about each of them, in this process; None where all are applied."""

    def has(self, finding: Finding) -> bool:
        """Tell whether the fix of a finding is one of them."""
        fix = finding.fix
        return fix is not None and (fix.safe or self.unsafe) and finding.confidence >= self.min_confidence


class Job(NamedTuple):
    """A piece of a file to mend."""

    filename: str
    format: TextFormat | TableFormat
    piece: Piece


class FieldHunks(NamedTuple):
    """What was done to one field."""

    name: str
    """Our name of the field."""
    before: str
    hunks: Sequence[Hunk]
    """In places of the field's value."""
    written: Sequence[Spliced]
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

    def __init__(self, config: Config, fixes: Fixes, folder: str = "") -> None:
        """Load the rules; raises ConfigError like `selection.linter`.

        Names of files count from a folder, by default the current one.
        """
        registry = installed()
        self._config, self._folder = config, folder
        self._fixes = fixes
        self._known = selection.with_packs(config, registry)
        self._rules = {rule.code: rule for rule in selection.select(config, self._known)}
        self._linter = selection.linter(config, registry)
        self._ignored: dict[str, frozenset[str]] = {}
        self._accepted: dict[str, frozenset[str]] = {}

    def __call__(self, job: Job) -> list[Outcome]:
        """Return the articles of a piece, mended."""
        source = source_of(job.filename, self._config, self._folder)
        found = articles_of(job.format, job.piece, source)
        return [self._one(job, source, index, intake) for index, intake in enumerate(found)]

    def document(self, article: Article) -> Document:
        """Return an article as its rules see it."""
        return self._linter.document(article)

    def mend(self, article: Article, filename: str, *, mends_fields: bool) -> Mended:
        """Return an article of a file, mended; raises RuleError where a rule fails."""
        spared, fixes = Spared(self.accepted(filename)), self._fixes

        def check(now: Article) -> Sequence[Finding]:
            return spared(now, self.wanted(self._linter.every(now), filename))

        def is_wanted(finding: Finding) -> bool:
            return fixes.has(finding) and (mends_fields or finding.field == "text")

        if fixes.decider:
            return mend_by_choice(article, check, is_wanted, fixes.max_removed, fixes.decider)
        return mend(article, check, is_wanted, fixes.max_removed)

    def left(self, article: Article, filename: str) -> list[Finding]:
        """Return what is found in an article of a file, less what is accepted; raises RuleError where a rule fails."""
        found = named(article, self.wanted(self._linter.check(article), filename))
        return [finding for finding in found if finding.fingerprint not in self.accepted(filename)]

    def wanted(self, findings: Sequence[Finding], filename: str) -> list[Finding]:
        """Return the findings whose rule is on for a file."""
        if filename not in self._ignored:
            self._ignored = {filename: selection.ignored_in(filename, self._config, self._known)}
        return list(wanted(findings, self._rules, self._ignored[filename]))

    def accepted(self, filename: str) -> frozenset[str]:
        """Return the fingerprints of what is accepted in the project of a file; that is not mended."""
        root = place_of(os.path.join(self._folder, filename), self._config.root).root  # noqa: PTH118
        if root not in self._accepted:
            self._accepted[root] = load(root).fingerprints
        return self._accepted[root]

    def _one(self, job: Job, source: Source, index: int, intake: Intake) -> Outcome:
        """Return one article, mended; one at which anything unexpected is raised stays as it is."""
        try:
            return self._mended(job, source, index, intake)
        except RuleError as error:
            problem = str(error)
        except Exception as error:  # noqa: BLE001  # one record never ends a data set
            problem = unexpected(intake.article, error)
        faults = self.wanted(intake.faults, job.filename)
        return Outcome(joined(intake._replace(faults=faults), Found((), problem)))

    def _mended(self, job: Job, source: Source, index: int, intake: Intake) -> Outcome:
        faults = self.wanted(intake.faults, job.filename)
        if not intake.readable:
            return Outcome(joined(intake._replace(faults=faults), Found()), readable=False)
        accepted = self.accepted(job.filename)
        mended = self.mend(intake.article, job.filename, mends_fields=job.format.mends_fields)
        fields = _fields(job, source, index, intake.article, mended)
        still = intake._replace(article=mended.article, faults=_still(faults, mended))
        left = list(named(mended.article, mended.left)) if accepted else mended.left
        left = self.wanted(self._linter.bounded(list(left)), job.filename)
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


def _fields(job: Job, source: Source, index: int, article: Article, mended: Mended) -> list[FieldHunks]:
    """Return what was done to each field."""
    found: dict[tuple[int, int], FieldHunks] = {}
    for name, hunks in mended.hunks.items():
        parts = job.format.parts(job.piece, source, index, name)
        if not parts:
            raise LookupError(f"the field {name} is not in the record")
        written = spliced(job.piece.written, parts, hunks)
        # Two of our fields may be one of the record, where the configuration says so: it is mended once.
        found.setdefault((parts[0].start, parts[-1].end), FieldHunks(name, _value(article, name), hunks, written))
    return list(found.values())


def _value(article: Article, field: str) -> str:
    fields: Mapping[str, object] = article.fields
    return article.text if field == "text" else str(fields.get(field, ""))
