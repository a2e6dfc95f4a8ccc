"""MET006 field-prefix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint import Bad, Document, DocumentRule, Edit, Good, Severity, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Finding

_DATE = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?"
_DATES = (
    "date|datetime|pubdate|published|published_at|published_date|publish_date|publication_date|date_published"
    "|datepublished|created|created_at|updated|updated_at|modified|timestamp|lastmod|crawled_at|fetched_at"
)
_DATED = regex(rf"\s*(?P<name>{_DATES})\s?[:=]?\s?[\"']?{_DATE}[\"']?[\s,;|]*(?=\S|$)", re.IGNORECASE)
_KEYS = (
    "published_at|article_body|articlebody|body|headline|content|maintext|full_text|article_text|raw_text"
    "|text|html_content|author_name|date_published|publish_date|pub_date|page_title|meta_title"
)
_KEYED = regex(rf"\s*(?P<name>{_KEYS})\s?[:=]\s?")
_HEADER = regex(
    r"\s*(?P<name>title)\s?: ?\S[^\n]{1,200}?[\s|;,]+(?:author|date|published|url|source|by)\s?: ?", re.IGNORECASE
)
_NAMES = (*_DATES.split("|"), *_KEYS.split("|"), "title")
MAX_PREFIX_CHARS = 400


class FieldPrefix(DocumentRule):
    """A field's name, and often its value, fused into the beginning of the text.

    Why it matters: somebody joined the record's fields with spaces; the text begins with
    "date 2024-05-12", and no filter for bylines or dates knows that shape.

    What to do: export the fields apart. The fix takes the names and dates off.
    """

    code, name, severity = "MET006", "field-prefix", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad(
            "⟦date 2024-05-12⟧ Port of Larn opens again\n\nBoats sail.",
            fixed="Port of Larn opens again\n\nBoats sail.",
        ),
        Bad("⟦published_at: 2024-05-12T08:30:00Z⟧\nPort of Larn opens again"),
        Bad("⟦body:⟧ The port of Larn opens again on Monday.", fixed="The port of Larn opens again on Monday."),
        Bad("⟦Title: Port opens again Author:⟧ Ann Lee Date: 2024-05-12\n\nBoats sail."),
        Bad("⟦date 2024-05-12⟧ Hafen von Larn wieder offen\n\nBoote fahren."),
        Good("Date night in Larn: where to go", why="a headline"),
        Good("Published in 2024, the book sold well."),
        Good("Title: what a word! The mayor likes hers.", why="no other field follows"),
        Good("Body: the word alone means nothing to him, he said.", why="a sentence with a capital"),
        Good("Talks began on 2024-05-12.\n\ndate 2024-05-12", why="not at the start"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on all names and dates at the start."""
        if not doc.text[:MAX_PREFIX_CHARS].lstrip().lower().startswith(_NAMES):
            return
        for pattern, kind in ((_DATED, "date"), (_KEYED, "name"), (_HEADER, "header")):
            match = pattern.match(doc.text, 0, MAX_PREFIX_CHARS)
            if match:
                shown = match.group().strip()
                start = match.start("name")
                yield self.finding(
                    f'field "{match["name"].lower()}" fused into the text: "{excerpt(shown)}"',
                    (start, start + len(match.group()[start:].rstrip(" \t\n,;|"))),
                    confidence=0.95,
                    evidence={"kind": kind, "name": match["name"].lower()},
                    edits=[] if kind == "header" else [Edit(0, match.end())],
                    fix_message="take the field's name off",
                )
                return
