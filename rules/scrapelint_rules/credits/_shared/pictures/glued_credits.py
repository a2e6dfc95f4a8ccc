"""Credits of Japanese and Korean photos that are glued to the story on both sides, in texts of one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.plugin import LinePattern, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.plugin import Document

_NAME = r"[A-Z][A-Za-z-]{1,20}(?: [A-Z][A-Za-z-]{1,20}){0,2}"
GLUED_CREDIT = LinePattern(
    r"\[[^\[\]\n]{2,60}(?:재판매 및 DB ?금지|자료 ?사진)\]"
    r"|[(（【\[](?:写真|写真提供|画像|画像提供)[:：=＝/／・][^()（）\[\]【】。\n]{1,30}[)）】\]]"
    rf"|[\[［【(（]写真[\]］】)）][=＝:：]{_NAME}(?=\s|$)"
    rf"|\A\W{{0,3}}写真[:：]{_NAME}(?=\u3000)"
    r"|[(（](?:C[)）] ?)?Getty Images[)）](?=\u3000)",
    ("재판매 및 db", "자료사진]", "자료 사진]", "写真", "画像", "getty images"),
)
"""A bracket that names who gave a photo and forbids to sell it, one with a label and a name, an agency and a wide space."""


def glued_credits(doc: Document) -> Iterator[Span]:
    """Yield the places of such credits, each with its bracket or label and nothing else."""
    if not doc.is_flat or GLUED_CREDIT not in doc.matched_concepts:
        return
    for match in GLUED_CREDIT.compiled.finditer(doc.text):
        yield Span(*match.span())
