"""WAL001 paywall-stub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit


class PaywallStub(PhraseRule):
    """A paywall's notice: the rest of the article is for subscribers.

    Why it matters: what is above it is a teaser that breaks off.

    What to do: fetch the article with a subscription, or drop the record.
    """

    code, name, severity = "WAL001", "paywall-stub", Severity.ERROR
    packs = ("paywall",)
    what = "paywall"
    examples = (
        Bad("Talks ended on Friday, and what comes next …\n\n⟦This article is for subscribers only⟧"),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦Sie haben bereits ein Abo? Jetzt anmelden⟧"),
        Bad("Les négociations ont pris fin vendredi.\n\n⟦Cet article est réservé aux abonnés⟧"),
        Good("The paper lost a tenth of its subscribers last year.", why="news about a paper"),
        Good("Subscribers can cancel at any time, the court ruled.", why="news about subscriptions"),
        Good("He subscribed to the theory for years.", why="another sense"),
    )  # fmt: skip

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding; a button to subscribe or log in is residue, but proves no paywall."""
        finding = super().on_hit(doc, hit)
        return finding if hit.entry.id == "wall" else finding._replace(severity=min(finding.severity, Severity.WARNING))
