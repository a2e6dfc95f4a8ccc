"""PRO003 ad-label."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class AdLabel(PhraseRule):
    """The label of an advertisement or another insert that is not there: "Advertisement", "Story continues below".

    Why it matters: the label cuts the story, and a model learns to print it between paragraphs. The insert may be
    a picture or a film, too.

    What to do: remove the line.
    """

    code, name, severity = "PRO003", "ad-label", Severity.WARNING
    fix = "safe"
    packs = ("ad-label",)
    opens_line = True
    what = "label of an advertisement or another insert"
    examples = (
        Bad("Talks began.\n\n⟦Advertisement⟧\n\nThey ended on Friday.", fixed="Talks began.\n\nThey ended on Friday."),
        Bad("Die Gespräche begannen.\n\n⟦Anzeige⟧\n\nSie endeten am Freitag."),
        Bad("Переговоры начались.\n\n⟦Реклама⟧\n\nОни закончились в пятницу."),
        Bad("Samtalane starta.\n\n⟦(Artikkelen held fram under biletet)⟧\n\nDei slutta fredag.", fixed="Samtalane starta.\n\nDei slutta fredag."),
        Good("Die Polizei hat Anzeige erstattet.", why="another sense"),
        Good("The advertisement showed a river.", why="prose"),
        Good("The story continues below deck, where the engine is.", why="the story of a film"),
        Good("The cave continued below the lake for two miles.", why="prose"),
        Good("Реклама на улицах будет запрещена.", why="prose"),
    )  # fmt: skip
