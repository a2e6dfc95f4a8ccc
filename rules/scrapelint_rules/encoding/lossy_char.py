"""ENC002 lossy-char."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Bad, Good, Severity, excerpt, regex, unusual_chars, word_bounds
from scrapelint_rules.encoding._shared.fields import TextRule
from scrapelint_rules.encoding._shared.unusual_characters import between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Finding

_REPLACED = regex("\ufffd++")
_MISREAD = regex(r"(?:ï¿½)++|锟斤拷(?:锟斤拷)*+锟?|(?:烫烫|屯屯|锘锘){2,}|\(cid:\d{1,5}\)(?:\s?\(cid:\d{1,5}\))*+")
"""U+FFFD in UTF-8 that was read as Windows-1252 or GBK, memory that nobody filled, letters that a PDF does not name."""
_BOX_WITHIN = regex(r"[a-zà-ÿ][□■▯]+[a-zà-ÿ]")
_BOXED = regex(r"(?<=[a-zà-ÿ])[□■▯]+(?=[a-zà-ÿ\s.,])|(?<=\s)[□■▯](?=[a-zà-ÿ]{2})")
"""A box for a letter; at the edge of a word it is a bullet or an end mark as well, unless others are within words."""
_NOTHING_BUT_MARKS = regex(r"[?\s.,:;!\"'()\d-]*\?{2}[?\s.,:;!\"'()\d-]*")
_QUESTIONED = regex(r"\?(?<=[^\W\d_]\?)(?=[^\W\d_])")
_IN_ARABIC = regex("[\u0620-\u064a\u066e-\u06d3]{1,20}[?¿][\u0620-\u064a\u066e-\u06d3?¿]{1,20}")
"""A word of Arabic letters with a mark of Latin in it; their own question mark is another one."""
_TOKEN_CHARS = 60
"""Longest word, in code points, in which a question mark is looked at; longer ones are addresses or data."""
_APOSTROPHE = regex(r"(?:n\?t|\w\?(?:s|ll|re|ve))\b")
MIN_MARKS = 12
"""Question marks from which a text of nothing else has lost its letters."""
MIN_WORDS = 2
"""Different words with a question mark inside from which they count; one alone may be a missing space."""


class LossyChar(TextRule):
    """A letter that was lost on the way and replaced by "\ufffd" or a question mark.

    Why it matters: the letter is gone for good; every copy of the text carries the damage on.

    What to do: fetch the page again and read it with the right encoding, or drop the article.
    """

    code, name, severity = "ENC002", "lossy-char", Severity.ERROR
    examples = (
        Bad("The caf⟦\ufffd⟧ opens at nine."),
        Bad("记者⟦\ufffd\ufffd⟧报道。"),
        Bad("Flights to ⟦Cura?ao⟧ and to ⟦S?o⟧ Paulo were late."),
        Bad("The minister ⟦doesn?t⟧ know, and the ⟦party?s⟧ leader is silent."),
        Bad("The caf⟦ï¿½⟧ opens."),
        Bad("委员会⟦锟斤拷锟斤拷⟧表示欢迎。"),
        Bad("The plan will ⟦(cid:123)⟧ot change, the ⟦(cid:3)(cid:12)⟧ said."),
        Bad("The ma⟦■⟧or said so."),
        Bad("⟦???? ??? ?????? ???, ???? ??⟧."),
        Bad("اہلکار نے کام کا ⟦ا?غاز⟧ کیا۔"),
        Good("ما هذا؟قال الوزير", why="an Arabic question mark"),
        Good("予定通りに始まるという。\n\n■larnico\n\n■orlosow", why="headings"),
        Good("The council meets in May. ■tickets ■programme", why="bullets"),
        Bad("The ma⟦■⟧or said so, and the ⟦■⟧ouse agreed."),
        Good("■ Tickets cost 5 euros. The end of the story □", why="bullets and end marks"),
        Good("Really?Yes, he said.", why="a missing space"),
        Good("See example.com/a?page=2&lang=en and example.com/b?id=3.", why="addresses"),
        Good("What?no answer came.", why="one word alone proves nothing"),
        Good("Why? Because. Who? Nobody.", why="questions"),
    )

    def check_text(self, text: str) -> Iterator[Finding]:
        """Yield one finding for each run of replacement characters and each damaged word."""
        yield from self._replaced(text)
        if text.count("?") >= MIN_MARKS and _NOTHING_BUT_MARKS.fullmatch(text):
            start, end = text.index("?"), text.rindex("?") + 1
            yield self._lost("text of nothing but question marks", (start, end), "question-marks")
            return
        yield from self._questioned(text)
        if between(unusual_chars(text), "\u0620", "\u06d3") and ("?" in text or "¿" in text):
            for match in _IN_ARABIC.finditer(text):
                yield self._lost(f'mark for a letter in "{match.group()}"', match.span(), "question-mark-in-arabic")

    def _replaced(self, text: str) -> Iterator[Finding]:
        for match in _REPLACED.finditer(text) if "\ufffd" in text else ():
            count = match.end() - match.start()
            yield self._lost(f"{count} replacement character{'s' * (count > 1)}", match.span(), "replacement")
        chars = unusual_chars(text)
        is_misread = not chars.isdisjoint("½锟烫屯") and any(mark in text for mark in ("ï¿½", "锟", "烫烫", "屯屯"))
        if is_misread or "(cid:" in text:
            for match in _MISREAD.finditer(text):
                yield self._lost(
                    f'lost characters: "{excerpt(match.group(), 30)}"', match.span(), "misread-replacement"
                )
        if not chars.isdisjoint("□■▯") and _BOX_WITHIN.search(text):
            for match in _BOXED.finditer(text):
                yield self._lost(f'box for a letter: "{match.group()}"', match.span(), "box")

    def _lost(self, message: str, span: tuple[int, int], kind: str) -> Finding:
        return self.finding(message, span, confidence=0.99, evidence={"kind": kind, "count": span[1] - span[0]})

    def _questioned(self, text: str) -> Iterator[Finding]:
        words = {place: text[slice(*place)] for place in _damaged_words(text)}
        if len({word.lower() for word in words.values()}) < MIN_WORDS:
            return
        for place, word in words.items():
            yield self.finding(
                f'question mark for a letter in "{excerpt(word, 30)}"',
                place,
                confidence=0.95,
                evidence={"kind": "question-mark", "words": len(words), "threshold": MIN_WORDS},
            )


def _damaged_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places of words with a question mark in their middle that are no address and no glued question."""
    if "?" not in text:
        return
    last = -1
    for match in _QUESTIONED.finditer(text):
        start, end = _token(text, match.start())
        if start < last or not _is_damaged(text[start:end]):
            continue
        last = end
        yield start, end


def _token(text: str, at: int) -> tuple[int, int]:
    start, end = word_bounds(text, at, _TOKEN_CHARS)
    token = text[start:end]
    return start + len(token) - len(token.lstrip(_EDGES)), start + len(token.rstrip(_EDGES))


_EDGES = "\"'“”‘’„«»()[],.;:!?…*_-–—"


def _is_damaged(token: str) -> bool:
    """Tell whether letters go on in lower case after the mark, in a word of usual length and no other marks."""
    if len(token) > MAX_WORD_CHARS or not token.replace("?", "a").replace("-", "a").replace("'", "a").isalpha():
        return False
    parts = token.split("?")
    if not all(part[:1].islower() for part in parts[1:] if part):
        return False
    return bool(_APOSTROPHE.search(token)) or min(len(parts[0]), len(parts[-1])) <= MAX_SHORT_PART_CHARS


MAX_WORD_CHARS = 24
"""Longest word that is read with its lost letters, in code points."""
MAX_SHORT_PART_CHARS = 4
"""Longest shorter half of a damaged word, in letters; two long halves are two words without their space."""
