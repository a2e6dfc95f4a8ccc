"""Words with which a page speaks to its readers, by which a pitch is told from the news."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection

_READER = {
    "ar": "انت أنت لك بك بريدك",
    "bg": "вие вашия вашата вашето вашите ви",
    "bn": "আপনার আপনি",
    "bs": "vaš vaša vašu vaše vašim vam vas kliknite",
    "ca": "vostre vostra teu teva",
    "cs": "váš vaše vašeho vašem vám vás klikněte",
    "da": "du dig din dit dine",
    "de": "dein deine deinen deiner deinem dir dich du",
    "el": "σας εσείς σου",
    "en": "you your yours",
    "es": "tu tus te ti usted ustedes suscríbete haz",
    "et": "teie sinu",
    "fa": "شما",
    "fi": "sinä sinun te teidän",
    "fil": "ninyo mo",
    "fr": "vous votre vos cliquez",
    "he": "אתם שלכם לכם אתה שלך",
    "hi": "आप आपके आपकी आपका",
    "hr": "vaš vaša vašu vaše vašim vam vas kliknite",
    "hu": "önnek ön önök neked",
    "id": "anda kamu",
    "it": "tuo tua tuoi tue voi vostro vostra clicca iscriviti",
    "ko": "여러분 당신 귀하",
    "lt": "jūs jūsų",
    "lv": "jūs jūsu",
    "ms": "anda",
    "nb": "du deg din ditt dine",
    "nl": "jij je jouw u uw",
    "pl": "twój twoje twoją kliknij",
    "pt": "você vocês teu tua clique assine",
    "ro": "tău voi dumneavoastră vă",
    "ru": "вы вас вам ваш ваша ваше ваши вашу ваших",
    "sk": "váš vaše vám vás vašu kliknite",
    "sl": "vaš vaša vaše vašo vam vas kliknite",
    "sr": "вас вам ваш ваше vaš vaša vašu vaše vam vas kliknite",
    "sv": "du dig din ditt dina",
    "sw": "wewe yako zako",
    "tr": "siz sizin size sizi sen senin abone",
    "uk": "ви вас вам ваш вашу",
    "ur": "آپ",
    "vi": "bạn",
}
"""The second person and its commands, by ISO 639-1 language; what is another word there as well is left out."""
_UNSPACED = {"ja": "ご覧|ください|下さい|お客様|あなた", "th": "คุณ|ท่าน", "zh": "您|你"}
_POLITE = {"de": "Sie|Ihnen|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihres", "da": "De|Dem|Deres"}
"""Forms that are another person's in small letters, and at the beginning of a sentence in any."""
_SITE = frozenset(
    "click tap email e-mail inbox newsletter newsletters subscribe unsubscribe nieuwsbrief nyhetsbrev nyhedsbrev "
    "boletín hírlevelünk hírlevelünkre".split()
)
"""What a page offers, in any language."""
_NETWORK = regex(r"(?i)\b(?:whatsapp|telegram|facebook|instagram|youtube|tiktok|twitter|google news|podcast)\b")
"""Where pages ask their readers to follow them, by their names in any language."""
_QUOTED = regex(r"^[^“”„«»「『\"]*[^\s“”„«»「『\"]”|[“”„«»「『].*?(?:[”“»«」』]|$)|\".*?\"")
"""What is quoted, be it the end of speech that began in a sentence before."""
_WORD = regex(r"[^\W\d_]+(?:-mail)?")


def addresses(sentence: str, languages: Collection[str]) -> bool:
    """Tell whether a sentence speaks to the reader outside of what it quotes, in one of these languages (ISO 639-1).

    Who writes of "us" may be the author of an opinion; who writes to "you" is rarely anybody but the page.
    """
    plain = _QUOTED.sub(" ", sentence)
    words = set(_WORD.findall(plain.lower()))
    return not _SITE.isdisjoint(words) or any(_speaks(plain, words, language) for language in languages)


def names_network(sentence: str) -> bool:
    """Tell whether a sentence names a network, a messenger or a podcast: a page asks its readers to follow it there."""
    return _NETWORK.search(sentence) is not None


def _speaks(sentence: str, words: set[str], language: str) -> bool:
    if not words.isdisjoint(_forms(language)):
        return True
    signs = _signs(language)
    return signs is not None and signs.search(sentence) is not None


@cache
def _forms(language: str) -> frozenset[str]:
    return frozenset(_READER.get(language, "").split())


@cache
def _signs(language: str) -> re.Pattern[str] | None:
    if language in _UNSPACED:
        return re.compile(_UNSPACED[language])
    return re.compile(rf"(?<=[^\W_,;] )(?:{_POLITE[language]})\b") if language in _POLITE else None
