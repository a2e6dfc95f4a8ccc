"""Texts that are none: records of JSON, or a page of HTML, in a file whose name does not say so."""

from __future__ import annotations

import json
from typing import Any

START_CHARS = 10_000
"""Code points in which a page says that it is one."""
_PAGE = ("<!doctype html", "<html")
_INSIDE_PAGE = ("<head", "<body")


def disguised(written: str, *, is_named: bool = True) -> str:
    """Return what a text is, where it is none, and what to do; else an empty string.

    Prose below a record is a text: an extractor has left the data of a page above its article. `is_named` tells a file
    from standard input.
    """
    text = written.strip()
    if text.startswith(("{", "[")):
        return _records(text, "let its name end in " if is_named else "say so with --stdin-filename x")
    return _page(text[:START_CHARS].lower()) if text.startswith("<") else ""


def _records(text: str, what_to_do: str) -> str:
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return ""
    rest = text[end:].lstrip()
    if not _is_record(value) or (rest and not (rest[0] in "{[" and rest[-1] in "}]")):
        return ""
    if isinstance(value, dict) and "\n" not in text[:end]:
        return f"JSON Lines, not a text: {what_to_do}.jsonl"
    return f"JSON, not a text: {what_to_do}.json"


def _is_record(value: Any) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and bool(first)


def _page(start: str) -> str:
    is_page = start.startswith(_PAGE) and any(tag in start for tag in _INSIDE_PAGE)
    return "a page of HTML, not a text: extract its text first" if is_page else ""
