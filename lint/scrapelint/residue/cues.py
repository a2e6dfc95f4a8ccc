"""Cues: how much of each line wording of the page covers."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from scrapelint.packs.matcher import Hit
    from scrapelint.residue.columns import Column
    from scrapelint.text.lines import Line

FAMILIES: Mapping[str, tuple[str, ...]] = {
    "links": ("related-heading", "most-read", "see-also", "continue-reading"),
    "menu": ("menu-word", "site-footer", "share", "follow-us", "ui-counter", "tags", "ticker", "live-blog"),
    "promotion": ("newsletter", "paywall", "app-prompt", "appeal", "ad-label", "sponsored", "cookie-wall",
                  "embed-residue"),
    "comments": ("comment-form", "comment-labels", "comment-policy", "comment-prompt", "comment-thread"),
    "credit": ("photo-credit", "caption-word", "agency"),
    "notice": ("byline", "author-bio", "syndication", "wire-tail", "source-link", "disclaimer", "company-profile"),
}  # fmt: skip
"""Concepts of packs by what their wording says about a line and its neighbours."""

CONCEPTS = frozenset(chain.from_iterable(FAMILIES.values()))

MIN_COVER = 20
"""Share of a line in hundredths that a phrase has to make up for it to say something of the neighbours."""


def covers(
    lines: Sequence[Line], hits: Mapping[str, Sequence[Hit]], of_line: Sequence[int] | None = None
) -> dict[str, Column]:
    """Return by family how much of each of these lines its longest phrase makes up, in hundredths.

    Where they are paragraphs that were broken, `of_line` has the paragraph of each line on which a phrase may stand.
    """
    return {family: _cover(lines, hits, concepts, of_line) for family, concepts in FAMILIES.items()}


def cued(cover: Column) -> Column:
    """Return 1 for each line of which wording of the page covers enough to say something of its neighbours."""
    return [int(one > MIN_COVER) for one in cover] if any(cover) else cover


def _cover(
    lines: Sequence[Line], hits: Mapping[str, Sequence[Hit]], concepts: Iterable[str], of_line: Sequence[int] | None
) -> Column:
    """Return for each line how much of it the longest phrase of these concepts makes up."""
    column = [0] * len(lines)
    for concept in concepts:
        for hit in hits.get(concept, ()):
            index = hit.line.index if of_line is None else of_line[hit.line.index]
            cover = 100 * (hit.end - hit.start) // (len(lines[index].key) or 1)
            column[index] = max(column[index], cover)
    return column
