"""Labels of which a credit is the second half: "Text and photo: ...", "Source of the picture: ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import Severity, Span, regex, removal
from scrapelint_rules.credits._shared.brackets import closed, with_space
from scrapelint_rules.credits._shared.pictures.picture_words import PICTURE

if TYPE_CHECKING:
    from scrapelint.plugin import Document, Finding

MAX_LABEL_WORDS = 4
"""Words of the first half of a label; more of them are a sentence."""
REACH_CHARS = 300
"""How far before a credit the first half of its label is looked for, in code points: a longer stretch is a sentence."""
_AND = frozenset("and und et y e en og och i и та й ja és și ve dan và a o & + u".split())
"""What joins the halves."""
_OF = frozenset("of de du del da do di della van von der des".split())
"""What joins words of one half: "imagen de portada"."""
_OWN = regex(
    r"(?i)(?:text[eo]?s?|tekst|testo|story|words|reports?|reportage|reportaje|interview|video|vídeo|vidéo|grafik|graphics?"
    r"|gráfico|текст|видео|відео|материал|szöveg|teksti|metin|teks)$"
)
"""What such a half names beside pictures: what was written, filmed or drawn."""
_KINDS = frozenset("cover header featured feature lead main top title hero banner thumbnail preview".split())
"""Kinds of pictures, by their place on a page."""
_START = regex(r"(?:^|[.!?…。！？)\]][^\w\s]{0,2}\s+|\s{2,})")
_LABEL = regex(r"[^\W\d_a-zß-ÿ][\w'‘’ʻ]{1,24}(?: [a-zß-ÿ][\w'‘’ʻ]{1,24}){0,2} ?[:：] ?$")
"""The words of a label, the first with its capital, where nothing parts it from what comes before."""
_OPENED, _CLOSED = "([", ")]"


def with_label(doc: Document, finding: Finding) -> Finding:
    """Return a finding on a part of a line with the first half of its label, and the bracket around it.

    Without its fix where what comes before it is joined to it, and nobody knows what it is: half a notice is worse than
    all of it.
    """
    if finding.span is None or finding.fix is None:
        return finding
    row = doc.text.rfind("\n", 0, finding.span.start) + 1
    half = _first_half(doc.text[max(row, finding.span.start - REACH_CHARS) : finding.span.start])
    if half is None:
        return finding
    if not half:
        return finding._replace(fix=None, severity=Severity.INFO)
    start = finding.span.start - len(half)
    start -= start > row and doc.text[start - 1] in _OPENED
    span = closed(doc.text, Span(start, finding.span.end))
    return finding.moved(span, removal(doc.text, *with_space(doc.text, span)))


def _first_half(before: str) -> str | None:
    """Return what comes before a credit and belongs to its label; an empty string where that cannot be told, else None."""
    half = before[_start(before) :]
    words = half.split()
    if words and words[-1] in _AND:
        return half if _is_half(words[:-1]) else ""
    is_label = 0 < len(words) < MAX_LABEL_WORDS and words[-1].endswith((":", "：")) and PICTURE.search(half)
    if is_label or half.strip().casefold() in _KINDS:
        return half
    label = _LABEL.search(half)
    return label[0] if label and PICTURE.search(label[0]) else None


def _is_half(words: list[str]) -> bool:
    """Tell whether words are one name of what was written or pictured: "Text", "Imagen de portada"."""
    is_one = len(words) == 1 or (1 < len(words) < MAX_LABEL_WORDS and words[1] in _OF)
    return is_one and bool(_OWN.match(words[0]) or PICTURE.search(words[0]))


def _start(before: str) -> int:
    """Return where the last sentence of a stretch begins, or the bracket that is open at its end."""
    opened = max(before.rfind(mark) for mark in _OPENED) + 1
    is_open = opened > 0 and not any(mark in before[opened:] for mark in _CLOSED)
    return max([match.end() for match in _START.finditer(before)] + [opened] * is_open)
