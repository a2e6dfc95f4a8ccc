"""Text from the web, made safe to print on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# Controls and terminal escapes; marks that change the direction of what follows; characters without width; lone
# surrogates; what is no character at all.
_HIDDEN = regex(
    "[\0-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)

# The same but for what JSON escapes by itself, and for lone surrogates, of which whoever writes a file takes care.
_RAW_IN_JSON = regex(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)

_PICTURES = 0x2400
"""Pictures of the controls from U+0000 on: U+241B for escape."""
_DELETE = 0x7F
_ESCAPED_BYTES = range(0xDC80, 0xDD00)
_JOINERS = "\u200c\u200d"
"""Written in honest words of many scripts: shown as they are."""


def visible(text: str) -> str:
    """Return a text in which every control, direction mark and character without width can be seen."""
    return _HIDDEN.sub(lambda match: visible_char(match.group()), text)


def json_escaped(written: str) -> str:
    """Return JSON with escapes for what cannot be seen: the same values, and nothing that ends a line or turns it."""
    return _RAW_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", written)


def visible_parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what `visible` shows in pieces, each with whether it stands for a code point that cannot be seen."""
    at = 0
    for match in _HIDDEN.finditer(text):
        shown = visible_char(match.group())
        if shown == match.group():
            continue
        if at < match.start():
            yield text[at : match.start()], False
        yield shown, True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def visible_char(char: str) -> str:
    """Return what to show for one code point."""
    code = ord(char)
    if char in _JOINERS or not _HIDDEN.match(char):
        return char
    if char == "\t":
        return "⇥"
    if code < ord(" "):
        return chr(_PICTURES + code)
    if code == _DELETE:
        return "␡"
    if code in _ESCAPED_BYTES:
        return f"\\x{code - 0xDC00:02x}"
    return f"<U+{code:04X}>"
