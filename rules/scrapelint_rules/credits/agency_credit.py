"""CRD007 agency-credit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, Severity, ends_sentence, is_dense
from scrapelint_rules.credits._shared.after_sentence import CreditRule
from scrapelint_rules.credits._shared.authors import colleagues
from scrapelint_rules.credits._shared.pictures.told import is_piece

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Hit

_COMMAS = (",", "，", "،")
_REST = "{words}"
"""The end of a phrase that takes whatever follows."""
OPENING_ENTRY = "credit-start"
"""The entry of the pack whose phrases a line begins with."""
MIN_SPACES, MIN_DENSE_CHARS = 5, 10
"""Of what follows them from which it is a sentence; the latter in code points, in scripts without spaces."""

MAX_LINK_CHARS = 3
"""Longest word in small letters between names, in code points: "and", "und", "van"."""


class AgencyCredit(CreditRule):
    """An agency's name alone on its line, or "(With AP inputs)".

    Why it matters: it is a credit, not a sentence of the story.

    What to do: move it to a field of its own, or remove the line.
    """

    code, name, severity = "CRD007", "agency-credit", Severity.INFO
    fix = "unsafe"
    packs = ("agency",)
    what = "agency's credit"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦(With AP inputs)⟧", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag. ⟦(mit dpa)⟧", fixed="Die Gespräche endeten am Freitag."),
        Bad("Talks ended on Friday.\n\n⟦• Reuters⟧", fixed="Talks ended on Friday."),
        Bad("Переговоры закончились в пятницу.\n\n⟦ТАСС⟧"),
        Bad("Talks ended on Friday.\n\n⟦Jo Hale and Ana Ruiz contributed reporting.⟧", fixed="Talks ended on Friday."),
        Bad("As conversas terminaram na sexta-feira.\n\n⟦*Sob supervisão de Ana Ruiz⟧"),
        Good("Hale worked in Orlo until May.\n\nShe also contributed reporting.", why="a sentence on a journalist's life"),
        Good(
            "The school of the port said nothing on Friday. The hall of the school is at 12 Quay St. Ana Ruiz contributed reporting.",
            why="a sentence that ends in an abbreviation before the name",
        ),
        Good("The baker learned for years.\n\nSob supervisão de um mestre", why="a subheading, without an asterisk"),
        Good("The minister told Reuters that he would not resign.", why="prose"),
        Good("The port stays shut, according to\nReuters\n. The council meets on Friday.", why="a piece of a sentence"),
        Good("به گزارش ایسنا، بندر لارن تا پایان ماه مه بسته می‌ماند و شهردار چیزی نگفت.", why="the source of a sentence"),
        Good("Talks ended.\n\nبه نقل از ایسنا، بندر لارن تا پایان ماه بسته می‌ماند و شهردار رفت.", why="the same"),
        Good("会谈结束。\n\n据新华社报道，拉恩港将关闭至五月，市长没有发表讲话。", why="the same"),
        Good("会谈结束。\n\n新华社\n电（记者王明）拉恩港将关闭至五月，市长没有发表讲话。", why="a dateline that a program broke"),
        Good(
            "আলোচনা শেষ হয়েছে, মেয়র সাংবাদিকদের এ কথা বলেন। সূত্র : বিবিসি, রয়টার্স, এএফপি। সম্পাদক : আদা মোরো",
            why="the first of several agencies on a lost line",
        ),
        Good("AP calculus is taught in the last year.", why="another sense"),
        Good("He worked for dpa for twenty years.", why="prose"),
        Good("The crew slept on board (Ana Ruiz/dpa)\n\nThe port reopened on Tuesday.", why="a caption with its credit"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the line is short: a credit, not a sentence that begins with one, nor a piece of one.

        After a comma there are more agencies, which would be left without their label.
        """
        if len(hit.line.text) > hit.entry.max_line_chars or is_piece(doc, hit.line):
            return False
        if hit.line.text[hit.end - hit.line.start :].lstrip().startswith(_COMMAS):
            return False
        if hit.phrase.startswith(_REST + "/") and _begins_as_sentence(hit):
            return False
        if hit.entry.id == colleagues.ENTRY:
            return colleagues.names_colleagues(hit.line)
        opens = hit.entry.id == OPENING_ENTRY or (hit.phrase.endswith(_REST) and is_dense(hit.line.text))
        return not (opens and _opens_sentence(hit))


def _begins_as_sentence(hit: Hit) -> bool:
    """Tell whether what comes before an agency is more than names: words of a sentence in small letters."""
    words = hit.line.text[: hit.end - hit.line.start].partition("/")[0].split()
    return any(word[:1].islower() and len(word) > MAX_LINK_CHARS for word in words)


def _opens_sentence(hit: Hit) -> bool:
    """Tell whether a sentence of the story goes on after the source that it opens with: "According to AFP, she left."."""
    end = hit.start + len(hit.phrase) - len(_REST) if hit.phrase.endswith(_REST) else hit.end
    after = hit.line.text[end - hit.line.start :]
    least = len(after) >= MIN_DENSE_CHARS if is_dense(after) else after.count(" ") >= MIN_SPACES
    return least and ends_sentence(after)
