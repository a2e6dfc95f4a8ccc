"""Insets between a link that skips them and the anchor of that link: "Skip Most read and continue reading"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from scrapelint.plugin import LinePattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document, Line

MAX_INSET_LINES = 16
"""Longest inset, in lines after the link that skips it: a name, five headlines with dates."""
MAX_END_CHARS = 24
"""Longest wording of an anchor beside the name of its inset, in code points: "End of", "Конец истории"."""
_LINKS = (
    ("skip ", " and continue reading"), ("saltar ", " y continuar leyendo"), ("pule ", " e continue lendo"),
    ("ignorer ", " et continuer la lecture"), ("пропустить ", " и продолжить чтение"), ("пропустити ", " і продовжити"),
    ("lewati ", " dan lanjutkan membaca"), ("bỏ qua ", " và tiếp tục đọc"), ("ruka ", " na uendelee kusoma"),
    ("تخطى ", " وواصل القراءة"), ("छोड़कर ", " आगे बढ़ें"), ("跳过", "继续阅读"), ("跳過", "繼續閱讀"),
)  # fmt: skip
"""What comes before and after the name of the inset, in folded form."""
_BARE_ENDS = frozenset({"समाप्त"})
"""Anchors without the name of their inset."""
SKIP = LinePattern(
    r"(?i)^\s*(?:" + "|".join(rf"{before}\S.{{0,60}}{after}" for before, after in _LINKS) + r")\s?\.?\s*$",
    tuple(f"{after}\n" for _, after in _LINKS),
)


def insets(doc: Document) -> Iterator[tuple[Line, Line]]:
    """Yield the first and last line of each inset whose anchor is there, before the next paragraph.

    One that lost its anchor has no end to be told by: what its name comes in next may be a subheading.
    """
    for link, _ in doc.matches(SKIP):
        name = _name(link)
        inside = takewhile(
            lambda line: line.index not in doc.paragraphs,
            doc.lines[link.index + 1 : link.index + 1 + MAX_INSET_LINES],
        )
        end = next((line for line in inside if _ends(line, name)), None) if name else None
        if end is not None:
            yield link, end


def _name(link: Line) -> str:
    """Return what an inset is called in the link that skips it; nothing where the link is not told in folded form."""
    for before, after in _LINKS:
        if link.key.startswith(before) and link.key.endswith(after):
            return link.key.removeprefix(before).removesuffix(after).strip()
    return ""


def _ends(line: Line, name: str) -> bool:
    """Tell whether a line is the anchor after an inset: its name in a few words more."""
    is_named = name in line.key and 0 < len(line.key) - len(name) <= MAX_END_CHARS
    return is_named or line.key in _BARE_ENDS
