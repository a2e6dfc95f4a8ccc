"""A run as one page: what its articles come to, and a sample of them as they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.reporters.counting.facts import FactReader
from scrapelint.reporters.html.article_view import article_view
from scrapelint.reporters.html.counts import Counts
from scrapelint.reporters.html.fitting import DEFAULT_ARTICLES, MAX_OPEN, fitting
from scrapelint.reporters.html.overview import overview
from scrapelint.reporters.html.rendering import generated, rendered
from scrapelint.reporters.html.sample import Sample, badness
from scrapelint.reporters.html.shortening import shortened
from scrapelint.reporters.html.waterfall import Waterfall
from scrapelint.scoring import scored

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from scrapelint.finding import Severity
    from scrapelint.gates.gates import Share as Gate
    from scrapelint.intake import Checked
    from scrapelint.reporters.html.article_view import ArticleView
    from scrapelint.reporters.html.sample import Drawn
    from scrapelint.reporters.shown import Shown
    from scrapelint.reporters.summary import Summary


class Card(NamedTuple):
    """An article on the page."""

    view: ArticleView
    drawn: Drawn
    chips: Sequence[tuple[str, str, int]]
    """Code, severity and number of its findings, by code."""
    severities: Sequence[str]
    html: str
    """The article, rendered."""
    score: float | None
    """From 0 to 1; None where it was not scored."""


class Request(NamedTuple):
    """What a report is to be of."""

    title: str
    examine: Callable[[Checked], Shown]
    """Works out what there is to show of an article that is on the page."""
    advice: Callable[[str], str]
    """Says by code what to do about a finding without a fix."""
    articles: int = DEFAULT_ARTICLES
    """How many articles it shows at most."""
    gates: Sequence[Gate] = ()
    """The shares that the run is held to."""


class HtmlReport:
    """Counts all articles, keeps some, and writes the page at the end."""

    def __init__(self, out: TextIO, request: Request) -> None:
        """Take the stream and what is asked for."""
        self._out = out
        self._request = request
        self._facts_of = FactReader()
        self._counts = Counts()
        self._waterfall = Waterfall(request.gates)
        self._sample = Sample(request.articles)

    def report(self, checked: Checked) -> None:
        """Count one article, and keep it for the page where it is drawn."""
        facts = self._facts_of(checked)
        self._counts.add(checked, facts)
        self._waterfall.add(checked)
        self._sample.add(checked, facts)

    def close(self, summary: Summary) -> None:
        """Write the page."""
        drawn = list(self._sample.drawn())
        made = (_card(one, self._request) for one in drawn)
        cards = sorted(fitting(made, len(drawn), lambda card: card.html), key=_rank)
        page = generated(
            "report.html",
            title=self._request.title,
            overview=overview(self._counts),
            steps=list(self._waterfall.rows()),
            cleaning=self._waterfall.cleaning,
            cards=cards,
            too_large=len(drawn) - len(cards),
            opened=len(cards) <= MAX_OPEN,
            facets=_facets(cards),
            summary=summary,
        )
        self._out.writelines(page)


def _card(drawn: Drawn, request: Request) -> Card:
    view = shortened(article_view(request.examine(drawn.checked), request.advice))
    html = rendered("body.html", view=view, language=drawn.facts.language)
    score = scored(drawn.checked)
    return Card(view, drawn, _chips(view), _severities(view), html, score and score.score)


def _rank(card: Card) -> tuple[tuple[int, ...], int]:
    """Return what articles are ordered by on the page: the worst first, of those as bad the first of the input."""
    return badness(card.view.shown.findings), card.drawn.number


def _chips(view: ArticleView) -> list[tuple[str, str, int]]:
    by_code: dict[str, list[Severity]] = {}
    for finding in view.shown.findings:
        by_code.setdefault(finding.code, []).append(finding.severity)
    return [(code, max(severities).label, len(severities)) for code, severities in sorted(by_code.items())]


def _severities(view: ArticleView) -> list[str]:
    return sorted({finding.severity.label for finding in view.shown.findings})


def _facets(cards: Sequence[Card]) -> dict[str, list[str]]:
    """Return what the articles on the page can be chosen by."""
    return {
        "rule": sorted({f"{f.code} {f.name}" for card in cards for f in card.view.shown.findings}),
        "severity": [name for name in ("error", "warning", "info") if any(name in card.severities for card in cards)],
        "site": sorted({card.drawn.facts.site for card in cards}),
        "language": sorted({card.drawn.facts.language for card in cards if card.drawn.facts.language}),
    }
