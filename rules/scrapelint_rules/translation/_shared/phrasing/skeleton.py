"""The skeleton of a text: its small words as they are, and of the others what they end in.

Of what a text is about hardly anything is left, so that what is learned of one serves for any other.
"""

from __future__ import annotations

from functools import cache

from scrapelint_rules.translation._shared.phrasing.vocabulary import (
    COMMA,
    GENITIVE,
    NAME,
    NUMBER,
    OTHER,
    STOP,
    Vocabulary,
    vocabulary,
)

MAX_CHARS = 10_000
"""Code points of a text that are looked at where nothing else is asked for."""
MIN_LINE_CHARS = 40
"""Shorter lines are headlines and labels."""
MIN_LINE_SIGNS = 9
MIN_OWN_SHARE = 0.22
"""Least share of words that stand for themselves: a line of fewer is a list, or of another language."""
MAX_KNOWN = 50_000
"""Tokens of a language whose bytes are remembered."""
MAX_KNOWN_CHARS = 40
"""Longest of them, in code points: longer ones are addresses."""
_SENTENCE_ENDS = (".", "!", "?", '"', "”", "’", "'", "…", ")", "»")
_EDGE = "\"“”‘’'«»()[]„…*–—-"
_MARKS = ",.;:!?"


class _Tokens(dict[str, bytes]):
    """The bytes of each token of a language, found when it is first asked for."""

    def __init__(self, signs: Vocabulary) -> None:
        super().__init__()
        self.signs = signs

    def __missing__(self, token: str) -> bytes:
        if len(self) >= MAX_KNOWN:
            self.clear()
        made = _bytes(token, self.signs)
        if len(token) <= MAX_KNOWN_CHARS:
            self[token] = made
        return made


@cache
def _tokens(language: str) -> _Tokens:
    return _Tokens(vocabulary(language))


def _bytes(token: str, signs: Vocabulary) -> bytes:
    """Return what stands for a word with the marks around it."""
    word, mark = token.strip(_EDGE), b""
    if word[-1:] and word[-1] in _MARKS:
        mark = COMMA if word[-1] == "," else STOP
        word = word.rstrip(_MARKS + _EDGE)
    return (_word(word, signs) + mark) if word else mark


def _word(word: str, signs: Vocabulary) -> bytes:
    lower = word.lower().replace("’", "'")
    if lower in signs.numbers and lower[0].isalpha() and (len(word) == 1 or not word.isupper()):
        return signs.numbers[lower]
    if word[0].isdigit() or word[-1].isdigit():
        return NUMBER
    genitive = GENITIVE if lower.endswith("'s") else b""
    if word[0].isupper():
        return (signs.ending(lower, "N-") or NAME) + genitive
    return (genitive or signs.ending(lower) or OTHER) if word[0].isalpha() else b""


def sentence_lines(text: str, language: str = "en", most_chars: int = MAX_CHARS) -> list[str]:
    """Return the lines of a text that close as sentences do, broken ones joined."""
    lines: list[str] = []
    signs = vocabulary(language)
    ends = (*_SENTENCE_ENDS, *signs.closing)
    for line in map(str.strip, _beginning(text, most_chars).split("\n")):
        if lines and line[:1].islower() and lines[-1] and not lines[-1].endswith(ends):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return [line for line in lines if len(line) > MIN_LINE_CHARS and line.endswith(ends)]


def _beginning(text: str, most: int) -> str:
    """Return the sentences of a text that end within so many code points."""
    return text if len(text) <= most else text[: max(text.rfind(mark, 0, most) for mark in ".!?") + 1]


def skeleton(text: str, language: str = "en", most_chars: int = MAX_CHARS) -> bytes:
    """Return the skeleton of a text up to a length: a byte for each word, comma and end of a sentence; names are one each."""
    tokens, own_bytes = _tokens(language), vocabulary(language).own_bytes
    lines = [
        STOP + b"".join(map(tokens.__getitem__, line.split())) for line in sentence_lines(text, language, most_chars)
    ]
    joined = b"".join([line for line in lines if _is_sentence(line, own_bytes)])
    for doubled, single in ((NAME * 2, NAME), (STOP * 2, STOP)):
        while doubled in joined:
            joined = joined.replace(doubled, single)
    return joined


def _is_sentence(line: bytes, own_bytes: bytes) -> bool:
    """Tell whether enough of a line are small words."""
    own = len(line) - len(line.translate(None, own_bytes))
    return len(line) >= MIN_LINE_SIGNS and own >= MIN_OWN_SHARE * len(line)
