"""Text from the web, made safe to print on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    import re
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

# What services of CI obey in a log: "##[", "##vso[" and "##teamcity[" anywhere, and "::" at the start of a line.
_COMMAND = regex(r"(?<=##)\[|(?<=##vso)\[|(?<=##teamcity)\[")
_FIRST_COMMAND = regex(r"\s*:(?=:)")

_PICTURES = 0x2400
"""Pictures of the controls from U+0000 on: U+241B for escape."""
_DELETE = 0x7F
"""The last code of ASCII, a control character."""
_ESCAPED_BYTES = range(0xDC80, 0xDD00)
_JOINERS = "\u200c\u200d"
"""Written in honest words of many scripts: shown as they are."""


def visible(text: str) -> str:
    """Return a text in which controls, direction marks and characters without width are seen, and no command is."""
    shown = _HIDDEN.sub(lambda match: visible_char(match.group()), text)
    if "##" in shown:
        shown = _COMMAND.sub(lambda match: _named(match.group()), shown)
    first = _FIRST_COMMAND.match(shown) if "::" in shown else None
    return f"{shown[: first.end() - 1]}{_named(':')}{shown[first.end() :]}" if first else shown


def visible_chars(text: str) -> list[str]:
    """Return what to show for each code point of a text that does not begin a line."""
    shown = [visible_char(char) for char in text]
    for match in _COMMAND.finditer(text) if "##" in text else ():
        shown[match.start()] = _named(match.group())
    return shown


def json_escaped(written: str) -> str:
    """Return JSON with escapes for what cannot be seen: the same values, and nothing that ends a line, or commands."""
    escaped = _RAW_IN_JSON.sub(_escaped, written)
    return _COMMAND.sub(_escaped, escaped) if "##" in escaped else escaped


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


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
    return _named(char)


def _named(char: str) -> str:
    return f"<U+{ord(char):04X}>"
