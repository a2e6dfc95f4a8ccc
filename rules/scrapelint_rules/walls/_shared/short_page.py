"""What rules on pages that are in place of the article have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import PhraseRule, Setting, excerpt, hit_evidence

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit

MAX_WORD_CHARS = 40
"""More code points than words have on average in any language: longer texts need not be counted."""
CHARS_PER_WORD = 2
"""Code points that count as one word in scripts that write words without spaces."""


class ShortPageRule(PhraseRule):
    """A rule whose wording proves itself only on a page with little else on it."""

    max_words = Setting(
        150, "longest text, in words, that counts as a page of its own kind; a story is longer", minimum=1
    )

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether the text is short enough to be such a page."""
        return word_count(doc.text, self.max_words) <= self.max_words

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return a finding on the wording, with the size of the page as a reason; nothing is mended."""
        words = word_count(doc.text, self.max_words)
        return self.finding(
            f'{self.what}: "{excerpt(hit.line.text)}" in a text of {words} words',
            hit.line.span,
            confidence=hit.entry.confidence,
            evidence={**hit_evidence(hit), "words": words, "max_words": self.max_words},
        )


def word_count(text: str, enough: int) -> int:
    """Return the number of words, counted by white space and, for dense scripts, by code points.

    Stops early: a text of more than `MAX_WORD_CHARS` for each of `enough` words gives more than `enough`.
    """
    if len(text) > MAX_WORD_CHARS * enough:
        return enough + 1
    dense = sum("\u0e00" <= c <= "\u0eff" or "\u2e80" <= c <= "\ud7ff" for c in text)
    return max(len(text.split()), dense // CHARS_PER_WORD)
