"""Whether two articles that share passages share enough of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

MIN_SHARED = 5
"""Fingerprints that two articles have to share; fewer are a quotation or a notice that both print."""
MIN_SHARE = 0.17
"""Least shared part of the shorter article. Reports of one agency for two outlets share a third and more. Among 1,364
pages of some 500 sites, the different articles that reach it are dumps of whole pages, but for one pair."""
MIN_SHARE_OF_SITE = 0.35
"""The same for two articles of one site: it prints the same notices, and its own background again."""
MIN_COMMON_SHARE = 0.6
"""The same where every passage stands in many articles, as all pages of a site have their notices."""


MIN_OWN_WORDS = 40
"""What two articles share only at their ends is a notice, where each begins with so many words of its own ..."""
END_WORDS = 40
"""... and what is shared goes on to the end of both, or so near to it ..."""
MIN_END_SHARE = 0.75
"""... with so much of the fingerprints from its start to there."""


class Shared(NamedTuple):
    """A fingerprint in one article."""

    article: int
    place: int
    """Number of its first word; -1 stands for the whole text."""
    size: int
    """Fingerprints of the article, before some were chosen."""
    step: int
    """One of so many was chosen."""
    site: int
    """Key of the site; 0 where it is not known."""


class Pair(NamedTuple):
    """Two articles that share enough."""

    one: int
    other: int
    shares: tuple[float, float]
    """Shared part of each, from 0 to 1."""
    exact: bool
    passages: tuple[tuple[int, int], tuple[int, int]] | None
    """The longest run that both share: first and last word number in each."""
    group: int


def pair_of(met: Sequence[tuple[Shared, Shared, int]], many: int) -> Pair | None:
    """Return the pair that these shared fingerprints make, each with how many articles have it; None for too few.

    What stands in more than `many` articles counts only where nearly all of the shorter article is shared.
    """
    one, other, _ = met[0]
    exact = any(first.place < 0 for first, _, _ in met)
    runs = sorted((first.place, second.place) for first, second, _ in met if first.place >= 0)
    rare = sum(size <= many and first.place >= 0 for first, _, size in met)
    step = max(one.step, other.step)
    covers = (_covered(runs, 0, step), _covered(runs, 1, step))
    share = min(covers) / max(1, min(one.size, other.size))
    if not exact and not _is_enough(len(runs), rare, share, same_site=bool(one.site) and one.site == other.site):
        return None
    if not exact and _is_below(runs, one.size, other.size, step):
        return None
    shares = (1.0, 1.0) if exact else (_share(covers[0], one), _share(covers[1], other))
    return Pair(one.article, other.article, shares, exact, _longest(runs), max(size for _, _, size in met))


def _is_enough(shared: int, rare: int, share: float, *, same_site: bool) -> bool:
    least = MIN_SHARE_OF_SITE if same_site else MIN_SHARE
    if shared < MIN_SHARED:
        return False
    return (rare >= MIN_SHARED and share * rare / shared >= least) or share >= MIN_COMMON_SHARE


def _covered(runs: Sequence[tuple[int, int]], side: int, step: int) -> int:
    """Return how many words of one side are shared: as many as the fingerprints stand for, and not more than are there.

    Of a long article few fingerprints are kept, and by chance several of one short passage.
    """
    places = [run[side] for run in runs]
    return min(len(places) * step, max(places) - min(places) + step) if places else 0


def _is_below(runs: Sequence[tuple[int, int]], size: int, other_size: int, step: int) -> bool:
    """Tell whether two articles, each with a beginning of its own, share what stands below them."""
    for places, words in zip(zip(*runs, strict=True), (size, other_size), strict=True):
        first, last = min(places), max(places)
        if first < max(MIN_OWN_WORDS, 6 * step) or last < words - max(END_WORDS, 4 * step):
            return False
        if len(places) * step < MIN_END_SHARE * (words - first):
            return False
    return True


def _share(shared: int, of: Shared) -> float:
    return round(min(1.0, shared / max(1, of.size)), 2)


def _longest(runs: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return the longest stretch in which both go on in step, by words; the first of several."""
    best: tuple[int, int, int, int] | None = None
    start = 0
    for at, (first, second) in enumerate(runs):
        if at and first - second != runs[at - 1][0] - runs[at - 1][1]:
            start = at
        if best is None or first - runs[start][0] > best[1] - best[0]:
            best = (runs[start][0], first, runs[start][1], second)
    return ((best[0], best[1]), (best[2], best[3])) if best else None
