"""MTX015 translated-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, excerpt
from scrapelint_rules.translation._shared.signs.weak_signs import phrases, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding


SURE_SIGNS = 3
"""Different signs from which the finding is a warning: none of 2,195 native English texts has two of the turns."""


class TranslatedText(DocumentRule):
    """Several turns and slips of a translator in one article, each of them too weak to be reported by itself.

    Why it matters: "in these hours", "it was previously reported" and a capital in mid-sentence may each be a writer's
    own. Several in one text mean that it was put into English from another language, and not well.

    What to do: know the article for a translation. A good translation has no such signs, and cannot be told. English only.

    Measured on English texts, infos counted: 0 of 1,622 native ones, 0 of 573 translated by people, 3 of
    1,195 translated by systems of 2018 to 2023.
    """

    code, name, severity = "MTX015", "translated-text", Severity.WARNING
    native_share = 0.0
    packs = ("translated-words", "calque")
    min_signs = Setting(2, "different signs below which nothing is reported", minimum=2)
    max_chars = Setting(
        8_000, "code points of text, in units of which as many signs are asked for again", minimum=1_000
    )
    needs_wording = True
    examples = (
        Bad(
            "⟦In these hours⟧ the town is in shock. The mayor spoke through her social networks, and the body was taken away "
            "in red code, as the men of the town said to the press."
        ),
        Bad(
            "⟦It was previously reported⟧ that the bridge is shut. According to preliminary data it is the frost, and "
            "writes about this the paper of the town on its page."
        ),
        Bad(
            "⟦In the night to⟧ Sunday the bridge was shut, it said that The town has no other, and the German press agency "
            "had it from the men of the port in the morning."
        ),
        Good(
            "In these hours the town is in shock, and the mayor spoke on Instagram to all of them of the frost.",
            why="one",
        ),
        Good(
            "The town was in shock this morning. The mayor spoke on Instagram, and the body was taken away by the police."
        ),
        Good(
            "Die Stadt ist am Montag unter Schock gewesen, wie die Bürgermeisterin der Presse sagte.", why="not English"
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding at the first sign, which lists them all, where there are enough for the length."""
        if doc.found_language != "en":
            return
        signs = sorted([*phrases(doc, *self.packs), *slips(doc)])
        times = 1 + len(doc.text) // self.max_chars
        least, is_sure = self.min_signs * times, len(signs) >= SURE_SIGNS * times
        if len(signs) >= least:
            shown = [{"start": sign.start, "end": sign.end, "kind": sign.kind} for sign in signs]
            named = ", ".join(f'"{excerpt(doc.text[sign.start : sign.end])}"' for sign in signs)
            yield self.finding(
                f"{len(signs)} signs of a translation: {excerpt(named, 100)}",
                (signs[0].start, signs[0].end),
                confidence=0.92 if is_sure else 0.8,
                at_most=Severity.WARNING if is_sure else Severity.INFO,
                evidence={"kind": "signs", "value": len(signs), "threshold": least, "places": shown},
            )
