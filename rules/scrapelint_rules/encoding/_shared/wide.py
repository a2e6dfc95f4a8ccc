"""UTF-8 in a text of another script that was read by a table of Chinese, Japanese or Korean: "it鈥檚"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrapelint.plugin import by_line, regex
from scrapelint_rules.encoding._shared.anomalies import anomalies, has_impossible
from scrapelint_rules.encoding._shared.tables import HAN
from scrapelint_rules.encoding._shared.utf8 import Reading, gain_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = regex(r"[^\x00-\x7f]+")
_FIRST = "\u2e80"
MAX_SHARE = 0.2
"""Largest share of characters of these scripts in a line of another one that is looked at."""
MAX_SAMPLE_CHARS = 2000
"""How much of a line is looked at around a place, in code points, so that cost is linear."""
_MARKS = frozenset("’‘“”–—…•£©®°™«»")
_BEFORE_DIGIT = frozenset("£€¥")


def wide_readings(text: str, chars: frozenset[str]) -> dict[int, list[Reading]]:
    """Return by the end of each line the stretches that are UTF-8 read as Chinese, Japanese or Korean, in order."""
    best: dict[int, list[Reading]] = {}
    if not any(char >= _FIRST for char in chars):
        return best
    for encoding in HAN:
        if not chars.isdisjoint(_telling(encoding)):
            for line in by_line(text, _runs(text, encoding)):
                end = text.find("\n", line[0].end)
                if _is_narrow(text, line[0].start) and gain_of(line) > gain_of(best.get(end, ())):
                    best[end] = _without_fix(line) if _has_others(text, line, end) else line
    return best


def _without_fix(line: list[Reading]) -> list[Reading]:
    return [reading._replace(exact=False) for reading in line]


def _has_others(text: str, line: list[Reading], end: int) -> bool:
    """Tell whether more of the line is misread than can be read: bytes were lost."""
    start = text.rfind("\n", 0, line[0].start) + 1
    stretch = text[start : end if end >= 0 else len(text)]
    others = sum(char >= _FIRST for char in stretch) - sum(
        char >= _FIRST for r in line for char in text[r.start : r.end]
    )
    return others > 0 or "\ufffd" in stretch


def _is_narrow(text: str, at: int) -> bool:
    """Tell whether the line around a place is not itself written in one of these scripts."""
    start = max(text.rfind("\n", max(0, at - MAX_SAMPLE_CHARS), at), at - MAX_SAMPLE_CHARS, 0)
    sample = text[start : start + MAX_SAMPLE_CHARS].lstrip("\n").partition("\n")[0]
    return sum(char >= _FIRST for char in sample) < MAX_SHARE * len(sample)


@cache
def _telling(encoding: str) -> frozenset[str]:
    """Return the characters by which the commonest marks and letters of Latin and Cyrillic begin."""
    leads = [bytes([first, second]) for first in (0xC2, 0xC3, 0xC4, 0xC5, 0xD0, 0xD1) for second in range(0x80, 0xC0)]
    found = {lead.decode(encoding, "ignore") for lead in [b"\xe2\x80", b"\xe2\x82", *leads]}
    return frozenset(char for char in found if len(char) == 1 and char >= _FIRST)


def _runs(text: str, encoding: str) -> Iterator[Reading]:
    for match in _RUN.finditer(text):
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        reading = _read(match.group(), before, after, encoding)
        if reading:
            yield reading._replace(start=match.start(), end=match.end())


def _read(run: str, before: str, after: str, encoding: str) -> Reading | None:
    try:
        content = run.encode(encoding).decode("utf-8")
    except UnicodeError:
        return None
    if has_impossible(content) or any(char >= _FIRST for char in content) or not _is_likely(run, content):
        return None
    gain = anomalies(before + run + after) - anomalies(before + content + after)
    gain += 2 * any(char in _MARKS for char in content) * (content[0] not in _BEFORE_DIGIT or after.isdigit())
    return Reading(0, 0, content, gain, exact=True, encoding=encoding) if gain > 0 else None


def _is_likely(run: str, content: str) -> bool:
    """Tell whether one character alone is no syllable of Japanese or Korean beside a foreign name."""
    return len(run) > 1 or ("\u4e00" <= run <= "\u9fff" and content < "\u0180") or content in _MARKS
