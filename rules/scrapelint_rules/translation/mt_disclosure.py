"""MTX001 mt-disclosure."""

from __future__ import annotations

from scrapelint.plugin import Bad, Good, PhraseRule, Severity


class MtDisclosure(PhraseRule):
    """A notice that the article was translated by a machine.

    Why it matters: the text is not what its author wrote. A corpus of a language should know which of its
    articles are translations.

    What to do: keep the fact in a field, or leave the article out; the notice itself is not the article.

    Texts with a warning, and with any finding: in English 0 and 0 of 329 native ones, 0 and 0 of 1,134 translated
    by people, 0 and 0 of 2,336 translated by systems, 0 and 0 of 14 copies, 0 and 0 of 7,116 of scraped news; in
    other languages 0 and 0 of 41 copies, 0 and 0 of 28,579 of scraped news.
    """

    code, name, severity = "MTX001", "mt-disclosure", Severity.WARNING
    native_share = 0.0
    packs = ("mt-disclosure",)
    what = "notice of a machine translation"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦This article was translated by AI.⟧"),
        Bad("⟦Dieser Artikel wurde maschinell übersetzt.⟧\n\nDie Gespräche endeten am Freitag."),
        Bad("Les pourparlers ont pris fin vendredi.\n\n⟦Cet article a été traduit automatiquement de l'anglais.⟧"),
        Bad("⟦本文由机器翻译，仅供参考。⟧\n\n会谈于周五结束。"),
        Good("Her novels were translated by her sister, and the plays by an actor.", why="people"),
        Good("Die Firma verkauft maschinelle Übersetzungen.", why="a story about it"),
        Good(
            'The label "This article was translated by AI" has to stand there from May, the ministry said in its order.'
        ),
    )
