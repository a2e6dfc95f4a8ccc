"""Rules about characters look at the text and at what the scraper said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import DocumentRule, Fix

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

FIELDS = ("title", "author", "summary")
"""Fields in words, in which feeds break characters as often as in the text."""


class TextRule(DocumentRule):
    """A rule about the characters of a text, which looks at title, author and summary, too."""

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the findings in the text, and one for each field in words, which mends all of it."""
        yield from self.check_text(doc.text)
        for field, text, is_string in doc.once(_fields_in_words):
            found = list(self.check_text(text))
            if found:
                yield _on_field(found, field, is_string=is_string)

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield the findings in a text, with their spans in it."""
        raise NotImplementedError


def _fields_in_words(doc: Document) -> list[tuple[str, str, bool]]:
    """Return the fields in words that say something, with their texts, and whether these are all that they hold."""
    values = [(field, doc.article.fields.get(field)) for field in FIELDS]
    fields = [
        (field, value if isinstance(value, str) else doc.article.get(field), isinstance(value, str))
        for field, value in values
    ]
    return [(field, text, is_string) for field, text, is_string in fields if text]


def _on_field(found: list[Finding], field: str, *, is_string: bool) -> Finding:
    """Return the findings in a field as one; a field of several values has no fix."""
    first = found[0]
    edits = [edit for finding in found if finding.fix for edit in finding.fix.edits]
    fix = Fix(first.fix.message, tuple(edits), safe=first.fix.safe) if first.fix and is_string else None
    return first._replace(span=None, field=field, fix=fix)
