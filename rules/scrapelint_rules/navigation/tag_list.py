"""NAV007 tag-list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint import (
    Bad,
    DocumentRule,
    Finding,
    Good,
    Severity,
    excerpt,
    hit_evidence,
    regex,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Hit, Line

_SLASHED = regex(r"^[^\W_][^/|,.!?:;]{0,40}(?:\s*[/|]\s*[^\W_][^/|,.!?:;]{0,40}){1,11}$")
_HASHED = regex(r"^#[^\W_]\w{1,40}(?:[\s,]+#[^\W_]\w{1,40}){1,19}\W{0,3}$")

MAX_CHARS = 300
MAX_ITEM_WORDS = 4


class TagList(DocumentRule):
    """A list of tags or sections behind the article.

    Why it matters: tags are metadata; in the text they read like a sentence without a verb.

    What to do: move them to a field of their own, or remove the line.
    """

    code, name, severity = "NAV007", "tag-list", Severity.WARNING
    fix = "safe"
    packs = ("tags",)
    examples = (
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Tags: trams, council, Orlo⟧",
            fixed="The council approved the plan for the new tram line on Tuesday night after a debate of six hours.",
        ),
        Bad(
            "The council approved the plan for the new tram line on Tuesday night after a debate of six hours.\n\n"
            "⟦Top News / Transport / Orlo⟧",
        ),
        Bad("O conselho aprovou o plano para a nova linha de elétrico na terça-feira à noite, depois de um debate de seis "
            "horas.\n\n⟦#transporte #conselho #orlo⟧"),
        Good("Tags: they are sewn into every shirt by hand, and each of them bears a number that never comes back.",
             why="a sentence"),
        Good("and/or", why="a phrase"),
        Good("He tweeted #never and went to bed, and that was all that anybody heard of him for the rest of the year.",
             why="a hashtag in a sentence"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines that a cue opens, and those outside the article that have the shape of tags."""
        cued: set[int] = set()
        for hit in doc.hits("tags"):
            if hit.line.index not in cued and self._is_list(hit):
                cued.add(hit.line.index)
                yield self._tags(doc, hit.line, hit.entry.confidence, hit_evidence(hit))
        first, last = doc.extent
        if first <= last:
            for line in doc.lines[last + 1 :]:
                if line.index not in cued and is_tag_row(line.text.strip()):
                    yield self._tags(doc, line, 0.9, {"kind": "shape"})

    def _tags(self, doc: Document, line: Line, confidence: float, evidence: dict[str, object]) -> Finding:
        about = f'tags: "{excerpt(line.text)}"'
        return self.on_lines(doc, line, message=about, confidence=confidence, evidence=evidence)

    @staticmethod
    def _is_list(hit: Hit) -> bool:
        return not hit.line.text.rstrip().endswith(".")


def is_tag_row(text: str) -> bool:
    """Tell whether a line is short capitalised items between slashes or bars, or hashtags."""
    if len(text) > MAX_CHARS:
        return False
    if text.startswith("#"):
        return bool(_HASHED.match(text))
    if ("/" not in text and "|" not in text) or not _SLASHED.match(text):
        return False
    items = [item.strip() for item in re.split(r"[/|]", text)]
    return all(item[:1].isupper() and item.count(" ") < MAX_ITEM_WORDS for item in items if item)
