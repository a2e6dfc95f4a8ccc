"""Texts that are none: records of JSON, a page of HTML, or a list as a program prints it."""

from __future__ import annotations

import json
from typing import Any

START_CHARS = 10_000
"""Code points in which a page says that it is one."""
_LISTS = (("['", "']"), ('["', '"]'), ("['", '"]'), ('["', "']"))
"""How a list of strings begins and ends that Python or JSON has written."""
_PAGE = ("<!doctype html", "<html")
_INSIDE_PAGE = ("<head", "<body")


def disguised(written: str, *, is_named: bool = True) -> str:
    """Return what a file of text is, where it is none, and what to do; else an empty string.

    Prose below a record is a text: an extractor has left the data of a page above its article. `is_named` tells a file
    from standard input.
    """
    start = _start(written)
    if start.startswith(("{", "[")) and (kind := _records(written.strip())):
        what_to_do = "let its name end in " if is_named else "say so with --stdin-filename x"
        return f"{kind[0]}, not a text: {what_to_do}{kind[1]}"
    return "a page of HTML, not a text: extract its text first" if _is_page(start) else ""


def disguised_field(text: str) -> str:
    """Return what the text of a record is, where it is none; else an empty string."""
    start = _start(text)
    if start.startswith("{") and _records(text.strip()):
        return "the text is a record of JSON"
    if start.startswith("[") and any(start.startswith(first) and _end(text).endswith(last) for first, last in _LISTS):
        return "the text is a list as a program prints it: take its items for the paragraphs"
    return "the text is a page of HTML: extract its text first" if _is_page(start) else ""


def _start(text: str) -> str:
    return text[:START_CHARS].lstrip()


def _end(text: str) -> str:
    return text[-START_CHARS:].rstrip()


def _records(text: str) -> tuple[str, str] | None:
    """Return kind and ending of the records that a text is; None where it is anything else."""
    try:
        value, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = text[end:].lstrip()
    if not _is_record(value) or (rest and not (rest[0] in "{[" and rest[-1] in "}]")):
        return None
    is_in_lines = isinstance(value, dict) and "\n" not in text[:end]
    return ("JSON Lines", ".jsonl") if is_in_lines else ("JSON", ".json")


def _is_record(value: Any) -> bool:
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict) and bool(first)


def _is_page(start: str) -> bool:
    if not start.startswith("<"):
        return False
    small = start.lower()
    return small.startswith(_PAGE) and any(tag in small for tag in _INSIDE_PAGE)
