"""What there is to show of an article: its findings in its lines, and what mending would do to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.engine.bounding import kinds
from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.fixes.edits import Mended
    from scrapelint.fixes.patches import Hunk
    from scrapelint.text.lines import Line

GOES, CHANGES, STAYS = "-", "~", "?"
"""Marks of a line that `clean` takes out, that it changes, and that is reported and stays."""


class Shown(NamedTuple):
    """An article with all that is shown of it."""

    article: Article
    findings: Sequence[Finding]
    mended: Mended
    lines: Sequence[Line]
    zone: Callable[[Line], str]
    residue: Sequence[float] = ()
    """For each line the probability that it is the page's; empty where nobody asked."""

    @property
    def hunks(self) -> Sequence[Hunk]:
        """What mending does to the text, in order."""
        return self.mended.hunks.get("text", ())


def result_of(shown: Shown) -> str:
    """Return in words how much is found in an article, and how much of it mending would take."""
    gone = sum(hunk.end - hunk.start - len(hunk.content) for hunk in shown.hunks)
    fixed = len(shown.mended.fixed)
    lines, found = counted(len(shown.lines), "line"), counted(sum(n for _, n in kinds(shown.findings)), "finding")
    if not fixed:
        return f"{lines}, {found}; clean would change nothing"
    of = f"{gone:,} of {len(shown.article.text):,} characters"
    return f"{lines}, {found}; clean would mend {fixed:,}, and take out {of}"


def lines_of(finding: Finding, lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines that a finding is about, in order."""
    if finding.span is None:
        return ()
    start, end = finding.span
    first = bisect_left(lines, start, key=lambda line: line.end)
    return lines[first : bisect_right(lines, max(start, end - 1), lo=first, key=lambda line: line.start)]


def mark_of(line: Line, hunks: Sequence[Hunk], *, is_reported: bool) -> str:
    """Return the mark of a line; empty for one of which nothing is said."""
    gone = list(hunks_on(line, hunks))
    kept, at = "", line.start
    for hunk in gone:
        kept += line.text[at - line.start : max(0, hunk.start - line.start)] + hunk.content
        at = max(at, hunk.end)
    kept += line.text[at - line.start :] if at < line.end else ""
    if gone and not kept.strip():
        return GOES
    if gone and any(_changes(line, hunk) for hunk in gone):
        return CHANGES
    return STAYS if is_reported else ""


def hunks_on(line: Line, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield the hunks that reach into a line or are at its end."""
    first = bisect_left(hunks, line.start, key=lambda hunk: hunk.end)
    for hunk in hunks[first : bisect_right(hunks, line.end, lo=first, key=lambda hunk: hunk.start)]:
        if hunk.end > line.start or hunk.start == hunk.end:
            yield hunk


def _changes(line: Line, hunk: Hunk) -> bool:
    """Tell whether a hunk changes more of a line than the line break after or before it."""
    inside = line.text[max(0, hunk.start - line.start) : max(0, hunk.end - line.start)]
    return bool(inside or hunk.content.strip("\n"))
