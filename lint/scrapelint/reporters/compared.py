"""What a comparison comes to, in the words and figures of every report for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from scrapelint.comparing.totals import LEVEL
from scrapelint.reporters.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapelint.comparing.comparison import Comparison
    from scrapelint.comparing.store import SideCount
    from scrapelint.comparing.totals import SiteTotals

VERDICTS = ("better", "worse", "alike")


class Figure(NamedTuple):
    """What both sides have of something, for people."""

    name: str
    old: str
    new: str
    change: str


def figures(totals: SiteTotals) -> Iterator[Figure]:
    """Yield score, residue, findings and characters of both sides."""
    change, bounds = totals.change, totals.change.interval
    sure = f" ({LEVEL:.0%}: {bounds[0]:+.3f} to {bounds[1]:+.3f})" if bounds else ""
    yield Figure("score", f"{totals.old.value:.3f}", f"{totals.new.value:.3f}", f"{change.value:+.3f}{sure}")
    old, new = totals.old_residue.value, totals.new_residue.value
    yield Figure("residue", f"{old:.1%}", f"{new:.1%}", f"{100 * (new - old):+.1f} points")
    for name, before, after in (
        ("findings", totals.findings["old"], totals.findings["new"]),
        ("characters", totals.text["old_chars"], totals.text["new_chars"]),
    ):
        yield Figure(name, f"{before:,}", f"{after:,}", f"{after - before:+,}")


def side_words(side: SideCount) -> str:
    """Return how many articles a side has, and how many of them cannot be paired."""
    parts = [(side.repeated, "repeated"), (side.unnamed, "without url or id")]
    return counted(side.articles, "article") + "".join(f", {number:,} {word}" for number, word in parts if number)


def pair_words(comparison: Comparison) -> str:
    """Return how many articles are on both sides, and how many on one, as a sentence."""
    pairs = counted(comparison.totals.all.pairs, "article")
    alone = f"{comparison.old.unpaired:,} only in old, {comparison.new.unpaired:,} only in new"
    return f"{pairs} on both sides, joined by {comparison.by}; {alone}."


def change_words(totals: SiteTotals, turn: str) -> str:
    """Return how much text, and how many findings, were `gained` or `lost`."""
    amount = counted(totals.text[f"{turn}_paragraphs"], "paragraph")
    characters = counted(totals.text[f"{turn}_chars"], "character")
    return f"{characters} of text in {amount}; {counted(totals.findings[turn], 'finding')}"


def limit_words(comparison: Comparison, max_worse: float) -> str:
    """Return which share of the articles is worse, and whether that is let pass, as a sentence."""
    share = comparison.totals.worse_share
    word = "more than" if share > max_worse else "within"
    return f"{share:.1%} of the articles are worse: {word} the {max_worse:.1%} that --max-worse lets pass."
