"""An article as its page shows it: rows of text with what is said about them."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.article import address_of
from scrapelint.located import locate, named
from scrapelint.reporters.html.segments import Segment, segments
from scrapelint.reporters.people.words import evidence_words, mending_words
from scrapelint.reporters.rule_pages import page_url
from scrapelint.reporters.shown import CHANGES, GOES, STAYS, hunks_on, lines_of, mark_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrapelint.article import Article
    from scrapelint.finding import Finding
    from scrapelint.located import Located
    from scrapelint.reporters.shown import Shown
    from scrapelint.text.lines import Line

MAX_NOTES = 500
"""Findings of one article that are shown; of more only their number is told."""
MAX_RELATED = 5
"""Other articles that a finding names."""
MAX_MARKED_LINES = 40
"""A finding about more lines is told beside the first, and leaves the text as it reads."""
MIN_ROOMY_LINES = 4
"""Lines that are together as high as a note."""
ANCHOR_DIGITS = 12
"""Of a fingerprint, in the address of a finding on the page: few enough to read, enough to be one."""
MARK_NAMES = {GOES: "goes", CHANGES: "changes", STAYS: "stays", "": ""}


class Note(NamedTuple):
    """A finding as the margin shows it."""

    anchor: str
    """The address of the finding on the page, the same in a later report as long as its content stays."""
    code: str
    name: str
    severity: str
    confidence: str
    message: str
    place: str
    """Row and column, as `12:1`, or the name of a field."""
    lines: int
    why: str
    do: str
    fix: str
    """`safe`, `unsafe`, or empty where nothing mends it."""
    url: str
    related: Sequence[str]
    """Addresses of other articles that it is about."""
    more_related: int
    alike: Sequence[Note] = ()
    """Further findings of the same rule that begin on the same line, of this severity."""


class Row(NamedTuple):
    """A line of the article, or a gap in it."""

    number: int | None
    """Row in the file, from 1; None where it is that of the row above."""
    zone: str
    opens_zone: bool
    mark: str
    """What mending does to it: goes, changes, stays, or nothing."""
    follows_blank: bool
    """Whether blank lines are above it in the text."""
    segments: Sequence[Segment]
    notes: Sequence[Note]
    then: Sequence[str]
    """Rules by which a later round of mending changes the line, where no finding of the first says so."""
    left_out: int = 0
    """Lines that this row stands for, where there are too many to show."""
    with_findings: int = 0
    """On how many of these something was found."""

    @property
    def has_room(self) -> bool:
        """Whether its one note fits beside the lines that it is about."""
        return len(self.notes) == 1 and MIN_ROOMY_LINES <= self.notes[0].lines <= MAX_MARKED_LINES


class Field(NamedTuple):
    """A field of the article, or the whole of it, with what is found in it."""

    name: str
    value: str
    notes: Sequence[Note]


class ArticleView(NamedTuple):
    """All that the page says of one article."""

    anchor: str
    title: str
    address: str
    shown: Shown
    fields: Sequence[Field]
    rows: Sequence[Row]
    hidden_notes: int
    """Findings that are left out because there are too many."""


def article_view(shown: Shown, advice: Callable[[str], str]) -> ArticleView:
    """Return what there is to show of an article; `advice` says by code what to do about a finding without a fix."""
    article = shown.article
    kept = list(named(article, shown.findings))[:MAX_NOTES]
    notes = [(located.finding, _note(article, located, shown, advice)) for located in locate(article, kept)]
    return ArticleView(
        _anchor(article.address), article.get("title"), article.address, shown, list(_fields(article, notes)),
        list(_rows(shown, notes)), len(shown.findings) - len(kept),
    )  # fmt: skip


def _anchor(address: str) -> str:
    digest = blake2b(address.encode("utf-8", "surrogatepass"), digest_size=ANCHOR_DIGITS // 2).hexdigest()
    return f"a-{digest}"


def _note(article: Article, located: Located, shown: Shown, advice: Callable[[str], str]) -> Note:
    finding, start, _ = located
    fix, related = finding.fix, [address_of(other.filename, other.record) for other in finding.related]
    return Note(
        anchor=f"f-{finding.fingerprint[:ANCHOR_DIGITS]}",
        code=finding.code,
        name=finding.name,
        severity=finding.severity.label,
        confidence=f"{finding.confidence:.0%}",
        message=finding.message,
        place=f"{start.row}:{start.column}" if start else finding.field,
        lines=len(lines_of(finding, shown.lines)),
        why=evidence_words(finding),
        do=mending_words(finding) or advice(finding.code),
        fix=fix.applicability if fix else "",
        url=page_url(finding.code),
        related=[name for name in related[:MAX_RELATED] if name != article.filename],
        more_related=max(0, len(related) - MAX_RELATED),
    )


Notes = list[tuple["Finding", Note]]


def _fields(article: Article, notes: Notes) -> Iterator[Field]:
    """Yield the fields that findings are about, each with its findings."""
    by_field: dict[str, list[Note]] = {}
    for finding, note in notes:
        if finding.span is None:
            by_field.setdefault(finding.field, []).append(note)
    for name, found in by_field.items():
        yield Field(name, "" if name == "text" else article.get(name), found)


def _rows(shown: Shown, notes: Notes) -> Iterator[Row]:
    opening, marking = _by_line(shown, notes)
    then = _then(shown, marking)
    row, zone = -1, ""
    for line in shown.lines:
        known, zone = zone, shown.zone(line)
        findings = marking.get(line.index, [])
        is_reported = line.index in marking or line.index in opening or line.index in then
        yield Row(
            None if line.row == row else line.row + shown.article.start.row,
            zone,
            zone != known,
            MARK_NAMES[mark_of(line, shown.hunks, is_reported=is_reported)],
            0 <= row < line.row - 1,
            segments(line, findings, shown.hunks),
            _together(opening.get(line.index, ())),
            then.get(line.index, ()),
        )
        row = line.row


def _by_line(shown: Shown, notes: Notes) -> tuple[dict[int, list[Note]], dict[int, list[Finding]]]:
    """Return by index of a line the notes on findings that begin on it, and the findings that mark it."""
    opening: dict[int, list[Note]] = {}
    marking: dict[int, list[Finding]] = {}
    for finding, note in notes:
        lines = lines_of(finding, shown.lines)
        for line in lines[:1]:
            opening.setdefault(line.index, []).append(note)
        for line in lines if _is_marked(finding, len(lines), len(shown.lines)) else ():
            marking.setdefault(line.index, []).append(finding)
    return opening, marking


def _is_marked(finding: Finding, lines: int, all_lines: int) -> bool:
    """Tell whether a finding is about a place; one about the whole text is told, and the text left as it reads."""
    is_whole = 1 < lines == all_lines and finding.fix is None
    return lines <= MAX_MARKED_LINES and not is_whole


def _together(notes: Sequence[Note]) -> list[Note]:
    """Return the notes on a line, those of one rule and severity as one."""
    first: dict[tuple[str, str], list[Note]] = {}
    for note in notes:
        first.setdefault((note.code, note.severity), []).append(note)
    return [one._replace(alike=alike) for one, *alike in first.values()]


def _then(shown: Shown, marking: dict[int, list[Finding]]) -> dict[int, Sequence[str]]:
    """Return by index of a line the rules that change it in a later round, each change on its first line."""
    found: dict[int, Sequence[str]] = {}
    told = set()
    for line in shown.lines:
        for hunk in () if line.index in marking else hunks_on(line, shown.hunks):
            if hunk not in told and _inside(line, hunk.start, hunk.end).strip():
                told.add(hunk)
                found[line.index] = hunk.codes
    return found


def _inside(line: Line, start: int, end: int) -> str:
    return line.text[max(0, start - line.start) : max(0, end - line.start)]
