"""Articles as scrapers deliver them, made up by lot: any number, in six languages, with what a page leaves in them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Language(NamedTuple):
    """Parts of sentences, in the order in which they stand; one of each is drawn.

    `{n}` stands for a number, `{p}` for a place, which is made up: so few articles share five words in a row.
    """

    code: str
    parts: Sequence[Sequence[str]]
    syllables: Sequence[str]
    """Of places."""
    residue: Sequence[str]
    """Lines of a page, not of an article."""
    between: str = " "
    """What stands between sentences."""


def _parts(*columns: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(column.split("|")) for column in columns)


_LATIN = "ar bel cor dun el far gor hol in jas kel lor mar nor or pel ris sal tor ul ven wen".split()

LANGUAGES = (
    Language(
        "en",
        _parts(
            "On Monday in {p} |Late last week |After the meeting at {p} |In the old town |According to people in {p}, |"
            "At about {n} o'clock |Before the winter |With {n} votes |In a letter to {p} |Two years after the flood ",
            "the council of {p} |a spokesman for {p} |the head of the school |the mayor of {p} |the owner of the mill |"
            "the committee on roads in {p} |a group of {n} farmers |the board of {p} |the police |the museum of {p} ",
            "said that |told reporters from {p} that |decided that |has denied that |was surprised to hear that |"
            "wrote to {p} that |made it known that |could not confirm that |had already warned {p} that ",
            "the bridge at {p} |the ferry to {p} |a new roof for the hall |the harvest around {p} |the price of bread |"
            "the railway line to {p} |the second ward |work on the {n} flats |the festival of {p} |the east bank ",
            "would cost {n} more than {p} had planned.|will not be ready before the spring.|has to wait for {p}.|"
            "is safer than it was {n} years ago.|was never meant to last so long.|would be paid for by {p}.|"
            "had been closed without a reason.|can be seen from the hill above {p}.|is what {p} asked for.",
        ),
        _LATIN,
        (
            "Follow us on Facebook, Instagram and X.", "Your email address will not be published.",
            "Sign up to our newsletter", "READ ALSO: Three rescued from the reef", "Share this article",
        ),
    ),
    Language(
        "de",
        _parts(
            "Am Montag |Nach der Sitzung in {p} |In der Altstadt von {p} |Seit {n} Jahren |Mit {n} Stimmen |"
            "Vor dem Winter |Am späten Abend |Wie schon in {p} |Kurz nach {n} Uhr ",
            "hat der Gemeinderat von {p} |hat die Bürgermeisterin von {p} |hat die Leiterin der Schule |"
            "haben {n} Landwirte aus {p} |hat das Museum |hat der Besitzer der Mühle |hat die Polizei in {p} ",
            "den Bürgern erklärt, dass |noch einmal betont, dass |in einem Brief an {p} geschrieben, dass |"
            "nicht bestätigt, dass |vor allem davor gewarnt, dass |mit Freude gehört, dass ",
            "die Brücke bei {p} |die Fähre nach {p} |ein neues Dach für die Halle |die Ernte um {p} |"
            "der Preis für das Brot |die Bahnstrecke nach {p} |der Bau der {n} Wohnungen |das Fest von {p} ",
            "nicht vor dem Frühjahr fertig wird.|um {n} teurer wird als in {p}.|auf {p} warten muss.|"
            "sicherer ist als vor {n} Jahren.|von {p} bezahlt werden soll.|ohne Grund geschlossen wurde.",
        ),
        _LATIN,
        (
            "Lesen Sie auch: Drei Menschen vom Riff gerettet", "Jetzt Newsletter abonnieren", "Artikel teilen",
            "Ihre E-Mail-Adresse wird nicht veröffentlicht.",
        ),
    ),
    Language(
        "fr",
        _parts(
            "Lundi soir à {p}, |Après la réunion, |Dans la vieille ville de {p}, |Depuis {n} ans, |Avant l'hiver, |"
            "Par {n} voix, |Selon les habitants de {p}, |Comme l'an dernier, ",
            "le conseil de {p} |la directrice de l'école |la maire de {p} |un groupe de {n} agriculteurs |"
            "le musée de {p} |la police |le propriétaire du moulin |le port de {p} ",
            "a déclaré que |a expliqué aux habitants de {p} que |a décidé que |ne peut pas confirmer que |"
            "a écrit dans une lettre que |avait déjà dit à {p} que ",
            "le pont de {p} |le bateau pour {p} |le toit de la salle |la récolte autour de {p} |le prix du pain |"
            "la ligne de {p} |la construction des {n} logements |la fête de {p} ",
            "ne serait pas prêt avant le printemps.|coûterait {n} de plus qu'à {p}.|doit attendre {p}.|"
            "est plus sûr qu'il y a {n} ans.|serait payé par {p}.|a été fermé sans raison.",
        ),
        _LATIN,
        ("Lire aussi : Trois personnes sauvées du récif", "Abonnez-vous à notre newsletter", "Partager cet article"),
    ),
    Language(
        "ru",
        _parts(
            "В понедельник |После заседания в городе {p} |В старом городе |Уже {n} лет |Перед зимой |"
            "По словам жителей города {p}, |Как и в прошлом году, |Около {n} часов вечера ",
            "городской совет |директор школы |мэр города {p} |группа из {n} фермеров |музей города {p} |полиция |"
            "владелец мельницы |представитель порта {p} ",
            "сообщил, что |объяснил жителям города {p}, что |решил, что |не подтвердил, что |написал в письме, что |"
            "уже говорил, что ",
            "мост в городе {p} |паром до острова {p} |новая крыша зала |урожай |цена хлеба |дорога до города {p} |"
            "строительство {n} квартир |праздник города {p} ",
            "не будет готов до весны.|обойдётся на {n} дороже, чем в городе {p}.|должен ждать ещё одного отчёта.|"
            "стал безопаснее, чем {n} лет назад.|будет оплачен городом {p}.|был закрыт без причины.",
        ),
        "ар бел кор дун ел фар гор хол ин кел лор мар нор пел рис сал тор ул вен".split(),
        ("Читайте также: Трёх человек спасли с рифа", "Подпишитесь на нашу рассылку", "Поделиться в соцсетях"),
    ),
    Language(
        "ja",
        _parts(
            "月曜日、{p}で|会議の後、|旧市街では、|{n}年前から、|冬を前に、|{p}の住民によると、|昨年と同じように、",
            "{p}の町議会は|校長は|{p}の町長は|{n}人の農家は|{p}の博物館は|警察は|港の担当者は",
            "{p}の橋が|{p}へ渡るフェリーが|ホールの新しい屋根が|今年の収穫が|パンの値段が|{p}の鉄道が|{n}戸の住宅が",
            "春までには終わらない|予定より{n}ほど高くなる|次の報告を待つことになる|{n}年前よりも安全になった|理由もなく閉じられた",
            "と{p}で説明した。|と話している。|と手紙に書いた。|と{p}で発表した。|との見方を示した。",
        ),
        "ア カ サ タ ナ ハ マ ヤ ラ リ ル ロ ン キ シ ト".split(),
        ("関連記事", "この記事をシェアする", "メールマガジンに登録する"),
        "",
    ),
    Language(
        "ar",
        _parts(
            "يوم الاثنين |بعد الاجتماع في {p} |في المدينة القديمة |منذ {n} سنة |قبل الشتاء |كما في {p} ",
            "قال مجلس {p} |قالت مديرة المدرسة |قال رئيس بلدية {p} |أعلنت مجموعة من {n} مزارع |ذكر متحف {p} ",
            "إن جسر {p} |إن العبارة إلى {p} |إن سقف القاعة الجديد |إن محصول هذا العام |إن ثمن الخبز |إن طريق {p} ",
            "لن يكون جاهزا قبل الربيع|سوف يكلف {n} أكثر من المخطط|يجب أن ينتظر {p}|أصبح أكثر أمانا مما كان عليه",
            " كما جاء في رسالة إلى {p}.| على الرغم من كل ما قيل.| وهذا ما طلبه {p}.| في هذه المنطقة.",
        ),
        "سا مي لي كر نو ها دا را با تو في قا شي مو".split(),
        ("اقرأ أيضا: إنقاذ ثلاثة أشخاص", "اشترك في النشرة البريدية", "شارك هذا المقال"),
    ),
)  # fmt: skip

_MIN_SENTENCES, _MAX_SENTENCES = 2, 5
"""Of a paragraph."""


class Article(NamedTuple):
    """One article."""

    language: str
    title: str
    text: str


def articles(count: int, size_bytes: int, seed: int = 1, languages: Sequence[str] = ()) -> Iterator[Article]:
    """Yield so many articles of about so many bytes of UTF-8, the languages in turn; the same seed gives the same.

    Each third one ends in two lines of its page.
    """
    wanted = [language for language in LANGUAGES if not languages or language.code in languages]
    rng = random.Random(seed)  # noqa: S311  # nothing here is secret
    for number in range(count):
        language = wanted[number % len(wanted)]
        tail = rng.sample(language.residue, 2) if number % 3 == 0 else []
        title = _sentence(language, rng).rstrip(".。")
        text = "\n\n".join([*_paragraphs(language, rng, size_bytes), *tail]) + "\n"
        yield Article(language.code, title, text)


def _paragraphs(language: Language, rng: random.Random, size_bytes: int) -> Iterator[str]:
    made = 0
    while made < size_bytes:
        sentences = (_sentence(language, rng) for _ in range(rng.randint(_MIN_SENTENCES, _MAX_SENTENCES)))
        paragraph = language.between.join(sentences)
        made += len(paragraph.encode()) + 2
        yield paragraph


def _sentence(language: Language, rng: random.Random) -> str:
    drawn = "".join(rng.choice(part) for part in language.parts)
    while "{p}" in drawn:
        drawn = drawn.replace("{p}", "".join(rng.choices(language.syllables, k=3)).capitalize(), 1)
    while "{n}" in drawn:
        drawn = drawn.replace("{n}", str(rng.randint(3, 980)), 1)
    return drawn[:1].upper() + drawn[1:]
