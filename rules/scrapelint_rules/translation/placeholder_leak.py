"""MTX007 placeholder-leak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt
from scrapelint_rules.translation._shared.quotes import is_set_apart
from scrapelint_rules.translation._shared.signs.placeholders import PLACEHOLDER, leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

SAID = {
    "placeholder": "a placeholder that nothing was put into",
    "unknown": "a sign for a word that a model did not know",
    "entity": "an escape that a translator left, or cut",
    "tokens": "text cut into tokens",
    "engine": "two spaces without width after a word, as an engine leaves them",
}
CONFIDENCE = {"placeholder": 0.97, "unknown": 0.97, "entity": 0.97, "tokens": 0.92, "engine": 0.95}
"""Share of findings that were right, of those looked at by hand on the development data; by kind of leftover."""


class PlaceholderLeak(DocumentRule):
    """Signs of a translator's own: `__PH0__`, `{{name}}`, "<unk>", "& quot ;", "the mayor 's".

    Why it matters: a tag, a name or a rare word stood there; what it was is lost. Marks split from their
    words show that the text came out of a model and was never put together again.

    What to do: put in what the source has, or leave the article out. Entities of the page are ENC003.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 0 of 1,134 translated
    by people, 54 and 54 of 2,336 translated by systems, 0 and 0 of 14 copies, 0 and 0 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 4 and 14 of 28,579 of scraped news.
    """

    code, name, severity = "MTX007", "placeholder-leak", Severity.ERROR
    native_share = 0.0
    patterns = (PLACEHOLDER,)
    examples = (
        Bad("The mayor of ⟦__PH0__⟧ spoke to ⟦{{name}}⟧ on Monday."),
        Bad("The bridge of ⟦<unk>⟧ is shut, said ⟦UNK⟧, who built it."),
        Bad("He said ⟦& quot ;⟧ no ⟦& quot ;⟧ and left the twenty ⟦@-@⟧ first hall."),
        Bad('Der Rat von ⟦{0}⟧ hat die ⟦<x id="1"/>⟧ Brücke gesperrt.'),
        Bad("Мэр города ⟦__TAG_1__⟧ приехал утром, сообщил ⟦⁇⟧."),
        Bad("市長は⟦{{city}}⟧で話した。"),
        Bad("The town ⟦'s⟧ bridge is shut , the mayor said . He was there , too . Nobody knew ."),
        Bad(
            "“The town has waited for years , and paid,” the mayor said ⟦,⟧ as the bridge was shut, and the port, the mill, the yard, "
            "and the school were, too. The council met on Monday , and on Friday . It has a plan for the ferry , and money "
            "for it. The bridge, built in 1931, was painted, mended, and shut, and opened again , for a week, in May, when "
            "the town paid. The mill, the yard, and the port closed, one by one. Nobody has asked , so far, who is to pay."
        ),
        Bad("The mayor told the town of his idea ⟦of⟧ \u200b\u200ba new bridge, and of the price."),
        Bad("A polgármester a híd tervezését ⟦vezető⟧ \u200b\u200bmérnökkel beszélt a költségekről hétfőn."),
        Bad("Мэр рассказал городу об ⟦идее⟧ \u200b\u200bнового моста через реку и о его цене."),
        Good(
            "The mayor spoke.\u200b\u200b\n\u200b\u200bThe bridge\u200b is \u200bshut, and 20 \u200b\u200b2 more are.",
            why="of a page's editor",
        ),
        Good("ភ្នំពេញ ជា \u200b\u200bរាជធានី នៃ ប្រទេស កម្ពុជា", why="Khmer marks the ends of words"),
        Good("In Python, `{0}` and `%s` are placeholders; UN and UNKLE are not.", why="quoted or other words"),
        Good("The mayor&#039;s plan &amp; the town", why="entities of a page are ENC003"),
        Good("It was reported . by the paper, he said, and by all, who read it, on Monday.", why="one mark, at a link"),
        Good(
            "Ο δήμος λέει , όπως και πριν , ότι η γέφυρα είναι κλειστή , και ότι κανείς δεν ξέρει . Το λιμάνι, λέει, "
            "είναι ανοιχτό. Τα πλοία φεύγουν το πρωί. Οι κάτοικοι των νησιών περιμένουν.",
            why="one writer's spaces",
        ),
        Good("Der Preis stieg um 5 %, das Buch heißt „{1}“.", why="quoted"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each leftover; one for all split marks."""
        for leftover in leftovers(doc):
            if self._is_named(doc.text, leftover.start, leftover.end):
                continue
            more = f", {leftover.marks} marks with a space before them" if leftover.marks > 1 else ""
            found = excerpt(doc.text[leftover.start : leftover.end].strip(), 30)
            start = leftover.start + (leftover.kind == "tokens")
            yield self.finding(
                f'{SAID[leftover.kind]}: "{found}"{more}',
                (start, leftover.end),
                confidence=CONFIDENCE[leftover.kind],
                at_most=Severity.WARNING if leftover.kind == "tokens" else Severity.ERROR,
                evidence={"kind": leftover.kind, "marks": leftover.marks},
            )

    @staticmethod
    def _is_named(text: str, start: int, end: int) -> bool:
        """Tell whether a sentence is about the sign: it is in quotes or back ticks, or before the word for it."""
        return text[start - 1 : start] == "`" or text[end : end + 1] == "`" or is_set_apart(text, start, end)
