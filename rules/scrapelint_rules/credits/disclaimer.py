"""CRD009 disclaimer."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class Disclaimer(PhraseRule):
    """A disclaimer: no advice, no liability, the views are the author's own, the trademarks are somebody's.

    Why it matters: it speaks of the site and of the law, and is the same below thousands of articles.

    What to do: remove the paragraph.
    """

    code, name, severity = "CRD009", "disclaimer", Severity.WARNING
    fix = "unsafe"
    packs = ("disclaimer",)
    covers_line = True
    examples = (
        Bad(
            "Talks ended on Friday.\n\n⟦The views expressed in this article are those of the author and do not reflect those of the Orlo Gazette.⟧",
            fixed="Talks ended on Friday.",
        ),
        Bad("Talks ended on Friday.\n\n⟦This article is for informational purposes only and does not constitute investment advice.⟧"),
        Bad("Der Kurs stieg am Freitag.\n\n⟦Dieser Beitrag stellt keine Anlageberatung dar.⟧"),
        Bad("股价周五上涨。\n\n⟦以上内容仅供参考，不构成投资建议。⟧"),
        Good("The minister's views were those of a man who had never seen the harbour.", why="prose about views"),
        Good("The bank no longer gives investment advice in its branches.", why="news about advice"),
        Good("Der Arzt ersetzt keine Familie, sagte sie.", why="another sense"),
        Good("Deux médecins ont donné leur avis sur la réforme.", why="prose about doctors"),
    )  # fmt: skip
