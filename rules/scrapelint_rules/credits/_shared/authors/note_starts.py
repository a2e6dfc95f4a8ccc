"""Where a note on the author begins: with a name, a signature, or the sentence before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Severity, Span, ends_sentence, regex, removal

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit

MAX_LEAD_SPACES = 12
"""Fewest spaces in what precedes the words of a note that make it more than a name with its titles and trades."""
_SIGNATURE = regex(r"\s[–—-]{1,2}\s{1,3}(?:[^\W\d_a-z][\w'’.-]{1,24}\s{1,3}(?:and\s)?){1,6}$")
"""A dash and who wrote what comes before it, right before the words of a note: "..., she says. — Ana Ruiz Follow Ana"."""
_ACCOUNT = regex(r"@(\w{4,40})|([\w.-]{4,40})@\w")
"""The name of an account, or of a mailbox."""
_NAMED = regex(
    r"(?:(?<=[.!?…。”\"’»)])\s{1,3}|^)(?P<name>[^\W\d_a-z][\w'’.-]{1,24}(?:\s[^\W\d_a-z][\w'’.-]{1,24}){1,2})\s(?=[^\W\d_A-Z])"
)
"""A sentence that opens with a name of two or three words."""
MAX_NOTE_CHARS, MIN_SURNAME_CHARS = 500, 4
"""How far before the words of a note it may begin, in code points, and the shortest surname that tells it."""
_PRONOUN = regex(r"(?:He|She|They) can be (?:reached|contacted|found)\b")
"""A sentence of a note that says "he" of somebody whom the one before it names."""
_PRESENTED = regex(
    r"(?:(?<=[.!?…。”\"’»)])\s{1,3}|^)(?P<name>[^\W\d_a-z][\w'’.-]{1,24}(?:\s[^\W\d_a-z][\w'’.-]{1,24}){1,3}),?\s"
    r"(?:is|writes|covers|graduated|teaches|works|serves|studies|reports)\s[^.!?]{3,200}[.!?]$"
)
"""A last sentence that says who somebody is, up to its end."""
_LABEL = regex(r"(?<![\w/])[^\W\d_a-z]\w{2,20}: \S.{20}|;")
"""A label in what comes before the words of a note: a box with times and places, which has no full stop, ran into it."""
_NAME_BEFORE = regex(r"(?<!\S)[^\WA-Z_]\S*\s{1,3}(?P<name>(?:[^\W\d_a-z][\w'’-]{1,24}\s{1,3}){1,2})$")
"""The name right before the words of a note, of which no word with a capital before it may be a part."""
_MARK = regex(r"[^\w\s'’.-]|\w{4}[.!?] ")


def from_its_start(doc: Document, finding: Finding, hit: Hit) -> Finding:
    """Return a finding on a note from where it begins.

    Where a sentence of the article runs into the note without a mark it is on the words of the note alone, without a fix.
    """
    span = finding.span or hit.line.span
    if finding.fix and (start := _note_start(doc.text, span)) < span.start:
        return _moved(doc, finding, Span(start, span.end))
    is_after = doc.text[max(0, span.start - 1) : span.start] not in ("", "\n")
    if finding.fix and is_after and _PRONOUN.match(doc.text, span.start):
        start = _presented_at(doc.text, span)
        return _moved(doc, finding, Span(start, span.end)) if start < span.start else _on_words(finding, hit)
    before = doc.text[span.start : hit.start]
    if finding.fix and (signature := _SIGNATURE.search(before)):
        return _moved(doc, finding, Span(span.start + signature.start() + 1, span.end))
    if finding.fix and doc.is_flat and _LABEL.search(before):
        name = _NAME_BEFORE.search(before)
        return _moved(doc, finding, Span(hit.start - len(name["name"]), span.end)) if name else _on_words(finding, hit)
    # A mark in a long lead parts it from the note; without one nothing tells where a name would begin.
    is_told_apart = before.count(" ") < MAX_LEAD_SPACES or _MARK.search(before)
    return finding if is_told_apart else _on_words(finding, hit)


def _moved(doc: Document, finding: Finding, span: Span) -> Finding:
    return finding.moved(span, removal(doc.text, *span))


def _on_words(finding: Finding, hit: Hit) -> Finding:
    return finding._replace(fix=None, span=Span(hit.start, hit.end), severity=Severity.INFO)


def _presented_at(text: str, span: Span) -> int:
    """Return where the sentence right before a note begins that presents somebody; the note's own start without one.

    Whom the text has named before is a person of the story.
    """
    row = text.rfind("\n", 0, span.start) + 1
    first = max(row, span.start - MAX_NOTE_CHARS)
    match = _PRESENTED.search(text[first : span.start].rstrip())
    if match is None or (match.start("name") == 0 and first > row):
        return span.start
    start = first + match.start("name")
    return start if match["name"].rsplit(None, 1)[-1] not in text[:start] else span.start


def _note_start(text: str, span: Span) -> int:
    """Return where a note begins whose account or mailbox has the name of somebody: with the sentence that opens with it.

    The span's own start where no sentence does: "Ana Ruiz covers the harbour. Follow her: @anaruiz".
    """
    accounts = "".join(filter(None, (name for pair in _ACCOUNT.findall(text, *span) for name in pair))).lower()
    row = text.rfind("\n", 0, span.start) + 1
    first = max(row, span.start - MAX_NOTE_CHARS)
    before = text[first : span.start] if accounts else ""
    for match in reversed(list(_NAMED.finditer(before))) if ends_sentence(before) else ():
        surname = match["name"].split()[-1].lower()
        is_cut = match.start("name") == 0 and first > row
        if len(surname) >= MIN_SURNAME_CHARS and surname in accounts and not is_cut:
            return first + match.start("name")
    return span.start
