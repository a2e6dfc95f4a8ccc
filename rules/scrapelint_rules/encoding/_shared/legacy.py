"""Texts in an older encoding that were read as another one."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.plugin import regex
from scrapelint_rules.encoding._shared.anomalies import anomalies, has_impossible
from scrapelint_rules.encoding._shared.familiar import familiar_share
from scrapelint_rules.encoding._shared.tables import HAN, decoded_bytes, to_bytes
from scrapelint_rules.encoding._shared.unusual_characters import between

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Iterable, Iterator

LATIN = ("cp1252", "mac_roman", "cp1250", "cp1254", "cp1257", "iso8859_2")
CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")
_FROM_LATIN = (
    "cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874", "iso8859_5", "cp866", "mac_cyrillic", "gb18030", "big5",
    "cp949", "euc_jp", "cp932",
)  # fmt: skip
MIN_HIGH_SHARE = 0.5
"""Least share of characters beyond ASCII in a line, white space left out; French has .1, Icelandic .2."""
MIN_HIGH_CHARS = 8
MIN_HIGH_KINDS = 3
"""Least different ones: a rule of dashes or dots is no word, whatever letter it would be."""
MIN_FAMILIAR = 0.6
"""Least share of frequent letters in a reading; texts in their own script have .7 and more."""
MAX_ANOMALIES = 0.08
"""Most anomalies in a reading, for each character beyond ASCII."""
MIN_GAIN = 0.3
MIN_GAIN_CYRILLIC = 0.12
"""By how much the share of frequent letters has to rise; Cyrillic letters that change places have .6, right ones .8."""
MIN_TELLING_CYRILLIC = 20
"""Fewest Cyrillic letters whose share of frequent ones says something: any table makes another word of a short one.

Shorter lines are read by the table of the others.
"""


_STRETCH = regex(r"[^ \t\r\n\uff1a][^\r\n\uff1a]*")
"""A line, or one side of a wide colon in it: Chinese that reads well may introduce some that does not."""


_BLANKS = " \t\r"


class Legacy(NamedTuple):
    """A line of a text that was read with another table."""

    start: int
    end: int
    content: str
    encoding: str
    """The encoding that its bytes are in."""
    read_as: str
    exact: bool
    """Whether its bytes come back whole."""


def legacy_lines(text: str, chars: frozenset[str], known: Collection[int] = ()) -> list[Legacy]:
    """Return the lines whose bytes make a readable text of another script or table, in order.

    `known`: ends of lines that are not looked at. Linear in the text; a long line is judged by its beginning first.
    """
    pairs = list(_pairs(text, chars))
    stretches = (
        [match for match in _STRETCH.finditer(text) if text.find("\n", match.end()) not in known] if pairs else []
    )
    found = []
    for match in sorted(stretches, key=_is_brief):
        best = _best(match.group(), pairs)
        if best:
            pairs.insert(0, (best.read_as, (best.encoding,)))
            found.append(best._replace(start=match.start(), end=match.start() + len(match.group().rstrip(_BLANKS))))
    return sorted(found, key=attrgetter("start"))


def _is_brief(stretch: re.Match[str]) -> bool:
    return stretch.end() - stretch.start() < MIN_TELLING_CYRILLIC


def _pairs(text: str, chars: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the encodings by which a text may have been read, each with those that it may be in."""
    if _has_runs(text, chars):
        yield from ((read_as, _FROM_LATIN) for read_as in LATIN)
    if between(chars, "\u0400", "\u04ff") and _is_odd_cyrillic(text):
        yield from ((read_as, CYRILLIC) for read_as in CYRILLIC)
    if between(chars, "\u3400", "\ud7a3") and _is_odd_han(text):
        yield from ((read_as, ("utf-8", *HAN, "euc_jp")) for read_as in HAN)


def _has_runs(text: str, chars: frozenset[str]) -> bool:
    """Tell, at little cost, whether words of letters beyond ASCII alone are in a text of Latin letters."""
    if (
        len(chars) < MIN_HIGH_CHARS
        or sum("\u0370" <= char < "\u1e00" or char > "\u2e80" for char in chars) > MAX_FOREIGN
    ):
        return False
    raw = text.encode("ascii", "replace")
    return b"??????" in raw or b"??? ???" in raw


MAX_FOREIGN = 4
"""Different characters of other scripts that may be in a text of Latin letters."""


def _is_odd_cyrillic(text: str) -> bool:
    """Tell, at little cost, whether capitals or marks are inside Cyrillic words."""
    kinds = text.encode("cp1251", "replace").translate(_CASES)
    odd = kinds.count(b"cC")
    if odd and kinds.count(b"C") > kinds.count(b"c"):  # KOI8-R keeps its capitals where Windows-1251 has small letters
        return True
    return odd + kinds.count(b"c$c") >= MIN_ODD_PAIRS


def _case(char: str) -> str:
    if char.isalpha() and char > "\x7f":
        return "C" if char.isupper() else "c"
    return "$" if char in _IN_WORDS else " "


_IN_WORDS = "?®¤¬¦¨©ЄЎў±°"
"""What is inside words that were read by another table; the question mark for what Windows-1251 does not have."""


_CASES = "".join(map(_case, decoded_bytes("cp1251"))).encode("latin-1")
MIN_ODD_PAIRS = 4


def _is_odd_han(text: str) -> bool:
    """Tell from its beginning whether the Chinese characters of a text are hardly ever frequent ones."""
    sample = [char for char in text[:MAX_SAMPLE_CHARS] if "\u3400" <= char <= "\ud7a3"]
    if len(sample) < MIN_HAN_CHARS:
        return False
    return familiar_share("".join(sample)) < MAX_ODD_SHARE or len(_TELLING.intersection(text)) > 1


MAX_SAMPLE_CHARS = 600
MIN_HAN_CHARS = 12
MAX_ODD_SHARE = 0.2
_TELLING = frozenset("鐨锛銆紝殑鏄浠鍦绗鍙鏈")
"""What the commonest Chinese characters and marks look like when their UTF-8 is read as GBK."""


def _best(line: str, pairs: Iterable[tuple[str, tuple[str, ...]]]) -> Legacy | None:
    visible = "".join(line.split())
    high = [char for char in visible if char > "\x7f"]
    if len(high) < MIN_HIGH_CHARS or len(high) < MIN_HIGH_SHARE * len(visible) or len(set(high)) < MIN_HIGH_KINDS:
        return None
    sample = line[:MAX_SAMPLE_CHARS]
    beyond = sum(char > "\x7f" for char in sample)
    best: tuple[float, Legacy | None] = (0.0, None)
    for read_as, targets in pairs:
        if read_as in CYRILLIC and len(targets) > 1 and len(high) < MIN_TELLING_CYRILLIC:
            continue
        best = max((best, *_scored(sample, read_as, targets, beyond)), key=_score)
        if len(targets) == 1 and best[1]:  # what explained a line before
            break
    if best[1] is None or len(sample) == len(line):
        return best[1]
    whole = list(_scored(line, best[1].read_as, (best[1].encoding,), len(high)))
    return whole[0][1] if whole else None


def _score(scored: tuple[float, Legacy | None]) -> float:
    return scored[0]


def _scored(line: str, read_as: str, targets: Iterable[str], high: int) -> Iterator[tuple[float, Legacy]]:
    raw = _raw(line, read_as)
    if raw is None:
        return
    before = 0.0 if read_as in LATIN else familiar_share(line)
    least = before + (MIN_GAIN_CYRILLIC if read_as in CYRILLIC else MIN_GAIN)
    for encoding in targets:
        content = raw.decode(encoding, "replace") if encoding != read_as else line
        if read_as in CYRILLIC and anomalies(content) > anomalies(line):
            continue
        score = _readable_utf8(content) if encoding == "utf-8" else _readable(content, high, least)
        if score:
            exact = (
                "\ufffd" not in content
                and content.encode(encoding, "replace") == raw
                and raw.count(b"?") == line.count("?")
                and not anomalies(content)
            )
            yield score - raw.count(b"?") / len(raw), Legacy(0, 0, content.rstrip(_BLANKS), encoding, read_as, exact)


def _raw(line: str, read_as: str) -> bytes | None:
    """Return the bytes of a line; None where the encoding does not have nearly all of its characters."""
    if read_as in HAN:
        # Windows has the euro at the byte 80, where GBK has none: it stands for half of a character.
        raw = b"\x80".join(part.encode(read_as, "replace") for part in line.replace("\ufffd", "?").split("€"))
    else:
        raw = to_bytes(line, read_as)
    lost = raw.count(b"?") - line.count("?")
    return raw if lost <= MAX_LOST * len(line) else None


MAX_LOST = 0.03
"""Most characters of a line, as a share, that the encoding need not have."""
MAX_LOST_UTF8 = 0.25
"""The same for a reading as UTF-8, whose bytes prove it."""


def _readable(content: str, high: int, least: float) -> float:
    """Return how well a reading reads, from 0 for not at all."""
    lost = content.count("\ufffd")
    plain = content.replace("\ufffd", "")
    if lost > MAX_LOST * len(content) or has_impossible(plain):
        return 0.0
    share = familiar_share(plain) - CAPITALS_COST * _capital_share(plain)
    odd = anomalies(plain) / high
    if share < max(MIN_FAMILIAR, least) or odd > MAX_ANOMALIES:
        return 0.0
    return share - ODD_COST * odd - lost / len(content)


def _readable_utf8(content: str) -> float:
    """Return how well a reading as UTF-8 reads; its bytes prove it, whatever its script."""
    lost = content.count("\ufffd")
    if lost > MAX_LOST_UTF8 * len(content) or has_impossible(content.replace("\ufffd", "")):
        return 0.0
    return 1 - lost / len(content)


def _capital_share(text: str) -> float:
    """Return the share of capitals among letters of two cases beyond ASCII."""
    small = sum(char.islower() for char in text if char > "\x7f")
    capitals = sum(char.isupper() for char in text if char > "\x7f")
    return capitals / (small + capitals) if capitals else 0.0


ODD_COST = 3
"""What a reading loses for each anomaly a character: marks where letters should be are no part of the other share."""
CAPITALS_COST = 0.3
"""What a reading all in capitals loses: KOI8-R has them where other alphabets have small letters."""
