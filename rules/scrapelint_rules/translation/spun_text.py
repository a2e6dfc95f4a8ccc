"""MTX016 spun-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, excerpt
from scrapelint_rules.translation._shared.signs.weak_signs import phrases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

POINTS = {"words": 3, "common": 1}
"""What a phrase counts, by the entry of its pack: hardly anybody's own, or only seldom a writer's."""
SURE_POINTS, ALONE_POINTS = 1, 4
"""Points beyond the least from which the finding is a warning; the second where one telling phrase stands alone."""
TELLING, MIN_TELLING = "words", 2
"""Kind of which a warning has several, or one among many others: words that are only seldom a writer's meet in official
English, and in that of India and Sri Lanka, as well. Of 8,000 native texts 57 have one telling phrase, one has two."""
MIN_SIGNS = 2
FREE_CHARS, CHARS_A_POINT = 3_000, 1_000
"""Code points of text that are free, and for how many beyond them one more point is asked."""


class SpunText(DocumentRule):
    """Several words that a paraphrasing program put for common ones: "on the off chance that", "in an announcement".

    Why it matters: each of them may be a writer's own. Many in one text mean that a program swapped its words to
    sell it as new; names and terms in it are no longer those of the world.

    What to do: leave the article out, and look at the others of its site. English only. A turn that hardly anybody
    writes counts three points, a word that writers use seldom one ("likewise", "columnists").

    Texts with a warning, and with any finding: in English 0 and 1 of 329 native ones, 2 and 5 of 1,134 translated
    by people, 0 and 2 of 2,336 translated by systems, 3 and 3 of 14 copies, 1 and 4 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 0 and 0 of 28,579 of scraped news.
    """

    code, name, severity = "MTX016", "spun-text", Severity.WARNING
    native_share = 0.002
    packs = ("spun-words",)
    min_points = Setting(4, "points in a text of 3,000 code points below which nothing is reported", minimum=2)
    needs_wording = True
    examples = (
        Bad(
            "⟦Financial specialists⟧ fear an exchange war on the off chance that the talks end, the ministry of the town said."
        ),
        Bad(
            "The mayor was ⟦inquired as to whether⟧ it is shut, the office said in an announcement to the press of the town."
        ),
        Bad(
            "⟦A few individuals⟧ were hurt, as indicated by the police, and the mayor likewise said that it was the frost."
        ),
        Bad(
            "The mayor ⟦cautioned⟧ the columnists a week prior, and likewise clarified that a hundred individuals of the "
            "town were harmed by the rockets."
        ),
        Good(
            "The columnist said a week ago that she likes the rockets, and the mayor of the town had no answer to it.",
            why="too few",
        ),
        Good("Investors fear a trade war if the talks end, the ministry said in a statement to the press of the town."),
        Good(
            "Be that as it may, the bridge is shut, and the mayor of the town has said that it is the frost.", why="one"
        ),
        Good(
            "The man was allegedly murdered, and the occupants of the car were taken to the police by Larn-based media people, "
            "the mayor of the town said to the press on Monday.",
            why="plain words of news",
        ),
        Good(
            "The council was told that legal procedures are the best approach to the matter, and the boards of trustees agreed.",
            why="official English",
        ),
        Good(
            "As per reports, sources state that the alteration of the bridge is late, and the mayor of the town said so.",
            why="the English of India",
        ),
        Good("Die Anleger fürchten einen Handelskrieg, sagte das Ministerium am Montag der Presse.", why="not English"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding at the first swapped word, which lists them all."""
        if doc.found_language != "en":
            return
        signs = sorted(phrases(doc, *self.packs))
        points = sum(POINTS[sign.kind] for sign in signs)
        least = self.min_points + max(0, len(doc.text) - FREE_CHARS) // CHARS_A_POINT
        if len(signs) < MIN_SIGNS or points < least:
            return
        telling = sum(sign.kind == TELLING for sign in signs)
        beyond = SURE_POINTS if telling >= MIN_TELLING else ALONE_POINTS
        is_sure = telling > 0 and points >= least + beyond
        named = ", ".join(f'"{sign.key}"' for sign in signs)
        yield self.finding(
            f"{len(signs)} words of a paraphrasing program: {excerpt(named, 100)}",
            (signs[0].start, signs[0].end),
            confidence=0.93 if is_sure else 0.8,
            at_most=Severity.WARNING if is_sure else Severity.INFO,
            evidence={
                "kind": "signs" if is_sure else "few",
                "value": points,
                "threshold": least,
                "places": [{"start": sign.start, "end": sign.end} for sign in signs],
            },
        )
