"""PRO006 embed-residue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import (
    Bad,
    Finding,
    Good,
    LinePattern,
    PhraseRule,
    Severity,
    cap,
    excerpt,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document

_TWEET = LinePattern(
    r"pic\.twitter\.com/\w{6,}|^\s*(?:—|–|-|&mdash;)\s?[^()]{1,60}\(@\w{1,20}\)\s.{4,30}$|https?://t\.co/\w{6,}",
    ("pic.twitter.com/", "(@", "//t.co/"),
)
"""The end of an embedded post: its picture, its short link or the line that names who wrote it."""


POST = 0.3
"""Confidence for the text of an embedded post: many articles quote one and live from it."""


class EmbedResidue(PhraseRule):
    """What a player or an embedded post leaves: "View this post on Instagram", pic.twitter.com.

    Why it matters: the picture or film that it stood for is gone.

    What to do: remove the line.
    """

    code, name, severity = "PRO006", "embed-residue", Severity.WARNING
    fix = "safe"
    packs = ("embed-residue",)
    patterns = (_TWEET,)
    what = "rest of a player or embedded post"
    needs_wording = True
    examples = (
        Bad("Talks ended.\n\n⟦View this post on Instagram⟧\n\nHe left.", fixed="Talks ended.\n\nHe left."),
        Bad("Talks ended.\n\n⟦At last, it is done! pic.twitter.com/Ab3dEf9hIj⟧"),
        Bad("Talks ended.\n\n⟦— Jo Hale (@johale) May 3, 2023⟧"),
        Bad("Die Gespräche endeten.\n\n⟦Ihr Browser unterstützt kein HTML5 Video⟧"),
        Good("She viewed the post on Instagram as a provocation.", why="prose"),
        Good("The film was loading when the lights went out.", why="prose"),
        Good("He wrote to ana@example.org (at the ministry).", why="an address"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the lines with wording, and the ends of embedded posts."""
        flagged: set[int] = set()
        for hit in self.best_hits(doc):
            flagged.add(hit.line.index)
            yield self.on_hit(doc, hit)
        for line, match in doc.matches(_TWEET):
            if line.index not in flagged:
                flagged.add(line.index)
                about = f'end of an embedded post: "{excerpt(match.group().strip())}"'
                yield self.on_lines(
                    doc, line, message=about, confidence=POST, evidence={"kind": "post"}, at_most=cap(POST)
                )
