"""MTX003 spintax-leak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, DocumentRule, Good, Severity, excerpt, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Finding

MAX_CODE_SHARE = 0.02
"""Share of signs of a program among the text from which braces are code, not spintax."""

_SPINTAX = regex(r"\{(?! )[^{}|\n\\$<>=;]{0,80}(?:\|(?!\|)[^{}|\n\\$<>=;]{0,80}){1,12}\}")
_NESTED = regex(r"\{[^{}\n]{0,80}\{[^{}\n]{0,80}\|[^{}\n]{0,200}\}[^{}\n]{0,80}\|[^{}\n]{0,80}\}")
_CODE = (";", "=", "<", "\\")


class SpintaxLeak(DocumentRule):
    """A choice of synonyms that a spinning program left open: {big|large|huge}.

    Why it matters: the article is one of many made from one text by swapping words. None of them is news.

    What to do: leave the article out, and look at the others of its site.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 0 of 1,134 translated
    by people, 0 and 0 of 2,336 translated by systems, 0 and 0 of 14 copies, 0 and 0 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 0 and 0 of 28,579 of scraped news.
    """

    code, name, severity = "MTX003", "spintax-leak", Severity.ERROR
    native_share = 0.0
    examples = (
        Bad("The ⟦{big|large|huge}⟧ bridge over the ⟦{river|stream}⟧ is shut."),
        Bad("Die ⟦{große|lange}⟧ Brücke ist gesperrt."),
        Bad("Le ⟦{grand|vieux}⟧ pont est fermé."),
        Bad("⟦{Старый|Длинный}⟧ мост закрыт."),
        Bad("⟦{El alcalde|El jefe {del|de la}|Ella}⟧ cerró el puente."),
        Bad("市は⟦{大きな|長い}⟧橋を閉じた。"),
        Good("The set {a, b} and the norm |x| are used.", why="mathematics"),
        Good("We go { for || for } the port { by boat |c and on foot }, she said.", why="marks of a transcript"),
        Good("if (a) { b = c|d; } else { e = f|g; }", why="code"),
        Good("Home | World | Sport {3}", why="a menu"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each open choice."""
        text = doc.text
        if "{" not in text or "|" not in text or sum(map(text.count, _CODE)) > MAX_CODE_SHARE * len(text):
            return
        end = 0
        for match in sorted((*_NESTED.finditer(text), *_SPINTAX.finditer(text)), key=lambda match: match.start()):
            if match.start() >= end:
                end = match.end()
                yield self.finding(
                    f'open choice of synonyms: "{excerpt(match[0])}"',
                    match.span(),
                    confidence=0.98,
                    evidence={"kind": "spintax", "choices": match[0].count("|") + 1},
                )
