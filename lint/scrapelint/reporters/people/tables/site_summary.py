"""What a survey of sites comes to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.boilerplate.shared import Survey


def sentences(survey: Survey) -> str:
    """Return the result in a line or more, each with its line end."""
    return "".join(f"{sentence}.\n" for sentence in _sentences(survey))


def left_out(survey: Survey) -> Iterator[str]:
    """Yield what the figures leave out because there was no room for it."""
    advice = "give fewer sites at a time"
    if survey.missed:
        most = f"{counted(survey.missed, 'article')} more than the least"
        yield f"too many different lines to count at once: lines in up to {most} may be missing; {advice}"
    if survey.uncounted:
        yield f"{counted(survey.uncounted, 'article')} of further sites not counted: {advice}"
    if survey.uncounted_lines:
        yield f"too many shared lines, some are missing: ask for a larger --min-share, or {advice}"


def _sentences(survey: Survey) -> Iterator[str]:
    yield _result(survey)
    if survey.is_compared:
        yield _changes(survey)
        yield from _not_compared(survey)


def _result(survey: Survey) -> str:
    sites = [site for site in survey.sites if site.blocks]
    lines = sum(site.lines for site in sites)
    if lines:
        where = counted(len(sites), "site")
        return f"{counted(lines, 'shared line')} on {where}, in {counted(survey.articles, 'different article')}"
    if not survey.articles:
        return "Nothing was read"
    least = f"{survey.limits.min_articles:,} or more articles of a site"
    return f"In {counted(survey.articles, 'different article')} no line is shared by {least}"


def _changes(survey: Survey) -> str:
    kinds = [line.change.kind for site in survey.sites for block in site.blocks for line in block.lines if line.change]
    kinds += ["gone" for site in survey.sites for _ in site.gone]
    each = [f"{kinds.count(kind):,} {word}" for kind, word in _WORDS.items() if kind in kinds]
    return f"Against the earlier run: {', '.join(each) or 'no clear change'}"


def _not_compared(survey: Survey) -> Iterator[str]:
    newcomers = sum(not site.is_compared for site in survey.sites)
    if newcomers:
        yield f"Not compared: {counted(newcomers, 'site')} that the earlier run does not have"
    if survey.absent:
        yield f"{counted(survey.absent, 'site')} of the earlier run without an article now"


_WORDS = {"new": "new", "gone": "gone", "more": "in more articles", "less": "in fewer articles"}
