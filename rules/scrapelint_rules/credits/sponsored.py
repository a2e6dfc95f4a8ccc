"""CRD006 sponsored."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class Sponsored(PhraseRule):
    """A disclosure that the text is an advertisement or a press release.

    Why it matters: the text is not journalism, and a corpus of news should say so or leave it out.

    What to do: drop the record, or mark it.
    """

    code, name, severity = "CRD006", "sponsored", Severity.WARNING
    packs = ("sponsored",)
    what = "disclosure of an advertisement"
    examples = (
        Bad("⟦Sponsored content⟧\n\nThe new phone is light."),
        Bad("⟦Advertorial⟧\n\nDas neue Telefon ist leicht."),
        Bad("The new phone is light.\n\n⟦This is a paid advertisement.⟧"),
        Good("The bank sponsored the race for ten years.", why="prose"),
        Good("The paid advertisement on the bus was torn down.", why="prose"),
        Good("He works for a partner firm.", why="prose"),
    )  # fmt: skip
