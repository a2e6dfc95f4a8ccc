"""WAL005 geo-block."""

from scrapelint.plugin import Bad, Good, Severity
from scrapelint_rules.walls._shared.short_page import ShortPageRule


class GeoBlock(ShortPageRule):
    """A page that refuses readers from the crawler's country, in place of the article.

    Why it matters: the record holds no article at all.

    What to do: drop the record, or fetch the page from where it may be read.
    """

    code, name, severity = "WAL005", "geo-block", Severity.ERROR
    packs = ("geo-block",)
    what = "refused by country"
    examples = (
        Bad("⟦This content is not available in your region.⟧"),
        Bad("⟦451: Unavailable due to legal reasons⟧\n\nnginx"),
        Bad("⟦Este contenido no está disponible en tu país⟧"),
        Good("The vaccine is not on offer in every region, the minister told the deputies.", why="prose"),
        Good("The film is not shown in every country.", why="prose"),
        Good("This content is not available in your region.\n\n" + "The vote was close, and the count went on all night. " * 20,
             why="an article besides"),
    )  # fmt: skip
