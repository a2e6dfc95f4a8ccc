"""One file of a data set on its way out: what is written, dropped and noted."""

from __future__ import annotations

import json
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from scrapelint.fixes.ledger import Tally, edit, encoded, footer, header

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrapelint.cleaning.mender import FieldHunks, Outcome
    from scrapelint.cleaning.rewriting import Opened, Step
    from scrapelint.finding import Finding, Severity
    from scrapelint.fixes.bounds import Over
    from scrapelint.fixes.patches import Hunk
    from scrapelint.intake import Checked
    from scrapelint.readers.format import Piece

EXCERPT_CHARS = 200
"""Longest quotation of the text in the file of rejects and in samples, in code points."""


class Dropping(NamedTuple):
    """Which records are dropped: those with a finding this severe and this sure after mending."""

    severity: Severity | None
    min_confidence: float = 0.0
    rejects: BinaryIO | None = None
    over: bool = False
    """Whether those are dropped that would have lost too much."""

    def reasons(self, outcome: Outcome) -> list[Finding]:
        """Return why an article is dropped; nothing where it is kept."""
        if self.over and outcome.over:
            return list(outcome.over.reasons)
        if self.severity is None or not outcome.readable or outcome.checked.error:
            return []
        return [
            finding
            for finding in outcome.checked.findings
            if finding.severity >= self.severity
            and finding.confidence >= self.min_confidence
            and finding.fingerprint not in outcome.accepted
        ]


class Cleaned(NamedTuple):
    """What became of one article."""

    checked: Checked
    chars: int = 0
    """Length of its text before, in code points."""
    removed: Sequence[tuple[str, str, int]] = ()
    """Code, name and code points lost for each finding that was mended."""
    dropped: bool = False
    kept_in_list: bool = False
    """True where it was to be dropped, but is in a list inside a record."""
    readable: bool = True
    over: Over | None = None
    """Why it was left as it is, where it would have lost too much."""
    excerpts: Sequence[tuple[tuple[str, ...], str]] = ()
    """What was taken out of its text, and the codes of the rules that asked for it."""


class Cleaner:
    """Writes one file; the ledger, where there is one, is written beside."""

    def __init__(self, out: BinaryIO, opened: Opened, dropping: Dropping, ledger: BinaryIO | None, name: str) -> None:
        """Take where the file goes, and its name in the ledger."""
        self._out = out
        self._opened = opened
        self._dropping = dropping
        self._ledger = ledger
        self._cleaned, self._original = Tally(), Tally()
        self._name = name
        self._joint: Piece | None = None
        self._started = False
        self._finished = False
        self._dropped = False
        self.kept = 0
        """Records that were written."""

    def take(self, step: Step) -> Iterator[Cleaned]:
        """Write a piece; yield what became of its articles."""
        piece = step.piece
        if piece is None:
            return
        self._start()
        self._original_add(piece)
        if piece.is_joint:
            self._take_joint(piece)
            return
        reasons = [self._dropping.reasons(outcome) for outcome in step.outcomes]
        drops = len(reasons) == 1 and bool(reasons[0])
        if drops:
            self._drop(step, piece, reasons[0])
        else:
            self._keep(step, piece)
        for outcome, found in zip(step.outcomes, reasons, strict=True):
            yield cleaned_of(outcome, dropped=drops, kept_in_list=bool(found) and not drops)

    @property
    def is_empty(self) -> bool:
        """Whether all articles of a text file were dropped, so that there is no file."""
        return self._opened.format.is_one_article and self._dropped and not self.kept

    def finish(self) -> None:
        """Write the end of the file's part of the ledger."""
        self._start()
        self._note(footer(self._cleaned, self._original))
        self._finished = True

    def abandon(self) -> None:
        """Note that the file was not written, where it was not."""
        if self._started and not self._finished:
            self._note({"abandoned": True})

    def _start(self) -> None:
        if not self._started:
            self._started = True
            self._note(header(self._name, self._opened.encoding.name))

    def _original_add(self, piece: Piece) -> None:
        if self._ledger:
            self._original.add(self._bytes(piece.written))

    def _take_joint(self, piece: Piece) -> None:
        if self.kept or self._opened.format.is_one_article:
            self._joint = piece
        else:
            self._note({"edits": [self._gone(piece)]})

    def _drop(self, step: Step, piece: Piece, reasons: Sequence[Finding]) -> None:
        gone = [self._gone(part) for part in (self._joint, piece) if part]
        self._joint, self._dropped = None, True
        article = step.outcomes[0].checked.article
        codes = sorted({finding.code for finding in reasons})
        self._note({"record": piece.number, "id": article.id, "dropped": codes, "edits": gone})
        if self._dropping.rejects:
            record = self._opened.format.rejected(piece)
            self._dropping.rejects.write(reject(step.outcomes[0], piece.number, record, reasons))

    def _keep(self, step: Step, piece: Piece) -> None:
        if self._joint:
            self._put(self._joint.written)
            self._joint = None
        self.kept += piece.is_record or piece.fault is not None
        edits, at = [], 0
        for hunk, known in _noted(step.outcomes):
            self._put(piece.written[at : hunk.start])
            place = self._cleaned.size_bytes
            self._put(hunk.content)
            size, written = self._cleaned.size_bytes - place, piece.written[hunk.start : hunk.end]
            if self._ledger:
                edits.append(edit(known, place, size, written))
            at = hunk.end
        self._put(piece.written[at:])
        if edits:
            self._note({"record": piece.number, "id": step.outcomes[0].checked.article.id, "edits": edits})

    def _gone(self, piece: Piece) -> dict[str, Any]:
        return edit({}, self._cleaned.size_bytes, 0, piece.written)

    def _put(self, written: str) -> None:
        data = self._bytes(written)
        self._out.write(data)
        self._cleaned.add(data)

    def _note(self, entry: dict[str, Any]) -> None:
        if self._ledger:
            self._ledger.write(encoded(entry))

    def _bytes(self, written: str) -> bytes:
        return self._opened.encoding.bytes_of(written)


def _noted(outcomes: Sequence[Outcome]) -> list[tuple[Hunk, dict[str, Any]]]:
    """Return what is done to a piece, in order, each with what the ledger says of it."""
    found = [noted for outcome in outcomes for field in outcome.fields for noted in _of_field(field)]
    return sorted(found, key=itemgetter(0))


def _of_field(field: FieldHunks) -> Iterator[tuple[Hunk, dict[str, Any]]]:
    """Yield what is done to a piece for a field; what a hunk took out is noted where it first shows."""
    told = set()
    for written, of in field.written:
        hunk = field.hunks[of]
        known: dict[str, Any] = {"field": field.name, "offset": hunk.start}
        if of not in told:
            known |= {"removed": field.before[hunk.start : hunk.end], "inserted": hunk.content}
        told.add(of)
        yield written, {**known, "codes": list(hunk.codes)}


def cleaned_of(outcome: Outcome, *, dropped: bool, kept_in_list: bool) -> Cleaned:
    """Return what became of an article."""
    lost = [(fixed.finding.code, fixed.finding.name, fixed.removed_chars) for fixed in outcome.fixed]
    chars = len(outcome.checked.article.text) + sum(
        hunk.end - hunk.start - len(hunk.content)
        for field in outcome.fields
        if field.name == "text"
        for hunk in field.hunks
    )
    excerpts = [] if dropped else list(_excerpts(outcome))
    return Cleaned(outcome.checked, chars, lost, dropped, kept_in_list, outcome.readable, outcome.over, excerpts)


def _excerpts(outcome: Outcome) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield what was taken out of the text of an article, not what was put in the place of something."""
    for field in outcome.fields:
        for hunk in field.hunks if field.name == "text" else ():
            removed = " ".join(field.before[hunk.start : hunk.end].split())
            if removed and not hunk.content.strip():
                yield hunk.codes, removed[:EXCERPT_CHARS]


def reject(outcome: Outcome, number: int | None, record: str, reasons: Sequence[Finding]) -> bytes:
    """Return the line of a record that is dropped: the record as it was, as JSON, and every reason."""
    article = outcome.checked.article
    known = {"filename": article.filename, "number": number, "id": article.id}
    head = json.dumps({**known, "reasons": [_reason(article.text, finding) for finding in reasons]}, ensure_ascii=True)
    return f'{head[:-1]}, "record": {record}}}\n'.encode("utf-8", "surrogateescape")


def _reason(text: str, finding: Finding) -> dict[str, Any]:
    excerpt = text[finding.span.start : finding.span.end][:EXCERPT_CHARS] if finding.span else None
    return {
        "code": finding.code, "name": finding.name, "severity": finding.severity.label,
        "confidence": round(finding.confidence, 3), "message": finding.message, "field": finding.field,
        "excerpt": excerpt,
    }  # fmt: skip


def removed_by_rule(cleaned: Cleaned) -> Counter[tuple[str, str]]:
    """Return the code points that each rule took out of an article, by code and name."""
    found: Counter[tuple[str, str]] = Counter()
    for code, name, chars in cleaned.removed:
        found[code, name] += chars
    return found
