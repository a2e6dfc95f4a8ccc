"""Sentences that report: somebody says, writes or asks what else is in them."""

from __future__ import annotations

import re
from functools import cache

from scrapelint.text.lazy_regex import regex

VERBS = {
    "ar": (
        "قال قالت وقال وقالت يقول تقول صرح صرحت وصرح أضاف أضافت وأضاف وأضافت أعلن أعلنت كتب كتبت ذكر ذكرت "
        "أوضح أوضحت سأل سألت"
    ),
    "az": "dedi deyib bildirdi bildirib yazdı yazıb söylədi soruşdu",
    "bg": "каза казаха казва заяви заявиха добави добавиха написа пише съобщи съобщиха попита обяви обясни",
    "bn": "বলেন বলেছেন বললেন জানান জানিয়েছেন লিখেছেন লেখেন",
    "ca": "dit deia diu afirma afirmà explica explicà assegura digué escrit",
    "cs": (
        "řekl řekla řekli říká říkají uvedl uvedla uvedli uvádí dodal dodala napsal napsala píše oznámil "
        "oznámila zeptal zeptala prohlásil požádal požádala požádali"
    ),
    "da": "sagde siger skrev skriver tilføjede oplyste oplyser fortalte fortæller spurgte meddelte",
    "de": (
        "sagte sagten sagt erklärte erklärten erklärt schrieb schrieben schreibt teilte teilten hieß heißt "
        "betonte fragte fragten ergänzte fügte kündigte berichtete berichteten meinte bat baten forderte forderten"
    ),
    "el": "είπε είπαν λέει λένε δήλωσε δήλωσαν πρόσθεσε έγραψε έγραψαν γράφει ανακοίνωσε ρώτησε ανέφερε ζήτησε ζήτησαν",
    "en": (
        "said says told tells wrote writes added adds asked announced explained insisted argued complained "
        "joked warned recalled replied shouted claimed admitted remarked testified quipped reads urged begged pleaded"
    ),
    "es": (
        "dijo dijeron dice dicen afirmó afirmaron afirma declaró declararon explicó explicaron explica señaló "
        "indicó agregó añadió escribió escribieron escribe preguntó anunció aseguró contó rezaba decía pidió pidieron"
    ),
    "et": "ütles ütlesid ütleb lausus kirjutas kirjutab lisas teatas küsis sõnas",
    "fa": "گفت گفتند می‌گوید نوشت نوشتند افزود پرسید",
    "fi": (
        "sanoi sanoivat sanoo kertoi kertoivat kertoo kirjoitti kirjoittaa lisäsi kysyi totesi ilmoitti pyysi pyysivät"
    ),
    "fr": (
        "dit disait disent déclaré déclare affirmé affirme affirmait expliqué explique expliquait écrit "
        "écrivait écrivent ajouté ajoute demandé indiqué annoncé raconte raconté assure assuré lançait "
        "demandait demandaient"
    ),
    "he": "אמר אמרה אמרו אומר אומרת כתב כתבה כתבו הוסיף הוסיפה שאל שאלה הודיע הודיעה",
    "hi": "कहा कहते कहती बताया लिखा पूछा बोले बोला बोली",
    "hr": (
        "rekao rekla rekli kazao kazala kaže izjavio izjavila dodao dodala napisao napisala piše objavio "
        "upitao poručio poručila"
    ),
    "hu": (
        "mondta mondták mondja közölte közölték írta írták írja hozzátette kérdezte elmondta nyilatkozta kérte kérték"
    ),
    "id": "mengatakan berkata ujar ujarnya tutur menulis menambahkan menyatakan bertanya menjelaskan mengumumkan",
    "it": (
        "detto dice dicono disse diceva dichiarato dichiara spiegato spiega scritto scrive scrisse scriveva "
        "aggiunto aggiunge chiesto annunciato affermato afferma sostiene raccontato racconta chiese chiesero"
    ),
    "ja": "と述べ と話し と語っ と言っ と書い と説明し と発表し と書かれ と明らかにし と訴え と記し と伝え",
    "ko": "말했다 밝혔다 전했다 설명했다 적었다 썼다 덧붙였다 물었다 강조했다 라고 이라고",
    "lt": "sakė sako teigė teigia pareiškė rašė rašo pridūrė paklausė pranešė",
    "lv": "sacīja teica saka rakstīja raksta piebilda jautāja paziņoja norādīja",
    "ms": "berkata katanya ujar menulis menambah menyatakan bertanya menjelaskan mengumumkan",
    "nb": "sa sier skrev skriver fortalte forteller spurte opplyser opplyste meldte",
    "nl": (
        "zei zeiden zegt zeggen schreef schreven schrijft vertelde vertelden vertelt voegde vroeg meldde "
        "meldt verklaarde aldus stond verzocht verzochten"
    ),
    "pl": (
        "powiedział powiedziała powiedzieli mówi mówią mówił stwierdził stwierdziła napisał napisała napisali "
        "pisze dodał dodała zapytał zapytała oświadczył poinformował poinformowała tłumaczył ogłosił "
        "poprosił poprosiła poprosili prosił prosiła"
    ),
    "pt": (
        "disse disseram diz dizem dizia afirmou afirmaram afirma declarou explicou explica escreveu "
        "escreveram escreve acrescentou perguntou anunciou contou informou ressaltou pediu pediram"
    ),
    "ro": "spus spunea declarat declară scris scrie adăugat adaugă întrebat anunțat explicat afirmat afirmă cerut",
    "ru": (
        "сказал сказала сказали говорит говорят говорил говорила сообщил сообщила сообщили заявил заявила "
        "заявили написал написала написали пишет пишут писал добавил добавила спросил спросила рассказал "
        "рассказала отметил отметила объяснил объяснила попросил попросила попросили призвал призвала призвали"
    ),
    "sk": (
        "povedal povedala povedali hovorí uviedol uviedla uviedli dodal dodala napísal napísala píše oznámil "
        "spýtal vyhlásil"
    ),
    "sl": (
        "rekel rekla rekli pravi dejal dejala dejali dodal dodala napisal napisala piše sporočil vprašal "
        "povedal povedala"
    ),
    "sr": (
        "рекао рекла рекли каже казао казала изјавио изјавила додао додала написао написала пише саопштио "
        "упитао rekao rekla kaže izjavio dodao napisao piše"
    ),
    "sv": "sa säger sade skrev skriver tillade berättade berättar frågade uppger uppgav meddelade",
    "th": "กล่าวว่า บอกว่า เขียนว่า ระบุว่า เผยว่า ถามว่า",
    "tr": "dedi diyor söyledi söylüyor belirtti açıkladı yazdı yazıyor yazıyordu ekledi sordu anlattı duyurdu",
    "uk": (
        "сказав сказала сказали каже кажуть говорить повідомив повідомила повідомили заявив заявила написав "
        "написала написали пише додав додала запитав запитала розповів розповіла зазначив зазначила "
        "попросив попросила попросили"
    ),
    "ur": "کہا کہتے کہنا لکھا بتایا پوچھا",
    "vi": "nói",
    "zh": "表示 写道 寫道 指出 问道 問道 他说 她说 他說 她說 说道 說道 他们说 他們說",
}
"""Forms of third persons that report, by ISO 639-1 language; those that pages use for what they offer are left out."""

_UNSPACED = frozenset({"ja", "ko", "th", "zh"})
"""Languages whose forms are inside of what is written as one word."""


def reports(text: str, language: str) -> bool:
    """Tell whether a piece of a sentence has a verb by which somebody says something, in this language (ISO 639-1)."""
    verbs = _verbs(language)
    return verbs is not None and verbs.search(text.lower()) is not None


@cache
def _verbs(language: str) -> re.Pattern[str] | None:
    if language not in VERBS:
        return None
    forms = "|".join(map(re.escape, VERBS[language].split()))
    return regex(forms if language in _UNSPACED else rf"\b(?:{forms})\b")
