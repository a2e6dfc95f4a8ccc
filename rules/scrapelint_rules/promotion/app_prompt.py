"""PRO002 app-prompt."""

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class AppPrompt(PhraseRule):
    """A call to install the site's app.

    Why it matters: it is advertising for the site, repeated on all of its pages.

    What to do: remove the line.
    """

    code, name, severity = "PRO002", "app-prompt", Severity.WARNING
    fix = "safe"
    packs = ("app-prompt",)
    what = "call to install an app"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Download our app⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Jetzt die App herunterladen⟧"),
        Bad("Las conversaciones terminaron el viernes.\n\n⟦Descarga nuestra app⟧"),
        Good("The bank has closed.\n\nDownload our app, it asked its customers in a letter last week.", why="somebody asks"),
        Good("The ministry asked travellers to download the app before they board the train on Monday.", why="news about an app"),
        Good("Die App der Bahn fiel am Freitag aus.", why="news about an app"),
        Good("The app store opened at ten.", why="prose"),
    )  # fmt: skip
