"""One place, one finding: what several rules say of the same lines, and one rule of neighbouring lines."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.finding import Fix
from scrapelint.rule import cap
from scrapelint.text.lines import removal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from scrapelint.engine.document import Document
    from scrapelint.finding import Finding
    from scrapelint.text.lines import Line

ALSO = "also"
"""Key of the evidence under which a finding names the rules that say the same, as code and name."""

GRADES = (0.7, 0.85, 0.9, 0.95, 0.99)
"""Confidences that users choose by and severities end at: neighbours on two sides of one stay apart."""

LINES = "merged_lines"
"""Key of the evidence that tells how many neighbouring lines one finding is about."""


class _Place(NamedTuple):
    """A finding about whole lines, and the indices of the first and last of them."""

    finding: Finding
    first: int
    last: int
    removes: bool
    """Whether its fix takes out exactly these lines; it may have none."""

    def covers(self, other: _Place) -> bool:
        """Tell whether all lines of another finding are among those of this one."""
        return self.first <= other.first and other.last <= self.last


def merged(
    doc: Document,
    found: Sequence[Finding],
    fallback: frozenset[str] = frozenset(),
    apart: frozenset[str] = frozenset(),
) -> list[Finding]:
    """Return the findings of a document, those about the same lines and neighbours of one rule as one each.

    Of findings about the same lines the surest stays and names the others in its evidence, one of a rule that knows
    the wording before one of a `fallback`. None gives way to one that could not be fixed while it could, or that is
    about the whole text. Findings about parts of a line, or about fields, stay as they are, as do those of the rules
    `apart`.
    """
    places, others = _by_kind(doc, found, apart)
    whole: list[_Place] = []
    parts: list[_Place] = []
    for place in places:
        (whole if place.last - place.first + 1 == len(doc.lines) else parts).append(place)
    kept = sorted([*whole, *_surest(parts, fallback)], key=lambda place: (place.first, place.last, place.finding.code))
    return [*others, *(place.finding for place in _joined(doc, kept))]


def _by_kind(doc: Document, found: Iterable[Finding], apart: frozenset[str]) -> tuple[list[_Place], list[Finding]]:
    """Return the findings about whole lines, and those that stay as they are."""
    places, others = [], []
    for finding in found:
        place = None if finding.code in apart else _place(doc, finding)
        if place:
            places.append(place)
        else:
            others.append(finding)
    return places, others


def _place(doc: Document, finding: Finding) -> _Place | None:
    if finding.span is None or finding.field != "text" or finding.related:
        return None
    lines = doc.lines_in(finding.span)
    if not lines or lines[0].span.start < finding.span.start or lines[-1].span.end > finding.span.end:
        return None
    removes = _removes(doc, finding, lines[0], lines[-1])
    return None if removes is None else _Place(finding, lines[0].index, lines[-1].index, removes)


def _removes(doc: Document, finding: Finding, first: Line, last: Line) -> bool | None:
    """Tell whether a fix takes out exactly the lines of its finding; None where it does something else."""
    if finding.fix is None:
        return False
    return True if finding.fix.edits == (doc.removal(first, last),) else None


def _surest(places: Iterable[_Place], fallback: frozenset[str]) -> list[_Place]:
    """Return the findings that no surer one covers, each with what it stands for."""
    kept: list[_Place] = []
    # By line, so that a finding is compared with those that touch its first line, not with all.
    at_line: dict[int, list[int]] = {}
    for place in sorted(places, key=lambda place: _rank(place, fallback)):
        near = at_line.get(place.first, ())
        at = next((i for i in near if _stands_for(kept[i], place, fallback)), None)
        if at is not None:
            kept[at] = kept[at]._replace(finding=_naming(kept[at].finding, place.finding))
            continue
        for line in range(place.first, place.last + 1):
            at_line.setdefault(line, []).append(len(kept))
        kept.append(place)
    return kept


def _rank(place: _Place, fallback: frozenset[str]) -> tuple[bool, float, bool, int, str, int]:
    # Surest first, of equals the one with a fix, then the widest: it may stand for those in it.
    finding = place.finding
    size = place.first - place.last
    return finding.code in fallback, -finding.confidence, finding.fix is None, size, finding.code, place.first


def _stands_for(known: _Place, other: _Place, fallback: frozenset[str]) -> bool:
    if known.finding.code == other.finding.code or (known.finding.fix is None and other.finding.fix):
        return False
    same = (known.first, known.last) == (other.first, other.last)
    wider = known.covers(other) and known.finding.fix is not None and known.finding.code not in fallback
    return same or wider


def _naming(finding: Finding, other: Finding) -> Finding:
    """Return the finding that stays, with the rule of another in its evidence.

    It is as severe as the worse of the two, as far as its own confidence allows: a fix is done by no other's.
    """
    names = {*_named(finding), *_named(other), f"{other.code} {other.name}"}
    severity = max(finding.severity, min(other.severity, cap(finding.confidence)))
    return finding._replace(evidence={**finding.evidence, ALSO: sorted(names)}, severity=severity)


def _named(finding: Finding) -> Iterable[str]:
    """Return the rules that a finding already stands for."""
    known = finding.evidence.get(ALSO, ())
    return known if isinstance(known, list) else ()


def _joined(doc: Document, places: Iterable[_Place]) -> Iterator[_Place]:
    """Yield the findings, neighbours of one rule that are as severe and mended alike as one."""
    run: list[_Place] = []
    for place in places:
        if run and not _continues(run[-1], place):
            yield _one(doc, run)
            run = []
        run.append(place)
    if run:
        yield _one(doc, run)


def _continues(above: _Place, below: _Place) -> bool:
    one, other = above.finding, below.finding
    alike = (one.code, one.severity, _grade(one)) == (other.code, other.severity, _grade(other))
    return below.first == above.last + 1 and alike and above.removes is below.removes


def _grade(finding: Finding) -> int:
    return bisect_right(GRADES, finding.confidence)


def _one(doc: Document, run: Sequence[_Place]) -> _Place:
    first, last = run[0], run[-1]
    if len(run) == 1:
        return first
    finding, span = first.finding, doc.span(doc.lines[first.first], doc.lines[last.last])
    least = min((place.finding for place in run), key=lambda finding: finding.confidence)
    lines = last.last - first.first + 1
    fixes = [place.finding.fix for place in run if place.finding.fix]
    needs = tuple(dict.fromkeys(span for fix in fixes for span in fix.relies_on))
    edits = (removal(doc.text, *span),)
    fix = Fix("remove the lines", edits, all(fix.safe for fix in fixes), needs) if fixes else None
    names = {name for place in run for name in _named(place.finding)}
    also = {ALSO: sorted(names)} if names else {}
    one = finding._replace(
        span=span, confidence=least.confidence, fix=fix, evidence={**finding.evidence, **also, LINES: lines},
        message=f"{finding.message}, and {lines - 1} more",
    )  # fmt: skip
    return _Place(one, first.first, last.last, first.removes)
