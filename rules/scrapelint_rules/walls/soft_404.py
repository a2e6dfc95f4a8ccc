"""WAL004 soft-404."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, Setting, Severity
from scrapelint_rules.walls._shared.short_page import ShortPageRule

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit


class Soft404(ShortPageRule):
    """A page that says that the article is not there, served as if it were one.

    Why it matters: the record holds no article at all.

    What to do: drop the record.
    """

    code, name, severity = "WAL004", "soft-404", Severity.ERROR
    packs = ("soft-404",)
    what = "page not found"
    max_lines = Setting(5, "the notice stands among the first lines that are not blank, this many", minimum=1)
    examples = (
        Bad("⟦Page not found⟧\n\nThe page may have been moved."),
        Bad("⟦Seite nicht gefunden⟧"),
        Bad("⟦Página no encontrada⟧"),
        Good("The page was not found among his papers until last year, when the house was sold.", why="prose"),
        Good("Page not found\n\n" + "The vote was close, and the count went on all night. " * 20, why="an article besides"),
        Good("Nobody has found the page that the poet tore out of his notebook in the last summer of his life.", why="prose"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the notice is at the top of a short text."""
        return hit.line.index < self.max_lines and super().accepts(doc, hit)
