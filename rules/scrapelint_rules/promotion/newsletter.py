"""PRO001 newsletter."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class Newsletter(PhraseRule):
    """A pitch to sign up for a newsletter, or what its form says.

    Why it matters: the pitch addresses the visitor of a page, and stands in the middle of the story.

    What to do: remove the paragraph.
    """

    code, name, severity = "PRO001", "newsletter", Severity.WARNING
    fix = "safe"
    packs = ("newsletter",)
    what = "pitch for a newsletter"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Sign up for our newsletter⟧", fixed="Talks ended on Friday."),
        Bad("⟦Abonnieren Sie unseren Newsletter⟧\n\nDie Gespräche endeten am Freitag."),
        Bad("Le négociateur est reparti vendredi.\n\n⟦Inscrivez-vous à notre newsletter⟧"),
        Good("The bank told its customers in a newsletter that the branch would close.", why="prose about a newsletter"),
        Good("Der Verein verschickt seinen Newsletter seit zehn Jahren.", why="prose about a newsletter"),
        Good("She signed up for the army at the age of nineteen.", why="another sense"),
    )  # fmt: skip
