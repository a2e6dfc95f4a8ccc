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
        for field in FIELDS:
            value = doc.article.fields.get(field)
            text = value if isinstance(value, str) else doc.article.get(field)
            found = list(self.check_text(text)) if text else []
            if found:
                yield _on_field(found, field, isinstance(value, str))

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield the findings in a text, with their spans in it."""
        raise NotImplementedError


def _on_field(found: list[Finding], field: str, is_string: bool) -> Finding:  # noqa: FBT001
    """Return the findings in a field as one; a field of several values has no fix."""
    first = found[0]
    edits = [edit for finding in found if finding.fix for edit in finding.fix.edits]
    fix = Fix(first.fix.message, tuple(edits), safe=first.fix.safe) if first.fix and is_string else None
    return first._replace(span=None, field=field, fix=fix)
