"""MTX009 calque."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, excerpt, hit_evidence
from scrapelint_rules.translation._shared.quotes import is_set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding


class Calque(DocumentRule):
    """Idioms of one other language put into English word by word, two or more in an article.

    Why it matters: "realized a meeting" and "the past Monday" are Spanish in English words. One of them may be
    a writer's own; several of one language mean a translation that nobody read.

    What to do: know the article for a translation.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 4 of 1,134 translated
    by people, 0 and 7 of 2,336 translated by systems, 0 and 0 of 14 copies, 0 and 0 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 0 and 0 of 28,579 of scraped news.
    """

    code, name, severity = "MTX009", "calque", Severity.INFO
    native_share = 0.0
    packs = ("calque",)
    min_phrases = Setting(2, "different phrases of one language below which nothing is reported", minimum=1)
    needs_wording = True
    examples = (
        Bad("The mayor ⟦realized a meeting⟧ with the fishers ⟦the past Monday⟧."),
        Bad("⟦We will remind⟧ that the bridge is shut. ⟦On the given moment⟧ nobody works there."),
        Bad("The town has been without a bridge ⟦since three years⟧. It ⟦rests to be seen⟧ whether that ends."),
        Bad("Die Firma schrieb: The bridge ⟦comes into question⟧, and ⟦it goes about⟧ money."),
        Good("The mayor realized a meeting was due.", why="one phrase alone"),
        Good("The bridge has been shut for three years. It remains to be seen whether that ends."),
        Good('The guide says "since three years" and "rests to be seen" are wrong.', why="quoted"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each phrase of a language that has enough of them in the article."""
        hits = [hit for hit in doc.hits(*self.packs) if not is_set_apart(doc.text, hit.start, hit.end)]
        different = Counter(source for source, _ in {(hit.entry.id, hit.phrase) for hit in hits})
        for hit in hits:
            if different[hit.entry.id] >= self.min_phrases:
                found = excerpt(doc.text[hit.start : hit.end])
                yield self.finding(
                    f'{hit.entry.id} put into english words: "{found}", {different[hit.entry.id]} such phrases',
                    (hit.start, hit.end),
                    confidence=hit.entry.confidence,
                    evidence={**hit_evidence(hit), "phrases": different[hit.entry.id]},
                )
