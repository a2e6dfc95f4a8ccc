"""What is in a field for authors and is the name of nobody."""

from __future__ import annotations

import re

from scrapelint.plugin import regex

_EMPTY = frozenset({
    "null", "none", "undefined", "nan", "n/a", "na", "nil", "unknown", "anonymous", "[object object]", "(none)", "no author",
})  # fmt: skip
_ACCOUNTS = frozenset({
    "admin", "administrator", "webmaster", "root", "user", "editor", "author", "guest", "test", "wpadmin", "superuser",
    "redaktor", "админ", "администратор", "адмін", "адміністратор", "yönetici", "管理员", "管理員", "管理者", "관리자",
    "مدير", "ادمین", "διαχειριστής", "administrador", "administrateur", "amministratore", "beheerder", "administrátor",
    "quản trị viên", "ผู้ดูแลระบบ",
})  # fmt: skip
_NEVER_NAMES = _EMPTY | {"admin", "administrator", "webmaster", "wpadmin", "superuser", "админ", "администратор"}
"""What is no part of a name either, where one string names several people."""
_ADDRESS = regex(
    r"(?:^|\s)(?:https?://|www\.)\S+|^[\w-]{3,40}\.(?:com|net|org|ru|de|fr|es|it|pl|br|in|id|tr|gr)$", re.IGNORECASE
)
_MAIL = regex(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}|\w{3,}\s[A-Z][a-z]{1,12}\s(?:Com|Net|Org)$")
_HANDLE = regex(r"(?:^|[\s(])@\w{3,}")
_DATE = regex(r"^\W*(?:\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./]\d{2,4})(?:[T ,].{0,20})?$")
_LABEL = regex(
    r"\b(?:view all|all posts|(?:all |more )?posts by|more (?:from|by|stories)|email the author|about the author|read more|follow (?:us|me|on)"
    r"|(?:minutes?|hours?|days?|mins?|hrs?|weeks?) (?:ago|read)|published (?:on|at|\d)|last updated|updated (?:on|at|\d)|subscribe|log ?in"
    r"|rss|voir tous|alle beiträge|ver todos|todos os posts|tutti gli articoli|все записи)\b|\bfeed$|\[object",
    re.IGNORECASE,
)
_REPR = regex(r"^[\[{(]\s?['\"]")
_PREFIX = regex(
    r"^(?:(?:(?:written|posted|reported|edited|compiled|published|text|words|story|photos?) )?by|(?:text )?von|par|propos recueillis par|rédigé par"
    r"|por|escrito por|redactado por|redação|a cura di|scritto da|door|skrevet af|skrevet av|kirjoittanut|napsal|napsala|napisał|napisała"
    r"|opracował|opracowała|opracowanie|oprac\.|írta|scris de|подготовила?|підготувал[аи]|підготував|γράφει [οη]|yazan|بقلم|כותב|מאת|به قلم|oleh|โดย)"
    r"(?: |: ?)(?=\S)|^(?:autor|autora|auteur|autore|auteurs|forfatter|författare|tekst|text|texte|testo|teksti|tekijä|szerző|"
    r"автор|текст|автори|авторы|συντάκτης|κείμενο|yazar|haber|كتب|كتبت|الكاتب|نویسنده|लेखक|লেখক|penulis|tác giả|theo|作者|文|记者|記者|編輯|编辑|取材・文|글|"
    r"di|de|av|af|od|от|foto|photo|source|quelle)\s?[:：=＝]\s?(?=\S)",
    re.IGNORECASE,
)  # fmt: skip
_PARTICLES = frozenset({"von der", "von den", "von dem", "von zu"})
_MORE = regex(r"\s(?:for|For)\s(?:the\s|The\s)?[A-Z]\w+\s\w+|\w['’]s\s[a-z]")
"""A name with the paper it is for, or with what it is in a sentence: the field holds more than a name."""
MAX_NAME_CHARS = 100
"""Longest name of one person, in code points, with titles and paper."""


def what_is_wrong(value: str, *, is_whole: bool) -> tuple[str, str]:
    """Return kind and words for what is wrong with one author, or two empty strings.

    `is_whole`: whether the record gives it as a value of its own, not as a part of a string.
    """
    plain = value.casefold().strip(" .")
    if plain in (_EMPTY | _ACCOUNTS if is_whole else _NEVER_NAMES):
        return ("empty", "the word for no value") if plain in _EMPTY else ("account", "an account, not a person")
    for kind, pattern, what in _KINDS:
        if pattern.search(value):
            return kind, what
    if _PREFIX.match(value) and _is_byline(value):
        return "prefix", "a byline with its preposition"
    return ("sentence", "too long for a name") if not is_whole and len(value) > MAX_NAME_CHARS else ("", "")


_KINDS = (
    ("list", _REPR, "a list as a program prints it"),
    ("address", _ADDRESS, "an address"),
    ("e-mail", _MAIL, "an e-mail address"),
    ("handle", _HANDLE, "a handle"),
    ("date", _DATE, "a date"),
    ("label", _LABEL, "a label of the page"),
    ("more", _MORE, "more than a name"),
)


def _is_byline(value: str) -> bool:
    """Tell whether a first and a last name follow the preposition: Von Trapp is a name, and von der Leyen."""
    words = value.split()
    if ":" in value or "：" in value or "＝" in value or "=" in value:
        return True
    return len(words) > 2 and " ".join(words[:2]).casefold() not in _PARTICLES
