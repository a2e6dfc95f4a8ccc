"""PRO004 appeal."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class Appeal(PhraseRule):
    """An appeal to give money to the site.

    Why it matters: the site speaks of itself, in the first person, after another person's story.

    What to do: remove the paragraph.
    """

    code, name, severity = "PRO004", "appeal", Severity.WARNING
    fix = "unsafe"
    packs = ("appeal",)
    what = "appeal for money"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Support our journalism⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Unterstützen Sie unseren unabhängigen Journalismus⟧"),
        Bad("Las conversaciones terminaron el viernes.\n\n⟦Apoya nuestro periodismo⟧"),
        Good("The foundation gave money to support local journalism in three states.", why="news about journalism"),
        Good("He made a donation to the hospital.", why="prose"),
        Good("Members of the club voted on Sunday.", why="prose"),
    )  # fmt: skip
