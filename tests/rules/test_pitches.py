"""Pitches set before, behind and between the sentences of articles: whatever is mended, the article stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from scrapelint import Article
from scrapelint.config.values import Config
from scrapelint.fixes.edits import mend
from scrapelint.selection.registry import discover
from scrapelint.selection.selecting import linter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrapelint import Finding
    from scrapelint.engine.linter import Linter

_ARTICLES = {
    "en": (
        "The council approved the new tram line on Tuesday night after a debate of six hours.",
        "Mayor Ana Ruiz said that work would begin in spring.",
        "The line will run from the harbour to the hospital, with eleven stops.",
        "It costs 200 million, half of it paid by the state.",
        "Two members voted against the plan.",
        "Shops along the line fear for their customers.",
    ),
    "de": (
        "Der Stadtrat hat den Plan für die neue Straßenbahn am Dienstagabend beschlossen.",
        "Bürgermeisterin Jana Wolf sagte, der Bau beginne im Frühjahr.",
        "Die Strecke führt vom Hafen bis zum Krankenhaus.",
        "Sie kostet 200 Millionen Euro, von denen das Land die Hälfte zahlt.",
        "Zwei Mitglieder stimmten gegen den Plan.",
        "Läden an der Strecke fürchten um ihre Kunden.",
    ),
    "fr": (
        "Le conseil a approuvé le plan de la nouvelle ligne de tramway mardi soir.",
        "La maire Anne Morel a dit que les travaux commenceraient au printemps.",
        "La ligne ira du port à l'hôpital, avec onze arrêts.",
        "Elle coûtera 200 millions, dont la moitié payée par l'État.",
        "Deux élus ont voté contre le plan.",
        "Les commerces craignent pour leurs clients.",
    ),
    "es": (
        "El consejo aprobó el martes por la noche el plan de la nueva línea de tranvía.",
        "La alcaldesa Ana Gil dijo que las obras empezarán en primavera.",
        "La línea irá del puerto al hospital, con once paradas.",
        "Costará 200 millones, la mitad pagada por el Estado.",
        "Dos miembros votaron en contra del plan.",
        "Las tiendas temen por sus clientes.",
    ),
    "it": (
        "Il consiglio ha approvato martedì sera il piano della nuova linea del tram.",
        "La sindaca Anna Riva ha detto che i lavori inizieranno in primavera.",
        "La linea andrà dal porto all'ospedale, con undici fermate.",
        "Costerà 200 milioni, metà pagati dallo Stato.",
        "Due membri hanno votato contro il piano.",
        "I negozi temono per i loro clienti.",
    ),
    "pt": (
        "O conselho aprovou na terça-feira à noite o plano da nova linha de elétrico.",
        "A prefeita Ana Lopes disse que as obras começam na primavera.",
        "A linha irá do porto ao hospital, com onze paragens.",
        "Custará 200 milhões, metade paga pelo Estado.",
        "Dois membros votaram contra o plano.",
        "As lojas temem pelos seus clientes.",
    ),
    "nl": (
        "De raad keurde dinsdagavond het plan voor de nieuwe tramlijn goed.",
        "Burgemeester Anna Bos zei dat het werk in het voorjaar begint.",
        "De lijn loopt van de haven naar het ziekenhuis, met elf haltes.",
        "Ze kost 200 miljoen, waarvan de helft door het rijk wordt betaald.",
        "Twee leden stemden tegen het plan.",
        "Winkels langs de lijn vrezen voor hun klanten.",
    ),
    "pl": (
        "Rada zatwierdziła we wtorek wieczorem plan nowej linii tramwajowej.",
        "Burmistrz Anna Lis powiedziała, że prace zaczną się wiosną.",
        "Linia pobiegnie z portu do szpitala i będzie miała jedenaście przystanków.",
        "Kosztuje 200 milionów, z czego połowę zapłaci państwo.",
        "Dwóch członków głosowało przeciw planowi.",
        "Sklepy boją się o klientów.",
    ),
    "ru": (
        "Совет утвердил во вторник вечером план новой трамвайной линии.",
        "Мэр Анна Орлова сказала, что работы начнутся весной.",
        "Линия пройдёт от порта до больницы, на ней будет одиннадцать остановок.",
        "Она стоит 200 миллионов, половину заплатит государство.",
        "Два члена совета голосовали против плана.",
        "Магазины вдоль линии боятся за покупателей.",
    ),
    "tr": (
        "Meclis salı akşamı yeni tramvay hattının planını onayladı.",
        "Başkan Ayşe Kaya çalışmaların ilkbaharda başlayacağını söyledi.",
        "Hat limandan hastaneye kadar on bir duraktan geçecek.",
        "Maliyeti 200 milyon, yarısını devlet ödeyecek.",
        "İki üye plana karşı oy kullandı.",
        "Hat boyundaki dükkânlar müşterileri için endişeli.",
    ),
    "ar": (
        "وافق المجلس مساء الثلاثاء على خطة خط الترام الجديد.",
        "قالت العمدة آنا إن الأعمال ستبدأ في الربيع.",
        "يمتد الخط من الميناء إلى المستشفى وفيه إحدى عشرة محطة.",
        "تبلغ الكلفة 200 مليون تدفع الدولة نصفها.",
        "صوت عضوان ضد الخطة.",
        "تخشى المتاجر على زبائنها.",
    ),
    "zh": (
        "市议会周二晚上批准了新电车线路的计划。",
        "市长李安娜说，工程将在春天开始。",
        "线路从港口到医院，共有十一站。",
        "造价两亿元，一半由国家支付。",
        "两名议员投票反对该计划。",
        "沿线商店担心失去顾客。",
    ),
    "ja": (
        "市議会は火曜日の夜、新しい路面電車の計画を承認した。",
        "市長の田中さんは工事が春に始まると述べた。",
        "路線は港から病院まで十一の停留所を結ぶ。",
        "費用は二億円で、半分は国が払う。",
        "議員二人が計画に反対した。",
        "沿線の店は客足を心配している。",
    ),
}
_PITCHES = (
    ("en", "Sign up for our newsletter."),
    ("en", "Subscribe to our daily newsletter to get the best stories in your inbox."),
    ("en", "Download our app."),
    ("en", "Follow us on Facebook."),
    ("en", "Support our journalism."),
    ("en", "Click here to subscribe to our newsletter! You can unsubscribe at any time."),
    ("en", "Your email address will not be published. Required fields are marked *"),
    ("en", "Share this article"),
    ("en", "Advertisement"),
    ("de", "Abonnieren Sie unseren Newsletter."),
    ("de", "Jetzt die App herunterladen!"),
    ("de", "Folgen Sie uns auf Facebook."),
    ("fr", "Inscrivez-vous à notre newsletter."),
    ("fr", "Suivez-nous sur Facebook."),
    ("es", "Suscríbete a nuestro boletín."),
    ("es", "Descarga nuestra app."),
    ("it", "Iscriviti alla nostra newsletter."),
    ("it", "Seguici su Facebook."),
    ("pt", "Assine nossa newsletter."),
    ("nl", "Schrijf je in voor onze nieuwsbrief."),
    ("pl", "Zapisz się na newsletter."),
    ("ru", "Подписывайтесь на наш Telegram-канал!"),
    ("ru", "Подпишитесь на нашу рассылку."),
    ("tr", "Bültenimize abone olun."),
    ("ar", "اشترك في نشرتنا البريدية."),
    ("zh", "订阅我们的电子报。"),
    ("ja", "ニュースレターを購読する。"),
)
_UNSPACED = ("zh", "ja")


class Remembering:
    """A linter that keeps what it has found in a text."""

    def __init__(self, lint: Linter) -> None:
        self._lint = lint
        self._found: dict[str, list[Finding]] = {}

    def check(self, article: Article) -> list[Finding]:
        """Return the findings of an article that has nothing but its text."""
        if article.text not in self._found:
            self._found[article.text] = self._lint.check(article)
        return self._found[article.text]


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def _at_least(confidence: float) -> Callable[[Finding], bool]:
    return lambda finding: finding.confidence >= confidence


_MODES = {
    "fix": _is_safe,
    "unsafe-fixes": _at_least(0),
    "clean": _at_least(0.9),
    "clean-at-.7": _at_least(0.7),
}


@pytest.fixture(scope="module")
def lint() -> Remembering:
    """The default rules; what they find in a text is kept, for the next mode begins with the same."""
    return Remembering(linter(Config(), discover()))


@pytest.mark.parametrize("mode", _MODES)
@pytest.mark.parametrize(("language", "pitch"), _PITCHES)
def test_every_sentence_of_the_article_survives(lint: Remembering, language: str, pitch: str, mode: str) -> None:
    for text in _texts(language, pitch):
        mended = mend(Article(text), lint.check, _MODES[mode]).article.text

        assert [one for one in _ARTICLES[language] if one not in mended] == [], text


@pytest.mark.parametrize(("language", "pitch"), _PITCHES)
def test_pitch_on_a_line_of_its_own_goes(lint: Remembering, language: str, pitch: str) -> None:
    text = "\n\n".join([*_paragraphs(language), pitch])

    assert pitch not in mend(Article(text), lint.check, _at_least(0)).article.text


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "Read also: Ferry drivers put off strike Those who back the plan agreed", "on building the first stretch in spring."),
        ("de", "Lesen Sie auch: Busfahrer verschieben Streik Die Freunde des Plans einigten sich", "auf den Bau des ersten Abschnitts im Frühjahr."),
        ("ru", "Читайте также: Водители отложили забастовку Сторонники плана договорились", "о строительстве первого участка уже весной этого года."),
        ("es", "Lee también: Los conductores aplazan la huelga Quienes apoyan el plan acordaron", "construir el primer tramo en la primavera de este año."),
        ("en", "Sign up for our newsletter Those who back the plan agreed", "on building the first stretch in spring."),
    ],
)  # fmt: skip
def test_sentence_that_begins_after_a_pitch_and_goes_on_below_stays(
    lint: Remembering, language: str, first: str, second: str
) -> None:
    above, middle, below = _paragraphs(language)
    text = "\n\n".join([above, first, f"{second} {middle}", below])

    mended = mend(Article(text), lint.check, _at_least(0.7)).article.text

    assert " ".join(first.split()[-3:]) in mended


@pytest.mark.parametrize(("language", "pitch"), _PITCHES)
def test_every_sentence_survives_a_pitch_without_marks_in_a_text_without_line_breaks(
    lint: Remembering, language: str, pitch: str
) -> None:
    bare, own = pitch.rstrip(".!*。 "), [one.rstrip(".。") for one in _ARTICLES[language]]
    for text in _joined(language, bare):
        mended = mend(Article(text), lint.check, _at_least(0.7)).article.text

        assert [one for one in own if one not in mended] == [], text


def _joined(language: str, words: str) -> Iterator[str]:
    """Yield the article in one line, with words before, between and behind its sentences, and with a mark lost too."""
    own = _ARTICLES[language]
    without = [*own[:2], own[2].rstrip(".。")]
    for parts in ((words, *own), (*own[:3], words, *own[3:]), (*without, words, *own[3:]), (*own, words)):
        yield _gap(language).join(parts)


def _texts(language: str, pitch: str) -> Iterator[str]:
    """Yield the article with a pitch in every place of two paragraphs, with its line breaks and without."""
    gap = _gap(language)
    for at in (0, 2):
        for parts in _placed(language, pitch, at):
            yield "\n\n".join(parts)
            yield gap.join(parts)


def _placed(language: str, pitch: str, at: int) -> Iterator[list[str]]:
    gap, whole = _gap(language), _paragraphs(language)
    first, second = _ARTICLES[language][2 * at : 2 * at + 2]
    for parts in ((pitch, first, second), (first, second, pitch), (first, pitch, second)):
        yield [*whole[:at], gap.join(parts), *whole[at + 1 :]]
    yield [*whole[:at], pitch, *whole[at:]]
    yield [*whole, pitch]


def _paragraphs(language: str) -> list[str]:
    sentences = _ARTICLES[language]
    return [_gap(language).join(pair) for pair in zip(sentences[::2], sentences[1::2], strict=True)]


def _gap(language: str) -> str:
    return "" if language in _UNSPACED else " "
