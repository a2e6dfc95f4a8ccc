"""Texts that are a whole page around their article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapelint.plugin import Document

MIN_PAGE_PROBABILITY = 0.9
"""From which a text is surely a whole page."""


def is_page(doc: Document) -> bool:
    """Tell whether a text is surely a whole page around its article."""
    return doc.whole_page_probability >= MIN_PAGE_PROBABILITY
