"""MTX013 unknown-words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity
from scrapelint_rules.translation._shared.words.unknown import unknown_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

SHOWN = 5
"""How many of the words the message names."""


class UnknownWords(DocumentRule):
    """Many words in lower case that no list of English words knows.

    Why it matters: an honest article has hardly one such word in a thousand. Several are spelling that nobody
    checked, a translator's inventions, or letters lost on the way.

    What to do: look at the words. Names, quoted words and compounds of known words are not counted. English only.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 1 of 1,134 translated
    by people, 0 and 40 of 2,336 translated by systems, 0 and 0 of 14 copies, 0 and 14 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 0 and 0 of 28,579 of scraped news.
    """

    code, name, severity = "MTX013", "unknown-words", Severity.INFO
    native_share = 0.0
    min_words = Setting(
        4, "different unknown words below which nothing is reported; 329 native articles: none", minimum=1
    )
    min_share = Setting(2.0, "unknown words in a thousand below which nothing is reported", minimum=0)
    examples = (
        Bad(
            "The ⟦dwerrin⟧ of the town has been shut by the wollup, and the ghruzels of the hoblen are out on the street, "
            "as he said it was not to be the last time."
        ),
        Bad(
            "It was a ⟦traffle⟧ of the zwulpig and the vorpid that the men of the quandle had to do for the town this year."
        ),
        Bad(
            "They will ⟦sprunkle⟧ all of the ghruzels and not one drumple was left on the frindle, she said to us at last."
        ),
        Good(
            "The new café is run by a protégé of the chef, and the crème brûlée is of the naïve school of art, he said."
        ),
        Good(
            "The podcasters, bloggers and vloggers of the town were unfazed by the rewilding of the brownfields, he said."
        ),
        Good("Die Brücke über den Fluss ist gesperrt, wie die Stadt am Montag mitteilte.", why="another language"),
        Good(
            "The dwerrin of the town has been shut, and it was not the first time that he had seen it.", why="one word"
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding on the first unknown word, which names the first few."""
        if doc.found_language != "en":
            return
        words = unknown_words(doc)
        if len(words) < self.min_words:
            return
        share = 1000 * len(words) / max(1, doc.text.count(" "))
        if share >= self.min_share:
            named = ", ".join(word.word for word in words[:SHOWN])
            yield self.finding(
                f"{len(words)} words that nobody knows, {share:.1f} in a thousand: {named}",
                (words[0].start, words[0].end),
                confidence=0.8,
                evidence={
                    "kind": "words",
                    "value": round(share, 1),
                    "threshold": self.min_share,
                    "words": [word.word for word in words],
                },
            )
