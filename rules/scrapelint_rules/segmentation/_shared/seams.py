"""Two words or sentences that are glued, told from names, addresses, abbreviations and files."""

from __future__ import annotations

from typing import NamedTuple

from scrapelint.plugin import regex, word_bounds
from scrapelint_rules.segmentation._shared.joints import ASIDES, ENDS, STARTS, STOPS

# Words that open a sentence and close no name; "In" and "Innen" are left out for German forms like "LehrerInnen".
OPENERS = frozenset(
    """The This That These Those There They Their Then When What Where While Which With Who Why How His Her She
    He It Its If And But For From After Before Also About According Although Because Both Our You Your
    We Not Now One Only Read Der Die Das Dies Diese Dieser Dieses Ein Eine Einen Einer Ich Wir Sie Es
    Und Aber Auch Auf Aus Bei Bis Dann Doch Für Hier Mit Nach Nicht Noch Nur Seit Sein Seine So Über Um
    Von Vor Was Weil Wenn Wer Wie Zu Zum Zur Le La Les Un Une Des Du Ce Cette Ces Il Elle Ils Elles Nous
    Vous Mais Pour Dans Avec Selon Après Avant Sur Par El Los Las Una Unos Este Esta Estos Según Pero
    Para Por Con Sin Cuando Desde Hasta También Tras Il Lo Gli Uno Questo Questa Secondo Dopo Prima
    Anche Nel Nella Per Ma Della Degli Os As Um Uma Esse Essa Não Mas Com Em Segundo Depois Antes De Het
    Een Dit Dat Deze Maar Ook Voor Van Naar Volgens Det Den Dette Ett Och Men Som För Från Efter Enligt
    Ifølge Også Han Hun Hon Vi Jag Jeg На Но Он Она Они Это Этот Эта Как Что По При Для Если Когда После
    Также Об Из За От До Мы Вы""".split()
)
OPENER_STARTS = frozenset(word[:2] for word in OPENERS)
_NAME_STARTS = frozenset("Mc Mac De Di Du La Le Van Von Fitz San Des Al El Da Del O Ap Ni".split())
_BRANDS = frozenset(
    """WeWork PayPal YouTube LinkedIn GiveWell OneTheory WhoWhatWear SheKnows YouGov AndThen HeForShe GoFundMe
    WeChat WeTransfer ItsOn FanDuel MyFitnessPal FaceTime LiveNow""".lower().split()
)
_EXTENSIONS = frozenset(
    """com org net edu gov int info biz io ai tv co uk us eu de at ch fr es it pt nl be pl ru ua cz se no dk fi
    ro gr tr in cn jp kr br mx ar ca au nz za js py php html htm pdf jpg png css asp aspx exe txt doc
    mp3 mp4 me ly app dev""".split()
)
_WORDS_LIKE_EXTENSIONS = frozenset("It In At No Es De Be Us Me Se".split())
"""Ends of addresses that open sentences as well; addresses write them in small letters, or all in capitals."""
_LOUD_EXTENSIONS = frozenset("AM MD VN KZ BY TO FM GG RS HR BA ID MY PH TH TW HK SG".split())
"""Ends of addresses as brands write them: in other letters they are words."""
_PREPOSITIONS = frozenset({"In", "At"})
"""Those of them that a name may follow: "In May"."""
_SITE_WORDS = frozenset(
    """media news online digital today live blog club tech world global one work works time play pro plus web
    site store shop games studio studios group team social network health life art music bank car cars
    energy city law agency capital ventures earth green farm fund foundation""".split()
)
"""What may follow the stop in the name of a firm or a site: "Table.Media"."""
_ABBREVIATIONS = frozenset(
    """mr mrs ms dr st prof sen rep gov gen col sgt capt lt maj rev hon jr sr vs etc inc ltd co corp no nos vol
    pp fig approx dept est min max tel www ca bzw usw str nr hr fr hl abs art geb evtl ggf inkl zzgl
    bspw zb av apdo sra srta mme mlle ste bd ing avv dott sig ul im prof tzn np itd ok mld mln tys""".split()
)
_MARKS = "\u064b-\u0652\u0900-\u0903\u093a-\u094f\u0962\u0963\u0981-\u0dff\u200c\u200d"
"""Vowel signs and joiners, which are part of a word and no letters to Python."""
_WORD = regex(rf"(?:[^\W\d_]|[{_MARKS}])+")
_YEAR = regex(r"(?<![\w.,:/-])(?:1[5-9]|20)\d\d\Z")
_ADDRESS = regex(r"[/@#\\=_]|\*\w|www|\.\w+\.|://|\w\.\w{2,4}/")
_AFTER_NAME = regex(r"[^\W\d_]*[a-zà-ÿ], ?\Z|[^\W\d_]*[a-zà-ÿ] \Z")
MAX_WORD_CHARS = 40
"""Longest word looked at, in letters."""
MIN_LEFT_CHARS = 3
"""Shortest word, in letters, before a full stop and a capital; shorter ones are abbreviations."""
MAX_MARKS = 2
"""Marks between two glued words: a stop, and a quote or bracket."""
MAX_QUOTE_CHARS = 2000
"""How far to the left an open quotation is looked for, in code points, so that cost is linear."""
ONLY_CLOSING = "’)"
_PARTNERS = {"”": "“„", "“": "„", "»": "«", "«": "»"}
"""By a quote that closes, those that open, in any language."""
_NEVER_ALONE = "“»«"
"""Quotes that no language has on both sides of a quotation."""

_DANDAS, _HYPHENS = ("।", "॥"), ("-", "–", "—")
MAX_PLATE_CHARS = 2
"""Longest abbreviation that the number of a car begins with, in code points."""
_URDU_ENDS = frozenset("اآےیيىئںوہۃ\u064b\u064e\u0651")
"""Letters that verbs of Urdu end in, and words that stand for "and so on"."""


class Seam(NamedTuple):
    """Two glued words, and where the space between them is missing."""

    start: int
    joint: int
    end: int
    kind: str


def cased_seam(text: str, joint: int) -> Seam | None:
    """Return the two words that are glued where a word begins; None where they are one name, or an address."""
    seam = _cased_seam(text, joint)
    return None if seam is None or _is_address(text, joint) else seam


def _cased_seam(text: str, joint: int) -> Seam | None:
    """Return the two words that are glued where a word begins; None where they are one name."""
    right = _WORD.match(text, joint, joint + MAX_WORD_CHARS)
    # Back over the marks before the word: the word that they close comes before them.
    between = joint
    while between and not text[between - 1].isalnum() and joint - between <= MAX_MARKS:
        between -= 1
    head = text[max(0, between - MAX_WORD_CHARS) : between]
    year = _YEAR.search(head)
    before = year[0] if year else _last_word(head)
    if right is None or not before:
        return None
    start = between - len(before)
    if between == joint:
        glued = _are_two(text, before, right.group(), right.end())
        return Seam(start, joint, right.end(), "word") if glued else None
    mark = text[between:joint]
    if mark in ASIDES:
        return _aside(text, start, joint, right.end())
    after = _gap(text, between, mark)
    if not after or not _is_sentence_end(text, start, before, right.group(), right.end(), is_year=year is not None):
        return None
    return Seam(start, between + after, right.end(), "sentence")


def plain_seam(text: str, joint: int, kind: str) -> Seam | None:
    """Return the two words around a mark that always ends a word; None within an address."""
    left = _last_word(text[max(0, joint - 1 - MAX_WORD_CHARS) : joint - 1])
    right = _WORD.match(text, joint, joint + MAX_WORD_CHARS)
    if not left or right is None or _is_address(text, joint):
        return None
    if _is_chain(text, left, joint, right.end()) or not _may_end(left, text[joint - 1]):
        return None
    return Seam(joint - 1 - len(left), joint, right.end(), kind)


def _last_word(head: str) -> str:
    """Return the word that a text ends with, read from its end: empty where it ends with none."""
    word = _WORD.match(head[::-1])
    return word[0][::-1] if word else ""


def _is_chain(text: str, left: str, joint: int, end: int) -> bool:
    """Tell whether more letters or figures are joined to two words: an address, or the number of a car."""
    before, rest = text[joint - 2 - len(left) : joint - 1 - len(left)], text[end : end + 2]
    is_number = len(left) <= MAX_PLATE_CHARS and rest[:1] in _HYPHENS
    return is_number or before in _DANDAS or (rest[:1] in _DANDAS and rest[1:].isalpha())


def _may_end(word: str, mark: str) -> bool:
    """Tell whether a sentence may end in a word before a mark: those of Urdu end in verbs, which end in vowels."""
    return mark != "۔" or word[-1] in _URDU_ENDS


def is_opened(left: str, right: str) -> bool:
    """Tell whether the right word opens sentences after one in small letters: no name, however often it is there."""
    return left.islower() and right in OPENERS


def _gap(text: str, at: int, mark: str) -> int:
    """Return after how many of the marks between two sentences the space belongs; 0 where they end none."""
    if mark in STOPS:
        return 1
    quote = mark[-1]
    if mark in STARTS and (mark not in ENDS or not _closes(text, at + 1, quote)):
        return 1
    return len(mark) if mark in ENDS and _closes(text, at + mark.index(_quote_of(mark)), _quote_of(mark)) else 0


def _quote_of(mark: str) -> str:
    return mark[0] if mark[0] not in STOPS else mark[1]


def _aside(text: str, start: int, joint: int, end: int) -> Seam | None:
    """Return a quotation glued to who said it."""
    mark = text[joint - 2 : joint]
    quote = mark[1] if mark[0] in ",!?" else mark[0]
    if text[end : end + 1] != " " or not _closes(text, joint - 2 + mark.index(quote), quote):
        return None
    return Seam(start, joint, end, "quotation")


def _are_two(text: str, left: str, right: str, end: int) -> bool:
    """Tell whether a lower-case letter and a capital belong to two words: the right one opens sentences."""
    if right not in OPENERS or left in _NAME_STARTS or len(left) < MIN_LEFT_CHARS:
        return False
    if left[:1].isupper() and right != "The":
        return False
    if (left + right).lower() in _BRANDS:
        return False
    return text[end : end + 1] in (" ", ",", "\xa0", "'", "’")


def _is_sentence_end(text: str, start: int, left: str, right: str, end: int, *, is_year: bool) -> bool:
    """Tell whether a sentence ends with the left word and another begins with the right one."""
    if len(left) < MIN_LEFT_CHARS or left.lower() in _ABBREVIATIONS:
        return False
    if not (right.isupper() or right.istitle()) or text[end : end + 1] in ("(", ")", "@", "_", "-", "."):
        return False
    goes_on = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
    if right.lower() in _EXTENSIONS:
        return left.islower() and right in _WORDS_LIKE_EXTENSIONS and (goes_on or right in _PREPOSITIONS)
    if is_year:
        return goes_on
    if left.islower() or (left.istitle() and right in OPENERS):
        return True
    is_name = right in _LOUD_EXTENSIONS or right.lower() in _SITE_WORDS
    return goes_on and left.istitle() and not is_name and _is_in_sentence(text, start)


def _is_in_sentence(text: str, start: int) -> bool:
    """Tell whether a word in lower case comes before a name, so that the name is part of a sentence."""
    return bool(_AFTER_NAME.search(text[max(0, start - MAX_WORD_CHARS) : start]))


def _closes(text: str, at: int, quote: str) -> bool:
    """Tell whether a mark that can open and close a quotation closes one within its line."""
    if quote in ONLY_CLOSING:
        return True
    start = max(text.rfind("\n", max(0, at - MAX_QUOTE_CHARS), at) + 1, at - MAX_QUOTE_CHARS)
    same = text.count(quote, start, at)
    partners = sum(text.count(other, start, at) for other in _PARTNERS.get(quote, ""))
    return partners > same if partners or quote in _NEVER_ALONE else same % 2 == 1


def _is_address(text: str, at: int) -> bool:
    start, end = word_bounds(text, at, MAX_WORD_CHARS * 2)
    return bool(_ADDRESS.search(text, start, end))
