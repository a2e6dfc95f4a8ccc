"""Which fields a record has, and which of them may be meant for its text, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapelint.record import named_field, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SHOWN_FIELDS = 12
"""Fields of a record without text that the message lists."""
SHOWN_FIELD_CHARS = 60
"""Longest name of a field that is told whole."""
MIN_TEXT_CHARS = 80
"""A string this long may be a text that nobody has named."""
MAX_TEXT_DEPTH = 3
"""Objects in each other in which such a string is looked for."""
PAGE = ("<!doctype", "<html", "<head")
"""How the source of a page begins, in small letters."""
NO_PROSE = (*PAGE, "<?xml", "http://", "https://", "data:")
"""So do addresses and data, too."""
START_CHARS = 100
"""How much of a value is looked at for how it begins, in code points."""


def listed(fields: Sequence[str]) -> str:
    """Return names of fields, the first of many."""
    return ", ".join(fields[:SHOWN_FIELDS]) + (", …" if len(fields) > SHOWN_FIELDS else "")


def fields_of(record: Mapping[str, Any]) -> list[str]:
    """Return the names of the fields of a record, as they are shown."""
    return [shown(name) for name in record]


def shown(name: object) -> str:
    """Return the name of a field on one line, cut where it is long."""
    return " ".join(str(name)[:SHOWN_FIELD_CHARS].split())


def longest_field(record: Mapping[str, Any]) -> str:
    """Return the field that may be meant: the one with the longest text, where that is as long as a sentence."""
    sizes = {shown(name): size for name, size in _sizes(record)}
    longest = max(sizes, key=lambda name: sizes[name], default="")
    return longest if sizes.get(longest, 0) >= MIN_TEXT_CHARS else ""


def _sizes(record: Mapping[str, Any], depth: int = 0) -> Iterator[tuple[str, int]]:
    """Yield the fields that may be a text, in objects within objects too, and how long each is."""
    for name, value in record.items():
        if isinstance(value, dict) and depth < MAX_TEXT_DEPTH and "." not in str(name):
            yield from ((f"{name}.{inner}", size) for inner, size in _sizes(value, depth + 1))
        else:
            paragraphs = paragraphs_of(value)
            if not any(map(_is_no_prose, paragraphs)):
                yield str(name), sum(map(len, paragraphs))


def _is_no_prose(value: str) -> bool:
    return _begins(value, NO_PROSE)


def _is_page(value: str) -> bool:
    return _begins(value, PAGE)


def _begins(value: str, starts: tuple[str, ...]) -> bool:
    return value[:START_CHARS].lstrip().lower().startswith(starts)


def unfit_field(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """Return what is in the field that has a name of the text, or that a page is in one; else an empty string."""
    if found := named_field(record, names):
        what = ", but not of strings" if isinstance(found.value, list) else ", no string"
        return f'"{".".join(map(shown, found.path))}" is {kind_named(found.value)}{what}'
    page = next((name for name, value in record.items() if isinstance(value, str) and _is_page(value)), "")
    return f'"{shown(page)}" is a page: extract its text first' if page else ""


def kind_named(value: object) -> str:
    """Return what kind of value of JSON or of a table this is, in words."""
    return "null" if value is None else _KINDS.get(type(value), f"a {type(value).__name__}")


_KINDS = {
    list: "a list", dict: "an object", str: "a string", bytes: "bytes", int: "a number", float: "a number",
    bool: "a truth value",
}  # fmt: skip


def advice(longest: str, unfit: str) -> str:
    """Return what to do about a record without text, of which these are `longest_field` and `unfit_field`."""
    if longest:
        return f'the longest is "{longest}": if that is the text, say --text-field "{longest}"'
    return unfit or "name it with --text-field"
