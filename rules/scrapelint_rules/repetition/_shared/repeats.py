"""All repeats of a document, found once; each belongs to exactly one rule of the family."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from scrapelint.plugin import LIST_SIGNS, DocumentRule, Severity, excerpt
from scrapelint_rules.repetition._shared.contained_lines import contained_repeats
from scrapelint_rules.repetition._shared.repeated_lines import equal_repeats
from scrapelint_rules.repetition._shared.titles import title_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line, Span
    from scrapelint_rules.repetition._shared.repeat import Form, Repeat

MIN_PAGE_PROBABILITY = 0.9
"""From here on a text is taken for a whole page: what repeats in it is often its own structure, and which copy is the
article's cannot be told. There a repeat is worth knowing, no more."""
_ITEM_SIGNS = frozenset(f"{sign} " for sign in LIST_SIGNS)


def repeats(doc: Document) -> tuple[Repeat, ...]:
    """Return the repeats of a document, equal lines first.

    No line is in two of them, and of what is there twice one copy stays.
    """
    return doc.once(_repeats)


def _repeats(doc: Document) -> tuple[Repeat, ...]:
    return tuple(_disjoint(doc))


def _disjoint(doc: Document) -> Iterator[Repeat]:
    taken: set[int] = set()
    for search in (equal_repeats, contained_repeats):
        for repeat in search(doc, taken):
            first, rows = repeat.first.index, repeat.last.index + 1 - repeat.first.index
            other = repeat.other.index
            if _is_phrase(doc, repeat) or _is_listed(repeat):
                continue
            if taken.isdisjoint(range(first, first + rows)) and taken.isdisjoint(range(other, other + rows)):
                taken.update(range(first, first + rows))
                yield repeat


def _is_phrase(doc: Document, repeat: Repeat) -> bool:
    """Tell whether a phrase comes again, as the name of a place does, and not the row that it is on."""
    line, other = repeat.first, repeat.other
    if line is not repeat.last or not doc.is_phrase(line):
        return False
    return line.row == other.row or doc.row_of(line).key != doc.row_of(other).key


def _is_listed(repeat: Repeat) -> bool:
    """Tell whether the copy that would stay is an item with a dash or a dot, and the other has none: contents and a section."""
    return _opens_item(repeat.other) and not _opens_item(repeat.first)


def _opens_item(line: Line) -> bool:
    return line.text.lstrip()[:2] in _ITEM_SIGNS


class RepeatRule(DocumentRule):
    """A rule about one form of repeats."""

    form: ClassVar[Form]
    what: ClassVar[str]
    """How the message begins; the copy's place follows."""

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each repeat of the rule's form, on the copy that is out of place."""
        for repeat in repeats(doc):
            if repeat.form == self.form and self.accepts(repeat):
                yield self.on_repeat(doc, repeat)

    def accepts(self, repeat: Repeat) -> bool:  # noqa: ARG002
        """Tell whether a repeat counts; subclasses narrow it by their settings."""
        return True

    def on_repeat(self, doc: Document, repeat: Repeat) -> Finding:
        """Return the finding on the lines that are out of place."""
        shown = excerpt(repeat.first.text)
        return self.on_lines(
            doc,
            repeat.first,
            repeat.last,
            message=f'{self.what} {_place(doc, repeat.other)}: "{shown}"',
            confidence=repeat.confidence,
            relies_on=_premise(doc, repeat),
            evidence={"kind": repeat.kind, "other_line": repeat.other.row + 1, "share": round(repeat.share, 2)},
            at_most=Severity.INFO if doc.whole_page_probability > MIN_PAGE_PROBABILITY else Severity.ERROR,
        )


def _place(doc: Document, copy: Line) -> str:
    """Return where a copy is: its line, and the column in a text whose sentences share a line."""
    column = copy.span.start - doc.row_of(copy).start + 1
    return f"line {copy.row + 1}, column {column}" if column > 1 and doc.is_flat else f"line {copy.row + 1}"


def _premise(doc: Document, repeat: Repeat) -> list[Span]:
    """Return what has to stay: the copy, but for a title, which the record has in its field."""
    if repeat.other is doc.once(title_line):
        return []
    return [doc.span(repeat.other, _last_of_copy(doc, repeat))]


def _last_of_copy(doc: Document, repeat: Repeat) -> Line:
    """Return the last line of the copy that stays, as long as the one that goes."""
    rows = repeat.last.index - repeat.first.index
    return doc.lines[min(repeat.other.index + rows, len(doc.lines) - 1)]
