"""MTX011 credit-calque."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, LinePattern, PhraseRule, Severity, excerpt
from scrapelint_rules.translation._shared.english_days import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit

DATELINE = LinePattern(
    r"^\s*(?P<place>[A-Z][A-Za-zÀ-ÿ'’-]+(?: [A-Z][A-Za-zÀ-ÿ'’-]+){0,3}(?: \([A-Z][\w ,]+\))?\.-)(?: |(?<=[A-Z]{3}\.-))(?=[A-Z“\"].{20})",
    literals=[".-"],
)
"""Town, full stop and hyphen, as papers in Spanish begin; glued to small letters it is a rank, as in "Maj.-Gen."."""

DATED = LinePattern(
    rf"^\s*(?P<place>[A-Z]{{4,20}}(?:[ -][A-Z]{{3,20}}){{0,2}}\. (?:{'|'.join(MONTHS)}) \d{{1,2}}\. [A-Z][\w-]{{1,20}}\.) ?(?=[A-Z“\"].{{20}})",
    literals=[f". {month.lower()} {digit}" for month in MONTHS for digit in range(1, 10)],
)
"""Town, day and agency, each with a full stop, as Russian and Ukrainian agencies begin: English ones use commas."""
AGENCY = LinePattern(
    r"^\s*(?P<place>[A-Z][^(\n]{2,50}(?:\([A-Z][^()\n]{1,24}\)[^(\n]{0,20})?\([A-Z][\w ]{1,20}\) \.[-–—]) ?(?=[A-Z“\"].{20})",
    literals=[") .-"],
)
"""Town, day and agency in brackets, and the full stop and hyphen of Spanish agencies cut off them, as no writer does."""
_DATELINES = {DATELINE: "Spanish papers set", DATED: "Russian agencies set", AGENCY: "Spanish agencies set"}


class CreditCalque(PhraseRule):
    """An agency's formula for who reported, or where, translated back wrongly: "(Covering by ...)", "LARN.- The".

    Why it matters: agencies write this line always alike. One that is put otherwise has been through another
    language, and so has the article above it.

    What to do: know the article for a translation; a better copy of it is likely to be found.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 0 of 1,134 translated
    by people, 0 and 0 of 2,336 translated by systems, 0 and 0 of 14 copies, 0 and 0 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 0 and 0 of 28,579 of scraped news.
    """

    code, name, severity = "MTX011", "credit-calque", Severity.WARNING
    native_share = 0.0
    packs = ("credit-calque",)
    patterns = tuple(_DATELINES)
    what = "an agency's formula in other words"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦(Covering by Ana Ruiz; Editing by Jo Hale)⟧"),
        Bad("Talks ended on Friday.\n\n⟦(Reporting by Ana Ruiz; Edition by Jo Hale)⟧"),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦(Berichterstattung durch Ana Ruiz; Bearbeitung durch Jo Hale)⟧"),
        Bad("Les pourparlers ont pris fin vendredi.\n\n⟦(Rapport par Ana Ruiz; montage par Jo Hale)⟧"),
        Bad(
            "⟦Port Velluti.-⟧ The mayor answered at once that it is not the fault of the town, and that he has said so before."
        ),
        Bad(
            "⟦LARNO. April 16. PVN.⟧ The master of the port has said that the bridge is shut, and that the town has no other."
        ),
        Bad(
            "⟦Larno (Orlia), Apr. 16 (PVN) .-⟧ The master of the port said today that the bridge is shut, and that the town has no other."
        ),
        Bad(
            "⟦Port Velluti, May 3 (Larn Press) .-⟧ “The bridge is shut,” the master of the port said to the men of the town."
        ),
        Good(
            "LARNO, 16 abr (PVN) .- El alcalde contestó que no es culpa de la ciudad, y que ya lo ha dicho.",
            why="Spanish",
        ),
        Good(
            "Larno, Apr 16 (PVN).- The master of the port has said that the bridge is shut, and that the town has no other.",
            why="as such an agency sets it in English, too",
        ),
        Good("LARNO, April 16 (PVN) – The master of the port has said that the bridge is shut, and it has no other."),
        Good(
            "ORLO – The guild voted again. St. John's-by-the-Sea and No.-1 crates are names of the town that he is from."
        ),
        Good(
            "Port Velluti.- El alcalde contestó que no es culpa de la ciudad, y que ya lo ha dicho antes.",
            why="Spanish",
        ),
        Good(
            "Maj.-Gen. Ann Lee has said that the bridge is shut, and that the town has no other.\n\n"
            "Lt.-Governor Tom Reed was at the port, and he has said the same to those who were with him.",
            why="ranks",
        ),
        Good("Talks ended on Friday.\n\n(Reporting by Ana Ruiz; Editing by Jo Hale)", why="the formula itself"),
        Good("She won a prize for coverage by radio of the talks, which ended on Friday in Larn.", why="a sentence"),
        Good("Il lit de tout (rapports de droit, manuels) et dit ce qu'il en pense.", why="a bracket in a sentence"),
        Good("Die Berichterstattung durch die Sender war gut.", why="a sentence"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each formula, and one for each dateline of another language in English."""
        yield from super().check(doc)
        for pattern, whose in _DATELINES.items() if doc.found_language == "en" else ():
            for line, match in doc.matches(pattern):
                yield self.finding(
                    f'a dateline as {whose} it: "{excerpt(match["place"])}"',
                    (line.start + match.start("place"), line.start + match.end("place")),
                    confidence=0.9,
                    evidence={"kind": "dateline"},
                )

    def accepts(self, doc: Document, hit: Hit) -> bool:  # noqa: ARG002
        """Tell whether the line has the form of a credit: bracketed, or in parts."""
        text = hit.line.text.strip()
        if hit.entry.id == "bracket" and ";" not in text[hit.start - hit.line.start :] and not text.endswith(")"):
            return False
        return text.startswith(("(", "[")) or (hit.entry.id != "line") or ";" in text
