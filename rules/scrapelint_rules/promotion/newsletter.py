"""PRO001 newsletter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, Span, ends_sentence, regex, removal
from scrapelint_rules.promotion._shared.items import is_own_item

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit

_CONTACT = regex(r"[\w.+-]{1,60}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}|\d[\d .()/-]{6,20}\d")
"""A mailbox, or the number of a telephone."""
_LETTERS = regex(
    "(?i)newsletter|boletín|boletim|bollettino|infolettre|nieuwsbrief|nyhetsbrev|nyhedsbrev|fréttabréf|uutiskir|hírlev|biuletyn|"
    "zpravodaj|buletin|bülten|рассыл|розсил|бюлетин|ενημερωτικ|ニュースレター|メルマガ|뉴스레터|时事通讯|電子報|电子报|نشرة|خبرنامه|न्यूज़लेटर|จดหมายข่าว|bản tin"
)
"""What a newsletter is called."""
_NAMES = frozenset({"name", "title"})
"""Entries of the pack for lines that are no sentences: "She wrote the newsletter." and "Sign up for classes." are."""

MIN_HEADLINE_SPACES = 3
"""Spaces from which a line that opens the text and names a newsletter is the headline of news about it."""


class Newsletter(PhraseRule):
    """A pitch to sign up for a newsletter, or what its form says.

    Why it matters: the pitch addresses the visitor of a page, and is in the middle of the story.

    What to do: remove the paragraph.
    """

    code, name, severity = "PRO001", "newsletter", Severity.WARNING
    fix = "safe"
    packs = ("newsletter",)
    what = "pitch for a newsletter"
    examples = (
        Bad("Talks ended on Friday.\n\n⟦Sign up for our newsletter⟧", fixed="Talks ended on Friday."),
        Bad("⟦Abonnieren Sie unseren Newsletter⟧\n\nDie Gespräche endeten am Freitag."),
        Bad("Le négociateur est reparti vendredi.\n\n⟦Inscrivez-vous à notre newsletter⟧"),
        Good("The bank told its customers in a newsletter that the branch would close.", why="prose about a newsletter"),
        Good("Der Verein verschickt seinen Newsletter seit zehn Jahren.", why="prose about a newsletter"),
        Good("Abonnieren Sie unseren Newsletter, bat der Pfarrer die Leute am Sonntag in der Kirche von Larn.", why="somebody asks"),
        Bad(
            "항구는 월요일에 다시 열렸다.\n\n※ 라른일보 항구 소식은 매주 수요일 편지로 갑니다. "
            "⟦배와 시장, 그리고 사람들의 이야기가 궁금하신 분들은 항구 소식 뉴스레터를 구독해주세요.⟧",
        ),
        Good(
            "The quiet return of the newsletter\n\nSign up for our newsletter: for years nobody in Larn did so. Now the letters are "
            "what grows fastest, the owners of three papers told the council.",
            why="what the headline names, amid a paragraph",
        ),
        Good("She signed up for the army at the age of nineteen.", why="another sense"),
        Good("Talks ended on Friday. Ada Morrow left the paper.\n\nShe wrote the newsletter.", why="a sentence of the story"),
        Good(
            "How to find work in Larn in the winter, when the port is shut, and whom to ask.\n\nSign up for classes.",
            why="advice of the article",
        ),
        Bad(
            "La maison de Larn est à vendre. Elle donne sur le port, et la taxe est de 295 euros par an. Le prix est de 936 000 "
            "euros. larn@maisons.example : 02 40 03 20 48 ⟦pour tout savoir, abonnez-vous à notre newsletter⟧",
            fixed="La maison de Larn est à vendre. Elle donne sur le port, et la taxe est de 295 euros par an. Le prix est de 936 000 "
            "euros. larn@maisons.example : 02 40 03 20 48",
        ),
        Bad(
            "The house in Larn is for sale. It stands on the quay, and the tax is low. The price is not known, the mayor "
            "said. The garden is wide and old. Ana Ruiz, ruiz@houses.example ⟦For more of this sign up for our newsletter⟧",
            fixed="The house in Larn is for sale. It stands on the quay, and the tax is low. The price is not known, the mayor "
            "said. The garden is wide and old. Ana Ruiz, ruiz@houses.example",
        ),
        Good(
            "What readers can do:\n\n1. Buy the paper.\n\n2. Sign up for our newsletter.\n\n3. Write to the council of Larn.",
            why="an item of the article's own list",
        ),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether a pitch is no item of the article's own, nor what it is about, nor a name part of a sentence."""
        text = hit.line.text.rstrip()
        is_headline = hit.line.index == 0 and text.count(" ") >= MIN_HEADLINE_SPACES and not ends_sentence(text)
        is_sentence = hit.entry.id in _NAMES and (is_headline or text.endswith("."))
        is_own = doc.is_subject(hit, _LETTERS) or is_own_item(doc, hit.line)
        return not is_sentence and not is_own

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding; where the line breaks are lost, without an address or a number that comes before the pitch."""
        finding = super().on_hit(doc, hit)
        if finding.fix is None or finding.span is None or not doc.is_flat:
            return finding
        contacts = list(_CONTACT.finditer(doc.text, finding.span.start, hit.start))
        if not contacts:
            return finding
        after = doc.text[contacts[-1].end() : hit.start]
        span = Span(hit.start - len(after.lstrip(" .,;:|–—-")), finding.span.end)
        return finding.moved(span, removal(doc.text, *span))
