"""CRD009 disclaimer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Edit, Good, PhraseRule, Severity, Span, regex
from scrapelint_rules.credits._shared.brackets import closed, with_space

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit

_NEXT_NUMBER = regex(r"\s\d{1,2}[.)]$")
"""At the end of a note, the number of the point that follows."""
MAX_LEAD_SPACES = 24
"""Spaces before the words of a note in its sentence, where the line breaks are lost; more of them tell a story."""
_SAID = regex(r"[,.!?]\s?[\"”“»]\s?[,–—-]? ?(?=[^\W\d_A-Z])")
"""The end of a quotation, and in small letters who said it."""


class Disclaimer(PhraseRule):
    """A disclaimer: no advice, no liability, the views are the author's own, the trademarks are somebody's.

    Why it matters: it speaks of the site and of the law, and is the same below thousands of articles.

    What to do: remove the paragraph.
    """

    code, name, severity = "CRD009", "disclaimer", Severity.WARNING
    fix = "unsafe"
    packs = ("disclaimer",)
    covers_line = True
    examples = (
        Bad(
            "Talks ended on Friday.\n\n⟦The views expressed in this article are those of the author and do not reflect those of the Orlo Gazette.⟧",
            fixed="Talks ended on Friday.",
        ),
        Bad("Talks ended on Friday.\n\n⟦This article is for informational purposes only and does not constitute investment advice.⟧"),
        Bad("Der Kurs stieg am Freitag.\n\n⟦Dieser Beitrag stellt keine Anlageberatung dar.⟧"),
        Bad("股价周五上涨。\n\n⟦以上内容仅供参考，不构成投资建议。⟧"),
        Bad(
            "The port is shut until May. The mayor said that nobody was hurt in the storm. The council meets on Friday. "
            "⟦(The views expressed in this article are those of the author; they bind nobody. We print other views.)⟧ "
            "Ana Ruiz lives in Larn and works at the port.",
            fixed="The port is shut until May. The mayor said that nobody was hurt in the storm. The council meets on Friday. "
            "Ana Ruiz lives in Larn and works at the port.",
        ),
        Bad(
            "বন্দরটি মে মাস পর্যন্ত বন্ধ থাকবে। মেয়র বলেছেন যে ঝড়ে কেউ আহত হয়নি। শুক্রবার পরিষদের সভা হবে, সেখানে সেতু নিয়ে আলোচনা হবে। লার্ন শহরের মানুষ অনেক দিন ধরে নতুন সেতুর জন্য অপেক্ষা করছে, কিন্তু টাকা নেই। ⟦মতামত লেখকের নিজস্ব⟧ ৬. আমাদের মনে রাখতে হবে, ঝড়ে কেউ আহত হয়নি।",
            fixed="বন্দরটি মে মাস পর্যন্ত বন্ধ থাকবে। মেয়র বলেছেন যে ঝড়ে কেউ আহত হয়নি। শুক্রবার পরিষদের সভা হবে, সেখানে সেতু নিয়ে আলোচনা হবে। লার্ন শহরের মানুষ অনেক দিন ধরে নতুন সেতুর জন্য অপেক্ষা করছে, কিন্তু টাকা নেই। ৬. আমাদের মনে রাখতে হবে, ঝড়ে কেউ আহত হয়নি।",
        ),
        Good(
            "Sở Y tế thành phố Larn đã phạt công ty 65 triệu đồng vì vi phạm quy định về quảng cáo. Sản phẩm này được quảng cáo gây hiểu "
            "nhầm như một loại thuốc chữa bệnh, không ghi hoặc ghi không rõ ràng trong quảng cáo khuyến cáo Thực phẩm này không phải là "
            "thuốc và không có tác dụng thay thế thuốc chữa bệnh. Hai công ty khác ở Orlo cũng bị phạt trong tuần này.",
            why="what a report says was not written on an advertisement",
        ),
        Good("ঝড়ে লেখকের নিজস্ব নৌকা ডুবে গেছে।", why="his own boat"),
        Good("The minister's views were those of a man who had never seen the harbour.", why="prose about views"),
        Good("The bank no longer gives investment advice in its branches.", why="news about advice"),
        Good("Der Arzt ersetzt keine Familie, sagte sie.", why="another sense"),
        Good(
            "The port is open. “His words were his own and do not reflect the views of the party,” the mayor of Larn added.\n\n"
            'Pelabuhan dibuka. "Itu sikap pribadi dan tidak mencerminkan pandangan partai," lanjutnya pada hari Senin.',
            why="somebody says it",
        ),
        Good("Deux médecins ont donné leur avis sur la réforme.", why="prose about doctors"),
        Good(
            "The council of Larn bought a chatbot for its clinic on Tuesday night, after a debate of six hours in the town hall.\n\n"
            "The chatbot does not provide medical advice, yet a third of those who use it ask it about their illness.\n\n"
            "The town pays half of the costs, and the state has to pay the rest of it, which is far too much for one clinic.",
            why="news about a chatbot",
        ),
        Good(
            "Der Stadtrat von Larn hat am Dienstag den Plan für die neue Straßenbahn nach sechs Stunden Debatte gebilligt.\n\n"
            "Umfragen sind kein verlässlicher Indikator für künftige Wahlen, wie sich vor zwei Jahren in Orlo gezeigt hat.\n\n"
            "Die Stadt zahlt die Hälfte der Kosten, den Rest muss das Land tragen, was der Opposition viel zu viel ist.",
            why="news about polls",
        ),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether the words are not the end of a quotation with who said it, nor of a long sentence that cites them."""
        is_cited = doc.is_flat and doc.text.count(" ", hit.line.start, hit.start) > MAX_LEAD_SPACES
        return not is_cited and _SAID.search(doc.text, hit.end, hit.line.span.end) is None

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding; of a note in brackets on the whole of these, of one before a numbered point without its number."""
        finding = super().on_hit(doc, hit)
        if finding.span is None or finding.span == doc.row_of(hit.line).span:
            return finding
        span = _whole(doc.text, finding.span)
        if span == finding.span or finding.fix is None:
            return finding
        return finding.moved(span, Edit(*with_space(doc.text, span)))


def _whole(text: str, span: Span) -> Span:
    """Return a span with the rest of the brackets that it opens, and without the number of a point that follows."""
    number = _NEXT_NUMBER.search(text[span.start : span.end])
    return Span(span.start, span.start + number.start()) if number and text[span.end :].strip() else closed(text, span)
