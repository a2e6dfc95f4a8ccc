r"""Escapes of serialised texts that stayed: a backslash and an n, _x000D_, u2019, quoted-printable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Edit, regex
from scrapelint_rules.encoding._shared.edits import is_quoted

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_NEXT_LINE = r"\s\\\"'“«„(A-ZÀ-ÖØ-Þ\u0400-\u042f\u0590-\U0010ffff"
_BREAK = regex(rf"(?<=[^\s\\:/|])[ ]?(?:(?:\\r)?\\n[ ]?)+(?=[{_NEXT_LINE}]|\Z)|(?:(?:\\r)?\\n){{2,}}")
_TAB = regex(rf"(?<=[.!?,;)\"'”’a-z])(?:\\t)+(?=[{_NEXT_LINE}])")
_QUOTE = regex(r"(?<!\\)\\(?=[\"'])")
_PATH = regex(r"[A-Za-z]:\\|\\[A-Za-z]{2,20}\\|\\\\")
_EXCEL = regex(r"_x(?:000[dDaA9]|005[fF])_")
_BARE = regex(r"(?<=[a-z.,!?])u(?:20(?:1[3489cdCD]|26))(?=[a-z\s.,;:!?)]|\Z)|(?<=[a-z])u00[c-fC-F][0-9a-fA-F](?=[a-z\s.,;:!?)]|\Z)"
              r"|(?<=[\s(])u201[8cC](?=[A-Za-z])")  # fmt: skip
_PRINTABLE = regex(r"(?:=[0-9A-F]{2})+|(?<=[^\s=])=\n")
_PRINTABLE_SURE = regex(r"=(?:C[2-9]|[DE][0-9A-F])=[89AB][0-9A-F]")
MIN_QUOTES = 2
"""Escaped quotation marks from which a text was serialised twice."""


def escapes(text: str) -> Iterator[Edit]:
    """Yield what stands for the escapes of a text, in any order."""
    if "\\" in text:
        yield from _backslashes(text)
    if "_x00" in text:
        yield from (Edit(*m.span(), _excel(text, m)) for m in _EXCEL.finditer(text))
    if "u20" in text or "u00" in text:
        yield from (Edit(*m.span(), chr(int(m.group()[1:], 16))) for m in _BARE.finditer(text))
    if "=" in text and _PRINTABLE_SURE.search(text):
        yield from _printable(text)


def _backslashes(text: str) -> Iterator[Edit]:
    """Yield line breaks, tabs and quotation marks after a backslash; a text with paths or formulas has none."""
    if _PATH.search(text):
        return
    yield from (Edit(*m.span(), "\n") for m in _BREAK.finditer(text) if not is_quoted(text, *m.span()))
    yield from (Edit(*m.span(), " ") for m in _TAB.finditer(text))
    quotes = [Edit(*match.span()) for match in _QUOTE.finditer(text)]
    if len(quotes) >= MIN_QUOTES or any(
        text[e.end :][1:2].isalpha() and text[e.start - 1 : e.start].isalpha() for e in quotes
    ):
        yield from quotes


def _excel(text: str, match: re.Match[str]) -> str:
    """Return what stands for a control that a spreadsheet escaped: nothing where its line break is still there."""
    if match.group().startswith("_x005"):
        return "_"
    return "" if text[match.end() : match.end() + 1] in ("", " ", "\n") else "\n"


def _printable(text: str) -> Iterator[Edit]:
    for match in _PRINTABLE.finditer(text):
        run = match.group()
        try:
            content = bytes.fromhex(run.replace("=", "")).decode("utf-8") if run != "=\n" else ""
        except ValueError:
            continue
        if content.isprintable():
            yield Edit(*match.span(), content)
