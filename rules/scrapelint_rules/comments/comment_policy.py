"""CMT003 comment-policy."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class CommentPolicy(PhraseRule):
    """House rules for readers' comments, or a notice that they are closed.

    Why it matters: the notice is the same on every page of a site, so a corpus holds it ten thousand times.

    What to do: remove the line.
    """

    code, name, severity = "CMT003", "comment-policy", Severity.WARNING
    fix = "unsafe"
    packs = ("comment-policy",)
    covers_line = True
    what = "house rules for comments"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Comments are closed.⟧", fixed="Talks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦Please keep comments respectful and on topic. Comments are moderated and may take an hour to appear.⟧"),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Die Kommentarfunktion ist geschlossen.⟧"),
        Good("The minister's comments are closed to interpretation, one deputy joked.", why="another sense"),
        Good("The court moderated its tone.", why="no comments"),
        Good("He declined to comment.", why="prose"),
        Good("The council reserves the right to close the beach at any time, and will put up red flags.", why="another right"),
        Good("Les travaux seront menés dans le respect de la charte des jardins historiques.", why="another charter"),
    )  # fmt: skip
