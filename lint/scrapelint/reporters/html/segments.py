"""A line cut where marks and changes begin and end."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.reporters.shown import hunks_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.finding import Finding, Severity, Span
    from scrapelint.fixes.patches import Hunk
    from scrapelint.text.lines import Line

LINE_BREAK = "⏎"
"""Stands for a line break that mending takes out."""


class Segment(NamedTuple):
    """A piece of a line of which one thing is said."""

    text: str
    severity: str = ""
    """Of the worst finding that marks it; empty where none does."""
    change: str = ""
    """`gone` for what mending takes out, `new` for what it writes; empty for what stays."""


def segments(line: Line, findings: Sequence[Finding], hunks: Sequence[Hunk]) -> list[Segment]:
    """Return a line in pieces; without what is new they are the line."""
    here = list(hunks_on(line, hunks))
    spans = [finding.span for finding in findings if finding.span]
    edges = {line.start, line.end, *_edges(line, spans), *_edges(line, here)}
    found = [*_new(line, here, line.start)]
    for start, end in pairwise(sorted(edges)):
        gone = any(hunk.start < end and start < hunk.end for hunk in here)
        text = line.text[start - line.start : end - line.start]
        found.append(Segment(text, _severity(findings, start, end), "gone" if gone else ""))
        found += _new(line, here, end)
    return found


def _edges(line: Line, spans: Iterable[Span | Hunk]) -> Iterator[int]:
    for start, end, *_ in spans:
        yield from (at for at in (start, end) if line.start < at < line.end)


def _severity(findings: Iterable[Finding], start: int, end: int) -> str:
    marking = (f.severity for f in findings if f.span and f.span.start < end and start < f.span.end)
    worst: Severity | None = max(marking, default=None)
    return "" if worst is None else worst.label


def _new(line: Line, hunks: Iterable[Hunk], at: int) -> Iterator[Segment]:
    """Yield what mending does at a place after what it takes out of the line: a line break gone, words written."""
    for hunk in hunks:
        if min(hunk.end, line.end) != at or hunk.start < line.start:
            continue
        if hunk.end > line.end and (hunk.content or line.start < hunk.start < line.end):
            yield Segment(LINE_BREAK, change="gone")
        if hunk.content:
            yield Segment(hunk.content, change="new")
