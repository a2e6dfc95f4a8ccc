"""WAL002 cookie-wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, PhraseRule, Severity, ends_sentence, regex

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding, Hit


MIN_ERROR_CONFIDENCE = 0.97
"""An error has to be one: a phrase of lower precision is a warning."""
_NAMED_ALONE = frozenset({"button", "table"})
"""Entries of whole lines."""
_COOKIES = regex(
    "(?i)cookie|kak(?:or|er|banner)|evästee|süti|çerez|kolačić|informasjonskaps|бисквитк|piškot|slapuk|sīkdat|küpsis|"
    "ملفات تعريف|کوکی|עוגיות|क[ुू]क[ीि]|쿠키|クッキー|คุกกี้"
)
"""What cookies are called, in names of their kinds."""


class CookieWall(PhraseRule):
    """Text that asks for consent to cookies, to external content, or to what a form does with data.

    Why it matters: it is law put into buttons, the same on every page of a site.

    What to do: remove the lines; where nothing else is left, fetch the page with consent given.
    """

    code, name, severity = "WAL002", "cookie-wall", Severity.ERROR
    fix = "unsafe"
    packs = ("cookie-wall",)
    covers_line = True
    what = "request for consent"
    examples = (
        Bad("⟦We use cookies to improve your experience on our website.⟧\n\nTalks ended on Friday.", fixed="Talks ended on Friday."),
        Bad("Die Gespräche endeten am Freitag.\n\n⟦An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.⟧"),
        Bad("⟦Accept all cookies⟧\n\nTalks ended on Friday."),
        Bad("Talks ended on Friday.\n\n⟦I consent to the processing of my data. I may withdraw this consent at any time.⟧"),
        Bad(
            "Der Hafen von Larn bleibt bis zum Mai zu, teilte die Stadt mit. Die Zahl der Verletzten war zunächst unklar. "
            "Die Bürgermeisterin zeigte ein Video, das den Sturm zeigt:  ⟦Ich bin damit einverstanden, dass mir externe Inhalte "
            "angezeigt werden.⟧ Der Rat tagt am Freitag, und die Bürger dürfen dazu kommen.",
            fixed="Der Hafen von Larn bleibt bis zum Mai zu, teilte die Stadt mit. Die Zahl der Verletzten war zunächst unklar. "
            "Die Bürgermeisterin zeigte ein Video, das den Sturm zeigt:  Der Rat tagt am Freitag, und die Bürger dürfen dazu kommen.",
        ),
        Bad(
            "Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. "
            "⟦Setarile tale privind cookie-urile nu permit afisarea continutului, accepti cookie-urile social media⟧Iată că orașul plătește "
            "jumătate din costuri, iar statul restul.",
            fixed="Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. "
            "Iată că orașul plătește jumătate din costuri, iar statul restul.",
        ),
        Bad(
            "Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. "
            "⟦Setarile tale privind cookie-urile nu permit afisarea continutului, accepti cookie-urile social media⟧De asemenea, orașul "
            "plătește jumătate din costuri, iar statul restul.",
        ),
        Bad(
            "Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. "
            "⟦Setarile tale privind cookie-urile nu permit afisarea continutului, accepti cookie-urile social media⟧„Orașul plătește "
            "jumătate din costuri, iar statul restul. Linia se va deschide în luna mai”, a spus primarul orașului.",
        ),
        Bad(
            "The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours. "
            "⟦We use cookies to improve your experience on our site and on social media⟧The town pays half of the costs, "
            "and the state has to pay the rest of it.",
            fixed="The council of Larn approved the plan for the new tram line on Tuesday night after a debate of six hours. "
            "The town pays half of the costs, and the state has to pay the rest of it.",
        ),
        Bad(
            "Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. ⟦Poti actualiza "
            "setarile modulelor coookie direct din browser sau de aici – e nevoie sa accepti cookie-urile social media⟧ UPDATE: Presa "
            "din Larn susține că orașul plătește jumătate din costuri, iar statul restul. Linia se va deschide în luna mai.",
            fixed="Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. UPDATE: Presa "
            "din Larn susține că orașul plătește jumătate din costuri, iar statul restul. Linia se va deschide în luna mai.",
        ),
        Bad(
            "Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. ⟦Setarile tale privind "
            "cookie-urile nu permit afisarea continutul din aceasta sectiune.⟧ ⟦Poti actualiza setarile modulelor coookie direct din "
            "browser sau de aici – e nevoie sa accepti cookie-urile social media⟧ Aceasta a adăugat că orașul plătește jumătate din "
            "costuri, iar statul restul. Linia se va deschide în luna mai, iar portul va fi închis până atunci.",
        ),
        Bad(
            "Consiliul din Larn a aprobat marți planul noii linii de tramvai, după o dezbatere de șase ore. ⟦Poti actualiza "
            "setarile modulelor coookie direct din browser sau de aici – e nevoie sa accepti cookie-urile social media⟧ Potrivit "
            "primarului Ion Dal, în cartierul vechi, valurile au lovit o",
        ),
        Bad(
            "A câmara de Larn aprovou o plano na terça-feira. ⟦Este site utiliza cookies.⟧ ⟦Ao navegar no site, está a consentir a sua "
            "utilização.⟧ A obra começa em maio e custa duzentos milhões, disse a presidente da câmara. Metade fica a cargo do Estado.",
        ),
        Good("Regulators fined the firm because it used cookies without consent.", why="news about cookies"),
        Good(
            "Ich gehe seit zwei Jahren hin.\n\nDie Leute sind immer freundlich und der gesamte Laden wirkt gepflegt.",
            why="a shop, not to load",
        ),
        Good("Die Bedingungen sind immer fair, sagt der Chef von Larn Laden.", why="the same"),
        Good("The baker's cookies sold out by noon.", why="another sense"),
        Good(
            "The court of Larn ruled on Friday which cookies a site may set without asking those who read it.\n\n"
            "Strictly necessary cookies\n\n"
            "These need no consent under the law, the judges held, because the site would not work without them.",
            why="a subheading of news about cookies",
        ),
        Good(
            "Das Gericht in Larn hat am Freitag entschieden, welche Cookies eine Seite ohne Frage setzen darf.\n\n"
            "Unbedingt erforderliche Cookies\n\n"
            "Sie brauchen nach dem Gesetz keine Einwilligung, sagten die Richter, weil die Seite sonst nicht läuft.",
            why="the same",
        ),
        Good(
            "What the notice on cookies hides\n\nWe use cookies to improve your experience. Few sentences are read less often, and "
            "few have led to more suits in the courts of Larn.\n\nThe judges want one click for those who want none.",
            why="what the headline names, amid a paragraph",
        ),
        Good(
            'The court of Larn found that "Accept all" was green on most pages, and that the other buttons were hidden below it.\n\n'
            "Accept all\n\nReject all\n\nManage preferences\n\n"
            "These three have to have the same size and colour from June on, the judges said on Friday in their ruling.",
            why="buttons of which the article speaks",
        ),
        Good("Two thirds of the readers in the study clicked to accept all cookies at once.", why="news about cookies"),
        Good("Spender dürfen ihre Einwilligung jederzeit widerrufen.", why="of people, not to the reader"),
        Good("Die Behörde prüft, ob der Konzern Cookies ohne Einwilligung setzt.", why="news about cookies"),
    )  # fmt: skip

    def accepts(self, doc: Document, hit: Hit) -> bool:
        """Tell whether words are the page's, not of an article about cookies: one over a sentence is its subheading."""
        if hit.line.index in doc.taken_up_lines or doc.is_subject(hit, _COOKIES):
            return False
        above, below = doc.before(hit.line), doc.after(hit.line)
        if hit.entry.id not in _NAMED_ALONE or above is None or below is None or not _COOKIES.search(hit.phrase):
            return True
        is_heading = above.index in doc.paragraphs and ends_sentence(below.text)
        return not is_heading or not doc.hit_lines(*self.packs).isdisjoint((above.index, below.index))

    def on_hit(self, doc: Document, hit: Hit) -> Finding:
        """Return the finding; what a form says of data is residue, but no wall, and what nobody measured no error."""
        finding = super().on_hit(doc, hit)
        if hit.entry.id != "data-consent" and hit.entry.confidence >= MIN_ERROR_CONFIDENCE:
            return finding
        return finding._replace(severity=min(finding.severity, Severity.WARNING))
