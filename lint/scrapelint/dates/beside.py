"""What is beside a date: its weekday and its time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapelint.dates import shapes
from scrapelint.dates.found import Clock
from scrapelint.dates.names import key, may_be_weekday, names
from scrapelint.finding import Span
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from scrapelint.dates.found import FoundDate
    from scrapelint.dates.names import Language

REACH_CHARS = 26
"""How far from a date its weekday may begin, in code points."""
WEEKDAY_CHARS = 3
"""Length of a weekday in Chinese and Japanese, where no space parts it from the next word."""
SHORT = 3
"""Longest weekday that may be another word."""
MAX_INITIALS = 2
"""So many capitals before a date are rather a newspaper ("FR, 28.2.2013") than a weekday."""
MAX_HOUR = 29
"""What is more is no hour, not even a wrong one: a length, a result."""
OFFSETS = {
    "z": 0, "gmt": 0, "utc": 0, "wet": 0, "bst": 60, "cet": 60, "mez": 60, "west": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "msk": 180, "ist": 330, "sgt": 480, "hkt": 480, "jst": 540, "kst": 540, "aest": 600,
    "aedt": 660, "est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "pt": -480, "brt": -180,
}  # fmt: skip
"""Minutes east of Greenwich by the letters of a zone."""

_EDGES = " \u00a0\u202f\t,.،:;()[]{}|/*+–—-"
_BREAKS = " \u00a0?!.:,(|»\t"
_ARTICLES = frozenset("den the le el la il o a am der ngày d dem на в у".split())
_LETTER = r"[^\s\d.,،;:!?(){}|/\[\]\"“”„«»<>=+*•·–—（）]"
_AFTER = regex(rf"[ \u00a0]?(?P<mark>[,،|/–-]|[(（\[])?[ \u00a0]?(?P<word>{_LETTER}{{1,14}}(?:[ ]{_LETTER}{{1,8}})?)")
_CLOSES = regex(
    r"\.?[ \u00a0]{0,2}(?:$|[)）\]|,،.;:–—・/-]|\d{1,2}[:.h時]|\d{1,2} ?[ap]m|um |at |às |a las |alle )", re.MULTILINE
)
_JOINS = regex(r"(?:[-–/&]|\b(?:to|and|bis|und|y|et|al|au|till|til|–))[ ]?$")

_AT = "at|um|à|a las|alle|ore|às|as|kl\\.?|klo|om|o godz\\.|godz\\.|o|в|у|ob|u|pukul|saat|às|ال?ساعة|lúc|den"
_UNIT = "Uhr|h|uur|hrs|heures|น\\."
_CLOCK = regex(
    rf"[ \u00a0]{{0,2}}(?:T|,|\||[-–—/•·@»]|\()?[ \u00a0]{{0,2}}(?:(?:{_AT})\b[ \u00a0:]{{0,2}})?(?P<hour>\d{{1,2}})"
    r"(?:(?:[:.h時]|Uhr |: )(?P<minute>\d{2})(?!\d|\.\d)(?::\d{2}(?:\.\d{1,9})?)?)?[ \u00a0]?(?P<half>[ap]\.?m\b\.?)?"
    rf"(?P<unit>[ \u00a0]?(?:{_UNIT})(?!\w))?[ \u00a0]?"
    r"\(?(?P<zone>(?:UTC|GMT)?[+-]\d{1,2}:?(?:\d{2})?\b|[A-Z]{2,4}\b|Z\b)?",
    re.IGNORECASE,
)


def weekday(text: str, found: FoundDate, language: Language) -> tuple[int, Span] | None:
    """Return the weekday beside a date, from 0 for Monday, and where it is; None where there is none.

    The word right before the date counts, else one after it that a bracket, a comma or the end of the line sets apart.
    """
    return _before(text, found.span.start, language) or _after(text, found, language)


def clock(text: str, end: int) -> tuple[Clock, int] | None:
    """Return the time that follows here, and the offset after it; None where there is none."""
    suffix = shapes.SUFFIX.match(text, end)
    match = (suffix and _CLOCK.match(text, suffix.end())) or _CLOCK.match(text, end)
    # A number alone after a date is anything: an hour says so, or has minutes.
    if not match or not (match["minute"] or match["half"] or match["unit"]):
        return None
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if hour > MAX_HOUR:
        return None
    if half and hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    zone = offset(match["zone"] or "")
    end = match.start("zone") if match["zone"] and zone is None else match.end()
    written = text[match.start() : end].rstrip(" \u00a0(")
    return Clock(hour, int(match["minute"] or 0), zone), match.start() + len(written)


def offset(zone: str) -> int | None:
    """Return how many minutes a zone is east of Greenwich, or None for letters that name none."""
    if not zone or zone[-1].isalpha():
        return OFFSETS.get(zone.lower())
    sign = -1 if "-" in zone else 1
    digits = re.sub(r"\D", "", zone)
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return sign * (int(hours) * 60 + int(minutes))


def _before(text: str, start: int, language: Language) -> tuple[int, Span] | None:
    low = max(0, start - REACH_CHARS)
    stretch = text[max(low, text.rfind("\n", low, start) + 1) : start]
    last = stretch.rstrip(_EDGES)
    for edge in _BREAKS:
        last = last.rpartition(edge)[2]
    if last not in _ARTICLES and not may_be_weekday(last):
        return None
    words = _words(stretch)
    while words and words[-1][0] in _ARTICLES:
        words.pop()
    base = start - len(stretch)
    # Names of weekdays have two words in Vietnamese, say.
    for count in (1, 2):
        name, low, high = _joined(words[-count:])
        number = names().weekday(name, language) if name else None
        if number is not None and not _is_other_word(stretch[low:high], stretch[:low]):
            return None if _is_one_of_two(stretch[:low], words[:-count]) else (number, Span(base + low, base + high))
    return None


def _joined(words: list[tuple[str, int, int]]) -> tuple[str, int, int]:
    """Return words as one name, with its bounds."""
    return (" ".join(word for word, _, _ in words), words[0][1], words[-1][2]) if words else ("", 0, 0)


def _is_other_word(word: str, before: str) -> bool:
    """Tell whether a short weekday is initials, a newspaper or a verb: "FR, 28.2.2013", "The Sun", "they wed"."""
    if len(word) > SHORT:
        return False
    is_verb = word in {"sun", "wed", "sat", "mon"}
    return is_verb or (word.isupper() and len(word) <= MAX_INITIALS) or before.lower().endswith("the ")


def _words(stretch: str) -> list[tuple[str, int, int]]:
    """Return the last words, folded, with their bounds."""
    found = [(key(m.group()), m.start(), m.end()) for m in re.finditer(rf"{_LETTER}+(?:\.{_LETTER})?", stretch)]
    if not found or not re.fullmatch(r"[\s.,،(|:–-]{0,4}", stretch[found[-1][2] :]):
        return []
    return found[-4:]


def _is_one_of_two(before: str, words: list[tuple[str, int, int]]) -> bool:
    """Tell whether another weekday is joined to this one: which of them belongs to the date is open."""
    return bool(_JOINS.search(before)) and any(may_be_weekday(word) for word, _, _ in words[-2:])


def _after(text: str, found: FoundDate, language: Language) -> tuple[int, Span] | None:
    suffix = shapes.SUFFIX.match(text, found.span.end)
    match = _AFTER.match(text, suffix.end() if suffix else found.span.end)
    if match is None:
        return None
    for word in _forms(match["word"]):
        end = match.start("word") + len(word)
        is_apart = found.order == "ymd" or bool(_CLOSES.match(text, end))
        number = names().weekday(key(word), language) if is_apart and may_be_weekday(word) else None
        # Without a mark between, only dates with the year first, and Turkish ones, have their weekday after them.
        if number is not None and (match["mark"] or found.order == "ymd" or language() == "tr"):
            is_bracketed = (match["mark"] or " ") in "(（[" and text[end : end + 1] in {")", "）", "]"}
            return number, Span(match.start("word"), end + is_bracketed)
    return None


def _forms(words: str) -> tuple[str, ...]:
    """Return what a weekday may be of the words after a date: both, the first, or its first characters."""
    return words, words.partition(" ")[0], words[:WEEKDAY_CHARS]
