"""UTF-8 that was read with another table: which one it was, and what stood there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import by_line, regex
from scrapelint_rules.encoding._shared.anomalies import anomalies, has_impossible
from scrapelint_rules.encoding._shared.tables import SINGLE, first_bytes, second_bytes, to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ONE = rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
_SEQUENCE = re.compile(_ONE)
_BEYOND = regex(r"[^\x00-\x7f][^\x00-\x7f]+")
"""Two characters beyond ASCII, of which UTF-8 that was misread has at least so many, or more side by side."""
_START = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_FIRST = rb"[\xc2-\xf4]"
_REST = rb"(?:(?<=[\xc2-\xdf])[\x80-\xbf]|(?<=[\xe0-\xef])[\x80-\xbf]{2}|(?<=[\xf0-\xf4])[\x80-\xbf]{3})"
_ALONE = rb"(?<![\x80-\xff].)" + _REST + _ONE + rb"*(?![\x80-\xff])"
_RUN = re.compile(_FIRST + b"(?:" + _ALONE + b"|" + _REST + _ONE + b"{2})", re.DOTALL)
"""What UTF-8 alone has: between two characters of ASCII nothing else, or several in a row.

The first byte is first, so that all others are passed over at once.
"""
_CUT = (0xC2, 0xC3)
"""First bytes after which the second may have become a plain space: of a non-breaking space, of "à"."""
_GAP = re.compile(rb"[ \t\r\n]")
_GAPS = (b" ", b"\n", b"\t", b"\r")
_CONTROLS = dict.fromkeys(range(0x80, 0xA0))
"""Left where a text was misread twice, and read away in the second round."""
MAX_ROUNDS = 3
"""How often one text may have been misread in a row."""
MIN_COVERED = 0.5
"""Least share of the characters beyond ASCII in a word that have to be part of UTF-8."""


class Reading(NamedTuple):
    """What a stretch of a text should read."""

    start: int
    end: int
    content: str
    gain: int
    """How many anomalies fewer it has, less the characters that are left over."""
    exact: bool
    """Whether no byte is left over and none was lost."""
    encoding: str
    """The table by which it was misread."""


def readings(text: str, chars: frozenset[str]) -> dict[int, list[Reading]]:
    """Return by the end of each line the words that are UTF-8 read with another table, in order.

    Of the tables that explain a line the one counts that leaves the fewest anomalies. Linear in the text,
    for each table of which both a first and a rare second byte occur; `chars` are the text's unusual characters.
    """
    best: dict[int, list[Reading]] = {}
    for encoding in _tables(text, chars):
        for words in by_line(text, _words(text, encoding)):
            end = text.find("\n", words[0].end)
            known = best.get(end, [])
            if _explains(words) > _explains(known):
                best[end] = words
            elif _is_rival(words, known):
                best[end] = [reading._replace(exact=False) for reading in known]
    finished = {end: _finished(text, line, end) for end, line in best.items()}
    return {end: line for end, line in finished.items() if line}


def _finished(text: str, words: list[Reading], end: int) -> list[Reading]:
    """Return the readings of a line; none where they leave most of it odd, no exact ones where they leave some."""
    found = [reading for reading in map(_again, words) if not has_impossible(reading.content)]
    start = text.rfind("\n", 0, words[0].start) + 1
    gain = gain_of(found)
    left = anomalies(text[start : end if end >= 0 else len(text)]) - gain
    if left > gain:
        return []
    return found if left * MIN_MENDED <= gain else [reading._replace(exact=False) for reading in found]


MIN_MENDED = 5
"""Least number of anomalies that go for each that stays where a fix is offered."""


def _is_rival(words: list[Reading], known: list[Reading]) -> bool:
    """Tell whether a table explains a line as well as another, and otherwise; Windows-1252 is likelier than all."""
    equal = known and _explains(words) == _explains(known) and known[0].encoding != "cp1252"
    return bool(equal) and [r.content for r in words] != [r.content for r in known]


def _explains(line: Sequence[Reading]) -> tuple[int, int]:
    """Return how well a table explains a line; of no worth where no word reads better for it."""
    gain = gain_of(line)
    return (gain, len(line)) if gain else (0, 0)


def gain_of(line: Iterable[Reading]) -> int:
    """Return by how much the readings of a line make it better."""
    return sum(reading.gain for reading in line)


def _tables(text: str, chars: frozenset[str]) -> Iterator[str]:
    """Yield the candidates by which something in a text begins like UTF-8: most often nothing does."""
    candidates = list(_candidates(chars))
    beyond = " ".join(set(_BEYOND.findall(text))) if candidates else ""
    return (encoding for encoding in candidates if _START.search(to_bytes(beyond, encoding)))


def _candidates(chars: frozenset[str]) -> Iterator[str]:
    telling = {encoding for char in chars.intersection(_telling()) for encoding in _telling()[char]}
    if chars >= _QUOTE or "Ã" in chars or (chars & _LEADS and chars & _SECONDS):
        telling.update(_QUOTED)
    ordered = sorted(chars)
    for first, last, tables in _ALPHABETS:
        # A few letters of an alphabet are misread bytes; many are the language of the text.
        if 0 < bisect_right(ordered, last) - bisect_left(ordered, first) <= MAX_STRAY:
            telling.update(tables)
    return (e for e in SINGLE if e in telling and not chars.isdisjoint(first_bytes(e)))


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    """Return for each character that an honest text hardly has by which tables it stands for a byte of UTF-8."""
    found: dict[str, tuple[str, ...]] = {}
    for encoding in SINGLE:
        for char in second_bytes(encoding) | first_bytes(encoding):
            if not _is_honest(char):
                found[char] = (*found.get(char, ()), encoding)
    return found


def _is_honest(char: str) -> bool:
    return char in _HONEST or (char.isalpha() and char not in _RARE_LETTERS)


_RARE_LETTERS = frozenset("ŸƒŒˆ˜ЂђѓЃќЌџЏªº")
_ALPHABETS = (("Ѐ", "ӿ", ("cp1251", "cp866", "koi8_r")), ("Ͱ", "Ͽ", ("cp1253",)), ("ก", "๛", ("cp874",)))
MAX_STRAY = 12
"""Different letters of another alphabet up to which they may stand for bytes in a text that is not written in it."""
_LEADS, _SECONDS = frozenset("ÅÄ"), frozenset("¡½¾¿´²³")
"""First and second bytes of Slavic letters, each of which an honest text may have."""
_QUOTE = frozenset("â€")
_QUOTED = ("cp1252", "cp1250", "cp1254")
"""Where quotation marks begin with these two, and all that follows may be a mark of an honest text."""
_HONEST = frozenset("\u200c\u200d\u200e\u200f،؛؟ـ´¡¿²³½“”„–—…«»’‘•·\xa0°€№§ё")


def _words(text: str, encoding: str) -> Iterator[Reading]:
    """Yield the words with UTF-8 in them that read no worse decoded."""
    raw = to_bytes(text, encoding)
    end = 0
    for match in _RUN.finditer(raw):
        if match.start() < end:
            continue
        start = max(raw.rfind(gap, end, match.start()) + 1 for gap in _GAPS)
        start, end = max(start, end), _end(raw, match.end())
        word = _with_space(text[start:end], raw[start:end], text[end : end + 1])
        if reading := _read(*word, encoding):
            yield reading._replace(start=start, end=end)


def _end(raw: bytes, at: int) -> int:
    """Return where the word around a place ends."""
    match = _GAP.search(raw, at)
    return match.start() if match else len(raw)


def _with_space(word: str, piece: bytes, after: str) -> tuple[str, bytes]:
    """Return a word with the non-breaking space that became a plain one after its first byte."""
    is_cut = after == " " and piece[-1] in _CUT and not word[-2:-1].isupper()
    return (word + "\xa0", piece + b"\xa0") if is_cut else (word, piece)


def _read(word: str, piece: bytes, encoding: str) -> Reading | None:
    content, covered = _decoded(word, piece)
    beyond = sum(byte >= 0x80 for byte in piece)
    if not covered or covered < MIN_COVERED * beyond or has_impossible(content.translate(_CONTROLS)):
        return None
    gain = anomalies(word) - anomalies(content) - (beyond - covered)
    return Reading(0, len(word), content.rstrip("\xa0"), gain, covered == beyond, encoding) if gain >= 0 else None


def _decoded(word: str, piece: bytes) -> tuple[str, int]:
    """Return a word with the UTF-8 in its bytes decoded, and how many of its characters that was."""
    parts, end, covered = [], 0, 0
    for match in _SEQUENCE.finditer(piece):
        parts += [word[end : match.start()], match.group().decode("utf-8", "replace")]
        end = match.end()
        covered += end - match.start()
    return "".join([*parts, word[end:]]), covered


def _again(reading: Reading) -> Reading:
    """Return a reading that was misread more than once as it stood at first."""
    for _ in range(MAX_ROUNDS):
        content = reading.content
        found = (_read(content, to_bytes(content, e), e) for e in _candidates(frozenset(content)))
        best = max(filter(None, found), key=lambda r: r.gain, default=None)
        if best is None or best.gain < 1:
            break
        reading = reading._replace(
            content=best.content, gain=reading.gain + best.gain, exact=reading.exact and best.exact
        )
    return reading
