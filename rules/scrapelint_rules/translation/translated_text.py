"""MTX015 translated-text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Setting, Severity, excerpt
from scrapelint_rules.translation._shared.signs.turns import POINTS as TURN_POINTS
from scrapelint_rules.translation._shared.signs.turns import TURNS
from scrapelint_rules.translation._shared.signs.weak_signs import phrases, slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding
    from scrapelint_rules.translation._shared.signs.weak_signs import Sign


POINTS = {"common": 1, **dict.fromkeys(("romance", "slavic", "german", "turkish", "chinese"), 2)}
"""What a phrase counts, by the entry of its pack: hardly any native text has one of the latter."""
SURE_POINTS, SURE_SIGNS = 1, 2
"""Points beyond the least, and different signs, from which the finding is a warning."""
FREE_CHARS, CHARS_A_POINT = 2_000, 1_000
"""Code points of text that are free, and for how many beyond them one more point is asked."""


class TranslatedText(DocumentRule):
    """Turns and slips of a translator in one article, most of them too weak to be reported by themselves.

    Why it matters: "in these hours", "it was previously reported" and a capital in mid-sentence may each be a writer's
    own. Several in one text mean that it was put into English from another language, and not well.

    What to do: know the article for a translation, by whomever. A good translation has no such signs, and cannot be
    told. English only. A turn that hardly any English text has counts two points ("the press service of", "said this
    Thursday"), any other one; a text has to have the more of them, the longer it is.

    Measured on English texts, infos counted: 1 of 2,000 native ones, 62 of 542 translated by people, 211 of
    1,195 translated by systems of 2018 to 2023; warnings: 0, 27 and 90.
    """

    code, name, severity = "MTX015", "translated-text", Severity.WARNING
    native_share = 0.0
    packs = ("translated-words", "calque")
    patterns = tuple(TURNS.values())
    min_points = Setting(2, "points in a text of 2,000 code points below which nothing is reported", minimum=2)
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
        Bad(
            "The mayor ⟦has said this Thursday⟧ that the bridge is shut, and sources from the port have informed the press "
            "of it. The men of the town had no answer to it.."
        ),
        Bad(
            "⟦This was reported⟧ by the press service of the port. Recall that the bridge is shut under the 56 th article of "
            "the law of the sea, and that it has cost 20 thousand euros."
        ),
        Bad("⟦In these hours⟧ the town is in shock, and the mayor spoke on Instagram to all of them of the frost."),
        Good(
            "The mayor spoke to all of them of the frost. It was reported that he will speak again, and the town has no other.",
            why="one turn that writers have as well",
        ),
        Good(
            "The bridge will be shut this Thursday, the mayor said. The club recalls that he said so in the 56th minute... "
            "And that 20,000 euros are to be paid."
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
        found = phrases(doc, *self.packs)
        signs = sorted([*found, *(slip for slip in slips(doc) if not any(_meet(slip, sign) for sign in found))])
        points = sum(points_of(sign.kind) for sign in signs)
        least = self.min_points + max(0, len(doc.text) - FREE_CHARS) // CHARS_A_POINT
        is_sure = len(signs) >= SURE_SIGNS and points >= least + SURE_POINTS
        if points >= least:
            shown = [{"start": sign.start, "end": sign.end, "kind": sign.kind} for sign in signs]
            named = ", ".join(f'"{excerpt(doc.text[sign.start : sign.end])}"' for sign in signs)
            yield self.finding(
                f"{_number(signs)} of a translation: {excerpt(named, 100)}",
                (signs[0].start, signs[0].end),
                confidence=0.92 if is_sure else 0.8,
                at_most=Severity.WARNING if is_sure else Severity.INFO,
                evidence={"kind": "signs" if is_sure else "few", "value": points, "threshold": least, "places": shown},
            )


def _number(signs: list[Sign]) -> str:
    return "a sign" if len(signs) == 1 else f"{len(signs)} signs"


def points_of(kind: str) -> int:
    """Return what a sign counts: the phrases of a calque of its own pack two, a slip one."""
    return POINTS.get(kind) or TURN_POINTS.get(kind, 1)


def _meet(sign: Sign, other: Sign) -> bool:
    return sign.start < other.end and other.start < sign.end
