"""CRD003 author-bio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, excerpt, regex
from scrapelint_rules.credits._shared.bios import closing_bios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding, Hit

MIN_ARTICLE_LINES = 2
"""A bio stands behind an article: at least this many lines are above it."""


MAX_NAME_CHARS = 40
"""Longest run of names and roles behind "by", in code points."""
_SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")

BYLINE_ENTRIES = frozenset({"author", "author-line"})
"""Entries of the pack on bylines that name who wrote; the others give times."""


_SIGNED = regex(
    r"^\s*(?:\([A-Za-z]{2,4}(?:[/, ]{1,2}[A-Za-z]{2,6}){0,2}\)|[\w.+-]{2,40}@[\w-]{2,40}(?:\.[\w-]{2,20}){1,3})\s*$"
)
"""Initials in brackets, or an address, and nothing else."""
SIGNED, CLOSING_BIO = 0.84, 0.9
MAX_SIGNED_LINES = 6
"""How many lines behind the last paragraph may hold the signature."""


class AuthorBio(PhraseRule):
    """A note on the author behind the article.

    Why it matters: it is about another person than the story, in the same voice.

    What to do: move it to a field of its own, or remove the paragraph.
    """

    code, name, severity = "CRD003", "author-bio", Severity.WARNING
    fix = "unsafe"
    packs = ("author-bio", "byline")
    covers_line = True
    what = "note on the author"
    examples = (
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Ana Ruiz is a senior correspondent based in Orlo.⟧",
            fixed="Talks began on Monday.\n\nThey ended on Friday."),
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦About the author⟧"),
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Jo Hale is a freelance journalist.⟧"),
        Bad("Die Brücke wurde am Montag nach langer Debatte im Rat bis zum Frühjahr für alle Autos gesperrt, sagte sie.\n\n⟦(mki)⟧"),
        Bad(
            "The bridge was shut on Monday.\n\nThe council had asked for it.\n\nNobody was hurt.\n\n"
            "⟦Ana Ruiz teaches physical chemistry at the University of Orlo.⟧"
        ),
        Bad(
            "Die Brücke wurde am Montag gesperrt.\n\nDer Rat hatte darum gebeten.\n\nVerletzt wurde niemand.\n\n"
            "⟦Jana Wolf ist Professorin für Geschichte in Orlo.⟧"
        ),
        Good(
            "The bridge was shut on Monday, said Ana Ruiz.\n\nThe council had asked for it.\n\nNobody was hurt.\n\nShe left.\n\n"
            "Jo Hale, a member of the council, said that the bridge is old.",
            why="who says something is of the story",
        ),
        Good("Ana Ruiz is a senior correspondent.", why="the text itself is about her"),
        Good("The author of the report is a judge.", why="prose"),
        Good("El puente se cerró.\n\nLa nota no lleva fecha.\n\nPor todo lo anterior, la nota es falsa.", why="a sentence that begins like a byline"),
        Good(
            "The party was held.\n\nMany danced.\n\nNobody was hurt.\n\n"
            "New Year’s Day is a time for books, and often associated with a new start.",
            why="a day, no person",
        ),
        Good(
            "The pistol was found.\n\nNobody speaks.\n\nThe shop is shut.\n\n"
            "Tam Oakes is the alleged shooter, and the authorities know where he lives.",
            why="a person of the story",
        ),
        Good(
            "The talks failed.\n\nNobody speaks.\n\nThe port is shut.\n\n"
            "Tam Oakes, who served as president, is the only one of the old council who still lives in Larn.",
            why="who is singled out is of the story",
        ),
        Good(
            "The talks failed.\n\nNobody speaks.\n\nThe port is shut.\n\n"
            "Radio Larn on Tuesday asked a professor of the University of Orlo, who sees no way out of it.",
            why="a preposition that is a verb in Finnish",
        ),
        Good(
            "The talks failed.\n\nNobody speaks.\n\nThe port is shut.\n\nJo Hale is a lawyer of the town of Larn.\n\n"
            "The council has now asked the court to look into the matter, which will take until the autumn at least.",
            why="the story goes on",
        ),
        Good("She followed the talks.\n\nHe did not.\n\nNobody else was there.", why="prose"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield the notes, and initials or an address alone at the end."""
        seen: set[int] = set()
        for hit in self.best_hits(doc):
            seen.add(hit.line.index)
            yield self.on_hit(doc, hit)
        for line in closing_bios(doc):
            if line.index not in seen:
                seen.add(line.index)
                about = f'note on the author: "{excerpt(line.text)}"'
                yield self.on_lines(doc, line, message=about, confidence=CLOSING_BIO, evidence={"kind": "closing-bio"})
        first, last = doc.body_range
        behind = doc.lines[last + 1 : last + 1 + MAX_SIGNED_LINES] if first <= last else []
        for line in behind:
            if line.index not in seen and _SIGNED.search(line.text):
                about = f'signed: "{excerpt(line.text)}"'
                yield self.on_lines(doc, line, message=about, confidence=SIGNED, evidence={"kind": "signed"})

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line stands in the last third of a text that has more than the note.

        A byline counts only behind the last paragraph; above the article it is where it belongs.
        """
        place = hit.line.index
        if hit.entry.concept == "byline":
            behind = doc.body_range[0] <= doc.body_range[1] < place
            return behind and hit.entry.id in BYLINE_ENTRIES and _names_somebody(hit)
        return place >= MIN_ARTICLE_LINES and place * 3 >= (len(doc.lines) - 1) * 2


def _names_somebody(hit: Hit) -> bool:
    """Tell whether a byline has a name behind its first words, not a sentence: "By all means, go." is none."""
    line = hit.line.text.rstrip()
    rest = line[hit.end - hit.line.start :].lstrip(" :：/|-")
    return not line.endswith(_SENTENCE_ENDS) and len(rest) <= MAX_NAME_CHARS and not rest[:1].islower()
