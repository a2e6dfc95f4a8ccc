"""Language of a text: script and stop words first, seeded langdetect only when these do not decide."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from math import sqrt
from typing import TYPE_CHECKING

from scrapelint.text.character_classes import with_plain
from scrapelint.text.lazy_regex import regex
from scrapelint.text.scripts import SHARED_SCRIPTS, main_script, script_of, scripts_of
from scrapelint.text.stop_words import STOP_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLE_CHARS = 1_000
"""Code points looked at first, from around the middle: the ends of a scraped text are often not the article."""
PARTS = 3
"""In how many parts these are, of a text that is longer than so many samples."""
WIDE_SAMPLE_CHARS = 4_000
"""Code points from the middle in which stop words are counted, too, before langdetect is asked: half of the rest."""
MIN_LETTERS = 60
"""Fewest letters that decide in a script of many languages.

Scraped articles in 23 languages, cut to a length: of 100 code points .98 are decided, .012 of these wrong;
of 80 .90 and .008; of 40, with this bound off, .020 are wrong, of 20 .12.
"""
MIN_SIGNS = 8
"""Fewest letters that decide in a script of one language."""
MIN_HITS = 4
"""Fewest stop words that decide."""
MIN_HIT_SHARE = 0.15
"""Least share of stop words among the words."""
MAX_RIVAL_SHARE = 0.75
"""Most hits that the second language may have, as a share of those of the first.

With these bounds stop words decide 19 of 20 whole articles; langdetect sees the rest.
"""
MIN_SPREAD = 1.2
"""Least number of different stop words that are found, for each unit of the root of how many are found in all.

Irish has the English "a", "an", "as" and "is" again and again, and none of the others. Of 12,383 passages of news in
languages that are known .002 have fewer, of 113 in other languages that share words with one of them .8.
"""
MIN_VARIED_SPREAD = 0.8
"""The same for the root of how many different words there are, which is less in a text that repeats itself."""
MIN_VARIED_WORDS = 25
"""Different words from which something is asked of them."""
MIN_PROBABILITY = 0.9
"""Least probability at which langdetect is believed."""
MIN_BACKING_SHARE = 0.03
"""Least share of stop words of the language that langdetect names, among the words.

It names one of its own for any text: of the declaration of human rights in 130 languages that it does not know, it is
sure of Swahili, Somali or Russian where hardly a word is. Of 450 articles in 13 languages that it names rightly three
have fewer, all shorter than 60 words.
"""
MIN_BACKING = 0.75
"""Least number of these, as a share of the stop words of any other language."""
MIN_BACKED_WORDS = 30
"""Words of a text from which the want of stop words says something."""


_WORD = regex(r"[^\s\d.,;:!?\"'()«»“”„‘’…–—।،؟|/-]+")
_NEAR_MARKS, _FAR_MARKS = ".,;:!?\"'()|/-", "«»“”„‘’…–—।،؟"
_GAPS = bytes.maketrans(f"{_NEAR_MARKS}0123456789".encode(), b" " * (len(_NEAR_MARKS) + 10))
"""What parts words, in ASCII; any digit does."""
_ASCII = bytes(range(0x80))

_DECLARED = {
    name: code
    for code, names in {
        "af": "afr afrikaans", "am": "amh amharic", "ar": "ara arb arabic", "az": "aze azerbaijani",
        "be": "bel belarusian", "bg": "bul bulgarian", "bn": "ben bengali", "ca": "cat catalan",
        "cs": "ces cze czech", "cy": "cym wel welsh", "da": "dan danish", "de": "deu ger german deutsch",
        "el": "ell gre greek", "en": "eng english", "es": "spa spanish español", "et": "est ekk estonian",
        "eu": "eus baq basque", "fa": "fas per pes persian farsi", "fi": "fin finnish", "fr": "fra fre french français",
        "gl": "glg galician", "gu": "guj gujarati", "ha": "hau hausa", "he": "heb hebrew iw", "hi": "hin hindi",
        "hr": "hrv croatian", "hu": "hun hungarian", "hy": "hye arm armenian", "id": "ind indonesian in",
        "is": "isl ice icelandic", "it": "ita italian", "ja": "jpn japanese", "ka": "kat geo georgian",
        "kk": "kaz kazakh", "km": "khm khmer", "kn": "kan kannada", "ko": "kor korean", "lo": "lao",
        "lt": "lit lithuanian", "lv": "lav lvs latvian", "mk": "mkd mac macedonian", "ml": "mal malayalam",
        "mn": "mon khk mongolian", "mr": "mar marathi", "ms": "msa may zsm malay", "my": "mya bur burmese",
        "ne": "nep npi nepali", "nl": "nld dut dutch", "nb": "nor nob nno no nn norwegian", "pa": "pan punjabi",
        "pl": "pol polish", "ps": "pus pbt pashto", "pt": "por portuguese", "ro": "ron rum mo romanian",
        "ru": "rus russian", "si": "sin sinhala", "sk": "slk slo slovak", "sl": "slv slovenian", "so": "som somali",
        "sq": "sqi alb als albanian", "sr": "srp serbian", "sv": "swe swedish", "sw": "swa swh swahili",
        "ta": "tam tamil", "te": "tel telugu", "th": "tha thai", "tl": "tgl fil tagalog filipino",
        "tr": "tur turkish", "uk": "ukr ukrainian", "ur": "urd urdu", "vi": "vie vietnamese", "xh": "xho xhosa",
        "yo": "yor yoruba", "zh": "zho chi cmn chinese", "zu": "zul zulu",
    }.items()
    for name in names.split()
}  # fmt: skip
_UNDETERMINED = frozenset({"und", "mul", "mis", "zxx", "unk", "xx"})


def language_of(text: str) -> str | None:
    """Return the language of a text as an ISO 639 code; None where it is too short or too mixed to tell.

    Depends on the text alone, not on earlier calls. Cost is bounded: at most `SAMPLE_CHARS` in parts and
    `WIDE_SAMPLE_CHARS` in one are looked at, by langdetect one of them. Norwegian is `nb`, Chinese of either
    script `zh`.
    """
    sample, wide = _parts(text, SAMPLE_CHARS), _middle(text, WIDE_SAMPLE_CHARS)
    script, letters = main_script(wide)
    if script not in SHARED_SCRIPTS:
        return script if letters >= MIN_SIGNS else None
    if letters < MIN_LETTERS:
        return None
    if main_script(sample)[0] != script:  # a quotation is there
        sample = wide
    return _by_stop_words(sample, script) or _by_stop_words(wide, script) or _backed(_by_langdetect(sample), wide)


def can_identify(language: str) -> bool:
    """Tell whether `language_of` can return this language at all; a text in any other is not to be contradicted."""
    return language in STOP_WORDS or language in scripts_of(language)


def words_apart(text: str, one: str, other: str) -> tuple[int, int]:
    """Return how many stop words of a text only the first of two languages has, and how many only the second.

    Looks at `WIDE_SAMPLE_CHARS` from the middle.
    """
    words = Counter(_words(_middle(text, WIDE_SAMPLE_CHARS)))
    first, second = stop_words(one), stop_words(other)
    return sum(words[word] for word in first - second), sum(words[word] for word in second - first)


def code_of(declared: str) -> str | None:
    """Return the ISO 639 code of a language as scrapers declare it, or None where that names none.

    >>> [code_of(name) for name in ("en-US", "deu_Latn", "French", "nb", "und")]
    ['en', 'de', 'fr', 'nb', None]
    """
    name = re.split("[-_ ,;]", declared.strip().lower(), maxsplit=1)[0]
    if name in _DECLARED:
        return _DECLARED[name]
    is_code = len(name) in (2, 3) and name.isascii() and name.isalpha()
    return name if is_code and name not in _UNDETERMINED else None


@cache
def stop_words(language: str | None) -> frozenset[str]:
    """Return the most frequent words of a language, in lower case; none for a language that is not known by them."""
    return frozenset(STOP_WORDS.get(language or "", "").split())


def _middle(text: str, chars: int) -> str:
    start = max(0, (len(text) - chars) // 2)
    return text[start : start + chars]


def _parts(text: str, chars: int) -> str:
    """Return so much of a text, in parts from around its middle: no passage in another language decides alone."""
    if len(text) <= PARTS * chars:
        return _middle(text, chars)
    size, step = chars // PARTS, len(text) // (PARTS + 1)
    return "\n".join([text[step * part - size // 2 : step * part + size // 2] for part in range(1, PARTS + 1)])


def stop_word_counts(words: Iterable[str]) -> Counter[str]:
    """Return how many of these words, in lower case, are stop words of each language."""
    index = _index()
    counts: Counter[str] = Counter()
    for word, count in Counter(filter(index.__contains__, words)).items():
        for language in index[word]:
            counts[language] += count
    return counts


def _words(text: str) -> list[str]:
    """Return the words of a text in lower case, as `_WORD` finds them, most often at the speed of `str.split`."""
    low = text.lower()
    written = low.encode("utf-8", "surrogatepass")
    beyond = set(written.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    if any(map(str.isdecimal, beyond)):
        return _WORD.findall(low)
    apart = with_plain(low, _GAPS)
    for mark in beyond.intersection(_FAR_MARKS):
        apart = apart.replace(mark, " ")
    return apart.split()


def _by_stop_words(sample: str, script: str) -> str | None:
    """Return the language that the stop words of a text decide on; in other scripts Latin words decide nothing."""
    words = _words(sample)
    if script != "Latn":
        words = [word for word in words if script_of(word[0]) == script]
    hits = stop_word_counts(words)
    (language, best), (_, second), *_ = (*hits.most_common()[:2], ("", 0), ("", 0))
    if best < MIN_HITS or best < MIN_HIT_SHARE * len(words) or second > MAX_RIVAL_SHARE * best:
        return None
    return language if _are_spread(words, best, language) else None


def _are_spread(words: Iterable[str], hits: int, language: str) -> bool:
    """Tell whether so many hits are of as many stop words of a language as its own texts have."""
    different = set(words)
    if len(different) < MIN_VARIED_WORDS:
        return True
    least = min(MIN_SPREAD * sqrt(hits), MIN_VARIED_SPREAD * sqrt(len(different)))
    return len(different & stop_words(language)) >= least


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Return the languages of each stop word."""
    found: dict[str, list[str]] = {}
    for language, words in STOP_WORDS.items():
        for word in set(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def _by_langdetect(sample: str) -> str | None:
    from langdetect import LangDetectException

    from scrapelint.text.guessing import factory

    detector = factory().create()
    detector.append(sample)
    try:
        guesses: Iterable[object] = detector.get_probabilities()
    except LangDetectException:  # a text without a letter that it knows
        return None
    for guess in guesses:
        language, probability = str(guess).split(":")
        return code_of(language) if float(probability) >= MIN_PROBABILITY else None
    return None


def _backed(language: str | None, text: str) -> str | None:
    """Return a language that was guessed where the stop words of the text speak for it, too."""
    if language is None or language not in STOP_WORDS:
        return language
    words = _words(text)
    if len(words) < MIN_BACKED_WORDS:
        return language
    hits = stop_word_counts(words)
    least = max(MIN_BACKING_SHARE * len(words), MIN_BACKING * max(hits.values(), default=0))
    return language if hits[language] >= least and _are_spread(words, hits[language], language) else None
