"""Latin letters of one table of Windows that were read by its neighbour's: "siê" for "się", "deðil" for "değil"."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import Edit, by_line, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_WORDS = {
    "cp1254": "değil şey şu ayrıca aynı bazı karşı sıra dışında olduğu olduğunu başkanı açıkladı yapılan çıktı başladı "
    "sonrası arasında sağlık eğitim kadın yılında altında hakkında şekilde ayrı artık yapıldı alındı başkan doğru",
    "cp1250": "się że są będzie może już też także więc można jeśli została był była było dzień został przyszłość władze "
    "ludność osoby mówi które wśród przeciw poniedziałek piątek środę oraz "
    "při může ještě řekl také především více několik během která proč větší čtvrtek úřad ředitel později tři přes před "
    "první idő idén előtt később jövő első fővárosi erős nő miniszterelnök szerződés vezető belső lehetőség felelős "
    "şi că să după fără până ţară aşa această toţi preşedintele oraş decât însă dacă "
    "će već također između čak reći neće kuća sljedeći općine jučer hoće zašto općina moći",
    "cp1257": "kad už dėl būti jų savo metų šių vyriausybė mažiau daugiau šalies žmonių tūkstančių įmonės "
    "pēc kā bija gadā tiek viņš tikai kurā dažādi kļūt šādi vairāk valstī latvijā nevienu",
}
"""Frequent words of Turkish; Polish, Czech, Hungarian, Romanian, Croatian; Lithuanian, Latvian. Those whose letters are
the same in Windows-1252 are of no use and left aside."""
_READ_AS = "cp1252"
MIN_WORDS = 3
"""Different misread words from which a text was read by the wrong table."""
_STRIPPED = ".,;:!?\"'()[]„”“«»…"


class Cousin(NamedTuple):
    """A line with misread letters."""

    start: int
    end: int
    edits: Sequence[Edit]
    encoding: str


def cousin_lines(text: str, chars: frozenset[str]) -> Iterator[Cousin]:
    """Yield the lines with letters that another table of Windows has for the same bytes, in order; linear in the text."""
    telling = [char for char in chars if char.lower() in _telling()]
    if chars.isdisjoint(_telling()) or sum(map(text.count, telling)) < MIN_WORDS:
        return
    table = _table_of(text)
    if table:
        letters = [Edit(*match.span(), _letters(table)[match.group()]) for match in _changed(table).finditer(text)]
        for line in by_line(text, letters):
            yield Cousin(line[0].start, line[-1].end, line, table)


def _table_of(text: str) -> str:
    """Return the table by whose misread words a text shows that it should have been read; empty where none does."""
    words = {word.strip(_STRIPPED).lower() for word in set(text.split()) if not word.isascii()}
    known = _misread()
    counts = Counter(known[word] for word in words & known.keys())
    (table, count), *_ = (*counts.most_common(1), ("", 0))
    return table if count >= MIN_WORDS and words.isdisjoint(_right(table)) else ""


@cache
def _misread() -> dict[str, str]:
    """Return the frequent words as they look when misread, with the table that they are in."""
    return {_as_misread(word, table): table for table in _WORDS for word in _right(table)}


@cache
def _right(table: str) -> frozenset[str]:
    """Return the frequent words of a table that look otherwise when misread."""
    known = [word for word in _WORDS[table].split() if len(word) > 1]
    return frozenset(
        word for word in known if len(_as_misread(word, table)) == len(word) and _as_misread(word, table) != word
    )


def _as_misread(word: str, table: str) -> str:
    return word.encode(table, "ignore").decode(_READ_AS, "ignore").lower()


@cache
def _letters(table: str) -> dict[str, str]:
    """Return what letters stand for where the two tables have different ones."""
    pairs = [(_one(byte, _READ_AS), _one(byte, table)) for byte in range(0x80, 0x100)]
    return {read: right for read, right in pairs if read != right and right.isalpha() and read}


def _one(byte: int, table: str) -> str:
    return bytes([byte]).decode(table, "ignore")


@cache
def _telling() -> frozenset[str]:
    """Return the letters of misread words that are others in the right ones."""
    words = [(word, _as_misread(word, table)) for table in _WORDS for word in _right(table)]
    return frozenset(
        read for word, misread in words for right, read in zip(word, misread, strict=True) if read != right
    )


@cache
def _changed(table: str) -> re.Pattern[str]:
    read = "".join(_letters(table))
    return regex(rf"(?<=[^\W\d_])[{read}]|[{read}](?=[^\W\d_])")
