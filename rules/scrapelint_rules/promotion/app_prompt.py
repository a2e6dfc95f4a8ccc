"""PRO002 app-prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity
from scrapelint_rules.promotion._shared.items import is_own_item

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit


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
        Good(
            "Berikut cara membeli tiket feri Larn lewat aplikasi.\n- Unduh aplikasi Feri Larn di PlayStore atau AppStore\n"
            "- Setelah diunduh, buka aplikasinya\n- Pilih tanggal dan jumlah tiket yang Anda perlukan\n- Bayar di loket mana pun",
            why="a step of what the article explains",
        ),
        Good(
            "How to get a seat on the ferry of Larn:\n\n• Go to the page of the harbour and choose a day\n\n"
            "• Download the app on the App Store\n\n• Pay with your card and show the code to the crew on the quay",
            why="the same",
        ),
        Bad("Talks ended on Friday.\n\n- Home\n⟦- Download our app⟧\n- Contact us", fixed="Talks ended on Friday.\n\n- Home\n- Contact us"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether a call is no step of a list of the article's own."""
        return not is_own_item(doc, hit.line)
