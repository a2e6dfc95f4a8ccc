"""CRD003 author-bio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, Good, PhraseRule, Severity

if TYPE_CHECKING:
    from scrapelint import Document, Hit

MIN_ARTICLE_LINES = 2
"""A bio stands behind an article: at least this many lines are above it."""


BYLINE_ENTRIES = frozenset({"author", "author-line"})
"""Entries of the pack on bylines that name who wrote; the others give times."""


class AuthorBio(PhraseRule):
    """A note on the author behind the article.

    Why it matters: it is about another person than the story, in the same voice.

    What to do: move it to a field of its own, or remove the paragraph.
    """

    code, name, severity = "CRD003", "author-bio", Severity.INFO
    fix = "unsafe"
    packs = ("author-bio", "byline")
    what = "note on the author"
    examples = (
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Ana Ruiz is a senior correspondent based in Orlo.⟧",
            fixed="Talks began on Monday.\n\nThey ended on Friday."),
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦About the author⟧"),
        Bad("Talks began on Monday.\n\nThey ended on Friday.\n\n⟦Jo Hale is a freelance journalist.⟧"),
        Good("Ana Ruiz is a senior correspondent.", why="the text itself is about her"),
        Good("The author of the report is a judge.", why="prose"),
        Good("She followed the talks.\n\nHe did not.\n\nNobody else was there.", why="prose"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line stands in the last third of a text that has more than the note.

        A byline counts only behind the last paragraph; above the article it is where it belongs.
        """
        place = hit.line.index
        if hit.entry.concept == "byline":
            return hit.entry.id in BYLINE_ENTRIES and doc.extent[0] <= doc.extent[1] < place
        return place >= MIN_ARTICLE_LINES and place * 3 >= (len(doc.lines) - 1) * 2
