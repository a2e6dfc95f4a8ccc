"""XPaths for an element, made of what stays the same from page to page: ids, classes, names of elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrapelint.text.lazy_regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = regex(r"[A-Za-z][A-Za-z_-]*")
_PARTS = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CONSONANTS = regex(r"[b-df-hj-np-tv-xz]{6}", 2)
MAX_NAME_CHARS = 60
MAX_CLASSES = 4
"""Classes of an element that are tried; more are mostly for its looks."""
MAX_ANCESTORS = 8
"""How many elements up from a line its place is described by: further up are the frames of the whole page."""
MIN_PART_CHARS = 3
TELLING = frozenset(["aside", "details", "dialog", "footer", "form", "header", "menu", "nav"])
"""Elements whose name says what they are."""


class XPath(NamedTuple):
    """An XPath; in order come those that name an id or a class, that look least far, and that are short."""

    is_bare: bool
    """Whether it goes by the name of an element alone, which later pages may well have elsewhere."""
    distance: int
    """Elements from the one that is wanted to the one around it that the XPath names; 0 where it names itself alone."""
    length: int
    written: str


def xpaths(element: Any) -> list[XPath]:
    """Return XPaths that find an element, among others perhaps, in their order."""
    own = list(_steps(element))
    found = [_xpath(0, step) for step in own]
    for distance, ancestor in enumerate(list(element.iterancestors())[:MAX_ANCESTORS], 1):
        found += [_xpath(distance, outer, step) for outer in _steps(ancestor) for step in [*own, element.tag]]
    return sorted(found)


def _xpath(distance: int, *steps: str) -> XPath:
    written = "".join(f"//{step}" for step in steps)
    return XPath("[" not in written, distance, len(written), written)


def is_stable(name: str) -> bool:
    """Tell whether an id or a class is one that somebody has given, and not made by a program for this page or build.

    It has no digits, and no part that reads like a hash: capitals within words as in `bdVaJa`, six consonants on end.
    """
    if len(name) > MAX_NAME_CHARS or not _NAME.fullmatch(name) or _CONSONANTS.search(name):
        return False
    return not any(_is_mixed(word) for word in name.replace("_", "-").split("-"))


def _is_mixed(word: str) -> bool:
    parts = _PARTS.findall(word)
    return len(parts) > 2 and sum(len(part) < MIN_PART_CHARS for part in parts) > 1


def _steps(element: Any) -> Iterator[str]:
    """Yield the steps that may stand for an element, with what tells it from others of its name."""
    tag = element.tag
    if not isinstance(tag, str) or not _NAME.match(tag) or tag in {"html", "body"}:
        return
    if is_stable(name := element.get("id", "")):
        yield f'{tag}[@id="{name}"]'
    tokens = element.get("class", "").split()
    if len(tokens) == 1 and is_stable(tokens[0]) and tokens[0] == element.get("class"):
        yield f'{tag}[@class="{tokens[0]}"]'
    for token in list(filter(is_stable, tokens))[:MAX_CLASSES]:
        yield f'{tag}[contains(concat(" ", normalize-space(@class), " "), " {token} ")]'
    if tag in TELLING:
        yield tag
