"""ENC001 mojibake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint import Bad, DocumentRule, Edit, Good, Severity, excerpt, regex
from scrapelint_rules.encoding._shared.unusual_characters import between, unusual_chars

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint import Document, Finding

# What the bytes 80 to BF look like when they are read as Windows-1252 or Latin-1.
_NEXT = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_UNIT = (
    f"(?:[\xc2-\xd6\xd8-\xdf]{_NEXT}|(?:\xd7{_NEXT}){{2}}|[\xe0-\xef]{_NEXT}{{2}}|[\xf0-\xf4]{_NEXT}{{3}}"
    "|вЂ[\u0400-\u045f\x80-\xbf€™љ›њќћџ“”•–—„…†‡‰‹]|‚Ä[ôúùìîòû¶¢]"
    "|(?<![A-ZÀ-Þ])Ã (?=[a-z ])|(?<![A-ZÀ-Þ])Â(?=[ \n]))"
)
_CYRILLIC_UNIT = "(?:[РС][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\xa0ЎўЈ¤Ґ¦§Ё©Є«¬\xad®Ї°±Ііґµ¶·ё№є»јЅѕї])"
_RUN = regex(
    f"{_UNIT}++(?:[ ,.-]{{1,2}}{_UNIT}{{2,}}+)*+"
    f"|{_CYRILLIC_UNIT}{{3,}}+(?:[ ,.-]{{1,2}}{_CYRILLIC_UNIT}{{2,}}+)*+"
    "|[\x80-\x9f]++"
)
# Only ever one character of these pairs stands in a text that was read well.
_PAIRS = ("â€", "â‚", "â„", "â†", "â–", "â—", "âœ", "âš", "ï»", "ï¼", "ï¬", "ðŸ", "ã€", "ã‚", "ãƒ", "вЂ", "‚Ä")
_CAPITAL_LEADS = frozenset("ÃÂÐÑØÙÎÏÅÄÊÉËÌÒÓ×")
MAX_LEADS = 200
"""Occurrences of a capital that are looked at; a text with more of them is searched in full."""
_CYRILLIC_LEADS = frozenset("РС")
_CYRILLIC_NEXT = frozenset("ЂЃѓЉЊЌЋЏђљњќћџЎўЈ¤Ґ¦§Є¬®Ї°±Іґµ¶·єјЅѕї")
_NEXT_CHARS = frozenset(
    " ¡¢£¤¥¦§¨ª¬\xad®¯°±²³´µ¶¹º¼½¾€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ©«»·¸¿\xa0" + "".join(map(chr, range(0x80, 0xA0)))
)
_RARE_NEXT = frozenset("¡¢£¤¥¦§¨ª¬®¯±²³´µ¶¹º¼½¾‚ƒ†‡ˆ‰Š‹ŒŽ˜š›žŸ")
_CJK_LEADS = frozenset("äåæçèéàáêëìí")
MIN_CJK_RARE = 2
MIN_RARE = 4
"""Different rare characters from which a text with é or ä may be misread Chinese; French and German stay below."""


class Mojibake(DocumentRule):
    """Letters that were decoded with the wrong table, as in "CafÃ©".

    Why it matters: the word is lost for search, for counting and for training, and the
    tokens that take its place stand in no other text.

    What to do: mend it, and read the page with the encoding that its bytes have, mostly UTF-8.
    """

    code, name, severity = "ENC001", "mojibake", Severity.ERROR
    fix = "safe"
    examples = (
        Bad("The caf⟦Ã©⟧ opens at nine.", fixed="The café opens at nine."),
        Bad("It⟦â€™⟧s over, she said.", fixed="It’s over, she said."),
        Bad("⟦ÐŸÑ€Ð¸Ð²ÐµÑ‚⟧!", fixed="Привет!"),
        Bad("El ni⟦Ã±⟧o volvi⟦Ã³⟧ a casa.", fixed="El niño volvió a casa."),
        Bad("Der Rat tagt f⟦Ã¼⟧r zwei Tage.", fixed="Der Rat tagt für zwei Tage."),
        Bad("It cost ⟦Â£⟧20.", fixed="It cost £20."),
        Bad("They don⟦\x92⟧t know.", fixed="They don’t know."),
        Good("Der Kläger sagte „Äpfel“ und São Paulo.", why="every letter is its own"),
        Good("A decisão da IRMÃ “MARIA” e do JOÃO saiu.", why="Ã is a Portuguese capital"),
        Good("« LIBERTÉ » et l’Âge d’or coûtent 20 €.", why="French capitals and marks"),
        Good("Русский текст Р. Сидорова — 5 °C.", why="Cyrillic that reads well"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Yield one finding for each run of misread characters that ftfy can read."""
        if not _is_suspect(doc.text, unusual_chars(doc.text)):
            return
        for start, end, fixed in _readable(doc.text):
            run = doc.text[start:end]
            yield self.finding(
                f'mojibake: "{excerpt(run, 30)}" should read "{excerpt(fixed, 30)}"',
                (start, end),
                confidence=0.99,
                evidence={"read_as": run[:60], "means": fixed[:60]},
                edits=[Edit(start, end, fixed)],
                fix_message="decode the characters",
            )


def _is_suspect(text: str, chars: frozenset[str]) -> bool:
    """Tell, at little cost, whether misread characters may stand in a text with these unusual characters."""
    if between(chars, "\x80", "\x9f"):
        return True
    if any(pair in text for pair in _PAIRS if pair[0] in chars and pair[1] in chars):
        return True
    if any(_has_next(text, lead) for lead in chars & _CAPITAL_LEADS):
        return True
    if len(chars & _CJK_LEADS) > 1 and len(chars & _RARE_NEXT) >= MIN_CJK_RARE:
        return True
    return len(chars & _CYRILLIC_NEXT) >= MIN_RARE and chars >= _CYRILLIC_LEADS


def _has_next(text: str, lead: str) -> bool:
    """Tell whether one of the first occurrences of a lead has something behind it that a capital letter has not."""
    at = text.find(lead)
    for _ in range(MAX_LEADS):
        if at < 0:
            return False
        if text[at + 1 : at + 2] in _NEXT_CHARS:
            return at + 1 < len(text)
        at = text.find(lead, at + 1)
    return True


def _readable(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and true reading of the runs that have one."""
    runs = list(_RUN.finditer(text))
    if not runs:
        return
    from ftfy import fix_encoding

    readings = [(match, _without_space(text, match.end(), fix_encoding(match.group()))) for match in runs]
    sure = any(_is_sane(match.group(), reading) for match, reading in readings)
    for match, reading in readings:
        read = reading if not sure or reading != match.group() else _reread(reading)
        if _is_sane(match.group(), read):
            yield match.start(), match.end(), read


def _without_space(text: str, end: int, reading: str) -> str:
    """Return a reading without the space that it got for a non-breaking one, where another stands behind it."""
    if reading == "Â":
        return ""
    return reading[:-1] if reading == "à " and text[end : end + 1] == " " else reading


def _reread(run: str) -> str:
    """Return a run that ftfy alone finds too short to judge; only asked for in a text that has surer ones."""
    try:
        read = run.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return run
    return read if read.isalpha() and read.islower() else run


def _is_sane(run: str, reading: str) -> bool:
    if reading == run or "\ufffd" in reading or any("\x7f" <= c <= "\x9f" for c in reading):
        return False
    return len(reading) < len(run) or "\x80" <= run[0] <= "\x9f" or reading == "à "
