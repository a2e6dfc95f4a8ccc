"""MET006 field-prefix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.plugin import UNMEASURED, Bad, DocumentRule, Edit, Good, LinePattern, Severity, cap, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Line

_DATE = r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?)?"
_DATES = (
    "date|datetime|pubdate|published|published_at|published_date|publish_date|publication_date|date_published"
    "|datepublished|created|created_at|updated|updated_at|modified|timestamp|lastmod|crawled_at|fetched_at"
)
_DATED = regex(rf"\s*(?P<name>{_DATES})\s?[:=]?\s?[\"']?{_DATE}[\"']?[\s,;|]*(?=\S|$)", re.IGNORECASE)
_MACHINE_DATES = (
    "date datetime pubdate published_at published_date publish_date publication_date date_published datepublished "
    "created_at updated_at timestamp lastmod crawled_at fetched_at"
).split()
_FUSED = LinePattern(
    rf"^\s*(?P<name>{'|'.join(_MACHINE_DATES)}):? {_DATE}(?=[\s,;|]+\S.{{14}})",
    [f"\n{name}{mark} {century}" for name in _MACHINE_DATES for mark in ("", ":") for century in ("19", "20")],
)
"""A date under a name that only programs write, with a headline or a sentence after it: wherever the line is."""
_KEYS = (
    "published_at|article_body|articlebody|body|headline|content|maintext|full_text|article_text|raw_text"
    "|text|html_content|author_name|date_published|publish_date|pub_date|page_title|meta_title"
)
_KEYED = regex(rf"\s*(?P<name>{_KEYS})\s?[:=]\s?")
_HEADER = regex(
    r"\s*(?P<name>title)\s?: ?\S[^\n]{1,200}?[\s|;,]+(?:author|date|published|url|source|by)\s?: ?", re.IGNORECASE
)
_LABELS = (
    "story highlights", "key points", "key takeaways", "das wichtigste in kürze", "points clés", "puntos clave", "punti chiave",
    "pontos-chave", "belangrijkste punten", "najważniejsze punkty", "ключевые моменты", "temel noktalar",
)  # fmt: skip
_BOX = regex(rf"\s*(?P<name>(?i:{'|'.join(_LABELS)}))[ \t]+(?=[^\W\d_a-z\u00df-\u00ff][^\n]{{15}})")
"""The label of a box at the top of a page, with the first of its points after it, which begins like a headline."""
_NAMES = (*_DATES.split("|"), *_KEYS.split("|"), "title", *_LABELS)
_SEEN_LABELS = ("story highlights", "key points")
"""Those that were seen on pages: 43 of 43 on public news sets were labels."""
MAX_PREFIX_CHARS = 400
"""How far into the text names and values of fields may reach, in code points."""


class FieldPrefix(DocumentRule):
    """A field's name, and often its value, fused into the beginning of the text, or of a record within it; a box's label.

    Why it matters: somebody joined the record's fields with spaces; the text begins with
    "date 2024-05-12", and no filter for bylines or dates knows that shape.

    What to do: export the fields apart. The fix takes the names and dates off.
    """

    code, name, severity = "MET006", "field-prefix", Severity.WARNING
    fix = "unsafe"
    patterns = (_FUSED,)
    examples = (
        Bad(
            "⟦date 2024-05-12⟧ Port of Larn opens again\n\nBoats sail.",
            fixed="Port of Larn opens again\n\nBoats sail.",
        ),
        Bad("⟦published_at: 2024-05-12T08:30:00Z⟧\nPort of Larn opens again"),
        Bad("⟦body:⟧ The port of Larn opens again on Monday.", fixed="The port of Larn opens again on Monday."),
        Bad("⟦Title: Port opens again Author:⟧ Ann Lee Date: 2024-05-12\n\nBoats sail."),
        Bad("⟦date 2024-05-12⟧ Hafen von Larn wieder offen\n\nBoote fahren."),
        Bad(
            "The port is open.\n\n⟦date 2024-05-12⟧ Ferry strike in Larn ends\n\nBoats sail.",
            fixed="The port is open.\n\nFerry strike in Larn ends\n\nBoats sail.",
        ),
        Bad(
            "⟦Story highlights⟧ Old bridge closed until the spring\n\nFerry to run twice as often",
            fixed="Old bridge closed until the spring\n\nFerry to run twice as often",
        ),
        Bad("⟦Das Wichtigste in Kürze⟧ Die alte Brücke bleibt bis zum Frühjahr zu\n\nDie Fähre fährt öfter"),
        Good("Key points of the plan were read aloud on Monday.", why="a sentence"),
        Good("Story highlights\n\nOld bridge closed until the spring", why="a heading on a line of its own"),
        Good("Date night in Larn: where to go", why="a headline"),
        Good("Published in 2024, the book sold well."),
        Good("Title: what a word! The mayor likes hers.", why="no other field follows"),
        Good("Body: the word alone means nothing to him, he said.", why="a sentence with a capital"),
        Good("Talks began on 2024-05-12.\n\ndate 2024-05-12", why="not at the start, and nothing after it"),
        Good("The port is open.\n\nDate: 2024-05-12 in the town hall of Larn", why="people write it with a capital"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on all names and dates at the start, and one on each date of a program below."""
        found = list(self._at_start(doc))
        yield from found
        for line, match in doc.matches(_FUSED):
            if line.index or not found:
                yield self._on_date(line, match)

    def _on_date(self, line: Line, match: re.Match[str]) -> Finding:
        start, end = line.start + match.start("name"), line.start + match.end()
        after = len(line.text) - len(line.text[match.end() :].lstrip(" \t,;|"))
        return self.finding(
            f'field "{match["name"]}" fused into the text: "{excerpt(match.group().strip())}"',
            (start, end),
            confidence=0.95,
            evidence={"kind": "date", "name": match["name"]},
            edits=[Edit(line.start, line.start + after)],
            fix_message="take the field's name off",
        )

    def _at_start(self, doc: Document) -> Iterator[Finding]:
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
        if box := _BOX.match(doc.text, 0, MAX_PREFIX_CHARS):
            yield self._on_box(box)

    def _on_box(self, match: re.Match[str]) -> Finding:
        name = match["name"].lower()
        confidence = 0.95 if name in _SEEN_LABELS else UNMEASURED
        return self.finding(
            f'label of a box "{name}" fused into the text: "{match["name"]}"',
            match.span("name"),
            confidence=confidence,
            evidence={"kind": "box-label", "name": name},
            edits=[Edit(0, match.end())],
            fix_message="take the label off",
            at_most=cap(confidence),
        )
