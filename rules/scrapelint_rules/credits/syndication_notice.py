"""CRD004 syndication-notice."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class SyndicationNotice(PhraseRule):
    """A notice that the article first appeared elsewhere, or of the agency's standards.

    Why it matters: it tells whose text this is; in the text itself it is about another thing than the story.

    What to do: keep the outlet in a field of its own, and remove the line.
    """

    code, name, severity = "CRD004", "syndication-notice", Severity.WARNING
    fix = "unsafe"
    packs = ("syndication",)
    may_close = True
    what = "notice of another publication"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦This article was originally published by the Orlo Gazette.⟧", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦This article is republished from The Conversation under a Creative Commons license.⟧"),
        Bad("Talks ended on Friday.\n\n⟦Our Standards: The Thomson Reuters Trust Principles.⟧"),
        Good("The poem first appeared in print a year after the poet's death.", why="prose about a poem"),
        Good("He trusts in principles.", why="prose"),
        Good("The report was published on Friday.", why="prose"),
    )  # fmt: skip
