"""XML as it is written: its tags and the text between them, each with its place; entities are never expanded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.readers.syntax.parts import Writing
from scrapelint.text.lazy_regex import regex
from scrapelint.text.surrogates import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 256
"""Elements in each other from which on a file is no text of articles."""


class MarkupError(Exception):
    """What is written is not well-formed XML, or declares entities; says where."""

    def __init__(self, problem: str, row: int, column: int) -> None:
        """Take what is wrong, and the place in the text, from 1."""
        super().__init__(problem)
        self.place = row, column


class Node(NamedTuple):
    """A tag, or a run of text, and where it is."""

    kind: str
    """`start`, `end`, `empty` or `text`."""
    name: str
    """Of a tag, without a prefix; nothing for a text."""
    start: int
    end: int
    attributes: dict[str, str]
    is_raw: bool = False
    """Whether a text is written as it is, in CDATA."""


def check(written: str) -> None:
    """Raise MarkupError where a text is not well-formed XML, declares entities or is nested too deeply."""
    from xml.parsers import expat

    parser = expat.ParserCreate()
    depth = 0

    def opened(*_: object) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            refuse(f"more than {MAX_DEPTH} elements in each other")

    def closed(_: object) -> None:
        nonlocal depth
        depth -= 1

    def refuse(problem: str) -> None:
        raise MarkupError(problem, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.EntityDeclHandler = lambda *_: refuse("entities are declared, which is not safe to read")
    try:
        # Bytes that are not valid UTF-8 are told elsewhere; here one stands for each.
        parser.Parse(SURROGATE.sub("?", written), True)  # noqa: FBT003
    except expat.ExpatError as error:
        raise MarkupError(expat.ErrorString(error.code), error.lineno, error.offset + 1) from error


def nodes(written: str) -> Iterator[Node]:
    """Yield the tags and texts of well-formed XML, in order; comments and instructions are passed over."""
    at = 0
    for found in _MARKUP.finditer(written):
        if found.start() > at:
            yield Node("text", "", at, found.start(), {})
        at = found.end()
        if found["data"] is not None:
            yield Node("text", "", *found.span("data"), {}, is_raw=True)
        elif found["name"]:
            yield Node(_kind(found), found["name"].rpartition(":")[2], found.start(), at, _attributes(found["rest"]))


def writing(*, is_raw: bool) -> Writing:
    """Return how a text is written; a line break with the space around it is one space."""
    return Writing(_RAW if is_raw else _ESCAPE, _unclosed if is_raw else _escaped)


def value(written: str, *, is_raw: bool = False) -> str:
    """Return what a text says."""
    return (_RAW if is_raw else _ESCAPE).sub(_one, written)


_MARKUP = regex(
    r"<!--.*?-->|<!\[CDATA\[(?P<data>.*?)\]\]>|<\?.*?\?>|<![^>\[]*>"
    r"|<(?P<close>/?)(?P<name>[^\s/>!?]+)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(?P<empty>/?)>",
    re.DOTALL,
)
_ATTRIBUTE = regex(r"([^\s=]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ESCAPE = regex(r"&#x([0-9a-fA-F]+);|&#([0-9]+);|&(amp|lt|gt|quot|apos);|[ \t]*[\r\n][ \t\r\n]*")
_RAW = regex(r"[ \t]*[\r\n][ \t\r\n]*")
_BREAK = regex(r"[\r\n]")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def _kind(found: re.Match[str]) -> str:
    if found["close"]:
        return "end"
    return "empty" if found["empty"] else "start"


def _attributes(written: str) -> dict[str, str]:
    return {name: value(a or b) for name, a, b in _ATTRIBUTE.findall(written)}


def _one(found: re.Match[str]) -> str:
    written = found[0]
    if not written.startswith("&"):
        return " "
    if not written.startswith("&#"):
        return _NAMED[written[1:-1]]
    return chr(int(written[3:-1], 16) if written[2] in "xX" else int(written[2:-1]))


def _escaped(text: str) -> str:
    """Write a text; a line break that belongs to it is an escape, since one that is written is read as a space."""
    return _BREAK.sub(_numbered, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def _unclosed(text: str) -> str:
    return _BREAK.sub(lambda found: f"]]>{_numbered(found)}<![CDATA[", text.replace("]]>", "]] >"))


def _numbered(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
