"""ENC007 homoglyph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Edit, Good, Severity, by_line, regex, unusual_chars
from scrapelint_rules.encoding._shared.fields import TextRule
from scrapelint_rules.encoding._shared.unusual_characters import between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from scrapelint.plugin import Finding

_TO_LATIN = dict(
    zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABESIJKMHOPCTYXaesijopcyxdqwhABEZHIKMNOPTYXo", strict=True)
)
_TO_CYRILLIC = dict(zip("ABCEHIJKMOPSTXYaceijopsxy", "АВСЕНІЈКМОРЅТХУасеіјорѕху", strict=True))
_TO_GREEK = dict(zip("ABEHIKMNOPTXYZo", "ΑΒΕΗΙΚΜΝΟΡΤΧΥΖο", strict=True))
_SEAM = regex("[A-Za-z](?:(?=[\u0370-\u052f])|(?<=[\u0370-\u052f].))")
_SEAM_RARE = regex("[\u0370-\u052f](?:(?=[A-Za-z])|(?<=[A-Za-z].))")
MAX_WORD_CHARS = 40
"""Longest word that is looked at, in code points; longer runs are code or addresses."""
MAX_SWAPPED = 4
"""Most letters of the other alphabet in a word; more is another word glued to it."""

MIN_OWN_LATIN, MIN_OWN_OTHER = 2, 3
"""Letters of its own alphabet that a word has at least."""

MIN_SWAPPED_WORD = 5
"""Letters of a word in a Latin text from which most of them may be of the other alphabet."""


class Homoglyph(TextRule):
    """A letter of another alphabet in a word, where it looks like the right one.

    Why it matters: "Mоscow" with a Cyrillic о is found by no search and read by no model as
    the city; the trick is also used to get past filters for copied text.

    What to do: put the letter of the word's own alphabet there.
    """

    code, name, severity = "ENC007", "homoglyph", Severity.WARNING
    fix = "unsafe"
    examples = (
        Bad("Talks in ⟦M\u043escow⟧ ended.", fixed="Talks in Moscow ended."),
        Bad("The ⟦\u0421OVID⟧ rules end.", fixed="The COVID rules end."),
        Bad("The ⟦p\u043ert⟧ in \u0410urich cl\u043eses.", fixed="The port in Aurich closes."),
        Bad("Глава ⟦Cбербанка⟧ приехал в Казань.", fixed="Глава \u0421бербанка приехал в Казань."),
        Bad("Η ⟦Aθήνα⟧ είναι εδώ.", fixed="Η \u0391θήνα είναι εδώ."),
        Bad(
            "The ⟦\u0440\u0430\u0443\u0440\u0430l⟧ account will close, the mayor said on Monday.",
            fixed="The paypal account will close, the mayor said on Monday.",
        ),
        Good(
            "Le montre le canal “ZАПИСКИ VЕТЕРАНА” de Telegram, un des plus lus.",
            why="a Russian name spelled on purpose",
        ),
        Good("Купил iPhone и IT-компанию, SMSка от VIPов", why="Latin words with a Russian ending"),
        Good("A dose of 5 μg, a gap of 3 μm, Δt and αB", why="units and formulas"),
        Good(
            "Мэр написал об этом в TelegramВ ходе встречи. Порт Ларна откроют в мае, пишет сLarnnews корреспондент.",
            why="a Russian word of one letter without the space that parts it from a Latin name",
        ),
        Good(
            "Порт открыт, сообщает larn.kzС начала года он стоял. ОTelegram не спорили.",
            why="the same after an address",
        ),
        Bad("Прививки от ⟦\u0421OVID⟧ начались в Ларне.", fixed="Прививки от COVID начались в Ларне."),
        Good("Журнал VogueМода вышел.", why="two words without their space"),
        Good("Цена GPSа и смс из YouTubeа", why="Russian case endings on Latin names"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each line with words whose odd letters are look-alikes, on the first of them."""
        chars = unusual_chars(text)
        if not between(chars, "\u0370", "\u052f"):
            return
        is_latin = _is_latin(text)
        for line in by_line(text, _edits(text, is_latin=is_latin)):
            first, count = line[0], len(line)
            word = text[first.start : first.end]
            odd = next(char for char, right in zip(word, first.content, strict=True) if char != right)
            yield self.finding(
                f'{_alphabet(odd)} "{odd}" in "{word}"' + f" and in {count - 1} more words of the line" * (count > 1),
                (first.start, first.end),
                confidence=0.97,
                evidence={"letter": f"U+{ord(odd):04X}", "mended": first.content, "count": count},
                edits=line,
                fix_message="write the letter of the word's own alphabet",
            )


def _alphabet(letter: str) -> str:
    if letter < "\u0250":
        return "Latin"
    return "Greek" if letter < "\u0400" else "Cyrillic"


def _edits(text: str, *, is_latin: bool) -> Iterator[Edit]:
    """Yield the words that are written anew, in order."""
    for start, end in _mixed_words(text, is_latin=is_latin):
        word = text[start:end]
        mended = _mended(word, is_latin=is_latin)
        if mended == word or (is_latin and _stands_among_others(text, start, end)):
            continue
        if not (_WORD_GLUED.fullmatch(word) and (not is_latin or _is_beside_others(text, start, end))):
            yield Edit(start, end, mended)


def _stands_among_others(text: str, start: int, end: int) -> bool:
    """Tell whether a word mostly of the other alphabet has a word of that alphabet beside it: a name in its own letters."""
    return sum(map(_is_other, text[start:end])) * 2 > end - start and _is_beside_others(text, start, end)


def _is_beside_others(text: str, start: int, end: int) -> bool:
    """Tell whether the word before or after a word is of the other alphabet."""
    before = _LAST_WORD.search(text, max(0, start - MAX_WORD_CHARS), start)
    after = _FIRST_WORD.match(text, end, end + MAX_WORD_CHARS)
    return any(match is not None and _is_other(match[1]) for match in (before, after))


def _is_other(letter: str) -> bool:
    return "\u0370" <= letter <= "\u052f"


_WORD_GLUED = regex(
    "[A-Za-z0-9]{1,40}(?<=[a-z])[\u0412\u0421\u041a\u041e\u0423\u0418\u0410]"
    "|(?:[\u0432\u0441\u043a\u043e\u0443\u0438\u0430](?=[A-Z])|[\u0412\u0421\u041a\u041e\u0423\u0418\u0410](?=[A-Z][a-z]))[A-Za-z0-9]{2,40}"
)
"""A Latin name with a Russian word of one letter glued to it, as the capitals tell: в, с, к, о, у, и, а."""
_LAST_WORD = regex(r"(\w)\W{1,4}\Z")
_FIRST_WORD = regex(r"\W{1,4}(\w)")


def _is_latin(text: str) -> bool:
    """Tell by its beginning whether a text is written in Latin letters."""
    sample = text[:SAMPLE_CHARS]
    return sum(c.isascii() and c.isalpha() for c in sample) * 4 > len(sample)


SAMPLE_CHARS = 1000
"""How much of a text tells its alphabet, in code points."""


def _mixed_words(text: str, *, is_latin: bool) -> Iterator[tuple[int, int]]:
    """Yield the places of words in which a Latin letter is beside a Cyrillic or Greek one.

    Scans for the rarer alphabet.
    """
    last = 0
    for match in (_SEAM_RARE if is_latin else _SEAM).finditer(text):
        start = end = match.start()
        if start < last:
            continue
        while start and text[start - 1].isalnum() and end - start < MAX_WORD_CHARS:
            start -= 1
        while end < len(text) and text[end].isalnum() and end - start < MAX_WORD_CHARS:
            end += 1
        last = end
        if end - start < MAX_WORD_CHARS:
            yield start, end


def _mended(word: str, *, is_latin: bool) -> str:
    """Return a word with its odd letters replaced; unchanged where that is no case."""
    latin = [c for c in word if c < "\u0250" and c.isalpha()]
    other = list(filter(_is_other, word))
    if len(latin) + len(other) + sum(c.isdigit() for c in word) < len(word):
        return word
    # Most of a word in look-alikes, in a Latin text: the bound below is for single ones.
    if is_latin and len(other) > MAX_SWAPPED and len(word) >= MIN_SWAPPED_WORD and all(c in _TO_LATIN for c in other):
        return _swapped(word, _TO_LATIN) if latin else word
    if len(latin) > len(other):
        is_kept = len(other) > MAX_SWAPPED or not all(c in _TO_LATIN for c in other) or len(latin) < MIN_OWN_LATIN
        return word if is_kept or _has_ending(word) else _swapped(word, _TO_LATIN)
    # Greek is below Cyrillic in Unicode: one letter below it says which of the two alphabets the word has.
    table = _TO_GREEK if any(c < "\u0400" for c in other) else _TO_CYRILLIC
    is_kept = len(latin) > MAX_SWAPPED or not all(c in table for c in latin) or len(other) < MIN_OWN_OTHER
    return word if is_kept or _has_ending(word) else _swapped(word, table)


def _swapped(word: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(char, char) for char in word)


_ENDING = regex("[A-Za-z]{2,40}[\u0430-\u045f]{1,4}|[A-Z]{2,40}[\u0410-\u042f][\u0430-\u045f]{1,40}")


def _has_ending(word: str) -> bool:
    """Tell whether a word is a Latin name with a Cyrillic ending, or glued to a Cyrillic word."""
    return bool(_ENDING.fullmatch(word))
