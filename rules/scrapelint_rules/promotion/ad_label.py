"""PRO003 ad-label."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, Span, regex, removal
from scrapelint_rules.promotion._shared.items import item_number

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit, Line

STEM_SHARE, MIN_STEM_CHARS = 0.7, 5
"""Of a word that heads a section on its subject, the share that other forms of it begin with, and their least code points."""
MIN_PARAGRAPH_SPACES = 12
"""Spaces from which on a line is a paragraph, whatever it ends with."""
MAX_LEAD_SPACES = 12
"""Fewest spaces in what precedes the words of such a sentence that may make it another one, of the article."""
_WORD = regex(r"[^\W\d_]{5,40}")
_NEXT_NUMBER = regex(r"\s{1,4}\d{1,2}[.)]")
"""The number of the item of a list after a label."""
_INITIALS = regex(r"\s*[(（][A-Z]{2,3}[)）]\s*$")
SENTENCE_ENTRY = "affiliate"
"""The entry of the pack whose phrases are part of a sentence on links that pay."""


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
        Bad(
            "The ferry to Larn sails again, the office of the harbour said on Monday.\n\n"
            "⟦When you buy through links on our site, we may earn an affiliate commission. Here's how it works.⟧\n\n"
            "It will call at the old quay twice a day from the first of May, and on Sundays once.",
            fixed="The ferry to Larn sails again, the office of the harbour said on Monday.\n\n"
            "It will call at the old quay twice a day from the first of May, and on Sundays once.",
        ),
        Bad("Talks began.\n\n⟦Advertisement⟧\n\nThey ended on Friday.", fixed="Talks began.\n\nThey ended on Friday."),
        Bad("Die Gespräche begannen.\n\n⟦Anzeige⟧\n\nSie endeten am Freitag."),
        Bad("Переговоры начались.\n\n⟦Реклама⟧\n\nОни закончились в пятницу."),
        Bad("Samtalane starta.\n\n⟦(Artikkelen held fram under biletet)⟧\n\nDei slutta fredag.", fixed="Samtalane starta.\n\nDei slutta fredag."),
        Bad(
            "The lamp of Larn is bright, as all know by now. It stood in the hall for a year, and nobody dared to touch it. ⟦If you buy "
            "something through our links, we may earn a commission.⟧ The mayor bought one on Monday, and a second one for her son.",
            fixed="The lamp of Larn is bright, as all know by now. It stood in the hall for a year, and nobody dared to touch it. "
            "The mayor bought one on Monday, and a second one for her son.",
        ),
        Bad(
            "The lamp of Larn is bright, as all know by now. It stood in the hall for a year, and nobody dared to touch it. "
            "⟦Advertisement⟧ The mayor bought one on Monday, and a second one for her son. ⟦Advertisement⟧ She paid for both.",
            fixed="The lamp of Larn is bright, as all know by now. It stood in the hall for a year, and nobody dared to touch it. "
            "The mayor bought one on Monday, and a second one for her son. She paid for both.",
        ),
        Bad(
            "Wali kota Larn membuka pelabuhan pada hari Senin, setelah sembilan hari mogok kerja di pesisir utara itu. "
            "Feri boleh berlayar lagi dengan syarat berikut. ⟦SCROLL TO CONTINUE WITH CONTENT⟧ 1. Kartu pelaut dari kota Larn. "
            "2. Kartu keluarga dan surat dari wali kota.",
            fixed="Wali kota Larn membuka pelabuhan pada hari Senin, setelah sembilan hari mogok kerja di pesisir utara itu. "
            "Feri boleh berlayar lagi dengan syarat berikut. 1. Kartu pelaut dari kota Larn. "
            "2. Kartu keluarga dan surat dari wali kota.",
        ),
        Bad(
            "The port is open again, the mayor of Larn said on Monday.\n\n⟦ADVERTISEMENT⟧\norlonews: “Are you worried that the storm "
            "could reach Larn?”\n\nHale: “We are worried, but we hope for the best.”",
            fixed="The port is open again, the mayor of Larn said on Monday.\n\norlonews: “Are you worried that the storm "
            "could reach Larn?”\n\nHale: “We are worried, but we hope for the best.”",
        ),
        Good(
            "Le port est fermé.\n\nPublicité\n\nDes publicités pour le port étaient partout, et le conseil de Larn en a parlé lundi.",
            why="the heading of a section on advertising",
        ),
        Good(
            "A reunião é na terça, no cais velho de Larn.\n\nPauta\n1) Contas do ano;\n2) Cidade sede do congresso;\n3) Informes.",
            why="the heading of a list: what a meeting is on",
        ),
        Good(
            "Das Haus wird am Montag verkauft.\n\nAnzeige:\n\n1. Wer verkauft?\n\n2. Was kostet es?\n\n3. Wo steht es?",
            why="the same",
        ),
        Good("会谈周一开始，周五结束，市长没有发表讲话。\n\n（AD）", why="the initials of who wrote it"),
        Good("Die Polizei hat Anzeige erstattet.", why="another sense"),
        Good("The advertisement showed a river.", why="prose"),
        Good("The story continues below deck, where the engine is.", why="the story of a film"),
        Good("The cave continued below the lake for two miles.", why="prose"),
        Good("Реклама на улицах будет запрещена.", why="prose"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether a label is no heading of a section on advertising, nor the initials of who wrote the text: "(AD)"."""
        is_signature = doc.is_last(hit.line) and _INITIALS.match(hit.line.text) is not None
        return not is_signature and not _heads_section(doc, hit)

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding; of a sentence on links that pay, where the line breaks are lost, on the whole of it."""
        finding = super().on_hit(doc, hit)
        if doc.is_flat and finding.fix and _NEXT_NUMBER.fullmatch(doc.text, hit.end, hit.line.span.end):
            span = Span(finding.span.start if finding.span else hit.start, hit.end)
            return finding.moved(span, removal(doc.text, *span))
        before = doc.text[hit.line.start : hit.start].strip()
        if hit.entry.id != SENTENCE_ENTRY or not doc.is_flat or not before or finding.fix is None:
            return finding
        if before.count(" ") >= MAX_LEAD_SPACES:
            return finding._replace(fix=None)
        return finding.moved(hit.line.span, doc.removal(hit.line))


def _heads_section(doc: Document, hit: Hit) -> bool:
    """Tell whether a label of one word, the only one, heads a list, or a paragraph of the article on what the word says."""
    word, below = hit.line.text.strip(" :").casefold(), doc.after(hit.line)
    if len(word) < MIN_STEM_CHARS or not word.isalpha() or len(doc.by_key[hit.line.key]) > 1:
        return False
    if _begins_list(doc, below):
        return True
    if below is None or below.text.count(" ") < MIN_PARAGRAPH_SPACES:
        return False
    stem = word[: max(MIN_STEM_CHARS, ceil(len(word) * STEM_SHARE))]
    return any(part.startswith(stem) for part in _WORD.findall(below.text.casefold()))


def _begins_list(doc: Document, line: Line | None) -> bool:
    """Tell whether a line is the first item of a list whose second is right below it."""
    second = doc.after(line) if line else None
    return second is not None and line is not None and item_number(line) == 1 and item_number(second) == 2
