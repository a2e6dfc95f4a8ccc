"""Words with which a site speaks of itself and to its readers, by which a pitch is told from the news."""

from __future__ import annotations

from scrapelint.text.lazy_regex import regex

_WORDS = (
    # English
    "we our us you your yours our's click "
    "tap email e-mail inbox newsletter newsletters subscribe subscription unsubscribe "
    # German, Dutch, Scandinavian
    "wir uns unser unsere unseren unserem unserer ihr ihre ihren "
    "ihrem ihrer sie du dein deine deinen deiner klicken newsletters "
    "wij we ons onze jij je jouw u uw nieuwsbrief "
    "vi oss vår vårt våra vores os våre du deg dig din ditt dine nyhetsbrev nyhedsbrev "
    # French, Spanish, Portuguese, Italian, Romanian, Catalan
    "nous notre nos vous votre vos cliquez "
    "nosotros nuestro nuestra nuestros nuestras tu tus te usted ustedes boletín suscríbete haz "
    "nós nosso nossa nossos nossas você vocês teu tua clique assine "
    "noi nostro nostra nostri nostre tuo tua tuoi voi vostro vostra clicca iscriviti "
    "nostru noastră noștri tău voi dumneavoastră "
    # Polish, Czech, Slovak, South Slavic, Hungarian, Finnish, Baltic, Turkish
    "nasz nasza nasze naszego naszej naszych nas nam was wam twój twoje twoją państwa kliknij "
    "náš naše našeho naší našich našim váš vaše vašeho vám vás nám klikněte naši našu našom vašu "
    "naš naša našeg našoj naših vaš vaša vašu vam vas kliknite "
    "mi nekünk hozzánk önnek ön önök ti neked nálunk hírlevelünk hírlevelünkre "
    "me meidän meille sinä sinun te teidän "
    "mes mūsų jūs jūsų mēs mūsu jūsu meie teie sinu "
    "biz bizim bizi bize siz sizin size sizi sen senin abone "
    # Greek, Russian, Ukrainian, Bulgarian, Serbian
    "μας εμείς σας εσείς σου "
    "мы нас нам наш наша наше наши нашего нашей нашем нашу наших вы вас вам ваш ваша ваше ваши вашу ваших "
    "ми нас нам наша наше нашу нашого нашому наших ви вам ваш вашу "
    "ние нашия нашата нашите вие вашия вашата ви ни "
    "ми наш наше нашу вас вам ваш ваше "
    # Arabic, Persian, Urdu, Hebrew
    "نحن لنا معنا عندنا انت أنت لك بك بريدك نشرتنا موقعنا ما شما ما را ہم ہمارے ہماری ہمارا آپ "
    "אנחנו שלנו לנו אתם שלכם לכם אתה שלך "
    # Hindi, Bengali, Indonesian, Vietnamese, Filipino, Swahili
    "हम हमारे हमारी हमारा हमें आप आपके आपकी आपका আমাদের আপনার আপনি আমরা "
    "kami kita anda kamu chúng bạn namin natin ninyo mo sisi yetu zetu wewe yako zako "
    # What a site calls itself and its readers
    "newsroom journalism readers subscribers donation donations redaktion journalismus leser leserinnen "
    "abonnenten spende rédaction journalisme lecteurs abonnés redacción periodismo lectores "
    "suscriptores redazione giornalismo lettori redação jornalismo leitores assinantes redactie "
    "journalistiek lezers redakcja dziennikarstwo czytelników redakce "
    "čtenářů редакция журналистика читателей подписчиков редакція журналістика читачів "
    # Korean
    "저희 우리 여러분 당신 귀하 "
)
ADDRESS = frozenset(_WORDS.split())
"""In lower case; some are another word in a language beside."""
_UNSPACED = regex("我们|我們|您|你|本站|本网|本網|関連|ご覧|ください|下さい|お客様|あなた|弊社|当サイト|เรา|คุณ|ท่าน")
_WORD = regex(r"[^\W\d_]+")
_QUOTED = regex(r"[“”„«»\"「『].*?[”“»«\"」』]")


def addresses(sentence: str) -> bool:
    """Tell whether a sentence speaks to the reader or of the site, outside of what it quotes."""
    plain = _QUOTED.sub(" ", sentence)
    if _UNSPACED.search(plain):
        return True
    return not ADDRESS.isdisjoint(_WORD.findall(plain.lower()))
