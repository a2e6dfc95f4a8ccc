"""What was misread is found by its reading, and mended only to what stood there."""

from __future__ import annotations

import pytest
from rules.encoding.sentences import SENTENCES

from scrapelint import Article
from scrapelint.plugin import Linter
from scrapelint_rules.encoding._shared.tables import decoded_bytes
from scrapelint_rules.encoding.mojibake import Mojibake

TABLES = (
    "cp1252", "latin_1", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874",
    "cp850", "cp437", "cp852", "cp866", "mac_roman", "koi8_r",
)  # fmt: skip
LEGACY = {
    "cp1251": "ru uk be bg sr", "koi8_r": "ru", "cp866": "ru bg", "iso8859_5": "ru bg sr", "cp1253": "el",
    "cp1255": "he", "cp1256": "ar", "cp874": "th", "gb18030": "zh", "big5": "zh-TW", "cp949": "ko", "euc_jp": "ja",
    "cp932": "ja",
}  # fmt: skip
AMBIGUOUS = {
    "cp1250": "da no sl sq lt", "cp850": "lt sl hr", "cp866": "ka", "cp1256": "sq", "cp1257": "sq", "cp1258": "sq",
}  # fmt: skip
"""Languages whose few letters beyond ASCII read as well by another table, or look like quotation marks."""


def _misread(raw: bytes, table: str) -> str:
    return "".join(decoded_bytes(table)[byte] for byte in raw)


LINTER = Linter([Mojibake()])


def _mended(text: str) -> str:
    edits = [edit for f in LINTER.check(Article(text)) if f.fix for edit in f.fix.edits]
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.content + text[edit.end :]
    return text


@pytest.mark.parametrize("table", TABLES)
def test_utf8_read_with_another_table_is_mended(table: str) -> None:
    misread = {language: _misread(text.encode(), table) for language, text in SENTENCES.items()}
    expected = SENTENCES | {language: misread[language] for language in AMBIGUOUS.get(table, "").split()}

    assert {language: _mended(text) for language, text in misread.items()} == expected


@pytest.mark.parametrize("read_as", ["cp1252", "latin_1"])
@pytest.mark.parametrize(("encoding", "language"), [(e, one) for e, all_ in LEGACY.items() for one in all_.split()])
def test_older_encoding_read_as_latin_is_mended(encoding: str, language: str, read_as: str) -> None:
    raw = SENTENCES[language].encode(encoding, "ignore")

    assert _mended(_misread(raw, read_as)) == raw.decode(encoding)


@pytest.mark.parametrize(("encoding", "read_as"), [
    ("koi8_r", "cp1251"), ("cp1251", "koi8_r"), ("cp866", "cp1251"), ("iso8859_5", "cp1251"), ("cp1251", "cp866"),
])  # fmt: skip
def test_cyrillic_read_by_another_cyrillic_table_is_mended(encoding: str, read_as: str) -> None:
    text = SENTENCES["ru"]

    assert _mended(_misread(text.encode(encoding), read_as)) == text


@pytest.mark.parametrize("language", SENTENCES)
def test_text_that_reads_well_is_left_alone(language: str) -> None:
    text = SENTENCES[language]
    capitals = " ".join(f"„{word}“" for word in text.upper().split())
    forms = [text, text.upper(), text.title(), f"«{text.upper()}»", text.replace(" ", "\xa0"), capitals]

    assert not [f.message for f in LINTER.check(Article("\n".join(forms)))]


def test_bytes_that_were_lost_are_reported_and_not_guessed() -> None:
    text = SENTENCES["hi"]
    misread = "".join(char for char in _misread(text.encode(), "cp1252") if not "\x80" <= char <= "\x9f")

    assert LINTER.check(Article(misread))
    assert _mended(misread) == misread


def test_text_misread_twice_is_mended_at_once() -> None:
    once = _misread(SENTENCES["en"].encode(), "cp1252")

    assert _mended(_misread(once.encode(), "cp1252")) == SENTENCES["en"]


@pytest.mark.parametrize(("language", "letter", "word"), [
    ("pl", "\x9c", "jednomyślnie"), ("en", "\x92", "don’t"), ("de", "\x84", "„Nein"), ("cs", "\x9e", "že"),
])  # fmt: skip
def test_control_is_the_letter_of_the_language(language: str, letter: str, word: str) -> None:
    broken = word.translate({ord(char): letter for char in word if char > "\x7f" and char != "ż"})
    text = f"{SENTENCES[language]} {broken}"

    assert _mended(text) == f"{SENTENCES[language]} {word}"


@pytest.mark.parametrize(("table", "text"), [
    ("cp1254", "Başkan, yılında yapılan çalışmanın doğru olduğunu, sağlık ve eğitim için şu an değil ayrıca açıkladı."),
    ("cp1250", "Burmistrz mówi, że most będzie gotowy w piątek, a władze już się nie boją, także jeśli można poczekać."),
    ("cp1250", "Ředitel řekl, že most může být hotový ještě v březnu, především při dobrém počasí, a přes tři dny."),
    ("cp1250", "A vezető szerint az idő előtt elkészült híd később is jó lehetőség, jövő héten az első nap nyitják."),
])  # fmt: skip
def test_letters_of_a_neighbouring_table_are_mended(table: str, text: str) -> None:
    assert _mended(text.encode(table).decode("cp1252")) == text
