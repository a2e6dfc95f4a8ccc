"""What filters would drop, one after the other, and what `clean` would take out: counted in bounded memory."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Severity
from scrapelint.fixes.bounds import MAX_REMOVED, MIN_CONFIDENCE
from scrapelint.fixes.edits import mend
from scrapelint.reporters.html.overview import Share
from scrapelint.rule import MIN_ERROR_CONFIDENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrapelint.finding import Finding
    from scrapelint.gates.gates import Share as Gate
    from scrapelint.intake import Checked

MAX_KNOWN = 200_000
"""Articles with findings that are remembered, in some 20 MB, for when they come again with those across articles."""


class Step(NamedTuple):
    """A filter of articles."""

    name: str
    kind: str
    """A severity, or `gate`."""
    drops: Callable[[Finding], bool]
    """Tells whether it drops an article by a finding."""


class StepRow(NamedTuple):
    """What one step comes to."""

    name: str
    kind: str
    alone: Share
    """Articles that it would drop alone."""
    dropped: Share
    """Those of them that are left by the steps before it."""
    left: Share
    """Articles that are left after it."""


class Cleaning(NamedTuple):
    """What `clean` would do with its defaults, in one round of fixes."""

    mended: Share
    """Articles."""
    removed: Share
    """Characters of their texts."""
    over: int
    """Articles that would lose too much, and stay as they are."""


class Waterfall:
    """Counts articles by the steps that drop them, and what fixes take out."""

    def __init__(self, gates: Sequence[Gate] = ()) -> None:
        """Take the shares that the run is held to: each is a step, after those of the severities."""
        self._steps = (*_severities(), *map(_of_gate, gates))
        self._articles = self._chars = self._mended = self._removed = self._over = 0
        self._alone: Counter[int] = Counter()
        self._dropped: Counter[int] = Counter()
        self._known: dict[int, frozenset[int]] = {}
        """By hash of an article's address, the steps that drop it."""

    def add(self, checked: Checked) -> None:
        """Count one article; of one that comes again only what is new."""
        if not checked.is_article:
            return
        if not checked.again:
            self._articles += 1
            self._chars += len(checked.article.text)
            self._mend(checked)
        if checked.findings:
            self._drop(checked)

    def rows(self) -> Iterator[StepRow]:
        """Yield the steps, in order."""
        left = self._articles
        for number, step in enumerate(self._steps):
            left -= self._dropped[number]
            counts = (self._alone[number], self._dropped[number], left)
            yield StepRow(step.name, step.kind, *(Share(count, self._articles) for count in counts))

    @property
    def cleaning(self) -> Cleaning:
        """What `clean` would do."""
        return Cleaning(Share(self._mended, self._articles), Share(self._removed, self._chars), self._over)

    def _drop(self, checked: Checked) -> None:
        address = hash((checked.article.filename, checked.article.record))
        before = self._known.get(address) if checked.again else frozenset[int]()
        if before is None:
            if not checked.was_clean and len(self._known) >= MAX_KNOWN:
                return
            before = frozenset()
        found = before | {n for n, step in enumerate(self._steps) if any(map(step.drops, checked.findings))}
        self._alone.update(found - before)
        if found:
            self._dropped[min(found)] += 1
        if before:
            self._dropped[min(before)] -= 1
        if found and len(self._known) < MAX_KNOWN:
            self._known[address] = found

    def _mend(self, checked: Checked) -> None:
        """Apply the fixes of the findings there are; nothing is checked again."""
        if not any(map(_is_applied, checked.findings)):
            return
        article = checked.article
        mended = mend(article, lambda now: checked.findings if now is article else (), _is_applied, MAX_REMOVED)
        hunks = mended.hunks.get("text", ())
        self._over += mended.over is not None
        self._mended += bool(hunks)
        self._removed += sum(hunk.end - hunk.start - len(hunk.content) for hunk in hunks)


def _severities() -> Iterator[Step]:
    yield Step("error", "error", lambda finding: finding.severity == Severity.ERROR)
    bands = ((MIN_ERROR_CONFIDENCE, 2.0), (MIN_CONFIDENCE, MIN_ERROR_CONFIDENCE), (0.0, MIN_CONFIDENCE))
    for least, below in bands:
        yield Step(f"warning, {_sure(least, below)}", "warning", _in_band(least, below))


def _sure(least: float, below: float) -> str:
    if below > 1:
        return f"from {least:.0%}"
    return f"{least:.0%} to {below:.0%}" if least else f"below {below:.0%}"


def _in_band(least: float, below: float) -> Callable[[Finding], bool]:
    return lambda finding: finding.severity == Severity.WARNING and least <= finding.confidence < below


def _of_gate(gate: Gate) -> Step:
    return Step(f"gate {gate.selector}", "gate", lambda finding: finding.code in gate.codes)


def _is_applied(finding: Finding) -> bool:
    return finding.fix is not None and finding.confidence >= MIN_CONFIDENCE and finding.field == "text"
