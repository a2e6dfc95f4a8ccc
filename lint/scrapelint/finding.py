"""Findings and the values that they are made of."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapelint.location import Location


class Severity(IntEnum):
    """What a user has to do about a finding; a larger value is worse."""

    INFO = 0
    """Worth knowing."""
    WARNING = 1
    """Look at it."""
    ERROR = 2
    """The text is wrong, or is not the article."""

    @property
    def label(self) -> str:
        """The name in lower case, as users write it."""
        return self.name.lower()

    def __str__(self) -> str:
        """Return the name in lower case, not the number."""
        return self.label

    def __format__(self, spec: str) -> str:
        """Return the name in lower case, set as text."""
        return format(self.label, spec)

    @classmethod
    def of(cls, label: str) -> Severity:
        """Return the severity of this name; raises KeyError for any other."""
        return cls[label.upper()]


class Span(NamedTuple):
    """A half-open range of code points in a text."""

    start: int
    end: int


class Edit(NamedTuple):
    """Replace the code points from `start` to `end` by `content`."""

    start: int
    end: int
    content: str = ""


class Fix(NamedTuple):
    """Edits that mend one finding, all or none."""

    message: str
    edits: tuple[Edit, ...]
    safe: bool
    """True where the rule's measured precision on what it changes is .99 or better."""
    relies_on: tuple[Span, ...] = ()
    """What has to stay for the fix to be right: the copy of what it takes out."""

    @property
    def applicability(self) -> str:
        """`safe` or `unsafe`."""
        return "safe" if self.safe else "unsafe"


class Related(NamedTuple):
    """The address of another article that a finding is about."""

    filename: str
    record: int | None
    id: str

    @property
    def shown(self) -> str:
        """Its id as a message names it; with its file, where the id is no more than the number of the record."""
        return self.place if self.id == str(self.record) else self.id

    @property
    def place(self) -> str:
        """Its file, and with several articles in it the number of the record."""
        return self.filename if self.record is None else f"{self.filename}:{self.record}"


class Finding(NamedTuple):
    """One reported place, as a rule yields it."""

    code: str
    name: str
    severity: Severity
    message: str
    """Lower case, no full stop: the fact and its number."""
    span: Span | None
    """None where the finding is about a metadata field or a whole record."""
    confidence: float
    """Measured precision of this kind of hit, from 0 to 1."""
    evidence: Mapping[str, object] = {}
    """Why: the phrase and pack entry, or the value and its threshold."""
    fix: Fix | None = None
    field: str = "text"
    """The field of the article that the finding is about."""
    place: Location | None = None
    """Where in its file it starts: known where no article could be read there, and once findings are placed."""
    fingerprint: str = ""
    """Its name, which survives moved lines; empty until somebody needs it."""
    related: tuple[Related, ...] = ()
    """The other articles that a finding across articles is about, in the order of their ids."""
    end: Location | None = None
    """Where in its file it ends, exclusive; known once findings are placed."""

    def judged(self, confidence: float, severity: Severity, fix: Fix | None) -> Finding:
        """Return the finding with these in the place of its own."""
        return Finding(
            self.code, self.name, severity, self.message, self.span, confidence, self.evidence, fix,
            self.field, self.place, self.fingerprint, self.related, self.end,
        )  # fmt: skip

    def moved(self, span: Span, edit: Edit) -> Finding:
        """Return the finding on another span of the text; its fix, where it has one, makes this edit alone."""
        return self._replace(span=span, fix=self.fix and self.fix._replace(edits=(edit,)))

    def placed(self, place: Location | None, end: Location | None, fingerprint: str) -> Finding:
        """Return the finding with where it starts and ends in its file, and its name."""
        return Finding(
            self.code, self.name, self.severity, self.message, self.span, self.confidence, self.evidence, self.fix,
            self.field, place, fingerprint, self.related, end,
        )  # fmt: skip

    @property
    def row(self) -> int | None:
        """Row in the file, or in the text of a record, from 1; None for a finding without a place."""
        return self.place.row if self.place else None

    @property
    def column(self) -> int | None:
        """Column in that row, in code points from 1; None for a finding without a place."""
        return self.place.column if self.place else None


def fingerprint(finding: Finding, identity: str, excerpt: str, nth: int = 0) -> str:
    """Return a 32-digit name of the finding that survives moved lines.

    Made of code, article, field and the folded excerpt; `nth` counts equal ones in the article.
    """
    from hashlib import blake2b

    parts = (finding.code, identity, finding.field, folded(excerpt), str(nth))
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(joined, digest_size=16).hexdigest()


def folded(excerpt: str) -> str:
    """Return an excerpt in lower case on one line: what a fingerprint heeds of it."""
    return " ".join(excerpt.lower().split())
