"""What a survey of sites comes to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.boilerplate.shared import Survey


def sentences(survey: Survey) -> str:
    """Return the result in a line or more, each with its line end: what was found, and what the figures leave out."""
    return "".join(f"{sentence}.\n" for sentence in _sentences(survey))


def _sentences(survey: Survey) -> Iterator[str]:
    yield _result(survey)
    if survey.is_compared:
        yield _changes(survey)
    if survey.missed:
        yield (
            f"More different lines than are counted at once: those in up to {survey.missed:,} articles more than the "
            "least may be missing; give fewer sites at a time"
        )
    if survey.uncounted:
        yield f"{counted(survey.uncounted, 'article')} of further sites not counted: give fewer sites at a time"


def _result(survey: Survey) -> str:
    sites = [site for site in survey.sites if site.blocks]
    lines = sum(site.lines for site in sites)
    if lines:
        where = counted(len(sites), "site")
        return f"{counted(lines, 'shared line')} on {where}, in {counted(survey.articles, 'different article')}"
    least = f"{survey.limits.min_articles:,} or more of a site"
    return f"No line is shared by {least}, in {counted(survey.articles, 'different article')}"


def _changes(survey: Survey) -> str:
    kinds = [line.change.kind for site in survey.sites for block in site.blocks for line in block.lines if line.change]
    kinds += ["gone" for site in survey.sites for _ in site.gone]
    each = [f"{kinds.count(kind):,} {word}" for kind, word in _WORDS.items() if kind in kinds]
    return f"Against the earlier run: {', '.join(each) or 'no clear change'}"


_WORDS = {"new": "new", "gone": "gone", "more": "in more articles", "less": "in fewer articles"}
