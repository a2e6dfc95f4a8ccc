"""CRD005 scraper-source-link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Setting, Severity, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

_ADDRESS = regex(r"https?://|\bwww\.|\w\.\w{2,6}/")


class ScraperSourceLink(PhraseRule):
    """A "Source link" label left at the end by a site that copies articles.

    Why it matters: the text is a copy; the original is elsewhere, and its link is lost.

    What to do: remove the line, and look for the original.
    """

    code, name, severity = "CRD005", "scraper-source-link", Severity.ERROR
    fix = "safe"
    packs = ("source-link",)
    what = "label of a lost link to the source"
    max_lines_behind = Setting(
        8, "how many lines that are not blank may follow: forms and menus of the copying site", minimum=0
    )
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Source link⟧", fixed="Talks ended on Friday."),
        Bad("Переговоры закончились в пятницу.\n\n⟦Источник⟧"),
        Bad("Las conversaciones terminaron el viernes.\n\n⟦Fuente⟧"),
        Good("He asked for the source. Link it, she said.", why="a sentence, not a label"),
        Good("Source\n\n" + "The river rises in the hills. " * 8, why="the text follows"),
        Good("The source of the river is a spring.", why="a sentence"),
    )  # fmt: skip

    def calls(self, doc: Document, hit: Hit) -> str:
        """Return what a hit is called: the link is not lost where its address follows the label."""
        is_there = _ADDRESS.search(hit.line.text, hit.start - hit.line.start)
        return "label and address of the source" if is_there else super().calls(doc, hit)

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the label is at the end of the text, after all of its paragraphs."""
        after = len(doc.lines) - 1 - hit.line.index
        return hit.line.index > 0 and after <= self.max_lines_behind and hit.line.index > doc.body_range[1]
