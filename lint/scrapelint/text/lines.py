"""The lines of a text, each with the key by which it is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar
from unicodedata import category, is_normalized

from scrapelint.finding import Edit, Span
from scrapelint.text.folding import composed, fold
from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EDGE_CHARS = (
    " \t\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2004\u2005\u2006\u2008\u2028\u2029\u205f"
    "\u2002\u2003\u2007\u2009\u200a\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u202f\u2060\u3000\ufeff\ufe0e\ufe0f"
    "!()*,-./:;<=>?[\\]^_`{|}~§¶·¡¿«»‹›†‡•‣․…⁃∙−–—―‐‑‒"
    "←↑→↓↗↘⇒⇢➔➜➝➞➡➤❯❱⟩⟶▪▫▲△▴▶▷▸►▻▼▽▾◀◁◂◄◆◇◉○●◦◼◾■□★☆✓✔✕✖✗✘✦✱✳✴✻❖♡♥❌❤❗❓⚡⬇⬆⭐"
    "،؛؟۔।॥፡።"
    "、。〈〉《》「」『』【】〔〕〖〗・！（），．：；＜＝＞？［］｜～△▽※"
    "🔴🔥🚨📢📣📌📍📸📷🎥🎬▶️👉👇👍💬📰🔔🗞📲📱📩📧✉🔗💡🌐📺🎧🤔😀✍🖊📝🛒🎁⬅"
)
"""White space, punctuation and symbols that a key has not at its edges; quotes stay."""


NEAR_CHARS = 40
"""How far after what is taken out the next character is looked for first, in code points."""

_GAPS = " \n\t\xa0"
_NUMBER = regex(r"\d+")
_SIGN = regex(r"\S")


class Line:
    """A line with something on it.

    A class with slots, not a dataclass: some hundred of them are made for each document.
    """

    __slots__ = ("_span", "index", "is_composed", "key", "key_start", "row", "start", "text")

    def __init__(
        self,
        index: int,
        row: int,
        start: int,
        text: str,
        key: str,
        key_start: int,
        is_composed: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Take the values as they are; `split` knows how they belong together."""
        self.index = index
        """Place among the lines that are not blank, from 0."""
        self.row = row
        """Place among all lines, from 0."""
        self.start = start
        """Offset of the line's first code point in the text."""
        self.text = text
        """The line as it is, without its line break."""
        self.key = key
        """The line folded, without punctuation and symbols at its edges."""
        self.key_start = key_start
        """Offset of the key in the text."""
        self.is_composed = is_composed
        """Whether the key has letters as one code point that are several in the text; see `offset`."""
        self._span: Span | None = None

    def __repr__(self) -> str:
        """Return row and text, for a debugger."""
        return f"Line({self.row}, {self.text!r})"

    @property
    def end(self) -> int:
        """Offset after the line's last code point."""
        return self.start + len(self.text)

    def offset(self, place: int) -> int:
        """Return the offset in the text of a place in the key."""
        if not self.is_composed:
            return self.key_start + place
        at = self.key_start - self.start
        for cluster in clusters(self.text[at:]):
            whole = composed(cluster)
            if place < len(whole):
                at += _offset_in_cluster(cluster, whole, place)
                break
            place -= len(whole)
            at += len(cluster)
        return self.start + at

    @property
    def span(self) -> Span:
        """The line without white space at its edges."""
        if self._span is None:
            lead = len(self.text) - len(self.text.lstrip())
            self._span = Span(self.start + lead, self.start + len(self.text.rstrip()))
        return self._span


def _offset_in_cluster(cluster: str, whole: str, place: int) -> int:
    """Return the offset in a letter with its marks of a place in its composed form, which may have marks left."""
    marks = whole[place:]
    return len(cluster) - len(marks) if place and cluster.endswith(marks) else 0


def clusters(text: str) -> Iterator[str]:
    """Yield the letters of a text, each with the marks and vowels that compose with it."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (category(text[at])[0] == "M" or "\u1160" <= text[at] <= "\u11ff"):
            yield text[start:at]
            start = at


def split(text: str) -> Iterator[Line]:
    """Yield the lines of a text that are not blank, in order.

    In a text with decomposed letters the keys are composed: a phrase, and a copy of the line, are found in either form.
    """
    lines = _split(text)
    return lines if is_normalized("NFC", text) else map(with_composed_key, lines)


def with_composed_key(line: Line) -> Line:
    """Return a line whose key has its letters as one code point each, or the line itself where it has."""
    if is_normalized("NFC", line.text):
        return line
    end = line.key_start - line.start + len(line.key)
    key = fold(composed(line.text[line.key_start - line.start : end])).rstrip(EDGE_CHARS)
    return Line(line.index, line.row, line.start, line.text, key, line.key_start, is_composed=True)


def _split(text: str) -> Iterator[Line]:
    """Yield the lines; what is the same of a line is one object, as a text may have millions of one word."""
    start = index = 0
    folded = fold(text)
    for row, raw in enumerate(folded.split("\n")):
        trimmed = raw and raw.lstrip(EDGE_CHARS)
        if trimmed or (raw and not raw.isspace()):
            end = start + len(raw)
            key_start = end - len(trimmed) if len(trimmed) < len(raw) else start
            line, key = text[start:end], trimmed.rstrip(EDGE_CHARS)
            yield Line(row if index == row else index, row, start, line, line if key == line else key, key_start)
            index += 1
        start += len(raw) + 1


def numberless(key: str) -> str:
    """Return the key of a line with a 0 in place of each number: by it lines are alike whatever they count."""
    return _NUMBER.sub("0", key)


def by_key(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """Return the lines that are alike, by their key; lines without letters or digits left out."""
    found: dict[str, list[Line]] = {}
    for line in lines:
        alike = found.get(line.key)
        if alike:
            alike.append(line)
        elif line.key:
            found[line.key] = [line]
    return found


def removal(text: str, start: int, end: int) -> Edit:
    """Return the edit that takes out what is from the first to the last code point of a span.

    Where the span is whole lines, blank ones go with them: of those above and below the larger run
    stays, never more than stood there. Within a line the white space on one side goes with it.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    before, after = not text[first:start].isspace() and first < start, not text[end:last].isspace() and end < last
    if before or after:
        return _within(text, start, end, keeps_break=not after)
    return _whole_lines(text, start, end)


def _within(text: str, start: int, end: int, *, keeps_break: bool) -> Edit:
    """Return the edit that takes a span out of the midst of lines, with the white space before or after it."""
    if keeps_break:
        while text[start - 1].isspace() and text[start - 1] != "\n":
            start -= 1
        return Edit(start, end)
    while text[end].isspace():
        end += 1
    return Edit(start, end)


def _whole_lines(text: str, start: int, end: int) -> Edit:
    above = start
    while above and text[above - 1].isspace():
        above -= 1
    below = _next_sign(text, end)
    if below == len(text):
        return Edit(above, end)
    # What comes before the next line's first character is its indentation.
    below = max(end, text.rfind("\n", end, below) + 1)
    start = text.rfind("\n", 0, start) + 1
    if above == 0 or text.count("\n", end, below) <= text.count("\n", above, start):
        return Edit(start if above else 0, below)
    return Edit(above, end)


def _next_sign(text: str, at: int) -> int:
    """Return where the next character is that is no white space, most often near by; the text's end without one."""
    near = text[at : at + NEAR_CHARS]
    bare = near.lstrip()
    if bare:
        return at + len(near) - len(bare)
    sign = _SIGN.search(text, at)
    return sign.start() if sign else len(text)


class Placed(Protocol):
    """What is at a place of a text: an edit, a finding of some kind."""

    @property
    def start(self) -> int:
        """Offset of its first code point."""


P = TypeVar("P", bound=Placed)


def by_line(text: str, edits: Iterable[P]) -> Iterator[list[P]]:
    """Yield the edits, or whatever has a place, of each line, in order; they have to come in order.

    Linear in the text and the edits.
    """
    group: list[P] = []
    end = -1
    for edit in edits:
        if edit.start > end:
            if group:
                yield group
            group = []
            end = text.find("\n", edit.start)
            end = len(text) if end < 0 else end
        group.append(edit)
    if group:
        yield group


def word_bounds(text: str, at: int, reach: int) -> tuple[int, int]:
    """Return the bounds of the stretch without spaces around an offset, at most `reach` code points to either side."""
    low, high = max(0, at - reach), min(len(text), at + reach)
    start = max(low, *(text.rfind(gap, low, at) + 1 for gap in _GAPS))
    ends = [end for gap in _GAPS if (end := text.find(gap, at, high)) >= 0]
    return start, min(ends, default=high)
