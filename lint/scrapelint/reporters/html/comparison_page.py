"""A comparison as one page: what all articles come to, and those that differ, both versions side by side."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from scrapelint.comparing.difference import MAX_LOST
from scrapelint.reporters.compared import limit_words
from scrapelint.reporters.html.article_view import article_view
from scrapelint.reporters.html.comparison_tables import tables_of
from scrapelint.reporters.html.fitting import MAX_OPEN, fitting
from scrapelint.reporters.html.rendering import generated, rendered
from scrapelint.reporters.html.shortening import MAX_TITLE_CHARS, shortened_fields
from scrapelint.reporters.html.side_by_side import side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TextIO

    from scrapelint.comparing.comparison import Comparison
    from scrapelint.comparing.difference import Difference
    from scrapelint.comparing.side import Known, Version
    from scrapelint.reporters.html.article_view import ArticleView
    from scrapelint.reporters.shown import Shown


class Request(NamedTuple):
    """What a page on a comparison is to be of."""

    names: tuple[str, str]
    """Of the two sides."""
    max_worse: float
    """Share of worse articles that is let pass, from 0 to 1."""
    examine: Callable[[Version, Sequence[Known]], Shown]
    """Works out what there is to show of a version, with these of its findings."""
    advice: Callable[[str], str]
    """Says by code what to do about a finding without a fix."""


class Chip(NamedTuple):
    """What became of the findings of one rule in an article."""

    code: str
    turn: str
    """`gained` or `lost`."""
    number: int


class Card(NamedTuple):
    """An article on the page."""

    found: Difference
    anchor: str
    title: str
    name: str
    """Its address or id."""
    lost: str
    """Which share of the article is gone, as `31%`; empty where that is little."""
    chips: Sequence[Chip]
    html: str
    """Both versions, rendered."""


def print_page(comparison: Comparison, examples: Iterable[Difference], request: Request, out: TextIO) -> None:
    """Write the page, with as many of the examples as fit on it; they are taken one at a time."""
    size = len(comparison.examples)
    cards = list(fitting((_card(found, request) for found in examples), size, lambda card: card.html))
    cards.sort(key=lambda card: (-card.found.badness, card.found.change))
    page = generated(
        "comparison.html",
        title=f"scrapelint: {' → '.join(request.names)}",
        tables=tables_of(comparison, request.names),
        limit=limit_words(comparison, request.max_worse),
        failed=comparison.totals.worse_share > request.max_worse,
        cards=cards,
        too_large=size - len(cards),
        opened=len(cards) <= MAX_OPEN,
        facets=_facets(cards),
    )
    out.writelines(page)


def _card(found: Difference, request: Request) -> Card:
    old, new = (
        _view(version, known, request) for version, known in ((found.old, found.lost), (found.new, found.gained))
    )
    html = rendered(
        "versions.html", found=found, old=old, new=new, parts=side_by_side(found, old, new), anchor=new.anchor
    )
    lost = f"{found.lost_share:.0%}" if found.lost_share >= MAX_LOST else ""
    name = found.new.name[:MAX_TITLE_CHARS]
    return Card(found, new.anchor, new.title or old.title, name, lost, list(_chips(found)), html)


def _view(version: Version, known: Sequence[Known], request: Request) -> ArticleView:
    return shortened_fields(article_view(request.examine(version, known), request.advice))


def _chips(found: Difference) -> Iterator[Chip]:
    for turn, known in (("gained", found.gained), ("lost", found.lost)):
        for code, count in sorted(Counter(one.code for one in known).items()):
            yield Chip(code, turn, count)


def _facets(cards: Sequence[Card]) -> dict[str, list[str]]:
    """Return what the articles on the page can be chosen by."""
    known = [one for card in cards for one in (*card.found.gained, *card.found.lost)]
    verdicts = {card.found.verdict for card in cards}
    return {
        "rule": sorted({f"{one.code} {one.name}" for one in known}),
        "site": sorted({card.found.new.site for card in cards}),
        "verdict": [name for name in ("worse", "better", "alike") if name in verdicts],
    }
